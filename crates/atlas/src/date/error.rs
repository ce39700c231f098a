//! Why a text is not a date: what was found, where, and what was expected.
//!
//! The messages are for authors of a corpus, in English; the file and the line are added elsewhere.

use std::fmt;

/// A refusal of [`Edtf`](super::Edtf)'s parser.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("at character {}: {kind}", offset + 1)]
pub struct EdtfError {
    /// Where in the text, in bytes from its start. All before it is ASCII, so it counts characters too.
    pub offset: usize,
    /// What is wrong there.
    pub kind: EdtfErrorKind,
}

/// What can be wrong with a date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EdtfErrorKind {
    /// Another character, or the end of the text, was expected.
    #[error("{}, expected {expected}", Found(*found))]
    Unexpected {
        /// The character there; `None` at the end of the text.
        found: Option<char>,
        /// What could stand there.
        expected: &'static str,
    },
    /// EDTF has it, at level 2 or in the draft of 2012, but it is not read here.
    #[error("{feature} is not supported; {instead}")]
    Unsupported {
        /// The feature by its name in the specification.
        feature: &'static str,
        /// What to write.
        instead: &'static str,
    },
    /// A field has a value that no such field has.
    #[error("there is no {field} {found}; expected {expected}")]
    NoSuchValue {
        /// The field.
        field: &'static str,
        /// The value as written.
        found: String,
        /// The values it can have.
        expected: &'static str,
    },
    /// All fields are possible, but not together.
    #[error("there is no {found}: {month} has {days} days")]
    NoSuchDay {
        /// The date as written.
        found: String,
        /// Its year and month.
        month: String,
        /// The length of that month.
        days: u8,
    },
    /// Digits are unspecified, and no day of the calendar fits those that are given.
    #[error("no day of the calendar fits {found}")]
    NoDayFits {
        /// The date as written.
        found: String,
    },
    /// A year after `Y` that has no need of it.
    #[error(
        "found the year {found} after `Y`, which is for years of more than four digits; expected {expected}"
    )]
    NeedlessY {
        /// The year as written.
        found: String,
        /// The year without `Y`.
        expected: String,
    },
    /// A time of day where none can be.
    #[error("found a time of day {place}; expected it only after a single date of year, month and day")]
    TimeHere {
        /// Where it was found.
        place: &'static str,
    },
    /// An interval or range whose end is before its start.
    #[error("the end {end} is before the start {start}; expected the earlier date first")]
    EndBeforeStart {
        /// The start as written.
        start: String,
        /// The end as written.
        end: String,
    },
    /// An interval without a date on either side.
    #[error("found an interval without a date; expected one on at least one side of `/`")]
    EmptyInterval,
    /// A set without a date.
    #[error("found a set without a date; expected at least one between `[` and `]`")]
    EmptySet,
    /// `..` without a date on one side, in the middle of a set.
    #[error("found `..` without a date {side} it; expected that only {expected}")]
    OpenInside {
        /// On which side the date is missing.
        side: &'static str,
        /// Where it may be missing.
        expected: &'static str,
    },
}

struct Found(Option<char>);

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("the text ends"),
            Some(' ') => f.write_str("found a space"),
            // Invisible characters by their number, so that an author can see them.
            Some(c) if c.is_whitespace() || c.is_control() => write!(f, "found {}", c.escape_unicode()),
            Some(c) => write!(f, "found `{c}`"),
        }
    }
}
