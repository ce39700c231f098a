//! The document of the shipped corpus: everything that the collection holds stands in it, and its coarse map keeps its limit.

#![cfg(test)]

use std::fs;
use std::path::Path;

use atlas::model::{Corpus, Status};
use atlas::state::{Action, State, VenueFilter, fragment, is_anchor, open, reduce, report_dates, tally};
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

/// The shipped corpus, were more known of one of its articles.
fn with(article: &str, lines: &str) -> (Corpus, Document) {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("corpus");
    let shipped = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus"));
    for part in ["", "articles", "entries"] {
        fs::create_dir_all(folder.join(part)).unwrap();
        for file in fs::read_dir(shipped.join(part)).unwrap().map(Result::unwrap) {
            if file.file_type().unwrap().is_file() {
                fs::copy(file.path(), folder.join(part).join(file.file_name())).unwrap();
            }
        }
    }
    let path = folder.join("articles").join(format!("{article}.toml"));
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("language = ", &format!("{lines}\nlanguage = "), 1)).unwrap();
    let bytes = atlas_compiler::compile(&folder).unwrap();
    let corpus = Corpus::open(Box::leak(bytes.into_boxed_slice())).unwrap();
    let locale =
        Locale::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales")), "en").unwrap();
    (corpus, Document::render(corpus, 0, "en", &locale.text, true).unwrap())
}

#[test]
fn what_became_of_an_article_stands_on_every_mark_and_card() {
    let check = |article: &str, status: Status, sentence: &str| {
        let word = status.word();
        let lines = format!(
            "status = \"{word}\"\nstatus_date = \"2025-09-01\"\nstatus_note = {{ en = \"Why it was.\" }}"
        );
        let (corpus, document) = with(article, &lines);
        let short = format!("article {}", status.word());
        let touched: Vec<&str> = corpus
            .entries()
            .filter(|entry| entry.sources().any(|source| source.article().id() == article))
            .map(|entry| entry.id())
            .collect();
        assert!(!touched.is_empty());
        let shell = elements(&document.shell);
        let mut said: Vec<&str> = shell
            .iter()
            .filter(|element| element.attribute("aria-label").is_some_and(|label| label.ends_with(&short)))
            .filter_map(|element| element.attribute("href")?.strip_prefix('#'))
            .collect();
        said.sort_unstable();
        said.dedup();
        // Not those of a lane that is a strip.
        assert!(!said.is_empty() && said.iter().all(|id| touched.contains(id)), "{said:?} of {touched:?}");
        let sign = format!("#pa-g-{}", status.word());
        assert!(shell.iter().any(|element| element.attribute("href") == Some(&sign)), "no sign");
        let badges = document.record.matches(&format!(">{short}<")).count();
        assert_eq!(badges, touched.len(), "badges in the record");
        assert!(document.shell.contains(&format!("<span>{short}</span>")), "the key has no {short}");
        assert!(document.record.contains(&format!("{sentence}: 1 September 2025. Why it was.")));
    };
    check("kyiv-independent-peskov-minsk", Status::Corrected, "This article was corrected");
    check("unnamed-outlet-lukashenko-offer", Status::Retracted, "This article was retracted");
}

#[test]
fn an_address_opens_at_the_words() {
    let article = "kyiv-independent-peskov-minsk";
    let check = |address: &str, before: &str| {
        let (corpus, document) = with(article, &format!("address = \"{address}\""));
        let record = elements(&document.record);
        let of_article = |excerpt: &atlas::model::Excerpt| excerpt.article().id() == article;
        for excerpt in corpus.excerpts().filter(of_article) {
            let href = format!("{before}:~:text={}", excerpt.fragment());
            let link = record.iter().find(|element| element.attribute("href") == Some(&href));
            let link = link.unwrap_or_else(|| panic!("no link to {href}"));
            assert_eq!(link.attribute("rel"), Some("noopener noreferrer"));
        }
        assert!(corpus.excerpts().filter(|it| !of_article(it)).all(|it| it.fragment().is_empty()));
        // The address itself is text, to be copied where a sandbox refuses new tabs.
        assert!(record.iter().any(|element| element.name == "bdi" && element.text == address));
    };
    check("https://example.org/minsk", "https://example.org/minsk#");
    check("https://example.org/minsk#a", "https://example.org/minsk#a");
}

#[test]
fn every_id_that_was_ever_published_leads_somewhere() {
    let corpus = Corpus::open(EMBEDDED_PACK).unwrap();
    let locked = include_str!("../../../corpus/ids.lock");
    let ids: Vec<&str> = locked.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(ids.len() > 100, "{} ids", ids.len());
    for id in ids {
        let is_article = corpus.articles().any(|article| article.id() == id);
        let state = atlas::state::open(corpus, "", id);
        let explains = state.notes.iter().all(|note| matches!(note, atlas::state::Note::Retired(_)));
        assert!(explains, "{id}: {:?}", state.notes);
        let shows = state.entry.is_some() || state.venue != atlas::state::VenueFilter::All;
        // Where something took its place, that is shown; else a note says why there is nothing.
        let is_gone = corpus.retired(id).is_some_and(|gone| gone.to.is_empty());
        assert!(shows || is_article || is_gone, "{id} shows nothing");
    }
}

/// The longest an address of one choice may be, what follows the `#`.
const READABLE_CHARS: usize = 200;

/// Every single choice of the shipped collection has an address that is short, is escaped no more than it has to be, and leads back.
#[test]
fn every_single_choice_has_a_readable_address() {
    let corpus = Corpus::open(EMBEDDED_PACK).unwrap();
    let first = State::default();
    let mut choices: Vec<Action> = corpus.venues().map(VenueFilter::Venue).map(Action::SelectVenue).collect();
    choices.push(Action::SelectVenue(VenueFilter::NoVenue));
    choices.extend(corpus.entries().map(Action::SelectEntry));
    choices.extend(tally(corpus, &first).choices.into_iter().map(|(choice, _)| Action::Choose(choice)));
    choices.push(Action::ShowPositions(true));
    choices.extend(report_dates(corpus).map(|(day, _)| Action::SetAsOf(Some(day))));
    let mut escaped = 0;
    for action in choices {
        let state = reduce(corpus, &first, action).unwrap();
        let address = fragment(&state);
        assert!(!address.is_empty() && address.len() < READABLE_CHARS, "{address}");
        let has_to_be = |byte: &u8| !byte.is_ascii_graphic() || b"\"<>`#%&=+".contains(byte);
        let needed = state.chosen.first().map_or(0, |choice| choice.word.bytes().filter(has_to_be).count());
        assert_eq!(address.matches('%').count(), needed, "{address}");
        escaped += needed;
        assert_eq!(open(corpus, "", &address), state, "{address}");
    }
    assert!(escaped > 0, "no name of an outlet has a space");
    // An article is a place in the document: its address is its id, and chooses nothing.
    for article in corpus.articles() {
        let state = open(corpus, "", article.id());
        assert!(article.id().len() < READABLE_CHARS && is_anchor(corpus, article.id()), "{}", article.id());
        assert_eq!(State { foreign: Vec::new(), ..state }, first, "{}", article.id());
    }
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
    let folds = of("class", "pa-cite") + of("class", "pa-cite pa-fold");
    assert_eq!(folds, 2);
    let is_fold = |value: Option<&str>| value.is_some_and(|class| class.starts_with("pa-cite"));
    assert!(
        shell
            .iter()
            .filter(|element| is_fold(element.attribute("class")))
            .all(|element| element.attribute("open").is_none())
    );
    for (word, count) in [("txt", 2), ("bib", 2), ("ris", 2), ("csl.json", 2), ("csv", 1), ("json", 1)] {
        assert_eq!(of("value", word), count, "{word}");
    }
    assert_eq!(shell.iter().filter(|element| element.name == "textarea").count(), 3);
    assert_eq!(document.shell.matches("></textarea>").count(), 3, "a field holds a text");
    assert!(!document.record.contains("pa-cite"));
}
