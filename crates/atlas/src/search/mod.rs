//! Search by text: over quotations, summaries, names and other spellings. All words must be there, each in any of the texts; a phrase
//! in one of them. No opinion about ranking: results stay in reading order.

mod fold;
mod letters;
mod query;
#[cfg(test)]
mod tests;

pub use query::{MAX_QUERY_CHARS, Query};

use crate::model::{Corpus, Entry};
use fold::fold_to;
use query::Term;

/// The texts of a corpus with at least so many entries are folded when it is packed; those of a smaller one when they are searched,
/// which is quick enough then and costs no bytes.
pub const PACKED_FROM: usize = 500;

/// Texts that belong to one entry, folded for searching: the index.
pub fn folded<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for text in texts {
        fold_to(&mut out, None, text);
        // No phrase goes on in the next.
        out.push('\n');
    }
    out
}

/// Whether each entry, by its row, has all that is asked for; empty where nothing is asked for.
pub fn search(corpus: Corpus, query: &Query) -> Vec<bool> {
    let mut found = Vec::new();
    if query.is_empty() {
        return found;
    }
    // What many entries share is looked at once.
    let actors: Vec<String> =
        corpus.actors().map(|one| folded(one.name().all().chain(one.aliases()))).collect();
    let venues: Vec<String> =
        corpus.venues().map(|one| folded(one.name().all().chain(one.aliases()))).collect();
    let articles: Vec<String> =
        corpus.articles().map(|one| folded(one.authors().chain(Some(one.outlet())))).collect();
    let own: Vec<(&'static [u8], String)> = corpus.entries().map(own).collect();
    found.resize(own.len(), true);
    for term in query.terms() {
        let [actors, venues, articles] = [&actors, &venues, &articles].map(|texts| having(term, texts));
        let has = |rows: &[bool], row: u32| rows.get(row as usize) == Some(&true);
        for ((entry, found), (packed, folded)) in corpus.entries().zip(&mut found).zip(&own) {
            *found = *found
                && (entry.venue().is_some_and(|venue| has(&venues, venue.row()))
                    || entry.actor().is_some_and(|actor| has(&actors, actor.row()))
                    || entry.according_to().is_some_and(|actor| has(&actors, actor.row()))
                    || term.find(packed, 0).is_some()
                    || term.find(folded.as_bytes(), 0).is_some()
                    || entry.sources().any(|source| has(&articles, source.article().row())));
        }
    }
    found
}

/// What is an entry's alone: as it was packed, or folded now.
fn own(entry: Entry) -> (&'static [u8], String) {
    let packed = entry.folded();
    if !packed.is_empty() {
        return (packed, String::new());
    }
    let excerpts = entry.excerpts().map(|excerpt| excerpt.exact());
    (&[], folded(excerpts.chain(entry.summary().all()).chain(Some(entry.place_named()))))
}

fn having(term: &Term, texts: &[String]) -> Vec<bool> {
    texts.iter().map(|text| term.find(text.as_bytes(), 0).is_some()).collect()
}
