//! One drawing of the timeline as SVG, at one layout. No opinion about filters: what is not shown stays as a quiet dot.

use atlas::date::Day;
use atlas::decimal::{decimal, px};
use atlas::labels::text_width_px;
use atlas::layout::{Layout, WidthClass};
use atlas::state::{Action, Report, State, VenueFilter, View};
use atlas::timeline::{Gap, Lane, LaneOf, Lanes, Mark, MarkShape, Tick, lanes, ticks};
use atlas::words::{Key, day, months_between};
use yew::prelude::*;

use crate::context::{Context, Shared};
use crate::platform;
use crate::view::element::{attrs, class, el, joined, word_if};
use crate::view::{entry_words, glyph, venue_word};

/// Height of the axis under the lanes.
const AXIS_PX: f64 = 24.0;
/// Free room over the lanes.
const TOP_PX: f64 = 4.0;
/// Rows are never closer than this, nor farther than that.
const ROW_PX: (f64, f64) = (11.0, 17.0);
/// Room above and below the rows of a lane.
const LANE_PAD_PX: f64 = 5.0;
/// More marks than this are counted in strips.
const MARKS_MAX: usize = 400;
/// Width of a bar of such a strip, with the room beside it.
const DENSE_BIN_PX: f64 = 4.0;
/// Rows of a lane that is a strip.
const DENSE_ROWS: usize = 2;
/// Height of a glyph's box.
const GLYPH_PX: f64 = 16.0;

/// Properties of [`Drawing`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct DrawingProps {
    pub(super) context: Context,
    pub(super) state: Shared<State>,
    pub(super) view: Shared<View>,
    pub(super) layout: Layout,
    /// Whether marks are pressed; in the document they are links into the record.
    pub(super) live: bool,
}

/// Where lanes stand.
struct Frame {
    layout: Layout,
    row_px: f64,
    /// Top of each lane, and the bottom of the last.
    tops_px: Vec<f64>,
}

impl Frame {
    fn of(layout: Layout, lanes: &[&Lane], dense: bool) -> Self {
        let rows_of = |lane: &Lane| if dense { DENSE_ROWS } else { lane.rows };
        let rows: usize = lanes.iter().map(|lane| rows_of(lane)).sum();
        let room = layout.timeline_px.1 - AXIS_PX - TOP_PX - lanes.len() as f64 * LANE_PAD_PX;
        let row_px = (room / rows.max(1) as f64).clamp(ROW_PX.0, ROW_PX.1);
        let mut at = TOP_PX;
        let mut tops_px = vec![at];
        for lane in lanes {
            at += rows_of(lane) as f64 * row_px + LANE_PAD_PX;
            tops_px.push(at);
        }
        Self { layout, row_px, tops_px }
    }

    fn bottom_px(&self) -> f64 {
        self.tops_px.last().copied().unwrap_or(TOP_PX)
    }

    fn height_px(&self) -> f64 {
        self.bottom_px() + AXIS_PX
    }

    fn lane_px(&self, at: usize) -> (f64, f64) {
        let top = self.tops_px.get(at).copied().unwrap_or(TOP_PX);
        (top, self.tops_px.get(at + 1).copied().unwrap_or(top) - top)
    }

    fn plot_from_px(&self) -> f64 {
        self.layout.lane_names_px
    }
}

/// The drawing.
#[component]
pub(super) fn Drawing(props: &DrawingProps) -> Html {
    let DrawingProps { context, state, view, layout, live } = props;
    let laid = use_memo((context.corpus, *layout), |(corpus, layout)| {
        let width = layout.timeline_px.0 - layout.lane_names_px - layout.timeline_end_px;
        lanes(*corpus, width, layout.gap_px)
    });
    // Where there is little height, what names no venue has no lane unless it is asked for; the reader holds it.
    let without = layout.class == WidthClass::Wide || state.venue == VenueFilter::NoVenue;
    let drawn: Vec<&Lane> = laid.lanes.iter().filter(|lane| without || lane.of != LaneOf::NoVenue).collect();
    let dense = drawn.iter().map(|lane| lane.marks.len()).sum::<usize>() > MARKS_MAX;
    let frame = Frame::of(*layout, &drawn, dense);
    let (width, height) = (layout.timeline_px.0, frame.height_px());
    let shown: Vec<Option<Report>> = {
        let mut shown = vec![None; context.corpus.entries().len()];
        for &(entry, report) in &view.shown {
            if let Some(slot) = shown.get_mut(entry.row() as usize) {
                *slot = Some(report);
            }
        }
        shown
    };
    let open = view.open.and_then(|at| view.shown.get(at)).map(|&(entry, _)| entry);
    let lane = |(at, lane): (usize, &Lane)| {
        let (top, tall) = frame.lane_px(at);
        let (class_of, id, name, chosen) = match lane.of {
            LaneOf::Venue(venue) => {
                let chosen = state.venue == VenueFilter::Venue(venue);
                (venue_word(Some(venue)), venue.id(), context.text(venue.short()), chosen)
            }
            LaneOf::NoVenue => {
                let chosen = state.venue == VenueFilter::NoVenue;
                (venue_word(None), "none", context.say(Key::NoVenue), chosen)
            }
        };
        let quiet = !chosen && state.venue != VenueFilter::All;
        let words = ["pa-lane", &class_of, word_if(chosen, "pa-chosen"), word_if(quiet, "pa-other")];
        // Of too many marks the open one alone stands out; the others are counted.
        let single = lane.marks.iter().filter(|mark| !dense || open == Some(mark.entry));
        let marks = single.map(|mark| {
            let report = shown.get(mark.entry.row() as usize).copied().flatten();
            let row = if dense { (DENSE_ROWS - 1) as f64 / 2.0 } else { mark.row as f64 };
            let y = top + LANE_PAD_PX / 2.0 + (row + 0.5) * frame.row_px;
            let at_px = (frame.plot_from_px() + mark.x_px, y);
            mark_group(context, mark, report, open == Some(mark.entry), at_px, frame.row_px, *live)
        });
        let ground = attrs! {
            "class": if at % 2 == 1 { "pa-lane-ground pa-odd" } else { "pa-lane-ground" },
            "y": px(top), "width": px(width), "height": px(tall),
        };
        let edge =
            attrs! { "class": "pa-lane-edge", "y": px(top + 2.0), "width": "4", "height": px(tall - 4.0) };
        let label = attrs! { "class": "pa-lane-name", "x": "11", "y": px(top + tall / 2.0), "dy": ".35em" };
        let counts = dense.then(|| {
            let d = density(lane, &shown, frame.plot_from_px(), (top, tall));
            el("path", attrs! { "class": "pa-density", "d": d }).into()
        });
        let attributes = attrs! {
            "class": class(&words), "data-lane": id, "aria-current": chosen.then_some("true"),
        };
        el("g", attributes)
            .key(id)
            .with(el("rect", ground))
            .with(el("rect", edge))
            .with(el("text", label).text(name))
            .maybe(counts)
            .list(marks.collect())
            .into()
    };
    let attributes = attrs! {
        "class": "pa-timeline-svg", "viewBox": joined(&["0 0 ", &px(width), " ", &px(height)]),
        "width": px(width), "height": px(height), "role": "group", "aria-label": context.say(Key::TimelineLabel),
    };
    el("svg", attributes)
        .list(drawn.into_iter().enumerate().map(lane).collect())
        .with(axis(context, &laid, &frame, width))
        .maybe(state.as_of().map(|day| as_of(context, &laid, &frame, day, width)))
        .into()
}

/// A strip of counts: one bar for every few pixels, as high as what is shown there is many.
fn density(lane: &Lane, shown: &[Option<Report>], from_px: f64, (top, tall): (f64, f64)) -> String {
    let is_shown = |mark: &&Mark| shown.get(mark.entry.row() as usize).is_some_and(Option::is_some);
    let mut counts: Vec<usize> = Vec::new();
    for mark in lane.marks.iter().filter(is_shown) {
        let bin = (mark.x_px.max(0.0) / DENSE_BIN_PX) as usize;
        if counts.len() <= bin {
            counts.resize(bin + 1, 0);
        }
        if let Some(count) = counts.get_mut(bin) {
            *count += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(1) as f64;
    let bottom = px(top + tall - LANE_PAD_PX / 2.0);
    let mut bars = String::new();
    for (bin, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let x = px(from_px + (bin as f64 + 0.5) * DENSE_BIN_PX);
        let bar = px(-(tall - LANE_PAD_PX) * (count as f64 / most).sqrt());
        bars.extend(["M", &x, " ", &bottom, "v", &bar]);
    }
    bars
}

fn mark_group(
    context: &Context,
    mark: &Mark,
    report: Option<Report>,
    open: bool,
    (x, y): (f64, f64),
    row_px: f64,
    live: bool,
) -> Html {
    let entry = mark.entry;
    let away = report.is_none();
    if away && !live {
        return el("circle", attrs! { "class": "pa-away", "cx": px(x), "cy": px(y), "r": "2.2" }).into();
    }
    let possibly = report == Some(Report::Possibly);
    let words =
        ["pa-mark", word_if(open, "pa-open"), word_if(possibly, "pa-possibly"), word_if(away, "pa-away")];
    let class = class(&words);
    let scale = (row_px / GLYPH_PX).min(0.82);
    let (from, to) = (mark.from_px - mark.x_px, mark.to_px - mark.x_px);
    let time = match mark.shape {
        MarkShape::Point => None,
        MarkShape::Bar => {
            let (a, b) = (px(from), px(to));
            let d = joined(&["M", &a, " -4V4M", &a, " 0H", &b, "M", &b, " -4V4"]);
            Some(el("path", attrs! { "class": "pa-lasted", "d": d }).into())
        }
        MarkShape::Span => {
            let width = px((to - from).max(1.0));
            let span = attrs! {
                "class": "pa-span", "x": px(from), "y": "-4", "width": width, "height": "8", "rx": "4",
            };
            Some(el("rect", span).into())
        }
    };
    let transform = joined(&["translate(", &px(x), " ", &px(y), ")"]);
    let glyph = el("g", attrs! { "transform": joined(&["scale(", &decimal(scale, 2), ")"]) });
    let glyph = glyph::of_entry(glyph, entry);
    let words = entry_words(context, entry);
    if !live {
        let link = attrs! {
            "class": class, "transform": transform, "href": joined(&["#", entry.id()]), "aria-label": words,
        };
        return el("a", link).key(entry.id()).maybe(time).with(glyph).into();
    }
    let choose = context.act(Action::SelectEntry(entry));
    let attributes = attrs! {
        "class": class, "transform": transform, "data-mark": entry.id(), "role": "button",
        "tabindex": if open { "0" } else { "-1" }, "aria-label": words, "aria-hidden": away.then_some("true"),
    };
    let ring = open.then(|| el("circle", attrs! { "class": "pa-open-ring", "r": px(11.6 * scale) }).into());
    el("g", attributes)
        .key(entry.id())
        .on("keydown", platform::on_activate(choose.clone()))
        .click(choose)
        .maybe(time)
        .with(el("circle", attrs! { "class": "pa-target", "r": "12" }))
        .maybe(ring)
        .with(glyph)
        .into()
}

fn axis(context: &Context, laid: &Lanes, frame: &Frame, width: f64) -> Html {
    let from = frame.plot_from_px();
    let bottom = frame.bottom_px();
    let room = if frame.layout.timeline_px.0 < 500.0 { 54.0 } else { 64.0 };
    let tick = |tick: Tick| {
        let (year, month, _) = tick.day.ymd();
        let year = year.to_string();
        let short =
            context.cat.of(Key::MonthShort, MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default());
        let words = if tick.year_only {
            year
        } else if tick.with_year {
            context.cat.fill(Key::DateMonth, &[("month", short), ("y", &year)])
        } else {
            short.to_owned()
        };
        let x = from + tick.x_px;
        let line = joined(&["M", &px(x), " ", &px(TOP_PX), "V", &px(bottom + 4.0)]);
        [
            el("path", attrs! { "class": "pa-tick", "d": line }).into(),
            el("text", attrs! { "x": px(x + 3.0), "y": px(bottom + 17.0) }).text(words.into()).into(),
        ]
    };
    let gap = |gap: &Gap| {
        let (a, b) = (from + gap.from_px, from + gap.to_px);
        let n = months_between(gap.from, gap.to);
        let months = context.cat.count(Key::TimelineGap, n, &[]);
        let fits = text_width_px(&months, 13.0, false) < bottom;
        let words = if fits { months.clone() } else { context.cat.count(Key::TimelineMonths, n, &[]) };
        let rect = attrs! { "class": "pa-gap", "x": px(a), "width": px(b - a), "height": px(bottom) };
        let edge = |x: f64| el("path", attrs! { "class": "pa-torn", "d": torn(x, bottom) }).into();
        let named = (b - a >= 22.0).then(|| {
            let (x, y) = (px(f64::midpoint(a, b)), px(bottom / 2.0));
            let upright = joined(&["translate(", &x, " ", &y, ") rotate(-90)"]);
            let label = attrs! {
                "class": "pa-gap-words", "transform": upright, "dy": ".35em", "text-anchor": "middle",
            };
            el("text", label).text(words.into()).into()
        });
        let rect = el("rect", rect).with(el("title", attrs! {}).text(months.into()));
        [rect.into(), edge(a), edge(b)].into_iter().chain(named)
    };
    let base = joined(&["M", &px(from), " ", &px(bottom), "H", &px(width)]);
    el("g", attrs! { "class": "pa-axis" })
        .with(el("path", attrs! { "class": "pa-base", "d": base }))
        .list(ticks(&laid.scale, room).into_iter().flat_map(tick).collect())
        .list(laid.scale.gaps().iter().flat_map(gap).collect())
        .into()
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

fn as_of(context: &Context, laid: &Lanes, frame: &Frame, on: Day, width: f64) -> Html {
    let x = frame.plot_from_px() + laid.scale.x_of(on);
    let bottom = frame.bottom_px();
    let words = joined(&[context.cat.get(Key::AsOfLabel), " ", &day(&context.cat, on)]);
    let (label_x, anchor) = if x > width * 0.6 { (x - 6.0, "end") } else { (x + 6.0, "start") };
    let veil = attrs! {
        "class": "pa-veil", "x": px(x), "width": px((width - x).max(0.0)), "height": px(bottom),
    };
    let line = joined(&["M", &px(x), " 0V", &px(bottom + 6.0)]);
    let label = attrs! { "x": px(label_x), "y": px(bottom + 17.0), "text-anchor": anchor };
    el("g", attrs! { "class": "pa-as-of-line" })
        .with(el("rect", veil))
        .with(el("path", attrs! { "d": line }))
        .with(el("text", label).text(words))
        .into()
}

const MONTHS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
