//! The fields of an EDTF date: years and numbers with digits left unspecified, seasons, times of day.
//!
//! They say what was written; which days that can mean is the matter of [`bounds`](super::Bounds).

/// A number some of whose decimal digits may be unspecified (`X`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Digits {
    /// The value with 0 for every unspecified digit.
    lowest: u16,
    /// Bit `n` is set when the digit worth `10^n` is unspecified.
    unspecified: u8,
}

/// The year of a date, astronomical: year 0 precedes year 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Year {
    /// A year fully given. Beyond four digits it is written with `Y`.
    Known(i32),
    /// A year of four digits, at least one of them unspecified.
    Unspecified {
        /// Whether a minus sign precedes the digits.
        negative: bool,
        /// The digits without the sign.
        digits: Digits,
    },
}

/// A season as EDTF numbers them, 21 to 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A time of day as written after a date. It is kept for printing and never computed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 60; the last is a leap second.
    pub second: u8,
    /// What follows the seconds.
    pub zone: Zone,
}

/// The zone of a [`Time`], as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Nothing: local time.
    Local,
    /// `Z`.
    Utc,
    /// Whole hours from UTC: `-04`.
    Hours(i8),
    /// Hours and minutes from UTC, in minutes: `+04:30`.
    Minutes(i16),
}

impl Digits {
    /// The value, if every digit is given.
    pub const fn value(self) -> Option<u16> {
        if self.unspecified == 0 { Some(self.lowest) } else { None }
    }

    /// The smallest number that the digits can be.
    pub const fn lowest(self) -> u16 {
        self.lowest
    }

    /// The largest number that the digits can be.
    pub fn highest(self) -> u16 {
        self.lowest + self.places().map(|place| 9 * 10u16.pow(place)).sum::<u16>()
    }

    /// Whether the digit worth `10^place` is unspecified.
    pub const fn is_unspecified(self, place: u32) -> bool {
        place < 8 && self.unspecified >> place & 1 == 1
    }

    /// Whether the digits can be this number.
    pub fn matches(self, number: u16) -> bool {
        let masked =
            self.places().map(|place| number / 10u16.pow(place) % 10 * 10u16.pow(place)).sum::<u16>();
        number - masked == self.lowest
    }

    /// A number of `places` digits, the first of them worth most; `None` is an unspecified digit. At most
    /// four digits.
    pub(super) fn new(places: &[Option<u8>]) -> Self {
        let shift = |digits: Digits, place: &Option<u8>| Digits {
            lowest: digits.lowest * 10 + u16::from(place.unwrap_or(0)),
            unspecified: digits.unspecified << 1 | u8::from(place.is_none()),
        };
        places.iter().fold(Digits::known(0), shift)
    }

    pub(super) const fn known(value: u16) -> Self {
        Digits { lowest: value, unspecified: 0 }
    }

    /// The numbers from `min` to `max` that the digits can be, ascending.
    pub(super) fn values(self, min: u16, max: u16) -> impl DoubleEndedIterator<Item = u16> {
        (self.lowest.max(min)..=self.highest().min(max)).filter(move |&number| self.matches(number))
    }

    fn places(self) -> impl Iterator<Item = u32> {
        (0..4).filter(move |&place| self.is_unspecified(place))
    }
}

impl Year {
    /// The year, if it is fully given.
    pub const fn value(self) -> Option<i32> {
        match self {
            Year::Known(year) => Some(year),
            Year::Unspecified { .. } => None,
        }
    }

    /// The earliest and the latest year it can be.
    pub fn range(self) -> (i32, i32) {
        match self {
            Year::Known(year) => (year, year),
            Year::Unspecified { negative: false, digits } => {
                (i32::from(digits.lowest()), i32::from(digits.highest()))
            }
            // There is no year -0000.
            Year::Unspecified { negative: true, digits } => {
                (-i32::from(digits.highest()), -i32::from(digits.lowest().max(1)))
            }
        }
    }

    /// The years from `min` to `max` that it can be, ascending.
    pub(super) fn values(self, min: i32, max: i32) -> impl DoubleEndedIterator<Item = i32> {
        let (earliest, latest) = self.range();
        (earliest.max(min)..=latest.min(max)).filter(move |&year| match self {
            Year::Known(_) => true,
            Year::Unspecified { digits, .. } => {
                u16::try_from(year.unsigned_abs()).is_ok_and(|magnitude| digits.matches(magnitude))
            }
        })
    }
}

impl Season {
    /// The number that stands in place of the month.
    pub const fn code(self) -> u8 {
        match self {
            Season::Spring => 21,
            Season::Summer => 22,
            Season::Autumn => 23,
            Season::Winter => 24,
        }
    }

    /// The first of the three months that the season is taken to last; see [`Bounds`](super::Bounds).
    pub(super) const fn first_month(self) -> u8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}
