//! The foot: the key where it is folded, the fold that cites, exports and checks, the link to what is shown, what the quotations are; beside it the page puts the line that opens the record. No opinion about the record.

use atlas::model::Kind;
use atlas::state::{State, View};
use atlas::words::Key;

use super::share::share;
use crate::context::Shared;
use crate::view::cite::{Subject, cite_fold};
use crate::view::timeline::key_of_marks;
use crate::view::writer::{Writer, tag};

/// The foot, with the key of the kinds that the corpus holds.
pub(crate) fn foot(out: &mut Writer, state: &Shared<State>, view: &Shared<View>, kinds: &[Kind]) {
    out.el(tag!("footer", "class": "pa-foot"), |out| {
        key_of_marks(out, state, kinds, true);
        cite_fold(out, Subject::Shown(state.clone(), view.clone()));
        share(out, state);
        out.line(tag!("span"), Key::FootQuotes);
    });
}
