//! Documents of more entries than a page can hold: the record keeps the newest, the standalone page is refused.

#![cfg(test)]

use std::fs;
use std::path::Path;

use atlas::model::Corpus;
use atlas_render::document::{Document, shelf_pages};
use atlas_render::locale::Locale;
use atlas_render::markup::{Element, elements};
use atlas_render::site::{self, TooLarge};
use atlas_render::widget::Widget;
use parley_atlas::EMBEDDED_PACK;

const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales");
const RECORD_MAX: usize = 500;

fn synthetic(entries: u32) -> Corpus {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("corpus");
    atlas_compiler::synth(entries, 1, &folder).unwrap();
    let bytes = atlas_compiler::compile(&folder).unwrap();
    Corpus::open(Box::leak(bytes.into_boxed_slice())).unwrap()
}

fn entry_ids(record: &[Element]) -> Vec<&str> {
    let is_entry =
        |class: Option<&str>| class.is_some_and(|it| it.split(' ').any(|it| it == "pa-record-entry"));
    let whole = record.iter().filter(|element| is_entry(element.attribute("class")));
    whole.filter_map(|element| element.attribute("id")).collect()
}

fn links(record: &[Element]) -> impl Iterator<Item = &str> {
    record.iter().filter(|element| element.name == "a").filter_map(|element| element.attribute("href"))
}

/// Nothing leads to what a page does not hold.
fn check_anchors(record: &[Element]) {
    let dead = links(record)
        .filter_map(|href| href.strip_prefix('#'))
        .find(|id| !record.iter().any(|element| element.attribute("id") == Some(id)));
    assert_eq!(dead, None);
}

#[test]
fn the_record_holds_the_newest_entries_and_leads_to_all_others() {
    fn check(entries: u32, has_pages: bool) {
        let corpus = synthetic(entries);
        let locale = Locale::read(Path::new(LOCALES), "en").unwrap();
        let document = Document::render(corpus, 0, "en", &locale.text, has_pages).unwrap();
        let record = elements(&document.record);
        let newest = corpus.entries().skip(corpus.entries().len().saturating_sub(RECORD_MAX));
        assert_eq!(entry_ids(&record), newest.map(|entry| entry.id()).collect::<Vec<_>>());
        check_anchors(&record);
        let pages = shelf_pages(corpus, 0, "en", &locale.text).unwrap();
        let mut led_to: Vec<&str> = links(&record).filter_map(|href| href.strip_prefix("entries/")).collect();
        let mut files: Vec<&str> = pages.iter().map(|page| page.file_name.as_str()).collect();
        led_to.sort_unstable();
        files.sort_unstable();
        let is_large = corpus.entries().len() > RECORD_MAX;
        assert_eq!(led_to, if has_pages && is_large { files } else { Vec::new() });
        let mut held: Vec<String> = Vec::new();
        for page in &pages {
            let record = elements(&page.record);
            check_anchors(&record);
            held.extend(entry_ids(&record).into_iter().map(str::to_owned));
        }
        let mut all: Vec<&str> = corpus.entries().map(|entry| entry.id()).collect();
        held.sort_unstable();
        all.sort_unstable();
        assert_eq!(held, if is_large { all } else { Vec::new() });
    }
    check(40, true);
    check(600, true);
    check(600, false);
}

#[test]
fn the_pages_of_a_large_record_are_written_beside_each_document() {
    let dir = tempfile::tempdir().unwrap();
    let widget = Widget {
        wasm: b"\0asm\x01\0\0\0".to_vec(),
        script: String::new(),
        style: String::new(),
        reload: None,
    };
    site::write(dir.path(), &widget, synthetic(600), Path::new(LOCALES), true).unwrap();
    let check = |page: &str, expected: usize| {
        let file = dir.path().join(page);
        let html = elements(&fs::read_to_string(&file).unwrap());
        let led_to: Vec<_> = links(&html).filter(|href| href.starts_with("entries/")).collect();
        assert_eq!(led_to.is_empty(), expected == 0, "{page}");
        for href in led_to {
            let beside = file.parent().unwrap().join(href);
            let back = elements(&fs::read_to_string(&beside).unwrap());
            assert!(links(&back).any(|href| href == "../index.html"), "{}", beside.display());
        }
    };
    check("index.html", 1);
    check("en/index.html", 1);
    check("standalone.html", 0);
}

#[test]
fn a_standalone_page_that_is_too_large_is_refused_and_the_folder_is_whole() {
    let widget = |style_bytes| Widget {
        wasm: b"\0asm\x01\0\0\0".to_vec(),
        script: String::new(),
        style: " ".repeat(style_bytes),
        reload: None,
    };
    let corpus = Corpus::open(EMBEDDED_PACK).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let write = |style_bytes| site::write(dir.path(), &widget(style_bytes), corpus, Path::new(LOCALES), true);
    write(0).unwrap();
    assert!(dir.path().join("standalone.html").is_file());
    let error = write(4 << 20).unwrap_err();
    assert!(error.is::<TooLarge>(), "{error:#}");
    assert!(error.to_string().contains("serve the folder instead"), "{error:#}");
    assert!(!dir.path().join("standalone.html").exists(), "the one of before is gone");
    assert!(fs::metadata(dir.path().join("index.html")).unwrap().len() > 4 << 20);
}
