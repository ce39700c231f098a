//! One day of the proleptic Gregorian calendar, as a number of days since 1970-01-01.
//!
//! It has no opinion about uncertainty (see [`Edtf`](super::Edtf)), time zones or wording.
//! Years are astronomical: year 0 precedes year 1.

use std::fmt;
use std::str::FromStr;

use crate::decimal::digits;

/// A calendar day: days since 1970-01-01. Every `i32` is a day, so the years reach from about -5.8 to
/// 5.8 million.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// A day of the week, in the order of ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// Why a text is not a [`Day`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseDayError {
    /// The text does not have the form of a day.
    #[error("expected a day as year, month and day, such as 2025-02-10")]
    Form,
    /// The form is right, but the calendar has no such day.
    #[error("the calendar has no such day")]
    NoSuchDay,
}

impl Day {
    /// The day with this number of days since 1970-01-01.
    pub const fn new(number: i32) -> Self {
        Day(number)
    }

    /// The number of days since 1970-01-01.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day with this date, if the calendar has it and its number fits.
    ///
    /// The algorithm, here and in [`Day::ymd`], is Howard Hinnant's `days_from_civil` and `civil_from_days`
    /// (<https://howardhinnant.github.io/date_algorithms.html>): years that begin in March, so that the leap
    /// day is the last of its year, within eras of 400 years.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        let march_year = i64::from(year) - i64::from(month <= 2);
        let era = march_year.div_euclid(400);
        let year_of_era = march_year.rem_euclid(400);
        let month_from_march = (i64::from(month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let number = era * DAYS_PER_ERA + day_of_era - DAYS_FROM_ERA_0_TO_1970;
        i32::try_from(number).ok().map(Day)
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    pub fn ymd(self) -> (i32, u8, u8) {
        let number = i64::from(self.0) + DAYS_FROM_ERA_0_TO_1970;
        let era = number.div_euclid(DAYS_PER_ERA);
        let day_of_era = number.rem_euclid(DAYS_PER_ERA);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        // Lossless: an `i32` of days spans fewer than six million years either way.
        (year as i32, month as u8, day as u8)
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        match (i64::from(self.0) + 3).rem_euclid(7) {
            0 => Weekday::Mon,
            1 => Weekday::Tue,
            2 => Weekday::Wed,
            3 => Weekday::Thu,
            4 => Weekday::Fri,
            5 => Weekday::Sat,
            _ => Weekday::Sun,
        }
    }

    /// The day so many days later (earlier, if negative). It stops at the first and last day that can be
    /// expressed.
    pub const fn plus(self, days: i32) -> Self {
        Day(self.0.saturating_add(days))
    }
}

/// `YYYY-MM-DD`. Years outside 0 to 9999 carry a sign, as in the expanded form of ISO 8601.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        let sign = match year {
            ..0 => "-",
            0..10_000 => "",
            _ => "+",
        };
        // Not `write!`, whose machinery nothing else in the Wasm needs.
        let two = |number: u8| digits(number.into(), 2);
        f.write_str(
            &[sign, &digits(year.unsigned_abs().into(), 4), "-", &two(month), "-", &two(day)].concat(),
        )
    }
}

/// Reads what is printed, and nothing else.
impl FromStr for Day {
    type Err = ParseDayError;

    fn from_str(text: &str) -> Result<Self, ParseDayError> {
        let (negative, magnitude) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let mut fields = magnitude.split('-');
        let (Some(year), Some(month), Some(day), None) =
            (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            return Err(ParseDayError::Form);
        };
        // Seven digits are enough for every day there is.
        let year = number(year, 4..=7).ok_or(ParseDayError::Form)?;
        let month = number(month, 2..=2).ok_or(ParseDayError::Form)?;
        let day = number(day, 2..=2).ok_or(ParseDayError::Form)?;
        let year = if negative { -year } else { year };
        let parsed = Day::from_ymd(year, month as u8, day as u8).ok_or(ParseDayError::NoSuchDay)?;
        if parsed.to_string() == text { Ok(parsed) } else { Err(ParseDayError::Form) }
    }
}

const DAYS_PER_ERA: i64 = 146_097;
const DAYS_FROM_ERA_0_TO_1970: i64 = 719_468;

/// The length of a month; `month` is 1 to 12.
pub(super) fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

fn number(digits: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<i32> {
    let plain = lengths.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.bytes().fold(0, |sum, b| sum * 10 + i32::from(b - b'0')))
}
