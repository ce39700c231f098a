//! The order in which a corpus is read: by effective date, latest bound first compared, then earliest, then id.
//! No opinion about what is shown.

use atlas::date::Day;
use atlas::model::Days;

use crate::model::{Article, Entry, Excerpt};

/// What is sorted by: an open end is later than every day, an open beginning earlier.
fn key(days: Days) -> (i32, i32) {
    let (earliest, latest) = days.to_cells();
    (latest as i32, earliest as i32)
}

/// Sorts articles and entries, keeps excerpts with their articles, and renumbers every reference.
pub(crate) fn sort(
    articles: Vec<Article>,
    excerpts: Vec<Excerpt>,
    mut entries: Vec<Entry>,
) -> (Vec<Article>, Vec<Excerpt>, Vec<Entry>) {
    let (articles, article_rows) = sorted(articles, |a, b| {
        (key(a.published.best_days()), &a.id).cmp(&(key(b.published.best_days()), &b.id))
    });
    let mut excerpts = excerpts;
    for excerpt in &mut excerpts {
        renumber(&mut excerpt.article, &article_rows);
    }
    // Stable: the excerpts of an article stay in the order of its file.
    let (excerpts, excerpt_rows) = sorted(excerpts, |a, b| a.article.cmp(&b.article));
    for source in entries.iter_mut().flat_map(|entry| &mut entry.sources) {
        renumber(&mut source.article, &article_rows);
        source.excerpts.iter_mut().for_each(|excerpt| renumber(excerpt, &excerpt_rows));
    }
    entries.sort_by(|a, b| (key(a.date.best_days()), &a.id).cmp(&(key(b.date.best_days()), &b.id)));
    (articles, excerpts, entries)
}

/// The sorted things, and the new number of each old one.
fn sorted<T>(things: Vec<T>, compare: impl Fn(&T, &T) -> std::cmp::Ordering) -> (Vec<T>, Vec<usize>) {
    let mut numbered: Vec<_> = things.into_iter().enumerate().collect();
    numbered.sort_by(|(_, a), (_, b)| compare(a, b));
    let mut rows = vec![0; numbered.len()];
    for (new, (old, _)) in numbered.iter().enumerate() {
        rows[*old] = new;
    }
    (numbered.into_iter().map(|(_, thing)| thing).collect(), rows)
}

fn renumber(number: &mut usize, rows: &[usize]) {
    if let Some(row) = rows.get(*number) {
        *number = *row;
    }
}

/// When the first of these was: the earliest beginning and the earliest end.
pub(crate) fn first_of(days: impl Iterator<Item = Days>) -> Days {
    // `None` sorts before every day, which is right for a beginning without limit and wrong for an end without limit.
    let earlier_end = |a: Option<Day>, b: Option<Day>| a.into_iter().chain(b).min();
    let first = days.reduce(|a, b| Days {
        earliest: a.earliest.min(b.earliest),
        latest: earlier_end(a.latest, b.latest),
    });
    first.unwrap_or(Days { earliest: None, latest: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlas::date::Edtf;

    fn days(edtf: &str) -> Days {
        let bounds = edtf.parse::<Edtf>().unwrap().bounds();
        Days { earliest: bounds.earliest, latest: bounds.latest }
    }

    fn check(reported: &[&str], expected: &str) {
        assert_eq!(first_of(reported.iter().map(|edtf| days(edtf))), days(expected), "{reported:?}");
    }

    #[test]
    fn first_report() {
        check(&["2025-03-05"], "2025-03-05");
        check(&["2025-03-05", "2025-03-04"], "2025-03-04");
        check(&["[2025-03-01..2025-03-09]", "2025-03-05"], "[2025-03-01..2025-03-05]");
        check(&["[..2025-03-09]", "2025-03-05"], "[..2025-03-05]");
        check(&["[2025-03-05..]", "2025-03-06"], "[2025-03-05..2025-03-06]");
        check(&["[2025-03-05..]", "[2025-03-04..]"], "[2025-03-04..]");
    }

    #[test]
    fn order_of_reading() {
        let in_order =
            ["[..2025-03-04]", "2025-03-04", "2025-03-05", "2025-03", "[2025-03-01..]", "[2025-03-02..]"];
        assert!(in_order.is_sorted_by_key(|edtf| key(days(edtf))));
    }
}
