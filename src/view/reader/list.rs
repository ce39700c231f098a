//! The list of cards around the open one, and the way to the next and the previous. Long lists are windowed: what is out of reach is a
//! button away, and the record below holds everything.

use atlas::state::{Action, State, View};
use atlas::words::Key;
use yew::prelude::*;

use super::card::card;
use crate::context::{Context, Shared};
use crate::platform;
use crate::view::entry_class;

/// Cards drawn before and after the open one.
const BEFORE: usize = 12;
const AFTER: usize = 24;
/// More entries than this have no spine: its ticks would be finer than a pixel.
const SPINE_MAX: usize = 120;

/// Properties of [`Reader`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ReaderProps {
    /// Corpus, words, dispatch.
    pub context: Context,
    /// The state.
    pub state: Shared<State>,
    /// What it shows.
    pub view: Shared<View>,
    /// Whether the page is more than a document; that has the record for all but the first card.
    pub live: bool,
}

/// The reader.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let ReaderProps { context, state, view, live } = props;
    let total = view.shown.len();
    let open = view.open.unwrap_or(0);
    let list = use_node_ref();
    platform::use_scroll_to_current(list.clone(), view.shown.get(open).map(|&(entry, _)| entry.id()));
    let (from, to) = if *live {
        (open.saturating_sub(BEFORE), (open + AFTER).min(total))
    } else {
        (open, (open + 2).min(total))
    };
    let step = |by: i32, key: Key, path: &'static str, off: bool| {
        let label = context.say(key);
        html! {
            <button type="button" class="pa-button" aria-label={label.clone()} title={label} disabled={off} onclick={context.on(move || Action::Step(by))}>
                <svg class="pa-icon" viewBox="-8 -8 16 16" aria-hidden="true"><path d={path} /></svg>
            </button>
        }
    };
    let cards =
        view.shown.get(from..to).unwrap_or_default().iter().enumerate().map(|(i, &(entry, report))| {
            let at = from + i;
            card(context, entry, report, Some(at) == view.open, (at + 1, total))
        });
    let reach = |key: Key, by: usize, forwards: bool| {
        let by = if forwards { by as i32 } else { -(by as i32) };
        html! { <li key={key.name()} class="pa-reach"><button type="button" class="pa-button" onclick={context.on(move || Action::Step(by))}>{ context.say(key) }</button></li> }
    };
    // Every sibling has a key, or none counts: a card that keeps its place in the page keeps the focus.
    let earlier = (*live && from > 0).then(|| reach(Key::ReaderEarlier, BEFORE, false));
    let later = (*live && to < total).then(|| reach(Key::ReaderLater, AFTER, true));
    let items: Vec<Html> = earlier.into_iter().chain(cards).chain(later).collect();
    // What is surely and what is possibly reported, apart; together they are what there is to step through.
    let counts = context.cat.count(Key::Entries, total - view.possibly, &[]);
    let possibly = (view.possibly > 0).then(|| context.cat.count(Key::PossiblyReported, view.possibly, &[]));
    let place = context.cat.fill(
        Key::CountOf,
        &[("n", &context.cat.number(view.open.map_or(0, |n| n + 1))), ("total", &context.cat.number(total))],
    );
    html! {
        <section id="pa-reader" class="pa-reader" aria-label={context.say(Key::ReaderLabel)}>
            <div class="pa-reader-head">
                <p id="pa-count" role="status"><b>{ counts }</b>if let Some(possibly) = possibly { { " + " }{ possibly } }</p>
                { step(-1, Key::ReaderPrevious, "M2-5-3 0 2 5", open == 0) }
                <span class="pa-place">{ place }</span>
                { step(1, Key::ReaderNext, "M-2-5 3 0-2 5", open + 1 >= total) }
            </div>
            if total <= SPINE_MAX {
                <div class="pa-spine" aria-hidden="true">{ for view.shown.iter().enumerate().map(|(at, &(entry, _))| html! {
                    <i class={classes!(entry_class(entry), (at == open).then_some("pa-open"))} />
                }) }</div>
            }
            if total == 0 {
                { nothing(context, state) }
            } else {
                <ol ref={list} id="pa-cards" class="pa-cards">
                    { for items }
                </ol>
            }
        </section>
    }
}

/// What was asked for, and the smallest ways back.
fn nothing(context: &Context, state: &State) -> Html {
    let clear = context.on(|| Action::Search(String::new()));
    let all = context.on(|| Action::SelectVenue(atlas::state::VenueFilter::All));
    let dates = context.on(|| Action::SetAsOf(None));
    let words = if state.query.is_empty() {
        context.cat.get(Key::NothingHere).to_owned()
    } else {
        context.cat.fill(Key::SearchNothing, &[("query", &state.query)])
    };
    html! {
        <div class="pa-nothing">
            <p><bdi>{ words }</bdi></p>
            if !state.query.is_empty() { <button type="button" class="pa-button" onclick={clear}>{ context.say(Key::SearchClear) }</button> }
            if state.venue != atlas::state::VenueFilter::All { <button type="button" class="pa-button" onclick={all}>{ context.say(Key::ShowAll) }</button> }
            if state.chosen_as_of.is_some() { <button type="button" class="pa-button" onclick={dates}>{ context.say(Key::AsOfClear) }</button> }
        </div>
    }
}
