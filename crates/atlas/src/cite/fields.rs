//! What is written of an entry, an excerpt and its article, as tables: under which name, and where it stands in the corpus. They are read
//! from the pack's columns by one loop, since a call for each of them would be a good part of what the whole of this weighs in Wasm.
//! No opinion about how a form writes it.

use super::marks::Sheet;
use crate::model::columns::{actor, article, date, entry, excerpt, format, meta, side, source, venue};
use crate::model::{Attribution, Basis, Corpus, Entry, EventKind, Excerpt, Modality, Stance, Status};
use crate::pack::Table;

/// A column: whose row (see [`TABLES`]), what the cell holds, and its number in the table.
pub(super) type Column = [u8; 3];
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
const META: u8 = 0;
const ENTRY_ROW: u8 = 1;
const ACTOR: u8 = 2;
const SIDE: u8 = 3;
const BY: u8 = 4;
const VENUE: u8 = 5;
const DATE: u8 = 6;
const QUOTED: u8 = 7;
const ARTICLE: u8 = 8;
const PUBLISHED: u8 = 9;
const SOURCE: u8 = 10;

/// What a cell holds: the words of a closed vocabulary, by their number here, or one of the others.
const VOCABULARIES: [&[&str]; 8] = [
    &["statement", "event"],
    Stance::WORDS,
    EventKind::WORDS,
    &["", "implied"],
    Attribution::WORDS,
    Modality::WORDS,
    Basis::WORDS,
    Status::WORDS,
];
const TYPE: u8 = 0;
/// Of a statement; of an event it is the one behind it.
const KIND: u8 = 1;
const IMPLIED: u8 = 3;
const ATTRIBUTION: u8 = 4;
const MODALITY: u8 = 5;
const BASIS: u8 = 6;
const STATUS: u8 = 7;
/// A text.
const T: u8 = 8;
/// A text in the language of the page.
const W: u8 = 9;
/// Texts.
const L: u8 = 10;
/// Rows of formats, of which the ids are written.
const F: u8 = 11;

pub(super) const AUTHORS: Column = [ARTICLE, L, article::AUTHORS as u8];
pub(super) const CHAIN: Column = [ARTICLE, L, article::SYNDICATION as u8];

pub(super) const ENTRY: Columns = (
    "collection version entry type kind actor actor_id side according_to venue venue_id place_named venue_implied attribution modality formats date \
     date_basis date_why date_record date_record_source summary",
    &[
        [META, W, meta::TITLE as u8],
        [META, T, meta::VERSION as u8],
        [ENTRY_ROW, T, entry::ID as u8],
        [ENTRY_ROW, TYPE, entry::KIND as u8],
        [ENTRY_ROW, KIND, entry::POSITION as u8],
        [ACTOR, W, actor::NAME as u8],
        [ACTOR, T, actor::ID as u8],
        [SIDE, W, side::NAME as u8],
        [BY, W, actor::NAME as u8],
        [VENUE, W, venue::NAME as u8],
        [VENUE, T, venue::ID as u8],
        [ENTRY_ROW, T, entry::PLACE_NAMED as u8],
        [ENTRY_ROW, IMPLIED, entry::IMPLIED as u8],
        [ENTRY_ROW, ATTRIBUTION, entry::ATTRIBUTION as u8],
        [ENTRY_ROW, MODALITY, entry::MODALITY as u8],
        [ENTRY_ROW, F, entry::FORMATS as u8],
        [DATE, T, date::EDTF as u8],
        [DATE, BASIS, date::BASIS as u8],
        [DATE, W, date::WHY as u8],
        [DATE, T, date::RECORD_EDTF as u8],
        [DATE, W, date::RECORD_SOURCE as u8],
        [ENTRY_ROW, W, entry::SUMMARY as u8],
    ],
);

/// How surely an entry was reported by the as-of date; no column has it.
pub(super) const REPORTED: &str = "reported";

pub(super) const EXCERPT: Columns = (
    "excerpt exact article headline outlet authors syndication channel address language published published_basis published_why \
     published_record published_record_source status status_date status_note",
    &[
        [QUOTED, T, excerpt::ID as u8],
        [QUOTED, T, excerpt::EXACT as u8],
        [ARTICLE, T, article::ID as u8],
        [ARTICLE, T, article::HEADLINE as u8],
        [ARTICLE, T, article::OUTLET as u8],
        AUTHORS,
        CHAIN,
        [SOURCE, W, source::CHANNEL as u8],
        [ARTICLE, T, article::ADDRESS as u8],
        [ARTICLE, T, article::LANGUAGE as u8],
        [PUBLISHED, T, date::EDTF as u8],
        [PUBLISHED, BASIS, date::BASIS as u8],
        [PUBLISHED, W, date::WHY as u8],
        [PUBLISHED, T, date::RECORD_EDTF as u8],
        [PUBLISHED, W, date::RECORD_SOURCE as u8],
        [ARTICLE, STATUS, article::STATUS as u8],
        [ARTICLE, T, article::STATUS_DATE as u8],
        [ARTICLE, W, article::STATUS_NOTE as u8],
    ],
);

/// What a citation of an article has, and one of the collection.
pub(super) const CITED: [&[Column]; 2] = [
    &[
        AUTHORS,
        [ARTICLE, T, article::HEADLINE as u8],
        [ARTICLE, T, article::OUTLET as u8],
        [ARTICLE, T, article::LANGUAGE as u8],
        [ARTICLE, T, article::ADDRESS as u8],
    ],
    &[[META, W, meta::TITLE as u8], [META, T, meta::VERSION as u8]],
];

/// The rows of what is being written.
pub(super) struct Rows {
    corpus: Corpus,
    language: usize,
    /// Row numbers in the order of [`TABLES`]; beyond its table where there is none.
    rows: [u32; TABLES.len()],
}

impl Rows {
    /// Those of an excerpt, in an article that tells of an entry.
    pub(super) fn new(corpus: Corpus, language: usize, of: Option<(Entry, u32, Excerpt)>) -> Self {
        let mut rows = [u32::MAX; TABLES.len()];
        rows[usize::from(META)] = 0;
        if let Some((entry, source, excerpt)) = of {
            let article = excerpt.article();
            let row = |of: Table, column, row| corpus.pack().cell(of, column, row);
            let this = entry.row();
            // A row number plus one, or zero where there is none.
            let entry_row = |column| row(Table::Entries, column, this).wrapping_sub(1);
            let actor = entry_row(entry::ACTOR);
            let side = if actor == u32::MAX { actor } else { row(Table::Actors, actor::SIDE, actor) };
            rows = [
                0,
                this,
                actor,
                side,
                entry_row(entry::ACCORDING_TO),
                entry_row(entry::VENUE),
                row(Table::Entries, entry::DATE, this),
                excerpt.row(),
                article.row(),
                article.published().row(),
                source,
            ];
        }
        Self { corpus, language, rows }
    }

    /// What a column holds: one text, or those of a list.
    pub(super) fn texts(&self, [of, holds, column]: Column) -> Vec<&'static str> {
        let (pack, row) = (self.corpus.pack(), self.rows[usize::from(of)]);
        let cell = pack.cell(TABLES[usize::from(of)], column.into(), row);
        let mut texts = Vec::new();
        if holds >= L {
            for item in pack.list(cell) {
                let item = if holds == F { pack.cell(Table::Formats, format::ID, item) } else { item };
                texts.push(pack.text(item));
            }
            return texts;
        }
        texts.push(match holds {
            _ if row == u32::MAX => "",
            T => pack.text(cell),
            W => self.corpus.text_map(cell).in_language(self.language),
            _ => {
                let event = holds == KIND && pack.cell(Table::Entries, entry::KIND, row) != 0;
                let words = VOCABULARIES[usize::from(holds) + usize::from(event)];
                words.get(cell as usize).copied().unwrap_or_default()
            }
        });
        texts
    }

    /// Writes columns under their names.
    pub(super) fn write(&self, sheet: &mut Sheet, names: &str, columns: &[Column]) {
        let mut names = names.split(' ');
        for column in columns {
            sheet.field(names.next().unwrap_or_default(), column[1] >= L, &self.texts(*column));
        }
    }
}
