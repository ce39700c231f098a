//! The components, by region. No opinion about state: they read it and send actions.

pub mod chrome;
pub mod cite;
pub mod glyph;
pub mod map;
pub(crate) mod positions;
pub mod reader;
pub mod record;
pub(crate) mod tags;
pub mod timeline;
pub(crate) mod writer;

use atlas::model::{Actor, Attribution, Entry, Status, Venue};
use atlas::state::Action;
use atlas::words::{Key, edtf};
use yew::AttrValue;

use crate::context::Context;
use writer::{Writer, joined, tag};

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
pub(crate) fn icon(out: &mut Writer, path: &'static str) {
    out.el(tag!("svg", "class": "pa-icon", "viewBox": "-8 -8 16 16", "aria-hidden": "true"), |out| {
        out.leaf(tag!("path", "d": path));
    });
}

/// A button that shows a drawing.
pub(crate) fn icon_button(
    out: &mut Writer,
    (key, path): (Key, &'static str),
    class: &'static str,
    off: bool,
    press: Action,
) {
    let button = tag!(
        "button", "type": "button", "class": class, "aria-label": key, "title": key, "disabled": off.then_some(""),
    );
    out.el(button, |out| {
        out.key(path);
        out.act(press);
        icon(out, path);
    });
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
    let mut words = cat.fill(Key::TimelineMark, &[("kind", kind), ("who", &who), ("date", &date)]);
    if entry.status() != Status::Current {
        words.push_str(", ");
        words.push_str(cat.of(Key::StatusShort, entry.status().word()));
    }
    words
}
