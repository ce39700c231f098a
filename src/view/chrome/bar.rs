//! The venue filter: one chip per venue with its count, and the as-of date. The one selection that everything follows.

use atlas::date::Day;
use atlas::model::Venue;
use atlas::state::{Action, State, VenueFilter, View};
use atlas::words::Key;
use yew::prelude::*;

use crate::context::{Context, Shared};
use crate::platform;
use crate::view::venue_class;

/// Properties of [`Bar`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct BarProps {
    /// Corpus, words, dispatch.
    pub context: Context,
    /// The state.
    pub state: Shared<State>,
    /// What it shows.
    pub view: Shared<View>,
}

/// The filter bar.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let BarProps { context, state, view } = props;
    let chip = |filter: VenueFilter,
                id: &'static str,
                name: AttrValue,
                venue: Option<Venue>,
                count: usize| {
        let pressed = state.venue == filter;
        let class = match filter {
            VenueFilter::All => classes!("pa-chip", "pa-chip-all"),
            _ => classes!("pa-chip", venue_class(venue)),
        };
        let area = venue.is_some_and(|venue| venue.kind() == atlas::model::VenueKind::Area);
        let onclick = context.on(move || Action::SelectVenue(filter));
        html! {
            <button key={id} type="button" {class} data-venue-chip={id} aria-pressed={pressed.to_string()} {onclick}>
                if filter != VenueFilter::All {
                    <i class={classes!("pa-dot", area.then_some("pa-dot-area"))} aria-hidden="true" />
                }
                <span>{ name }</span>
                <b>{ context.cat.number(count) }</b>
            </button>
        }
    };
    let venues = view.venue_counts.iter().map(|&(venue, count)| {
        chip(VenueFilter::Venue(venue), venue.id(), context.text(venue.short()), Some(venue), count)
    });
    html! {
        <div class="pa-bar">
            <div class="pa-chips" role="group" aria-label={context.say(Key::FilterLabel)}>
                { chip(VenueFilter::All, "all", context.say(Key::All), None, view.total) }
                { for venues }
                { chip(VenueFilter::NoVenue, "none", context.say(Key::NoVenue), None, view.no_venue_count) }
            </div>
            { as_of(context, state) }
        </div>
    }
}

fn as_of(context: &Context, state: &State) -> Html {
    if state.pins.as_of.is_some() {
        return Html::default();
    }
    let dispatch = context.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let text = platform::changed_value(&event);
        match (text.is_empty(), text.parse::<Day>()) {
            (true, _) => dispatch.emit(Action::SetAsOf(None)),
            (false, Ok(day)) => dispatch.emit(Action::SetAsOf(Some(day))),
            // A browser's date field gives an ISO date or nothing; half a date changes nothing.
            (false, Err(_)) => {}
        }
    });
    let value = state.chosen_as_of.map(|day| day.to_string()).unwrap_or_default();
    html! {
        <label class="pa-as-of">
            <span>{ context.say(Key::AsOfLabel) }</span>
            <input id="pa-as-of" type="date" {value} {onchange} />
        </label>
    }
}
