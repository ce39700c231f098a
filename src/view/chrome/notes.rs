//! Notes: what of the address was ignored, and the line for failures. No opinion about why.

use atlas::state::{Action, Note, State};
use atlas::words::Key;
use yew::prelude::*;

use crate::context::Context;
use crate::view::element::{all, attrs, el};

/// The notes.
pub(crate) fn notes(context: &Context, state: &State) -> Html {
    let line = |note: &Note| {
        let key = match note {
            Note::UnknownVenue(_) => Key::NoteUnknownVenue,
            Note::UnknownId(_) => Key::NoteUnknownId,
            Note::Retired(_) => Key::NoteRetired,
            Note::BadDate(_) => Key::NoteBadDate,
            Note::BadValue(_) => Key::NoteBadValue,
        };
        let words = context.cat.fill(key, &[("text", note.text())]);
        el("p", attrs! {}).with(el("bdi", attrs! {}).text(words.into())).into()
    };
    let close = (!state.notes.is_empty()).then(|| {
        el("button", attrs! { "type": "button", "class": "pa-button" })
            .click(context.act(Action::DismissNotes))
            .text(context.say(Key::NoteClose))
            .into()
    });
    let notes = el("div", attrs! { "id": "pa-note", "class": "pa-note", "role": "status" })
        .list(state.notes.iter().map(line).collect())
        .maybe(close);
    let error = el("p", attrs! { "id": "pa-error", "class": "pa-error", "role": "alert" });
    all(vec![notes.into(), error.into()])
}
