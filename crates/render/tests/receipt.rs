//! The receipt of the shipped corpus: held against the texts that its quotations are from, each stands there byte for byte, where the
//! lock says; altered, what was altered is told. Where the texts are not there it says so. No opinion about other texts.

#![cfg(test)]

use std::fs;
use std::path::PathBuf;

use atlas::model::Corpus;
use atlas::receipt::{But, Finding, Receipt, receipt};
use parley_atlas::EMBEDDED_PACK;

/// The texts, and the files of the lock.
fn texts() -> Vec<(String, String)> {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let folder = root.join("../shared/sources");
    let Ok(files) = fs::read_dir(&folder) else {
        eprintln!("NOT RUN: the texts are not in {}", folder.display());
        return Vec::new();
    };
    let mut texts: Vec<(String, String)> = files
        .filter_map(|file| {
            let path = file.ok()?.path();
            Some((path.file_name()?.to_str()?.to_owned(), fs::read_to_string(&path).ok()?))
        })
        .collect();
    texts.sort();
    texts
}

fn held_against(text: &str) -> Receipt {
    let corpus = Corpus::open(EMBEDDED_PACK).unwrap();
    // The texts are in normal form C as they are.
    receipt(corpus, text, &str::to_owned).unwrap()
}

#[test]
fn every_quotation_stands_where_the_lock_says() {
    let lock = include_str!("../../../corpus/quotations.lock");
    let mut articles = Vec::new();
    for (name, text) in texts() {
        let Receipt { article, findings } = held_against(&text);
        articles.push(article.id());
        for (excerpt, finding) in findings {
            let Finding::Exact(bytes) = finding else { panic!("{name}: {}: {finding:?}", excerpt.id()) };
            let line = format!("{} = {{ bytes = [{}, {}]", excerpt.id(), bytes.start, bytes.end);
            assert!(lock.contains(&line), "{name}: {line}");
        }
    }
    articles.sort_unstable();
    articles.dedup();
    assert!(matches!(articles.len(), 0 | 5), "{articles:?}");
}

#[test]
fn copies_that_differ_are_told() {
    for (name, text) in texts() {
        let wrapped = text.replace(' ', "\n");
        for (excerpt, finding) in held_against(&wrapped).findings {
            let spaced = excerpt.exact().contains(' ');
            assert_eq!(matches!(finding, Finding::Exact(_)), !spaced, "{name}: {}", excerpt.id());
            assert!(!spaced || finding == Finding::But(vec![But::Spaces]), "{name}: {finding:?}");
        }
        let found = held_against(&text).findings;
        let (excerpt, _) = found.iter().max_by_key(|(excerpt, _)| excerpt.exact().len()).unwrap();
        let mut words: Vec<&str> = excerpt.exact().split(' ').collect();
        let middle = words.len() / 2;
        let ours = std::mem::replace(&mut words[middle], "ALTERED");
        let altered = text.replace(excerpt.exact(), &words.join(" "));
        let found = held_against(&altered).findings;
        let (_, finding) = found.iter().find(|(known, _)| known.id() == excerpt.id()).unwrap();
        assert_eq!(*finding, Finding::Differs(ours.to_owned(), "ALTERED".to_owned()), "{name}");
    }
}
