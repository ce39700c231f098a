//! The list of cards around the open one, and the way to the next and the previous. Long lists are windowed: what is out of reach is a
//! button away, and the record below holds everything.

use atlas::model::Entry;
use atlas::state::{Action, Period, Report, State, VenueFilter, View};
use atlas::words::Key;
use yew::prelude::*;

use super::card::card;
use crate::context::{Context, Shared};
use crate::platform;
use crate::view::element::{Element, attrs, class, el, word_if};
use crate::view::{entry_word, icon, icon_button};

/// Cards drawn before and after the open one.
const BEFORE: usize = 12;
const AFTER: usize = 24;
/// Cards that are in sight, the open one and the next: the first frame of another list draws these.
const AT_ONCE: usize = 2;
/// More entries than this have no spine: its ticks would be finer than a pixel.
const SPINE_MAX: usize = 120;

/// What playing and pausing look like.
const PLAY: &str = "M-4-6 6 0-4 6Z";
const PAUSE: &str = "M-3-5V5M3-5V5";

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
    let (total, open) = (view.shown.len(), view.open.unwrap_or(0));
    let list = use_node_ref();
    let number = number(&view.shown);
    let settled = platform::use_settled(number);
    let (from, to) = match (*live, settled) {
        (true, true) => (open.saturating_sub(BEFORE), (open + AFTER).min(total)),
        (true, false) => (open, (open + AT_ONCE).min(total)),
        (false, _) => (open, (open + 2).min(total)),
    };
    let current = view.shown.get(open).map(|&(entry, _)| entry.id());
    let place = platform::Place { list: number, current, before: open - from };
    platform::use_scroll_to_current(list.clone(), place);
    let reader = el(
        "section",
        attrs! { "id": "pa-reader", "class": "pa-reader", "aria-label": context.say(Key::ReaderLabel) },
    );
    let reader = reader.with(head(context, state, view)).maybe((total <= SPINE_MAX).then(|| spine(view)));
    if total == 0 {
        return reader.with(nothing(context, state)).into();
    }
    let cards =
        view.shown.get(from..to).unwrap_or_default().iter().enumerate().map(|(i, &(entry, report))| {
            let at = from + i;
            card(context, entry, report, Some(at) == view.open, (at + 1, total))
        });
    let reach = |key: Key, by: i32| {
        let button = button(context, Action::Step(by), key);
        el("li", attrs! { "class": "pa-reach" }).key(key.name()).with(button).into()
    };
    // Every sibling has a key, or none counts: a card that keeps its place in the page keeps the focus.
    let cards = el("ol", attrs! { "id": "pa-cards", "class": "pa-cards" })
        .key_number(number)
        .node(&list)
        .maybe((*live && from > 0).then(|| reach(Key::ReaderEarlier, -(BEFORE as i32))))
        .list(cards.collect())
        .maybe((*live && to < total).then(|| reach(Key::ReaderLater, AFTER as i32)));
    reader.with(cards).into()
}

/// The same number for the same list.
fn number(listed: &[(Entry, Report)]) -> u32 {
    listed.iter().fold(0, |sum: u32, &(entry, report)| {
        sum.wrapping_mul(31).wrapping_add(entry.row() * 2 + report as u32)
    })
}

/// How many entries there are, which one is open, the steps to its neighbours, and playing one after the other.
fn head(context: &Context, state: &State, view: &View) -> Element {
    let cat = &context.cat;
    let total = view.shown.len();
    let open = view.open.unwrap_or(0);
    // What is surely and what is possibly reported, apart; together they are what there is to step through.
    let count = el("p", attrs! { "id": "pa-count", "role": "status" })
        .with(el("b", attrs! {}).text(cat.count(Key::Entries, total - view.possibly, &[]).into()));
    let count = if view.possibly > 0 {
        count.words(" + ").text(cat.count(Key::PossiblyReported, view.possibly, &[]).into())
    } else {
        count
    };
    let (n, of) = (cat.number(view.open.map_or(0, |n| n + 1)), cat.number(total));
    let place = cat.fill(Key::CountOf, &[("n", &n), ("total", &of)]);
    let step = |by: i32, key: Key, path: &'static str, off: bool| {
        icon_button(context, key, "pa-button", path, off, context.act(Action::Step(by)))
    };
    let (key, path) = if state.playing { (Key::StoryPause, PAUSE) } else { (Key::StoryPlay, PLAY) };
    let play = attrs! {
        "id": "pa-play", "type": "button", "class": "pa-button", "aria-label": context.say(key), "title": context.say(key),
        "disabled": (total < 2).then_some(""),
    };
    let play = el("button", play).click(context.act(Action::Play)).with(icon(path));
    el("div", attrs! { "class": "pa-reader-head" })
        .with(count)
        .with(step(-1, Key::ReaderPrevious, "M2-5-3 0 2 5", open == 0))
        .with(el("span", attrs! { "class": "pa-place" }).text(place.into()))
        .with(step(1, Key::ReaderNext, "M-2-5 3 0-2 5", open + 1 >= total))
        .with(play)
}

/// A tick for each entry, in its venue's colour.
fn spine(view: &View) -> Html {
    let open = view.open.unwrap_or(0);
    let tick = |(at, &(entry, _)): (usize, &(Entry, _))| {
        el("i", attrs! { "class": class(&[&entry_word(entry), word_if(at == open, "pa-open")]) }).into()
    };
    el("div", attrs! { "class": "pa-spine", "aria-hidden": "true" })
        .list(view.shown.iter().enumerate().map(tick).collect())
        .into()
}

fn button(context: &Context, action: Action, key: Key) -> Html {
    el("button", attrs! { "type": "button", "class": "pa-button" })
        .click(context.act(action))
        .text(context.say(key))
        .into()
}

/// What was asked for, and the smallest ways back.
fn nothing(context: &Context, state: &State) -> Html {
    let words = if state.query.is_empty() {
        context.cat.get(Key::NothingHere).to_owned()
    } else {
        context.cat.fill(Key::SearchNothing, &[("query", &state.query)])
    };
    let way = |is_open: bool, action: Action, key: Key| is_open.then(|| button(context, action, key));
    el("div", attrs! { "class": "pa-nothing" })
        .with(el("p", attrs! {}).with(el("bdi", attrs! {}).text(words.into())))
        .maybe(way(!state.query.is_empty(), Action::Search(String::new()), Key::SearchClear))
        .maybe(way(state.venue != VenueFilter::All, Action::SelectVenue(VenueFilter::All), Key::ShowAll))
        .maybe(way(!state.period.is_all(), Action::SetPeriod(Period::default()), Key::PeriodClear))
        .maybe(way(state.chosen_as_of.is_some(), Action::SetAsOf(None), Key::AsOfClear))
        .into()
}
