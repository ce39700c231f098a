//! The venue filter: one chip per venue with its count, the period, and the as-of date. The one selection that everything follows.

use atlas::model::{Venue, VenueKind};
use atlas::state::{Action, State, VenueFilter, View};
use atlas::words::Key;
use yew::prelude::*;

use crate::context::Context;
use crate::view::element::{attrs, class, el, word_if};
use crate::view::timeline::{date_field, period};
use crate::view::venue_word;

/// The filter bar.
pub(crate) fn bar(context: &Context, state: &State, view: &View) -> Html {
    let chip =
        |filter: VenueFilter, id: &'static str, name: AttrValue, venue: Option<Venue>, count: usize| {
            let every = filter == VenueFilter::All;
            let word = if every { "pa-chip-all".into() } else { venue_word(venue) };
            let attributes = attrs! {
                "type": "button", "class": class(&["pa-chip", &word]), "data-venue-chip": id,
                "aria-pressed": if state.venue == filter { "true" } else { "false" },
            };
            let area = venue.is_some_and(|venue| venue.kind() == VenueKind::Area);
            let dot =
                attrs! { "class": class(&["pa-dot", word_if(area, "pa-dot-area")]), "aria-hidden": "true" };
            el("button", attributes)
                .key(id)
                .click(context.act(Action::SelectVenue(filter)))
                .maybe((!every).then(|| el("i", dot).into()))
                .with(el("span", attrs! {}).text(name))
                .with(el("b", attrs! {}).text(context.cat.number(count).into()))
                .into()
        };
    let venues = view.venue_counts.iter().map(|&(venue, count)| {
        chip(VenueFilter::Venue(venue), venue.id(), context.text(venue.short()), Some(venue), count)
    });
    let chips = attrs! { "class": "pa-chips", "role": "group", "aria-label": context.say(Key::FilterLabel) };
    let chips = el("div", chips)
        .with(chip(VenueFilter::All, "all", context.say(Key::All), None, view.total))
        .list(venues.collect())
        .with(chip(VenueFilter::NoVenue, "none", context.say(Key::NoVenue), None, view.no_venue_count));
    el("div", attrs! { "class": "pa-bar" })
        .with(chips)
        .with(period(context, state))
        .maybe(as_of(context, state))
        .into()
}

fn as_of(context: &Context, state: &State) -> Option<Html> {
    if state.pins.as_of.is_some() {
        return None;
    }
    let field = date_field(
        context,
        "pa-as-of",
        Key::AsOfLabel,
        state.chosen_as_of,
        (None, None),
        Callback::from(Action::SetAsOf),
    );
    Some(el("div", attrs! { "class": "pa-as-of" }).with(field).into())
}
