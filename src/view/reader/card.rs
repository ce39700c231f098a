//! A card: one entry. The open one tells everything; the others are quiet and open on a press.

use atlas::model::Entry;
use atlas::state::{Action, Report};
use atlas::words::{Key, edtf};
use yew::prelude::*;

use super::parts::{actor_line, date_lines, kind_line, quotation, source_lines};
use crate::context::Context;
use crate::view::entry_class;

/// A card in the list. `place` is its number, from 1, and how many there are.
pub(super) fn card(
    context: &Context,
    entry: Entry,
    report: Report,
    open: bool,
    place: (usize, usize),
) -> Html {
    let cat = &context.cat;
    let class = classes!(
        "pa-card",
        entry_class(entry),
        open.then_some("pa-open"),
        (report == Report::Possibly).then_some("pa-possibly")
    );
    let date = edtf(cat, entry.date().best_edtf());
    let choose = context.on(move || Action::SelectEntry(entry));
    let (position, total) = (place.0.to_string(), place.1.to_string());
    let long = |excerpt: atlas::model::Excerpt| excerpt.exact().chars().count() > 185;
    let class = classes!(class, entry.excerpts().any(long).then_some("pa-long"));
    html! {
        <li
            key={entry.id()} {class} data-entry={entry.id()} aria-posinset={position} aria-setsize={total}
            aria-current={open.then_some("true")}
        >
            <h2>
                <button type="button" class="pa-card-head" aria-expanded={open.to_string()} onclick={choose}>
                    { kind_line(context, entry) }<span class="pa-date">{ date }</span>
                </button>
            </h2>
            if report == Report::Possibly { <p class="pa-quiet">{ context.say(Key::AsOfPossibly) }</p> }
            if open {
                { for entry.excerpts().map(|excerpt| quotation(context, excerpt)) }
                { actor_line(context, entry) }
                <p class="pa-summary">{ context.text(entry.summary()) }</p>
                { facts(context, entry) }
                { date_lines(context, entry.date()) }
                { for entry.sources().map(|source| source_lines(context, source)) }
                <p class="pa-links"><a href={format!("#{}", entry.id())}>{ context.say(Key::Permalink) }</a></p>
            } else {
                { for entry.excerpts().take(1).map(|excerpt| quotation(context, excerpt)) }
                { actor_line(context, entry) }
            }
        </li>
    }
}

/// Format of the talks, and the place as the text names it.
pub(crate) fn facts(context: &Context, entry: Entry) -> Html {
    let cat = &context.cat;
    let formats: Vec<&str> =
        entry.formats().map(|format| format.name().in_language(cat.language())).collect();
    let named = entry.place_named();
    let key = if entry.is_venue_implied() { Key::PlaceImplied } else { Key::PlaceNamed };
    let differs = entry.venue().is_some_and(|venue| venue.name().in_language(cat.language()) != named);
    html! {
        <p class="pa-facts">
            if !formats.is_empty() { <span>{ cat.fill(Key::FormatsAre, &[("formats", &cat.list(Key::ListAnd, &formats))]) }</span> }
            if differs { <span><bdi>{ cat.fill(key, &[("place", named)]) }</bdi></span> }
        </p>
    }
}
