//! Whether what is shown has been seen for a frame, so that the rest can be drawn. No opinion about what can wait.

use std::rc::Rc;

use yew::prelude::*;

use super::after::{Waiting, after_frame};

/// Whether a frame of what has this number has been shown; true for the first.
#[hook]
pub fn use_settled(number: u32) -> bool {
    let settled = use_state(|| number);
    let is_settled = *settled == number;
    let waiting: Rc<Waiting> = use_memo((), |()| Waiting::default());
    use_effect_with((number, is_settled), move |_| {
        if is_settled {
            waiting.take();
        } else {
            after_frame(&waiting, move || settled.set(number));
        }
    });
    is_settled
}
