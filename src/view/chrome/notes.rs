//! Notes: what of the address was ignored, and the line for failures. No opinion about why.

use atlas::state::{Action, Note, State};
use atlas::words::Key;

use crate::view::reader::leave;
use crate::view::writer::{Writer, tag};

/// The notes.
pub(crate) fn notes(out: &mut Writer, state: &State) {
    let cat = &out.context.cat;
    out.el(tag!("div", "id": "pa-note", "class": "pa-note", "role": "status"), |out| {
        for note in &state.notes {
            let key = match note {
                Note::UnknownVenue(_) => Key::NoteUnknownVenue,
                Note::UnknownId(_) => Key::NoteUnknownId,
                Note::Retired(_) => Key::NoteRetired,
                Note::BadDate(_) => Key::NoteBadDate,
                Note::BadValue(_) => Key::NoteBadValue,
            };
            let words = cat.fill(key, &[("text", note.text())]);
            out.el(tag!("p"), |out| {
                out.line(tag!("bdi"), words);
                if let Some(gone) = out.context.corpus.retired(note.text()) {
                    out.text(" ");
                    out.text(gone.note);
                }
            });
        }
        if !state.notes.is_empty() {
            out.el(tag!("button", "type": "button", "class": "pa-button"), |out| {
                leave(out, Action::DismissNotes, true);
                out.text(Key::NoteClose);
            });
        }
    });
    out.leaf(tag!("p", "id": "pa-error", "class": "pa-error", "role": "alert"));
}
