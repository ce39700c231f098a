//! The foot: what the quotations are, the boundary note, the way to the record. No opinion about the record.

use atlas::words::Key;
use yew::prelude::*;

use crate::context::Context;
use crate::view::timeline::key::folded;

/// Properties of [`Foot`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FootProps {
    /// Corpus, words, dispatch.
    pub context: Context,
}

/// The foot.
#[component]
pub fn Foot(props: &FootProps) -> Html {
    let context = &props.context;
    html! {
        <footer class="pa-foot">
            { folded(context) }
            <span>{ context.say(Key::FootQuotes) }</span>
            <a href="#record">{ context.say(Key::FootAbout) }</a>
        </footer>
    }
}
