//! Dates in words. An interval *lasted*; a set is *one day that is not known*; the two never read alike.
//! No opinion about how a date is known.

use super::{Catalogue, Key};
use crate::date::{Day, Part, Precision, Qualification, Reading, Role};
use crate::decimal::whole;
use crate::model::{Days, Written};
use crate::state::Period;

/// A day: "5 March 2025".
pub fn day(cat: &Catalogue, day: Day) -> String {
    let (year, month, number) = day.ymd();
    let (number, month, year) = (whole(number.into()), month_name(cat, month), whole(year.into()));
    cat.fill(Key::DateDay, &[("d", &number), ("month", month), ("y", &year)])
}

/// A day without its year: "5 March".
pub fn day_short(cat: &Catalogue, day: Day) -> String {
    let (_, month, number) = day.ymd();
    cat.fill(Key::DateDayMonth, &[("d", &whole(number.into())), ("month", month_name(cat, month))])
}

/// The month of a day: "March 2025".
pub fn month_year(cat: &Catalogue, day: Day) -> String {
    let (year, month, _) = day.ymd();
    cat.fill(Key::DateMonth, &[("month", month_name(cat, month)), ("y", &whole(year.into()))])
}

/// What is known of one day: "5 March 2025", "between 6 and 8 August 2025", "by 2 June 2025", "date unknown".
pub fn date_range(cat: &Catalogue, days: Days) -> String {
    match (days.earliest, days.latest) {
        (Some(a), Some(b)) if a == b => day(cat, a),
        (Some(a), Some(b)) => between(cat, a, b),
        (None, Some(b)) => cat.fill(Key::DateBy, &[("b", &day(cat, b))]),
        (Some(a), None) => cat.fill(Key::DateSince, &[("a", &day(cat, a))]),
        (None, None) => cat.get(Key::DateUnknown).to_owned(),
    }
}

/// A period: "from 5 March 2025 to 2 June 2025", "until 2 June 2025"; `None` for all of time.
pub fn period(cat: &Catalogue, period: Period) -> Option<String> {
    let (key, a, b) = match (period.from, period.to) {
        (None, None) => return None,
        (Some(a), Some(b)) if a == b => return Some(day(cat, a)),
        (Some(a), Some(b)) => (Key::DateInterval, a, b),
        (Some(a), None) => (Key::DateFrom, a, a),
        (None, Some(b)) => (Key::DateUntil, b, b),
    };
    Some(cat.fill(key, &[("a", &day(cat, a)), ("b", &day(cat, b))]))
}

/// Whole months between two days, at least one.
pub fn months_between(from: Day, to: Day) -> usize {
    let ((y0, m0, _), (y1, m1, _)) = (from.ymd(), to.ymd());
    let months = (i64::from(y1) * 12 + i64::from(m1)) - (i64::from(y0) * 12 + i64::from(m0));
    months.max(1) as usize
}

/// A date in words.
pub fn edtf(cat: &Catalogue, date: Written) -> String {
    reading(cat, &date.reading())
}

/// What a date says, in words.
pub fn reading(cat: &Catalogue, reading: &Reading) -> String {
    let fill = |key, name, part| cat.fill(key, &[(name, &date(cat, part))]);
    let both = |key, a, b| cat.fill(key, &[("a", &date(cat, a)), ("b", &date(cat, b))]);
    let mut words = Vec::new();
    let mut rest = reading.parts();
    while let [part, after @ ..] = rest {
        rest = after;
        let next = after.first().filter(|next| matches!(next.role, Role::End | Role::To));
        words.push(match (part.role, next) {
            (Role::Start, None) => fill(Key::DateFrom, "a", part),
            (Role::End, _) => fill(Key::DateUntil, "b", part),
            (Role::From, None) => fill(Key::DateSince, "a", part),
            (Role::To, _) => fill(Key::DateBy, "b", part),
            (Role::Alone | Role::Member, _) => date(cat, part),
            (Role::Start | Role::From, Some(next)) => {
                rest = rest.get(1..).unwrap_or_default();
                match (part.precision, next.precision) {
                    _ if part.role == Role::Start => both(Key::DateInterval, part, next),
                    (Precision::Day, Precision::Day) => between(cat, part.first, next.last),
                    _ => both(Key::DateBetween, part, next),
                }
            }
        });
    }
    if words.is_empty() { cat.get(Key::DateUnknown).to_owned() } else { cat.list(Key::ListOr, &words) }
}

/// "between 6 and 8 August 2025": what the two days share is said once.
fn between(cat: &Catalogue, a: Day, b: Day) -> String {
    let ((ya, ma, da), (yb, mb, _)) = (a.ymd(), b.ymd());
    let first = match (ya == yb, ma == mb) {
        (true, true) => whole(da.into()),
        (true, false) => day_short(cat, a),
        _ => day(cat, a),
    };
    cat.fill(Key::DateBetween, &[("a", &first), ("b", &day(cat, b))])
}

fn date(cat: &Catalogue, it: &Part) -> String {
    let year = whole(it.first.ymd().0.into());
    let plain = match it.precision {
        Precision::Day => day(cat, it.first),
        Precision::Month => month_year(cat, it.first),
        Precision::Year => year,
        Precision::Decade => cat.fill(Key::DateDecade, &[("y", &year)]),
        Precision::Season => {
            let season = it.season.map_or("", |season| match season.code() {
                21 => "spring",
                22 => "summer",
                23 => "autumn",
                _ => "winter",
            });
            cat.fill(Key::DateMonth, &[("month", cat.of(Key::Season, season)), ("y", &year)])
        }
        Precision::Century | Precision::Partial => between(cat, it.first, it.last),
    };
    let qualify = |key| cat.fill(key, &[("date", &plain)]);
    match it.qualification {
        Qualification::Plain => plain,
        Qualification::Approximate => qualify(Key::DateAround),
        Qualification::Uncertain => qualify(Key::DatePerhaps),
        Qualification::Both => qualify(Key::DatePerhapsAround),
    }
}

fn month_name(cat: &Catalogue, month: u8) -> &str {
    const WORDS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    cat.of(Key::Month, WORDS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default())
}

impl Catalogue {
    /// "a", "a and b", "a, b and c": the last two joined by the words of `last`, the others by the list separator.
    pub fn list<S: AsRef<str>>(&self, last: Key, items: &[S]) -> String {
        match items {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [head @ .., tail] => {
                let separator = self.get(Key::ListSeparator);
                let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
                self.fill(last, &[("a", &head.join(separator)), ("b", tail.as_ref())])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::date::{Edtf, Reading};
    use crate::words::catalogue::english;

    #[test]
    fn words_of_edtf() {
        let cat = english();
        let check = |text: &str, expected: &str| {
            let edtf: Edtf = text.parse().unwrap();
            assert_eq!(super::reading(&cat, &Reading::from(&edtf)), expected, "{text}");
        };
        check("2025-03-05", "5 March 2025");
        check("2025-03", "March 2025");
        check("2025", "2025");
        check("202X", "2020s");
        check("2025-22", "summer 2025");
        check("2025-03~", "around March 2025");
        check("2025?", "perhaps 2025");
        check("2025%", "perhaps around 2025");
        check("2025-02-2X", "one day between 20 and 28 February 2025");
        check("2014/2015", "from 2014 to 2015");
        check("2025-05/..", "from May 2025");
        check("../2015", "until 2015");
        check("[2025-08-06..2025-08-08]", "one day between 6 and 8 August 2025");
        check("[2025-05-23..2025-12-26]", "one day between 23 May and 26 December 2025");
        check("[2024-12-30..2025-01-02]", "one day between 30 December 2024 and 2 January 2025");
        check("[..2015]", "by 2015");
        check("[2025-01..]", "January 2025 or later");
        check("[2022-02-04,2022-02-11,2022-02-18]", "4 February 2022, 11 February 2022 or 18 February 2022");
    }
}
