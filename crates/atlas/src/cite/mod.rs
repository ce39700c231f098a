//! Citations and exports, made where they are read: of an entry's excerpts, and of all that is shown, as plain text, BibTeX, RIS,
//! CSL-JSON, CSV and JSON. What is not known is left out or said to be unknown, and a date that was worked out is never given as if it
//! were stated. No opinion about how a text is shown, copied or kept.

mod date;
mod fields;
mod form;
mod marks;
mod note;

pub use form::Form;

use crate::model::{Corpus, Entry, Excerpt};
use crate::state::{Report, State, View};
use crate::words::Catalogue;
use fields::{CITED, COLLECTION, CORPUS, ENTRY, EXCERPT, Rows};
use marks::Sheet;

/// What is cited.
#[derive(Clone, Debug, PartialEq)]
pub enum Cited<'a> {
    /// The excerpts that prove an entry.
    Entry(Entry),
    /// All that is shown, in order.
    Shown(&'a State, &'a View),
}

/// The citation, or the export, as a text.
pub fn cite(corpus: Corpus, cat: &Catalogue, cited: &Cited<'_>, form: Form) -> String {
    let mut sheet = Sheet::new(form);
    let one;
    let shown = match cited {
        Cited::Entry(entry) => {
            one = [(*entry, Report::Surely)];
            &one
        }
        Cited::Shown(_, view) => view.shown.as_slice(),
    };
    let mut rows = Rows::new(corpus, cat.language());
    if form.is_export() {
        export(&mut sheet, &mut rows, shown);
    } else if let Cited::Shown(state, view) = cited {
        let note = note::of_view(corpus, cat, state, view);
        sheet.begin(2, corpus.id());
        sheet.date(&[corpus.version().to_owned()]);
        rows.write(&mut sheet, COLLECTION.0[form as usize], COLLECTION.1);
        sheet.end(&[&note], &note::plain_of_view(corpus, cat, &note));
    } else {
        for excerpt in shown.iter().flat_map(|(entry, _)| entry.excerpts()) {
            excerpt_of(&mut sheet, &mut rows, cat, excerpt);
        }
    }
    sheet.finish()
}

/// The citation of an excerpt: its article, and the words.
fn excerpt_of(sheet: &mut Sheet, rows: &mut Rows, cat: &Catalogue, excerpt: Excerpt) {
    let article = excerpt.article();
    rows.excerpt(None, excerpt);
    // A text whose outlet is not known is no article of a newspaper.
    sheet.begin(usize::from(article.outlet().is_empty()), excerpt.id());
    sheet.date(&date::of(article.published()));
    rows.write(sheet, CITED.0[sheet.form as usize], CITED.1);
    let quotation = note::quoted(cat, excerpt.exact());
    let note = note::of_excerpt(rows.corpus, cat, excerpt);
    sheet.end(&[&note, &quotation], &note::plain_of_excerpt(cat, article, &quotation, &note));
}

/// A row for each excerpt, with its entry before it; or the entries, with their excerpts in them.
fn export(sheet: &mut Sheet, rows: &mut Rows, shown: &[(Entry, Report)]) {
    let is_table = sheet.form == Form::Csv;
    if is_table {
        sheet.heads(&[ENTRY.0, EXCERPT.0, CORPUS.0]);
    } else {
        sheet.open("{");
        rows.write(sheet, CORPUS.0, CORPUS.1);
        sheet.open("\"entries\":[");
    }
    for &(entry, report) in shown {
        rows.entry(entry, report);
        if !is_table {
            sheet.open("\n{");
            rows.write(sheet, ENTRY.0, ENTRY.1);
            sheet.open("\"excerpts\":[");
        }
        let excerpts =
            entry.sources().flat_map(|source| source.excerpts().map(move |excerpt| (source, excerpt)));
        for (source, excerpt) in excerpts {
            rows.excerpt(Some(source.row()), excerpt);
            if is_table {
                rows.write(sheet, ENTRY.0, ENTRY.1);
                rows.write(sheet, EXCERPT.0, EXCERPT.1);
                rows.write(sheet, CORPUS.0, CORPUS.1);
                sheet.close("\r\n");
            } else {
                sheet.open("\n{");
                rows.write(sheet, EXCERPT.0, EXCERPT.1);
                sheet.close("}");
            }
        }
        if !is_table {
            sheet.close("]}");
        }
    }
    if !is_table {
        sheet.close("]}\n");
    }
}
