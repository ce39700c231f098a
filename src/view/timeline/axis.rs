//! The axis: ticks, the breaks with their length in words, the period that is asked for, and the strip on which one is dragged.
//! No opinion about what a period does.

use atlas::decimal::px;
use atlas::labels::text_width_px;
use atlas::state::{Action, Period, State};
use atlas::timeline::{Gap, Lanes, Tick, TickOf, ticks};
use atlas::words::{Key, months_between};
use yew::prelude::*;

use super::clip;
use super::frame::{Frame, TOP_PX};
use crate::context::Context;
use crate::platform;
use crate::view::element::{attrs, el, joined, shift};

/// Half the width of the flag of the as-of date, at most.
const FLAG_HALF_PX: f64 = 90.0;

/// The axis under the lanes.
pub(super) fn axis(context: &Context, state: &State, laid: &Lanes, frame: &Frame) -> Html {
    let bottom = frame.bottom_px();
    let width = frame.layout.timeline_px.0;
    let from = frame.layout.lane_names_px;
    let room = if width < 500.0 { 54.0 } else { 64.0 };
    let base = joined(&["M", &px(from), " ", &px(bottom), "H", &px(width)]);
    let strip = attrs! {
        "class": "pa-axis-strip", "x": from, "y": bottom, "width": width - from, "height": frame.height_px() - bottom,
    };
    let moving = el("g", attrs! { "class": "pa-moves" })
        .maybe(band(context, state, laid, frame))
        .list(ticks(&laid.scale, room).into_iter().map(|tick| tick_at(context, tick, bottom)).collect())
        .list(laid.scale.gaps().iter().map(|gap| gap_at(context, gap, bottom)).collect());
    let brushing = attrs! {
        "class": "pa-band pa-brushing", "y": TOP_PX, "width": "0", "height": frame.height_px() - TOP_PX,
    };
    el("g", attrs! { "class": "pa-axis" })
        .with(el("path", attrs! { "class": "pa-base", "d": base }))
        .with(el("rect", strip))
        .with(clip(frame, moving.with(el("rect", brushing))))
        .into()
}

fn tick_at(context: &Context, tick: Tick, bottom: f64) -> Html {
    let (year, month, day) = tick.day.ymd();
    let (day, year) = (day.to_string(), year.to_string());
    let short =
        context.cat.of(Key::MonthShort, MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default());
    let words = match (tick.of, tick.with_year) {
        (TickOf::Year, _) => year,
        (TickOf::Month, false) => short.to_owned(),
        (of, with_year) => {
            let key = match (of, with_year) {
                (TickOf::Month, _) => Key::DateMonth,
                (_, true) => Key::DateDay,
                (_, false) => Key::DateDayMonth,
            };
            context.cat.fill(key, &[("d", &day), ("month", short), ("y", &year)])
        }
    };
    let line = joined(&["M0 ", &px(TOP_PX), "V", &px(bottom + 4.0)]);
    let label = el("g", attrs! { "class": "pa-x" })
        .with(el("text", attrs! { "x": "3", "y": bottom + 16.0 }).text(words.into()));
    el("g", attrs! { "transform": shift(tick.x_px, 0.0) })
        .with(el("path", attrs! { "class": "pa-tick", "d": line }))
        .with(label)
        .into()
}

fn gap_at(context: &Context, gap: &Gap, bottom: f64) -> Html {
    let (a, b) = (gap.from_px, gap.to_px);
    let n = months_between(gap.from, gap.to);
    let months = context.cat.count(Key::TimelineGap, n, &[]);
    let fits = text_width_px(&months, 13.0, false) < bottom;
    let words = if fits { months.clone() } else { context.cat.count(Key::TimelineMonths, n, &[]) };
    let rect = attrs! { "class": "pa-gap", "x": a, "width": b - a, "height": bottom };
    let edge = |x: f64| el("path", attrs! { "class": "pa-torn", "d": torn(x, bottom) });
    let named = (b - a >= 22.0).then(|| {
        let (x, y) = (px(f64::midpoint(a, b)), px(bottom / 2.0));
        let upright = joined(&["translate(", &x, " ", &y, ") rotate(-90)"]);
        let label = attrs! {
            "class": "pa-gap-words", "transform": upright, "dy": ".35em", "text-anchor": "middle",
        };
        el("text", label).text(words.into()).into()
    });
    el("g", attrs! {})
        .with(el("rect", rect).with(el("title", attrs! {}).text(months.into())))
        .with(edge(a))
        .with(edge(b))
        .maybe(named)
        .into()
}

/// The period that is asked for, with a button that clears it.
fn band(context: &Context, state: &State, laid: &Lanes, frame: &Frame) -> Option<Html> {
    let period = state.period;
    if period.is_all() {
        return None;
    }
    let scale = &laid.scale;
    let from = period.from.map_or(-1.0, |day| scale.x(f64::from(day.number())));
    let to = period.to.map_or(scale.width_px() + 1.0, |day| scale.x(f64::from(day.number()) + 1.0));
    let bottom = frame.bottom_px();
    let rect = attrs! {
        "class": "pa-band", "x": from, "y": TOP_PX, "width": (to - from).max(2.0),
        "height": frame.height_px() - TOP_PX,
    };
    // In sight, as long as the plot is.
    let x = to.min(scale.width_px()).max(16.0) - 9.0;
    // Nor under the flag of the as-of date.
    let flag = state.as_of().map_or(scale.width_px(), |on| scale.x_of(on));
    let x = if (flag - x).abs() < FLAG_HALF_PX { from.max(0.0) + 9.0 } else { x };
    let clear = context.act(Action::SetPeriod(Period::default()));
    let button = attrs! {
        "class": "pa-clear", "role": "button", "tabindex": "0", "aria-label": context.say(Key::PeriodClear),
        "transform": shift(x, bottom + 11.0),
    };
    let cross = el("g", attrs! { "class": "pa-x" })
        .with(el("circle", attrs! { "r": "8" }))
        .with(el("path", attrs! { "d": "M-3-3 3 3M3-3-3 3" }));
    let button = el("g", button).on("keydown", platform::on_activate(clear.clone())).click(clear).with(cross);
    Some(el("g", attrs! { "data-period": "" }).with(el("rect", rect)).with(button).into())
}

/// The edge of torn paper.
fn torn(x: f64, height: f64) -> String {
    let mut path = ["M", &px(x), " 0"].concat();
    let mut y = 0.0;
    let mut side = 3.0;
    while y < height {
        y = (y + 6.0).min(height);
        path.extend(["L", &px(x + side), " ", &px(y)]);
        side = -side;
    }
    path
}

const MONTHS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
