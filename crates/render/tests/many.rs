//! Documents of more entries than a page can hold: the record keeps the newest, the standalone page is refused.

#![cfg(test)]

use std::fs;
use std::path::Path;

use atlas::model::Corpus;
use atlas_render::document::Document;
use atlas_render::locale::Locale;
use atlas_render::markup::elements;
use atlas_render::site::{self, TooLarge};
use atlas_render::widget::Widget;
use parley_atlas::EMBEDDED_PACK;

const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales");
const RECORD_MAX: usize = 500;

#[test]
fn the_record_holds_the_newest_entries() {
    fn check(entries: u32) {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("corpus");
        atlas_compiler::synth(entries, 1, &folder).unwrap();
        let bytes = atlas_compiler::compile(&folder).unwrap();
        let corpus = Corpus::open(Box::leak(bytes.into_boxed_slice())).unwrap();
        let locale = Locale::read(Path::new(LOCALES), "en").unwrap();
        let document = Document::render(corpus, 0, "en", &locale.text).unwrap();
        let record = elements(&document.record);
        let is_entry =
            |class: Option<&str>| class.is_some_and(|it| it.split(' ').any(|it| it == "pa-record-entry"));
        let whole = record.iter().filter(|element| is_entry(element.attribute("class")));
        let ids: Vec<_> = whole.filter_map(|element| element.attribute("id")).collect();
        let newest = corpus.entries().skip(corpus.entries().len().saturating_sub(RECORD_MAX));
        assert_eq!(ids, newest.map(|entry| entry.id()).collect::<Vec<_>>());
        // Nothing leads to what was left out.
        let dead = record
            .iter()
            .filter(|element| element.name == "a")
            .filter_map(|element| element.attribute("href")?.strip_prefix('#'))
            .find(|id| !record.iter().any(|element| element.attribute("id") == Some(id)));
        assert_eq!(dead, None);
    }
    check(40);
    check(600);
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
