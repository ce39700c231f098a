//! Does something when the next frame has been painted: a reader sees what was done a frame earlier. No opinion about what can wait.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;

/// Not before the next beat of a slow screen.
const BEAT_MS: u32 = 20;

/// What waits, for a frame or for a time; dropped or replaced, it does not happen.
pub type Waiting = RefCell<(Option<AnimationFrame>, Option<Timeout>)>;

/// Replaces what waits.
pub fn after_frame(waiting: &Rc<Waiting>, act: impl FnOnce() + 'static) {
    let after = Rc::clone(waiting);
    // Frames call back before they are painted; a timer set there runs after, and leaves what the reader does next a beat.
    let frame = request_animation_frame(move |_| {
        after.borrow_mut().1 = Some(Timeout::new(BEAT_MS, act));
    });
    *waiting.borrow_mut() = (Some(frame), None);
}
