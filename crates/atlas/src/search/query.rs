//! What was typed: words and phrases, folded. Phrases stand in quotation marks of any kind, and what is written without a space is one,
//! too ("U.S.", "Russia-Ukraine"). The word that is being typed, the last one as long as nothing follows it, may be the start of a word;
//! all others are whole. Total on any text. No opinion about what is searched.

use super::fold::{fold, fold_to, is_apostrophe};
use super::names;
use crate::model::{ActorKind, Corpus};

/// A search longer than this is none of a person; the field takes no more, and what follows is not read.
pub const MAX_QUERY_CHARS: usize = 200;

/// What is asked for; empty where nothing is. Each term is followed by those that stand for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<Vec<Term>>);

/// Words that follow each other: each with a space before it, and the last with one after it unless it is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    words: String,
    /// By the byte at the end of a stretch of that length: how far on the words may stand next (Horspool 1980).
    next: Vec<u8>,
}

impl Query {
    /// Reads what was typed.
    pub fn new(text: &str) -> Self {
        let (mut query, mut part, mut quoted) = (Self::default(), String::new(), false);
        for c in text.chars().take(MAX_QUERY_CHARS) {
            let is_mark = matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»');
            quoted ^= is_mark;
            if is_mark || (!quoted && is_space(c)) {
                query.ask(&part, false);
                part.clear();
            } else {
                part.push(c);
            }
        }
        query.ask(&part, true);
        query
    }

    /// Reads what was typed, where the last name of a person stands for it in every spelling that the corpus knows.
    pub fn of(corpus: Corpus, text: &str) -> Self {
        let mut query = Self::new(text);
        if query.is_empty() {
            return query;
        }
        for person in corpus.actors().filter(|actor| actor.kind() == ActorKind::Person) {
            let names = names(person.name(), &mut person.aliases());
            // A line for each, with a space before and after every word.
            let last = |name: &str| Some([" ", name.trim_end().rsplit(' ').next()?, " "].concat());
            let spellings: Vec<String> = names.lines().filter_map(last).collect();
            for ways in &mut query.0 {
                let Some(asked) = ways.first().cloned() else { continue };
                let is_asked = |one: &String| asked.find(one.as_bytes(), 0).is_some();
                if spellings.iter().any(is_asked) {
                    let others = spellings.iter().filter(|one| !is_asked(one));
                    others.for_each(|one| ways.push(Term::new(one.clone())));
                }
            }
        }
        query
    }

    fn ask(&mut self, part: &str, is_last: bool) {
        let mut words = String::new();
        fold_to(&mut words, None, part);
        // A sign ends a word as a space does, but an apostrophe may be followed by the rest of it.
        let is_open = |c: char| fold(c).0 != ' ' || is_apostrophe(c);
        if is_last && part.chars().next_back().is_some_and(is_open) {
            words.pop();
        }
        // Two bytes at least: a space, and a letter.
        if words.len() > 1 {
            self.0.push(vec![Term::new(words)]);
        }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn terms(&self) -> &[Vec<Term>] {
        &self.0
    }

    /// The stretches of a text that are asked for, as byte ranges in their order, none meeting another.
    pub fn found_in(&self, text: &str) -> Vec<(usize, usize)> {
        let mut ranges: Vec<(usize, usize)> = Vec::new();
        if self.is_empty() {
            return ranges;
        }
        let (mut folded, mut from) = (String::new(), Vec::new());
        fold_to(&mut folded, Some(&mut from), text);
        let place = |at: usize| from.get(at).copied().unwrap_or(text.len());
        let mut is_found = vec![false; text.len()];
        for term in self.0.iter().flatten() {
            let mut at = 0;
            while let Some(found) = term.find(folded.as_bytes(), at) {
                // What is found begins with a space, and so may what is found next.
                at = found + 1;
                let end = found + term.words.len() - usize::from(term.words.ends_with(' '));
                // One letter may have become two, of which the first was asked for.
                let last = place(end - 1);
                let past = (end..folded.len()).map(place).find(|past| *past > last).unwrap_or(text.len());
                is_found.iter_mut().take(past).skip(place(at)).for_each(|byte| *byte = true);
            }
        }
        for (at, _) in is_found.iter().enumerate().filter(|(_, found)| **found) {
            match ranges.last_mut() {
                Some(last) if last.1 == at => last.1 = at + 1,
                _ => ranges.push((at, at + 1)),
            }
        }
        ranges
    }
}

impl Term {
    pub(crate) fn new(words: String) -> Self {
        let longest = words.len().min(usize::from(u8::MAX)) as u8;
        let mut next = vec![longest; 256];
        let before_last = words.as_bytes().split_last().map_or(&[][..], |(_, rest)| rest);
        for (at, byte) in before_last.iter().enumerate() {
            if let Some(next) = next.get_mut(usize::from(*byte)) {
                *next = (words.len() - 1 - at).min(usize::from(u8::MAX)) as u8;
            }
        }
        Self { words, next }
    }

    /// Where the words stand in a folded text, from a byte on.
    pub(crate) fn find(&self, folded: &[u8], from: usize) -> Option<usize> {
        let (words, mut at) = (self.words.as_bytes(), from);
        let ending = words.last().copied().unwrap_or_default();
        loop {
            let there = folded.get(at..at + words.len())?;
            let last = there.last().copied().unwrap_or_default();
            // Most stretches are told apart by one byte.
            if last == ending && there == words {
                return Some(at);
            }
            at += self.next.get(usize::from(last)).map_or(1, |next| usize::from(*next));
        }
    }
}

/// Whether it parts words.
pub(crate) fn is_space(c: char) -> bool {
    matches!(c, '\0'..=' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<String> {
        Query::new(text).0.into_iter().flatten().map(|term| term.words).collect()
    }

    #[test]
    fn what_is_asked_for() {
        let check = |text: &str, expected: &[&str]| assert_eq!(words(text), expected, "{text:?}");
        check("", &[]);
        check(" — ?!", &[]);
        check("minsk", &[" minsk"]);
        // A space after it says that the word is whole.
        check("minsk ", &[" minsk "]);
        check("minsk,", &[" minsk "]);
        check("peace talks", &[" peace ", " talks"]);
        check("peace  talks ", &[" peace ", " talks "]);
        check("Лук'", &[" лук"]);
        check("Лук'я", &[" лукя"]);
        check("U.S. envoy", &[" u s ", " envoy"]);
        check("Russia-Ukr", &[" russia ukr"]);
        for (open, close) in [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('»', '«')] {
            check(&format!("a {open}peace talks{close} b"), &[" a ", " peace talks ", " b"]);
            check(&format!("{open}peace talks{close}"), &[" peace talks "]);
            check(&format!("{open}peace ta"), &[" peace ta"]);
            check(&format!("{open}peace "), &[" peace "]);
        }
        check("\"\"", &[]);
        check("a\"b c\"d", &[" a ", " b c ", " d"]);
    }

    #[test]
    fn what_is_found_is_marked_in_the_text_as_it_is() {
        let check = |query: &str, text: &str, expected: &[&str]| {
            let found = Query::new(query).found_in(text);
            let found: Vec<&str> = found.iter().map(|&(from, to)| &text[from..to]).collect();
            assert_eq!(found, expected, "{query:?} in {text:?}");
        };
        check("min", "Minsk, not Yasmin or “minsk”", &["Min", "min"]);
        check("minsk ", "Minsk, Minske, MINSK", &["Minsk", "MINSK"]);
        check("istanbul", "In İstanbul’da", &["İstanbul"]);
        check("istan", "In I\u{307}stanbul", &["I\u{307}stan"]);
        check("zel", "Zel\u{301}ensky", &["Zel\u{301}"]);
        check("stras", "Straße", &["Straß"]);
        check("лукянченко", "Лук’янченко!", &["Лук’янченко"]);
        check(
            "\"peace talks\"",
            "Peace, talks; peace-talks, peace in talks",
            &["Peace, talks", "peace-talks"],
        );
        check("\"a a\"", "a a a b a", &["a a a"]);
        check("peace \"peace talks\" t", "peace talks", &["peace talks"]);
        check("talks peace", "peace and talks", &["peace", "talks"]);
        check("", "peace", &[]);
        check("b", "<b>&amp;</b>", &["b", "b"]);
        check("и", "ий й", &["и", "й"]);
    }

    proptest! {
        #[test]
        fn any_text_is_a_query_for_any_text(query in "\\PC{0,60}|[ a-c\"“”ß'\u{0}-\u{1f}\u{202e}\u{200b}<>&]{0,60}", text in "\\PC{0,60}|[ a-cß'’]{0,60}") {
            let mut last = None;
            for (from, to) in Query::new(&query).found_in(&text) {
                prop_assert!(last.is_none_or(|last| last < from) && from < to);
                prop_assert!(text.get(from..to).is_some());
                last = Some(to);
            }
        }
    }

    #[test]
    fn a_megabyte_is_a_query() {
        for part in ["a", "a ", "\"", "\u{202e}", "<b>", "ß\u{1}", "\u{301}"] {
            let long = part.repeat((1 << 20) / part.len());
            assert_eq!(
                Query::new(&long).found_in("a b c ß").is_empty(),
                !matches!(part, "a " | "ß\u{1}"),
                "{part:?}"
            );
        }
    }
}
