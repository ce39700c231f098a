//! Reads the time of day that may follow a whole date.

use super::super::component::{Time, Zone};
use super::super::{Date, EdtfErrorKind, Precision};
use super::cursor::{Cursor, Result};

impl Cursor<'_> {
    /// The date with the time that follows it, up to the end of the text.
    pub(super) fn with_time(&mut self, date: Date) -> Result<Date> {
        if date.precision() != Precision::Day {
            return Err(self.error(EdtfErrorKind::TimeHere { place: "after a date that is not one day" }));
        }
        self.at += 1;
        let hour = self.number("hour", 23, "00 to 23")?;
        self.colon("`:` and the minutes")?;
        let minute = self.number("minute", 59, "00 to 59")?;
        self.colon("`:` and the seconds")?;
        let second = self.number("second", 60, "00 to 60")?;
        let zone = self.zone()?;
        match self.peek() {
            None => Ok(date.with_time(Time { hour, minute, second, zone })),
            Some(b'/') => Err(self.error(EdtfErrorKind::TimeHere { place: "in an interval" })),
            Some(_) => Err(self.unexpected("the end of the time")),
        }
    }

    fn zone(&mut self) -> Result<Zone> {
        let zone_at = self.at;
        let sign = match self.peek() {
            Some(b'Z') => {
                self.at += 1;
                return Ok(Zone::Utc);
            }
            Some(b'+') => 1,
            Some(b'-') => -1,
            None | Some(b'/') => return Ok(Zone::Local),
            Some(_) => {
                return Err(self.unexpected("`Z`, `+` or `-` and the hours from UTC, or the end of the time"));
            }
        };
        self.at += 1;
        let hours = self.number("hour from UTC", 23, "00 to 23")? as i8;
        let minutes = if self.eat(b':') { Some(self.number("minute", 59, "00 to 59")?) } else { None };
        if sign < 0 && hours == 0 && minutes.unwrap_or(0) == 0 {
            return Err(self.no_such_value(zone_at, "zone", "no difference from UTC as `Z` or `+00`"));
        }
        Ok(match minutes {
            None => Zone::Hours(sign * hours),
            Some(minutes) => Zone::Minutes(i16::from(sign) * (i16::from(hours) * 60 + i16::from(minutes))),
        })
    }

    fn number(&mut self, field: &'static str, max: u8, expected: &'static str) -> Result<u8> {
        let number_at = self.at;
        let mut number = 0;
        for _ in 0..2 {
            match self.peek() {
                Some(digit @ b'0'..=b'9') => number = number * 10 + (digit - b'0'),
                _ => return Err(self.unexpected("two digits")),
            }
            self.at += 1;
        }
        if number > max { Err(self.no_such_value(number_at, field, expected)) } else { Ok(number) }
    }

    fn colon(&mut self, expected: &'static str) -> Result<()> {
        if self.eat(b':') { Ok(()) } else { Err(self.unexpected(expected)) }
    }
}
