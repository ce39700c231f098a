//! `quotations.lock`: what was true of the texts when they were last at hand. No opinion about limits.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use serde::Deserialize;
use sha2::{Digest, Sha256};
use toml::Spanned;

use crate::files::{File, Place};
use crate::problem::{Problem, Problems};
use crate::table::place;

/// Name of the file in the corpus.
pub(crate) const FILE: &str = "quotations.lock";

/// What to do about everything that a lock can have wrong.
pub(crate) const RELOCK: &str =
    "check against the texts, which rewrites the lock: `cargo xtask corpus check --sources DIR`";

/// The lock as it stands in its file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lock {
    #[serde(default)]
    pub(crate) article: BTreeMap<Spanned<String>, LockedArticle>,
}

/// One article in the lock.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LockedArticle {
    /// SHA-256 of the whole source.
    pub(crate) source: String,
    /// The line ranges for which the words were counted.
    pub(crate) body: Vec<String>,
    pub(crate) body_words: usize,
    #[serde(default)]
    pub(crate) excerpt: BTreeMap<Spanned<String>, LockedExcerpt>,
}

/// One excerpt in the lock.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LockedExcerpt {
    /// First byte in the source, and the byte after the last.
    pub(crate) bytes: [usize; 2],
    /// SHA-256 of the exact words.
    pub(crate) exact: String,
}

impl LockedExcerpt {
    pub(crate) fn new(range: &Range<usize>, exact: &str) -> Self {
        Self { bytes: [range.start, range.end], exact: sha256(exact) }
    }

    pub(crate) fn range(&self) -> Range<usize> {
        self.bytes[0]..self.bytes[1]
    }
}

/// Reads the lock; a malformed one is a problem.
pub(crate) fn read(number: usize, file: &File, problems: &Problems) -> Option<Lock> {
    match toml::from_str(&file.text) {
        Ok(lock) => Some(lock),
        Err(error) => {
            let at = place(number, error.span().unwrap_or_default());
            let problem = Problem::at(at, format!("{FILE} is damaged: {}", error.message()));
            problems.add(problem.help(RELOCK));
            None
        }
    }
}

impl Lock {
    pub(crate) fn insert(&mut self, id: &str, article: LockedArticle) {
        self.article.insert(key(id), article);
    }

    /// The file, sorted by id, one line for each excerpt.
    pub(crate) fn to_text(&self) -> String {
        let mut text =
            String::from("# Written by `cargo xtask corpus check --sources DIR`. Never edited by hand.\n");
        for (id, article) in &self.article {
            let body: Vec<_> = article.body.iter().map(|range| format!("\"{range}\"")).collect();
            // Writing into a string cannot fail.
            let _ = write!(
                text,
                "\n[article.{}]\nsource = \"{}\"\nbody = [{}]\nbody_words = {}\n",
                id.get_ref(),
                article.source,
                body.join(", "),
                article.body_words,
            );
            if !article.excerpt.is_empty() {
                let _ = writeln!(text, "[article.{}.excerpt]", id.get_ref());
            }
            for (id, LockedExcerpt { bytes: [from, to], exact }) in &article.excerpt {
                let _ =
                    writeln!(text, "{} = {{ bytes = [{from}, {to}], exact = \"{exact}\" }}", id.get_ref());
            }
        }
        text
    }

    /// Reports everything in the lock that the corpus no longer has.
    pub(crate) fn check_surplus(&self, number: usize, is_known: impl Fn(&str) -> bool, problems: &Problems) {
        let excerpts = self.article.values().flat_map(|article| article.excerpt.keys());
        for id in self.article.keys().chain(excerpts).filter(|id| !is_known(id.get_ref())) {
            let message = format!("{FILE} is stale: the corpus has no `{}`", id.get_ref());
            problems.add(Problem::at(place(number, id.span()), message).help(RELOCK));
        }
    }
}

impl LockedArticle {
    pub(crate) fn insert(&mut self, id: &str, excerpt: LockedExcerpt) {
        self.excerpt.insert(key(id), excerpt);
    }

    /// Whether an excerpt was found.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.excerpt.contains_key(&key(id))
    }

    /// Where an excerpt stands, if the lock knows exactly these words.
    pub(crate) fn find(&self, id: &str, exact: &str, at: Place, problems: &Problems) -> Option<Range<usize>> {
        let message = match self.excerpt.get(id) {
            Some(locked) if locked.exact == sha256(exact) && locked.range().len() == exact.len() => {
                return Some(locked.range());
            }
            Some(_) => format!("the excerpt `{id}` was altered since it was last checked against its source"),
            None => format!("the excerpt `{id}` was never checked against its source: {FILE} has no such id"),
        };
        problems.add(Problem::at(at, message).help(RELOCK));
        None
    }
}

fn key(id: &str) -> Spanned<String> {
    Spanned::new(0..0, id.to_owned())
}

/// SHA-256 in hexadecimal.
pub(crate) fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        for half in [byte >> 4, byte & 15] {
            hex.push(char::from_digit(half.into(), 16).unwrap_or_default());
        }
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hash_of_the_standard() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn written_and_read_again() {
        let mut article =
            LockedArticle { source: "00".into(), body: vec!["1-2".into()], ..Default::default() };
        article.insert("b-1", LockedExcerpt::new(&(3..6), "abc"));
        article.insert("a-1", LockedExcerpt::new(&(0..3), "xyz"));
        let mut lock = Lock::default();
        lock.insert("some-article", article);
        let text = lock.to_text();
        let again: Lock = toml::from_str(&text).unwrap();
        assert_eq!(again.to_text(), text);
        assert!(text.find("a-1").unwrap() < text.find("b-1").unwrap());
    }
}
