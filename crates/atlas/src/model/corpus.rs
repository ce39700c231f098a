//! The corpus: a handle on an opened pack, and its tables. No opinion about what is shown of it.

use core::ops::Range;

use super::columns::meta;
use super::{Actor, Article, Country, Entry, Excerpt, Format, Place, Sea, Side, Venue};
use crate::pack::{Pack, PackError, Table};

/// A corpus. Two handles are equal when they are on the same opened pack.
#[derive(Clone, Copy)]
pub struct Corpus(&'static Pack);

impl PartialEq for Corpus {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.0, other.0)
    }
}
impl Eq for Corpus {}

impl core::fmt::Debug for Corpus {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Corpus({:?})", self.id())
    }
}

/// Our words in the languages of the corpus.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Text {
    corpus: Corpus,
    list: u32,
}

impl Text {
    /// In language number `language`, else in the default language, else empty.
    pub fn in_language(self, language: usize) -> &'static str {
        let items = self.corpus.0.list(self.list);
        let pick =
            |n: usize| items.clone().nth(n).map(|index| self.corpus.0.text(index)).filter(|t| !t.is_empty());
        pick(language).or_else(|| pick(0)).unwrap_or_default()
    }

    /// In every language that has it.
    pub fn all(self) -> impl Iterator<Item = &'static str> + Clone {
        self.corpus
            .0
            .list(self.list)
            .map(move |index| self.corpus.0.text(index))
            .filter(|text| !text.is_empty())
    }

    /// Whether nothing is said in any language.
    pub fn is_empty(self) -> bool {
        self.in_language(0).is_empty()
    }
}

impl core::fmt::Debug for Text {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:?}", self.in_language(0))
    }
}

macro_rules! tables {
    ($($(#[$doc:meta])* $all:ident, $one:ident -> $view:ident in $table:ident;)*) => {
        $(
            $(#[$doc])*
            pub fn $all(self) -> impl DoubleEndedIterator<Item = $view> + ExactSizeIterator + Clone {
                self.rows(Table::$table).map(move |row| $view::at(self, row))
            }

            #[doc = concat!("The row of that number, if the table has it. See [`Self::", stringify!($all), "`].")]
            pub fn $one(self, row: u32) -> Option<$view> {
                (row < self.0.rows(Table::$table)).then(|| $view::at(self, row))
            }
        )*
    };
}

impl Corpus {
    /// Opens a pack for good: a page has one corpus and keeps it until it is closed.
    ///
    /// # Errors
    /// When the bytes are no whole pack; see [`Pack::open`] and [`Pack::verify`].
    pub fn open(bytes: &'static [u8]) -> Result<Self, PackError> {
        let pack = Pack::open(bytes)?;
        pack.verify()?;
        if pack.rows(Table::Meta) != 1 {
            return Err(PackError::Section { tag: Table::Meta.tag() });
        }
        Ok(Self(Box::leak(Box::new(pack))))
    }

    /// The pack itself.
    pub fn pack(self) -> &'static Pack {
        self.0
    }

    pub(crate) fn text_map(self, list: u32) -> Text {
        Text { corpus: self, list }
    }

    fn rows(self, table: Table) -> Range<u32> {
        0..self.0.rows(table)
    }

    fn meta(self, column: u32) -> u32 {
        self.0.cell(Table::Meta, column, 0)
    }

    /// The word that names this corpus.
    pub fn id(self) -> &'static str {
        self.0.text(self.meta(meta::ID))
    }

    /// Date of the last edit, ISO.
    pub fn version(self) -> &'static str {
        self.0.text(self.meta(meta::VERSION))
    }

    /// BCP 47 tags; the first is the default.
    pub fn languages(self) -> impl ExactSizeIterator<Item = &'static str> + Clone {
        self.0.list(self.meta(meta::LANGUAGES)).map(|index| self.0.text(index))
    }

    /// The title of the widget.
    pub fn title(self) -> Text {
        self.text_map(self.meta(meta::TITLE))
    }

    /// One sentence on what this is.
    pub fn description(self) -> Text {
        self.text_map(self.meta(meta::DESCRIPTION))
    }

    /// The first view of the map: longitude and latitude of its centre in degrees, and kilometres per pixel.
    pub fn first_view(self) -> (f64, f64, f64) {
        let number = |column| f64::from(f32::from_bits(self.meta(column)));
        (number(meta::VIEW_LON), number(meta::VIEW_LAT), number(meta::VIEW_KM_PER_PX))
    }

    /// The entry, article, excerpt or other thing with this id, by its table. Linear: for start-up and clicks, not for frames.
    pub fn entry_by_id(self, id: &str) -> Option<Entry> {
        self.entries().find(|entry| entry.id() == id)
    }

    /// The venue with this id.
    pub fn venue_by_id(self, id: &str) -> Option<Venue> {
        self.venues().find(|venue| venue.id() == id)
    }

    tables! {
        /// The parties, in the order in which they are shown.
        sides, side -> Side in Sides;
        /// Formats of talks.
        formats, format -> Format in Formats;
        /// Capitals and other places that are no venues.
        places, place -> Place in Places;
        /// Countries that the corpus names.
        countries, country -> Country in Countries;
        /// Seas that carry a label.
        seas, sea -> Sea in Seas;
        /// Venues, in the order in which they are shown.
        venues, venue -> Venue in Venues;
        /// Persons and bodies.
        actors, actor -> Actor in Actors;
        /// Published texts, by date.
        articles, article -> Article in Articles;
        /// Verbatim quotations.
        excerpts, excerpt -> Excerpt in Excerpts;
        /// Statements and events in reading order: latest bound, then earliest, then id.
        entries, entry -> Entry in Entries;
    }

    /// Where a retired id leads; `None` where the id was never retired.
    pub fn retired(self, id: &str) -> Option<Retired> {
        use super::columns::retired;
        let text = |column, row| self.0.text(self.0.cell(Table::Retired, column, row));
        let row = self.rows(Table::Retired).find(|&row| text(retired::ID, row) == id)?;
        let note = self.text_map(self.0.cell(Table::Retired, retired::NOTE, row));
        Some(Retired { id: text(retired::ID, row), to: text(retired::TO, row), note })
    }
}

/// An id that was published and is gone.
#[derive(Clone, Copy, Debug)]
pub struct Retired {
    /// The id.
    pub id: &'static str,
    /// The id that took its place; empty where none did.
    pub to: &'static str,
    /// Why, for a reader who followed an old link.
    pub note: Text,
}
