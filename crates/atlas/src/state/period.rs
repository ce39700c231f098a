//! The period that the reader asks for: two days, either of which may be left out, and how surely an entry has to lie between them.
//! No opinion about how it is chosen.

use crate::date::Day;
use crate::model::Days;

/// A period; without days, all of time. Both days belong to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// Not before.
    pub from: Option<Day>,
    /// Not after.
    pub to: Option<Day>,
    /// Whether every possible day has to lie within, not just one.
    pub surely: bool,
}

impl Period {
    /// Whether it leaves anything out.
    pub fn is_all(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether something that was, or lasted, on `days` lies within.
    pub fn holds(self, days: Days) -> bool {
        let no_later = |a: Option<Day>, b: Option<Day>| a.zip(b).is_none_or(|(a, b)| a <= b);
        if self.surely {
            // A side without limit lies within only where the period has none either.
            let inside = |limit: Option<Day>, day: Option<Day>| limit.is_none() || day.is_some();
            inside(self.from, days.earliest)
                && inside(self.to, days.latest)
                && no_later(self.from, days.earliest)
                && no_later(days.latest, self.to)
        } else {
            no_later(self.from, days.latest) && no_later(days.earliest, self.to)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Days without limit reach this far here.
    const FAR: i32 = 60;

    fn day() -> impl Strategy<Value = Option<i32>> {
        prop::option::of(-20_i32..20)
    }

    proptest! {
        #[test]
        fn as_counted_day_by_day(a in day(), b in day(), from in day(), to in day()) {
            let ordered = |a: Option<i32>, b: Option<i32>| match (a, b) {
                (Some(x), Some(y)) if x > y => (b, a),
                _ => (a, b),
            };
            let ((a, b), (from, to)) = (ordered(a, b), ordered(from, to));
            let days = Days { earliest: a.map(Day::new), latest: b.map(Day::new) };
            let within = |day: i32| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to);
            let mut possible = a.unwrap_or(-FAR)..=b.unwrap_or(FAR);
            let period = Period { from: from.map(Day::new), to: to.map(Day::new), surely: false };
            prop_assert_eq!(period.holds(days), possible.clone().any(within));
            prop_assert_eq!(Period { surely: true, ..period }.holds(days), possible.all(within));
        }
    }
}
