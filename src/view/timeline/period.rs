//! The period in fields, and how the timeline is looked at: one quiet row that unfolds, for those who do not drag.
//! No opinion about what a period leaves out.

use atlas::date::Day;
use atlas::state::{Action, Period, State};
use atlas::timeline::Spacing;
use atlas::words::Key;
use yew::prelude::*;

use super::field::date_field;
use crate::context::Context;
use crate::view::element::{attrs, class, el, word_if};
use crate::view::icon;

/// What the period's button shows: a span between two lines.
const SPAN: &str = "M-6-5V5M6-5V5M-6 0H6M-3.4-2.6-6 0-3.4 2.6M3.4-2.6 6 0 3.4 2.6";

/// The row.
pub(crate) fn period(context: &Context, state: &State) -> Html {
    let now = state.period;
    let button = |key: Key, pressed: Option<&'static str>, off: bool, action: Action| -> Html {
        let attributes = attrs! {
            "type": "button", "class": "pa-button", "data-choice": key.name(), "aria-pressed": pressed,
            "disabled": off.then_some(""),
        };
        el("button", attributes).click(context.act(action)).text(context.say(key)).into()
    };
    let choice = |key: Key, on: bool, action: Action| {
        button(key, Some(if on { "true" } else { "false" }), false, action)
    };
    let row = |items: Vec<Html>| el("div", attrs! { "class": "pa-choices" }).list(items);
    let set = |to: bool| {
        Callback::from(move |day: Option<Day>| {
            let (from, to) = if to { (now.from, day) } else { (day, now.to) };
            Action::SetPeriod(Period { from, to, ..now })
        })
    };
    let fields = row(vec![
        date_field(context, "pa-from", Key::PeriodFrom, now.from, (None, now.to), set(false)),
        date_field(context, "pa-to", Key::PeriodTo, now.to, (now.from, None), set(true)),
    ]);
    let within = row(vec![
        choice(Key::PeriodPossibly, !now.surely, Action::SetPeriod(Period { surely: false, ..now })),
        choice(Key::PeriodSurely, now.surely, Action::SetPeriod(Period { surely: true, ..now })),
    ]);
    let spacing = row(vec![
        choice(
            Key::SpacingByTime,
            state.spacing == Spacing::Proportional,
            Action::SetSpacing(Spacing::Proportional),
        ),
        choice(Key::SpacingEqual, state.spacing == Spacing::Equal, Action::SetSpacing(Spacing::Equal)),
    ]);
    let back = row(vec![
        button(Key::PeriodClear, None, now.is_all(), Action::SetPeriod(Period::default())),
        button(Key::TimelineWhole, None, state.seen.is_none(), Action::LookAt(None)),
    ]);
    let summary = el("summary", attrs! { "class": class(&["pa-button", word_if(!now.is_all(), "pa-on")]) })
        .with(icon(SPAN))
        .with(el("span", attrs! {}).text(context.say(Key::PeriodLabel)));
    let folded =
        el("div", attrs! { "class": "pa-period-fields" }).with(fields).with(within).with(back).with(spacing);
    el("details", attrs! { "class": "pa-period" }).with(summary).with(folded).into()
}
