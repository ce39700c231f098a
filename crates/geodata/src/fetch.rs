//! The packages with the published outlines, and proof that they are the right ones.
//!
//! `npm ci` installs what `geodata/package-lock.json` pins, checked against its SHA-512, without running scripts; each
//! file that is read is checked against the recipe's SHA-256 on every run. It has no opinion about their content.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};
use sha2::{Digest as _, Sha256};

use crate::recipe::Recipe;

/// The folder of installed packages, installed if they are not there yet.
pub(crate) fn packages(folder: &Path, tools: &Path, recipe: &Recipe) -> anyhow::Result<PathBuf> {
    let lock = fs::read(folder.join("package-lock.json")).context("geodata/package-lock.json")?;
    let home = tools.join(format!("geodata-{}", &sha256(&lock)[..12]));
    let packages = home.join("node_modules");
    let inputs = || {
        let lakes = recipe.lakes.iter().map(|lakes| (&lakes.path, &lakes.sha256));
        std::iter::once((&recipe.countries.path, &recipe.countries.sha256)).chain(lakes)
    };
    if !inputs().all(|(path, _)| packages.join(path).is_file()) {
        install(folder, &home)?;
    }
    for (path, expected) in inputs() {
        let found = sha256(&fs::read(packages.join(path)).with_context(|| path.clone())?);
        if found != *expected {
            bail!("{path}: its SHA-256 is {found}, the recipe says {expected}");
        }
    }
    Ok(packages)
}

fn install(folder: &Path, home: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(home).with_context(|| home.display().to_string())?;
    for name in ["package.json", "package-lock.json"] {
        fs::copy(folder.join(name), home.join(name)).with_context(|| format!("geodata/{name}"))?;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let status = Command::new(npm)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(home)
        .status()
        .context("npm, which installs the packages with the outlines, could not be started")?;
    if !status.success() {
        bail!("npm could not install the packages with the outlines: {status}");
    }
    Ok(())
}

/// SHA-256 in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
