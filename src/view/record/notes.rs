//! The articles of the collection, and what there is to know about it.

use atlas::model::{Article, Entry, Kind};
use atlas::words::{Key, day, edtf};
use yew::prelude::*;

use crate::context::Context;
use crate::view::reader::{address, date_lines, status};
use crate::view::writer::written;

/// Every article that these entries name, as far as its text says what it is.
pub(super) fn articles(context: &Context, entries: impl Iterator<Item = Entry>) -> Html {
    let corpus = context.corpus;
    let mut named = vec![false; corpus.articles().len()];
    for source in entries.flat_map(|entry| entry.sources()) {
        if let Some(named) = named.get_mut(source.article().row() as usize) {
            *named = true;
        }
    }
    let articles = corpus.articles().zip(named).filter_map(|(article, named)| named.then_some(article));
    html! {
        <section id="record-articles" class="pa-record-part">
            <h3>{ context.say(Key::RecordSources) }</h3>
            <ol>{ for articles.map(|article| one(context, article)) }</ol>
        </section>
    }
}

fn one(context: &Context, article: Article) -> Html {
    let cat = &context.cat;
    let known = |text: &'static str, key: Key| {
        if text.is_empty() { cat.get(key).to_owned() } else { text.to_owned() }
    };
    let authors: Vec<&str> = article.authors().collect();
    let author = if authors.is_empty() {
        cat.get(Key::AuthorUnknown).to_owned()
    } else {
        cat.list(Key::ListAnd, &authors)
    };
    let chain: Vec<&str> = article.syndication().collect();
    html! {
        <li key={article.id()} id={article.id()}>
            <p><bdi>
                <cite lang={article.language()}>{ known(article.headline(), Key::HeadlineUnknown) }</cite>{ ". " }
                { author }{ ". " }{ known(article.outlet(), Key::OutletUnknown) }
                if !chain.is_empty() { { ", " }{ cat.fill(Key::Via, &[("chain", &cat.list(Key::ListAnd, &chain))]) } }
                { ", " }{ edtf(cat, article.published().best_edtf()) }{ "." }
            </bdi></p>
            { written(context, |out| {
                date_lines(out, None, article.published());
                address(out, article);
                status(out, article);
            }) }
        </li>
    }
}

/// Method, boundaries, rights, figures.
pub(super) fn notes(context: &Context) -> Html {
    let cat = &context.cat;
    let corpus = context.corpus;
    let is_statement = |entry: &atlas::model::Entry| matches!(entry.kind(), Kind::Statement(_));
    let statements = corpus.entries().filter(is_statement).count();
    let all = corpus.entries().len();
    let version = corpus.version().parse().map_or_else(|_| corpus.version().to_owned(), |it| day(cat, it));
    let figures = cat.fill(
        Key::RecordVersion,
        &[
            ("date", &version),
            ("entries", &cat.count(Key::Entries, all, &[])),
            ("articles", &cat.count(Key::Articles, corpus.articles().len(), &[])),
            ("statements", &cat.count(Key::Statements, statements, &[])),
            ("events", &cat.count(Key::Events, all - statements, &[])),
        ],
    );
    html! {
        <section id="record-notes" class="pa-record-part">
            <h3>{ context.say(Key::RecordNotes) }</h3>
            <p>{ figures }</p>
            { for [Key::RecordMethod, Key::RecordBoundary, Key::RecordLicence, Key::RecordSilence]
                .map(|key| html! { <p key={key.name()}>{ context.say(key) }</p> }) }
        </section>
    }
}
