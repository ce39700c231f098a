//! Plays the story: time goes on by itself, and whatever the reader does anywhere in the page ends it. No opinion about what comes next.

use atlas::state::Action;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::Callback;

/// Long enough to read a quotation.
const ENTRY_MS: u32 = 6000;
/// The button that plays and pauses: it says itself what a press means.
const BUTTON: &str = "#pa-play";

/// The story, while it plays: what follows, and what ends it.
#[derive(Debug, Default)]
pub(super) struct Story {
    playing: Option<u32>,
    running: Option<(Timeout, [EventListener; 3])>,
}

impl Story {
    /// While `playing` has a number, that of the open entry, the next follows after a while.
    pub(super) fn play(&mut self, playing: Option<u32>, dispatch: &Callback<Action>) {
        if std::mem::replace(&mut self.playing, playing) == playing {
            return;
        }
        self.running = playing.map(|_| {
            let advance = dispatch.clone();
            let next = Timeout::new(ENTRY_MS, move || advance.emit(Action::Advance));
            let listeners = ["pointerdown", "keydown", "wheel"].map(|name| {
                let dispatch = dispatch.clone();
                EventListener::new(&document(), name, move |event| {
                    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                    if target.is_none_or(|target| target.closest(BUTTON).ok().flatten().is_none()) {
                        dispatch.emit(Action::Pause);
                    }
                })
            });
            (next, listeners)
        });
    }
}
