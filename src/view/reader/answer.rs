//! The computed answer as one sentence, each clause a link to its evidence.

use atlas::state::{Action, State, VenueFilter, View};
use atlas::words::{Piece, answer};
use yew::AttrValue;

use crate::view::venue_word;
use crate::view::writer::{Writer, class, joined, tag};

/// The answer.
pub(crate) fn answer_view(out: &mut Writer, state: &State, view: &View) {
    let venue = match state.venue {
        VenueFilter::Venue(venue) => venue_word(Some(venue)),
        _ => AttrValue::default(),
    };
    let section = tag!(
        "section", "id": "pa-answer", "class": class(&["pa-answer", &venue]), "aria-live": "polite", "tabindex": "-1",
    );
    out.el(section, |out| {
        out.el(tag!("p"), |out| {
            for piece in answer(out.context.corpus, state, view, &out.context.cat) {
                match piece {
                    Piece::Text(words) => out.text(words),
                    Piece::Evidence(words, entry) => {
                        out.el(tag!("a", "href": joined(&["#", entry.id()])), |out| {
                            out.follow(Action::SelectEntry(entry));
                            out.text(words);
                        })
                    }
                    Piece::Venue(words, venue) => {
                        let href = joined(&["#record-", venue.id()]);
                        out.el(tag!("a", "class": venue_word(Some(venue)), "href": href), |out| {
                            out.follow(Action::SelectVenue(VenueFilter::Venue(venue)));
                            out.text(words);
                        });
                    }
                }
            }
        });
    });
}
