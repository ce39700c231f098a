//! The period in fields, and how the timeline is looked at: one quiet row that unfolds, for those who do not drag.
//! No opinion about what a period leaves out.

use atlas::state::{Action, Period, State};
use atlas::timeline::Spacing;
use atlas::words::Key;
use yew::prelude::*;

use super::field::date_field;
use super::keys::ZOOM_STEP;
use crate::view::icon;
use crate::view::writer::{Writer, class, tag, word_if};

/// What the period's button shows: a span between two lines.
const SPAN: &str = "M-6-5V5M6-5V5M-6 0H6M-3.4-2.6-6 0-3.4 2.6M3.4-2.6 6 0 3.4 2.6";

/// The part of what is seen that one press moves.
const PAN_STEP: f64 = 0.6;

/// The row.
pub(crate) fn period(out: &mut Writer, state: &State) {
    let now = state.period;
    out.el(tag!("details", "class": "pa-period pa-fold"), |out| {
        let class = class(&["pa-button", word_if(!now.is_all(), "pa-on")]);
        out.el(tag!("summary", "class": class), |out| {
            icon(out, SPAN);
            out.line(tag!("span"), Key::PeriodLabel);
        });
        out.el(tag!("div", "class": "pa-period-fields"), |out| {
            out.el(tag!("div", "class": "pa-choices"), |out| {
                let (from, to) = (now.from, now.to);
                let set_from = move |from| Action::SetPeriod(Period { from, ..now });
                date_field(out, "pa-from", Key::PeriodFrom, [from, None, to], Callback::from(set_from));
                let set_to = move |to| Action::SetPeriod(Period { to, ..now });
                date_field(out, "pa-to", Key::PeriodTo, [to, from, None], Callback::from(set_to));
            });
            out.el(tag!("div", "class": "pa-choices"), |out| {
                for (key, surely) in [(Key::PeriodPossibly, false), (Key::PeriodSurely, true)] {
                    let action = Action::SetPeriod(Period { surely, ..now });
                    choice(out, key, Some(now.surely == surely), false, action);
                }
            });
            out.el(tag!("div", "class": "pa-choices"), |out| {
                choice(out, Key::PeriodClear, None, now.is_all(), Action::SetPeriod(Period::default()));
            });
            out.el(tag!("div", "class": "pa-choices"), |out| {
                let whole = state.seen.is_none();
                choice(out, Key::TimelineZoomIn, None, false, Action::ZoomTime(ZOOM_STEP));
                choice(out, Key::TimelineZoomOut, None, whole, Action::ZoomTime(1.0 / ZOOM_STEP));
                choice(out, Key::TimelineWhole, None, whole, Action::LookAt(None));
                choice(out, Key::TimelineEarlier, None, whole, Action::PanTime(-PAN_STEP));
                choice(out, Key::TimelineLater, None, whole, Action::PanTime(PAN_STEP));
            });
            out.el(tag!("div", "class": "pa-choices"), |out| {
                let ways = [(Key::SpacingByTime, Spacing::Proportional), (Key::SpacingEqual, Spacing::Equal)];
                for (key, spacing) in ways {
                    choice(out, key, Some(state.spacing == spacing), false, Action::SetSpacing(spacing));
                }
            });
        });
    });
}

fn choice(out: &mut Writer, key: Key, pressed: Option<bool>, off: bool, action: Action) {
    let button = tag!(
        "button", "type": "button", "class": "pa-button", "data-choice": key as usize, "aria-pressed": pressed,
        "disabled": off.then_some(""),
    );
    out.el(button, |out| {
        out.act(action);
        out.text(key);
    });
}
