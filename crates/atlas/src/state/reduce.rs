//! The one reducer: a state and an action give a state, or nothing where nothing changes.
//! No opinion about who sends the action.

use super::{Look, State, Theme, VenueFilter, view};
use crate::date::Day;
use crate::model::{Corpus, Entry};

/// What a reader does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Choose a venue, all, or none; choosing the chosen venue again shows all.
    SelectVenue(VenueFilter),
    /// Open an entry.
    SelectEntry(Entry),
    /// Go to the next (1) or previous (-1) entry that is shown.
    Step(i32),
    /// Search.
    Search(String),
    /// Show the collection as of a day, or as it is.
    SetAsOf(Option<Day>),
    /// Read in light or dark.
    SetTheme(Theme),
    /// The map came to rest.
    Settle(Look),
    /// The map follows the selection again.
    ResetLook,
    /// The address changed: take over another state. The editor's choices stay.
    Restore(State),
    /// The notes were read.
    DismissNotes,
}

/// The new state; `None` where the action changes nothing.
pub fn reduce(corpus: Corpus, state: &State, action: Action) -> Option<State> {
    let mut next = state.clone();
    let stepping = matches!(action, Action::Step(_));
    match action {
        Action::SelectVenue(venue) => {
            next.venue = if venue == state.venue { VenueFilter::All } else { venue };
            next.look = None;
            next.entry = state.entry.filter(|&entry| fits(entry, next.venue));
        }
        Action::SelectEntry(entry) => {
            next.entry = Some(entry);
            if !fits(entry, state.venue) {
                next.venue = VenueFilter::All;
                next.look = None;
            }
        }
        Action::Step(by) => {
            let shown = view(corpus, state).shown;
            let at = shown.iter().position(|&(entry, _)| Some(entry) == state.entry).unwrap_or(0);
            let to = (at as i64 + i64::from(by)).clamp(0, (shown.len() as i64 - 1).max(0)) as usize;
            next.entry = shown.get(to).map(|&(entry, _)| entry);
        }
        Action::Search(query) => next.query = query,
        Action::SetAsOf(day) => next.chosen_as_of = day,
        Action::SetTheme(theme) => next.theme = Some(theme),
        Action::Settle(look) => next.look = Some(look),
        Action::ResetLook => next.look = None,
        Action::Restore(restored) => {
            next = State { pins: next.pins, theme: next.theme, stepping: state.stepping, ..restored };
        }
        Action::DismissNotes => next.notes.clear(),
    }
    // Compared before: an action that changes nothing does not end a run of steps.
    (next != *state).then_some(State { stepping, ..next })
}

/// Whether an entry is among those that a filter shows.
pub(super) fn fits(entry: Entry, filter: VenueFilter) -> bool {
    match filter {
        VenueFilter::All => true,
        VenueFilter::Venue(venue) => entry.venue() == Some(venue),
        VenueFilter::NoVenue => entry.venue().is_none(),
    }
}
