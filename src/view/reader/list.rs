//! The list of cards around the open one, and the way to the next and the previous. Long lists are windowed: what is out of reach is a
//! button away, and the record below holds everything.

use atlas::model::Entry;
use atlas::state::{Action, Period, Report, State, VenueFilter, View};
use atlas::words::Key;
use yew::prelude::*;

use super::card::card;
use crate::context::{Context, Shared};
use crate::platform;
use crate::view::writer::{Writer, class, tag, word_if, written};
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
    written(context, |out| {
        out.el(
            tag!("section", "id": "pa-reader", "class": "pa-reader", "aria-label": Key::ReaderLabel),
            |out| {
                head(out, state, view);
                if total <= SPINE_MAX {
                    spine(out, view);
                }
                if total == 0 {
                    return nothing(out, state);
                }
                out.el(tag!("ol", "id": "pa-cards", "class": "pa-cards"), |out| {
                    out.key_number(number);
                    out.found_by(&list);
                    // Every sibling has a key, or none counts: a card that keeps its place in the page keeps the focus.
                    if *live && from > 0 {
                        reach(out, Key::ReaderEarlier, -(BEFORE as i32));
                    }
                    let cards = view.shown.get(from..to).unwrap_or_default();
                    for (at, &(entry, report)) in (from..).zip(cards) {
                        card(out, entry, report, Some(at) == view.open, (at + 1, total));
                    }
                    if *live && to < total {
                        reach(out, Key::ReaderLater, AFTER as i32);
                    }
                });
            },
        );
    })
}

fn reach(out: &mut Writer, key: Key, by: i32) {
    out.el(tag!("li", "class": "pa-reach"), |out| {
        out.key(key.name());
        button(out, Action::Step(by), key);
    });
}

/// The same number for the same list.
fn number(listed: &[(Entry, Report)]) -> u32 {
    listed.iter().fold(0, |sum: u32, &(entry, report)| {
        sum.wrapping_mul(31).wrapping_add(entry.row() * 2 + report as u32)
    })
}

/// How many entries there are, which one is open, the steps to its neighbours, and playing one after the other.
fn head(out: &mut Writer, state: &State, view: &View) {
    let cat = &out.context.cat;
    let total = view.shown.len();
    let open = view.open.unwrap_or(0);
    out.el(tag!("div", "class": "pa-reader-head"), |out| {
        // What is surely and what is possibly reported, apart; together they are what there is to step through.
        out.el(tag!("p", "id": "pa-count", "role": "status"), |out| {
            out.line(tag!("b"), cat.count(Key::Entries, total - view.possibly, &[]));
            if view.possibly > 0 {
                out.text(" + ");
                out.text(cat.count(Key::PossiblyReported, view.possibly, &[]));
            }
        });
        let place = (Key::ReaderPrevious, "M2-5-3 0 2 5");
        icon_button(out, place, "pa-button", open == 0, Action::Step(-1));
        let (n, of) = (cat.number(view.open.map_or(0, |n| n + 1)), cat.number(total));
        out.line(tag!("span", "class": "pa-place"), cat.fill(Key::CountOf, &[("n", &n), ("total", &of)]));
        let place = (Key::ReaderNext, "M-2-5 3 0-2 5");
        icon_button(out, place, "pa-button", open + 1 >= total, Action::Step(1));
        let (key, path) = if state.playing { (Key::StoryPause, PAUSE) } else { (Key::StoryPlay, PLAY) };
        let play = tag!(
            "button", "id": "pa-play", "type": "button", "class": "pa-button", "aria-label": key, "title": key,
            "disabled": (total < 2).then_some(""),
        );
        out.el(play, |out| {
            out.act(Action::Play);
            icon(out, path);
        });
    });
}

/// A tick for each entry, in its venue's colour.
fn spine(out: &mut Writer, view: &View) {
    let open = view.open.unwrap_or(0);
    out.el(tag!("div", "class": "pa-spine", "aria-hidden": "true"), |out| {
        for (at, &(entry, _)) in view.shown.iter().enumerate() {
            out.leaf(tag!("i", "class": class(&[&entry_word(entry), word_if(at == open, "pa-open")])));
        }
    });
}

fn button(out: &mut Writer, action: Action, key: Key) {
    out.el(tag!("button", "type": "button", "class": "pa-button"), |out| {
        out.act(action);
        out.text(key);
    });
}

/// What was asked for, and the smallest ways back.
fn nothing(out: &mut Writer, state: &State) {
    let cat = &out.context.cat;
    out.el(tag!("div", "class": "pa-nothing"), |out| {
        out.el(tag!("p"), |out| {
            out.el(tag!("bdi"), |out| match state.query.as_str() {
                "" => out.text(Key::NothingHere),
                query => out.text(cat.fill(Key::SearchNothing, &[("query", query)])),
            });
        });
        let ways = [
            (!state.query.is_empty(), Action::Search(String::new()), Key::SearchClear),
            (state.venue != VenueFilter::All, Action::SelectVenue(VenueFilter::All), Key::ShowAll),
            (!state.period.is_all(), Action::SetPeriod(Period::default()), Key::PeriodClear),
            (state.chosen_as_of.is_some(), Action::SetAsOf(None), Key::AsOfClear),
        ];
        for (_, action, key) in ways.into_iter().filter(|way| way.0) {
            button(out, action, key);
        }
    });
}
