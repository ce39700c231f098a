//! The axis: ticks, the breaks with their length in words, the period that is asked for, and the strip on which one is dragged.
//! No opinion about what a period does.

use atlas::decimal::{drawn, whole};
use atlas::labels::text_width_px;
use atlas::state::{Action, Period, State};
use atlas::timeline::{Gap, Lanes, Tick, TickOf};
use atlas::words::{Key, months_between};
use yew::prelude::*;

use super::as_of::{flag_px, is_quiet};
use super::clip;
use super::drawing::Laid;
use super::frame::{Frame, TOP_PX};
use crate::platform;
use crate::view::writer::{Writer, shift, tag};

/// The axis under the lanes.
pub(super) fn axis(out: &mut Writer, state: &State, laid: &Laid) {
    let Laid { lanes, frame, .. } = laid;
    let (bottom, height) = (frame.bottom_px(), frame.height_px());
    let width = frame.layout.timeline_px.0;
    let from = frame.layout.lane_names_px;
    out.el(tag!("g", "class": "pa-axis"), |out| {
        let base = drawn("M# #H#", &[from, bottom, width]);
        out.leaf(tag!("path", "class": "pa-base", "d": base));
        out.leaf(tag!(
            "rect", "class": "pa-axis-strip", "x": from, "y": bottom, "width": width - from, "height": height - bottom,
        ));
        clip(out, frame, |out| {
            out.el(tag!("g", "class": "pa-moves"), |out| {
                let flag = (!is_quiet(state, frame)).then(|| flag_px(out.context, state, lanes, frame));
                let end = lanes.scale.width_px() + frame.layout.timeline_end_px;
                let (flag, flag_px) = flag.unwrap_or((end, 0.0));
                let mut free = 0.0;
                for tick in &laid.ticks {
                    let (words, wide) = tick_words(out, tick);
                    // Right of the tick or else left of it, whole, not under the flag of the as-of date.
                    let is_clear = |from: &f64| {
                        *from >= free && from + wide <= end && (from + wide < flag || *from > flag + flag_px)
                    };
                    let from = [tick.x_px + 3.0, tick.x_px - 3.0 - wide].into_iter().find(is_clear);
                    free = from.map_or(free, |from| from + wide + 4.0);
                    out.el(tag!("g", "transform": shift(tick.x_px, 0.0)), |out| {
                        // Over it, each lane draws its part behind its marks.
                        out.leaf(tag!("path", "class": "pa-tick", "d": drawn("M0 #v4", &[bottom])));
                        if let Some(from) = from {
                            out.el(tag!("g", "class": "pa-x"), |out| {
                                out.line(tag!("text", "x": from - tick.x_px, "y": bottom + 16.0), words)
                            });
                        }
                    });
                }
                for gap in lanes.scale.gaps() {
                    gap_at(out, gap, bottom);
                }
                band(out, state, lanes, frame);
                let brushing = ("pa-band pa-brushing", height - TOP_PX);
                out.leaf(tag!(
                    "rect", "class": brushing.0, "y": TOP_PX, "width": "0", "height": brushing.1,
                ));
            });
        });
    });
}

/// The words of a tick, and how wide they are, px.
fn tick_words(out: &Writer, tick: &Tick) -> (String, f64) {
    let cat = &out.context.cat;
    let (year, month, day) = tick.day.ymd();
    let (day, year) = (whole(day.into()), whole(year.into()));
    let short = cat.of(Key::MonthShort, MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default());
    let words = match (tick.of, tick.with_year) {
        (TickOf::Year, _) => year,
        (TickOf::Month, false) => short.to_owned(),
        (of, with_year) => {
            let key = match (of, with_year) {
                (TickOf::Month, _) => Key::DateMonth,
                (_, true) => Key::DateDay,
                (_, false) => Key::DateDayMonth,
            };
            cat.fill(key, &[("d", &day), ("month", short), ("y", &year)])
        }
    };
    let wide = text_width_px(&words, 12.0, false);
    (words, wide)
}

fn gap_at(out: &mut Writer, gap: &Gap, bottom: f64) {
    let cat = &out.context.cat;
    let (a, b) = (gap.from_px, gap.to_px);
    let n = months_between(gap.from, gap.to);
    let months = cat.count(Key::TimelineGap, n, &[]);
    let fits = text_width_px(&months, 13.0, false) < bottom;
    let words = if fits { months.clone() } else { cat.count(Key::TimelineMonths, n, &[]) };
    out.el(tag!("g"), |out| {
        out.el(tag!("rect", "class": "pa-gap", "x": a, "width": b - a, "height": bottom), |out| {
            out.line(tag!("title"), months);
        });
        for x in [a, b] {
            let side = tag!(
                "rect", "class": "pa-torn", "transform": shift(x, 0.0), "x": "-4", "width": "8", "height": bottom,
            );
            out.leaf(side);
        }
        if b - a >= 22.0 {
            let upright = drawn("translate(# #) rotate(-90)", &[f64::midpoint(a, b), bottom / 2.0]);
            let label = tag!(
                "text", "class": "pa-gap-words", "transform": upright, "dy": ".35em", "text-anchor": "middle",
            );
            out.line(label, words);
        }
    });
}

/// The period that is asked for, with a button that clears it.
fn band(out: &mut Writer, state: &State, laid: &Lanes, frame: &Frame) {
    let period = state.period;
    if period.is_all() {
        return;
    }
    let scale = &laid.scale;
    let from = period.from.map_or(-1.0, |day| scale.x(f64::from(day.number())));
    let to = period.to.map_or(scale.width_px() + 1.0, |day| scale.x(f64::from(day.number()) + 1.0));
    // At its end, at its start or beside the flag of the as-of date: in sight, as long as the plot is, and not under the flag.
    let (flag, flag_px) = flag_px(out.context, state, laid, frame);
    let is_free = |x: &f64| *x + 9.0 < flag || *x - 9.0 > flag + flag_px;
    let places = [to.min(scale.width_px()).max(16.0) - 9.0, from.max(0.0) + 9.0];
    let x = places.into_iter().find(is_free).unwrap_or(flag - 10.0);
    out.el(tag!("g", "data-period": ""), |out| {
        let (wide, tall) = ((to - from).max(2.0), frame.height_px() - TOP_PX);
        out.leaf(tag!("rect", "class": "pa-band", "x": from, "y": TOP_PX, "width": wide, "height": tall));
        let button = tag!(
            "g", "class": "pa-clear", "role": "button", "tabindex": "0", "aria-label": Key::PeriodClear,
            "transform": shift(x, frame.bottom_px() + 11.0),
        );
        out.el(button, |out| {
            let clear = out.context.act(Action::SetPeriod(Period::default()));
            let press = clear.clone();
            // It goes with the period; the focus stays on the timeline.
            let hand_on = move |event: Event| {
                platform::focus_beside(&event, "#pa-timeline", STOPS);
                press.emit(event);
            };
            out.on("keydown", platform::on_activate(Callback::from(hand_on)));
            out.on("click", clear);
            out.el(tag!("g", "class": "pa-x"), |out| {
                out.leaf(tag!("circle", "class": "pa-target", "r": "12"));
                out.leaf(tag!("circle", "r": "8"));
                out.leaf(tag!("path", "d": "M-3-3 3 3M3-3-3 3"));
            });
        });
    });
}

/// What takes the focus in place of the period's cross.
const STOPS: &str = "[data-mark][tabindex='0'], [role=slider]";

const MONTHS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
