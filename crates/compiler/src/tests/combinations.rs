//! Keys that are good one by one and impossible together.

use super::{Sample, compare, spoil};

const FILE: &str = "entries/all.toml";

#[test]
fn attribution() {
    spoil(
        FILE,
        "according_to = \"iven-rask\"\n",
        "",
        &[("entries/all.toml:39", &["must say according to whom"])],
    );
    spoil(
        FILE,
        "attribution = \"second-hand\"",
        "attribution = \"own-words\"",
        &[("entries/all.toml:41", &["`according_to` with `own-words`"])],
    );
    spoil(
        FILE,
        "according_to = \"iven-rask\"",
        "according_to = \"assembly\"",
        &[("entries/all.toml:41", &["nobody is second-hand about oneself", "entries/all.toml:40"])],
    );
    spoil(
        FILE,
        "attribution = \"headline-only\"",
        "attribution = \"own-words\"",
        &[("entries/all.toml:36", &["proved by nothing but a headline"])],
    );
    spoil(
        FILE,
        "excerpts = [\"a-headline\"]",
        "excerpts = [\"a-host\"]",
        &[
            ("entries/all.toml:36", &["without a headline among its excerpts"]),
            ("articles/alpha.toml:22", &["no entry uses the excerpt `a-headline`"]),
        ],
    );
}

#[test]
fn venues() {
    spoil(
        FILE,
        "venue = \"farland\"\n",
        "",
        &[
            ("entries/all.toml:78", &["`place_named` without a venue"]),
            ("entries/all.toml:79", &["`venue_is` without a venue"]),
            ("venues.toml:12", &["no entry uses the venue `farland`"]),
        ],
    );
    spoil(
        FILE,
        "place_named = \"Farland\"\nvenue_is = \"implied\"\n",
        "",
        &[
            ("entries/all.toml:75", &["`place_named` is missing"]),
            ("entries/all.toml:75", &["`venue_is` is missing"]),
        ],
    );
}

#[test]
fn dates() {
    let from = "basis = \"derived\", why = { en = \"Before the text.\" }";
    spoil(FILE, from, "basis = \"derived\"", &[("entries/all.toml:82", &["must say why"])]);
    spoil(
        FILE,
        from,
        "basis = \"stated\", why = { en = \"Before the text.\" }",
        &[("entries/all.toml:82", &["a stated date needs no reasoning"])],
    );
    spoil(
        FILE,
        "2025-03-04",
        "2025-04-04",
        &[("entries/all.toml:54", &["`2025-04-04`, which is not within `2025-03`", "never replaces"])],
    );
    spoil(
        FILE,
        "[2025-02-28,2025-03-03]",
        "[2025-02-30,2025-03-03]",
        &[("entries/all.toml:63", &["is not a date", "2025-02 has 28 days"])],
    );
    spoil(
        FILE,
        "edtf = \"2025-01/2025-02\"",
        "edtf = \"2025-03-02/2025-03-03\"",
        &[("entries/all.toml:76", &["2025-03-02 at the earliest", "reported by 2025-02-28 at the latest"])],
    );
}

#[test]
fn events() {
    spoil(
        FILE,
        "kind = \"vote\"",
        "kind = \"raised\"",
        &[
            ("entries/all.toml:70", &["nobody named has proposed"]),
            ("entries/all.toml:68", &["2025-05-02 at the earliest"]),
        ],
    );
    spoil(
        FILE,
        "kind = \"took-place\"",
        "kind = \"took-place\"\nmodality = \"expected\"",
        &[("entries/all.toml:76", &["what took place is not expected"])],
    );
}

#[test]
fn proof() {
    spoil(
        FILE,
        "sources = [{ article = \"alpha\", excerpts = [\"a-vote\"] }]",
        "sources = []",
        &[("entries/all.toml:73", &["the entry has no source"])],
    );
    spoil(
        FILE,
        "excerpts = [\"a-vote\"]",
        "excerpts = []",
        &[("entries/all.toml:73", &["the source has no excerpt"])],
    );
    spoil(
        FILE,
        "article = \"alpha\", excerpts = [\"a-vote\"]",
        "article = \"beta\", excerpts = [\"a-vote\"]",
        &[
            ("entries/all.toml:73", &["`a-vote` is from another article, `alpha`"]),
            ("entries/all.toml:71", &["`May 2` is not printed in its source"]),
        ],
    );
    spoil(
        FILE,
        "[\"a-host\", \"a-hour\"]",
        "[\"a-host\", \"a-hour\", \"a-host\"]",
        &[("entries/all.toml:12", &["named twice"])],
    );
    spoil(
        FILE,
        "{ article = \"beta\", excerpts = [\"b-took-place\"] },",
        "{ article = \"alpha\", excerpts = [\"a-host\"] },",
        &[("entries/all.toml:26", &["the article `alpha` is named twice", "entries/all.toml:25"])],
    );
}

#[test]
fn what_nothing_is_shown_of() {
    let (statements, _) = super::ENTRIES.split_once("[[event]]").unwrap();
    let sample = Sample::good().add(FILE, statements.as_bytes());
    compare(
        &sample.report(),
        &[
            ("articles/alpha.toml:44", &["no entry uses the excerpt `a-vote`"]),
            ("venues.toml:12", &["no entry uses the venue `farland`"]),
        ],
    );
    let sample = Sample::good().with("actors.toml", "id = \"assembly\"", "id = \"other\"\nname = { en = \"Other\" }\nkind = \"body\"\nside = \"borea\"\n\n[[actor]]\nid = \"assembly\"");
    compare(&sample.report(), &[("actors.toml:10", &["no entry uses the actor `other`"])]);
    compare(
        &Sample::good().add("entries/none.toml", b"# nothing\n").report(),
        &[("entries/none.toml:1", &["no entry in this file"])],
    );
}

#[test]
fn articles() {
    let without = super::BETA.split("[[excerpt]]").next().unwrap().as_bytes();
    compare(
        &Sample::good().add("articles/beta.toml", without).report(),
        &[
            ("articles/beta.toml:1", &["the article has no excerpt"]),
            ("entries/all.toml:26", &["there is no excerpt `b-took-place`"]),
            ("entries/all.toml:84", &["there is no excerpt `b-took-place`"]),
        ],
    );
    spoil(
        "articles/alpha.toml",
        "status = \"corrected\"\n",
        "",
        &[
            ("articles/alpha.toml:12", &["`status_date` without a status"]),
            ("articles/alpha.toml:13", &["`status_note` without a status"]),
        ],
    );
    spoil(
        "articles/alpha.toml",
        "headline_line = 3\n",
        "",
        &[
            ("articles/alpha.toml:4", &["a headline needs its line"]),
            ("articles/alpha.toml:22", &["quotes a headline, but the article names none"]),
            ("articles/alpha.toml:22", &["outside the headline"]),
        ],
    );
}
