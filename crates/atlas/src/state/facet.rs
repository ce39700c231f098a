//! Facets: what entries have in common, and what the reader chose of it. Several values of one facet are joined by "or", facets by
//! "and". No opinion about how they are drawn or worded.

use crate::model::{Attribution, Corpus, Entry, Kind, Text};

/// A way to tell entries apart. Venue and period have their own places in the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// The party of the actor.
    Side,
    /// The actor whose position or deed it is.
    Actor,
    /// Stance, or kind of event.
    Kind,
    /// Whose words prove a statement; of an event nobody asks.
    Attribution,
    /// Format of the talks.
    Format,
    /// Who published an article that carries it.
    Outlet,
}

impl Facet {
    /// Every facet, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Side, Self::Actor, Self::Kind, Self::Attribution, Self::Format, Self::Outlet];

    /// The key in addresses and messages.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Side => "side",
            Self::Actor => "who",
            Self::Kind => "stance",
            Self::Attribution => "by",
            Self::Format => "format",
            Self::Outlet => "outlet",
        }
    }

    /// The facet for a key.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.word() == word)
    }

    /// What an entry has of it.
    pub(super) fn each(self, entry: Entry, told: &mut dyn FnMut(u32)) {
        match (self, entry.kind()) {
            (Self::Side | Self::Actor, _) => {
                if let Some(actor) = entry.actor() {
                    told(if self == Self::Side { actor.side().row() } else { actor.row() });
                }
            }
            (Self::Kind, kind) => told(Kind::all().take_while(|other| *other != kind).count() as u32),
            (Self::Attribution, Kind::Statement(_)) => told(entry.attribution().code()),
            (Self::Attribution, Kind::Event(_)) => {}
            (Self::Format, _) => entry.formats().for_each(|format| told(format.row())),
            (Self::Outlet, _) => {
                let outlets = || entry.sources().map(|source| source.article().outlet_number());
                for (at, outlet) in outlets().enumerate() {
                    // Several articles may be of one.
                    if !outlets().take(at).any(|earlier| earlier == outlet) {
                        told(outlet);
                    }
                }
            }
        }
    }
}

/// A value of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// Of this facet.
    pub facet: Facet,
    /// Its number there: a row, a code. Good for one corpus only, and never in an address.
    pub(super) number: u32,
    /// What an address calls it.
    pub word: &'static str,
}

/// The word for an outlet that is not known.
const UNKNOWN: &str = "none";

/// What a choice is called.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Called {
    /// A text of the corpus in its languages.
    Name(Text),
    /// A stance or a kind of event.
    Kind(Kind),
    /// An attribution.
    Attribution(Attribution),
    /// An outlet as it is printed; empty where it is not known.
    Printed(&'static str),
}

impl Choice {
    pub(super) fn new(corpus: Corpus, facet: Facet, number: u32) -> Self {
        let row = number;
        let word = match facet {
            Facet::Side => corpus.side(row).map_or("", |side| side.id()),
            Facet::Actor => corpus.actor(row).map_or("", |actor| actor.id()),
            Facet::Kind => Kind::all().nth(row as usize).map_or("", Kind::word),
            Facet::Attribution => Attribution::from_code(row).word(),
            Facet::Format => corpus.format(row).map_or("", |format| format.id()),
            Facet::Outlet if row == 0 => UNKNOWN,
            Facet::Outlet => corpus.pack().text(row),
        };
        Self { facet, number, word }
    }

    /// What a reader calls it.
    pub fn called(self, corpus: Corpus) -> Called {
        let row = self.number;
        let name = match self.facet {
            Facet::Side => corpus.side(row).map(|side| side.name()),
            Facet::Actor => corpus.actor(row).map(|actor| actor.name()),
            Facet::Format => corpus.format(row).map(|format| format.name()),
            Facet::Kind => return Kind::all().nth(row as usize).map_or(Called::Printed(""), Called::Kind),
            Facet::Attribution => return Called::Attribution(Attribution::from_code(row)),
            Facet::Outlet => return Called::Printed(corpus.pack().text(row)),
        };
        name.map_or(Called::Printed(""), Called::Name)
    }

    /// The choice that an address means.
    pub fn from_word(corpus: Corpus, facet: Facet, word: &str) -> Option<Self> {
        let mut found = None;
        // Only what an entry has can be chosen.
        for entry in corpus.entries() {
            facet.each(entry, &mut |number| {
                let choice = Self::new(corpus, facet, number);
                if found.is_none() && choice.word == word {
                    found = Some(choice);
                }
            });
        }
        found
    }
}

/// Takes a choice, or takes it back; what is chosen stays in one order.
pub(super) fn toggled(chosen: &[Choice], choice: Choice) -> Vec<Choice> {
    let mut next: Vec<Choice> = chosen.iter().copied().filter(|other| *other != choice).collect();
    if next.len() == chosen.len() {
        let at = next.iter().take_while(|other| **other < choice).count();
        next.insert(at, choice);
    }
    next
}
