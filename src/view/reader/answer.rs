//! The computed answer as one sentence, each clause a link to its evidence.

use atlas::state::{Action, State, VenueFilter, View};
use atlas::words::{Piece, answer};
use yew::prelude::*;

use crate::context::Context;
use crate::view::element::{attrs, class, el, joined, text};
use crate::view::venue_word;

/// The answer.
pub(crate) fn answer_view(context: &Context, state: &State, view: &View) -> Html {
    let pieces = answer(context.corpus, state, view, &context.cat).into_iter().map(|piece| match piece {
        Piece::Text(words) => text(words),
        Piece::Evidence(words, entry) => el("a", attrs! { "href": joined(&["#", entry.id()]) })
            .click(context.follow(Action::SelectEntry(entry)))
            .text(words.into())
            .into(),
        Piece::Venue(words, venue) => {
            let href = joined(&["#record-", venue.id()]);
            el("a", attrs! { "class": venue_word(Some(venue)), "href": href })
                .click(context.follow(Action::SelectVenue(VenueFilter::Venue(venue))))
                .text(words.into())
                .into()
        }
    });
    let venue = match state.venue {
        VenueFilter::Venue(venue) => venue_word(Some(venue)),
        _ => AttrValue::default(),
    };
    let attributes = attrs! {
        "id": "pa-answer", "class": class(&["pa-answer", &venue]), "aria-live": "polite", "tabindex": "-1",
    };
    el("section", attributes).with(el("p", attrs! {}).list(pieces.collect())).into()
}
