//! What the map tells of a venue: whether talks took place there, the latest entries, each kind of entry. What was reported by the
//! as-of date for sure counts, nothing else. No opinion about how it is drawn or worded.

use super::view::{Report, View};
use crate::date::Day;
use crate::model::{Attribution, Entry, EventKind, Kind, Venue};

/// Whether talks took place at a venue.
pub fn took_place(venue: Venue, as_of: Option<Day>) -> bool {
    venue.entries().any(|entry| entry.kind() == Kind::Event(EventKind::TookPlace) && is_sure(entry, as_of))
}

/// The latest entries of a venue, so many at the most, the latest first.
pub fn latest(venue: Venue, as_of: Option<Day>, most: usize) -> Vec<Entry> {
    let mut latest = Vec::new();
    for entry in venue.entries().filter(|entry| is_sure(*entry, as_of)) {
        latest.insert(0, entry);
        latest.truncate(most);
    }
    latest
}

/// Each kind of entry that is shown of a venue, once for each venue, and whether others alone say so. One pass for all, since there may
/// be thousands of entries.
pub fn kinds(view: &View) -> Vec<(Venue, Kind, bool)> {
    let mut kinds: Vec<(Venue, Kind, bool)> = Vec::new();
    for (entry, _) in view.shown.iter().filter(|(_, report)| *report == Report::Surely) {
        let Some(venue) = entry.venue() else { continue };
        let (kind, by_others) = (entry.kind(), entry.attribution() == Attribution::SecondHand);
        match kinds.iter_mut().find(|known| (known.0, known.1) == (venue, kind)) {
            Some(known) => known.2 &= by_others,
            None => kinds.push((venue, kind, by_others)),
        }
    }
    kinds
}

fn is_sure(entry: Entry, as_of: Option<Day>) -> bool {
    Report::of(entry, as_of) == Report::Surely
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Stance;
    use crate::state::{State, view};
    use crate::testing::corpus;

    /// Of seven entries those of Minsk are 0, 3 and 6, where 3 was reported from 6 to 13 March and talks took place by 6, on 7 March,
    /// reported on 9 March.
    fn minsk() -> Venue {
        corpus(7).venue_by_id("minsk").unwrap()
    }

    fn march(day: u8) -> Option<Day> {
        Day::from_ymd(2025, 3, day)
    }

    #[test]
    fn talks_took_place_once_that_is_surely_reported() {
        let check = |as_of, expected| assert_eq!(took_place(minsk(), as_of), expected, "{as_of:?}");
        check(None, true);
        check(march(8), false);
        check(march(9), true);
    }

    #[test]
    fn the_latest_come_first() {
        let check = |as_of, most, expected: &[&str]| {
            let ids: Vec<&str> = latest(minsk(), as_of, most).iter().map(|entry| entry.id()).collect();
            assert_eq!(ids, expected, "{as_of:?}");
        };
        check(None, 2, &["entry-6", "entry-3"]);
        check(None, 9, &["entry-6", "entry-3", "entry-0"]);
        // Entry 3 is possibly reported only.
        check(march(9), 2, &["entry-6", "entry-0"]);
        check(march(2), 2, &[]);
        check(None, 0, &[]);
    }

    #[test]
    fn a_kind_is_told_once_for_each_venue() {
        let (offer, talks) = (Kind::Statement(Stance::OffersToHost), Kind::Event(EventKind::TookPlace));
        let check = |as_of, expected: &[(&str, Kind, bool)]| {
            let state = State { chosen_as_of: as_of, ..State::default() };
            let told = kinds(&view(corpus(7), &state));
            let told: Vec<_> =
                told.iter().map(|(venue, kind, others)| (venue.id(), *kind, *others)).collect();
            assert_eq!(told, expected, "{as_of:?}");
        };
        // Entry 0 is second-hand, entry 3 is not.
        check(None, &[("minsk", offer, false), ("geneva", offer, false), ("minsk", talks, false)]);
        check(march(3), &[("minsk", offer, true)]);
    }
}
