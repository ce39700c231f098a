//! The markup of search, facets and two venues side by side, rendered on the host for the shipped corpus: what is found is marked in the text
//! as it is printed, what is set has a chip, where nothing is left it is said what was asked, as text, and each row of two venues says its
//! date and party.

#![cfg(test)]

use std::path::Path;

use atlas::model::Corpus;
use atlas::words::Catalogue;
use atlas_render::locale::Locale;
use parley_atlas::app::{App, AppProps};
use parley_atlas::{EMBEDDED_PACK, Environment};
use tokio::task::LocalSet;
use yew::{Callback, LocalServerRenderer};

/// The shell for a reader's state.
fn shell(fragment: &'static str) -> String {
    let corpus = Corpus::open(EMBEDDED_PACK).unwrap();
    let locales = concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales");
    let locale = Locale::read(Path::new(locales), "en").unwrap();
    let document = Environment::document(Catalogue::parse(&locale.text, 0).unwrap());
    let environment = Environment { fragment: fragment.into(), width_px: Some(1280.0), ..document };
    let app = AppProps { corpus, environment, on_drawn: Callback::noop() };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    LocalSet::new().block_on(&runtime, LocalServerRenderer::<App>::with_props(app).hydratable(false).render())
}

#[test]
fn what_is_found_is_marked_and_what_is_set_has_a_chip() {
    let check = |fragment, present: &[&str], absent: &[&str]| {
        let shell = shell(fragment);
        for part in present {
            assert!(shell.contains(part), "#{fragment} lacks {part}");
        }
        for part in absent {
            assert!(!shell.contains(part), "#{fragment} has {part}");
        }
    };
    let found = "<mark class=\"pa-found\">";
    check("", &["id=\"pa-facets\""], &[found, "pa-active", "id=\"pa-facets-panel\"", "pa-nothing"]);
    check(
        "q=%22PEACE%20talks%22",
        &["<mark class=\"pa-found\">peace talks</mark>", "Remove: “"],
        &["pa-nothing"],
    );
    // In the name where another spelling was asked for.
    check(
        "q=%D0%97%D0%B5%D0%BB%D0%B5%D0%BD%D1%81%D1%8C%D0%BA%D0%B8%D0%B9",
        &["Volodymyr <mark class=\"pa-found\">Zelensky</mark>"],
        &[],
    );
    check(
        "side=russia&by=own-words",
        &["aria-label=\"Remove: Russia\"", "aria-label=\"Remove: own words\"", "Clear all"],
        &[found],
    );
    // What is asked stays text.
    check(
        "q=%3Cimg%20src%3Dx%3E&venue=geneva",
        &["No entry in this collection for Geneva and “&lt;img src=x&gt;”.", "Without “&lt;img src=x&gt;”: "],
        &["<img"],
    );
}

#[test]
fn two_venues_stand_side_by_side() {
    let asked = shell("view=positions&venue=minsk&against=istanbul&entry=peskov-minsk-best-place-2025");
    let parts = [
        "<table role=\"grid\" class=\"pa-pair\"",
        "aria-pressed=\"true\" data-pair=\"minsk\"",
        "aria-pressed=\"true\" data-pair=\"istanbul\"",
        "aria-pressed=\"false\" data-pair=\"geneva\"",
        "<th scope=\"col\">Date and party</th><th scope=\"col\" class=\"v-minsk\">Minsk",
        // The first row has the one place that Tab reaches; what is not there is said.
        "tabindex=\"0\"><small>by 12 February 2015</small> Belarus</th>",
        "<span aria-hidden=\"true\">–</span><span class=\"pa-unseen\">no entry in this collection</span>",
        "<b>Favours</b> <small>Dmitry Peskov, own words</small>",
    ];
    for part in parts {
        assert!(asked.contains(part), "no {part}");
    }
    // The cell of the open entry.
    assert_eq!(asked.matches("aria-selected=\"true\"").count(), 1);
    assert_eq!(asked.matches("tabindex=\"0\"").count(), 1);
    let alone = shell("view=positions&venue=minsk");
    assert!(alone.contains("aria-pressed=\"true\" data-pair=\"minsk\"") && !alone.contains("pa-pair\""));
}
