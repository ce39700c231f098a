//! Draws what is needed at once, and the rest after the next frame: a reader sees the change a frame earlier.
//! No opinion about what can wait.

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Whether a frame of what has this number has been shown; true for the first.
#[hook]
pub fn use_settled(number: u32) -> bool {
    let settled = use_state(|| number);
    let is_settled = *settled == number;
    let waiting = use_mut_ref(|| None::<AnimationFrame>);
    use_effect_with((number, is_settled), move |_| {
        // Frames call back before they are painted; a timer set there runs after.
        let later = move |_| {
            Timeout::new(0, move || settled.set(number)).forget();
        };
        *waiting.borrow_mut() = (!is_settled).then(|| request_animation_frame(later));
    });
    is_settled
}
