//! The excerpts of one article against its text or, without it, against the lock. No opinion about TOML.

use std::ops::Range;

use crate::files::Place;
use crate::limits;
use crate::locate::{Quote, Text};
use crate::lock::{FILE, LockedArticle, LockedExcerpt, RELOCK, sha256};
use crate::model::Limits;
use crate::problem::{Problem, Problems};

/// What the excerpts of an article are held against.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Evidence<'a> {
    /// Its text.
    Text(&'a Text<'a>),
    /// What the lock says of it.
    Lock(&'a LockedArticle),
    /// Nothing, because of a problem that was reported.
    Nothing,
}

/// One quotation of an article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'a> {
    pub(crate) id: &'a str,
    /// Of the whole excerpt.
    pub(crate) place: Place,
    pub(crate) quote: &'a Quote,
}

/// Checks every quotation, then how many words they are together. Gives the article's part of a new lock.
pub(crate) fn check(
    quotes: &[Named<'_>],
    evidence: Evidence<'_>,
    body: &[String],
    article: Place,
    limits: Option<&Limits>,
    problems: &Problems,
) -> LockedArticle {
    let mut locked = LockedArticle { body: body.to_vec(), ..LockedArticle::default() };
    match evidence {
        Evidence::Text(text) => {
            locked.source = sha256(&text.file.text);
            locked.body_words = text.body_words();
        }
        Evidence::Lock(lock) => locked.body_words = lock.body_words,
        Evidence::Nothing => return locked,
    }
    let mut found: Vec<(Range<usize>, &Named<'_>)> = Vec::new();
    for named in quotes {
        let (quote, id) = (named.quote, named.id);
        let range = match evidence {
            Evidence::Text(text) => text.locate(quote, problems),
            Evidence::Lock(lock) => lock.find(id, &quote.exact.value, quote.exact.place, problems),
            Evidence::Nothing => None,
        };
        let Some(range) = range else { continue };
        locked.insert(id, LockedExcerpt::new(&range, &quote.exact.value));
        found.push((range, named));
    }
    report_twins(&mut found, problems);
    let in_body = found.iter().filter(|(_, named)| !named.quote.is_headline);
    let in_body: Vec<_> =
        in_body.map(|(range, named)| (range.clone(), named.quote.exact.value.as_str())).collect();
    if let Some(limits) = limits {
        limits::check(article, limits::quoted_words(&in_body), locked.body_words, limits, problems);
    }
    locked
}

/// Reports excerpts that are the same words at the same place.
fn report_twins(found: &mut [(Range<usize>, &Named<'_>)], problems: &Problems) {
    found.sort_by_key(|(range, named)| (range.start, range.end, named.place));
    for pair in found.windows(2) {
        if let [(first, one), (second, two)] = pair
            && first == second
        {
            let problem = Problem::at(two.quote.exact.place, "two excerpts are the same words of the source");
            let problem = problem.also(one.quote.exact.place, format!("the first, `{}`", one.id));
            problems.add(problem.help("keep one and name it in every entry that needs it"));
        }
    }
}

/// Finds an article in the lock; reports where it is not, or was locked with another body.
pub(crate) fn find_locked<'a>(
    lock: Option<&'a crate::lock::Lock>,
    id: &str,
    (id_place, body_place): (Place, Place),
    body: &[String],
    problems: &Problems,
) -> Evidence<'a> {
    // Without a lock there is one problem, not one for each article.
    let Some(lock) = lock else { return Evidence::Nothing };
    let (place, message) = match lock.article.get(id) {
        Some(locked) if locked.body == body => return Evidence::Lock(locked),
        Some(_) => (body_place, format!("the body of `{id}` was altered since it was last checked")),
        None => (
            id_place,
            format!("the article `{id}` was never checked against its source: {FILE} has no such id"),
        ),
    };
    problems.add(Problem::at(place, message).help(RELOCK));
    Evidence::Nothing
}
