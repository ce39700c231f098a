//! Prints dates as canonical EDTF: the text from which parsing makes the same value.

use std::fmt::{Display, Formatter, Result};

use super::edtf::Part;
use super::{Date, Digits, Edtf, Endpoint, Member, Qualification, Time, Year, Zone};

impl Display for Edtf {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Edtf::Date(date) => date.fmt(f),
            Edtf::Interval { start, end } => write!(f, "{start}/{end}"),
            Edtf::OneOf(members) => {
                for (index, member) in members.iter().enumerate() {
                    f.write_str(if index == 0 { "[" } else { "," })?;
                    member.fmt(f)?;
                }
                f.write_str("]")
            }
        }
    }
}

impl Display for Endpoint {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Endpoint::Date(date) => date.fmt(f),
            Endpoint::Open => f.write_str(".."),
            Endpoint::Unknown => Ok(()),
        }
    }
}

impl Display for Member {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let (from, to) = match self {
            Member::Date(date) => return date.fmt(f),
            Member::Range { from, to } => (from, to),
        };
        from.iter().try_for_each(|date| date.fmt(f))?;
        f.write_str("..")?;
        to.iter().try_for_each(|date| date.fmt(f))
    }
}

impl Display for Date {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.year().fmt(f)?;
        if let Part::Season(season) = self.part() {
            write!(f, "-{}", season.code())?;
        }
        for field in [self.month(), self.day()].into_iter().flatten() {
            f.write_str("-")?;
            write_digits(f, field, 2)?;
        }
        if let Some(time) = self.time() {
            write!(f, "T{time}")?;
        }
        f.write_str(match self.qualification() {
            Qualification::Plain => "",
            Qualification::Uncertain => "?",
            Qualification::Approximate => "~",
            Qualification::Both => "%",
        })
    }
}

impl Display for Year {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let sign = |negative| if negative { "-" } else { "" };
        match *self {
            Year::Known(year) => {
                let long = if year.unsigned_abs() > 9999 { "Y" } else { "" };
                write!(f, "{long}{}{:04}", sign(year < 0), year.unsigned_abs())
            }
            Year::Unspecified { negative, digits } => {
                f.write_str(sign(negative))?;
                write_digits(f, digits, 4)
            }
        }
    }
}

impl Display for Time {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Time { hour, minute, second, zone } = self;
        write!(f, "{hour:02}:{minute:02}:{second:02}")?;
        match *zone {
            Zone::Local => Ok(()),
            Zone::Utc => f.write_str("Z"),
            Zone::Hours(hours) => write!(f, "{hours:+03}"),
            Zone::Minutes(minutes) => {
                let (sign, size) = (if minutes < 0 { '-' } else { '+' }, minutes.unsigned_abs());
                write!(f, "{sign}{:02}:{:02}", size / 60, size % 60)
            }
        }
    }
}

fn write_digits(f: &mut Formatter<'_>, digits: Digits, width: u32) -> Result {
    for place in (0..width).rev() {
        if digits.is_unspecified(place) {
            f.write_str("X")?;
        } else {
            write!(f, "{}", digits.lowest() / 10u16.pow(place) % 10)?;
        }
    }
    Ok(())
}
