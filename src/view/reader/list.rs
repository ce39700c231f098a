//! The list of cards around the open one, and the way to the next and the previous. Long lists are windowed: what is out of reach is a
//! button away, and the record below holds everything.

use std::rc::Rc;

use atlas::model::Entry;
use atlas::search::Query;
use atlas::state::{Action, Report, State, View};
use atlas::words::Key;
use yew::prelude::*;

use super::card::card;
use super::filters::{chips, nothing, pinned};
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

/// What happens to the reader.
#[derive(Debug)]
pub enum Message {
    /// A frame of the list of this number has been shown.
    Settled(u32),
}

/// The reader.
#[derive(Debug)]
pub struct Reader {
    list: NodeRef,
    /// The number of the list of which all is drawn, and of the one that waits for that.
    settled: u32,
    waited: Option<u32>,
    waiting: Rc<platform::Waiting>,
    place: Option<platform::Place>,
}

impl Reader {
    /// The cards to draw, from and to.
    fn drawn(&self, props: &ReaderProps) -> (usize, usize) {
        let (total, open) = (props.view.shown.len(), props.view.open.unwrap_or(0));
        match (props.live, self.settled == number(&props.view.shown)) {
            (true, true) => (open.saturating_sub(BEFORE), (open + AFTER).min(total)),
            (true, false) => (open, (open + AT_ONCE).min(total)),
            (false, _) => (open, (open + 2).min(total)),
        }
    }
}

impl Component for Reader {
    type Message = Message;
    type Properties = ReaderProps;

    fn create(ctx: &yew::Context<Self>) -> Self {
        Self {
            list: NodeRef::default(),
            settled: number(&ctx.props().view.shown),
            waited: None,
            waiting: Rc::default(),
            place: None,
        }
    }

    fn update(&mut self, _: &yew::Context<Self>, message: Message) -> bool {
        let Message::Settled(number) = message;
        self.settled = number;
        true
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let ReaderProps { context, state, view, live } = ctx.props();
        let total = view.shown.len();
        let (from, to) = self.drawn(ctx.props());
        written(context, |out| {
            out.el(
                tag!("section", "id": "pa-reader", "class": "pa-reader", "aria-label": Key::ReaderLabel),
                |out| {
                    out.sought = Query::of(context.corpus, &state.query);
                    head(out, state, view);
                    pinned(out, state, view);
                    chips(out, state);
                    if total <= SPINE_MAX {
                        spine(out, view);
                    }
                    if total == 0 {
                        return nothing(out, state);
                    }
                    out.el(tag!("ol", "id": "pa-cards", "class": "pa-cards"), |out| {
                        out.key_number(number(&view.shown));
                        out.found_by(&self.list);
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

    fn rendered(&mut self, ctx: &yew::Context<Self>, _: bool) {
        let view = &ctx.props().view;
        let (number, open) = (number(&view.shown), view.open.unwrap_or(0));
        let current = view.shown.get(open).map(|&(entry, _)| entry.id());
        let place = platform::Place { list: number, current, before: open - self.drawn(ctx.props()).0 };
        platform::scroll_to_current(&self.list, &mut self.place, place);
        let waited = (self.settled != number).then_some(number);
        if std::mem::replace(&mut self.waited, waited) != waited {
            match waited {
                None => drop(self.waiting.take()),
                Some(number) => {
                    let link = ctx.link().clone();
                    platform::after_frame(&self.waiting, move || link.send_message(Message::Settled(number)));
                }
            }
        }
    }
}

fn reach(out: &mut Writer, key: Key, by: i32) {
    out.el(tag!("li", "class": "pa-reach"), |out| {
        // No id of an entry is one of these.
        out.key(if by < 0 { "<" } else { ">" });
        out.el(tag!("button", "type": "button", "class": "pa-button"), |out| {
            out.act(Action::Step(by));
            out.text(key);
        });
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
    // All of the reader's parts have keys: what stands stays where chips come and go.
    out.el(tag!("div", "class": "pa-reader-head"), |out| {
        out.key("head");
        // What is surely and what is possibly reported, apart; together they are what there is to step through.
        out.el(tag!("p", "id": "pa-count", "role": "status", "tabindex": "-1"), |out| {
            out.line(tag!("b"), cat.count(Key::Entries, total - view.possibly, &[]));
            if view.possibly > 0 {
                out.text(" + ");
                out.text(cat.count(Key::PossiblyReported, view.possibly, &[]));
            }
            // Heard; seen it stands in the field and on its chip.
            if !out.sought.is_empty() {
                let words = [" ", &cat.fill(Key::SearchedFor, &[("query", &state.query)])].concat();
                out.el(tag!("span", "class": "pa-hidden"), |out| out.line(tag!("bdi"), words));
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
        out.key("spine");
        for (at, &(entry, _)) in view.shown.iter().enumerate() {
            out.leaf(tag!("i", "class": class(&[&entry_word(entry), word_if(at == open, "pa-open")])));
        }
    });
}
