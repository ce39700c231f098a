//! A text is held against the quotations of its article: what is planted in it is found, what is altered is told, and any text at all
//! is looked at. No opinion about words.

#![cfg(test)]

#[path = "citations/made_up.rs"]
#[allow(dead_code, reason = "this one needs no words")]
mod made_up;

use atlas::model::Corpus;
use atlas::receipt::{But, Finding, Receipt, receipt};
use made_up::{Printed, corpus};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// A corpus of one article for each list of exact words.
fn of(articles: &[&[&str]]) -> Corpus {
    let printed = |exact: &&[&str]| Printed {
        published: "2025".to_owned(),
        excerpts: exact.iter().map(|exact| [(*exact).to_owned(), String::new(), String::new()]).collect(),
        ..Printed::default()
    };
    corpus(&articles.iter().map(printed).collect::<Vec<_>>())
}

fn findings(corpus: Corpus, text: &str) -> Option<(String, Vec<Finding>)> {
    let Receipt { article, findings } = receipt(corpus, text, &composed)?;
    Some((article.id().to_owned(), findings.into_iter().map(|(_, finding)| finding).collect()))
}

const QUOTE: &str = "the “first” talks – in Genève – couldn’t be held before Monday";

#[test]
fn copies_differ_in_what_is_named() {
    let check = |text: &str, expected: Finding| {
        let found = findings(of(&[&["nothing of this kind was ever said"], &[QUOTE]]), text).unwrap();
        assert_eq!(found, ("a1".to_owned(), vec![expected]), "{text}");
    };
    let but = |kinds: &[But]| Finding::But(kinds.to_vec());
    check(&format!("Before, {QUOTE}."), Finding::Exact(8..8 + QUOTE.len()));
    check(&QUOTE.replace("be held", "be\r\n  held"), but(&[But::Spaces]));
    check(&QUOTE.replace(['“', '”'], "\"").replace('’', "'"), but(&[But::Marks]));
    check(&QUOTE.replace('–', "—"), but(&[But::Dashes]));
    check(&QUOTE.replace("talks", "ta\u{ad}l\u{200b}ks"), but(&[But::Unseen]));
    check(&QUOTE.replace('è', "e\u{300}"), but(&[But::Composed]));
    check(
        &QUOTE.replace("be held", "be\nheld").replace('–', "-").replace('è', "e\u{300}"),
        but(&[But::Spaces, But::Dashes, But::Composed]),
    );
    let differs = |ours: &str, theirs: &str| Finding::Differs(ours.to_owned(), theirs.to_owned());
    check(&QUOTE.replace("Monday", "Tuesday, he said"), differs("Monday", "Tuesday,"));
    check(&QUOTE.replace("held", "held again"), differs("", "again"));
    check(&QUOTE.replace("talks ", ""), differs("talks", ""));
}

#[test]
fn the_words_around_decide_where_they_are_needed() {
    let twice = |prefix: &str, suffix: &str| {
        corpus(&[Printed {
            published: "2025".to_owned(),
            excerpts: vec![["talks in Ovrel".to_owned(), prefix.to_owned(), suffix.to_owned()]],
            ..Printed::default()
        }])
    };
    let text = "No talks in Ovrel, he said.\nThere were\ntalks in Ovrel yet.";
    let check = |prefix: &str, suffix: &str, expected: Finding| {
        assert_eq!(findings(twice(prefix, suffix), text).unwrap().1, [expected], "{prefix} {suffix}");
    };
    check("No ", "", Finding::Exact(3..17));
    check("", ", he", Finding::Exact(3..17));
    // Where the text is wrapped, a line ends before it.
    check("There were ", "", Finding::Exact(39..53));
    check("", " yet", Finding::Exact(39..53));
    check("never ", "", Finding::But(vec![But::Around]));
}

#[test]
fn the_article_is_the_one_with_the_most() {
    let one = ["peace talks may be held in Ovrel next week", "the envoy of Asker was not invited to them"];
    let two = ["the ministers met for an hour by the lake", "nobody spoke of Ovrel there, officials said"];
    let corpus = of(&[&one, &two]);
    let check = |text: String, expected: Option<&str>| {
        assert_eq!(findings(corpus, &text).map(|found| found.0).as_deref(), expected, "{text}");
    };
    check(format!("{} {} {}", one[0], two[0], two[1]), Some("a1"));
    check(format!("{} {} {}", one[0], one[1], two[1]), Some("a0"));
    check("Something else was written about the weather.".to_owned(), None);
    check(String::new(), None);
    check("\u{202e}\u{200b}\0".to_owned(), None);
}

/// Words of a text, as a seed chooses them.
fn filler(seed: u64, words: usize) -> String {
    const WORDS: [&str; 12] =
        ["the", "of", "talks", "in", "minister", "said", "on", "“peace”", "and", "was\n", "—", "Ovrel,"];
    let mut state = seed;
    let next = |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        WORDS[(state >> 33) as usize % WORDS.len()]
    };
    (0..words).map(next).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_long_text_is_looked_at_in_full() {
    let text = format!("{} {QUOTE} {}", filler(1, 60_000), filler(2, 120_000));
    assert!(text.len() > 900_000);
    let found = findings(of(&[&[QUOTE, "words that are nowhere at all in it"]]), &text).unwrap().1;
    assert!(matches!(&found[..], [Finding::Exact(_), Finding::Absent]), "{found:?}");
}

proptest! {
    #[test]
    fn what_is_planted_is_found(seed: u64, before in 0..400_usize, after in 0..400_usize, words in "[a-zé’]{2,7}( [a-zé’]{2,7}){4,20}") {
        let text = format!("{} {words} {}", filler(seed, before), filler(!seed, after));
        let corpus = of(&[&[&words]]);
        let at = filler(seed, before).len() + 1;
        let found = findings(corpus, &text).unwrap().1;
        prop_assert_eq!(&found[..], &[Finding::Exact(at..at + words.len())]);

        let wrapped = text.replace(' ', "\r\n");
        let found = findings(corpus, &wrapped).unwrap().1;
        prop_assert_eq!(&found[..], &[Finding::But(vec![But::Spaces])]);
    }

    #[test]
    fn one_changed_letter_is_told(seed: u64, words in prop::collection::vec("[a-z]{3,8}", 8..20), at in 0..8_usize) {
        let quote = words.join(" ");
        let mut altered = words.clone();
        altered[at].push('Q');
        // The altered words are nowhere as they were.
        prop_assume!(!altered.join(" ").contains(&quote));
        let text = format!("{} {} {}", filler(seed, 100), altered.join(" "), filler(!seed, 100));
        let found = findings(of(&[&[&quote]]), &text).unwrap().1;
        prop_assert_eq!(found, [Finding::Differs(words[at].clone(), altered[at].clone())]);
    }

    #[test]
    fn any_text_is_looked_at(text: String, exact in "\\PC{1,40}", prefix: String, suffix: String) {
        let printed = Printed {
            published: "2025".to_owned(),
            excerpts: vec![[exact.clone(), prefix, suffix]],
            ..Printed::default()
        };
        let corpus = corpus(&[printed]);
        let _ = receipt(corpus, &text, &composed);
        let _ = receipt(corpus, &[&text, &*exact, &text].concat(), &composed);
    }
}
