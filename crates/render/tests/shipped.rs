//! The document of the shipped corpus: everything that the collection holds stands in it, and its coarse map keeps its limit.

#![cfg(test)]

use std::path::Path;

use atlas::model::Corpus;
use atlas_render::document::Document;
use atlas_render::locale::Locale;
use atlas_render::markup::{Element, elements};
use parley_atlas::EMBEDDED_PACK;

/// What the coarse map may take, all of its paths together.
const COARSE_MAP_BYTES: usize = 16_000;

fn shipped() -> (Corpus, Document) {
    let corpus = Corpus::open(EMBEDDED_PACK).unwrap();
    let locales = concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales");
    let locale = Locale::read(Path::new(locales), "en").unwrap();
    (corpus, Document::render(corpus, 0, "en", &locale.text, true).unwrap())
}

fn ids(markup: &str) -> Vec<String> {
    let id = |element: &Element| element.attribute("id").map(str::to_owned);
    elements(markup).iter().filter_map(id).collect()
}

#[test]
fn the_record_holds_every_entry_article_and_word() {
    let (corpus, document) = shipped();
    let ids = ids(&document.record);
    for entry in corpus.entries() {
        assert!(ids.iter().any(|id| id == entry.id()), "{}", entry.id());
    }
    for article in corpus.articles() {
        assert!(ids.iter().any(|id| id == article.id()), "{}", article.id());
    }
    for excerpt in corpus.excerpts() {
        let (before, key, after) = excerpt.parts();
        let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let marked = format!("{}<mark>{}</mark>{}", escape(before), escape(key), escape(after));
        let plain = document.record.replace("&quot;", "\"").replace("&#x27;", "'");
        assert!(plain.contains(&marked), "{}: {marked}", excerpt.id());
    }
}

#[test]
fn ids_stand_once() {
    let (_, document) = shipped();
    let mut all = ids(&document.shell);
    all.extend(ids(&document.record));
    all.sort();
    let twice = all.windows(2).find(|pair| pair[0] == pair[1]);
    assert_eq!(twice, None);
}

#[test]
fn every_mark_of_the_document_leads_to_its_evidence() {
    let (_, document) = shipped();
    let ids = ids(&document.record);
    let shell = elements(&document.shell);
    let links: Vec<&str> = shell
        .iter()
        .filter(|element| element.attribute("class").is_some_and(|class| class.contains("pa-mark")))
        .filter_map(|element| element.attribute("href")?.strip_prefix('#'))
        .collect();
    assert!(!links.is_empty());
    for link in links {
        assert!(ids.iter().any(|id| id == link), "{link}");
    }
}

#[test]
fn the_coarse_map_keeps_its_limit() {
    let (_, document) = shipped();
    let shell = elements(&document.shell);
    let outlines: Vec<usize> = shell
        .iter()
        .filter(|element| element.attribute("id").is_some_and(|id| id.starts_with("pa-")))
        .filter(|element| element.name == "path")
        .filter_map(|element| Some(element.attribute("d")?.len()))
        .collect();
    assert!(outlines.len() > 8, "land, lakes, borders, disputed lines and countries");
    let total: usize = outlines.iter().sum();
    assert!(total <= COARSE_MAP_BYTES, "{total} bytes");
}

#[test]
fn the_timeline_has_a_lane_for_each_venue_and_a_mark_for_each_entry() {
    let (corpus, document) = shipped();
    let shell = elements(&document.shell);
    let with = |name: &str, value: &str| {
        shell.iter().filter(|element| element.attribute(name) == Some(value)).count()
    };
    // Once for each width.
    for venue in corpus.venues() {
        assert_eq!(with("data-lane", venue.id()), 3, "{}", venue.id());
    }
    assert_eq!(with("data-lane", "none"), 3);
    for entry in corpus.entries() {
        let link = format!("#{}", entry.id());
        let marks = shell
            .iter()
            .filter(|element| element.attribute("href") == Some(&link))
            .filter(|element| element.attribute("aria-label").is_some());
        assert!((1..=3).contains(&marks.count()), "{link}");
    }
    // Where rows do not fit, entries are counted: on all but the widest pages those that name no venue.
    assert_eq!(with("class", "pa-density"), 2);
}

#[test]
fn the_timeline_draws_uncertain_days_as_fades_and_breaks_in_words() {
    let (corpus, document) = shipped();
    let shell = elements(&document.shell);
    let ids = ids(&document.shell);
    let fades: Vec<&str> = shell
        .iter()
        .filter_map(|element| element.attribute("fill")?.strip_prefix("url(#")?.strip_suffix(')'))
        .filter(|id| id.starts_with("pa-"))
        .collect();
    for fade in &fades {
        assert!(ids.iter().any(|id| id == fade), "{fade} is not defined");
    }
    let unsure = corpus.entries().filter(|entry| !entry.date().days().is_one_day()).count();
    assert!(
        fades.len() >= unsure / 2 && fades.iter().any(|fade| fade.starts_with("pa-one-of-")),
        "{fades:?}"
    );
    let breaks = document.shell.matches("months without a dated entry</title>").count();
    assert_eq!(breaks, 2 * 3, "two breaks at three widths");
    assert_eq!(document.shell.matches("As of: latest").count(), 3);
}

#[test]
fn folds_that_cite_are_closed_and_empty() {
    let (_, document) = shipped();
    let shell = elements(&document.shell);
    let of = |name: &str, value: &str| {
        shell.iter().filter(|element| element.attribute(name) == Some(value)).count()
    };
    // The first card's, and the foot's.
    assert_eq!(of("class", "pa-cite"), 2);
    assert!(
        shell
            .iter()
            .all(|element| element.attribute("class") != Some("pa-cite")
                || element.attribute("open").is_none())
    );
    assert_eq!((of("name", "pa-form"), of("name", "pa-form-all")), (4, 6));
    for word in ["txt", "bib", "ris", "csl.json"] {
        assert_eq!(of("value", word), 2, "{word}");
    }
    assert_eq!(shell.iter().filter(|element| element.name == "textarea").count(), 3);
    assert!(document.shell.matches("></textarea>").count() == 3, "a field holds a text");
    assert!(!document.record.contains("pa-cite"));
}
