//! Search by text: over quotations, summaries, names and other spellings. All words must be there, each in any of the texts; a phrase
//! in one of them. No opinion about ranking: results stay in reading order.

mod fold;
mod letters;
mod query;
#[cfg(test)]
mod tests;

pub use query::{MAX_QUERY_CHARS, Query};

use crate::model::{Article, Corpus, Entry, Text};
pub(crate) use fold::fold_to;
pub(crate) use query::{Term, is_space};

/// The texts of a corpus with at least so many entries are folded when it is packed; those of a smaller one when they are searched,
/// which is quick enough then and costs no bytes.
pub const PACKED_FROM: usize = 500;

/// Adds texts folded for searching, to what stands in the index of an entry.
pub fn fold_all(out: &mut String, texts: &mut dyn Iterator<Item = &str>) {
    for text in texts {
        fold_to(out, None, text);
        // No phrase goes on in the next.
        out.push('\n');
    }
}

/// Whether each entry, by its row, has all that is asked for; empty where nothing is asked for.
pub fn search(corpus: Corpus, query: &Query) -> Vec<bool> {
    if query.is_empty() {
        return Vec::new();
    }
    // What many entries share is looked at once: actors, then venues, then articles.
    let mut shared = Vec::new();
    corpus.actors().for_each(|one| shared.push(names(one.name(), &mut one.aliases())));
    let venues = shared.len();
    corpus.venues().for_each(|one| shared.push(names(one.name(), &mut one.aliases())));
    let articles = shared.len();
    corpus.articles().for_each(|one| shared.push(published(one)));
    let own: Vec<(&'static [u8], String)> = corpus.entries().map(own).collect();
    let mut found = vec![true; own.len()];
    for ways in query.terms() {
        let is_in = |text: &[u8]| ways.iter().any(|term| term.find(text, 0).is_some());
        let shared: Vec<bool> = shared.iter().map(|text| is_in(text.as_bytes())).collect();
        let has = |from: usize, row: u32| shared.get(from + row as usize) == Some(&true);
        for ((entry, found), (packed, folded)) in corpus.entries().zip(&mut found).zip(&own) {
            *found = *found
                && (entry.venue().is_some_and(|venue| has(venues, venue.row()))
                    || entry.actor().is_some_and(|actor| has(0, actor.row()))
                    || entry.according_to().is_some_and(|actor| has(0, actor.row()))
                    || is_in(packed)
                    || is_in(folded.as_bytes())
                    || entry.sources().any(|source| has(articles, source.article().row())));
        }
    }
    found
}

fn names(name: Text, aliases: &mut dyn Iterator<Item = &'static str>) -> String {
    let mut out = String::new();
    fold_all(&mut out, &mut name.all());
    fold_all(&mut out, aliases);
    out
}

fn published(article: Article) -> String {
    let mut out = String::new();
    fold_all(&mut out, &mut article.authors());
    fold_all(&mut out, &mut Some(article.outlet()).into_iter());
    out
}

/// What is an entry's alone: as it was packed, or folded now.
fn own(entry: Entry) -> (&'static [u8], String) {
    let (packed, mut out) = (entry.folded(), String::new());
    if packed.is_empty() {
        fold_all(&mut out, &mut entry.excerpts().map(|excerpt| excerpt.exact()));
        fold_all(&mut out, &mut entry.summary().all());
        fold_all(&mut out, &mut Some(entry.place_named()).into_iter());
    }
    (packed, out)
}
