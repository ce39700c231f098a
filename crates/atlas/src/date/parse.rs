//! Reads EDTF text, from left to right and once.
//!
//! Only canonical text is read: what is printed is what was read. Nothing is trimmed, repaired or guessed.

mod cursor;
mod date;
mod time;

use std::str::FromStr;

use self::cursor::{Cursor, Result};
use super::{Date, Edtf, EdtfError, EdtfErrorKind, Endpoint, Member};

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self> {
        let mut cursor = Cursor::new(text);
        match cursor.peek() {
            Some(b'[') => cursor.set(),
            Some(b'{') => Err(cursor.unsupported("all of a set, `{…}`,", "write an entry for each date")),
            _ => cursor.date_or_interval(),
        }
    }
}

impl Cursor<'_> {
    fn date_or_interval(&mut self) -> Result<Edtf> {
        let start = self.endpoint()?;
        match (self.peek(), start) {
            (None, Endpoint::Date(date)) => Ok(Edtf::Date(date)),
            (Some(b'T'), Endpoint::Date(date)) => Ok(Edtf::Date(self.with_time(date)?)),
            (Some(b'/'), _) => {
                self.at += 1;
                self.interval(start)
            }
            (_, Endpoint::Date(_)) => {
                Err(self.unexpected("the end of the date, or `/` and the end of an interval"))
            }
            (_, _) => Err(self.unexpected("`/` and the end of an interval")),
        }
    }

    fn interval(&mut self, start: Endpoint) -> Result<Edtf> {
        let end_at = self.at;
        let end = if self.peek().is_none() { Endpoint::Unknown } else { self.endpoint()? };
        match self.peek() {
            None => {}
            Some(b'T') => return Err(self.error(EdtfErrorKind::TimeHere { place: "in an interval" })),
            Some(_) => return Err(self.unexpected("the end of the interval")),
        }
        match (start.date(), end.date()) {
            (None, None) => return Err(EdtfError { offset: 0, kind: EdtfErrorKind::EmptyInterval }),
            (Some(start), Some(end)) => check_order(start, end, end_at)?,
            _ => {}
        }
        Ok(Edtf::Interval { start, end })
    }

    fn endpoint(&mut self) -> Result<Endpoint> {
        if self.eat_open() {
            Ok(Endpoint::Open)
        } else if self.peek() == Some(b'/') {
            Ok(Endpoint::Unknown)
        } else {
            Ok(Endpoint::Date(self.date()?))
        }
    }

    fn set(&mut self) -> Result<Edtf> {
        let set_at = self.at;
        self.at += 1;
        let mut members = Vec::new();
        if self.peek() == Some(b']') {
            return Err(EdtfError { offset: set_at, kind: EdtfErrorKind::EmptySet });
        }
        loop {
            members.push(self.member(members.is_empty())?);
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => break,
                Some(b'T') => return Err(self.error(EdtfErrorKind::TimeHere { place: "in a set" })),
                _ => return Err(self.unexpected("`,` and another date, `..`, or `]`")),
            }
        }
        self.at += 1;
        if self.peek().is_some() {
            return Err(self.unexpected("the end of the text after `]`"));
        }
        Ok(Edtf::OneOf(members))
    }

    fn member(&mut self, is_first: bool) -> Result<Member> {
        let member_at = self.at;
        if self.eat_open() {
            if self.peek() == Some(b']') && is_first {
                return Err(EdtfError { offset: member_at, kind: EdtfErrorKind::EmptySet });
            }
            if !is_first {
                let kind = EdtfErrorKind::OpenInside { side: "before", expected: "at the start of a set" };
                return Err(EdtfError { offset: member_at, kind });
            }
            return Ok(Member::Range { from: None, to: Some(self.date()?) });
        }
        let from = self.date()?;
        let range_at = self.at;
        if !self.eat_open() {
            return Ok(Member::Date(from));
        }
        match self.peek() {
            Some(b']') => Ok(Member::Range { from: Some(from), to: None }),
            Some(b',') => {
                let kind = EdtfErrorKind::OpenInside { side: "after", expected: "at the end of a set" };
                Err(EdtfError { offset: range_at, kind })
            }
            _ => {
                let to_at = self.at;
                let to = self.date()?;
                check_order(&from, &to, to_at)?;
                Ok(Member::Range { from: Some(from), to: Some(to) })
            }
        }
    }
}

fn check_order(start: &Date, end: &Date, end_at: usize) -> Result<()> {
    if end.last() >= start.first() {
        return Ok(());
    }
    let kind = EdtfErrorKind::EndBeforeStart { start: start.to_string(), end: end.to_string() };
    Err(EdtfError { offset: end_at, kind })
}
