//! Before, after, within: relations between dates that are known only in part.
//!
//! Each is three-valued, told by two questions. *Surely* asks whether it holds for every day that the dates
//! can mean, *possibly* whether it holds for at least one. Surely and possibly: yes. Possibly, not surely:
//! it cannot be told. Neither: no.
//!
//! - Before and after compare days strictly; `surely_before(a, b)` is `surely_after(b, a)`, and the same with
//!   *possibly*. Of an interval each of its days counts, since it lasted through all of them.
//! - *Surely within* a period needs every day inside, of an interval because it lasted, of a set because
//!   its day may be any of them.
//! - *Possibly within* holds for an interval that overlaps the period, and for a date or set when a day
//!   that it can mean lies inside: `[2025-02-01,2025-02-28]` is not possibly within mid-February.
//!
//! A side without limit is never surely, and always possibly, on the far side of a day. A period whose end
//! is before its start contains nothing. Qualifications are not weighed, see [`Bounds`]: what is said here
//! holds for the dates as they are written.

use super::bounds::spans;
use super::{Bounds, Date, Day, Edtf, Member};

impl Bounds {
    /// Whether every day of this is before every day of the other.
    pub fn surely_before(self, other: Self) -> bool {
        self.latest.zip(other.earliest).is_some_and(|(a, b)| a < b)
    }

    /// Whether some day of this is before some day of the other.
    pub fn possibly_before(self, other: Self) -> bool {
        self.earliest.zip(other.latest).is_none_or(|(a, b)| a < b)
    }

    /// Whether every day of this is after every day of the other.
    pub fn surely_after(self, other: Self) -> bool {
        other.surely_before(self)
    }

    /// Whether some day of this is after some day of the other.
    pub fn possibly_after(self, other: Self) -> bool {
        other.possibly_before(self)
    }

    /// Whether every day of this is from `from` to `to`, both included.
    pub fn surely_within(self, from: Day, to: Day) -> bool {
        self.earliest.is_some_and(|earliest| earliest >= from)
            && self.latest.is_some_and(|latest| latest <= to)
            && from <= to
    }

    /// Whether the bounds share a day with the period from `from` to `to`, both included. For what lies
    /// between the bounds ask [`Edtf::possibly_within`]: a list of days may have none in a period that it
    /// spans.
    pub fn overlaps(self, from: Day, to: Day) -> bool {
        self.earliest.is_none_or(|earliest| earliest <= to)
            && self.latest.is_none_or(|latest| latest >= from)
            && from <= to
    }
}

impl Edtf {
    /// Whether every day of this is before every day of the other.
    pub fn surely_before(&self, other: &Self) -> bool {
        self.bounds().surely_before(other.bounds())
    }

    /// Whether some day of this is before some day of the other.
    pub fn possibly_before(&self, other: &Self) -> bool {
        self.bounds().possibly_before(other.bounds())
    }

    /// Whether every day of this is after every day of the other.
    pub fn surely_after(&self, other: &Self) -> bool {
        self.bounds().surely_after(other.bounds())
    }

    /// Whether some day of this is after some day of the other.
    pub fn possibly_after(&self, other: &Self) -> bool {
        self.bounds().possibly_after(other.bounds())
    }

    /// Whether every day of this is from `from` to `to`, both included.
    pub fn surely_within(&self, from: Day, to: Day) -> bool {
        self.bounds().surely_within(from, to)
    }

    /// Whether a day that this can mean is from `from` to `to`, both included; of an interval, whether it
    /// overlaps that period.
    pub fn possibly_within(&self, from: Day, to: Day) -> bool {
        match self {
            Edtf::Date(date) => date.possibly_within(from, to),
            Edtf::Interval { .. } => self.bounds().overlaps(from, to),
            Edtf::OneOf(members) => members.iter().any(|member| match member {
                Member::Date(date) => date.possibly_within(from, to),
                Member::Range { .. } => member.bounds().overlaps(from, to),
            }),
        }
    }
}

impl Date {
    fn possibly_within(&self, from: Day, to: Day) -> bool {
        if from > to || self.first() > to || self.last() < from {
            return false;
        }
        // A winter reaches into the year after its own.
        let (min, max) = (from.ymd().0 - 1, to.ymd().0);
        spans(self.year(), self.part(), min, max).any(|(first, last)| first <= to && last >= from)
    }
}
