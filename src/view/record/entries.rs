//! The entries of the record: whole by date, as contents by venue.

use atlas::model::{Entry, Source, Venue};
use atlas::words::{Key, edtf};
use yew::prelude::*;

use super::shelf::{Shelf, shelves};
use crate::context::Context;
use crate::view::reader::{actor_line, date_lines, facts, kind_line, open_at, quotation};
use crate::view::writer::written;
use crate::view::{entry_word, entry_words};

/// The newest `max` entries, oldest first, each with all its evidence.
pub(super) fn by_date(context: &Context, max: usize) -> Html {
    let skipped = context.corpus.entries().len().saturating_sub(max);
    html! {
        <section id="record-by-date" class="pa-record-part">
            <h3>{ context.say(Key::RecordByDate) }</h3>
            if skipped > 0 {
                <p>{ context.cat.count(Key::RecordSkipped, skipped, &[]) }</p>
            }
            <ol>{ for context.corpus.entries().skip(skipped).map(|entry| whole(context, entry)) }</ol>
        </section>
    }
}

/// One entry with all its evidence.
pub(super) fn whole(context: &Context, entry: Entry) -> Html {
    html! {
        <li key={entry.id()} id={entry.id()} class={classes!("pa-record-entry", entry_word(entry))}>
            <h4><a href={format!("#{}", entry.id())}>{ written(context, |out| kind_line(out, entry)) }</a></h4>
            { written(context, |out| date_lines(out, None, entry.date())) }
            { for entry.excerpts().map(|excerpt| written(context, |out| {
                quotation(out, excerpt);
                open_at(out, excerpt);
            })) }
            { written(context, |out| actor_line(out, entry)) }
            <p class="pa-summary">{ context.text(entry.summary()) }</p>
            { written(context, |out| facts(out, entry)) }
            { for entry.sources().map(|source| source_line(context, source)) }
        </li>
    }
}

/// One line: the article stands whole below.
fn source_line(context: &Context, source: Source) -> Html {
    let (cat, article) = (&context.cat, source.article());
    let channel = context.text(source.channel());
    let outlet = if article.outlet().is_empty() { cat.get(Key::OutletUnknown) } else { article.outlet() };
    html! {
        <p key={article.id()} class="pa-source">
            if !channel.is_empty() { { channel }{ "; " } }
            <a href={format!("#{}", article.id())}>{ cat.fill(Key::ReportedBy, &[("outlet", outlet)]) }</a>
            { ", " }{ edtf(cat, article.published().best_edtf()) }
        </p>
    }
}

/// Contents: what the collection holds on each venue, each line a link to the whole entry. Of a collection that is too large for one
/// page, the links lead to the pages by venue and year, where there are such pages.
pub(super) fn by_venue(context: &Context, max: usize, has_pages: bool) -> Html {
    let first = context.corpus.entries().len().saturating_sub(max);
    let kept = move |entry: &Entry| entry.row() as usize >= first;
    let years: &[Shelf] = if has_pages && first > 0 { &shelves(context.corpus) } else { &[] };
    let part = |id: String, name: AttrValue, venue: Option<Venue>, entries: Vec<Entry>| {
        let years: Vec<&Shelf> = years.iter().filter(|shelf| shelf.venue == venue).collect();
        if years.is_empty() {
            return part(context, id, name, entries.into_iter().filter(kept).collect());
        }
        html! {
            <section key={id.clone()} {id}>
                <h4>{ name }{ " (" }{ context.cat.count(Key::Entries, entries.len(), &[]) }{ ")" }</h4>
                <ul>{ for years.into_iter().map(|shelf| html! {
                    <li><a href={format!("entries/{}", shelf.file_name())}>
                        { shelf.year_in_words(&context.cat) }{ " (" }{ context.cat.count(Key::Entries, shelf.entries.len(), &[]) }{ ")" }
                    </a></li>
                }) }</ul>
            </section>
        }
    };
    let venue_part = |venue: Venue| {
        let id = format!("record-{}", venue.id());
        part(id, context.text(venue.name()), Some(venue), venue.entries().collect())
    };
    let without: Vec<Entry> = context.corpus.entries().filter(|entry| entry.venue().is_none()).collect();
    html! {
        <section id="record-by-venue" class="pa-record-part">
            <h3>{ context.say(Key::RecordByVenue) }</h3>
            { for context.corpus.venues().map(venue_part) }
            if !without.is_empty() {
                { part("record-none".to_owned(), context.say(Key::NoVenue), None, without) }
            }
        </section>
    }
}

fn part(context: &Context, id: String, name: AttrValue, entries: Vec<Entry>) -> Html {
    html! {
        <section key={id.clone()} {id}>
            <h4>{ name }{ " (" }{ context.cat.count(Key::Entries, entries.len(), &[]) }{ ")" }</h4>
            <ul>{ for entries.into_iter().map(|entry| html! {
                <li key={entry.id()}><a href={format!("#{}", entry.id())}>{ entry_words(context, entry) }</a></li>
            }) }</ul>
        </section>
    }
}
