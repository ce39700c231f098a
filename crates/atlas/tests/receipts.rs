//! A text is held against the quotations of its article: what is planted in it is found, what is altered is told, and any text at all
//! is looked at. No opinion about words.

#![cfg(test)]

#[path = "citations/made_up.rs"]
mod made_up;

use atlas::model::Corpus;
use atlas::receipt::{Finding, Verdict, receipt, told};
use made_up::{Printed, corpus};
use proptest::prelude::*;

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
    let mut findings = Vec::new();
    let article = receipt(corpus, text, &mut |_, finding| findings.push(finding))?;
    Some((article.id().to_owned(), findings))
}

fn finding(verdict: Verdict, ours: &str, theirs: &str) -> Finding {
    Finding { verdict, ours: ours.to_owned(), theirs: theirs.to_owned() }
}

const QUOTE: &str = "the “first” talks – in Genève – couldn’t be held before Monday";

#[test]
fn copies_differ_in_what_is_named() {
    let check = |text: &str, expected: Finding| {
        let found = findings(of(&[&["nothing of this kind was ever said"], &[QUOTE]]), text).unwrap();
        assert_eq!(found, ("a1".to_owned(), vec![expected]), "{text}");
    };
    check(&format!("Before, {QUOTE}."), Verdict::Exact.into());
    for spaces in ["be\r\n  held", "be\u{a0}held", "be\theld"] {
        check(&QUOTE.replace("be held", spaces), Verdict::Spaces.into());
    }
    for (from, to) in [
        ("“", "\""),
        ("’", "'"),
        ("–", "—"),
        ("talks", "ta\u{ad}l\u{200b}ks"),
        ("è", "e\u{300}"),
        ("the", "The"),
    ] {
        let copy = QUOTE.replace(from, to);
        check(&format!("«{copy}»!\nMore"), finding(Verdict::Signs, "", &format!("«{copy}»!")));
    }
    let differs = |ours: &str, theirs: &str| finding(Verdict::Differs, ours, theirs);
    check(&QUOTE.replace("Monday", "Tuesday, he said"), differs("Monday", "Tuesday,"));
    check(&QUOTE.replace("held", "held again"), differs("", "again"));
    check(&QUOTE.replace("the “first” talks", "talks"), differs("the “first”", ""));
    check(QUOTE.split_at(QUOTE.find('c').unwrap()).1, differs("the “first” talks – in Genève", ""));
    check(&QUOTE.replace("talks ", ""), differs("talks", ""));
}

#[test]
fn it_is_told_in_lines() {
    let corpus = of(&[&[QUOTE, "nothing of this kind was ever said"]]);
    let told = |text: &str| told(corpus, &made_up::english(), text);
    assert_eq!(told(""), "");
    assert_eq!(told("<b>\u{202e}\u{0}"), "This is no article of this collection.");
    let expected = format!(
        "no headline in this text, an outlet that the text does not name: 1 of 2 quotations stand there.\n\n“{QUOTE}”\n✓ Byte for byte.\n\n“nothing of this kind was ever said”\n✗ Not there."
    );
    assert_eq!(told(QUOTE), expected);
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

#[test]
fn an_article_is_recognised_by_more_than_a_few_words() {
    let check = |exact: &str, recognised: bool| {
        let text = format!("Before, {exact}. After.");
        assert_eq!(findings(of(&[&[exact]]), &text).is_some(), recognised, "{exact}");
    };
    check("peace talks", false);
    // With the space behind each word 21 bytes, and 20.
    check("they met at the lake", true);
    check("they met at the sea", false);
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
    assert_eq!(found, [Verdict::Exact.into(), Verdict::Absent.into()]);
}

proptest! {
    #[test]
    // 24 letters at the least, since by fewer no article is recognised.
    fn what_is_planted_is_found(seed: u64, before in 0..400_usize, after in 0..400_usize, words in "[a-zé]{4,7}( [a-zé]{3,6}’?[a-z]){5,20}") {
        let text = format!("{} {words} {}", filler(seed, before), filler(!seed, after));
        let corpus = of(&[&[&words]]);
        let found = findings(corpus, &text).unwrap().1;
        prop_assert_eq!(&found[..], &[Verdict::Exact.into()]);

        let wrapped = text.replace(' ', "\r\n");
        let found = findings(corpus, &wrapped).unwrap().1;
        prop_assert_eq!(&found[..], &[Verdict::Spaces.into()]);
    }

    #[test]
    fn one_changed_letter_is_told(seed: u64, words in prop::collection::hash_set("[a-z]{4,8}", 12..20), at in 0..12_usize) {
        let words: Vec<String> = words.into_iter().collect();
        let quote = words.join(" ");
        let mut altered = words.clone();
        altered[at].push('Q');
        // The altered words are nowhere as they were.
        prop_assume!(!altered.join(" ").contains(&quote));
        let text = format!("{} {} {}", filler(seed, 100), altered.join(" "), filler(!seed, 100));
        let found = findings(of(&[&[&quote]]), &text).unwrap().1;
        prop_assert_eq!(found, [finding(Verdict::Differs, &words[at], &altered[at])]);
    }

    #[test]
    fn any_text_is_looked_at(text: String, exact in "\\PC{1,40}", prefix: String, suffix: String) {
        let printed = Printed {
            published: "2025".to_owned(),
            excerpts: vec![[exact.clone(), prefix, suffix]],
            ..Printed::default()
        };
        let corpus = corpus(&[printed]);
        let _ = told(corpus, &made_up::english(), &text);
        if let Some((_, found)) = findings(corpus, &[&text, &*exact, &text].concat()) {
            prop_assert_eq!(found, [Verdict::Exact.into()]);
        }
    }
}

#[test]
fn a_hostile_megabyte_is_looked_at() {
    let corpus = of(&[&[QUOTE, "the the the the the the the the"]]);
    for part in ["the ", "a", "\u{202e}", "<img src=x>", "ß\u{1}", "\u{301}", "\u{200b}the\u{200b} "] {
        let _ = findings(corpus, &part.repeat((1 << 20) / part.len()));
    }
}
