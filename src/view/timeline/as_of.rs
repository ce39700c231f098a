//! The as-of date: a handle over the lanes, with its date in a flag on the axis. Dragged it goes to any day, by arrow keys to the next
//! day on which something was reported. Where an editor pinned the date it is a line that nothing moves.
//! No opinion about what the date hides.

use atlas::date::Day;
use atlas::decimal::{drawn, whole};
use atlas::labels::text_width_px;
use atlas::layout::WidthClass;
use atlas::state::{Action, State, report_dates};
use atlas::timeline::Lanes;
use atlas::words::{Key, day};

use super::frame::{Frame, TOP_PX};
use super::{BLEED_PX, clip};
use crate::context::Context;
use crate::platform;
use crate::view::writer::{Writer, class, shift, tag, word_if};

/// Less room than this has no words on what is not reported yet.
const NOT_YET_PX: f64 = 260.0;

/// The words of the flag.
pub(super) fn flag_words(context: &Context, on: Option<Day>) -> String {
    match on {
        Some(on) => [context.cat.get(Key::AsOfLabel), " ", &day(&context.cat, on)].concat(),
        None => context.cat.get(Key::AsOfLatest).to_owned(),
    }
}

/// Where the flag stands: its left edge and its width, px. Always inside the plot.
pub(super) fn flag_px(context: &Context, state: &State, laid: &Lanes, frame: &Frame) -> (f64, f64) {
    let (x, out_of) = line_px(state, laid);
    let flag_px = text_width_px(&pointed(&flag_words(context, state.as_of()), out_of), 12.0, true) + 10.0;
    let left = (x - flag_px / 2.0)
        .min(laid.scale.width_px() + frame.layout.timeline_end_px - flag_px)
        .max(2.0 - BLEED_PX);
    (left, flag_px)
}

/// Where the line stands: at its day or, where that is out of sight, at the edge on its side.
pub(super) fn line_px(state: &State, laid: &Lanes) -> (f64, Option<Edge>) {
    let (scale, width) = (&laid.scale, laid.scale.width_px());
    match state.as_of().map(|on| scale.x_of(on)) {
        Some(x) if x < 0.0 => (0.0, Some(Edge::Start)),
        Some(x) if x <= width => (x, None),
        None if scale.shows_end() => (width, None),
        _ => (width, Some(Edge::End)),
    }
}

/// Whether the flag is shown only while the handle is met: on a phone it would hide the years, to say that nothing is hidden.
pub(super) fn is_quiet(state: &State, frame: &Frame) -> bool {
    frame.layout.class == WidthClass::Narrow && state.as_of().is_none()
}

/// The edge of the plot beyond which a day is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    End,
}

/// Words with an arrow to where their day is out of sight.
fn pointed(words: &str, out_of: Option<Edge>) -> String {
    match out_of {
        Some(Edge::Start) => ["‹ ", words].concat(),
        Some(Edge::End) => [words, " ›"].concat(),
        None => words.to_owned(),
    }
}

/// The line, and the handle where the reader may move it.
pub(super) fn as_of(out: &mut Writer, state: &State, laid: &Lanes, frame: &Frame, live: bool) {
    let context = out.context;
    let Some((first, last)) = report_dates(context.corpus) else { return };
    let on = state.as_of();
    let width = laid.scale.width_px();
    let (x, out_of) = line_px(state, laid);
    let (bottom, words) = (frame.bottom_px(), flag_words(context, on));
    let (left, flag_px) = flag_px(context, state, laid, frame);
    let left = left - x;
    let body = |out: &mut Writer| {
        if on.is_some() {
            // From beside the marks of the day itself, or all that is seen.
            let from = if out_of == Some(Edge::Start) { 0.0 } else { 9.0 };
            out.leaf(tag!(
                "rect", "class": "pa-veil", "x": from, "y": TOP_PX, "width": 2.0 * width, "height": bottom - TOP_PX,
            ));
        }
        out.el(tag!("g", "class": "pa-x"), |out| {
            if on.is_some() && width - x > NOT_YET_PX {
                out.line(tag!("text", "class": "pa-not-yet", "x": "12", "y": TOP_PX + 16.0), Key::AsOfNotYet);
            }
            if out_of.is_none() {
                out.leaf(tag!("path", "d": drawn("M0 #V#", &[TOP_PX, bottom + 3.0])));
            }
            out.leaf(tag!("rect", "class": "pa-grip", "x": "-12", "y": "-12", "width": "24", "height": TOP_PX + 12.0));
            out.leaf(tag!("circle", "class": "pa-knob", "cy": "5", "r": "4"));
            out.leaf(tag!(
                "rect", "class": "pa-flag", "x": left, "y": bottom + 2.0, "width": flag_px, "height": "18", "rx": "9",
            ));
            let (x, y) = (left + flag_px / 2.0, bottom + 15.0);
            out.line(tag!("text", "x": x, "y": y, "text-anchor": "middle"), pointed(&words, out_of));
        });
    };
    clip(out, frame, |out| {
        // A day moves with its time, as long as it is in sight.
        let moves = on.is_some() && out_of.is_none();
        let class = class(&[word_if(moves, "pa-moves"), word_if(is_quiet(state, frame), "pa-quiet-flag")]);
        out.el(tag!("g", "class": class), |out| {
            let place = shift(x, 0.0);
            if state.pins.as_of.is_some() || !live {
                return out.el(tag!("g", "class": "pa-as-of-line", "transform": place), body);
            }
            let number = |day: Day| whole(day.number().into());
            let end = last.plus(1);
            let handle = tag!(
                "g", "class": "pa-as-of-line", "transform": place, "role": "slider", "tabindex": "0",
                "aria-label": Key::AsOfLabel, "aria-valuetext": words.clone(), "aria-valuemin": number(first),
                "aria-valuemax": number(end), "aria-valuenow": number(on.unwrap_or(end).max(first).min(end)),
            );
            out.el(handle, |out| {
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
                out.on("keydown", keys);
                body(out);
            });
        });
    });
}
