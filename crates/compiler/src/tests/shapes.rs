//! Single keys: missing, unknown, of the wrong type or shape.

use super::{Sample, compare, spoil};

#[test]
fn missing_keys() {
    spoil(
        "venues.toml",
        "country = \"aldern\"\n",
        "",
        &[("venues.toml:1", &["`country` is missing", "a venue must have it"])],
    );
    spoil(
        "corpus.toml",
        "view = { lon = 30.5, lat",
        "view = { lat",
        &[("corpus.toml:8", &["`lon` is missing"])],
    );
    spoil("corpus.toml", "version = \"2025-06-01\"\n", "", &[("corpus.toml:1", &["`version` is missing"])]);
    spoil(
        "articles/alpha.toml",
        "language = \"en-GB\"\n",
        "",
        &[("articles/alpha.toml:1", &["`language` is missing"])],
    );
    spoil(
        "articles/alpha.toml",
        "status_note = { en = \"A name was mended.\" }\n",
        "",
        &[("articles/alpha.toml:1", &["`status_note` is missing"])],
    );
    spoil(
        "entries/all.toml",
        "stance = \"refuses\"\n",
        "",
        &[("entries/all.toml:38", &["`stance` is missing"])],
    );
    spoil(
        "retired.toml",
        "note = { en = \"Withdrawn.\" }\n",
        "",
        &[("retired.toml:6", &["`note` is missing"])],
    );
}

#[test]
fn unknown_keys() {
    spoil(
        "venues.toml",
        "short = ",
        "shrot = ",
        &[("venues.toml:14", &["unknown key `shrot`", "did you mean `short`?"])],
    );
    spoil(
        "corpus.toml",
        "km_per_px = 8.5",
        "km_per_px = 8.5, qqq = 1",
        &[("corpus.toml:8", &["unknown key `qqq`", "expected `lon`, `lat` or `km_per_px`"])],
    );
    spoil(
        "entries/all.toml",
        "said = { edtf = \"[..2025-03-05]\", ",
        "said = { edtf = \"[..2025-03-05]\", day = 1, ",
        &[("entries/all.toml:22", &["unknown key `day`"])],
    );
    spoil(
        "articles/beta.toml",
        "id = \"beta\"",
        "id = \"beta\"\nheadlin = \"x\"",
        &[("articles/beta.toml:2", &["did you mean `headline`?"])],
    );
}

#[test]
fn wrong_types() {
    spoil(
        "venues.toml",
        "lat = 52.25",
        "lat = \"52.25\"",
        &[("venues.toml:7", &["`lat` must be a number", "this is a string"])],
    );
    spoil(
        "venues.toml",
        "name = { en = \"Ovrel\" }",
        "name = \"Ovrel\"",
        &[("venues.toml:3", &["table of languages", "`name = { en = \"…\" }`"])],
    );
    spoil(
        "corpus.toml",
        "reference = true",
        "reference = \"yes\"",
        &[("corpus.toml:31", &["must be true or false"])],
    );
    spoil(
        "corpus.toml",
        "excerpt_words = 40",
        "excerpt_words = 40.5",
        &[("corpus.toml:7", &["must be a whole number"])],
    );
    spoil(
        "corpus.toml",
        "excerpt_words = 40",
        "excerpt_words = 0",
        &[("corpus.toml:7", &["a whole number from 1"])],
    );
    spoil(
        "corpus.toml",
        "version = \"2025-06-01\"",
        "version = 2025-06-01",
        &[("corpus.toml:2", &["this is a date without quotation marks"])],
    );
    spoil(
        "corpus.toml",
        "[[sea]]",
        "[sea]",
        &[("corpus.toml:52", &["`sea` must be an array of tables", "write `[[sea]]`"])],
    );
    spoil(
        "entries/all.toml",
        "formats = [\"summit\", \"bilateral\"]",
        "formats = \"summit\"",
        &[("entries/all.toml:9", &["`formats` must be an array"])],
    );
}

#[test]
fn every_problem_of_a_file_at_once() {
    let sample = Sample::good()
        .with("venues.toml", "kind = \"city\"", "kind = \"town\"")
        .with("venues.toml", "lon = 21.0", "lon = 210.0")
        .with("venues.toml", "#2262AE", "2262AE")
        .with("venues.toml", "country = \"farland\"", "country = \"farlnad\"")
        .with("entries/all.toml", "2025-05-02", "2025-05-32");
    compare(
        &sample.report(),
        &[
            ("venues.toml:4", &["`kind` cannot be `town`", "expected `city` or `area`"]),
            ("venues.toml:6", &["`lon` is out of range", "-180 to 180"]),
            ("venues.toml:8", &["`light` cannot be `2262AE`", "#2262AE"]),
            ("venues.toml:16", &["there is no country `farlnad`", "did you mean `farland`?"]),
            ("entries/all.toml:71", &["`2025-05-32` is not a date"]),
        ],
    );
}

#[test]
fn cities_lie_in_their_countries() {
    let place = |lon: &str, lat: &str| {
        let sample = Sample::good().with("venues.toml", "lon = 21.0", &format!("lon = {lon}"));
        sample.with("venues.toml", "lat = 52.25", &format!("lat = {lat}"))
    };
    let check = |lon: &str, lat: &str, words: &[&str]| {
        compare(&place(lon, lat).report(), &[("venues.toml:6", words)])
    };
    check(
        "21.0",
        "56.5",
        &["not in `aldern`", "in the country with the number 428", "`aldern` is", "at_sea"],
    );
    check("18.0", "55.9", &["not in `aldern`", "in the sea", "the nearest country is", "km away"]);
    // A harbour that the outline misses is no mistake, nor is a ship that says so.
    compare(&place("18.8", "54.6").report(), &[]);
    let ship = place("18.0", "55.9").with("venues.toml", "kind = \"city\"", "kind = \"city\"\nat_sea = true");
    compare(&ship.report(), &[]);
}

#[test]
fn words_that_addresses_use_are_no_ids() {
    for word in ["none", "parley", "pa-map", "record-notes"] {
        let report = Sample::good()
            .with("entries/all.toml", "id = \"rask-host\"", &format!("id = \"{word}\""))
            .report();
        let told = report.render();
        assert!(told.contains(&format!("`{word}` is no id of a corpus")), "{told}");
    }
    let report = Sample::good().with("entries/all.toml", "id = \"rask-host\"", "id = \"ovrel\"").report();
    assert!(report.render().contains("`ovrel` is the id of a venue"), "{}", report.render());
}

#[test]
fn ids() {
    spoil(
        "corpus.toml",
        "id = \"bilateral\"",
        "id = \"Bilateral\"",
        &[
            ("corpus.toml:19", &["`Bilateral` is not an id", "lower-case"]),
            ("entries/all.toml:9", &["there is no format `bilateral`"]),
            ("entries/all.toml:81", &["there is no format `bilateral`"]),
        ],
    );
    spoil(
        "corpus.toml",
        "id = \"harbour\"",
        "id = \"capital\"",
        &[("corpus.toml:34", &["two things have the id `capital`", "[corpus.toml:27 the first]"])],
    );
    spoil(
        "entries/all.toml",
        "id = \"vote-in-may\"",
        "id = \"a-vote\"",
        &[(
            "entries/all.toml:68",
            &[
                "two things have the id `a-vote`",
                "[articles/alpha.toml:44 the first]",
                "entry, article or excerpt",
            ],
        )],
    );
    spoil(
        "corpus.toml",
        "iso = \"008\"",
        "iso = \"616\"",
        &[("corpus.toml:49", &["two countries have the number 616", "corpus.toml:41"])],
    );
    spoil("corpus.toml", "iso = \"008\"", "iso = \"8\"", &[("corpus.toml:49", &["three digits"])]);
    spoil(
        "actors.toml",
        "side = \"borea\"",
        "side = \"corea\"",
        &[("actors.toml:13", &["there is no side `corea`", "did you mean `borea`?"])],
    );
    spoil(
        "entries/all.toml",
        "actor = \"iven-rask\"\nstance",
        "actor = \"ivan-rask\"\nstance",
        &[("entries/all.toml:31", &["there is no actor `ivan-rask`", "did you mean `iven-rask`?"])],
    );
    spoil(
        "entries/all.toml",
        "excerpts = [\"a-never\"]",
        "excerpts = [\"a-nevr\"]",
        &[("entries/all.toml:46", &["there is no excerpt `a-nevr`", "did you mean `a-never`?"])],
    );
    spoil(
        "retired.toml",
        "to = \"rask-host\"",
        "to = \"rask-hots\"",
        &[("retired.toml:3", &["did you mean `rask-host`?"])],
    );
    spoil(
        "retired.toml",
        "id = \"gone\"",
        "id = \"beta\"",
        &[("retired.toml:7", &["`beta` is retired and alive", "articles/beta.toml:1"])],
    );
}

#[test]
fn languages() {
    spoil(
        "corpus.toml",
        "{ en = \"A small corpus.\" }",
        "{ de = \"Ein Korpus.\" }",
        &[("corpus.toml:6", &["`description` says nothing in the default language, `en`"])],
    );
    spoil(
        "corpus.toml",
        "{ en = \"A small corpus.\" }",
        "{ en = \"A small corpus.\", fr = \"Un corpus.\" }",
        &[("corpus.toml:6", &["`fr` is not a language of this corpus", "expected `en` or `de`"])],
    );
    spoil(
        "corpus.toml",
        "default_language = \"en\"",
        "default_language = \"uk\"",
        &[("corpus.toml:3", &["not among the languages", "add `uk`"])],
    );
    spoil(
        "articles/alpha.toml",
        "language = \"en-GB\"",
        "language = \"English\"",
        &[("articles/alpha.toml:10", &["BCP 47"])],
    );
}

#[test]
fn limits_are_never_laxer_than_the_design() {
    for (from, to, most) in [
        ("excerpt_words = 40", "excerpt_words = 51", "50 at most"),
        ("article_words = 150", "article_words = 201", "200 at most"),
        ("[1, 3]", "[2, 5]", "1 in 3 at most"),
        ("[1, 3]", "[1]", "must be two numbers"),
    ] {
        spoil("corpus.toml", from, to, &[("corpus.toml:7", &[most])]);
    }
}

#[test]
fn strings() {
    spoil(
        "corpus.toml",
        "\"A small corpus.\"",
        "\" A small corpus.\"",
        &[("corpus.toml:6", &["begins or ends with white space"])],
    );
    spoil(
        "articles/alpha.toml",
        "outlet = \"The Ovrel Gazette\"",
        "outlet = \"\"",
        &[("articles/alpha.toml:6", &["`outlet` is empty"])],
    );
    spoil(
        "articles/alpha.toml",
        "https://example.org",
        "ftp://example.org",
        &[("articles/alpha.toml:8", &["`https://` or `http://`"])],
    );
    spoil("corpus.toml", "lat = 43.25", "lat = 91", &[("corpus.toml:56", &["-90 to 90"])]);
    spoil("corpus.toml", "lat = 52\n", "", &[("corpus.toml:43", &["needs both `lon` and `lat`"])]);
}
