//! What a state shows: the entries that pass all filters, how surely each was reported, and the counts.
//! Derived, never stored. No opinion about layout.

use super::State;
use super::sieve::{Filters, Sieve};
use crate::date::Day;
use crate::model::{Corpus, Entry, Venue};

/// How an entry stands to the as-of date, by the days on which its articles may have appeared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    /// Reported by then, whatever the exact day.
    Surely,
    /// Reported by then if it was early in its range.
    Possibly,
    /// Not reported by then.
    NotYet,
}

impl Report {
    /// How `entry` stands to `as_of`; surely reported where no date is asked for.
    pub fn of(entry: Entry, as_of: Option<Day>) -> Self {
        let Some(day) = as_of else { return Self::Surely };
        let days = entry.reported();
        if days.surely_by(day) {
            Self::Surely
        } else if days.possibly_by(day) {
            Self::Possibly
        } else {
            Self::NotYet
        }
    }
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// In reading order: what passes every filter.
    pub shown: Vec<(Entry, Report)>,
    /// Of those, how many were possibly reported only.
    pub possibly: usize,
    /// Entries surely reported under all filters but the venue.
    pub total: usize,
    /// The same by venue, in the order of the venues.
    pub venue_counts: Vec<(Venue, usize)>,
    /// The same without a venue.
    pub no_venue_count: usize,
    /// Entries under venue, period and date, whatever the search and the facets, surely reported: what the answer speaks of.
    pub venue_entries: Vec<Entry>,
    /// Entries that were not reported by then.
    pub later: usize,
    /// Number of the open entry in `shown`.
    pub open: Option<usize>,
}

/// What `state` shows of `corpus`.
pub fn view(corpus: Corpus, state: &State) -> View {
    let sieve = Sieve::new(corpus, state);
    let mut counts = vec![0; corpus.venues().len()];
    let mut out = View {
        shown: Vec::new(),
        possibly: 0,
        total: 0,
        venue_counts: Vec::new(),
        no_venue_count: 0,
        venue_entries: Vec::new(),
        later: 0,
        open: None,
    };
    for entry in corpus.entries() {
        let (lacks, report) = sieve.lacks(entry);
        if report == Report::NotYet {
            out.later += 1;
            continue;
        }
        let surely = report == Report::Surely;
        if surely && !lacks.meets(Filters::VENUE | Filters::PERIOD) {
            out.venue_entries.push(entry);
        }
        if surely && Filters::VENUE.has(lacks) {
            out.total += 1;
            match entry.venue().and_then(|venue| counts.get_mut(venue.row() as usize)) {
                Some(count) => *count += 1,
                None => out.no_venue_count += 1,
            }
        }
        if lacks.is_empty() {
            out.possibly += usize::from(!surely);
            out.shown.push((entry, report));
        }
    }
    out.venue_counts = corpus.venues().zip(counts).collect();
    let wanted = out.shown.iter().position(|&(entry, _)| Some(entry) == state.entry);
    out.open = wanted.or((!out.shown.is_empty()).then_some(0));
    out
}
