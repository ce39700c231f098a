//! The computed answer as one sentence, each clause a link to its evidence.

use atlas::state::{Action, State, VenueFilter, View};
use atlas::words::{Piece, answer};
use yew::prelude::*;

use crate::context::{Context, Shared};
use crate::view::venue_class;

/// Properties of [`AnswerView`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AnswerProps {
    /// Corpus, words, dispatch.
    pub context: Context,
    /// The state.
    pub state: Shared<State>,
    /// What it shows.
    pub view: Shared<View>,
}

/// The answer.
#[component]
pub fn AnswerView(props: &AnswerProps) -> Html {
    let AnswerProps { context, state, view } = props;
    let pieces = use_memo((state.clone(), view.clone()), |(state, view)| {
        answer(context.corpus, state, view, &context.cat)
    });
    let class = match state.venue {
        VenueFilter::Venue(venue) => classes!("pa-answer", venue_class(Some(venue))),
        _ => classes!("pa-answer"),
    };
    html! {
        <section id="pa-answer" {class} aria-live="polite" tabindex="-1">
            <p>{ for pieces.iter().map(|piece| match piece {
                Piece::Text(text) => html! { { text.clone() } },
                Piece::Evidence(text, entry) => {
                    let entry = *entry;
                    let onclick = context.dispatch.reform(move |event: MouseEvent| {
                        event.prevent_default();
                        Action::SelectEntry(entry)
                    });
                    html! { <a href={format!("#{}", entry.id())} {onclick}>{ text.clone() }</a> }
                }
                Piece::Venue(text, venue) => {
                    let venue = *venue;
                    let onclick = context.dispatch.reform(move |event: MouseEvent| {
                        event.prevent_default();
                        Action::SelectVenue(VenueFilter::Venue(venue))
                    });
                    html! {
                        <a class={venue_class(Some(venue))} href={format!("#record-{}", venue.id())} {onclick}>{ text.clone() }</a>
                    }
                }
            }) }</p>
        </section>
    }
}
