//! What is written of an entry, an excerpt and its article, as tables: under which name, and where it stands in the corpus. They are read
//! from the pack's columns by one loop, since a call for each of them would be a good part of what the whole of this weighs in Wasm.
//! No opinion about how a form writes it.

use super::marks::Sheet;
use crate::model::columns::{actor, article, date, entry, excerpt, meta, side, source, venue};
use crate::model::{Attribution, Basis, Corpus, Entry, Excerpt, Modality, Status};
use crate::pack::Table;
use crate::state::Report;

/// What a cell holds.
#[derive(Clone, Copy)]
pub(super) enum Cell {
    Text,
    /// In the language of the page.
    Words,
    List,
    /// Ids of formats.
    Formats,
    /// A word of a closed vocabulary.
    Type,
    Kind,
    VenueIs,
    Attribution,
    Modality,
    Basis,
    Status,
    /// How surely it was reported by the as-of date; stands in no cell.
    Reported,
}

/// A column: of the row that is of this use, see [`TABLES`].
pub(super) type Column = (usize, Cell, u32);
/// Names, parted by spaces, and the columns.
pub(super) type Columns = (&'static str, &'static [Column]);

/// The rows that are written from, by their use.
const TABLES: [Table; 11] = [
    Table::Meta,
    Table::Entries,
    Table::Actors,
    Table::Sides,
    Table::Actors,
    Table::Venues,
    Table::Dates,
    Table::Excerpts,
    Table::Articles,
    Table::Dates,
    Table::Sources,
];
const META: usize = 0;
const ENTRIES: usize = 1;
const ACTOR: usize = 2;
const SIDE: usize = 3;
const BY: usize = 4;
const VENUE: usize = 5;
const DATE: usize = 6;
const QUOTED: usize = 7;
const ARTICLE: usize = 8;
const PUBLISHED: usize = 9;
const SOURCE: usize = 10;

use Cell::{Formats, Kind, List, Reported, Text, Type, VenueIs, Words};

pub(super) const CORPUS: Columns =
    ("corpus corpus_version", &[(META, Text, meta::ID), (META, Text, meta::VERSION)]);

pub(super) const ENTRY: Columns = (
    "entry type kind actor actor_id side according_to venue venue_id place_named venue_is attribution modality formats date date_basis \
     date_why date_record date_record_source reported summary",
    &[
        (ENTRIES, Text, entry::ID),
        (ENTRIES, Type, entry::KIND),
        (ENTRIES, Kind, entry::POSITION),
        (ACTOR, Words, actor::NAME),
        (ACTOR, Text, actor::ID),
        (SIDE, Words, side::NAME),
        (BY, Words, actor::NAME),
        (VENUE, Words, venue::NAME),
        (VENUE, Text, venue::ID),
        (ENTRIES, Text, entry::PLACE_NAMED),
        (ENTRIES, VenueIs, entry::IMPLIED),
        (ENTRIES, Cell::Attribution, entry::ATTRIBUTION),
        (ENTRIES, Cell::Modality, entry::MODALITY),
        (ENTRIES, Formats, entry::FORMATS),
        (DATE, Text, date::EDTF),
        (DATE, Cell::Basis, date::BASIS),
        (DATE, Words, date::WHY),
        (DATE, Text, date::RECORD_EDTF),
        (DATE, Words, date::RECORD_SOURCE),
        (ENTRIES, Reported, 0),
        (ENTRIES, Words, entry::SUMMARY),
    ],
);

pub(super) const EXCERPT: Columns = (
    "excerpt exact article headline outlet authors syndication channel address language published published_basis published_why \
     published_record published_record_source status status_date status_note",
    &[
        (QUOTED, Text, excerpt::ID),
        (QUOTED, Text, excerpt::EXACT),
        (ARTICLE, Text, article::ID),
        (ARTICLE, Text, article::HEADLINE),
        (ARTICLE, Text, article::OUTLET),
        (ARTICLE, List, article::AUTHORS),
        (ARTICLE, List, article::SYNDICATION),
        (SOURCE, Words, source::CHANNEL),
        (ARTICLE, Text, article::ADDRESS),
        (ARTICLE, Text, article::LANGUAGE),
        (PUBLISHED, Text, date::EDTF),
        (PUBLISHED, Cell::Basis, date::BASIS),
        (PUBLISHED, Words, date::WHY),
        (PUBLISHED, Text, date::RECORD_EDTF),
        (PUBLISHED, Words, date::RECORD_SOURCE),
        (ARTICLE, Cell::Status, article::STATUS),
        (ARTICLE, Text, article::STATUS_DATE),
        (ARTICLE, Words, article::STATUS_NOTE),
    ],
);

/// Of a citation, its names in BibTeX, RIS and CSL; a line for people has none.
pub(super) const CITED: ([&str; 4], &[Column]) = (
    [
        "author title journaltitle language url",
        "AU TI T2 LA UR",
        "author title container-title language URL",
        "",
    ],
    &[
        (ARTICLE, List, article::AUTHORS),
        (ARTICLE, Text, article::HEADLINE),
        (ARTICLE, Text, article::OUTLET),
        (ARTICLE, Text, article::LANGUAGE),
        (ARTICLE, Text, article::ADDRESS),
    ],
);
/// The same of the collection.
pub(super) const COLLECTION: ([&str; 4], &[Column]) = (
    ["title version", "TI ET", "title version", ""],
    &[(META, Words, meta::TITLE), (META, Text, meta::VERSION)],
);

/// The rows of what is being written.
pub(super) struct Rows {
    pub(super) corpus: Corpus,
    language: usize,
    reported: &'static str,
    /// Row numbers in the order of [`TABLES`]; beyond its table where there is none.
    rows: [u32; TABLES.len()],
}

impl Rows {
    pub(super) fn new(corpus: Corpus, language: usize) -> Self {
        let mut rows = [u32::MAX; TABLES.len()];
        rows[META] = 0;
        Self { corpus, language, reported: "", rows }
    }

    pub(super) fn entry(&mut self, entry: Entry, report: Report) {
        const NONE: u32 = u32::MAX;
        let actor = entry.actor();
        self.rows[ENTRIES] = entry.row();
        self.rows[ACTOR] = actor.map_or(NONE, |actor| actor.row());
        self.rows[SIDE] = actor.map_or(NONE, |actor| actor.side().row());
        self.rows[BY] = entry.according_to().map_or(NONE, |actor| actor.row());
        self.rows[VENUE] = entry.venue().map_or(NONE, |venue| venue.row());
        self.rows[DATE] = entry.date().row();
        self.reported = if report == Report::Possibly { "possibly" } else { "surely" };
    }

    pub(super) fn excerpt(&mut self, source: Option<u32>, excerpt: Excerpt) {
        self.rows[SOURCE] = source.unwrap_or(u32::MAX);
        self.rows[QUOTED] = excerpt.row();
        self.rows[ARTICLE] = excerpt.article().row();
        self.rows[PUBLISHED] = excerpt.article().published().row();
    }

    /// Writes columns under their names.
    pub(super) fn write(&self, sheet: &mut Sheet, names: &str, columns: &[Column]) {
        for (name, column) in names.split(' ').zip(columns) {
            sheet.field(name, matches!(column.1, List | Formats), &self.texts(*column));
        }
    }

    fn texts(&self, (of, holds, column): Column) -> Vec<&'static str> {
        let (pack, row) = (self.corpus.pack(), self.rows[of]);
        if row == u32::MAX {
            return vec![""];
        }
        let cell = pack.cell(TABLES[of], column, row);
        vec![match holds {
            Text => pack.text(cell),
            Words => self.corpus.text_map(cell).in_language(self.language),
            List => return pack.list(cell).map(|index| pack.text(index)).collect(),
            Formats => {
                return pack
                    .list(cell)
                    .filter_map(|row| self.corpus.format(row))
                    .map(|one| one.id())
                    .collect();
            }
            Type if cell == 0 => "statement",
            Type => "event",
            Kind => self.corpus.entry(row).map_or("", |entry| entry.kind().word()),
            VenueIs if self.rows[VENUE] == u32::MAX => "",
            VenueIs if cell == 0 => "named",
            VenueIs => "implied",
            Cell::Attribution => Attribution::from_code(cell).word(),
            Cell::Modality => Modality::from_code(cell).word(),
            Cell::Basis => Basis::from_code(cell).word(),
            Cell::Status => Status::from_code(cell).word(),
            Reported => self.reported,
        }]
    }
}
