//! The address bar: writes the state's fragment, and takes over a state from it. On a page of its own a step is pushed, what is
//! continuous replaces after a rest; in a frame everything replaces, so that the article's Back is never trapped. Where the browser
//! refuses, the state lives in memory. No opinion about the grammar; the core has it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use atlas::model::Corpus;
use atlas::state::{self, Action, State, Write};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsValue;
use yew::prelude::{Callback, Event};

use super::after::{Waiting, after_frame};
use super::frame::take_link;

/// What is continuous is written after this rest, and everything in a frame: no burst of presses meets a browser's limit.
const REST_MS: u32 = 400;

/// The address, and what is still to be written there.
#[derive(Debug)]
pub(super) struct Address {
    /// The state that the address shows, or will after the rest.
    state: RefCell<State>,
    /// There while the address is behind.
    waiting: Rc<Waiting>,
    /// Whether what waits is a step of the history, or is written in place.
    push: Cell<bool>,
}

impl Address {
    /// One that shows a state.
    pub(super) fn new(state: &State) -> Self {
        Self { state: RefCell::new(state.clone()), waiting: Rc::default(), push: Cell::new(false) }
    }

    /// Restores a state when the browser changes the address, or the page around has a link for us, for as long as the page is there.
    pub(super) fn listen(self: &Rc<Self>, corpus: Corpus, dispatch: Callback<Action>) {
        // What was left since the first state was read.
        let left = take_link(corpus);
        if left.is_some() {
            self.restore(corpus, &dispatch, left);
        }
        let address = Rc::clone(self);
        let restore = move |_: &Event| address.restore(corpus, &dispatch, take_link(corpus));
        // A link to an id changes the fragment without a state of ours; Back and Forward do as well.
        EventListener::new(&window(), "hashchange", restore).forget();
    }

    /// Restores the state of a link, or else of the address.
    fn restore(&self, corpus: Corpus, dispatch: &Callback<Action>, link: Option<Option<String>>) {
        let location = window().location();
        let part = |part: Result<String, JsValue>, mark| {
            part.map(|text| text.trim_start_matches(mark).to_owned()).unwrap_or_default()
        };
        let is_link = link.is_some();
        let fragment = match link {
            Some(Some(link)) => link,
            Some(None) => return,
            None => part(location.hash(), '#'),
        };
        if state::is_anchor(corpus, &fragment) {
            return show_anchor(&fragment);
        }
        let state = state::open(corpus, &part(location.search(), '?'), &fragment);
        // The address is to follow a link; itself it need not follow.
        if !is_link {
            self.waiting.take();
            *self.state.borrow_mut() = state.clone();
        }
        dispatch.emit(Action::Restore(Box::new(state)));
    }

    /// Has the address follow the state.
    pub(super) fn write(self: &Rc<Self>, state: &State, framed: bool) {
        let step = state::history(&self.state.borrow(), state);
        let old = self.state.replace(state.clone());
        let later = Rc::clone(self);
        let act = move || {
            later.waiting.take();
            later.now(&later.state.borrow(), later.push.get());
        };
        let is_behind = !matches!(*self.waiting.borrow(), (None, None));
        match step {
            Write::Nothing => {}
            Write::Push if !framed => {
                // Where Back leads is what stood here, not what had come to rest.
                if is_behind {
                    self.now(&old, self.push.get());
                }
                // A millisecond that the frame need not wait for.
                self.push.set(true);
                after_frame(&self.waiting, act);
            }
            // A step that waits takes this along.
            _ if is_behind && self.push.get() => {}
            _ => {
                self.push.set(false);
                *self.waiting.borrow_mut() = (None, Some(Timeout::new(REST_MS, act)));
            }
        }
    }

    fn now(&self, state: &State, push: bool) {
        let fragment = state::fragment(state);
        let location = window().location();
        // An empty fragment still needs an address: the page's own path and query, which stay as they are.
        let address = if fragment.is_empty() {
            [location.pathname().unwrap_or_default(), location.search().unwrap_or_default()].concat()
        } else {
            ["#", &fragment].concat()
        };
        // `srcdoc` and opaque origins refuse always, and the state lives in memory; rate limits do for a while.
        let _ = window().history().and_then(|history| {
            if push {
                history.push_state_with_url(&JsValue::NULL, "", Some(&address))
            } else {
                history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
            }
        });
    }
}

/// A part of the document that a link leads to may lie in the folded record.
fn show_anchor(id: &str) {
    let find = |id: &str| document().get_element_by_id(id);
    if let (Some(record), Some(target)) = (find("record"), find(id))
        && record.contains(Some(&target))
    {
        // Refused only for names that are no attribute names.
        let _ = record.set_attribute("open", "");
        target.scroll_into_view();
    }
}
