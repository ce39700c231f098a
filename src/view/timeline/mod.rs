//! The timeline: lanes by venue, marks by stance, breaks where nothing is held, and the as-of date.
//! No opinion about where a mark stands; the core has laid it out.

mod drawing;
mod key;

use atlas::layout::Layout;
use atlas::model::Kind;
use atlas::state::{State, View};
use atlas::words::Key;
use yew::prelude::*;

use crate::context::{Context, Shared};
use crate::view::element::{attrs, class, el, joined};
use drawing::Drawing;
pub(crate) use key::key_of_marks;

/// The timeline, drawn once for each layout.
pub(crate) fn timeline(
    context: &Context,
    state: &Shared<State>,
    view: &Shared<View>,
    layouts: &[Layout],
    kinds: &[Kind],
) -> Html {
    let live = layouts.len() == 1;
    let plot = |layout: &Layout| {
        let drawing = html! {
            <Drawing context={context.clone()} state={state.clone()} view={view.clone()} layout={*layout} {live} />
        };
        let only = if live { AttrValue::default() } else { joined(&["pa-only-", layout.class.word()]) };
        el("div", attrs! { "class": class(&["pa-plot", &only]) }).with(drawing).into()
    };
    let attributes = attrs! {
        "id": "pa-timeline", "class": "pa-timeline", "aria-label": context.say(Key::TimelineLabel),
    };
    el("section", attributes)
        .with(key_of_marks(context, kinds, false))
        .list(layouts.iter().map(plot).collect())
        .into()
}
