//! A copy of a built widget with another module, for what a reader sees when it is damaged. No opinion about the damage.

use std::fs;
use std::path::Path;

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
