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

use atlas::decimal::drawn;
use atlas::layout::Layout;
use atlas::model::Kind;
use atlas::state::{State, View};
use atlas::words::Key;
use yew::prelude::*;

use crate::context::Shared;
use crate::view::writer::{Writer, class, joined, tag};
use drawing::Drawing;
pub(crate) use field::date_field;
use frame::Frame;
pub(crate) use key::key_of_marks;
pub(crate) use period::period;

/// Room beside the plot in which what stands at its edge is not cut.
const BLEED_PX: f64 = 9.0;

/// The timeline, drawn once for each layout.
pub(crate) fn timeline(
    out: &mut Writer,
    state: &Shared<State>,
    view: &Shared<View>,
    layouts: &[Layout],
    kinds: &[Kind],
) {
    let live = layouts.len() == 1;
    let section =
        tag!("section", "id": "pa-timeline", "class": "pa-timeline", "aria-label": Key::TimelineLabel);
    out.el(section, |out| {
        mark::fades(out);
        key_of_marks(out, state, kinds, false);
        for layout in layouts {
            let only = if live { AttrValue::default() } else { joined(&["pa-only-", layout.class.word()]) };
            out.el(tag!("div", "class": class(&["pa-plot", &only])), |out| {
                let context = out.context.clone();
                out.node(html! {
                    <Drawing {context} state={state.clone()} view={view.clone()} layout={*layout} {live} />
                });
            });
        }
    });
}

/// The part of a drawing right of the lanes' names, in which x counts from the plot's left edge and what is moved out of it is not seen.
fn clip(out: &mut Writer, frame: &Frame, content: impl FnOnce(&mut Writer)) {
    let Layout { timeline_px: (width, _), lane_names_px: from, .. } = frame.layout;
    let (left, width, height) = (from - BLEED_PX, width - from + BLEED_PX, frame.height_px());
    let view_box = drawn("# 0 # #", &[-BLEED_PX, width, height]);
    let clip =
        tag!("svg", "class": "pa-clip", "x": left, "width": width, "height": height, "viewBox": view_box);
    out.el(clip, content);
}
