//! Two venues side by side: the one that is selected, and the one that it is held against. What was said and done about either, by date and
//! party. No opinion about how it is drawn.

use super::positions::{Party, Row, counted};
use super::reduce::fits;
use super::{State, VenueFilter};
use crate::model::{Corpus, Kind, Venue};

impl State {
    /// The two venues that stand side by side, in the order of the corpus.
    #[inline(never)]
    pub fn pair(&self) -> Option<[Venue; 2]> {
        let (one, other) = self.venue.venue().zip(self.against).filter(|_| self.positions)?;
        match (one.row(), other.row()) {
            (a, b) if a < b => Some([one, other]),
            (a, b) if a > b => Some([other, one]),
            _ => None,
        }
    }
}

/// Everything that is counted of two venues, a row for each date and party, in reading order: the sides that made statements, and the reports.
#[inline(never)]
pub fn side_by_side(corpus: Corpus, state: &State, pair: [Venue; 2]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for entry in counted(corpus, state) {
        let Some(column) = pair.iter().position(|venue| entry.venue() == Some(*venue)) else { continue };
        let date = entry.date();
        let mut at = rows.len();
        for (above, row) in rows.iter().enumerate().rev() {
            // Entries of one date lie together; but dates of the same bounds may say it in other words.
            let Some(other) = row.date.filter(|other| other.days() == date.days()) else { break };
            if row.party.has(entry) && other.best_edtf().text() == date.best_edtf().text() {
                at = above;
                break;
            }
        }
        if at == rows.len() {
            let party = match (entry.kind(), entry.actor()) {
                (Kind::Event(_), _) => Party::Reports,
                (_, Some(actor)) => Party::Side(actor.side()),
                _ => continue,
            };
            rows.push(Row::new(party, Some(date), 2));
        }
        if let Some(row) = rows.get_mut(at) {
            row.take(column, entry);
        }
    }
    rows
}

/// Selects a venue; the one that it is held against changes places with it. The map follows, and an entry that does not fit is let go.
pub(super) fn choose(state: &mut State, venue: VenueFilter) {
    if venue.venue().is_some() && venue.venue() == state.against {
        state.against = state.venue.venue();
    }
    state.venue = venue;
    state.look = None;
    state.entry = state.entry.filter(|&entry| fits(entry, venue));
}

/// Puts a venue beside the selected one, in place of another that stands there, or takes one of the two away; selects it where none is.
pub(super) fn compare(state: &mut State, venue: Venue) {
    let (one, other) = (state.venue.venue(), state.against);
    if one == Some(venue) {
        state.against = None;
        choose(state, other.map_or(VenueFilter::All, VenueFilter::Venue));
    } else if one.is_none() {
        choose(state, VenueFilter::Venue(venue));
    } else {
        state.against = (other != Some(venue)).then_some(venue);
    }
}
