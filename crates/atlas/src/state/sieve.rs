//! The filters of a state together: which of them an entry does not pass, what each value of a facet would show, and the fewest filters
//! whose removal shows something. No opinion about how they are drawn or worded.

use std::ops::BitOr;

use super::reduce::fits;
use super::{Choice, Facet, Period, Report, State, VenueFilter};
use crate::model::{Corpus, Entry};
use crate::search::{Query, search};

/// A set of filters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Filters(u32);

impl Filters {
    /// None.
    pub const NONE: Self = Self(0);
    /// The venue.
    pub const VENUE: Self = Self(1);
    /// The search.
    pub const SEARCH: Self = Self(2);
    /// The period.
    pub const PERIOD: Self = Self(4);
    /// The as-of date.
    pub const AS_OF: Self = Self(8);
    /// Every filter.
    pub const ALL: Self = Self((1 << FILTERS) - 1);

    /// One facet, with all that is chosen of it.
    pub const fn facet(facet: Facet) -> Self {
        Self(16 << facet as u32)
    }

    /// Whether it has all of `other`.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Those that are not in `other`.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether it has any of `other`.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// How many there are.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each by itself.
    pub fn each(self) -> impl Iterator<Item = Self> {
        (0..FILTERS).map(|bit| Self(1 << bit)).filter(move |one| self.has(*one))
    }
}

impl BitOr for Filters {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// How many there are in all.
const FILTERS: u32 = 4 + Facet::ALL.len() as u32;

/// The filters of a state, ready for every entry.
pub(super) struct Sieve<'a> {
    state: &'a State,
    /// By row; empty where nothing is searched for.
    found: Vec<bool>,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(corpus: Corpus, state: &'a State) -> Self {
        Self { state, found: search(corpus, &Query::new(&state.query)) }
    }

    /// The filters that an entry does not pass, and how it stands to the as-of date.
    pub(super) fn lacks(&self, entry: Entry) -> (Filters, Report) {
        let state = self.state;
        let report = Report::of(entry, state.as_of());
        let mut lacks = Filters::NONE;
        let mut test = |passes: bool, filter: Filters| {
            if !passes {
                lacks = lacks | filter;
            }
        };
        test(report != Report::NotYet, Filters::AS_OF);
        test(state.period.holds(entry.date().days()), Filters::PERIOD);
        test(fits(entry, state.venue), Filters::VENUE);
        test(self.found.get(entry.row() as usize) != Some(&false), Filters::SEARCH);
        for choice in &state.chosen {
            let facet = choice.facet;
            let mut has = false;
            let chosen =
                |number: u32| state.chosen.iter().any(|one| (one.facet, one.number) == (facet, number));
            facet.each(entry, &mut |number| has |= chosen(number));
            test(has, Filters::facet(facet));
        }
        (lacks, report)
    }
}

/// The filters that are set, without what an editor pinned.
pub fn filters(state: &State) -> Filters {
    let mut set = Filters::NONE;
    let mut add = |is_set: bool, filter: Filters| set = if is_set { set | filter } else { set };
    add(state.venue != VenueFilter::All, Filters::VENUE);
    add(!Query::new(&state.query).is_empty(), Filters::SEARCH);
    add(!state.period.is_all(), Filters::PERIOD);
    add(state.pins.as_of.is_none() && state.chosen_as_of.is_some(), Filters::AS_OF);
    state.chosen.iter().for_each(|choice| add(true, Filters::facet(choice.facet)));
    set
}

/// Takes filters away.
pub(super) fn lift(state: &mut State, lifted: Filters) {
    if lifted.has(Filters::VENUE) {
        state.venue = VenueFilter::All;
    }
    if lifted.has(Filters::SEARCH) {
        state.query.clear();
    }
    if lifted.has(Filters::PERIOD) {
        state.period = Period::default();
    }
    if lifted.has(Filters::AS_OF) {
        state.chosen_as_of = None;
    }
    state.chosen.retain(|choice| !lifted.has(Filters::facet(choice.facet)));
}

/// Every value that the entries have of each facet, and how many entries it has under all filters but those of its own facet: surely
/// reported ones, as venues are counted.
pub fn tally(corpus: Corpus, state: &State) -> Vec<(Choice, usize)> {
    let sieve = Sieve::new(corpus, state);
    let lacking: Vec<(Filters, Report)> = corpus.entries().map(|entry| sieve.lacks(entry)).collect();
    let mut told = Vec::new();
    for facet in Facet::ALL {
        // One more than there are, for what an entry has; nothing for what none has.
        let mut counts: Vec<usize> = Vec::new();
        for (entry, (lacks, report)) in corpus.entries().zip(&lacking) {
            let counted = *report == Report::Surely && Filters::facet(facet).has(*lacks);
            facet.each(entry, &mut |number| {
                let number = number as usize;
                if counts.len() <= number {
                    counts.resize(number + 1, 0);
                }
                if let Some(count) = counts.get_mut(number) {
                    *count = (*count).max(1) + usize::from(counted);
                }
            });
        }
        for (number, count) in counts.into_iter().enumerate().filter(|(_, count)| *count > 0) {
            told.push((Choice::new(corpus, facet, number as u32), count - 1));
        }
    }
    told
}

/// The smallest sets of filters whose removal shows something, so many at the most, those that show more first; and how many entries
/// each would show.
pub fn undo(corpus: Corpus, state: &State, most: usize) -> Vec<(Filters, usize)> {
    let sieve = Sieve::new(corpus, state);
    let removable = filters(state);
    // What entries lack, each set once.
    let mut sets: Vec<(Filters, usize)> = Vec::new();
    for entry in corpus.entries() {
        let lacks = sieve.lacks(entry).0;
        match sets.iter_mut().find(|set| set.0 == lacks) {
            Some(set) => set.1 += 1,
            None if removable.has(lacks) => sets.push((lacks, 1)),
            None => {}
        }
    }
    let smallest = sets.iter().fold(FILTERS, |least, set| least.min(set.0.len()));
    let mut ways: Vec<(Filters, usize)> = Vec::new();
    for &(set, _) in sets.iter().filter(|set| set.0.len() == smallest) {
        let shown = sets.iter().fold(0, |sum, other| if set.has(other.0) { sum + other.1 } else { sum });
        let at = ways.iter().take_while(|way| way.1 >= shown).count();
        ways.insert(at, (set, shown));
    }
    ways.truncate(most);
    ways
}
