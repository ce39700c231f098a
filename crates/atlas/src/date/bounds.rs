//! The earliest and the latest day that a date can mean.
//!
//! Two conventions are ours, because EDTF gives no days for them:
//!
//! - **Seasons** are whole months, each named by the year in which it begins: spring from 1 March, summer
//!   from 1 June, autumn from 1 September, winter from 1 December to the end of February of the next
//!   year. These are the meteorological seasons of the northern hemisphere. EDTF numbers seasons by name,
//!   whatever the place; these need neither a place nor astronomy, and together leave out no day. A text
//!   from the south, or one whose "winter 2025" began in January, is better served by `2025-01/2025-02`.
//! - **Qualifications** (`?`, `~`, `%`) do not move a bound. EDTF gives no amount for "near", and a number
//!   invented here would look like knowledge. Whoever shows a bound shows the qualification beside it.

use super::edtf::Part;
use super::{Date, Day, Digits, Edtf, Member, Year};

/// The earliest and the latest day, both included. `None` is a side without limit: open or not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// The earliest day it can be.
    pub earliest: Option<Day>,
    /// The latest day it can be.
    pub latest: Option<Day>,
}

impl Edtf {
    /// The earliest and the latest day that it can mean: of a date all days that fit, of an interval the
    /// first day of its start and the last of its end, of a set the outermost days of its members.
    pub fn bounds(&self) -> Bounds {
        match self {
            Edtf::Date(date) => Bounds::of(Some(date), Some(date)),
            Edtf::Interval { start, end } => Bounds::of(start.date(), end.date()),
            Edtf::OneOf(members) => {
                members.iter().map(Member::bounds).reduce(Bounds::hull).unwrap_or(Bounds::of(None, None))
            }
        }
    }

    /// The key by which dates are sorted: the latest day, then the earliest. What has no latest day comes
    /// after everything that has one; what has no earliest day, before its equals that have one.
    pub fn order_key(&self) -> (i64, i64) {
        self.bounds().order_key()
    }
}

impl Bounds {
    /// See [`Edtf::order_key`].
    pub fn order_key(self) -> (i64, i64) {
        let number = |day: Day| i64::from(day.number());
        (self.latest.map_or(i64::MAX, number), self.earliest.map_or(i64::MIN, number))
    }

    fn of(start: Option<&Date>, end: Option<&Date>) -> Self {
        Bounds { earliest: start.map(Date::first), latest: end.map(Date::last) }
    }

    fn hull(self, other: Self) -> Self {
        Bounds {
            earliest: self.earliest.zip(other.earliest).map(|(a, b)| a.min(b)),
            latest: self.latest.zip(other.latest).map(|(a, b)| a.max(b)),
        }
    }
}

impl Member {
    /// The earliest and the latest day of this member.
    pub fn bounds(&self) -> Bounds {
        match self {
            Member::Date(date) => Bounds::of(Some(date), Some(date)),
            Member::Range { from, to } => Bounds::of(from.as_ref(), to.as_ref()),
        }
    }
}

impl From<Day> for Bounds {
    fn from(day: Day) -> Self {
        Bounds { earliest: Some(day), latest: Some(day) }
    }
}

/// The runs of days that fit, in the years from `min` to `max`, in order: single days, months, seasons or
/// years. Days that the calendar does not have are left out.
pub(super) fn spans(
    year: Year,
    part: Part,
    min: i32,
    max: i32,
) -> impl DoubleEndedIterator<Item = (Day, Day)> {
    let first = Digits::known(1);
    let (month, day, months_long) = match part {
        Part::Year => (first, first, 12),
        Part::Season(season) => (Digits::known(u16::from(season.first_month())), first, 3),
        Part::Month(month) => (month, first, 1),
        Part::Day { month, day } => (month, day, 0),
    };
    year.values(min, max).flat_map(move |year| {
        month.values(1, 12).flat_map(move |month| {
            day.values(1, 31).filter_map(move |day| span(year, month as u8, day as u8, months_long))
        })
    })
}

/// The run of days that begins with this one and lasts so many months; of none, the day itself.
fn span(year: i32, month: u8, day: u8, months_long: u8) -> Option<(Day, Day)> {
    let first = Day::from_ymd(year, month, day)?;
    if months_long == 0 {
        return Some((first, first));
    }
    let month_after = month + months_long;
    let after = if month_after > 12 {
        Day::from_ymd(year + 1, month_after - 12, 1)
    } else {
        Day::from_ymd(year, month_after, 1)
    };
    Some((first, after?.plus(-1)))
}
