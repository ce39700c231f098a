//! A run of named steps: a heading and a duration for each, all of them run even if one fails, and a table at
//! the end. Has no opinion about what a step does.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::progress::took;

/// What became of each step so far.
#[derive(Default)]
pub(crate) struct Steps {
    done: Vec<Step>,
}

struct Step {
    name: &'static str,
    outcome: Outcome,
    duration: Duration,
}

enum Outcome {
    Passed,
    Failed(String),
    Skipped(&'static str),
}

impl Steps {
    /// Runs one step under a heading; says whether it passed.
    pub(crate) fn run(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) -> bool {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = match step() {
            Ok(()) => Outcome::Passed,
            Err(error) => {
                eprintln!("{name}: {error:#}");
                Outcome::Failed(error.to_string())
            }
        };
        let passed = matches!(outcome, Outcome::Passed);
        let duration = start.elapsed();
        println!("== {name}: {} in {}", if passed { "passed" } else { "FAILED" }, took(duration));
        self.done.push(Step { name, outcome, duration });
        passed
    }

    /// Records a step that cannot be run, and why.
    pub(crate) fn skip(&mut self, name: &'static str, why: &'static str) {
        println!("\n== {name}: skipped, {why}");
        self.done.push(Step { name, outcome: Outcome::Skipped(why), duration: Duration::ZERO });
    }

    /// Prints the table; fails if a step failed or had to be skipped.
    pub(crate) fn finish(self) -> Result<()> {
        print!("\n{}", self.table());
        let not_passed: Vec<&str> =
            self.done.iter().filter(|s| !matches!(s.outcome, Outcome::Passed)).map(|s| s.name).collect();
        if not_passed.is_empty() {
            return Ok(());
        }
        bail!("{} of {} steps did not pass: {}", not_passed.len(), self.done.len(), not_passed.join(", "))
    }

    fn table(&self) -> String {
        let width = self.done.iter().map(|s| s.name.chars().count()).max().unwrap_or(0).max("total".len());
        let mut table = String::new();
        let mut line = |name: &str, duration: &str, outcome: &str| {
            let _ = writeln!(table, "{name:width$}  {duration:>12}  {outcome}");
        };
        for step in &self.done {
            let outcome = match &step.outcome {
                Outcome::Passed => "passed".to_owned(),
                Outcome::Failed(error) => format!("FAILED: {}", error.lines().next().unwrap_or_default()),
                Outcome::Skipped(why) => format!("skipped: {why}"),
            };
            line(step.name, &took(step.duration), &outcome);
        }
        let passed = self.done.iter().filter(|s| matches!(s.outcome, Outcome::Passed)).count();
        let total: Duration = self.done.iter().map(|s| s.duration).sum();
        line("total", &took(total), &format!("{passed} of {} passed", self.done.len()));
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_fails_the_run_and_the_others_still_run() {
        let mut steps = Steps::default();
        assert!(steps.run("first", || Ok(())));
        assert!(!steps.run("second", || bail!("no such\nthing")));
        steps.skip("third", "the second failed");
        assert!(steps.run("fourth", || Ok(())));
        let table = steps.table();
        assert!(table.contains("FAILED: no such\n"), "{table}");
        assert!(table.contains("skipped: the second failed"), "{table}");
        assert!(table.contains("2 of 4 passed"), "{table}");
        let error = steps.finish().unwrap_err().to_string();
        assert_eq!(error, "2 of 4 steps did not pass: second, third");
    }

    #[test]
    fn all_passed_is_a_success() {
        let mut steps = Steps::default();
        steps.run("only", || Ok(()));
        steps.finish().unwrap();
    }
}
