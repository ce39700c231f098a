//! The values that EDTF texts stand for: one date, an interval, or one of a set.
//!
//! An *interval* `a/b` lasted: all its days are meant. A *set* `[a..b]` is one day that is not known.
//! The types say what was written and are made by parsing; their days are the matter of
//! [`Bounds`](super::Bounds).

use super::bounds::spans;
use super::component::{Digits, Season, Time, Year};
use super::{Bounds, Day};

/// A date, or what is known of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One date, perhaps with a time of day.
    Date(Date),
    /// `a/b`: something that lasted from its start to its end. At least one side is a date.
    Interval {
        /// The first date.
        start: Endpoint,
        /// The last date.
        end: Endpoint,
    },
    /// `[a,b..c]`: one of several dates, in the order written. Never empty.
    OneOf(Vec<Member>),
}

/// One side of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Endpoint {
    /// It is given.
    Date(Date),
    /// `..`: there is none.
    Open,
    /// Nothing is written: there is one, but it is not known.
    Unknown,
}

/// One member of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Member {
    /// A single date.
    Date(Date),
    /// `a..b`, and `..b` or `a..` at the ends of a set: any date in between, both included.
    Range {
        /// The first date; `None` where the range is open to the past.
        from: Option<Date>,
        /// The last date; `None` where the range is open to the future.
        to: Option<Date>,
    },
}

/// One date of year, month or season, and day, as far as they are given. The calendar has at least one day
/// that fits it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    year: Year,
    part: Part,
    time: Option<Time>,
    qualification: Qualification,
    first: Day,
    last: Day,
}

/// How sure the writer was of a date, in addition to what is left out of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Qualification {
    /// Nothing is said.
    #[default]
    Plain,
    /// `?`: it may be another date altogether.
    Uncertain,
    /// `~`: it is near this date.
    Approximate,
    /// `%`: uncertain and approximate.
    Both,
}

/// The finest unit of time that a date gives, from fine to coarse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// `2025-02-10`.
    Day,
    /// `2025-02`, and `2025-02-XX`: the day is not given.
    Month,
    /// `2025-21`.
    Season,
    /// `2025`, `2025-XX`, `2025-XX-XX`.
    Year,
    /// `202X`.
    Decade,
    /// `20XX`.
    Century,
    /// Some digits are given, but they make no unit of the calendar: `2025-02-2X`, `XXXX-12-25`, `1XXX`.
    Partial,
}

/// What follows the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Year,
    Season(Season),
    Month(Digits),
    Day { month: Digits, day: Digits },
}

impl Edtf {
    /// Whether it is one of several dates.
    pub const fn is_set(&self) -> bool {
        matches!(self, Edtf::OneOf(_))
    }

    /// Whether it lasted from a start to an end.
    pub const fn is_interval(&self) -> bool {
        matches!(self, Edtf::Interval { .. })
    }

    /// The coarsest precision of the dates that are written in it. A set of days has the precision of a
    /// day, although the day is not known.
    pub fn precision(&self) -> Precision {
        self.dates().map(Date::precision).max().unwrap_or(Precision::Partial)
    }

    /// The qualifications of all the dates that are written in it, together.
    pub fn qualification(&self) -> Qualification {
        self.dates().fold(Qualification::Plain, |sum, date| sum.and(date.qualification))
    }

    /// The day, if exactly one day is meant and nothing qualifies it.
    pub fn is_certain_day(&self) -> Option<Day> {
        let Bounds { earliest, latest } = self.bounds();
        let one = earliest == latest && self.qualification() == Qualification::Plain;
        earliest.filter(|_| one)
    }

    fn dates(&self) -> impl Iterator<Item = &Date> {
        let (ends, members): ([Option<&Date>; 2], &[Member]) = match self {
            Edtf::Date(date) => ([Some(date), None], &[]),
            Edtf::Interval { start, end } => ([start.date(), end.date()], &[]),
            Edtf::OneOf(members) => ([None, None], members),
        };
        ends.into_iter().chain(members.iter().flat_map(Member::dates)).flatten()
    }
}

impl Endpoint {
    /// The date, if it is given.
    pub const fn date(&self) -> Option<&Date> {
        match self {
            Endpoint::Date(date) => Some(date),
            Endpoint::Open | Endpoint::Unknown => None,
        }
    }
}

impl Member {
    fn dates(&self) -> [Option<&Date>; 2] {
        match self {
            Member::Date(date) => [Some(date), None],
            Member::Range { from, to } => [from.as_ref(), to.as_ref()],
        }
    }
}

impl Date {
    /// The year.
    pub const fn year(&self) -> Year {
        self.year
    }

    /// The season, if the date is one.
    pub const fn season(&self) -> Option<Season> {
        match self.part {
            Part::Season(season) => Some(season),
            _ => None,
        }
    }

    /// The month, if there is one; its digits may be unspecified.
    pub const fn month(&self) -> Option<Digits> {
        match self.part {
            Part::Month(month) | Part::Day { month, .. } => Some(month),
            Part::Year | Part::Season(_) => None,
        }
    }

    /// The day of the month, if there is one; its digits may be unspecified.
    pub const fn day(&self) -> Option<Digits> {
        match self.part {
            Part::Day { day, .. } => Some(day),
            _ => None,
        }
    }

    /// The time of day, if one is written.
    pub const fn time(&self) -> Option<Time> {
        self.time
    }

    /// How the date is qualified.
    pub const fn qualification(&self) -> Qualification {
        self.qualification
    }

    /// The first day that fits.
    pub const fn first(&self) -> Day {
        self.first
    }

    /// The last day that fits.
    pub const fn last(&self) -> Day {
        self.last
    }

    /// The finest unit of time that is given.
    pub fn precision(&self) -> Precision {
        let year = match self.year {
            Year::Known(_) => Precision::Year,
            Year::Unspecified { digits, .. } => {
                match [3, 2, 1, 0].map(|place| digits.is_unspecified(place)) {
                    [false, false, false, true] => Precision::Decade,
                    [false, false, true, true] => Precision::Century,
                    _ => Precision::Partial,
                }
            }
        };
        let wholly_unspecified = |field: Digits| field.is_unspecified(0) && field.is_unspecified(1);
        let unit = |known: bool, unit| if known { unit } else { Precision::Partial };
        match self.part {
            Part::Year => year,
            Part::Season(_) => unit(year == Precision::Year, Precision::Season),
            Part::Day { month, day } if !wholly_unspecified(day) => {
                let known = month.value().is_some() && day.value().is_some();
                unit(known && year == Precision::Year, Precision::Day)
            }
            Part::Month(month) | Part::Day { month, .. } if wholly_unspecified(month) => year,
            Part::Month(month) | Part::Day { month, .. } => {
                unit(month.value().is_some() && year == Precision::Year, Precision::Month)
            }
        }
    }

    /// The date, unless the calendar has no day that fits.
    pub(super) fn new(year: Year, part: Part) -> Option<Self> {
        let (earliest, latest) = year.range();
        let mut fitting = spans(year, part, earliest, latest);
        let (first, last) = fitting.next()?;
        let last = fitting.next_back().map_or(last, |(_, last)| last);
        Some(Date { year, part, time: None, qualification: Qualification::Plain, first, last })
    }

    pub(super) const fn with_time(self, time: Time) -> Self {
        Date { time: Some(time), ..self }
    }

    pub(super) const fn with_qualification(self, qualification: Qualification) -> Self {
        Date { qualification, ..self }
    }

    pub(super) const fn part(&self) -> Part {
        self.part
    }
}

impl Qualification {
    /// Both qualifications together.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (one, Qualification::Plain) => one,
            (Qualification::Plain, other) => other,
            (one, other) if one == other => one,
            _ => Qualification::Both,
        }
    }
}
