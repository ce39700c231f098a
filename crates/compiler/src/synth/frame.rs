//! What surrounds the entries of a synthetic corpus: corpus.toml, venues.toml, actors.toml. No opinion about the entries.

use std::fmt::Write;

use super::vocabulary::{ACTORS, COUNTRIES, FORMATS, SIDES, VENUES};

const HEAD: &str = r#"id = "synthetic"
version = "2025-01-01"
default_language = "en"
languages = ["en"]
title = { en = "Places named for invented talks" }
description = { en = "A synthetic corpus: every name, place and quotation in it is invented." }
limits = { excerpt_words = 50, article_words = 200, article_share = [1, 3] }
view = { lon = 18.0, lat = 47.0, km_per_px = 9.0 }
"#;

/// Names and contents. Venues and actors that no entry uses are left out: nothing is shown without evidence.
pub(super) fn files(entries: &str) -> [(&'static str, String); 3] {
    let is_used = |key: &str, id: &str| entries.contains(&format!("{key} = \"{id}\"\n"));
    let mut corpus = HEAD.to_owned();
    // Writing into a string cannot fail.
    for (kind, items) in [("side", SIDES.as_slice()), ("format", FORMATS.as_slice())] {
        for (id, name) in items {
            let _ = write!(corpus, "\n[[{kind}]]\nid = \"{id}\"\nname = {{ en = \"{name}\" }}\n");
        }
    }
    for (index, (id, name, iso, lon, lat)) in COUNTRIES.iter().enumerate() {
        let _ = write!(
            corpus,
            "\n[[country]]\nid = \"{id}\"\nname = {{ en = \"{name}\" }}\niso = \"{iso}\"\nlon = {lon}\nlat = {lat}\nparty = {}\n",
            index < 2,
        );
    }
    let _ = write!(
        corpus,
        "\n[[place]]\nid = \"ovrel\"\nname = {{ en = \"Ovrel\" }}\nlon = 21.0\nlat = 52.2\nreference = true\n"
    );
    let mut venues = String::new();
    for (index, (id, name, country, lon, lat, light, dark)) in VENUES.iter().enumerate() {
        let kind = if index + 1 == VENUES.len() { "area" } else { "city" };
        let country = COUNTRIES.get(*country).map_or("", |country| country.0);
        if is_used("venue", id) {
            let _ = write!(
                venues,
                "[[venue]]\nid = \"{id}\"\nname = {{ en = \"{name}\" }}\nkind = \"{kind}\"\ncountry = \"{country}\"\nlon = {lon}\nlat = {lat}\ncolour = {{ light = \"{light}\", dark = \"{dark}\" }}\n\n",
            );
        }
    }
    let mut actors = String::new();
    for (id, name, role, side) in ACTORS {
        let (side, kind) =
            (SIDES.get(side).map_or("", |side| side.0), if role.is_empty() { "body" } else { "person" });
        let role = if role.is_empty() { String::new() } else { format!("role = {{ en = \"{role}\" }}\n") };
        if is_used("actor", id) || is_used("according_to", id) {
            let _ = write!(
                actors,
                "[[actor]]\nid = \"{id}\"\nname = {{ en = \"{name}\" }}\nkind = \"{kind}\"\n{role}side = \"{side}\"\n\n"
            );
        }
    }
    [("corpus.toml", corpus), ("venues.toml", venues), ("actors.toml", actors)]
}
