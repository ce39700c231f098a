//! The pages beside a record that is too large for one page: all entries of one venue and one year. No opinion about where they lie.

use atlas::model::{Corpus, Entry, Venue};
use atlas::words::{Catalogue, Key};
use yew::prelude::*;

use super::entries::whole;
use super::notes::articles;
use crate::context::Context;

/// The entries of one venue, or of none, and one year, in the order of the corpus.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf {
    /// The venue, if the entries name one.
    pub venue: Option<Venue>,
    /// The latest year that is possible, else the earliest; none where the date is unknown.
    pub year: Option<i32>,
    /// The entries.
    pub entries: Vec<Entry>,
}

impl Shelf {
    /// The year in words.
    pub fn year_in_words(&self, cat: &Catalogue) -> String {
        self.year.map_or_else(|| cat.get(Key::DateUnknown).to_owned(), |year| year.to_string())
    }

    /// The file that holds it.
    pub fn file_name(&self) -> String {
        let year = self.year.map_or_else(|| "undated".to_owned(), |year| year.to_string());
        format!("{}-{year}.html", self.venue.map_or("none", Venue::id))
    }
}

/// Every entry of a corpus on its shelf: by venue in the order of the corpus, then by year.
pub(super) fn shelves(corpus: Corpus) -> Vec<Shelf> {
    let mut shelves: Vec<Shelf> = Vec::new();
    for venue in corpus.venues().map(Some).chain([None]) {
        let of_venue = shelves.len();
        for entry in corpus.entries().filter(|entry| entry.venue() == venue) {
            let days = entry.date().days();
            let year = days.latest.or(days.earliest).map(|day| day.ymd().0);
            let held = shelves.iter_mut().skip(of_venue).find(|shelf| shelf.year == year);
            match held {
                Some(shelf) => shelf.entries.push(entry),
                None => shelves.push(Shelf { venue, year, entries: vec![entry] }),
            }
        }
        if let Some(of_venue) = shelves.get_mut(of_venue..) {
            of_venue.sort_by_key(|shelf| shelf.year);
        }
    }
    shelves
}

/// The inside of such a page.
pub(super) fn page(context: &Context, shelf: &Shelf) -> Html {
    html! { <>
        <section class="pa-record-part"><ol>{ for shelf.entries.iter().map(|entry| whole(context, *entry)) }</ol></section>
        { articles(context, shelf.entries.iter().copied()) }
    </> }
}
