//! Missing, empty and unreadable files.

use std::fs;

use super::{Sample, compare, spoil};
use crate::{CheckedAgainst, check, compile};

#[test]
fn an_empty_folder_and_none() {
    let dir = tempfile::tempdir().unwrap();
    let report = check(dir.path(), None);
    assert_eq!(report.problems.len(), 1, "{report}");
    assert!(report.render().contains("the corpus folder is empty"), "{report}");
    assert!(compile(dir.path()).is_err());
    let report = check(&dir.path().join("nowhere"), None);
    assert!(report.render().contains("cannot be read"), "{report}");
    assert_eq!(report.checked_against, CheckedAgainst::LockOnly);
}

#[test]
fn missing_files_are_all_named() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("notes.md"), "").unwrap();
    compare(
        &check(dir.path(), None),
        &[
            ("actors.toml:0", &["is missing"]),
            ("articles:0", &["no TOML file"]),
            ("corpus.toml:0", &["is missing"]),
            ("entries:0", &["no TOML file"]),
            ("venues.toml:0", &["is missing"]),
        ],
    );
}

#[test]
fn a_file_of_an_unknown_name() {
    let sample = Sample::good().add("venus.toml", b"");
    compare(&sample.report(), &[("venus.toml:0", &["no file of this name", "did you mean `venues.toml`"])]);
}

#[test]
fn a_file_that_is_not_utf8() {
    let sample = Sample::good().add("retired.toml", b"# one\n# caf\xe9\n");
    compare(&sample.report(), &[("retired.toml:2", &["not UTF-8", "0xE9", "save the file as UTF-8"])]);
}

#[test]
fn text_that_is_not_toml() {
    spoil("retired.toml", "to = \"rask-host\"", "to = rask-host", &[("retired.toml:3", &["not TOML"])]);
}

#[test]
fn texts_that_are_not_there() {
    compare(
        &Sample::good().without("sources/beta.txt").report(),
        &[("articles/beta.toml:2", &["the folder of the texts has no `beta.txt`"])],
    );
    spoil(
        "articles/beta.toml",
        "source = \"beta.txt\"",
        "source = \"bet.txt\"",
        &[("articles/beta.toml:2", &["has no `bet.txt`", "did you mean `beta.txt`?"])],
    );
    spoil(
        "articles/beta.toml",
        "source = \"beta.txt\"",
        "source = \"../beta.txt\"",
        &[("articles/beta.toml:2", &["leads out of the folder"])],
    );
    let dir = tempfile::tempdir().unwrap();
    Sample::good().write(dir.path());
    let report = check(dir.path(), Some(&dir.path().join("elsewhere")));
    assert!(report.render().contains("the folder of the texts cannot be read"), "{report}");
}
