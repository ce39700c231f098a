//! The `tidy` step of `cargo xtask check`: house rules that no compiler checks, read from a table.
//!
//! This file walks over the project's files; the rules and their reasons stand in `rules.rs`.

mod rules;

use std::fs;

use anyhow::{Context as _, Result, bail};

use crate::project::Project;

/// Reads every file that belongs to the project, and fails if one of them breaks a rule.
pub(crate) fn run(project: &Project) -> Result<()> {
    // Tracked files, and new ones that are not ignored.
    let list = project
        .command("git", &["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        .read()
        .context("`tidy` reads the files that git knows; is this a clone?")?;
    let mut n_files = 0;
    let mut problems = Vec::new();
    for name in list.split('\0').filter(|name| !name.is_empty()) {
        let Ok(bytes) = fs::read(project.path(name)) else {
            continue; // deleted, and not committed yet
        };
        // What is no text has no lines to speak of.
        let Ok(text) = String::from_utf8(bytes) else { continue };
        n_files += 1;
        problems.extend(rules::problems(name, &text));
    }
    if problems.is_empty() {
        println!("{} rules hold in {n_files} files", rules::RULES.len());
        return Ok(());
    }
    bail!("{} problems\n{}", problems.len(), problems.join("\n"))
}
