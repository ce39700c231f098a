//! Notes: what of the address was ignored, and the line for failures. No opinion about why.

use atlas::state::{Action, Note, State};
use atlas::words::Key;
use yew::prelude::*;

use crate::context::{Context, Shared};

/// Properties of [`Notes`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NotesProps {
    /// Corpus, words, dispatch.
    pub context: Context,
    /// The state.
    pub state: Shared<State>,
}

/// The notes.
#[component]
pub fn Notes(props: &NotesProps) -> Html {
    let NotesProps { context, state } = props;
    let lines = state.notes.iter().map(|note| {
        let key = match note {
            Note::UnknownVenue(_) => Key::NoteUnknownVenue,
            Note::UnknownId(_) => Key::NoteUnknownId,
            Note::Retired(_) => Key::NoteRetired,
            Note::BadDate(_) => Key::NoteBadDate,
            Note::BadValue(_) => Key::NoteBadValue,
        };
        html! { <p><bdi>{ context.cat.fill(key, &[("text", note.text())]) }</bdi></p> }
    });
    html! { <>
        <div id="pa-note" class="pa-note" role="status">
            { for lines }
            if !state.notes.is_empty() {
                <button type="button" class="pa-button" onclick={context.on(|| Action::DismissNotes)}>
                    { context.say(Key::NoteClose) }
                </button>
            }
        </div>
        <p id="pa-error" class="pa-error" role="alert"></p>
    </> }
}
