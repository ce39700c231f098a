//! The components, by region. No opinion about state: they read it and send actions.

pub mod chrome;
pub mod glyph;
pub mod map;
pub mod reader;
pub mod record;
pub mod timeline;

use atlas::model::{Actor, Attribution, Entry, Venue};
use atlas::words::{Key, edtf};
use yew::Classes;
use yew::prelude::*;

use crate::context::Context;

/// The class that gives a venue's colour to what stands below; a quiet one without a venue.
pub(crate) fn venue_class(venue: Option<Venue>) -> Classes {
    match venue {
        Some(venue) => classes!(format!("v-{}", venue.id())),
        None => classes!("v-none"),
    }
}

/// The same for an entry.
pub(crate) fn entry_class(entry: Entry) -> Classes {
    venue_class(entry.venue())
}

/// An entry in a few words: "Favours, Dmitry Peskov, 5 March 2025".
pub(crate) fn entry_words(context: &Context, entry: Entry) -> String {
    let cat = &context.cat;
    let name = |actor: Actor| actor.name().in_language(cat.language());
    let mut who = entry.actor().map_or(cat.get(Key::NoActor), name).to_owned();
    if let (Attribution::SecondHand, Some(by)) = (entry.attribution(), entry.according_to()) {
        who = cat.fill(Key::AnswerAccordingTo, &[("who", &who), ("by", name(by))]);
    }
    let (kind, date) = (cat.of(Key::Kind, entry.kind().word()), edtf(cat, entry.date().best_edtf()));
    cat.fill(Key::TimelineMark, &[("kind", kind), ("who", &who), ("date", &date)])
}
