//! The as-of date: a handle over the lanes, with its date in a flag on the axis. Dragged it goes to any day, by arrow keys to the next
//! day on which something was reported. Where an editor pinned the date it is a line that nothing moves.
//! No opinion about what the date hides.

use atlas::date::Day;
use atlas::decimal::px;
use atlas::labels::text_width_px;
use atlas::state::{Action, State, report_dates};
use atlas::timeline::Lanes;
use atlas::words::{Key, day};
use yew::prelude::*;

use super::clip;
use super::frame::{Frame, TOP_PX};
use crate::context::Context;
use crate::platform;
use crate::view::element::{attrs, el, joined, shift};

/// The words of the flag.
pub(super) fn flag_words(context: &Context, on: Option<Day>) -> String {
    match on {
        Some(on) => [context.cat.get(Key::AsOfLabel), " ", &day(&context.cat, on)].concat(),
        None => context.cat.get(Key::AsOfLatest).to_owned(),
    }
}

/// The line, and the handle where the reader may move it.
pub(super) fn as_of(
    context: &Context,
    state: &State,
    laid: &Lanes,
    frame: &Frame,
    live: bool,
) -> Option<Html> {
    let on = state.as_of();
    let pinned = state.pins.as_of.is_some();
    let (first, last) = report_dates(context.corpus)?;
    let width = laid.scale.width_px();
    let x = on.map_or(width, |on| laid.scale.x_of(on));
    let (bottom, words) = (frame.bottom_px(), flag_words(context, on));
    let flag_px = text_width_px(&words, 12.0, true) + 10.0;
    // Inside the plot, as long as the line is.
    let left = (x - flag_px / 2.0)
        .min(width + frame.layout.timeline_end_px - flag_px)
        .max(4.0 - frame.layout.lane_names_px);
    let flag = attrs! {
        "class": "pa-flag", "x": left - x, "y": bottom + 2.0, "width": flag_px, "height": "18", "rx": "9",
    };
    let label = attrs! { "x": left - x + flag_px / 2.0, "y": bottom + 15.0, "text-anchor": "middle" };
    let line = joined(&["M0 ", &px(TOP_PX), "V", &px(bottom + 3.0)]);
    let veil = attrs! { "class": "pa-veil", "y": TOP_PX, "width": 2.0 * width, "height": bottom - TOP_PX };
    let number = |day: Day| day.number().to_string();
    let transform = shift(x, 0.0);
    let handle = if pinned || !live {
        el("g", attrs! { "class": "pa-as-of-line", "transform": transform })
    } else {
        let attributes = attrs! {
            "class": "pa-as-of-line", "transform": transform, "role": "slider", "tabindex": "0",
            "aria-label": context.say(Key::AsOfLabel), "aria-valuetext": words.clone(),
            "aria-valuemin": number(first), "aria-valuemax": number(last.plus(1)),
            "aria-valuenow": number(on.unwrap_or(last.plus(1)).max(first).min(last.plus(1))),
        };
        let dispatch = context.dispatch.clone();
        let keys = platform::on_key(move |key| {
            let action = match key {
                "ArrowRight" | "ArrowUp" => Action::StepAsOf(1),
                "ArrowLeft" | "ArrowDown" => Action::StepAsOf(-1),
                "Home" => Action::SetAsOf(Some(first)),
                "End" => Action::SetAsOf(None),
                _ => return false,
            };
            dispatch.emit(action);
            true
        });
        el("g", attributes).on("keydown", keys)
    };
    let grip = attrs! { "class": "pa-grip", "x": "-12", "width": "24", "height": TOP_PX + 14.0 };
    let handle = handle.maybe(on.map(|_| el("rect", veil).into())).with(
        el("g", attrs! { "class": "pa-x" })
            .with(el("path", attrs! { "d": line }))
            .with(el("rect", grip))
            .with(el("circle", attrs! { "class": "pa-knob", "cy": "5", "r": "4" }))
            .with(el("rect", flag))
            .with(el("text", label).text(words.into())),
    );
    // The latest is at the end whatever is looked at; a day moves with its time.
    let moves = on.map_or("pa-latest", |_| "pa-moves");
    Some(clip(frame, el("g", attrs! { "class": moves }).with(handle)))
}
