//! A corpus for tests, made of any texts: one article, its excerpts, and an entry for each. No opinion about what the texts are.

use atlas::date::{Edtf, Reading};
use atlas::model::columns::{actor, article, date, entry, excerpt, meta, side, source, venue};
use atlas::model::{Basis, Corpus, Days, Status};
use atlas::pack::{PackWriter, Table};

/// What an article has.
#[derive(Clone, Debug, Default)]
pub(crate) struct Printed {
    pub(crate) headline: String,
    pub(crate) outlet: String,
    pub(crate) authors: Vec<String>,
    pub(crate) chain: Vec<String>,
    pub(crate) address: String,
    /// EDTF, and the reasoning if it was worked out.
    pub(crate) published: String,
    pub(crate) why: String,
    pub(crate) retracted: bool,
    /// Exact words, prefix and suffix of each excerpt.
    pub(crate) excerpts: Vec<[String; 3]>,
    /// Our summary of each entry.
    pub(crate) summary: String,
}

struct Maker(PackWriter);

impl Maker {
    fn row<const N: usize>(&mut self, table: Table, count: u32, cells: [(u32, u32); N]) -> u32 {
        let mut row = vec![0; count as usize];
        for (column, cell) in cells {
            row[column as usize] = cell;
        }
        self.0.row(table, &row)
    }

    fn list<S: AsRef<str>>(&mut self, texts: &[S]) -> u32 {
        let texts: Vec<u32> = texts.iter().map(|text| self.0.text(text.as_ref())).collect();
        self.0.list(&texts)
    }

    fn date(&mut self, edtf: &str, why: &str) -> u32 {
        let parsed: Edtf = edtf.parse().unwrap();
        let bounds = parsed.bounds();
        let (earliest, latest) = Days { earliest: bounds.earliest, latest: bounds.latest }.to_cells();
        let reading = self.0.list(&Reading::from(&parsed).to_cells());
        let basis = if why.is_empty() { Basis::Stated } else { Basis::Derived };
        let cells = [
            (date::EDTF, self.0.text(edtf)),
            (date::READING, reading),
            (date::EARLIEST, earliest),
            (date::LATEST, latest),
            (date::BASIS, basis.code()),
            (date::WHY, self.list(&[why])),
        ];
        self.row(Table::Dates, date::COUNT, cells)
    }
}

/// The collection `made-up` of these articles, the excerpts `a0-0`, `a0-1`, … and the entries `entry-a0-0`, ….
pub(crate) fn corpus(articles: &[Printed]) -> Corpus {
    let mut out = Maker(PackWriter::default());
    let cells = [
        (meta::ID, out.0.text("made-up")),
        (meta::VERSION, out.0.text("2026-11-21")),
        (meta::LANGUAGES, out.list(&["en"])),
        (meta::TITLE, out.list(&["Talks {made} up"])),
    ];
    out.row(Table::Meta, meta::COUNT, cells);
    let cells = [(side::ID, out.0.text("one")), (side::NAME, out.list(&["Side one"]))];
    out.row(Table::Sides, side::COUNT, cells);
    let cells = [(actor::ID, out.0.text("rask")), (actor::NAME, out.list(&["Ann Rask"]))];
    out.row(Table::Actors, actor::COUNT, cells);
    let cells = [(venue::ID, out.0.text("ovrel")), (venue::NAME, out.list(&["Ovrel"]))];
    out.row(Table::Venues, venue::COUNT, cells);
    for (at, printed) in articles.iter().enumerate() {
        let status = if printed.retracted { Status::Retracted } else { Status::Current };
        let cells = [
            (article::ID, out.0.text(&format!("a{at}"))),
            (article::HEADLINE, out.0.text(&printed.headline)),
            (article::OUTLET, out.0.text(&printed.outlet)),
            (article::AUTHORS, out.list(&printed.authors)),
            (article::ADDRESS, out.0.text(&printed.address)),
            (article::SYNDICATION, out.list(&printed.chain)),
            (article::LANGUAGE, out.0.text("en")),
            (article::PUBLISHED, out.date(&printed.published, &printed.why)),
            (article::STATUS, status.code()),
        ];
        let article_row = out.row(Table::Articles, article::COUNT, cells);
        for (number, [exact, prefix, suffix]) in printed.excerpts.iter().enumerate() {
            let id = format!("a{at}-{number}");
            let cells = [
                (excerpt::ID, out.0.text(&id)),
                (excerpt::ARTICLE, article_row),
                (excerpt::EXACT, out.0.text(exact)),
                (excerpt::PREFIX, out.0.text(prefix)),
                (excerpt::SUFFIX, out.0.text(suffix)),
            ];
            let excerpt_row = out.row(Table::Excerpts, excerpt::COUNT, cells);
            let excerpts = out.0.list(&[excerpt_row]);
            let cells = [(source::ARTICLE, article_row), (source::EXCERPTS, excerpts)];
            let source_row = out.row(Table::Sources, source::COUNT, cells);
            let cells = [
                (entry::ID, out.0.text(&format!("entry-{id}"))),
                (entry::ACTOR, 1),
                (entry::VENUE, 1),
                (entry::DATE, out.date("2025-03-05", "")),
                (entry::SUMMARY, out.list(&[&printed.summary])),
                (entry::SOURCES, out.0.list(&[source_row])),
            ];
            out.row(Table::Entries, entry::COUNT, cells);
        }
    }
    Corpus::open(Vec::leak(out.0.finish())).unwrap()
}

/// The words of the page.
pub(crate) fn english() -> atlas::words::Catalogue {
    let mut text = String::from(include_str!("../../../../locales/en.toml"));
    text.push_str("\nplural = \"xo\"\n");
    atlas::words::Catalogue::parse(&text, 0).unwrap()
}
