//! The one reducer: a state and an action give a state, or nothing where nothing changes.
//! No opinion about who sends the action.

use super::compare::{choose, compare};
use super::facet::toggle;
use super::report_dates::step;
use super::sieve::{Sieve, lift};
use super::{Choice, Filters, Look, Party, Period, State, Theme, VenueFilter, positions, view};
use crate::date::Day;
use crate::model::{Corpus, Entry, Side, Venue};
use crate::search::MAX_QUERY_CHARS;
use crate::timeline::{Scale, Spacing, moment, scale};

/// Days are zoomed on a timeline of this width, a phone's: what is in the middle of one is in the middle of all, and wider ones look no
/// closer than they can.
const ZOOMED_PX: f64 = 250.0;

/// What a reader does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Choose a venue, all, or none; choosing the chosen venue again shows all.
    SelectVenue(VenueFilter),
    /// Open an entry.
    SelectEntry(Entry),
    /// Go to the next (1) or previous (-1) entry that is shown.
    Step(i32),
    /// Search. What no address can hold is left out: control characters, and what is longer than anybody types.
    Search(String),
    /// Show the positions in place of map and timeline, or these again.
    ShowPositions(bool),
    /// Show the actors of a side among the positions, or fold them away.
    Unfold(Side),
    /// Put a venue beside the selected one among the positions, or take it away; select it where none is.
    Compare(Venue),
    /// Ask for what a cell of the positions holds, and open an entry of it.
    Ask(VenueFilter, Party, Entry),
    /// Choose a value of a facet, beside others of it; choosing a chosen one again takes it back.
    Choose(Choice),
    /// Take filters away, with all that was chosen of them.
    Lift(Filters),
    /// Unfold the facets, or fold them.
    UnfoldFacets(bool),
    /// The keyboard is at this cell of the positions.
    Rove(usize),
    /// Show the collection as of a day, or as it is.
    SetAsOf(Option<Day>),
    /// Show the collection as of the next (1) or previous (-1) day on which something was reported.
    StepAsOf(i32),
    /// Show what lies in a period; one that ends before it begins is refused.
    SetPeriod(Period),
    /// Look at the timeline so many times as close, in the middle of what is seen.
    ZoomTime(f64),
    /// Look at the timeline so many times its width further on.
    PanTime(f64),
    /// Look at these days of the timeline, or at all.
    LookAt(Option<(Day, Day)>),
    /// Space the timeline's days.
    SetSpacing(Spacing),
    /// Play the story from the open entry on, from the first where the open one is the last; or pause it.
    Play,
    /// The story goes on by one entry, if it is being played; with the last one it ends.
    Advance,
    /// Do nothing else than what every action does: end the playing.
    Pause,
    /// Read in light or dark.
    SetTheme(Theme),
    /// The map came to rest.
    Settle(Look),
    /// The map follows the selection again.
    ResetLook,
    /// The address changed: take over another state. The editor's choices stay.
    Restore(Box<State>),
    /// The notes were read.
    DismissNotes,
}

/// The new state; `None` where the action changes nothing.
pub fn reduce(corpus: Corpus, state: &State, action: Action) -> Option<State> {
    let mut next = state.clone();
    let stepping = matches!(action, Action::Step(_) | Action::StepAsOf(_));
    let dates = matches!(action, Action::SetAsOf(_) | Action::StepAsOf(_));
    // Whoever looks at the timeline, or comes from an address, sees what was asked for; a filter moves nothing.
    let looks = matches!(
        action,
        Action::LookAt(_)
            | Action::Choose(_)
            | Action::Unfold(_)
            | Action::ShowPositions(_)
            | Action::Lift(_)
            | Action::UnfoldFacets(_)
            | Action::Rove(_)
            | Action::ZoomTime(_)
            | Action::PanTime(_)
            | Action::SetSpacing(_)
            | Action::Settle(_)
            | Action::Restore(_)
    );
    // Whatever a reader does ends the playing; only time lets it go on.
    next.playing = false;
    match action {
        Action::SelectVenue(venue) => {
            choose(&mut next, if venue == state.venue { VenueFilter::All } else { venue });
        }
        Action::Compare(venue) => compare(&mut next, venue),
        Action::SelectEntry(entry) => {
            next.entry = Some(entry);
            // What is asked for is shown, whatever would hide it.
            let hiding = Sieve::new(corpus, state).lacks(entry).0.without(Filters::AS_OF);
            lift(&mut next, hiding);
            if hiding.has(Filters::VENUE) {
                next.look = None;
            }
        }
        Action::Step(by) => _ = go(corpus, state, &mut next, by),
        Action::Play if !state.playing => {
            let (at, last) = go(corpus, state, &mut next, 0);
            if at == last {
                go(corpus, state, &mut next, i32::MIN);
            }
            next.playing = last > 0;
        }
        Action::Advance if state.playing => {
            let (at, last) = go(corpus, state, &mut next, 1);
            next.playing = at < last;
        }
        // Time that comes too late.
        Action::Advance => return None,
        Action::Play | Action::Pause => {}
        Action::StepAsOf(by) => next.chosen_as_of = step(corpus, state.chosen_as_of, by),
        Action::SetPeriod(period) if period.from.zip(period.to).is_some_and(|(from, to)| from > to) => {
            return None;
        }
        Action::SetPeriod(period) => next.period = period,
        Action::ZoomTime(factor) => {
            next.seen = looked(corpus, state).zoom_at(ZOOMED_PX / 2.0, factor).seen();
        }
        Action::PanTime(part) => next.seen = looked(corpus, state).pan(-ZOOMED_PX * part).seen(),
        Action::LookAt(seen) => next.seen = seen,
        Action::SetSpacing(spacing) => next.spacing = spacing,
        Action::Search(query) => {
            let typed = query.chars().filter(|c| !c.is_ascii_control() || *c == '\t');
            next.query = typed.take(MAX_QUERY_CHARS).collect();
        }
        Action::ShowPositions(shown) => next.positions = shown,
        Action::Unfold(side) => {
            next.unfolded.retain(|other| *other != side);
            if next.unfolded.len() == state.unfolded.len() {
                next.unfolded.push(side);
            }
        }
        Action::Ask(venue, party, entry) => {
            positions::ask(corpus, &mut next, venue, party);
            next.entry = Some(entry);
        }
        Action::Choose(choice) => toggle(&mut next.chosen, choice),
        Action::Lift(lifted) => {
            lift(&mut next, lifted);
            next.look = if lifted.has(Filters::VENUE) { None } else { next.look };
        }
        Action::Rove(cell) => next.cell = cell,
        Action::UnfoldFacets(open) => next.facets_open = open,
        Action::SetAsOf(day) => next.chosen_as_of = day,
        Action::SetTheme(theme) => next.theme = Some(theme),
        Action::Settle(look) => next.look = Some(look),
        Action::ResetLook => next.look = None,
        Action::Restore(restored) => {
            let (theme, facets_open) = (next.theme, next.facets_open);
            next = State { pins: next.pins, theme, facets_open, stepping: state.stepping, ..*restored };
        }
        Action::DismissNotes => next.notes.clear(),
    }
    // Nothing stands beside nothing, nor beside itself, nor on the map.
    if next.pair().is_none() {
        next.against = None;
    }
    if !looks && next.seen.is_some() && next != *state {
        // What was chosen is in sight: a date is, or else the open entry.
        let at = if dates { Some(as_of_moment(&next)) } else { open_moment(corpus, &next) };
        next.seen = with_in_sight(corpus, &next, at).or(next.seen);
    }
    // Compared before: an action that changes nothing does not end a run of steps.
    (next != *state).then_some(State { stepping, ..next })
}

/// Opens the entry so many further on among those that are shown; gives its number and that of the last.
fn go(corpus: Corpus, state: &State, next: &mut State, by: i32) -> (usize, usize) {
    let shown = view(corpus, state).shown;
    let at = shown.iter().position(|&(entry, _)| Some(entry) == state.entry).unwrap_or(0);
    let last = shown.len().saturating_sub(1);
    let to = (at as i64 + i64::from(by)).max(0).min(last as i64) as usize;
    next.entry = shown.get(to).map(|&(entry, _)| entry);
    (to, last)
}

/// The timeline as it is looked at.
fn looked(corpus: Corpus, state: &State) -> Scale {
    let whole = scale(corpus, ZOOMED_PX, 0.0, state.spacing);
    state.seen.map_or_else(|| whole.clone(), |days| whole.look_at(days))
}

/// Where the handle of the as-of date stands; without a date, behind everything.
fn as_of_moment(state: &State) -> f64 {
    state.as_of().map_or(f64::MAX, |day| f64::from(day.number()) + 0.5)
}

/// Where the open entry's glyph stands.
fn open_moment(corpus: Corpus, state: &State) -> Option<f64> {
    let shown = view(corpus, state);
    shown.open.and_then(|at| shown.shown.get(at)).and_then(|&(entry, _)| moment(entry))
}

/// The days that the timeline shows, moved so that a moment is among them.
fn with_in_sight(corpus: Corpus, state: &State, at: Option<f64>) -> Option<(Day, Day)> {
    let (at, (from, to)) = (at?, state.seen?);
    let is_seen = f64::from(from.number()) <= at && at <= f64::from(to.number()) + 1.0;
    if is_seen { state.seen } else { looked(corpus, state).about(at).seen() }
}

/// Whether an entry is among those that a filter shows.
pub(super) fn fits(entry: Entry, filter: VenueFilter) -> bool {
    match filter {
        VenueFilter::All => true,
        VenueFilter::Venue(venue) => entry.venue() == Some(venue),
        VenueFilter::NoVenue => entry.venue().is_none(),
    }
}
