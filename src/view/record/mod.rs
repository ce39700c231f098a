//! The record: every entry with its excerpts and sources as plain markup, by date and by venue, and the notes. It needs no script,
//! prints whole, and is what the app stands on. No opinion about the app.

mod entries;
mod notes;
mod shelf;

use atlas::model::Corpus;
use atlas::words::Key;
use yew::prelude::*;

use crate::Environment;
use crate::context::Context;
pub use shelf::Shelf;

/// Entries above this number stay out: the newest are kept, and the contents lead to the others by venue and year.
const MAX_ENTRIES: usize = 500;

/// What the record is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RecordProps {
    /// What is shown.
    pub corpus: Corpus,
    /// In which words.
    pub environment: Environment,
    /// Which part of it.
    pub part: Part,
}

/// What a page shows of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// All of it, or the newest entries; and whether pages with the others lie beside.
    Newest(bool),
    /// One venue and one year.
    Shelf(Shelf),
}

/// The pages that a record needs beside it: none where it is whole.
pub fn pages(corpus: Corpus) -> Vec<Shelf> {
    if corpus.entries().len() > MAX_ENTRIES { shelf::shelves(corpus) } else { Vec::new() }
}

/// The record of a corpus, the inside of a `details` element.
#[component]
pub fn Record(props: &RecordProps) -> Html {
    let context = Context {
        corpus: props.corpus,
        cat: props.environment.catalogue.clone(),
        dispatch: Callback::noop(),
    };
    let has_pages = match &props.part {
        Part::Newest(has_pages) => *has_pages,
        Part::Shelf(shelf) => return shelf::page(&context, shelf),
    };
    let kept = props.corpus.entries().skip(props.corpus.entries().len().saturating_sub(MAX_ENTRIES));
    html! { <>
        <summary><h2>{ context.say(Key::RecordTitle) }</h2></summary>
        { entries::by_date(&context, MAX_ENTRIES) }
        { entries::by_venue(&context, MAX_ENTRIES, has_pages) }
        { notes::articles(&context, kept) }
        { notes::notes(&context) }
    </> }
}
