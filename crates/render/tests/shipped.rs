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
