//! The state of the widget as one value: what is chosen, what is shown of it, how it changes, and its address.
//!
//! No opinion about the browser's history, nor about how anything is drawn.

mod address;
mod camera;
mod compare;
mod facet;
mod note;
mod period;
mod pins;
mod positions;
mod reduce;
mod report_dates;
mod sieve;
#[cfg(test)]
mod tests;
mod told;
mod view;

pub use address::{Write, fragment, given, history, is_anchor, link, open};
pub use camera::camera;
pub use compare::side_by_side;
pub use facet::{Choice, Facet};
pub use note::Note;
pub use period::Period;
pub use pins::{Chrome, Pins, Theme};
pub use positions::{Cell, Party, Row, Voice, is_asked_for, positions};
pub use reduce::{Action, reduce};
pub use report_dates::report_dates;
pub use sieve::{Filters, Tally, filters, tally, undo};
pub use told::{kinds, latest, took_place};
pub use view::{Report, View, view};

use crate::date::Day;
use crate::model::{Entry, Side, Venue};
use crate::timeline::Spacing;

/// Which entries the reader asks for, by venue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VenueFilter {
    /// All.
    #[default]
    All,
    /// Those on one venue.
    Venue(Venue),
    /// Those on talks as such.
    NoVenue,
}

impl VenueFilter {
    /// The one venue.
    pub fn venue(self) -> Option<Venue> {
        match self {
            Self::Venue(venue) => Some(venue),
            _ => None,
        }
    }
}

/// Where the map looks: centre in degrees, scale in kilometres per pixel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Longitude of the centre, degrees.
    pub lon_deg: f64,
    /// Latitude of the centre, degrees.
    pub lat_deg: f64,
    /// Kilometres per pixel at the centre.
    pub km_per_px: f64,
}

/// Everything that a reader or an editor has chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The editor's choices, from the query.
    pub pins: Pins,
    /// The one selection that map, timeline, answer and reader follow.
    pub venue: VenueFilter,
    /// The entry that is open, if it was chosen; the first that is shown otherwise.
    pub entry: Option<Entry>,
    /// Words to search for, as typed.
    pub query: String,
    /// The reader's as-of date; a pinned one goes before it.
    pub chosen_as_of: Option<Day>,
    /// The period that entries have to lie in.
    pub period: Period,
    /// What was chosen of the facets, the first first.
    pub chosen: Vec<Choice>,
    /// Whether the positions are shown, in place of map and timeline.
    pub positions: bool,
    /// The venue that stands beside the selected one among the positions.
    pub against: Option<Venue>,
    /// The sides whose actors are shown among the positions.
    pub unfolded: Vec<Side>,
    /// The cell of the positions that the keyboard was at last, counted row by row, heads of rows included.
    pub cell: usize,
    /// Whether the facets are unfolded.
    pub facets_open: bool,
    /// The theme that the reader chose, for as long as the page is open.
    pub theme: Option<Theme>,
    /// Where the reader moved the map; `None` lets it follow the selection.
    pub look: Option<Look>,
    /// The first and last day that the timeline shows; `None` shows all.
    pub seen: Option<(Day, Day)>,
    /// How the timeline spaces its days.
    pub spacing: Spacing,
    /// Whether the story is being played: entry after entry, until its end or until the reader does anything.
    pub playing: bool,
    /// What of the address was ignored, and why.
    pub notes: Vec<Note>,
    /// Parts of the fragment that are not ours, kept as they are.
    pub foreign: Vec<String>,
    /// Whether the last change was a step to another entry: a run of them is one step of the browser's history.
    pub stepping: bool,
}

impl State {
    /// The date as of which the collection is shown.
    pub fn as_of(&self) -> Option<Day> {
        self.pins.as_of.or(self.chosen_as_of)
    }
}
