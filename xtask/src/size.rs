//! `cargo xtask size`: the built files against their budgets, with the difference to the last commit.
//!
//! Sizes are bytes; served files are counted as compressed by Brotli at level 11. `sizes.toml` holds the figures of
//! a commit, so that the next one has something to differ from; `--record` writes it.

mod budget;
mod measure;

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::project::Project;

const RECORD: &str = "sizes.toml";

/// Bytes by the key of a budget's row.
type Figures = BTreeMap<String, u64>;

/// Options of `size`.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Write the figures to `sizes.toml`, to be committed
    #[arg(long)]
    record: bool,
}

/// Measures, prints, and fails over budget.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let measured = measure::dist(project)?;
    print!("{}", budget::table(&measured, &last_commit(project)?));
    if args.record {
        fs::write(project.path(RECORD), record(&measured))
            .with_context(|| format!("cannot write {RECORD}"))?;
        println!("recorded in {RECORD}");
    }
    let over = budget::over(&measured);
    if over.is_empty() { Ok(()) } else { bail!("over budget: {}", over.join(", ")) }
}

/// The same without options, as a part of the tests.
pub(crate) fn check(project: &Project) -> Result<()> {
    run(project, &Args { record: false })
}

/// The figures of the last commit: of `HEAD` where there are changes since, else of the commit before it.
fn last_commit(project: &Project) -> Result<Figures> {
    let git = |args: &[&str]| project.command("git", args).stderr_null().stdout_capture().unchecked().run();
    let clean = git(&["diff", "--quiet", "HEAD"])?.status.success();
    let shown = git(&["show", &format!("{}:{RECORD}", if clean { "HEAD~1" } else { "HEAD" })])?;
    // A first commit, or a clone without history, has nothing to differ from.
    if !shown.status.success() {
        return Ok(Figures::new());
    }
    read_record(&String::from_utf8_lossy(&shown.stdout))
}

fn record(figures: &Figures) -> String {
    let mut text = String::from("# Bytes; written by `cargo xtask size --record`.\n[bytes]\n");
    for (key, bytes) in figures {
        text.push_str(&format!("{key} = {bytes}\n"));
    }
    text
}

fn read_record(text: &str) -> Result<Figures> {
    #[derive(Deserialize)]
    struct Record {
        bytes: Figures,
    }
    let record: Record =
        toml::from_str(text).with_context(|| format!("{RECORD} is not a record of sizes"))?;
    Ok(record.bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_back() {
        let figures = Figures::from([("document".to_owned(), 30_000), ("standalone".to_owned(), 1)]);
        assert_eq!(read_record(&record(&figures)).unwrap(), figures);
        assert!(read_record("[bytes]\ndocument = \"much\"").is_err());
    }
}
