//! From a model to the bytes that the widget reads. No opinion about whether the model is right: it was checked.

use atlas::date::{Edtf, Reading};
use atlas::model::columns::{
    actor, article, country, date, entry, excerpt, format, meta, place, retired, sea, side, source, venue,
};
use atlas::model::{Days, Kind, Modality};
use atlas::pack::{PackWriter, Table};
use atlas::search::{PACKED_FROM, fold_all};

use crate::fragment::Fragment;
use crate::model::{Dated, Entry, Head, Model, Text};
use crate::order::first_of;

/// The pack of a corpus: the same model gives the same bytes.
pub fn pack(model: &Model) -> Vec<u8> {
    let mut writer = Writer(PackWriter::default());
    writer.head(&model.head);
    writer.geography(model);
    writer.articles(model);
    for entry in &model.entries {
        writer.entry(entry, model);
    }
    for gone in &model.retired {
        let (id, to) = (writer.0.text(&gone.id), writer.0.text(&gone.to));
        let note = writer.text_map(&gone.note);
        writer.row(Table::Retired, [(retired::ID, id), (retired::TO, to), (retired::NOTE, note)]);
    }
    writer.0.finish()
}

struct Writer(PackWriter);

impl Writer {
    /// Writes a row from its cells, each with its column; a column that is not named holds zero.
    fn row<const N: usize>(&mut self, table: Table, cells: [(u32, u32); N]) -> u32 {
        let mut row = [0; N];
        for (column, cell) in cells {
            if let Some(slot) = row.get_mut(column as usize) {
                *slot = cell;
            }
        }
        self.0.row(table, &row)
    }

    /// Zero where nothing is said.
    fn text_map(&mut self, text: &Text) -> u32 {
        self.strings(&text.0)
    }

    fn strings(&mut self, strings: &[String]) -> u32 {
        let indexes: Vec<_> = strings.iter().map(|text| self.0.text(text)).collect();
        self.0.list(&indexes)
    }

    fn rows(&mut self, rows: &[usize]) -> u32 {
        let rows: Vec<_> = rows.iter().map(|&row| row as u32).collect();
        self.0.list(&rows)
    }

    fn head(&mut self, head: &Head) {
        let cells = [
            (meta::ID, self.0.text(&head.id)),
            (meta::VERSION, self.0.text(&head.version)),
            (meta::LANGUAGES, self.strings(&head.languages)),
            (meta::TITLE, self.text_map(&head.title)),
            (meta::DESCRIPTION, self.text_map(&head.description)),
            (meta::VIEW_LON, degrees(head.view.0)),
            (meta::VIEW_LAT, degrees(head.view.1)),
            (meta::VIEW_KM_PER_PX, degrees(head.view.2)),
        ];
        self.row(Table::Meta, cells);
        for one in &head.sides {
            let cells = [(side::ID, self.0.text(&one.id)), (side::NAME, self.text_map(&one.name))];
            self.row(Table::Sides, cells);
        }
        for one in &head.formats {
            let cells = [(format::ID, self.0.text(&one.id)), (format::NAME, self.text_map(&one.name))];
            self.row(Table::Formats, cells);
        }
        for one in &head.places {
            let cells = [
                (place::ID, self.0.text(&one.named.id)),
                (place::NAME, self.text_map(&one.named.name)),
                (place::LON, degrees(one.lon)),
                (place::LAT, degrees(one.lat)),
                (place::REFERENCE, one.is_reference.into()),
            ];
            self.row(Table::Places, cells);
        }
        for one in &head.countries {
            let (lon, lat) = one.label.unwrap_or_default();
            let cells = [
                (country::ID, self.0.text(&one.named.id)),
                (country::ISO, one.iso),
                (country::NAME, self.text_map(&one.named.name)),
                (country::LON, degrees(lon)),
                (country::LAT, degrees(lat)),
                (country::LABELLED, one.label.is_some().into()),
                (country::PARTY, one.is_party.into()),
            ];
            self.row(Table::Countries, cells);
        }
        for one in &head.seas {
            let cells = [
                (sea::NAME, self.text_map(&one.named.name)),
                (sea::LON, degrees(one.lon)),
                (sea::LAT, degrees(one.lat)),
            ];
            self.row(Table::Seas, cells);
        }
    }

    fn geography(&mut self, model: &Model) {
        let by_venue = entries_by(model, model.venues.len(), |entry| entry.venue);
        for (one, entries) in model.venues.iter().zip(by_venue) {
            let cells = [
                (venue::ID, self.0.text(&one.named.id)),
                (venue::NAME, self.text_map(&one.named.name)),
                (venue::SHORT, self.text_map(&one.short)),
                (venue::KIND, one.kind.code()),
                (venue::COUNTRY, one.country as u32),
                (venue::LON, degrees(one.lon)),
                (venue::LAT, degrees(one.lat)),
                (venue::LIGHT, self.0.text(&one.light)),
                (venue::DARK, self.0.text(&one.dark)),
                (venue::ALIASES, self.strings(&one.aliases)),
                (venue::ENTRIES, self.rows(&entries)),
            ];
            self.row(Table::Venues, cells);
        }
        let by_actor = entries_by(model, model.actors.len(), |entry| entry.actor);
        for (one, entries) in model.actors.iter().zip(by_actor) {
            let cells = [
                (actor::ID, self.0.text(&one.named.id)),
                (actor::NAME, self.text_map(&one.named.name)),
                (actor::KIND, one.kind.code()),
                (actor::ROLE, self.text_map(&one.role)),
                (actor::SIDE, one.side as u32),
                (actor::ALIASES, self.strings(&one.aliases)),
                (actor::ENTRIES, self.rows(&entries)),
            ];
            self.row(Table::Actors, cells);
        }
    }

    fn articles(&mut self, model: &Model) {
        for one in &model.articles {
            let cells = [
                (article::ID, self.0.text(&one.id)),
                (article::HEADLINE, self.0.text(&one.headline)),
                (article::OUTLET, self.0.text(&one.outlet)),
                (article::AUTHORS, self.strings(&one.authors)),
                (article::ADDRESS, self.0.text(&one.address)),
                (article::SYNDICATION, self.strings(&one.syndication)),
                (article::LANGUAGE, self.0.text(&one.language)),
                (article::PUBLISHED, self.date(&one.published)),
                (article::STATUS, one.status.code()),
                (article::STATUS_DATE, self.0.text(&one.status_date)),
                (article::STATUS_NOTE, self.text_map(&one.status_note)),
            ];
            self.row(Table::Articles, cells);
        }
        for one in &model.excerpts {
            let has_address =
                model.articles.get(one.article).is_some_and(|article| !article.address.is_empty());
            let fragment =
                has_address.then(|| Fragment::of(&one.exact, &one.prefix, &one.suffix).directive());
            let fragment = fragment.unwrap_or_default();
            let cells = [
                (excerpt::ID, self.0.text(&one.id)),
                (excerpt::ARTICLE, one.article as u32),
                (excerpt::EXACT, self.0.text(&one.exact)),
                (excerpt::KEY_START, one.key.start as u32),
                (excerpt::KEY_END, one.key.end as u32),
                (excerpt::PREFIX, self.0.text(&one.prefix)),
                (excerpt::SUFFIX, self.0.text(&one.suffix)),
                (excerpt::FRAGMENT, self.0.text(&fragment)),
                (excerpt::HEADLINE, one.is_headline.into()),
            ];
            self.row(Table::Excerpts, cells);
        }
    }

    fn date(&mut self, one: &Dated) -> u32 {
        let (earliest, latest) = one.days.to_cells();
        let record = one.record.as_ref();
        let (record_earliest, record_latest) =
            record.map(|record| record.days.to_cells()).unwrap_or_default();
        let or_empty = |words: &Option<crate::model::At<String>>| {
            words.as_ref().map(|at| at.value.clone()).unwrap_or_default()
        };
        let cells = [
            (date::EDTF, self.0.text(&one.edtf)),
            (date::READING, self.reading(&one.edtf, one.days)),
            (date::EARLIEST, earliest),
            (date::LATEST, latest),
            (date::BASIS, one.basis.code()),
            (date::WHY, self.text_map(&one.why)),
            (date::PRINTED, self.0.text(&or_empty(&one.printed))),
            (date::TIME, self.0.text(&or_empty(&one.time))),
            (date::RECORD_EDTF, self.0.text(record.map_or("", |record| &record.edtf))),
            (date::RECORD_READING, record.map_or(0, |record| self.reading(&record.edtf, record.days))),
            (date::RECORD_EARLIEST, record_earliest),
            (date::RECORD_LATEST, record_latest),
            (date::RECORD_SOURCE, record.map_or(0, |record| self.text_map(&record.source))),
        ];
        self.row(Table::Dates, cells)
    }

    /// What a date says; nothing where its days say it.
    fn reading(&mut self, edtf: &str, days: Days) -> u32 {
        let reading = edtf.parse::<Edtf>().map(|edtf| Reading::from(&edtf)).unwrap_or_default();
        match days.earliest {
            Some(day) if reading == Reading::of_day(day) => 0,
            _ => self.0.list(&reading.to_cells()),
        }
    }

    fn entry(&mut self, one: &Entry, model: &Model) {
        let sources: Vec<_> = one
            .sources
            .iter()
            .map(|one| {
                let cells = [
                    (source::ARTICLE, one.article as u32),
                    (source::EXCERPTS, self.rows(&one.excerpts)),
                    (source::CHANNEL, self.text_map(&one.channel)),
                ];
                self.row(Table::Sources, cells)
            })
            .collect();
        let published = one.sources.iter().filter_map(|source| model.articles.get(source.article));
        let (reported_earliest, reported_latest) =
            first_of(published.map(|article| article.published.best_days())).to_cells();
        let (kind, position) = match one.kind {
            Kind::Statement(stance) => (0, stance.code()),
            Kind::Event(event) => (1, event.code()),
        };
        // The order is that in which the reader would fold them.
        let excerpts = one.sources.iter().flat_map(|source| &source.excerpts);
        let exact = excerpts.filter_map(|&row| model.excerpts.get(row)).map(|excerpt| excerpt.exact.as_str());
        let summary = one.summary.0.iter().map(String::as_str).filter(|text| !text.is_empty());
        let mut index = String::new();
        if model.entries.len() >= PACKED_FROM {
            fold_all(&mut index, &mut exact.chain(summary).chain(Some(one.place_named.as_str())));
        }
        // Zero stands for none.
        let optional = |row: Option<usize>| row.map_or(0, |row| row as u32 + 1);
        let cells = [
            (entry::ID, self.0.text(&one.id)),
            (entry::KIND, kind),
            (entry::ACTOR, optional(one.actor)),
            (entry::ACCORDING_TO, optional(one.according_to)),
            (entry::VENUE, optional(one.venue)),
            (entry::PLACE_NAMED, self.0.text(&one.place_named)),
            (entry::IMPLIED, one.is_implied.into()),
            (entry::POSITION, position),
            (entry::ATTRIBUTION, one.attribution.map_or(0, |attribution| attribution.code())),
            (entry::MODALITY, Modality::code(one.modality)),
            (entry::FORMATS, self.rows(&one.formats)),
            (entry::DATE, self.date(&one.date)),
            (entry::SUMMARY, self.text_map(&one.summary)),
            (entry::SOURCES, self.0.list(&sources)),
            (entry::REPORTED_EARLIEST, reported_earliest),
            (entry::REPORTED_LATEST, reported_latest),
            (entry::FOLDED, self.0.text(&index)),
        ];
        self.row(Table::Entries, cells);
    }
}

/// The rows of the entries of each of `count` things, in reading order.
fn entries_by(model: &Model, count: usize, of: fn(&Entry) -> Option<usize>) -> Vec<Vec<usize>> {
    let mut rows = vec![Vec::new(); count];
    for (row, entry) in model.entries.iter().enumerate() {
        if let Some(rows) = of(entry).and_then(|number| rows.get_mut(number)) {
            rows.push(row);
        }
    }
    rows
}

/// The cell of a coordinate: `f32` is a metre or two.
fn degrees(number: f64) -> u32 {
    (number as f32).to_bits()
}
