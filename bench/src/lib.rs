//! Figures of repeated runs and the table that shows them. Milliseconds.
//!
//! No opinion about what is measured, and no test: a figure over its budget is marked, and nothing fails.

use std::fmt;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// A run is repeated for this long, and between these numbers of times.
const ENOUGH: Duration = Duration::from_millis(500);
const RUNS: (usize, usize) = (5, 500);
/// Entries of the large synthetic corpus, and where its chance starts.
pub const MANY: u32 = 10_000;
/// See [`MANY`].
pub const SEED: u64 = 1;

/// The durations of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    what: String,
    /// Sorted.
    runs_ms: Vec<f64>,
    rank: Rank,
    budget_ms: Option<f64>,
}

/// The figure of a row that its budget speaks of.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Rank {
    Median,
    /// Only one run in twenty takes longer.
    Percentile95,
}

impl Row {
    /// A row of durations that were measured elsewhere.
    pub fn new(what: impl Into<String>, mut runs_ms: Vec<f64>) -> Self {
        runs_ms.sort_by(f64::total_cmp);
        Self { what: what.into(), runs_ms, rank: Rank::Median, budget_ms: None }
    }

    /// Runs `work` again and again.
    pub fn measure<T>(what: impl Into<String>, mut work: impl FnMut() -> T) -> Self {
        let start = Instant::now();
        let mut runs_ms = Vec::new();
        while runs_ms.len() < RUNS.0 || (runs_ms.len() < RUNS.1 && start.elapsed() < ENOUGH) {
            let run = Instant::now();
            black_box(work());
            runs_ms.push(run.elapsed().as_secs_f64() * 1e3);
        }
        Self::new(what, runs_ms)
    }

    /// With a budget for the median.
    pub fn budget_ms(self, budget_ms: f64) -> Self {
        Self { budget_ms: Some(budget_ms), ..self }
    }

    /// Told by its 95th percentile instead of the median, with a budget for that.
    pub fn budget_of_95th_ms(self, budget_ms: f64) -> Self {
        Self { rank: Rank::Percentile95, ..self.budget_ms(budget_ms) }
    }

    /// The figure that the row is told by; zero without runs.
    pub fn figure_ms(&self) -> f64 {
        let share = match self.rank {
            Rank::Median => 0.5,
            Rank::Percentile95 => 0.95,
        };
        let at = (self.runs_ms.len() as f64 * share) as usize;
        self.runs_ms.get(at.min(self.runs_ms.len().saturating_sub(1))).copied().unwrap_or_default()
    }
}

/// Rows in order.
#[derive(Debug, Default)]
pub struct Table(Vec<Row>);

impl Table {
    /// Adds a row.
    pub fn push(&mut self, row: Row) {
        // Benchmarks take a while: each figure is shown as it comes, and all of them again at the end.
        eprintln!("  {}: {}", row.what, ms(row.figure_ms()));
        self.0.push(row);
    }

    /// How many times longer `other` takes, for each thing that both have measured: a line each, under a heading.
    pub fn ratios_to(&self, other: &Self, words: &str) -> String {
        let ratio = |few: &Row| {
            let many = other.0.iter().find(|row| row.what == few.what)?;
            let times = many.figure_ms() / few.figure_ms().max(f64::MIN_POSITIVE);
            Some(format!("{:>10.1}x  {}\n", times, few.what))
        };
        format!("{words}\n{}", self.0.iter().filter_map(ratio).collect::<String>())
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.0.iter().map(|row| row.what.chars().count()).max().unwrap_or_default();
        writeln!(f, "{:width$}  {:>4}  {:>10}  {:>21}  budget", "what", "n", "median", "min..max")?;
        for row in &self.0 {
            let (first, last) = (row.runs_ms.first().copied(), row.runs_ms.last().copied());
            let range = format!("{}..{}", ms(first.unwrap_or_default()), ms(last.unwrap_or_default()));
            let rank = if row.rank == Rank::Percentile95 { " (95th percentile)" } else { "" };
            let budget = row.budget_ms.map_or(String::new(), |budget| {
                format!("{}{}", ms(budget), if row.figure_ms() > budget { " OVER" } else { "" })
            });
            let (n, figure) = (row.runs_ms.len(), ms(row.figure_ms()));
            writeln!(f, "{:width$}  {n:>4}  {figure:>10}  {range:>21}  {budget}{rank}", row.what)?;
        }
        Ok(())
    }
}

/// Three digits that count, and the unit.
fn ms(ms: f64) -> String {
    match ms {
        ..1.0 => format!("{:.0} us", ms * 1e3),
        1.0..100.0 => format!("{ms:.1} ms"),
        _ => format!("{ms:.0} ms"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_told_by_its_middle_or_its_end() {
        let runs = || (1..=100).rev().map(f64::from).collect();
        let check = |row: Row, figure_ms: f64| assert_eq!(row.figure_ms(), figure_ms);
        check(Row::new("none", vec![]), 0.0);
        check(Row::new("one", vec![7.0]), 7.0);
        check(Row::new("many", runs()), 51.0);
        check(Row::new("many", runs()).budget_of_95th_ms(1.0), 96.0);
    }

    #[test]
    fn a_table_tells_budgets_and_ratios() {
        let mut few = Table::default();
        few.push(Row::new("view", vec![0.5]).budget_ms(50.0));
        let mut many = Table::default();
        many.push(Row::new("view", vec![120.0]).budget_ms(100.0));
        let has = |text: String, words: &str| assert!(text.contains(words), "{words:?} is not in\n{text}");
        has(few.to_string(), "500 us");
        has(few.to_string(), "50.0 ms\n");
        has(many.to_string(), "100 ms OVER");
        has(few.ratios_to(&many, "many to few"), "many to few\n     240.0x  view\n");
    }
}
