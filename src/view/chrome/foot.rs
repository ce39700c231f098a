//! The foot: the key where it is folded, what the quotations are or as of when the page is fixed; beside it the page puts the line that opens the record. No opinion about the record.

use atlas::state::State;
use atlas::words::{Key, day};
use yew::prelude::*;

use crate::context::{Context, Shared};
use crate::view::timeline::KeyOfMarks;

/// Properties of [`Foot`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FootProps {
    /// Corpus, words, dispatch.
    pub context: Context,
    /// The state.
    pub state: Shared<State>,
}

/// The foot.
#[component]
pub fn Foot(props: &FootProps) -> Html {
    let FootProps { context, state } = props;
    let line = match state.pins.as_of {
        Some(pinned) => context.cat.fill(Key::AsOfPinned, &[("date", &day(&context.cat, pinned))]),
        None => context.cat.get(Key::FootQuotes).to_owned(),
    };
    html! {
        <footer class="pa-foot">
            <KeyOfMarks context={context.clone()} folded={true} />
            <span class={state.pins.as_of.map(|_| "pa-pinned")}>{ line }</span>
        </footer>
    }
}
