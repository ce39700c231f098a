//! Dates as the corpus writes them: calendar days and the Extended Date/Time Format (EDTF).
//!
//! Supported are levels 0 and 1 of the Library of Congress specification of 4 February 2019
//! (<https://www.loc.gov/standards/datetime/>), and of level 2 the one-of-a-set forms and digits left
//! unspecified anywhere in a field. What is not supported is refused by name.
//!
//! The unit is the day of the proleptic Gregorian calendar; a time of day is carried, never computed with,
//! and there are no time zones. How a date is worded or drawn is decided elsewhere.

mod bounds;
mod component;
mod day;
mod edtf;
mod error;
mod parse;
mod print;
mod reading;
mod relation;
#[cfg(test)]
mod tests;

pub use bounds::Bounds;
pub use component::{Digits, Season, Time, Year, Zone};
pub use day::{Day, ParseDayError, Weekday};
pub use edtf::{Date, Edtf, Endpoint, Member, Precision, Qualification};
pub use error::{EdtfError, EdtfErrorKind};
pub use reading::{Part, Reading, Role};
