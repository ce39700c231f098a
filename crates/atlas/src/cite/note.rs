//! What a citation says in words: how a date is known, what became of the article, what was asked of the collection. No opinion about
//! forms.

use crate::model::{Article, Basis, Corpus, Excerpt, Status};
use crate::state::{State, View, fragment};
use crate::words::{Catalogue, Key, Piece, answer, edtf};

/// Words in our quotation marks.
pub(super) fn quoted(cat: &Catalogue, words: &str) -> String {
    [cat.get(Key::QuoteOpen), words, cat.get(Key::QuoteClose)].concat()
}

/// Through whom a text came, how its date is known, what became of it, and where it was found.
pub(super) fn of_excerpt(corpus: Corpus, cat: &Catalogue, excerpt: Excerpt) -> String {
    let (article, language) = (excerpt.article(), cat.language());
    let mut sentences = String::new();
    let mut say = |sentence: String| {
        sentences.push_str(&sentence);
        sentences.push(' ');
    };
    let chain: Vec<&str> = article.syndication().collect();
    if !chain.is_empty() {
        say(cat.fill(Key::CiteChain, &[("chain", &cat.list(Key::ListAnd, &chain))]));
    }
    let date = article.published();
    let why = if date.basis() == Basis::Derived { date.why().in_language(language) } else { "" };
    let basis = cat.fill_of(Key::Basis, date.basis().word(), &[("why", why)]);
    say(cat.fill(Key::CiteDate, &[("date", &edtf(cat, date.edtf())), ("basis", &basis)]));
    if let Some(record) = date.record() {
        let source = record.source.in_language(language);
        say(cat.fill(Key::DateRecord, &[("date", &edtf(cat, record.edtf)), ("source", source)]));
    }
    let status = article.status();
    if status != Status::Current {
        let (what, note) = (cat.of(Key::Status, status.word()), article.status_note().in_language(language));
        let what = [("what", what), ("date", article.status_date()), ("note", note)];
        say(cat.fill(Key::CiteStatus, &what));
    }
    let title = corpus.title().in_language(language);
    let place = [("title", title), ("version", corpus.version()), ("id", excerpt.id())];
    say(cat.fill(Key::CiteFrom, &place));
    sentences.pop();
    sentences
}

/// All in one line.
pub(super) fn plain_of_excerpt(cat: &Catalogue, article: Article, quotation: &str, note: &str) -> String {
    let known = |text: &'static str, key| if text.is_empty() { cat.get(key) } else { text };
    let authors: Vec<&str> = article.authors().collect();
    let who = cat.list(Key::ListAnd, &authors);
    cat.fill(
        Key::CiteText,
        &[
            ("who", if authors.is_empty() { cat.get(Key::AuthorUnknown) } else { &who }),
            ("title", known(article.headline(), Key::HeadlineUnknown)),
            ("outlet", known(article.outlet(), Key::OutletUnknown)),
            ("date", &edtf(cat, article.published().best_edtf())),
            ("quotation", quotation),
            ("address", known(article.address(), Key::AddressUnknown)),
            ("note", note),
        ],
    )
}

/// How much is shown, the answer to what was asked for, and the address of that.
pub(super) fn of_view(corpus: Corpus, cat: &Catalogue, state: &State, view: &View) -> String {
    let mut asked = String::new();
    for piece in answer(corpus, state, view, cat) {
        match &piece {
            Piece::Text(words) | Piece::Evidence(words, _) | Piece::Venue(words, _) => asked.push_str(words),
        }
    }
    let entries = cat.count(Key::Entries, view.shown.len(), &[]);
    cat.fill(Key::CiteView, &[("entries", &entries), ("asked", &asked), ("address", &fragment(state))])
}

/// All in one line.
pub(super) fn plain_of_view(corpus: Corpus, cat: &Catalogue, note: &str) -> String {
    let title = corpus.title().in_language(cat.language());
    cat.fill(Key::CiteCollection, &[("title", title), ("version", corpus.version()), ("note", note)])
}
