//! The components, by region. No opinion about state: they read it and send actions.

pub mod chrome;
pub(crate) mod element;
pub mod glyph;
pub mod map;
pub mod reader;
pub mod record;
pub mod timeline;

use atlas::model::{Actor, Attribution, Entry, Venue};
use atlas::words::{Key, edtf};
use yew::prelude::*;

use crate::context::Context;
use element::{attrs, el, joined};

/// The class that gives a venue's colour to what stands below; a quiet one without a venue.
pub(crate) fn venue_word(venue: Option<Venue>) -> AttrValue {
    match venue {
        Some(venue) => joined(&["v-", venue.id()]),
        None => AttrValue::Static("v-none"),
    }
}

/// The same for an entry.
pub(crate) fn entry_word(entry: Entry) -> AttrValue {
    venue_word(entry.venue())
}

/// A drawing of 16 units beside words that say the same.
pub(crate) fn icon(path: &'static str) -> Html {
    el("svg", attrs! { "class": "pa-icon", "viewBox": "-8 -8 16 16", "aria-hidden": "true" })
        .with(el("path", attrs! { "d": path }))
        .into()
}

/// A button that shows a drawing.
pub(crate) fn icon_button(
    context: &Context,
    key: Key,
    class: &'static str,
    path: &'static str,
    off: bool,
    press: Callback<Event>,
) -> Html {
    let label = context.say(key);
    let attributes = attrs! {
        "type": "button", "class": class, "aria-label": label.clone(), "title": label, "disabled": off.then_some(""),
    };
    el("button", attributes).key(key.name()).click(press).with(icon(path)).into()
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
