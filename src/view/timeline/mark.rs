//! One mark: its time as a bar, a faded span or nothing, the line to the day of its report, and its glyph with its name beside it.
//! What a gesture stretches (the time) and what it does not (`pa-x`) stand apart. No opinion about where it stands.

use atlas::decimal::{decimal, px};

use atlas::state::{Action, Report};
use atlas::timeline::{Mark, MarkShape};
use yew::prelude::*;

use super::labels::Label;
use crate::context::Context;
use crate::platform;
use crate::view::element::{Element, attrs, class, el, joined, shift, word_if};
use crate::view::{entry_words, glyph, venue_word};

/// Height of a glyph's box.
const GLYPH_PX: f64 = 16.0;

/// How a mark stands to what is chosen.
pub(super) struct Look<'a> {
    pub(super) report: Option<Report>,
    pub(super) open: bool,
    /// Whether Tab leads to it.
    pub(super) stop: bool,
    pub(super) row_px: f64,
    pub(super) label: Option<&'a Label>,
    /// Whether it is pressed; in the document it is a link into the record.
    pub(super) live: bool,
}

/// A mark at a place of the drawing.
pub(super) fn mark_group(context: &Context, mark: &Mark, y: f64, look: &Look) -> Html {
    let entry = mark.entry;
    let away = look.report.is_none();
    let x = mark.x_px;
    if away && !look.live {
        return el("circle", attrs! { "class": "pa-away", "cx": x, "cy": y, "r": "2.2" }).into();
    }
    let words = [
        "pa-mark",
        word_if(look.open, "pa-open"),
        word_if(look.report == Some(Report::Possibly), "pa-possibly"),
        word_if(away, "pa-away"),
    ];
    let class = class(&words);
    let scale = (look.row_px / GLYPH_PX).min(0.82);
    let transform = shift(x, y);
    let glyph = el("g", attrs! { "transform": joined(&["scale(", &decimal(scale, 2), ")"]) });
    let glyph = glyph::of_entry(glyph, entry);
    let label = look.label.and_then(|label| Some((label.side?, label))).map(|(side, label)| {
        let (at, anchor) = if side.0 < 0 { ("-12", "end") } else { ("12", "start") };
        let attributes = attrs! {
            "class": "pa-mark-name", "x": at, "dy": ".35em", "text-anchor": anchor, "aria-hidden": "true",
        };
        el("text", attributes).text(label.words.clone().into()).into()
    });
    let words = entry_words(context, entry);
    if !look.live {
        let link = attrs! {
            "class": class, "transform": transform, "href": joined(&["#", entry.id()]), "aria-label": words,
        };
        return with_time(el("a", link).key(entry.id()), mark).with(glyph).maybe(label).into();
    }
    let choose = context.act(Action::SelectEntry(entry));
    let attributes = attrs! {
        "class": class, "transform": transform, "data-mark": entry.id(), "role": "button",
        "tabindex": if look.stop { "0" } else { "-1" }, "aria-label": words, "aria-hidden": away.then_some("true"),
        "aria-current": look.open.then_some("true"),
    };
    let ring = look.open.then(|| el("circle", attrs! { "class": "pa-open-ring", "r": 11.6 * scale }).into());
    let glyph = el("g", attrs! { "class": "pa-x" })
        .with(el("circle", attrs! { "class": "pa-target", "r": "12" }))
        .maybe(ring)
        .with(glyph)
        .maybe(label);
    let group = el("g", attributes).key(entry.id()).on("keydown", platform::on_activate(choose.clone()));
    with_time(group.click(choose), mark).maybe(tie(mark)).with(glyph).into()
}

/// A bar with ends for what lasted, open where its end is not known; a faded span for one day that is not known.
fn with_time(group: Element, mark: &Mark) -> Element {
    let (from, to) = (mark.from_px - mark.x_px, mark.to_px - mark.x_px);
    let fade = |name: &str, height: &'static str, y: &'static str| {
        let fill = joined(&["url(#pa-", name, "-", &venue_word(mark.entry.venue()), ")"]);
        let span = attrs! {
            "class": "pa-span", "x": from, "y": y, "width": (to - from).max(1.0), "height": height, "rx": "2", "fill": fill,
        };
        el("rect", span)
    };
    let open = match mark.open {
        (true, _) => "by",
        (_, true) => "since",
        _ => "one-of",
    };
    match mark.shape {
        MarkShape::Point => group,
        MarkShape::Bar if mark.open == (false, false) => {
            let (a, b) = (px(from), px(to));
            let d = joined(&["M", &a, " -4V4M", &a, " 0H", &b, "M", &b, " -4V4"]);
            group.with(el("path", attrs! { "class": "pa-lasted", "d": d }))
        }
        MarkShape::Bar => group.with(fade(open, "2", "-1")),
        MarkShape::Span => group.with(fade(open, "8", "-4")),
    }
}

/// The line to the day of the report, seen where the mark is open, pointed at or focused.
fn tie(mark: &Mark) -> Option<Html> {
    let to = mark.reported_px.map(|x| x - mark.x_px).filter(|x| x.abs() > 1.0)?;
    let d = joined(&["M0 0H", &px(to), "m0-4v8"]);
    Some(el("path", attrs! { "class": "pa-tie", "d": d }).into())
}

/// The fades, one of each for every venue: their colours are those of where they are defined, not of where they are used.
pub(super) fn fades(context: &Context) -> Html {
    // At the start, in the middle, at the end.
    let stops = [("by", ["0", ".3", ".55"]), ("one-of", [".12", ".5", ".12"]), ("since", [".55", ".3", "0"])];
    let fade = |venue: AttrValue| {
        stops.map(|(name, stops)| {
            let stop = |(offset, opacity): (&'static str, &'static str)| {
                el("stop", attrs! { "offset": offset, "stop-opacity": opacity }).into()
            };
            let attributes = attrs! { "id": joined(&["pa-", name, "-", &venue]), "class": venue.clone() };
            el("linearGradient", attributes)
                .list(["0", ".5", "1"].into_iter().zip(stops).map(stop).collect())
                .into()
        })
    };
    let venues = context.corpus.venues().map(Some).chain([None]);
    let all = venues.flat_map(|venue| fade(venue_word(venue))).collect();
    el("svg", attrs! { "class": "pa-hidden pa-fades", "width": "0", "height": "0", "aria-hidden": "true" })
        .with(el("defs", attrs! {}).list(all))
        .into()
}
