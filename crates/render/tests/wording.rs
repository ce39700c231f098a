//! The shipped corpus' own words: what a summary quotes stands in an excerpt beside it, words that judge stand only in
//! such quotations, and the pages that tell how much there is tell what is there. No opinion about the texts; the
//! compiler holds the excerpts against them.

#![cfg(test)]

use atlas::model::{Corpus, Entry, Kind};
use parley_atlas::EMBEDDED_PACK;

/// Words of the five texts that judge or take a side; our texts may have them only in quotation marks.
const JUDGING: &str = "acrimony bad brave clash death denazification dictator echoing falsely falsified maximalist \
    overture proxies puppet rebuke regime surrender ultimatum unconstructive warring wrangling";

fn entries() -> Vec<Entry> {
    Corpus::open(EMBEDDED_PACK).unwrap().entries().collect()
}

/// What stands in curly quotation marks, and what stands outside of them.
fn quoted_and_plain(text: &str) -> (Vec<&str>, String) {
    let mut quoted = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('“') {
        let (inside, following) = after.split_once('”').unwrap_or((after, ""));
        quoted.push(inside);
        plain.push_str(before);
        rest = following;
    }
    plain.push_str(rest);
    (quoted, plain)
}

/// The words that judge, of those outside quotation marks.
fn judging(text: &str) -> Vec<String> {
    let plain = quoted_and_plain(text).1.to_lowercase();
    let words = plain.split(|letter: char| !letter.is_alphabetic());
    words.filter(|word| JUDGING.split(' ').any(|judging| judging == *word)).map(str::to_owned).collect()
}

#[test]
fn quotation_marks_part_a_text() {
    let check = |text: &str, quoted: &[&str], plain: &str, found: &[&str]| {
        assert_eq!(quoted_and_plain(text), (quoted.to_vec(), plain.to_owned()), "{text}");
        assert_eq!(judging(text), found, "{text}");
    };
    check("No place is named.", &[], "No place is named.", &[]);
    check("An ultimatum of the Regime.", &[], "An ultimatum of the Regime.", &["ultimatum", "regime"]);
    check("The text says “ultimatum”, not “offer”.", &["ultimatum", "offer"], "The text says , not .", &[]);
    check("never “closed, bad", &["closed, bad"], "never ", &[]);
}

#[test]
fn a_summary_quotes_only_what_its_excerpts_show() {
    let mut count = 0;
    for entry in entries() {
        let summary = entry.summary().in_language(0);
        for words in quoted_and_plain(summary).0 {
            count += 1;
            assert!(
                entry.excerpts().any(|excerpt| excerpt.exact().contains(words)),
                "{}: {words}",
                entry.id()
            );
        }
    }
    assert!(count > 0, "some summaries quote");
}

#[test]
fn words_that_judge_stand_only_in_quotation_marks() {
    for entry in entries() {
        for text in [entry.summary(), entry.date().why()] {
            let ours = text.in_language(0);
            assert_eq!(judging(ours), Vec::<String>::new(), "{}: {ours}", entry.id());
        }
    }
}

#[test]
fn the_pages_tell_the_numbers_of_the_corpus() {
    let corpus = Corpus::open(EMBEDDED_PACK).unwrap();
    let statements = entries().iter().filter(|entry| matches!(entry.kind(), Kind::Statement(_))).count();
    let entries = corpus.entries().len();
    let (events, excerpts) = (entries - statements, corpus.excerpts().len());
    let told = format!(
        "{entries} entries: {statements} statements and {events} events, proved by {excerpts} excerpts"
    );
    let check =
        |name: &str, page: &str, words: &str| assert!(page.contains(words), "{name} does not say: {words}");
    check("ANNOTATION", include_str!("../../../docs/ANNOTATION.md"), &told);
    check("README", include_str!("../../../README.md"), &format!("holds {entries} entries"));
    check("CHANGELOG", include_str!("../../../CHANGELOG.md"), &format!("corpus of {entries} entries"));
}
