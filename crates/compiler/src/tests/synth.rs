//! Synthetic corpora of several sizes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::{check, compile, synth};

fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.display().to_string(), fs::read(&path).unwrap());
        }
    }
    found
}

#[test]
fn the_smallest_are_good_whatever_the_seed() {
    for seed in 0..40 {
        let dir = tempfile::tempdir().unwrap();
        let entries = 1 + (seed % 6) as u32;
        synth(entries, seed, dir.path()).unwrap();
        let report = check(dir.path(), None);
        let (statements, events) = report.model.as_ref().unwrap().statements_and_events();
        assert_eq!(statements + events, entries as usize);
        assert_eq!(report.model.as_ref().unwrap().excerpts(), entries as usize);
    }
}

#[test]
fn the_same_seed_gives_the_same_files_and_pack() {
    let make = |seed| {
        let dir = tempfile::tempdir().unwrap();
        synth(90, seed, dir.path()).unwrap();
        let names =
            |(name, bytes): (String, Vec<u8>)| (name.replace(&dir.path().display().to_string(), ""), bytes);
        let files: Vec<_> = files(dir.path()).into_iter().map(names).collect();
        (files, compile(dir.path()).unwrap())
    };
    assert!(make(5) == make(5));
    assert!(make(5) != make(6));
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("mine.txt"), "").unwrap();
    assert!(synth(4, 1, dir.path()).is_err());
    assert!(synth(0, 1, &dir.path().join("new")).is_err());
    assert_eq!(files(dir.path()).len(), 1);
}
