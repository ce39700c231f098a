//! The lock: written, compared, stale.

use std::fs;

use super::{Sample, compare};
use crate::{LockState, check, compile, write_ids, write_lock};

#[test]
fn it_is_written_once_and_then_current() {
    let dir = tempfile::tempdir().unwrap();
    Sample::good().write(dir.path());
    let sources = dir.path().join("sources");
    let lock = dir.path().join("quotations.lock");

    let report = check(dir.path(), Some(&sources));
    assert_eq!(report.lock, LockState::Missing);
    assert!(write_lock(dir.path(), &report).unwrap());
    let first = fs::read_to_string(&lock).unwrap();
    assert!(first.contains("[article.alpha.excerpt]\na-come = { bytes = ["), "{first}");

    let report = check(dir.path(), Some(&sources));
    assert_eq!(report.lock, LockState::Current);
    assert!(!write_lock(dir.path(), &report).unwrap());

    // An entry of the lock that is wrong is mended from the texts.
    fs::write(&lock, first.replace("body_words", "body_wrods")).unwrap();
    let report = check(dir.path(), Some(&sources));
    assert_eq!(report.lock, LockState::Stale);
    assert!(write_lock(dir.path(), &report).unwrap());
    assert_eq!(fs::read_to_string(&lock).unwrap(), first);
}

#[test]
fn it_is_never_written_without_texts_or_with_problems() {
    let dir = tempfile::tempdir().unwrap();
    Sample::good().with("corpus.toml", "lat = 43.25", "lat = 91").write(dir.path());
    for sources in [None, Some(dir.path().join("sources"))] {
        let report = check(dir.path(), sources.as_deref());
        assert!(!write_lock(dir.path(), &report).unwrap());
    }
    assert!(!dir.path().join("quotations.lock").exists());
}

#[test]
fn a_missing_lock_is_one_problem() {
    let dir = tempfile::tempdir().unwrap();
    Sample::good().write(dir.path());
    compare(&check(dir.path(), None), &[("quotations.lock:0", &["is missing", "--sources"])]);
    assert!(compile(dir.path()).is_err());
}

#[test]
fn what_the_lock_does_not_know() {
    let locked = |name: &str, from: &str, to: &str| Sample::good().with(name, from, to).report_locked();
    let alpha = "articles/alpha.toml";
    let stale = "corpus check --sources";
    compare(
        &locked(alpha, "Borea will never go there", "Borea would never go there"),
        &[("articles/alpha.toml:40", &["`a-never` was altered", stale])],
    );
    compare(
        &locked(alpha, "body = [\"8-13\", \"15-15\"]", "body = [\"8-15\"]"),
        &[("articles/alpha.toml:3", &["the body of `alpha` was altered", stale])],
    );
    let renamed = Sample::good().with(alpha, "id = \"a-vote\"", "id = \"a-vote-new\"").with(
        "entries/all.toml",
        "\"a-vote\"",
        "\"a-vote-new\"",
    );
    compare(
        &renamed.report_locked(),
        &[
            ("articles/alpha.toml:45", &["`a-vote-new` was never checked", stale]),
            ("quotations.lock:14", &["stale: the corpus has no `a-vote`", stale]),
        ],
    );
    let new = super::BETA.replace("id = \"beta\"", "id = \"gamma\"").replace("b-took", "c-took");
    let entry = "\n[[event]]\nid = \"more\"\nkind = \"raised\"\nsummary = { en = \"More.\" }\ndate = { edtf = \"2025-01\", basis = \"stated\" }\nsources = [{ article = \"gamma\", excerpts = [\"c-took-place\"] }]\n";
    let sample =
        Sample::good().add("articles/gamma.toml", new.as_bytes()).add("entries/more.toml", entry.as_bytes());
    compare(
        &sample.report_locked(),
        &[("articles/gamma.toml:1", &["the article `gamma` was never checked", stale])],
    );
}

#[test]
fn a_damaged_lock() {
    let sample = Sample::good().add("quotations.lock", b"[article.alpha]\nsource = 1\n");
    compare(&sample.report_locked(), &[("quotations.lock:2", &["is damaged", "--sources"])]);
}

#[test]
fn ids_that_were_published_stay_alive_or_are_retired() {
    let dir = tempfile::tempdir().unwrap();
    Sample::good().write(dir.path());
    let (sources, ids) = (dir.path().join("sources"), dir.path().join("ids.lock"));
    // A corpus that was never published has no such file, and gets none.
    let report = check(dir.path(), Some(&sources));
    assert!(!report.has_new_ids() && !write_ids(dir.path(), &report).unwrap());
    fs::write(&ids, "").unwrap();
    let report = check(dir.path(), Some(&sources));
    assert!(report.has_new_ids() && write_ids(dir.path(), &report).unwrap());
    let all = fs::read_to_string(&ids).unwrap();
    for id in ["alpha", "a-come", "ovrel"] {
        assert!(all.lines().any(|line| line == id), "{id} is not in {all}");
    }
    assert!(!check(dir.path(), Some(&sources)).has_new_ids());

    fs::write(&ids, format!("{all}long-gone\n\n# remark\nNo Id\n")).unwrap();
    let report = check(dir.path(), Some(&sources));
    let last = all.lines().count();
    let expected = [
        (format!("ids.lock:{}", last + 1), ["`long-gone` was published and is gone", "retired.toml"]),
        (format!("ids.lock:{}", last + 4), ["this line holds no id", "one id in a line"]),
    ];
    let expected: Vec<(&str, &[&str])> =
        expected.iter().map(|(at, words)| (at.as_str(), words.as_slice())).collect();
    compare(&report, &expected);
    assert!(!write_ids(dir.path(), &report).unwrap());
}

#[test]
fn an_id_that_is_retired_may_go() {
    let retired =
        "[[retired]]\nid = \"long-gone\"\nto = \"ovrel\"\nnote = { en = \"It was another place.\" }\n";
    let good = Sample::good();
    let text = [include_str!("sample/retired.toml"), retired].concat();
    let sample = good.add("retired.toml", text.as_bytes()).add("ids.lock", b"long-gone\n");
    assert!(sample.report().is_ok(), "{}", sample.report().render());
}
