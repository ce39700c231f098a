//! The timeline: lanes by venue, marks by stance, breaks where nothing is held, the period, and the as-of date.
//! No opinion about where a mark stands; the core has laid it out.

mod as_of;
mod axis;
mod drawing;
mod field;
mod frame;
mod key;
mod keys;
mod labels;
mod lane;
mod mark;
mod period;

use atlas::decimal::px;
use atlas::layout::Layout;
use atlas::model::Kind;
use atlas::state::{State, View};
use atlas::words::Key;
use yew::prelude::*;

use crate::context::{Context, Shared};
use crate::view::element::{Element, attrs, class, el, joined};
use drawing::Drawing;
pub(crate) use field::date_field;
use frame::Frame;
pub(crate) use key::key_of_marks;
pub(crate) use period::period;

/// Room beside the plot in which what stands at its edge is not cut.
const BLEED_PX: f64 = 10.0;

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
        .with(mark::fades(context))
        .with(key_of_marks(context, kinds, false))
        .list(layouts.iter().map(plot).collect())
        .into()
}

/// The part of a drawing right of the lanes' names, in which x counts from the plot's left edge and what is moved out of it is not seen.
fn clip(frame: &Frame, content: Element) -> Html {
    let Layout { timeline_px: (width, _), lane_names_px: from, .. } = frame.layout;
    let (left, width, height) = (px(from - BLEED_PX), px(width - from + BLEED_PX), px(frame.height_px()));
    let view_box = joined(&["-", &px(BLEED_PX), " 0 ", &width, " ", &height]);
    el("svg", attrs! { "class": "pa-clip", "x": left, "width": width, "height": height, "viewBox": view_box })
        .with(content)
        .into()
}
