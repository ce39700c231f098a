//! Search by text: over quotations, summaries, names and other spellings. All words must be there; each may be the start of a word.
//! No opinion about ranking: results stay in reading order.

mod fold;
mod letters;

pub use fold::fold;

use crate::model::Entry;
use letters::in_word;

/// What was typed, folded and cut into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// Reads what was typed.
    pub fn new(text: &str) -> Self {
        let folded = fold(text);
        Self {
            words: folded.split(|c: char| !in_word(c)).filter(|w| !w.is_empty()).map(str::to_owned).collect(),
        }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every word stands in the entry, at the start of a word.
    pub fn matches(&self, entry: Entry) -> bool {
        self.is_empty() || {
            let text = haystack(entry);
            self.words.iter().all(|word| starts_a_word(&text, word))
        }
    }
}

/// All that can be found of an entry, folded.
fn haystack(entry: Entry) -> String {
    let mut text = String::new();
    let mut add = |part: &str| {
        text.push_str(part);
        text.push(' ');
    };
    for excerpt in entry.excerpts() {
        add(excerpt.exact());
    }
    for source in entry.sources() {
        add(source.article().outlet());
        source.article().authors().for_each(&mut add);
    }
    add(entry.summary().in_language(0));
    add(entry.place_named());
    for actor in entry.actor().into_iter().chain(entry.according_to()) {
        add(actor.name().in_language(0));
        actor.aliases().for_each(&mut add);
    }
    if let Some(venue) = entry.venue() {
        add(venue.name().in_language(0));
        venue.aliases().for_each(&mut add);
    }
    fold(&text)
}

fn starts_a_word(text: &str, word: &str) -> bool {
    text.split(|c| !in_word(c)).any(|known| known.starts_with(word))
}
