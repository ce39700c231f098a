//! The components, by region. No opinion about state: they read it and send actions.

pub mod chrome;
pub mod glyph;
pub mod map;
pub mod reader;
pub mod record;
pub mod timeline;

use atlas::model::{Entry, Venue};
use yew::Classes;
use yew::prelude::*;

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
