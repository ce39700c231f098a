//! The positions of the parties: what each side, and each actor of it, said last of each venue and of talks as such, as of a date.
//! Own words, what others say, and what a headline says or somebody expects stand apart. No opinion about how they are drawn.

use super::compare::choose;
use super::sieve::{Filters, Sieve};
use super::{Choice, Facet, Report, State, VenueFilter};
use crate::model::{Actor, Attribution, Corpus, Dated, Entry, Kind, Modality, Side};

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

impl Party {
    /// Whether an entry stands in its row.
    #[inline(never)]
    pub(super) fn has(self, entry: Entry) -> bool {
        let actor = entry.actor();
        match (self, entry.kind()) {
            (Self::Reports, kind) => matches!(kind, Kind::Event(_)),
            (Self::Side(side), Kind::Statement(_)) => actor.is_some_and(|actor| actor.side() == side),
            (Self::Actor(one), Kind::Statement(_)) => actor == Some(one),
            _ => false,
        }
    }
}

/// What a party said of a venue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// By voice, in the order of [`Voice::ALL`], each in reading order.
    pub voices: [Vec<Entry>; 3],
    /// All entries that it comes from.
    pub count: usize,
}

impl Cell {
    /// The entry that counts most.
    pub fn first(&self) -> Option<Entry> {
        self.voices.iter().find_map(|entries| entries.last().copied())
    }

    /// Keeps of each voice the latest entry, and before it those of another kind that may be as late.
    fn keep_latest(&mut self) {
        for entries in &mut self.voices {
            let all = entries.clone();
            let mut later = all.iter();
            entries.retain(|entry| {
                later.next();
                // The later one of a kind stands for it.
                later.clone().all(|other| other.kind() != entry.kind())
                    && all.last().is_none_or(|last| !is_surely_before(*entry, *last))
            });
        }
    }
}

/// One row: a party and its cells, one for each column.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Whose it is.
    pub party: Party,
    /// The one day or time that it is about, if it is.
    pub date: Option<Dated>,
    /// What it said.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A row of so many cells without anything in them.
    #[inline(never)]
    pub(super) fn new(party: Party, date: Option<Dated>, columns: usize) -> Self {
        Self { party, date, cells: (0..columns).map(|_| Cell::default()).collect() }
    }

    /// Takes an entry, after those that were taken before.
    #[inline(never)]
    pub(super) fn take(&mut self, column: usize, entry: Entry) {
        let Some(cell) = self.cells.get_mut(column) else { return };
        cell.count += 1;
        if let Some(entries) = cell.voices.get_mut(Voice::of(entry) as usize) {
            entries.push(entry);
        }
    }
}

/// What is counted: all that was surely reported, under all filters but venue, side and actor: pressing a cell sets these, and the table stays.
pub(super) fn counted(corpus: Corpus, state: &State) -> Vec<Entry> {
    let sieve = Sieve::new(corpus, state);
    let others = Filters::VENUE | Filters::facet(Facet::Side) | Filters::facet(Facet::Actor);
    let counts = |entry: &Entry| {
        let (lacks, report) = sieve.lacks(*entry);
        others.has(lacks) && report == Report::Surely
    };
    corpus.entries().filter(counts).collect()
}

/// The rows of the sides that said something, in their order, each followed by its actors where it is unfolded; then the reports. The columns
/// are the venues of the corpus, then talks as such; of each voice a cell keeps the latest entry, and those of another kind that may be as late.
#[inline(never)]
pub fn positions(corpus: Corpus, state: &State) -> Vec<Row> {
    let columns = corpus.venues().len() + 1;
    let mut rows = Vec::new();
    for side in corpus.sides() {
        rows.push(Row::new(Party::Side(side), None, columns));
        for actor in corpus.actors() {
            if actor.side() == side && state.unfolded.contains(&side) {
                rows.push(Row::new(Party::Actor(actor), None, columns));
            }
        }
    }
    rows.push(Row::new(Party::Reports, None, columns));
    for entry in counted(corpus, state) {
        let column = entry.venue().map_or(columns - 1, |venue| venue.row() as usize);
        for row in rows.iter_mut().filter(|row| row.party.has(entry)) {
            row.take(column, entry);
        }
    }
    rows.retain(|row| row.cells.iter().any(|cell| cell.count > 0));
    rows.iter_mut().flat_map(|row| &mut row.cells).for_each(Cell::keep_latest);
    rows
}

/// Asks for what a cell holds: its venue and its party, in place of those that were asked for.
pub(super) fn ask(corpus: Corpus, state: &mut State, venue: VenueFilter, party: Party) {
    choose(state, venue);
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

/// Whether every possible day of the one is before every possible day of the other.
fn is_surely_before(one: Entry, other: Entry) -> bool {
    let (latest, earliest) = (one.date().days().latest, other.date().days().earliest);
    latest.zip(earliest).is_some_and(|(latest, earliest)| latest < earliest)
}
