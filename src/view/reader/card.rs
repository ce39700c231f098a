//! A card: one entry. The open one tells everything; the others are quiet and open on a press.

use atlas::model::{Entry, Excerpt};
use atlas::state::{Action, Report};
use atlas::words::{Key, edtf};

use super::parts::{actor_line, date_lines, kind_line, open_at, quotation, source_lines};
use crate::view::cite::{Subject, cite_fold};
use crate::view::entry_word;
use crate::view::writer::{Writer, class, joined, tag, word_if};

/// A quotation of more characters than this is folded in the cards that are not open.
const LONG_CHARS: usize = 185;

/// A card in the list. `place` is its number, from 1, and how many there are.
pub(super) fn card(out: &mut Writer, entry: Entry, report: Report, open: bool, place: (usize, usize)) {
    let id = entry.id();
    let possibly = report == Report::Possibly;
    let long = |excerpt: Excerpt| excerpt.exact().chars().count() > LONG_CHARS;
    let words = class(&[
        "pa-card",
        &entry_word(entry),
        word_if(open, "pa-open"),
        word_if(possibly, "pa-possibly"),
        word_if(entry.excerpts().any(long), "pa-long"),
    ]);
    let card = tag!(
        "li", "class": words, "data-entry": id, "aria-posinset": place.0, "aria-setsize": place.1,
        "aria-current": open.then_some("true"),
    );
    out.el(card, |out| {
        out.key(id);
        out.el(tag!("h2"), |out| {
            out.el(tag!("button", "type": "button", "class": "pa-card-head", "aria-expanded": open), |out| {
                out.act(Action::SelectEntry(entry));
                kind_line(out, entry);
                let date = edtf(&out.context.cat, entry.date().best_edtf());
                out.line(tag!("span", "class": "pa-date"), date);
            });
        });
        if possibly {
            out.line(tag!("p", "class": "pa-quiet"), Key::AsOfPossibly);
        }
        if open {
            for excerpt in entry.excerpts() {
                quotation(out, excerpt);
                open_at(out, excerpt);
            }
        } else {
            // The first in which something was found, else the first.
            let has = |excerpt: &Excerpt| !out.sought.found_in(excerpt.exact()).is_empty();
            let shown = entry.excerpts().find(has).or_else(|| entry.excerpts().next());
            shown.into_iter().for_each(|excerpt| quotation(out, excerpt));
        }
        actor_line(out, entry);
        if open {
            let summary = entry.summary().in_language(out.context.cat.language());
            out.el(tag!("p", "class": "pa-summary"), |out| out.found(summary));
            facts(out, entry);
            date_lines(out, None, entry.date());
            for source in entry.sources() {
                source_lines(out, source);
            }
            out.el(tag!("p", "class": "pa-links"), |out| {
                out.line(tag!("a", "href": joined(&["#", id])), Key::Permalink);
            });
            cite_fold(out, Subject::Entry(entry));
        }
    });
}

/// Format of the talks, and the place as the text names it.
pub(crate) fn facts(out: &mut Writer, entry: Entry) {
    let cat = &out.context.cat;
    let formats: Vec<&str> =
        entry.formats().map(|format| format.name().in_language(cat.language())).collect();
    let named = entry.place_named();
    let key = if entry.is_venue_implied() { Key::PlaceImplied } else { Key::PlaceNamed };
    let differs = entry.venue().is_some_and(|venue| venue.name().in_language(cat.language()) != named);
    if formats.is_empty() && !differs {
        return;
    }
    out.el(tag!("p", "class": "pa-facts"), |out| {
        if !formats.is_empty() {
            let words = cat.fill(Key::FormatsAre, &[("formats", &cat.list(Key::ListAnd, &formats))]);
            out.line(tag!("span"), words);
        }
        if differs {
            out.el(tag!("span"), |out| out.line(tag!("bdi"), cat.fill(key, &[("place", named)])));
        }
    });
}
