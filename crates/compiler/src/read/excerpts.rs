//! The excerpts of an article file. No opinion about whether they stand in the text.

use super::{Known, declare_link};
use crate::files::Place;
use crate::locate::Quote;
use crate::model::{At, Excerpt, Limits};
use crate::problem::{Problem, Problems};
use crate::table::{Table, Value};
use crate::text::words;

/// An excerpt as far as it could be read.
#[derive(Debug)]
pub(super) struct ExcerptRead {
    pub(super) id: Option<At<String>>,
    pub(super) place: Place,
    pub(super) quote: Option<Quote>,
    pub(super) excerpt: Option<Excerpt>,
}

/// Characters of context at most, before and after.
const CONTEXT: usize = 32;

/// Reads one `[[excerpt]]` of article number `article` and declares it.
pub(super) fn read(
    mut table: Table<'_>,
    article: usize,
    limits: Option<&Limits>,
    known: &mut Known,
    problems: &Problems,
) -> ExcerptRead {
    let place = table.place;
    let id = declare_link(&mut table, known, problems);
    known.excerpts.insert(id.as_ref());
    let exact =
        table.required("exact").and_then(Value::string).filter(|exact| is_quotable(exact, limits, problems));
    let key = table.required("key").and_then(Value::string);
    let prefix = context(&mut table, "prefix", problems);
    let suffix = context(&mut table, "suffix", problems);
    let repeated_at = table.optional("repeated");
    let repeated = repeated_at.map_or(Some(false), Value::bool);
    let headline = table.optional("headline").map_or(Some(false), Value::bool);
    table.finish();
    let key = exact.as_ref().zip(key).and_then(|(exact, key)| find_key(exact, &key, problems));
    let build = || {
        let (exact, prefix, suffix, is_headline) = (exact?, prefix?, suffix?, headline?);
        let excerpt = |id: &At<String>| {
            let context =
                |at: &Option<At<String>>| at.as_ref().map(|at| at.value.clone()).unwrap_or_default();
            Some(Excerpt {
                id: id.value.clone(),
                article,
                exact: exact.value.clone(),
                key: key?,
                prefix: context(&prefix),
                suffix: context(&suffix),
                is_headline,
            })
        };
        let excerpt = id.as_ref().and_then(excerpt);
        let repeated = repeated_at.filter(|_| repeated == Some(true)).map(|value| value.place);
        Some((Quote { exact, prefix, suffix, repeated, is_headline }, excerpt))
    };
    let (quote, excerpt) = build().map_or((None, None), |(quote, excerpt)| (Some(quote), excerpt));
    ExcerptRead { id, place, quote, excerpt: excerpt.filter(|_| repeated.is_some()) }
}

/// Whether the words may stand on their own: not too many, and on one line. Too many words can still be located.
fn is_quotable(exact: &At<String>, limits: Option<&Limits>, problems: &Problems) -> bool {
    let count = words(&exact.value);
    if let Some(limit) = limits.map(|limits| limits.excerpt_words).filter(|&limit| count > limit as usize) {
        let problem =
            Problem::at(exact.place, format!("the excerpt has {count} words; the limit is {limit}"));
        problems.add(problem.help("shorten it, or make two excerpts of it with a gap between them"));
    }
    let is_one_line = !exact.value.contains('\n');
    if !is_one_line {
        let problem = Problem::at(exact.place, "the excerpt runs over a line break");
        problems
            .add(problem.help("an excerpt stands within one line; quote the lines as excerpts of their own"));
    }
    is_one_line
}

fn find_key(exact: &At<String>, key: &At<String>, problems: &Problems) -> Option<std::ops::Range<usize>> {
    let mut found = exact.value.match_indices(&key.value).map(|(at, _)| at..at + key.value.len());
    let problem = match (found.next(), found.next()) {
        (Some(only), None) => return Some(only),
        (None, _) => {
            let problem = Problem::at(key.place, "the key phrase is not in the excerpt");
            match crate::nearest::find(&exact.value, &key.value) {
                Some(nearest) => nearest.differences.into_iter().fold(problem, Problem::note),
                None => problem,
            }
        }
        (Some(_), Some(_)) => Problem::at(key.place, "the key phrase stands more than once in the excerpt"),
    };
    let problem = problem.also(exact.place, "the excerpt");
    problems.add(problem.help("choose words that stand exactly once in `exact`"));
    None
}

/// `Some(None)` where it is left out, `None` where it is malformed.
fn context(table: &mut Table<'_>, key: &'static str, problems: &Problems) -> Option<Option<At<String>>> {
    let Some(value) = table.optional(key) else { return Some(None) };
    let text = value.verbatim()?;
    let count = text.value.chars().count();
    if count > CONTEXT {
        let problem =
            Problem::at(text.place, format!("`{key}` has {count} characters; the limit is {CONTEXT}"));
        problems.add(problem.help("the few characters that tell the places apart are enough"));
    }
    Some(Some(text))
}
