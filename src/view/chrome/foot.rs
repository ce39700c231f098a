//! The foot: the key where it is folded, what the quotations are or as of when the page is fixed; beside it the page puts the line that opens the record. No opinion about the record.

use atlas::model::Kind;
use atlas::state::{State, View};
use atlas::words::{Key, day};
use yew::prelude::*;

use crate::context::Context;
use crate::view::element::{attrs, el, joined};
use crate::view::timeline::key_of_marks;

/// The foot, with the key of the kinds that the corpus holds.
pub(crate) fn foot(context: &Context, state: &State, view: &View, kinds: &[Kind]) -> Html {
    let (class, line) = match state.pins.as_of {
        Some(pinned) => {
            let words = context.cat.fill(Key::AsOfPinned, &[("date", &day(&context.cat, pinned))]);
            let later = if view.later > 0 { context.cat.get(Key::AsOfLater) } else { "" };
            (Some("pa-pinned"), joined(&[&words, " ", later]))
        }
        None => (None, context.say(Key::FootQuotes)),
    };
    el("footer", attrs! { "class": "pa-foot" })
        .with(key_of_marks(context, kinds, true))
        .with(el("span", attrs! { "class": class }).text(line))
        .into()
}
