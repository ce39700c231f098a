//! The budgets, and the table that compares them with what was measured. Figures are bytes; 1 kB is 1,000 bytes.

use std::fmt::Write as _;

use super::Figures;
use crate::build::grouped;

/// One row of the table.
struct Row {
    key: &'static str,
    what: &'static str,
    budget_kb: u64,
    aim_kb: u64,
}

const ROWS: [Row; 5] = [
    Row { key: "wasm_and_glue", what: "Wasm and glue", budget_kb: 175, aim_kb: 130 },
    Row { key: "map", what: "  of it the map", budget_kb: 45, aim_kb: 35 },
    Row { key: "document", what: "document with styles and catalogue", budget_kb: 45, aim_kb: 30 },
    Row { key: "page", what: "everything the served page loads", budget_kb: 220, aim_kb: 160 },
    Row { key: "standalone", what: "standalone.html on disk", budget_kb: 480, aim_kb: 350 },
];

/// The table, in text. What the last commit did not record has no difference.
pub(super) fn table(measured: &Figures, before: &Figures) -> String {
    let mut text = format!(
        "{:34}  {:>9}  {:>10}  {:>7}  {:>7}\n",
        "bytes (served files: Brotli 11)", "measured", "difference", "budget", "aim"
    );
    for Row { key, what, budget_kb, aim_kb } in ROWS {
        let Some(&bytes) = measured.get(key) else { continue };
        let difference = match before.get(key) {
            Some(&before) if bytes < before => format!("-{}", grouped(before - bytes)),
            Some(&before) => format!("+{}", grouped(bytes - before)),
            None => "new".to_owned(),
        };
        let verdict = match bytes {
            _ if bytes > budget_kb * 1_000 => "  OVER BUDGET",
            _ if bytes > aim_kb * 1_000 => "",
            _ => "  within its aim",
        };
        let _ = writeln!(
            text,
            "{what:34}  {:>9}  {difference:>10}  {:>7}  {:>7}{verdict}",
            grouped(bytes),
            grouped(budget_kb * 1_000),
            grouped(aim_kb * 1_000),
        );
    }
    text
}

/// The rows over their budgets; a row without a figure counts as one.
pub(super) fn over(measured: &Figures) -> Vec<String> {
    let is_over = |row: &&Row| measured.get(row.key).is_none_or(|&bytes| bytes > row.budget_kb * 1_000);
    ROWS.iter().filter(is_over).map(|row| row.what.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(bytes: [u64; 5]) -> Figures {
        ROWS.iter().map(|row| row.key.to_owned()).zip(bytes).collect()
    }

    #[test]
    fn over_budget_is_named() {
        let check = |bytes, expected: &[&str]| assert_eq!(over(&figures(bytes)), expected);
        check([175_000, 45_000, 45_000, 220_000, 480_000], &[]);
        check([175_001, 1, 1, 1, 480_001], &["Wasm and glue", "standalone.html on disk"]);
        assert_eq!(over(&Figures::new()).len(), ROWS.len());
    }

    #[test]
    fn table_as_printed() {
        let before = Figures::from([("document".to_owned(), 29_000), ("page".to_owned(), 221_500)]);
        let printed = table(&figures([130_000, 36_000, 30_100, 220_500, 480_000]), &before);
        let expected = "\
bytes (served files: Brotli 11)      measured  difference   budget      aim
Wasm and glue                         130 000         new  175 000  130 000  within its aim
  of it the map                        36 000         new   45 000   35 000
document with styles and catalogue     30 100      +1 100   45 000   30 000
everything the served page loads      220 500      -1 000  220 000  160 000  OVER BUDGET
standalone.html on disk               480 000         new  480 000  350 000
";
        assert_eq!(printed, expected);
    }
}
