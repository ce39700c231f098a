//! A small corpus that uses every key of the format, and ways to spoil it. Each test names what it spoils and every problem it expects.

mod combinations;
mod damage;
mod files;
mod lock;
mod pack;
mod quotations;
mod shapes;
mod synth;

use std::fs;
use std::path::Path;

use crate::{Report, check, write_lock};

const CORPUS: &str = include_str!("sample/corpus.toml");
const VENUES: &str = include_str!("sample/venues.toml");
const ACTORS: &str = include_str!("sample/actors.toml");
const ALPHA: &str = include_str!("sample/articles/alpha.toml");
const BETA: &str = include_str!("sample/articles/beta.toml");
const ENTRIES: &str = include_str!("sample/entries/all.toml");
const RETIRED: &str = include_str!("sample/retired.toml");
const ALPHA_TEXT: &str = include_str!("sample/sources/alpha.txt");
const BETA_TEXT: &str = include_str!("sample/sources/beta.txt");

/// A corpus as files: name and bytes.
#[derive(Clone)]
struct Sample(Vec<(String, Vec<u8>)>);

/// What a problem has to say: its file and line, and words that it has to contain.
type Expected<'a> = (&'a str, &'a [&'a str]);

impl Sample {
    fn good() -> Self {
        let files = [
            ("corpus.toml", CORPUS),
            ("venues.toml", VENUES),
            ("actors.toml", ACTORS),
            ("articles/alpha.toml", ALPHA),
            ("articles/beta.toml", BETA),
            ("entries/all.toml", ENTRIES),
            ("retired.toml", RETIRED),
            ("sources/alpha.txt", ALPHA_TEXT),
            ("sources/beta.txt", BETA_TEXT),
        ];
        Self(files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect())
    }

    /// Replaces the only place where `from` stands in a file.
    fn with(mut self, name: &str, from: &str, to: &str) -> Self {
        let (_, bytes) = self.0.iter_mut().find(|(other, _)| other == name).expect(name);
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from:?} has to stand once in {name}");
        *bytes = text.replace(from, to).into_bytes();
        self
    }

    fn add(mut self, name: &str, bytes: &[u8]) -> Self {
        self = self.without(name);
        self.0.push((name.to_owned(), bytes.to_vec()));
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.0.retain(|(other, _)| other != name);
        self
    }

    fn write(&self, dir: &Path) {
        for (name, bytes) in &self.0 {
            let path = dir.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }

    /// Against its texts.
    fn report(&self) -> Report {
        let dir = tempfile::tempdir().unwrap();
        self.write(dir.path());
        check(dir.path(), Some(&dir.path().join("sources")))
    }

    /// Against a lock that was made of the good sample.
    fn report_locked(&self) -> Report {
        let dir = tempfile::tempdir().unwrap();
        Sample::good().write(dir.path());
        let good = check(dir.path(), Some(&dir.path().join("sources")));
        assert!(write_lock(dir.path(), &good).unwrap());
        self.write(dir.path());
        check(dir.path(), None)
    }
}

/// Each problem as `file:line: everything that it says`, the folder left out.
fn said(report: &Report) -> Vec<String> {
    let file = |path: &str| {
        let parts: Vec<_> = path.rsplit('/').take(2).collect();
        match parts.as_slice() {
            [name, folder] if ["articles", "entries", "sources"].contains(folder) => {
                format!("{folder}/{name}")
            }
            [name, ..] => (*name).to_owned(),
            [] => String::new(),
        }
    };
    let problems = report.problems.iter();
    let all = problems.map(|problem| {
        let marks =
            problem.marks.iter().map(|mark| format!("[{}:{} {}]", file(&mark.file), mark.line, mark.label));
        let marks: Vec<_> = marks.collect();
        let help = problem.help.as_deref().unwrap_or_default();
        let (line, message, notes) = (problem.line(), &problem.message, problem.notes.join("; "));
        format!("{}:{line}: {message}; {}; {notes}; {help}", file(problem.file()), marks.join(" "))
    });
    all.collect()
}

#[track_caller]
fn compare(report: &Report, expected: &[Expected<'_>]) {
    let mut said = said(report);
    let all = said.join("\n");
    assert_eq!(said.len(), expected.len(), "number of problems:\n{all}");
    for (place, words) in expected {
        let fits = |problem: &String| {
            problem.starts_with(&format!("{place}: ")) && words.iter().all(|words| problem.contains(words))
        };
        let index = said.iter().position(fits);
        let index = index.unwrap_or_else(|| panic!("no problem at {place} says {words:?}:\n{all}"));
        said.remove(index);
    }
    assert_eq!(report.is_ok(), expected.is_empty());
    assert_eq!(report.model.is_some(), expected.is_empty());
    let rendered = report.render();
    assert!(report.problems.iter().all(|problem| rendered.contains(&problem.message)), "{rendered}");
}

/// Spoils one place and expects these problems, each once, and no others.
#[track_caller]
fn spoil(name: &str, from: &str, to: &str, expected: &[Expected<'_>]) {
    compare(&Sample::good().with(name, from, to).report(), expected);
}

#[test]
fn the_sample_is_good() {
    let report = Sample::good().report();
    compare(&report, &[]);
    assert_eq!(report.render(), "6 statements, 2 events, 8 excerpts, 2 articles; checked against 2 texts\n");
    compare(&Sample::good().report_locked(), &[]);
}
