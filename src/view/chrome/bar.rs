//! The venue filter: one chip per venue with its count, the facets, the period, and the as-of date. The one selection that everything follows.

use atlas::model::{Venue, VenueKind};
use atlas::state::{Action, State, VenueFilter, View};
use atlas::words::Key;
use yew::prelude::*;

use super::facets::facets;
use crate::view::timeline::{date_field, period};
use crate::view::writer::{Writer, class, tag, word_if};
use crate::view::{icon, venue_word};

/// What the button of the positions shows.
const TABLE: &str = "M-6-5H6V5H-6ZM-6-1.5H6M-6 1.8H6M-2-5V5";

/// The filter bar.
pub(crate) fn bar(out: &mut Writer, state: &State, view: &View) {
    let cat = &out.context.cat;
    out.el(tag!("div", "class": "pa-bar"), |out| {
        out.el(tag!("div", "class": "pa-chips", "role": "group", "aria-label": Key::FilterLabel), |out| {
            chip(out, state, VenueFilter::All, cat.get(Key::All), view.total);
            for &(venue, count) in &view.venue_counts {
                chip(out, state, VenueFilter::Venue(venue), venue.short().in_language(cat.language()), count);
            }
            chip(out, state, VenueFilter::NoVenue, cat.get(Key::NoVenue), view.no_venue_count);
        });
        let switch = tag!(
            "button", "id": "pa-view", "type": "button", "class": class(&["pa-button", word_if(state.positions, "pa-on")]),
            "aria-pressed": state.positions,
        );
        out.el(switch, |out| {
            out.act(Action::ShowPositions(!state.positions));
            icon(out, TABLE);
            out.line(tag!("span"), Key::PositionsLabel);
        });
        facets(out, state);
        period(out, state);
        if state.pins.as_of.is_none() {
            out.el(tag!("div", "class": "pa-as-of"), |out| {
                let days = [state.chosen_as_of, None, None];
                date_field(out, "pa-as-of", Key::AsOfLabel, days, Callback::from(Action::SetAsOf));
            });
        }
    });
}

fn chip(out: &mut Writer, state: &State, filter: VenueFilter, name: &str, count: usize) {
    let (id, word): (_, AttrValue) = match filter {
        VenueFilter::All => ("all", "pa-chip-all".into()),
        VenueFilter::Venue(venue) => (venue.id(), venue_word(Some(venue))),
        VenueFilter::NoVenue => ("none", venue_word(None)),
    };
    let chip = tag!(
        "button", "type": "button", "class": class(&["pa-chip", &word]), "data-venue-chip": id,
        "aria-pressed": state.venue == filter,
    );
    out.el(chip, |out| {
        out.key(id);
        out.act(Action::SelectVenue(filter));
        if filter != VenueFilter::All {
            let area = filter.venue().map(Venue::kind) == Some(VenueKind::Area);
            out.leaf(tag!("i", "class": class(&["pa-dot", word_if(area, "pa-dot-area")])));
        }
        out.line(tag!("span"), name.to_owned());
        out.line(tag!("b"), out.context.cat.number(count));
    });
}
