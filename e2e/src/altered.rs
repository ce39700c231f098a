//! A copy of a built widget with another module, for what a reader sees when it is damaged, or with another corpus. No opinion about the
//! damage, nor about the corpus.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};
use tempfile::TempDir;

/// Copies the files of a widget's folder; its module goes through `change`.
pub fn altered(widget: &Path, change: impl Fn(Vec<u8>) -> Result<Vec<u8>>) -> Result<TempDir> {
    let folder = TempDir::with_prefix("parley-e2e-altered-")?;
    let mut modules = 0;
    for entry in fs::read_dir(widget)? {
        let entry = entry?;
        let (path, target) = (entry.path(), folder.path().join(entry.file_name()));
        if path.extension().is_some_and(|end| end == "wasm") {
            fs::write(target, change(fs::read(&path)?)?)?;
            modules += 1;
        } else if path.is_file() {
            fs::copy(&path, target)?;
        }
    }
    ensure!(modules == 1, "{modules} modules in {}", widget.display());
    Ok(folder)
}

/// The files of a widget's folder with this corpus in every page, made by the project's own command.
pub fn appended(widget: &Path, corpus: &Path) -> Result<TempDir> {
    let folder = TempDir::with_prefix("parley-e2e-appended-")?;
    let status = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--package", "atlas-render", "--", "append", "--corpus"])
        .arg(corpus)
        .arg("--widget")
        .arg(widget.canonicalize()?)
        .arg("--out")
        .arg(folder.path())
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .status()?;
    ensure!(status.success(), "append: {status}");
    Ok(folder)
}
