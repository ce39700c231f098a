//! A date as the corpus holds it: what is printed or worked out, how it is known, and what narrows it.
//! No opinion about wording.

use super::columns::date;
use super::columns::{NO_EARLIEST, NO_LATEST};
use super::row::row_view;
use super::{Basis, Corpus, Text};
use crate::date::{Day, Reading};

row_view!(/// A date with how it is known.
    Dated in Dates);

/// The first and the last day that are possible; `None` where that side is open or unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// Not before.
    pub earliest: Option<Day>,
    /// Not after.
    pub latest: Option<Day>,
}

impl Days {
    pub(crate) fn from_cells(earliest: u32, latest: u32) -> Self {
        let (earliest, latest) = (earliest as i32, latest as i32);
        Self {
            earliest: (earliest != NO_EARLIEST).then(|| Day::new(earliest)),
            latest: (latest != NO_LATEST).then(|| Day::new(latest)),
        }
    }

    /// The two cells that hold these bounds.
    pub fn to_cells(self) -> (u32, u32) {
        (
            self.earliest.map_or(NO_EARLIEST, Day::number) as u32,
            self.latest.map_or(NO_LATEST, Day::number) as u32,
        )
    }

    /// Whether every possible day is on or before `day`.
    pub fn surely_by(self, day: Day) -> bool {
        self.latest.is_some_and(|latest| latest <= day)
    }

    /// Whether some possible day is on or before `day`.
    pub fn possibly_by(self, day: Day) -> bool {
        self.earliest.is_none_or(|earliest| earliest <= day)
    }

    /// Whether one day is possible only.
    pub fn is_one_day(self) -> bool {
        self.earliest.is_some() && self.earliest == self.latest
    }
}

/// A date as it is written, and what that says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    corpus: Corpus,
    text: u32,
    reading: u32,
    days: Days,
}

impl Written {
    /// EDTF.
    pub fn text(self) -> &'static str {
        self.corpus.pack().text(self.text)
    }

    /// What it says.
    pub fn reading(self) -> Reading {
        match self.days.earliest {
            // Most are one plain day, and have no cells of their own.
            Some(day) if self.reading == 0 => Reading::of_day(day),
            _ => Reading::from_cells(self.corpus.pack().list(self.reading)),
        }
    }
}

/// A fact of the public record that narrows a derived date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// The narrowed date.
    pub edtf: Written,
    /// The fact, named.
    pub source: Text,
}

impl Dated {
    /// As the text states it or as it is derived from the texts.
    pub fn edtf(self) -> Written {
        self.written(date::EDTF, date::READING, self.days_by_texts())
    }
    /// Its bounds from the texts alone.
    pub fn days_by_texts(self) -> Days {
        Days::from_cells(self.cell(date::EARLIEST), self.cell(date::LATEST))
    }
    /// Stated or derived.
    pub fn basis(self) -> Basis {
        Basis::from_code(self.cell(date::BASIS))
    }
    /// The reasoning, one line; empty where the date is stated.
    pub fn why(self) -> Text {
        self.text(date::WHY)
    }
    /// The words that the text uses; empty where it gives the date itself.
    pub fn printed(self) -> &'static str {
        self.str(date::PRINTED)
    }
    /// Time of day as printed; empty where none is.
    pub fn time(self) -> &'static str {
        self.str(date::TIME)
    }
    /// What narrows it.
    pub fn record(self) -> Option<Record> {
        let has_record = !self.str(date::RECORD_EDTF).is_empty();
        has_record.then(|| Record {
            edtf: self.written(date::RECORD_EDTF, date::RECORD_READING, self.days_by_record()),
            source: self.text(date::RECORD_SOURCE),
        })
    }
    /// The narrowest date: of the record, else of the texts.
    pub fn best_edtf(self) -> Written {
        self.record().map_or(self.edtf(), |record| record.edtf)
    }
    /// The narrowest bounds: of the record, else of the texts.
    pub fn days(self) -> Days {
        if self.record().is_some() { self.days_by_record() } else { self.days_by_texts() }
    }

    fn days_by_record(self) -> Days {
        Days::from_cells(self.cell(date::RECORD_EARLIEST), self.cell(date::RECORD_LATEST))
    }

    fn written(self, text: u32, reading: u32, days: Days) -> Written {
        Written { corpus: self.corpus, text: self.cell(text), reading: self.cell(reading), days }
    }
}
