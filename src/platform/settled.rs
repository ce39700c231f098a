//! Draws what is needed at once, and the rest after the next frame: a reader sees the change a frame earlier.
//! No opinion about what can wait.

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Not before the next beat of a slow screen.
const BEAT_MS: u32 = 20;

/// Whether a frame of what has this number has been shown; true for the first.
#[hook]
pub fn use_settled(number: u32) -> bool {
    let settled = use_state(|| number);
    let is_settled = *settled == number;
    let waiting = use_mut_ref(|| (None::<AnimationFrame>, None::<Timeout>));
    use_effect_with((number, is_settled), move |_| {
        let after = waiting.clone();
        // Frames call back before they are painted; a timer set there runs after, and leaves what the reader does next a beat.
        let later = move |_| {
            after.borrow_mut().1 = Some(Timeout::new(BEAT_MS, move || settled.set(number)));
        };
        *waiting.borrow_mut() = ((!is_settled).then(|| request_animation_frame(later)), None);
    });
    is_settled
}
