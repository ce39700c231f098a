//! The receipt of the shipped corpus: held against the texts that its quotations are from, each stands there byte for byte; altered, what was altered is told. Where the texts are not there it says so. No opinion about other texts.

#![cfg(test)]

use std::fs;
use std::path::PathBuf;

use atlas::model::Corpus;
use atlas::model::Excerpt;
use atlas::receipt::{Finding, Verdict, receipt};
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

/// The article's id, and how each of its excerpts stands in a text.
fn held_against(text: &str) -> (&'static str, Vec<(Excerpt, Finding)>) {
    let corpus = Corpus::open(EMBEDDED_PACK).unwrap();
    let mut findings = Vec::new();
    let article = receipt(corpus, text, &mut |excerpt, finding| findings.push((excerpt, finding))).unwrap();
    (article.id(), findings)
}

#[test]
fn every_quotation_stands_there_byte_for_byte() {
    let mut articles = Vec::new();
    for (name, text) in texts() {
        let (article, findings) = held_against(&text);
        articles.push(article);
        for (excerpt, finding) in findings {
            assert_eq!(finding, Verdict::Exact.into(), "{name}: {}", excerpt.id());
        }
    }
    articles.sort_unstable();
    articles.dedup();
    assert!(matches!(articles.len(), 0 | 5), "{articles:?}");
}

#[test]
fn copies_that_differ_are_told() {
    for (name, text) in texts() {
        for (excerpt, finding) in held_against(&text.replace(' ', "\n")).1 {
            let expected = if excerpt.exact().contains(' ') { Verdict::Spaces } else { Verdict::Exact };
            assert_eq!(finding, expected.into(), "{name}: {}", excerpt.id());
        }
        let found = held_against(&text).1;
        let (excerpt, _) = found.iter().max_by_key(|(excerpt, _)| excerpt.exact().len()).unwrap();
        let mut words: Vec<&str> = excerpt.exact().split(' ').collect();
        let middle = words.len() / 2;
        let ours = std::mem::replace(&mut words[middle], "ALTERED");
        let altered = text.replace(excerpt.exact(), &words.join(" "));
        let found = held_against(&altered).1;
        let (_, finding) = found.iter().find(|(known, _)| known.id() == excerpt.id()).unwrap();
        let differs =
            Finding { verdict: Verdict::Differs, ours: ours.to_owned(), theirs: "ALTERED".to_owned() };
        assert_eq!(*finding, differs, "{name}");
    }
}
