//! Statements and events. No opinion about which of them are shown.

use super::columns::entry;
use super::row::row_view;
use super::{
    Actor, Attribution, Dated, Days, EventKind, Excerpt, Format, Modality, Source, Stance, Status, Text,
    Venue,
};

row_view!(/// A statement or an event, with the excerpts that prove it.
    Entry in Entries);

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// One actor on one venue, or on talks as such.
    Statement(Stance),
    /// Something that happened, was fixed, or was raised by nobody named.
    Event(EventKind),
}

impl Kind {
    /// Every kind: stances first, in the order in which they are shown.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        let statements = Stance::ALL.iter().map(|&stance| Self::Statement(stance));
        statements.chain(EventKind::ALL.iter().map(|&kind| Self::Event(kind)))
    }

    /// The word in files, addresses and message keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Statement(stance) => stance.word(),
            Self::Event(kind) => kind.word(),
        }
    }

    /// The kind for a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::all().find(|kind| kind.word() == word)
    }
}

impl Entry {
    /// Stable word.
    pub fn id(self) -> &'static str {
        self.str(entry::ID)
    }
    /// Statement or event, and which.
    pub fn kind(self) -> Kind {
        let code = self.cell(entry::POSITION);
        if self.cell(entry::KIND) == 0 {
            Kind::Statement(Stance::from_code(code))
        } else {
            Kind::Event(EventKind::from_code(code))
        }
    }
    /// Whose position or deed it is.
    pub fn actor(self) -> Option<Actor> {
        self.cell(entry::ACTOR).checked_sub(1).map(|row| Actor::at(self.corpus, row))
    }
    /// Who says so, where it is second-hand.
    pub fn according_to(self) -> Option<Actor> {
        self.cell(entry::ACCORDING_TO).checked_sub(1).map(|row| Actor::at(self.corpus, row))
    }
    /// The venue, unless it is about talks as such.
    pub fn venue(self) -> Option<Venue> {
        self.cell(entry::VENUE).checked_sub(1).map(|row| Venue::at(self.corpus, row))
    }
    /// The place as the text itself names it; empty without a venue.
    pub fn place_named(self) -> &'static str {
        self.str(entry::PLACE_NAMED)
    }
    /// Whether the text names another place, from which the venue follows.
    pub fn is_venue_implied(self) -> bool {
        self.cell(entry::IMPLIED) != 0
    }
    /// Whose words prove it.
    pub fn attribution(self) -> Attribution {
        Attribution::from_code(self.cell(entry::ATTRIBUTION))
    }
    /// Said or expected.
    pub fn modality(self) -> Modality {
        Modality::from_code(self.cell(entry::MODALITY))
    }
    /// Formats of the talks it speaks of.
    pub fn formats(self) -> impl ExactSizeIterator<Item = Format> + Clone {
        self.corpus.pack().list(self.cell(entry::FORMATS)).map(move |row| Format::at(self.corpus, row))
    }
    /// When it was said, took place, or is set for.
    pub fn date(self) -> Dated {
        Dated::at(self.corpus, self.cell(entry::DATE))
    }
    /// One plain sentence of ours.
    pub fn summary(self) -> Text {
        self.text(entry::SUMMARY)
    }
    /// Every article that carries it; at least one.
    pub fn sources(self) -> impl ExactSizeIterator<Item = Source> + Clone {
        self.corpus.pack().list(self.cell(entry::SOURCES)).map(move |row| Source::at(self.corpus, row))
    }
    /// The excerpts of all its sources.
    pub fn excerpts(self) -> impl Iterator<Item = Excerpt> + Clone {
        self.sources().flat_map(Source::excerpts)
    }
    /// The worst of what became of its articles.
    pub fn status(self) -> Status {
        self.sources().map(|source| source.article().status()).max().unwrap_or(Status::Current)
    }
    /// Its own texts folded for searching, where the pack has them.
    pub(crate) fn folded(self) -> &'static [u8] {
        self.corpus.pack().bytes_of(self.cell(entry::FOLDED))
    }
    /// When the first of its articles reported it.
    pub fn reported(self) -> Days {
        Days::from_cells(self.cell(entry::REPORTED_EARLIEST), self.cell(entry::REPORTED_LATEST))
    }
}
