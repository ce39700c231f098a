//! The positions of the parties: what each side, and each actor of it, said last of each venue and of talks as such, as of a date.
//! Own words, what others say, and what a headline says or somebody expects stand apart. No opinion about how they are drawn.

use super::sieve::{Filters, Sieve};
use super::{Choice, Facet, Report, State, VenueFilter};
use crate::model::{Actor, Attribution, Corpus, Entry, Kind, Modality, Side};

/// Whose voice it is, and how sure: the first counts most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// The actor's own words, or the reporter's account of them.
    Own,
    /// Another speaker says so.
    SecondHand,
    /// The headline alone says so, or it is expected only.
    Uncertain,
}

impl Voice {
    /// Every voice, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Own, Self::SecondHand, Self::Uncertain];

    /// The voice of an entry.
    pub fn of(entry: Entry) -> Self {
        match (entry.modality(), entry.attribution()) {
            (Modality::Expected, _) | (_, Attribution::HeadlineOnly) => Self::Uncertain,
            (_, Attribution::SecondHand) => Self::SecondHand,
            _ => Self::Own,
        }
    }
}

/// Whose row it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Party {
    /// A side: all of its actors.
    Side(Side),
    /// One actor.
    Actor(Actor),
    /// What happened, was fixed, or was raised by nobody named.
    Reports,
}

/// What a party said of a venue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// By voice, the first first: the latest entry, and before it those of another kind that may be as late. Voices without any are left out.
    pub voices: Vec<(Voice, Vec<Entry>)>,
    /// All entries that it comes from.
    pub count: usize,
}

impl Cell {
    /// The entry that counts most.
    pub fn first(&self) -> Option<Entry> {
        self.voices.first().and_then(|(_, entries)| entries.last().copied())
    }
}

/// One row: a party and its cells, one for each venue of the corpus, then one for talks as such.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Whose it is.
    pub party: Party,
    /// What it said.
    pub cells: Vec<Cell>,
}

/// The rows of the sides that said something, in their order, each followed by its actors where it is unfolded; then the reports. Counted is
/// what was surely reported under all filters but venue, side and actor: pressing a cell sets these, and the table stays.
pub fn positions(corpus: Corpus, state: &State) -> Vec<Row> {
    let sieve = Sieve::new(corpus, state);
    let others = Filters::VENUE | Filters::facet(Facet::Side) | Filters::facet(Facet::Actor);
    let counts = |entry: &Entry| {
        let (lacks, report) = sieve.lacks(*entry);
        others.has(lacks) && report == Report::Surely
    };
    let entries: Vec<Entry> = corpus.entries().filter(counts).collect();
    let columns = corpus.venues().len() + 1;
    let row = |party: Party, is_its: &dyn Fn(Entry) -> bool| {
        let mut held: Vec<Vec<Entry>> = vec![Vec::new(); columns];
        for &entry in entries.iter().filter(|entry| is_its(**entry)) {
            let column = entry.venue().map_or(columns - 1, |venue| venue.row() as usize);
            if let Some(cell) = held.get_mut(column) {
                cell.push(entry);
            }
        }
        let cells: Vec<Cell> = held.iter().map(|entries| cell(entries)).collect();
        cells.iter().any(|cell| cell.count > 0).then_some(Row { party, cells })
    };
    let is_statement = |entry: Entry| matches!(entry.kind(), Kind::Statement(_));
    let mut rows = Vec::new();
    for side in corpus.sides() {
        let is_its =
            |entry: Entry| is_statement(entry) && entry.actor().is_some_and(|actor| actor.side() == side);
        rows.extend(row(Party::Side(side), &is_its));
        if state.unfolded.contains(&side) {
            for actor in corpus.actors().filter(|actor| actor.side() == side) {
                rows.extend(row(Party::Actor(actor), &|entry| {
                    is_statement(entry) && entry.actor() == Some(actor)
                }));
            }
        }
    }
    rows.extend(row(Party::Reports, &|entry| !is_statement(entry)));
    rows
}

/// Asks for what a cell holds: its venue and its party, in place of those that were asked for.
pub(super) fn ask(corpus: Corpus, state: &mut State, venue: VenueFilter, party: Party) {
    state.venue = venue;
    state.look = None;
    state.chosen.retain(|choice| !matches!(choice.facet, Facet::Side | Facet::Actor));
    let choice = match party {
        Party::Side(side) => Choice::new(corpus, Facet::Side, side.row()),
        Party::Actor(actor) => Choice::new(corpus, Facet::Actor, actor.row()),
        Party::Reports => return,
    };
    // Sides and actors come first in the order of what is chosen.
    state.chosen.insert(0, choice);
}

/// Whether a cell of this column and row is what is asked for.
pub fn is_asked_for(state: &State, venue: VenueFilter, party: Party) -> bool {
    let mut parties = state.chosen.iter().filter(|choice| matches!(choice.facet, Facet::Side | Facet::Actor));
    let asked = (parties.next(), parties.next());
    state.venue == venue
        && match (party, asked) {
            (Party::Side(side), (Some(choice), None)) => {
                (choice.facet, choice.number) == (Facet::Side, side.row())
            }
            (Party::Actor(actor), (Some(choice), None)) => {
                (choice.facet, choice.number) == (Facet::Actor, actor.row())
            }
            _ => false,
        }
}

/// The cell of entries in reading order.
fn cell(entries: &[Entry]) -> Cell {
    let mut voices = Vec::new();
    for voice in Voice::ALL {
        let of_voice = || entries.iter().copied().filter(|entry| Voice::of(*entry) == voice);
        let Some(last) = of_voice().next_back() else { continue };
        let mut latest: Vec<Entry> = Vec::new();
        for entry in of_voice() {
            // The later one of a kind stands for it.
            latest.retain(|known| known.kind() != entry.kind());
            latest.push(entry);
        }
        latest.retain(|entry| *entry == last || !is_surely_before(*entry, last));
        voices.push((voice, latest));
    }
    Cell { voices, count: entries.len() }
}

/// Whether every possible day of the one is before every possible day of the other.
fn is_surely_before(one: Entry, other: Entry) -> bool {
    let (latest, earliest) = (one.date().days().latest, other.date().days().earliest);
    latest.zip(earliest).is_some_and(|(latest, earliest)| latest < earliest)
}
