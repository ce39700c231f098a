//! Excerpts against the texts.

use super::{Sample, compare, spoil};

const FILE: &str = "articles/alpha.toml";

#[test]
fn a_quotation_that_is_not_in_its_source() {
    spoil(
        FILE,
        "exact = \"Borea will never go there\"",
        "exact = \"Borea would never go there\"",
        &[(
            "articles/alpha.toml:40",
            &[
                "not in the body of its source",
                "sources/alpha.txt:12 the nearest text",
                "the source has `will` instead of `would`",
            ],
        )],
    );
    spoil(
        FILE,
        "exact = \"Borea will never go there\"",
        "exact = \"Rain fell upon these green hills\"",
        &[
            ("articles/alpha.toml:40", &["nothing like it stands in alpha.txt"]),
            ("articles/alpha.toml:41", &["the key phrase is not in the excerpt"]),
        ],
    );
    // A no-break space and marks that look alike.
    spoil(
        FILE,
        "is to vote on May 2.",
        "is to vote on May\u{a0}2.",
        &[
            ("articles/alpha.toml:46", &["the key phrase is not in the excerpt"]),
            ("articles/alpha.toml:45", &["not in the body", "U+0020 stands there, not U+00A0"]),
        ],
    );
    spoil(
        FILE,
        "“We would come to Ovrel, and we would stay,”",
        "“We would come to Ovrel, and we would stay,\\\"",
        &[("articles/alpha.toml:29", &["not in the body", "U+201D ” stands there, not U+0022 \""])],
    );
}

#[test]
fn words_at_which_a_browser_cannot_open_the_text() {
    // Once as they are written, twice as a browser compares.
    spoil(
        FILE,
        "exact = \"Borea will never go there\"\nkey = \"never\"",
        "exact = \"talks\"\nkey = \"talks\"",
        &[("articles/alpha.toml:40", &["a browser finds these words at 2 places", "`prefix` or `suffix`"])],
    );
}

#[test]
fn a_quotation_outside_the_body() {
    spoil(
        FILE,
        "exact = \"Borea will never go there\"\nkey = \"never\"",
        "exact = \"the old town hall in Ovrel\"\nkey = \"old\"",
        &[("articles/alpha.toml:40", &["outside the body", "sources/alpha.txt:6 here", "captions"])],
    );
    spoil(
        FILE,
        "headline = true\n",
        "",
        &[
            ("articles/alpha.toml:23", &["outside the body", "write `headline = true`"]),
            ("entries/all.toml:36", &["without a headline among its excerpts"]),
        ],
    );
    spoil(
        FILE,
        "key = \"never\"",
        "key = \"never\"\nheadline = true",
        &[
            ("articles/alpha.toml:40", &["outside the headline", "the line that `headline_line` names"]),
            ("entries/all.toml:46", &["proved by nothing but a headline"]),
        ],
    );
}

#[test]
fn a_quotation_over_lines() {
    spoil(
        FILE,
        "exact = \"Borea will never go there\"\nkey = \"never\"",
        "exact = \"to vote on May 2. He spoke for an hour. The words\"\nkey = \"words\"",
        &[("articles/alpha.toml:40", &["runs over lines 12 to 13", "within one line"])],
    );
    spoil(
        FILE,
        "exact = \"Borea will never go there\"\nkey",
        "exact = \"Borea will\\nnever\"\nkey",
        &[("articles/alpha.toml:40", &["over a line break"])],
    );
}

#[test]
fn key_phrases() {
    spoil(
        FILE,
        "key = \"never\"",
        "key = \"ever so\"",
        &[("articles/alpha.toml:41", &["not in the excerpt"])],
    );
    spoil(FILE, "key = \"come to Ovrel\"", "key = \"we would\"", &[]);
    spoil(
        FILE,
        "key = \"come to Ovrel\"",
        "key = \"would\"",
        &[("articles/alpha.toml:30", &["more than once"])],
    );
}

#[test]
fn words_that_stand_more_than_once() {
    spoil(
        FILE,
        "repeated = true\n",
        "",
        &[(
            "articles/alpha.toml:34",
            &["stand 2 times in the body", "alpha.txt:10 the first", "alpha.txt:13 the second", "prefix"],
        )],
    );
    spoil(FILE, "repeated = true", "prefix = \"by the words. \"", &[]);
    spoil(
        FILE,
        "repeated = true",
        "suffix = \" Nobody\"\nrepeated = true",
        &[("articles/alpha.toml:37", &["once in the body, not repeatedly"])],
    );
    spoil(
        FILE,
        "prefix = \"Borean Assembly \"",
        "prefix = \"Borean assembly \"",
        &[("articles/alpha.toml:47", &["not with this prefix", "alpha.txt:12"])],
    );
    spoil(
        FILE,
        "prefix = \"Borean Assembly \"",
        "prefix = \"012345678901234567890123456789012\"",
        &[
            ("articles/alpha.toml:47", &["33 characters; the limit is 32"]),
            ("articles/alpha.toml:47", &["not with this prefix"]),
        ],
    );
}

#[test]
fn words_cut_in_two() {
    spoil(
        FILE,
        "exact = \"Borea will never go there\"",
        "exact = \"orea will never go there\"",
        &[("articles/alpha.toml:40", &["inside a word", "`Borea`"])],
    );
    spoil(
        FILE,
        "exact = \"Borea will never go there\"",
        "exact = \"Borea will never go the\"",
        &[("articles/alpha.toml:40", &["inside a word", "`there,`"])],
    );
}

#[test]
fn the_same_words_twice() {
    spoil(
        FILE,
        "exact = \"Borea will never go there\"\nkey = \"never\"",
        "exact = \"“We would come to Ovrel, and we would stay,”\"\nkey = \"stay\"",
        &[(
            "articles/alpha.toml:40",
            &["two excerpts are the same words", "articles/alpha.toml:29 the first, `a-come`"],
        )],
    );
}

#[test]
fn limits_of_words() {
    let limit = |from: &str, to: &str| Sample::good().with("corpus.toml", from, to);
    // 10 + 9 + 5 + 5 + 6 + 4 words of a body of 183, the headline not counted.
    compare(
        &limit("excerpt_words = 40", "excerpt_words = 9").report(),
        &[("articles/alpha.toml:18", &["has 10 words; the limit is 9"])],
    );
    compare(&limit("article_words = 150", "article_words = 39").report(), &[]);
    compare(
        &limit("article_words = 150", "article_words = 38").report(),
        &[("articles/alpha.toml:1", &["39 words", "limit is 38"])],
    );
    compare(&limit("[1, 3]", "[1, 8]").report(), &[("articles/alpha.toml:1", &["1 in 8"])]);
    // Without the texts, by the words that the lock counted.
    compare(
        &limit("article_words = 150", "article_words = 38").report_locked(),
        &[("articles/alpha.toml:1", &["39 words", "limit is 38"])],
    );
    compare(&limit("[1, 3]", "[1, 8]").report_locked(), &[("articles/alpha.toml:1", &["1 in 8"])]);
    // The second excerpt lies in the first.
    let overlap = limit("article_words = 150", "article_words = 39").with(
        FILE,
        "exact = \"Borea will never go there\"\nkey = \"never\"",
        "exact = \"come to Ovrel, and we\"\nkey = \"come\"",
    );
    compare(&overlap.with("corpus.toml", "article_words = 39", "article_words = 34").report(), &[]);
}

#[test]
fn ranges_of_the_body() {
    let body = "body = [\"8-13\", \"15-15\"]";
    spoil(
        FILE,
        body,
        "body = [\"8-13\", \"15-99\"]",
        &[("articles/alpha.toml:3", &["line 99, outside the source", "has 17 lines"])],
    );
    spoil(FILE, body, "body = [\"8\", \"15-15\"]", &[("articles/alpha.toml:3", &["no range of lines: `8`"])]);
    spoil(
        FILE,
        body,
        "body = [\"13-8\", \"15-15\"]",
        &[("articles/alpha.toml:3", &["does not run from a first to a last line"])],
    );
    spoil(
        FILE,
        body,
        "body = [\"8-15\", \"15-15\"]",
        &[("articles/alpha.toml:3", &["begins before the end of the last"])],
    );
    spoil(FILE, body, "body = []", &[("articles/alpha.toml:3", &["`body` has no range"])]);
    spoil(
        FILE,
        body,
        "body = [\"3-15\"]",
        &[("articles/alpha.toml:5", &["the headline is no part of the body"])],
    );
    spoil(
        FILE,
        "headline_line = 3",
        "headline_line = 99",
        &[
            ("articles/alpha.toml:5", &["the source has no line 99"]),
            ("articles/alpha.toml:23", &["outside the headline"]),
        ],
    );
}

#[test]
fn what_is_given_as_printed() {
    spoil(
        FILE,
        "headline = \"Ovrel could host talks in spring",
        "headline = \"Ovrel might host talks in spring",
        &[("articles/alpha.toml:4", &["not the one that the source prints", "Ovrel could host"])],
    );
    spoil(
        FILE,
        "outlet = \"The Ovrel Gazette\"",
        "outlet = \"The Ovrel Herald\"",
        &[(
            "articles/alpha.toml:6",
            &["the outlet `The Ovrel Herald` is not printed", "`Gazette` instead of `Herald`"],
        )],
    );
    spoil(
        FILE,
        "\"Edda Brook\"",
        "\"Edda Broke\"",
        &[("articles/alpha.toml:7", &["the author `Edda Broke`"])],
    );
    spoil(
        FILE,
        "time = \"1:35 PM\"",
        "time = \"1:35 p.m.\"",
        &[("articles/alpha.toml:11", &["the date `1:35 p.m.` is not printed"])],
    );
    spoil(
        "entries/all.toml",
        "place_named = \"Farland\"",
        "place_named = \"United Farland\"",
        &[("entries/all.toml:79", &["the place `United Farland` is not printed in its source"])],
    );
}
