//! The foot: the key where it is folded, the fold that cites, exports and checks, the link to what is shown, what the quotations are or as of when the page is fixed; beside it the page puts the line that opens the record. No opinion about the record.

use atlas::model::Kind;
use atlas::state::{State, View};
use atlas::words::{Key, day};

use super::share::share;
use crate::context::Shared;
use crate::view::cite::{Subject, cite_fold};
use crate::view::timeline::key_of_marks;
use crate::view::writer::{Writer, joined, tag};

/// The foot, with the key of the kinds that the corpus holds.
pub(crate) fn foot(out: &mut Writer, state: &Shared<State>, view: &Shared<View>, kinds: &[Kind]) {
    let cat = &out.context.cat;
    out.el(tag!("footer", "class": "pa-foot"), |out| {
        key_of_marks(out, state, kinds, true);
        cite_fold(out, Subject::Shown(state.clone(), view.clone()));
        share(out, state);
        let Some(pinned) = state.pins.as_of else { return out.line(tag!("span"), Key::FootQuotes) };
        let words = cat.fill(Key::AsOfPinned, &[("date", &day(cat, pinned))]);
        let later = if view.later > 0 { cat.get(Key::AsOfLater) } else { "" };
        out.line(tag!("span", "class": "pa-pinned"), joined(&[&words, " ", later]));
    });
}
