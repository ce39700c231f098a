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
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Of this facet.
    pub facet: Facet,
    /// Its number there: a row, a code. Good for one corpus only, and never in an address.
    pub(super) number: u32,
    /// What an address calls it.
    pub word: &'static str,
    /// What the corpus calls it, where it has a name for it in its languages.
    pub name: Option<Text>,
}

impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        (self.facet, self.number) == (other.facet, other.number)
    }
}
impl Eq for Choice {}

/// The word for an outlet that is not known.
const UNKNOWN: &str = "none";

impl Choice {
    pub(super) fn new(corpus: Corpus, facet: Facet, number: u32) -> Self {
        let (word, name) = match facet {
            Facet::Side => corpus.side(number).map(|side| (side.id(), Some(side.name()))).unwrap_or_default(),
            Facet::Actor => {
                corpus.actor(number).map(|actor| (actor.id(), Some(actor.name()))).unwrap_or_default()
            }
            Facet::Format => {
                corpus.format(number).map(|format| (format.id(), Some(format.name()))).unwrap_or_default()
            }
            Facet::Kind => (Kind::all().nth(number as usize).map_or("", Kind::word), None),
            Facet::Attribution => (Attribution::from_code(number).word(), None),
            Facet::Outlet if number == 0 => (UNKNOWN, None),
            Facet::Outlet => (corpus.pack().text(number), None),
        };
        Self { facet, number, word, name }
    }

    /// Whether it is the outlet that is not known.
    pub fn is_unknown(self) -> bool {
        self.facet == Facet::Outlet && self.number == 0
    }

    /// The choice that an address means.
    pub fn from_word(corpus: Corpus, facet: Facet, word: &str) -> Option<Self> {
        let mut found = None;
        // Only what an entry has can be chosen.
        for entry in corpus.entries() {
            facet.each(entry, &mut |number| {
                let choice = Self::new(corpus, facet, number);
                if choice.word == word {
                    found = Some(choice);
                }
            });
        }
        found
    }
}

/// Takes a choice, after those that were taken before, or takes it back.
pub(super) fn toggle(chosen: &mut Vec<Choice>, choice: Choice) {
    let before = chosen.len();
    chosen.retain(|other| *other != choice);
    if chosen.len() == before {
        chosen.push(choice);
    }
}
