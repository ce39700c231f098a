//! The positions of the parties in corpora that are made up, and two venues side by side, against a count by hand: every cell is looked up
//! by asking every entry.

#![cfg(test)]

use atlas::model::{Attribution, Corpus, Entry, Kind, Modality};
use atlas::state::{
    Action, Cell, Party, Report, State, VenueFilter, Voice, is_asked_for, positions, reduce, side_by_side,
    view,
};

fn synthetic(entries: u32, seed: u64) -> Corpus {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("corpus");
    atlas_compiler::synth(entries, seed, &folder).unwrap();
    Corpus::open(Vec::leak(atlas_compiler::compile(&folder).unwrap())).unwrap()
}

/// Whether an entry belongs in a row.
fn is_of(party: Party, entry: Entry) -> bool {
    let statement = matches!(entry.kind(), Kind::Statement(_));
    match party {
        Party::Reports => !statement,
        Party::Side(side) => statement && entry.actor().map(|actor| actor.side().id()) == Some(side.id()),
        Party::Actor(actor) => statement && entry.actor().map(|actor| actor.id()) == Some(actor.id()),
    }
}

fn rank(entry: Entry) -> usize {
    if entry.modality() == Modality::Expected || entry.attribution() == Attribution::HeadlineOnly {
        2
    } else {
        usize::from(entry.attribution() == Attribution::SecondHand)
    }
}

/// What a cell has to hold, by the rules as they are told to readers.
fn check_cell(cell: &Cell, held: &[Entry]) {
    assert_eq!(cell.count, held.len());
    for (at, voice) in Voice::ALL.into_iter().enumerate() {
        let found = cell.voices[voice as usize].as_slice();
        let of_voice: Vec<Entry> = held.iter().copied().filter(|entry| rank(*entry) == at).collect();
        let Some(last) = of_voice.last() else {
            assert_eq!(found, []);
            continue;
        };
        assert_eq!(found.last(), Some(last), "the latest comes last");
        for entry in &of_voice {
            // Of each kind the latest one, if nothing says that it was before the last.
            let is_latest = of_voice.iter().rfind(|other| other.kind() == entry.kind()) == Some(entry);
            let (before, after) = (entry.date().days().latest, last.date().days().earliest);
            let could_be_last = entry == last || before.is_none() || after.is_none() || before >= after;
            assert_eq!(found.contains(entry), is_latest && could_be_last, "{} in {found:?}", entry.id());
        }
    }
}

#[test]
fn every_cell_is_what_asking_every_entry_gives() {
    let mut voices = [0; 3];
    let mut side_by_side = 0;
    for seed in 0..12 {
        let corpus = synthetic(20 + seed as u32 * 17, seed);
        let days: Vec<_> = corpus.entries().filter_map(|entry| entry.reported().latest).collect();
        for as_of in [None, days.first().copied(), days.get(days.len() / 2).copied()] {
            let unfolded = corpus.sides().take(2).collect();
            let state = State { chosen_as_of: as_of, unfolded, ..State::default() };
            let surely = |(entry, report): (Entry, Report)| (report == Report::Surely).then_some(entry);
            let shown: Vec<Entry> = view(corpus, &state).shown.into_iter().filter_map(surely).collect();
            let rows = positions(corpus, &state);
            for row in &rows {
                assert_eq!(row.cells.len(), corpus.venues().len() + 1);
                let columns = corpus.venues().map(Some).chain([None]);
                for (cell, venue) in row.cells.iter().zip(columns) {
                    let of_cell = |entry: &Entry| is_of(row.party, *entry) && entry.venue() == venue;
                    check_cell(cell, &shown.iter().copied().filter(of_cell).collect::<Vec<_>>());
                    for (voice, entries) in cell.voices.iter().enumerate() {
                        voices[voice] += usize::from(!entries.is_empty());
                        side_by_side += usize::from(entries.len() > 1);
                    }
                }
            }
            // Asked for, a cell shows what it counts, and the table stays as it is.
            for row in &rows {
                let columns = corpus.venues().map(VenueFilter::Venue).chain([VenueFilter::NoVenue]);
                for (cell, venue) in row.cells.iter().zip(columns) {
                    let Some(first) = cell.first() else { continue };
                    let asked = reduce(corpus, &state, Action::Ask(venue, row.party, first)).unwrap();
                    assert_eq!(positions(corpus, &asked), rows);
                    if row.party != Party::Reports {
                        assert!(
                            is_asked_for(&asked, venue, row.party) && !is_asked_for(&state, venue, row.party)
                        );
                        let view = view(corpus, &asked);
                        // And what the party did there, which is no position.
                        let shown = view.shown.iter().copied().filter_map(surely);
                        assert_eq!(shown.filter(|entry| is_of(row.party, *entry)).count(), cell.count);
                        assert_eq!(view.open.map(|at| view.shown[at].0), Some(first));
                    }
                }
            }
            // Every entry stands in exactly one row of a side or of the reports, and every such row holds one.
            let of_sides = |entry: Entry| {
                rows.iter()
                    .filter(|row| !matches!(row.party, Party::Actor(_)) && is_of(row.party, entry))
                    .count()
            };
            let known =
                |entry: &&Entry| entry.actor().is_some() || !matches!(entry.kind(), Kind::Statement(_));
            assert!(shown.iter().filter(known).all(|entry| of_sides(*entry) == 1));
            assert!(rows.iter().all(|row| row.cells.iter().any(|cell| cell.count > 0)));
        }
    }
    assert!(
        voices.iter().all(|count| *count > 0) && side_by_side > 0,
        "{voices:?}, {side_by_side} side by side"
    );
}

/// The entries of a cell, by voice as they are shown.
fn entries_of(cell: &Cell) -> Vec<Entry> {
    let voiced = Voice::ALL.into_iter().zip(&cell.voices);
    assert!({ voiced }.all(|(voice, entries)| entries.iter().all(|entry| Voice::of(*entry) == voice)));
    cell.voices.concat()
}

/// The rows of two venues, each looked up by asking every entry that is surely shown; gives how many rows have both, and how many cells
/// more than one entry.
fn check_pair(corpus: Corpus, state: &State, shown: &[Entry]) -> (usize, usize) {
    let pair = state.pair().unwrap();
    let rows = side_by_side(corpus, state, pair);
    let mut of_rows: Vec<Entry> = Vec::new();
    let mut firsts = Vec::new();
    let (mut aligned, mut several) = (0, 0);
    for row in &rows {
        let date = row.date.unwrap().best_edtf().text();
        for (cell, venue) in row.cells.iter().zip(pair) {
            let is_its = |entry: &&Entry| {
                entry.venue() == Some(venue)
                    && is_of(row.party, **entry)
                    && entry.date().best_edtf().text() == date
            };
            let expected: Vec<Entry> = shown.iter().filter(is_its).copied().collect();
            let mut found = entries_of(cell);
            found.sort_by_key(|entry| entry.row());
            assert_eq!(found, expected, "{date}, {:?}, {}", row.party, venue.id());
            assert_eq!(cell.count, expected.len());
            of_rows.extend(found);
            several += usize::from(cell.count > 1);
        }
        aligned += usize::from(row.cells.iter().all(|cell| cell.count > 0));
        firsts.push(
            row.cells.iter().flat_map(entries_of).map(|entry| entry.row()).min().expect("an empty row"),
        );
    }
    assert!(firsts.is_sorted(), "not in reading order: {firsts:?}");
    // Every entry of the two stands in one row.
    of_rows.sort_by_key(|entry| entry.row());
    let known = |entry: &&Entry| entry.actor().is_some() || !matches!(entry.kind(), Kind::Statement(_));
    let of_pair = |entry: &&Entry| pair.iter().any(|venue| entry.venue() == Some(*venue));
    let all: Vec<Entry> = shown.iter().filter(known).filter(of_pair).copied().collect();
    assert_eq!(of_rows, all);
    // Pressed, a cell shows what it holds, and the rows stay as they are.
    for row in &rows {
        for (cell, venue) in row.cells.iter().zip(pair) {
            let Some(first) = cell.first() else { continue };
            let ask = Action::Ask(VenueFilter::Venue(venue), row.party, first);
            let Some(asked) = reduce(corpus, state, ask) else { continue };
            assert_eq!((asked.pair(), asked.venue), (Some(pair), VenueFilter::Venue(venue)));
            assert_eq!(side_by_side(corpus, &asked, pair), rows);
            let view = view(corpus, &asked);
            assert_eq!(view.open.map(|at| view.shown[at].0), Some(first));
            assert!(entries_of(cell).iter().all(|entry| view.shown.iter().any(|(shown, _)| shown == entry)));
        }
    }
    (aligned, several)
}

#[test]
fn two_venues_stand_side_by_side_by_date_and_party() {
    let (mut aligned, mut several) = (0, 0);
    for seed in 0..4 {
        let corpus = synthetic(30 + seed as u32 * 50, seed);
        let venues: Vec<_> = corpus.venues().collect();
        let days: Vec<_> = corpus.entries().filter_map(|entry| entry.reported().latest).collect();
        let queries = [String::new(), "the".to_owned()];
        for (as_of, query) in [None, days.get(days.len() / 2).copied()].into_iter().zip(queries) {
            let all = State { chosen_as_of: as_of, query, positions: true, ..State::default() };
            let surely = |(entry, report): (Entry, Report)| (report == Report::Surely).then_some(entry);
            let shown: Vec<Entry> = view(corpus, &all).shown.into_iter().filter_map(surely).collect();
            for (at, one) in venues.iter().enumerate() {
                // Either of the two may be the selected one.
                for other in venues.iter().skip(at + 1) {
                    for (venue, against) in [(*one, *other), (*other, *one)] {
                        let venue = VenueFilter::Venue(venue);
                        let state = State { venue, against: Some(against), ..all.clone() };
                        assert_eq!(state.pair(), Some([*one, *other]));
                        let told = check_pair(corpus, &state, &shown);
                        (aligned, several) = (aligned + told.0, several + told.1);
                    }
                }
            }
        }
    }
    assert!(aligned > 0 && several > 0, "{aligned} rows with both, {several} cells with several");
}
