//! Citations and exports, made where they are read: of entries' excerpts, and of all that is shown, as plain text, BibTeX, RIS,
//! CSL-JSON, CSV and JSON. What is not known is left out or said to be unknown, and a date that was worked out is never given as if it
//! were stated. No opinion about how a text is shown, copied or kept.

mod fields;
mod form;
mod marks;
mod note;

pub use form::Form;

use crate::model::{Corpus, Entry};
use crate::state::Report;
use crate::words::{Catalogue, Key, edtf};
use fields::{CITED, ENTRY, EXCERPT, REPORTED, Rows};
use marks::{NAMES, NOTE, Sheet};
use note::{OF_EXCERPT, OF_VIEW, date_of, is_plain, sentences};

/// Cites the excerpts of entries; or, where these are all that is shown at an address in the collection, that. An export has them either
/// way.
pub fn cite(
    corpus: Corpus,
    cat: &Catalogue,
    shown: &[(Entry, Report)],
    address: Option<&str>,
    form: Form,
) -> String {
    let mut sheet = Sheet::new(form);
    let is_export = form.is_export();
    if form == Form::Csv {
        for names in ["corpus ", ENTRY.0, " ", REPORTED, " ", EXCERPT.0, "\r\n"] {
            for c in names.chars() {
                sheet.out.push(if c == ' ' { ',' } else { c });
            }
        }
    }
    if let Some(address) = address.filter(|_| !is_export) {
        let rows = Rows::new(corpus, cat.language(), None);
        let version = corpus.version();
        let date = if is_plain(version) { version } else { "" };
        let fields = [("entries", &*cat.count(Key::Entries, shown.len(), &[])), ("place", address)];
        record(&mut sheet, cat, &rows, (2, corpus.id(), date), "", &fields);
        return sheet.finish();
    }
    for &(entry, report) in shown {
        for source in entry.sources() {
            for excerpt in source.excerpts() {
                let rows = Rows::new(corpus, cat.language(), Some((entry, source.row(), excerpt)));
                if is_export {
                    sheet.begin(0, corpus.id());
                    rows.write(&mut sheet, ENTRY.0, ENTRY.1);
                    let surely = if report == Report::Possibly { "possibly" } else { "surely" };
                    sheet.field(REPORTED, false, &[surely]);
                    rows.write(&mut sheet, EXCERPT.0, EXCERPT.1);
                    sheet.end();
                    continue;
                }
                let published = excerpt.article().published();
                let quotation = [cat.get(Key::QuoteOpen), excerpt.exact(), cat.get(Key::QuoteClose)].concat();
                let (printed, date) = (edtf(cat, published.edtf()), edtf(cat, published.best_edtf()));
                let fields = [("quotation", &*quotation), ("printed", &printed), ("date_said", &date)];
                // A text whose outlet is not known is no article of a newspaper.
                let genre = usize::from(!excerpt.article().outlet().is_empty());
                record(
                    &mut sheet,
                    cat,
                    &rows,
                    (genre, excerpt.id(), &date_of(published)),
                    &quotation,
                    &fields,
                );
            }
        }
    }
    sheet.finish()
}

/// A citation of a genre, under an id, of a date.
fn record(
    sheet: &mut Sheet,
    cat: &Catalogue,
    rows: &Rows,
    (genre, id, date): (usize, &str, &str),
    quotation: &str,
    fields: &[(&str, &str)],
) {
    let cited = genre / 2;
    let (first, others) = sentences(cat, rows, fields, [OF_EXCERPT, OF_VIEW][cited]);
    if sheet.form == Form::Plain {
        sheet.escaped("", &[&first, " ", &others].concat());
        return sheet.out.push('\n');
    }
    sheet.begin(genre, id);
    sheet.date(date);
    rows.write(sheet, sheet.part(NAMES + cited), CITED[cited]);
    sheet.field(sheet.part(NOTE), false, &[&others]);
    sheet.field(sheet.part(NOTE + 1), false, &[quotation]);
    sheet.end();
}
