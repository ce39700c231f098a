//! The key of the marks: every kind that the corpus holds, in words. A row where there is room, folded elsewhere.
//! No opinion about counts.

use atlas::model::{Kind, Stance};
use atlas::words::Key;
use yew::prelude::*;

use crate::context::Context;
use crate::view::glyph;

/// Properties of the key, which never change: it is drawn once.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct KeyProps {
    pub(crate) context: Context,
    /// In the foot it is folded.
    pub(crate) folded: bool,
}

/// The key, as a row or folded.
#[component]
pub(crate) fn KeyOfMarks(props: &KeyProps) -> Html {
    let context = &props.context;
    let label = context.say(Key::KeyLabel);
    if props.folded {
        html! { <details class="pa-key v-key"><summary>{ label }</summary>{ all(context) }</details> }
    } else {
        html! { <div class="pa-key-row pa-only-wide v-key"><b>{ label }</b>{ all(context) }</div> }
    }
}

fn all(context: &Context) -> Html {
    let held = |kind: &Kind| context.corpus.entries().any(|entry| entry.kind() == *kind);
    let kinds: Vec<Kind> = Kind::all().filter(held).collect();
    let item = |kind: Kind| {
        html! {
            <li key={kind.word()}>{ glyph::icon(kind, false, 14) }<span>{ context.cat.of(Key::Kind, kind.word()).to_owned() }</span></li>
        }
    };
    let more = html! { <>
        <li>{ glyph::icon(Kind::Statement(Stance::Refuses), true, 14) }<span>{ context.say(Key::KeySecondHand) }</span></li>
        <li><i class="pa-key-span" aria-hidden="true" /><span>{ context.say(Key::KeyUnknownDay) }</span></li>
        <li>
            <svg class="pa-glyph" width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
                <circle class="pa-ring" r="7.6" /><circle class="pa-disc" r="4.6" />
            </svg>
            <span>{ context.say(Key::MapTookPlace) }</span>
        </li>
        <li><i class="pa-dot pa-dot-area" aria-hidden="true" /><span>{ context.say(Key::MapArea) }</span></li>
    </> };
    html! { <ul>{ for kinds.into_iter().map(item) }{ more }</ul> }
}
