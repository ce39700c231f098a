//! A card: one entry. The open one tells everything; the others are quiet and open on a press.

use atlas::model::{Entry, Excerpt};
use atlas::state::{Action, Report};
use atlas::words::{Key, edtf};
use yew::prelude::*;

use super::parts::{actor_line, date_lines, kind_line, quotation, source_lines};
use crate::context::Context;
use crate::view::element::{all, attrs, class, el, joined, word_if};
use crate::view::entry_word;

/// A quotation of more characters than this is folded in the cards that are not open.
const LONG_CHARS: usize = 185;

/// A card in the list. `place` is its number, from 1, and how many there are.
pub(super) fn card(
    context: &Context,
    entry: Entry,
    report: Report,
    open: bool,
    place: (usize, usize),
) -> Html {
    let id = entry.id();
    let possibly = report == Report::Possibly;
    let long = |excerpt: Excerpt| excerpt.exact().chars().count() > LONG_CHARS;
    let words = [
        "pa-card",
        &entry_word(entry),
        word_if(open, "pa-open"),
        word_if(possibly, "pa-possibly"),
        word_if(entry.excerpts().any(long), "pa-long"),
    ];
    let attributes = attrs! {
        "class": class(&words), "data-entry": id,
        "aria-posinset": place.0.to_string(), "aria-setsize": place.1.to_string(),
        "aria-current": open.then_some("true"),
    };
    let head = attrs! {
        "type": "button", "class": "pa-card-head", "aria-expanded": if open { "true" } else { "false" },
    };
    let date = edtf(&context.cat, entry.date().best_edtf());
    let head = el("button", head)
        .click(context.act(Action::SelectEntry(entry)))
        .with(kind_line(context, entry))
        .with(el("span", attrs! { "class": "pa-date" }).text(date.into()));
    let card = el("li", attributes).key(id).with(el("h2", attrs! {}).with(head));
    let card = if possibly {
        card.with(el("p", attrs! { "class": "pa-quiet" }).text(context.say(Key::AsOfPossibly)))
    } else {
        card
    };
    let shown = if open { usize::MAX } else { 1 };
    let card = card
        .list(entry.excerpts().take(shown).map(|excerpt| quotation(context, excerpt)).collect())
        .with(actor_line(context, entry));
    if !open {
        return card.into();
    }
    card.with(el("p", attrs! { "class": "pa-summary" }).text(context.text(entry.summary())))
        .with(facts(context, entry))
        .with(date_lines(context, entry.date()))
        .list(entry.sources().map(|source| source_lines(context, source)).collect())
        .with(
            el("p", attrs! { "class": "pa-links" })
                .with(el("a", attrs! { "href": joined(&["#", id]) }).text(context.say(Key::Permalink))),
        )
        .into()
}

/// Format of the talks, and the place as the text names it.
pub(crate) fn facts(context: &Context, entry: Entry) -> Html {
    let cat = &context.cat;
    let formats: Vec<&str> =
        entry.formats().map(|format| format.name().in_language(cat.language())).collect();
    let named = entry.place_named();
    let key = if entry.is_venue_implied() { Key::PlaceImplied } else { Key::PlaceNamed };
    let differs = entry.venue().is_some_and(|venue| venue.name().in_language(cat.language()) != named);
    let formats = (!formats.is_empty()).then(|| {
        let words = cat.fill(Key::FormatsAre, &[("formats", &cat.list(Key::ListAnd, &formats))]);
        el("span", attrs! {}).text(words.into()).into()
    });
    let place = differs.then(|| {
        let words = cat.fill(key, &[("place", named)]);
        el("span", attrs! {}).with(el("bdi", attrs! {}).text(words.into())).into()
    });
    if formats.is_none() && place.is_none() {
        return all(Vec::new());
    }
    el("p", attrs! { "class": "pa-facts" }).maybe(formats).maybe(place).into()
}
