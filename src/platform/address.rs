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
use yew::prelude::*;

use super::after::{Waiting, after_frame};

/// What is continuous is written after this rest.
const REST_MS: u32 = 400;

struct Written {
    /// The state that the address shows, or will after the rest.
    state: RefCell<State>,
    /// There while the address is behind.
    waiting: Rc<Waiting>,
    /// Whether what waits is a step of the history, or is written in place.
    push: Cell<bool>,
    refused: Cell<bool>,
}

/// Keeps address and state in step.
#[hook]
pub fn use_address(corpus: Corpus, state: &State, framed: bool, dispatch: Callback<Action>) {
    let written = use_memo((), {
        let state = state.clone();
        |()| Written {
            state: RefCell::new(state),
            waiting: Rc::default(),
            push: Cell::new(false),
            refused: Cell::new(false),
        }
    });

    use_effect_with((), {
        let written = written.clone();
        move |()| {
            let restore = move |_: &Event| {
                let location = window().location();
                let part = |part: Result<String, JsValue>, mark| {
                    part.map(|text| text.trim_start_matches(mark).to_owned()).unwrap_or_default()
                };
                let fragment = part(location.hash(), '#');
                if state::is_anchor(corpus, &fragment) {
                    return show_anchor(&fragment);
                }
                let state = state::open(corpus, &part(location.search(), '?'), &fragment);
                written.waiting.take();
                *written.state.borrow_mut() = state.clone();
                dispatch.emit(Action::Restore(state));
            };
            // A link to an id changes the fragment without a state of ours; Back and Forward do as well.
            let listener = EventListener::new(&window(), "hashchange", restore);
            move || drop(listener)
        }
    });

    use_effect_with(state.clone(), move |state| write(&written, state, framed));
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

fn write(written: &Rc<Written>, state: &State, framed: bool) {
    let old = written.state.replace(state.clone());
    let later = Rc::clone(written);
    let act = move || {
        later.waiting.take();
        now(&later, &later.state.borrow(), later.push.get());
    };
    let is_behind = !matches!(*written.waiting.borrow(), (None, None));
    match state::history(&old, state) {
        Write::Nothing => {}
        Write::Push => {
            // Where Back leads is what stood here, not what had come to rest.
            if is_behind {
                now(written, &old, written.push.get());
            }
            // A millisecond that the frame need not wait for.
            written.push.set(!framed);
            after_frame(&written.waiting, act);
        }
        // A step that waits takes this along.
        Write::Replace if is_behind && written.push.get() => {}
        Write::Replace => {
            written.push.set(false);
            *written.waiting.borrow_mut() = (None, Some(Timeout::new(REST_MS, act)));
        }
    }
}

fn now(written: &Written, state: &State, push: bool) {
    if written.refused.get() {
        return;
    }
    let fragment = state::fragment(state);
    let location = window().location();
    // An empty fragment still needs an address: the page's own path and query, which stay as they are.
    let address = if fragment.is_empty() {
        format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
    } else {
        format!("#{fragment}")
    };
    let result = window().history().and_then(|history| {
        if push {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        }
    });
    // `srcdoc`, opaque origins and rate limits refuse: the state lives on in memory.
    written.refused.set(result.is_err());
}
