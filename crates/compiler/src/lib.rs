//! From a folder of TOML files to a checked model and a pack. Host only; it has no opinion about the view.
//!
//! The format is `docs/CORPUS.md`. [`check`] reads everything, goes on after each problem and reports all of them at once;
//! a [`Model`] exists only where there was none, so that packing cannot fail.

mod files;
mod fragment;
mod ids;
mod limits;
mod locate;
mod lock;
mod model;
mod nearest;
mod order;
mod pack;
mod printed;
mod problem;
mod quotes;
mod read;
mod report;
mod shipped;
mod sources;
mod synth;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod value;
mod walk;

use std::io;
use std::path::Path;

pub use model::Model;
pub use pack::pack;
pub use problem::{Mark, Problem};
pub use report::{CheckedAgainst, LockState, Report};
pub use synth::synth;

/// Reads the corpus in `dir` and checks all of it: against the texts in `sources` where they are given, else against the lock.
pub fn check(dir: &Path, sources: Option<&Path>) -> Report {
    walk::check(dir, sources)
}

/// The pack of the corpus in `dir`, checked against its lock: the same folder gives the same bytes.
///
/// # Errors
/// The report of every problem, where there is any.
pub fn compile(dir: &Path) -> Result<Vec<u8>, Box<Report>> {
    let report = check(dir, None);
    match &report.model {
        Some(model) => Ok(pack(model)),
        None => Err(Box::new(report)),
    }
}

/// Adds the ids of a corpus to its `ids.lock`, where it has one and there is no problem. Tells whether it was written.
///
/// # Errors
/// When the file cannot be written.
pub fn write_ids(dir: &Path, report: &Report) -> io::Result<bool> {
    match (&report.new_ids, &report.model) {
        (Some(text), Some(_)) => std::fs::write(dir.join(shipped::FILE), text).map(|()| true),
        _ => Ok(false),
    }
}

/// Rewrites `quotations.lock` in `dir` where `report` was checked against texts, has no problem, and the file differs.
/// Tells whether it was written.
///
/// # Errors
/// When the file cannot be written.
pub fn write_lock(dir: &Path, report: &Report) -> io::Result<bool> {
    match (&report.new_lock, &report.lock) {
        (Some(_), LockState::Current) | (None, _) => Ok(false),
        (Some(text), _) => std::fs::write(dir.join(lock::FILE), text).map(|()| true),
    }
}
