//! The days on which the collection learns something: the first and the last day that an entry may have been reported on.
//! The as-of date steps from one to the next. No opinion about how the date is drawn.

use crate::date::Day;
use crate::model::Corpus;

/// Every such day, in no order, some more than once.
fn days(corpus: Corpus) -> impl Iterator<Item = Day> {
    corpus.entries().flat_map(|entry| {
        let days = entry.reported();
        [days.earliest, days.latest].into_iter().flatten()
    })
}

/// The first and the last such day.
pub fn report_dates(corpus: Corpus) -> Option<(Day, Day)> {
    days(corpus).fold(None, |ends, day| match ends {
        None => Some((day, day)),
        Some((first, last)) => Some((first.min(day), last.max(day))),
    })
}

/// The next such day after `from` (`by` > 0), or the one before. After the last comes `None`, the collection as it is, and before that
/// the last; before the first there is nothing, so it stays.
pub(super) fn step(corpus: Corpus, from: Option<Day>, by: i32) -> Option<Day> {
    match from {
        Some(from) if by > 0 => days(corpus).filter(|day| *day > from).min(),
        Some(from) => days(corpus).filter(|day| *day < from).max().or(Some(from)),
        None if by > 0 => None,
        None => days(corpus).max(),
    }
}
