//! Reads one date: year, month or season, day, and the qualification at its end.

use super::super::component::{Digits, Season, Year};
use super::super::day::days_in_month;
use super::super::edtf::Part;
use super::super::{Date, EdtfError, EdtfErrorKind, Qualification};
use super::cursor::{Cursor, Result};

impl Cursor<'_> {
    /// One date, up to whatever does not belong to it.
    pub(super) fn date(&mut self) -> Result<Date> {
        let date_at = self.at;
        self.refuse_qualified_field()?;
        if self.eat(b'Y') {
            let year = self.long_year(date_at)?;
            let date = self.build(date_at, date_at, year, Part::Year)?;
            return self.qualified(date);
        }
        let year = self.year()?;
        self.refuse_level_2_year()?;
        if self.peek().is_some_and(|b| b.is_ascii_digit() || b == b'X') {
            return Err(self.unexpected(
                "`-` and the month, or the end of the date; a year of more than four digits begins with `Y`",
            ));
        }
        let mut part_at = date_at;
        let mut part = Part::Year;
        if self.eat(b'-') {
            part_at = self.at;
            part = self.month_or_season()?;
        }
        if let (Part::Month(month), true) = (part, self.peek() == Some(b'-')) {
            self.at += 1;
            part_at = self.at;
            let day = self.field("the day as two digits, or `X` for a digit that is not known")?;
            if day.values(1, 31).next().is_none() {
                return Err(self.no_such_value(part_at, "day", "01 to 31"));
            }
            part = Part::Day { month, day };
        }
        if self.peek() == Some(b'-') {
            return Err(self.unexpected("the end of the date"));
        }
        let date = self.build(date_at, part_at, year, part)?;
        self.qualified(date)
    }

    /// The year of four digits.
    fn year(&mut self) -> Result<Year> {
        const EXPECTED: &str = "a year of four digits, with `X` for a digit that is not known";
        let year_at = self.at;
        let negative = self.eat(b'-');
        let mut places = [None; 4];
        for place in &mut places {
            *place = self.digit_or_x(EXPECTED)?;
        }
        let digits = Digits::new(&places);
        match digits.value() {
            Some(0) if negative => Err(self.no_such_value(year_at, "year", "the year 0 as 0000")),
            Some(value) if negative => Ok(Year::Known(-i32::from(value))),
            Some(value) => Ok(Year::Known(i32::from(value))),
            None => Ok(Year::Unspecified { negative, digits }),
        }
    }

    /// The year after `Y`.
    fn long_year(&mut self, date_at: usize) -> Result<Year> {
        let negative = self.eat(b'-');
        let digits_at = self.at;
        let leading_zero = self.peek() == Some(b'0');
        let mut magnitude = 0i64;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            magnitude = magnitude.saturating_mul(10).saturating_add(i64::from(digit - b'0'));
            self.at += 1;
        }
        let length = self.at - digits_at;
        if length == 0 {
            return Err(self.unexpected("a year of more than four digits after `Y`"));
        }
        self.refuse_level_2_year()?;
        if leading_zero && length > 4 {
            let kind = EdtfErrorKind::Unexpected { found: Some('0'), expected: "a first digit from 1 to 9" };
            return Err(EdtfError { offset: digits_at, kind });
        }
        let year = if negative { -magnitude } else { magnitude };
        if length <= 4 {
            let kind = EdtfErrorKind::NeedlessY {
                found: self.since(date_at + 1),
                expected: Year::Known(year as i32).to_string(),
            };
            return Err(EdtfError { offset: date_at, kind });
        }
        if self.peek() == Some(b'-') {
            return Err(self.unexpected("the end of the date: after `Y` stands a year alone"));
        }
        match i32::try_from(year) {
            Ok(year) if LONG_YEARS.contains(&year) => Ok(Year::Known(year)),
            _ => Err(self.no_such_value(
                date_at + 1,
                "day number for the year",
                "a year from -5877640 to 5881579",
            )),
        }
    }

    fn month_or_season(&mut self) -> Result<Part> {
        let month_at = self.at;
        let month = self.field("the month or season as two digits, or `X` for a digit that is not known")?;
        match month.value() {
            Some(21) => Ok(Part::Season(Season::Spring)),
            Some(22) => Ok(Part::Season(Season::Summer)),
            Some(23) => Ok(Part::Season(Season::Autumn)),
            Some(24) => Ok(Part::Season(Season::Winter)),
            Some(25..=41) => {
                self.at = month_at;
                Err(self.unsupported(
                    "a sub-year grouping, 25 to 41,",
                    "write a season, 21 to 24, or a set of months",
                ))
            }
            _ if month.values(1, 12).next().is_some() => Ok(Part::Month(month)),
            _ => Err(self.no_such_value(month_at, "month", "01 to 12, or a season, 21 to 24")),
        }
    }

    /// Two digits, any of them unspecified.
    fn field(&mut self, expected: &'static str) -> Result<Digits> {
        self.refuse_qualified_field()?;
        Ok(Digits::new(&[self.digit_or_x(expected)?, self.digit_or_x(expected)?]))
    }

    /// The date of these fields; what begins at `part_at` is to blame if there is none.
    fn build(&self, date_at: usize, part_at: usize, year: Year, part: Part) -> Result<Date> {
        Date::new(year, part).ok_or_else(|| {
            let found = self.since(date_at);
            let kind = match (year.value(), part) {
                (Some(year), Part::Day { month, day }) if day.value().is_some() => match month.value() {
                    Some(number) => EdtfErrorKind::NoSuchDay {
                        month: found.get(..found.len().saturating_sub(3)).unwrap_or_default().to_owned(),
                        found,
                        days: days_in_month(year, number as u8),
                    },
                    None => EdtfErrorKind::NoDayFits { found },
                },
                _ => EdtfErrorKind::NoDayFits { found },
            };
            EdtfError { offset: part_at, kind }
        })
    }

    fn qualified(&mut self, date: Date) -> Result<Date> {
        let qualification = match self.peek() {
            Some(b'?') => Qualification::Uncertain,
            Some(b'~') => Qualification::Approximate,
            Some(b'%') => Qualification::Both,
            _ => return Ok(date),
        };
        self.at += 1;
        match self.peek() {
            Some(b'-') => {
                self.at -= 1;
                Err(self.unsupported("a qualification of a part of a date", QUALIFY_AT_THE_END))
            }
            Some(b'?' | b'~' | b'%') => {
                Err(self.unexpected("the end of the date; `?` and `~` together are written `%`"))
            }
            Some(b'T') => Err(self.error(EdtfErrorKind::TimeHere { place: "after a qualification" })),
            _ => Ok(date.with_qualification(qualification)),
        }
    }

    fn digit_or_x(&mut self, expected: &'static str) -> Result<Option<u8>> {
        let digit = match self.peek() {
            Some(digit @ b'0'..=b'9') => Some(digit - b'0'),
            Some(b'X') => None,
            _ => return Err(self.unexpected(expected)),
        };
        self.at += 1;
        Ok(digit)
    }

    fn refuse_qualified_field(&self) -> Result<()> {
        match self.peek() {
            Some(b'?' | b'~' | b'%') => {
                Err(self.unsupported("a qualification of a part of a date", QUALIFY_AT_THE_END))
            }
            _ => Ok(()),
        }
    }

    fn refuse_level_2_year(&self) -> Result<()> {
        match self.peek() {
            Some(b'E') => Err(self.unsupported("an exponential year", "write the year in full after `Y`")),
            Some(b'S') => {
                Err(self.unsupported("a number of significant digits", "write `X` for digits not known"))
            }
            _ => Ok(()),
        }
    }
}

/// The years all of whose days have a number.
const LONG_YEARS: std::ops::RangeInclusive<i32> = -5_877_640..=5_881_579;

const QUALIFY_AT_THE_END: &str = "write `?`, `~` or `%` once, at the end of the whole date";
