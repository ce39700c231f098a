//! `cargo xtask build`: `dist/` and `dist/standalone.html` as they are published.
//!
//! The pages are finished by the hook in `Trunk.toml`, so that Trunk run by hand gives the same files.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::progress::announced;
use crate::project::Project;
use crate::trunk;

/// Builds, and lists the files with their sizes.
pub(crate) fn run(project: &Project) -> Result<()> {
    let toolbox = trunk::ensure(project)?;
    announced("release build", "5 min the first time, 1 min when little changed", || {
        trunk::command(project, &toolbox, &["build", "--release"])?.run().context("the build failed")?;
        Ok(())
    })?;
    let dist = project.path("dist");
    for file in files(&dist)? {
        let bytes = fs::metadata(&file)?.len();
        let name = file.strip_prefix(&dist).unwrap_or(&file);
        println!("{:>12} bytes  dist/{}", grouped(bytes), name.display());
    }
    Ok(())
}

/// All files under a folder, sorted.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

/// A number with its thousands apart: `1 234 567`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let check = |number, text: &str| assert_eq!(grouped(number), text);
        check(0, "0");
        check(999, "999");
        check(1_000, "1 000");
        check(1_234_567, "1 234 567");
    }
}
