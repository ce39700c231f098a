//! Packages of npm that a folder of the project pins in its `package-lock.json`.
//!
//! They serve tests and the map recipe only; nothing of them is needed to build the widget.

use std::fs;

use anyhow::{Context as _, Result};

use crate::progress::announced;
use crate::project::Project;

/// Fails where npm is not there, with the words for it.
pub(crate) fn ensure_program() -> Result<()> {
    duct::cmd!("npm", "--version")
        .stdout_null()
        .run()
        .map(drop)
        .context("npm is missing; it comes with Node.js, on Debian as the package `npm`")
}

/// Installs the packages of a folder exactly as locked, unless they are there already.
pub(crate) fn ensure_packages(project: &Project, folder: &str) -> Result<()> {
    let folder_path = project.path(folder);
    if !folder_path.join("package.json").is_file() {
        return Ok(());
    }
    let lock = fs::read(folder_path.join("package-lock.json"))
        .with_context(|| format!("{folder}/package.json has no package-lock.json beside it"))?;
    // A copy of the lock, written last, marks a whole installation.
    let mark = folder_path.join("node_modules/.installed-lock.json");
    if fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    announced(&format!("npm packages of {folder}"), "1 min", || {
        duct::cmd!("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
            .dir(&folder_path)
            .run()
            .with_context(|| format!("`npm ci` in {folder} failed; it needs npm and a package registry"))?;
        fs::write(&mark, &lock).with_context(|| format!("cannot write {}", mark.display()))
    })
}
