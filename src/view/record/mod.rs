//! The record: every entry with its excerpts and sources as plain markup, by date and by venue, and the notes. It needs no script,
//! prints whole, and is what the app stands on. No opinion about the app.

mod entries;
mod notes;

use atlas::model::Corpus;
use atlas::words::Key;
use yew::prelude::*;

use crate::Environment;
use crate::context::Context;

/// Entries above this number stay out: the newest are kept, and the contents by venue and year say so.
const MAX_ENTRIES: usize = 500;

/// What the record is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RecordProps {
    /// What is shown.
    pub corpus: Corpus,
    /// In which words.
    pub environment: Environment,
}

/// The record of a corpus, the inside of a `details` element.
#[component]
pub fn Record(props: &RecordProps) -> Html {
    let context = Context {
        corpus: props.corpus,
        cat: props.environment.catalogue.clone(),
        dispatch: Callback::noop(),
    };
    html! { <>
        <summary><h2>{ context.say(Key::RecordTitle) }</h2></summary>
        { entries::by_date(&context, MAX_ENTRIES) }
        { entries::by_venue(&context, MAX_ENTRIES) }
        { notes::articles(&context, MAX_ENTRIES) }
        { notes::notes(&context) }
    </> }
}
