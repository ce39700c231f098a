//! The files of a finished widget, with the embedded corpus and a module that holds nothing.

#![cfg(test)]

use std::fs;
use std::path::Path;

use atlas::model::Corpus;
use atlas::words::Catalogue;
use atlas_render::document::Document;
use atlas_render::locale::Locale;
use atlas_render::markup::{Element, elements};
use atlas_render::policy::hash_source;
use atlas_render::widget::Widget;
use atlas_render::{site, wasm};
use parley_atlas::EMBEDDED_PACK;

const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales");
const EMPTY_MODULE: &[u8] = b"\0asm\x01\0\0\0";

fn corpus() -> Corpus {
    Corpus::open(EMBEDDED_PACK).unwrap()
}

fn widget(reload: Option<&str>) -> Widget {
    Widget {
        wasm: EMPTY_MODULE.to_vec(),
        script: "start('<\\/script>')".to_owned(),
        style: ".pa{color: red}".to_owned(),
        reload: reload.map(str::to_owned),
    }
}

fn written(widget: &Widget) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    site::write(dir.path(), widget, corpus(), Path::new(LOCALES), true).unwrap();
    dir
}

fn page(dir: &Path, name: &str) -> Vec<Element> {
    elements(&fs::read_to_string(dir.join(name)).unwrap())
}

fn policy(page: &[Element]) -> &str {
    let meta = page.iter().find(|element| element.attribute("http-equiv") == Some("Content-Security-Policy"));
    meta.and_then(|meta| meta.attribute("content")).unwrap()
}

fn runs(element: &Element) -> bool {
    element.name == "script" && matches!(element.attribute("type"), None | Some("module"))
}

fn pages() -> Vec<String> {
    let languages = corpus().languages().map(|language| format!("{language}/index.html"));
    ["index.html".to_owned(), "standalone.html".to_owned()].into_iter().chain(languages).collect()
}

#[test]
fn every_page_allows_its_own_inline_text_and_no_other() {
    let dir = written(&widget(None));
    for name in pages() {
        let page = page(dir.path(), &name);
        let inline: Vec<&Element> =
            page.iter().filter(|element| runs(element) || element.name == "style").collect();
        assert_eq!(inline.len(), 3, "{name}: two style sheets and one script");
        let hashes: Vec<String> = inline.iter().map(|element| hash_source(&element.text)).collect();
        for hash in &hashes {
            assert!(policy(&page).contains(hash.as_str()), "{name}: {hash} is not in {}", policy(&page));
        }
        assert_eq!(policy(&page).matches("'sha256-").count(), hashes.len(), "{name}");
        assert!(!policy(&page).contains("'unsafe-inline'"), "{name}");
    }
}

/// What a file of rules says of an address, as a static host reads it: every rule that fits, a `*` for any letters, one header's values joined.
fn sent(rules: &str, address: &str) -> Vec<(String, String)> {
    let mut sent: Vec<(String, String)> = Vec::new();
    let mut fits = false;
    for line in rules.lines().filter(|line| !line.starts_with('#')) {
        match line.trim().split_once(": ").filter(|_| line.starts_with(' ')) {
            None => {
                let (before, after) = line.split_once('*').unwrap_or((line, ""));
                let long_enough = address.len() >= before.len() + after.len();
                fits = if line.contains('*') {
                    long_enough && address.starts_with(before) && address.ends_with(after)
                } else {
                    address == line
                };
            }
            Some((name, value)) if fits => match sent.iter_mut().find(|(known, _)| known == name) {
                Some((_, values)) => values.extend([", ", value]),
                None => sent.push((name.to_owned(), value.to_owned())),
            },
            Some(_) => {}
        }
    }
    sent
}

/// The policy that a configuration of nginx says of a page.
fn set_by_nginx<'a>(configuration: &'a str, page: &str) -> &'a str {
    let rules = configuration.lines().filter_map(|line| {
        let rest = line.strip_prefix("if ($uri ~ \"")?;
        rest.strip_suffix("\"; }")?.split_once("$\") { set $parley_policy \"")
    });
    let page = format!("/atlas/{page}");
    let fits = |pattern: &str| {
        let pattern = pattern.replace("\\.", ".");
        match pattern.split_once("[^/]+") {
            Some((folder, "")) => {
                page.rsplit_once('/').is_some_and(|(of, _)| format!("{of}/").ends_with(folder))
            }
            _ => page.ends_with(&pattern),
        }
    };
    rules.filter(|(pattern, _)| fits(pattern)).map(|(_, policy)| policy).next_back().unwrap_or_default()
}

/// Every page that was written, as its path.
fn pages_in(dir: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![dir.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "html") {
                found.push(path.strip_prefix(dir).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn servers_are_told_the_policy_that_each_page_has() {
    fn check(corpus: Corpus, reload: Option<&str>, least: usize) {
        let dir = tempfile::tempdir().unwrap();
        site::write(dir.path(), &widget(reload), corpus, Path::new(LOCALES), true).unwrap();
        let read = |name: &str| fs::read_to_string(dir.path().join(name)).unwrap();
        let (rules, nginx) = (read("_headers"), read("nginx.conf"));
        let pages = pages_in(dir.path());
        assert!(pages.len() >= least, "{pages:?}");
        for name in &pages {
            let page = page(dir.path(), name);
            let short = name.strip_suffix("index.html").or_else(|| name.strip_suffix(".html")).unwrap();
            for address in [format!("/{name}"), format!("/{short}")] {
                let sent = sent(&rules, &address);
                let value = |name: &str| sent.iter().find(|(it, _)| it == name).map(|(_, value)| &**value);
                assert_eq!(value("Content-Security-Policy"), Some(policy(&page)), "{address}");
                assert_eq!(value("Cache-Control"), Some("no-cache"), "{address}");
                assert_eq!(value("X-Content-Type-Options"), Some("nosniff"), "{address}");
                assert_eq!(value("Referrer-Policy"), Some("no-referrer"), "{address}");
                assert_eq!(sent.len(), 4, "{address}: {sent:?}");
            }
            assert_eq!(set_by_nginx(&nginx, name), policy(&page), "{name}");
        }
        let module =
            fs::read_dir(dir.path()).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
        let module = module.filter(|name| name.ends_with(".wasm")).collect::<Vec<_>>();
        let [module] = module.as_slice() else { panic!("{module:?}") };
        let sent = sent(&rules, &format!("/{module}"));
        let value = |name: &str| sent.iter().find(|(it, _)| it == name).map(|(_, value)| &**value);
        assert_eq!(value("Content-Type"), Some("application/wasm"));
        assert_eq!(value("Cache-Control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(value("Content-Security-Policy"), None);
        // Framing is what the widget is for; and hosts leave out longer lines than that, and more rules.
        for text in [&rules, &nginx] {
            assert!(!text.to_lowercase().contains("frame"), "{text}");
        }
        assert!(rules.lines().all(|line| line.len() < 2000));
        assert!(rules.lines().filter(|line| line.starts_with('/')).count() < 100);
    }
    check(corpus(), None, 3);
    check(corpus(), Some("reload()"), 3);
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("corpus");
    atlas_compiler::synth(600, 1, &folder).unwrap();
    let many = atlas_compiler::compile(&folder).unwrap();
    check(Corpus::open(Box::leak(many.into_boxed_slice())).unwrap(), None, 10);
}

#[test]
fn a_development_page_keeps_its_reload_script() {
    let dir = written(&widget(Some("reload()")));
    let page = page(dir.path(), "index.html");
    assert!(page.iter().any(|element| runs(element) && element.text == "reload()"));
    assert!(policy(&page).contains("ws:"), "{}", policy(&page));
}

#[test]
fn no_markup_needs_what_the_policy_refuses() {
    let dir = written(&widget(None));
    for name in pages() {
        for element in page(dir.path(), &name) {
            for (attribute, _) in &element.attributes {
                assert!(
                    attribute != "style" && !attribute.starts_with("on"),
                    "{name}: {attribute} in {element:?}"
                );
            }
            assert_eq!(element.attribute("integrity"), None, "{name}");
        }
    }
}

#[test]
fn no_page_loads_anything_but_its_module() {
    const LOADING: [&str; 7] = ["src", "srcset", "data", "poster", "background", "action", "formaction"];
    let dir = written(&widget(None));
    for name in pages() {
        for element in page(dir.path(), &name) {
            let loads = LOADING.iter().any(|attribute| element.attribute(attribute).is_some());
            assert!(!loads, "{name}: {element:?}");
            let link = element.attribute("href").filter(|_| element.name != "a");
            assert!(
                link.is_none_or(|href| href.starts_with("data:") || href.starts_with('#')),
                "{name}: {element:?}"
            );
        }
        let page = page(dir.path(), &name);
        let root = page.iter().find(|element| element.is("div", "parley")).unwrap();
        match root.attribute("data-wasm") {
            Some(address) => {
                let file = dir.path().join(&name).with_file_name(address);
                assert_eq!(fs::read(file).unwrap(), EMPTY_MODULE, "{name}");
            }
            None => assert!(page.iter().any(|element| element.is("script", "pa-wasm")), "{name}"),
        }
    }
}

#[test]
fn the_standalone_page_carries_every_catalogue() {
    let dir = written(&widget(None));
    let page = page(dir.path(), "standalone.html");
    let carried: Vec<&str> = page.iter().filter_map(|element| element.attribute("data-lang")).collect();
    assert_eq!(carried, corpus().languages().collect::<Vec<_>>());
    let own = page.iter().find(|element| element.is("script", "pa-catalogue")).unwrap();
    let default = corpus().languages().next().unwrap();
    let text = Locale::read(Path::new(LOCALES), default).unwrap().text;
    let expected = Catalogue::parse(&text, 0).unwrap();
    assert_eq!(Catalogue::read(&own.text, 0), Ok(expected), "the page's words are those of the file");
}

#[test]
fn a_document_has_every_region_once() {
    const REGIONS: [&str; 7] =
        ["pa-head", "pa-answer", "pa-map", "pa-timeline", "pa-reader", "pa-note", "pa-error"];
    for (number, language) in corpus().languages().enumerate() {
        let locale = Locale::read(Path::new(LOCALES), language).unwrap();
        let document = Document::render(corpus(), number, language, &locale.text, true).unwrap();
        let shell = elements(&document.shell);
        for region in REGIONS {
            let found = shell.iter().filter(|element| element.attribute("id") == Some(region)).count();
            assert_eq!(found, 1, "{language}: #{region}");
        }
        assert!(elements(&document.record).iter().any(|element| element.name == "summary"), "{language}");
    }
}

#[test]
fn a_finished_widget_takes_another_corpus() {
    let first = written(&widget(None));
    let read = Widget::from_finished(first.path()).unwrap();
    let (before, mut after) = (widget(None), read.clone());
    assert_eq!((before.wasm, before.script, before.style), (read.wasm, read.script, read.style));
    after.wasm = wasm::with_custom_section(&after.wasm, wasm::CORPUS_SECTION, EMBEDDED_PACK).unwrap();
    let second = written(&after);
    let again = Widget::from_finished(second.path()).unwrap();
    assert_eq!(wasm::custom_section(&again.wasm, wasm::CORPUS_SECTION), Ok(Some(EMBEDDED_PACK)));
}

#[test]
fn a_corpus_in_a_language_without_catalogue_is_refused_by_name() {
    let empty = tempfile::tempdir().unwrap();
    let out = tempfile::tempdir().unwrap();
    let error = site::write(out.path(), &widget(None), corpus(), empty.path(), true).unwrap_err();
    assert!(format!("{error:#}").contains("catalogue is needed"), "{error:#}");
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0, "nothing is written");
}
