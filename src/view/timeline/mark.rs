//! One mark: its time as a bar, a faded span or nothing; the line to the day of its report, and its glyph with its name beside it.
//! What a gesture stretches (times and lines) and what it does not (`pa-x`) stand apart. No opinion about where it stands.

use atlas::decimal::{decimal, drawn};
use atlas::state::{Action, Report};
use atlas::timeline::{Mark, MarkShape};
use atlas::words::Key;

use super::labels::Label;
use crate::platform;
use crate::view::writer::{Writer, class, joined, shift, tag, word_if};
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

impl Look<'_> {
    fn scale(&self) -> f64 {
        // A hair of ground between the brackets of one row and of the next.
        ((self.row_px - 1.5) / GLYPH_PX).min(0.82)
    }
}

/// A mark at a place of the drawing.
pub(super) fn mark_group(out: &mut Writer, mark: &Mark, y: f64, look: &Look) {
    let entry = mark.entry;
    let away = look.report.is_none();
    let x = mark.x_px;
    if away && !look.live {
        return out.leaf(tag!("circle", "class": "pa-away", "cx": x, "cy": y, "r": "2.2"));
    }
    let class = class(&[
        "pa-mark",
        word_if(look.open, "pa-open"),
        word_if(look.report == Some(Report::Possibly), "pa-possibly"),
        word_if(away, "pa-away"),
    ]);
    let place = shift(x, y);
    let mut words = entry_words(out.context, entry);
    if look.report == Some(Report::Possibly) {
        words.push_str(", ");
        words.push_str(out.context.cat.get(Key::AsOfPossibly));
    }
    if !look.live {
        let link = tag!(
            "a", "class": class, "transform": place, "href": joined(&["#", entry.id()]), "aria-label": words,
        );
        return out.el(link, |out| {
            out.key(entry.id());
            glyph_and_name(out, mark, look);
        });
    }
    let group = tag!(
        "g", "class": class, "transform": place, "data-mark": entry.id(), "role": "button",
        "tabindex": if look.stop { "0" } else { "-1" }, "aria-label": words, "aria-hidden": away.then_some("true"),
        "aria-current": look.open.then_some("true"),
    );
    out.el(group, |out| {
        out.key(entry.id());
        let choose = out.context.act(Action::SelectEntry(entry));
        out.on("keydown", platform::on_activate(choose.clone()));
        out.on("click", choose);
        // The line to the day of the report, seen where the mark is open, pointed at or focused.
        if let Some(to) = mark.reported_px.map(|at| at - x).filter(|to| to.abs() > 1.0) {
            out.leaf(tag!("path", "class": "pa-tie", "d": drawn("M0 0H#m0-4v8", &[to])));
        }
        out.el(tag!("g", "class": "pa-x"), |out| {
            // No larger than its row is high: the next one has the same right to be pressed.
            out.leaf(tag!("circle", "class": "pa-target", "r": (look.row_px / 2.0).min(12.0)));
            if look.open {
                out.leaf(tag!("circle", "class": "pa-open-ring", "r": 11.6 * look.scale()));
            }
            glyph_and_name(out, mark, look);
        });
    });
}

fn glyph_and_name(out: &mut Writer, mark: &Mark, look: &Look) {
    let scale = joined(&["scale(", &decimal(look.scale(), 2), ")"]);
    if mark.shape == MarkShape::Span {
        // Off the spans of others that it stands on.
        out.leaf(tag!("circle", "class": "pa-mark-ground", "r": 10.0 * look.scale()));
    }
    out.el(tag!("g", "transform": scale), |out| glyph::of_entry(out, mark.entry));
    if let Some((side, label)) = look.label.and_then(|label| Some((label.side?, label))) {
        let (at, anchor) = if side.0 < 0 { (-label.gap_px, "end") } else { (label.gap_px, "start") };
        let name = tag!(
            "text", "class": "pa-mark-name", "x": at, "dy": ".35em", "text-anchor": anchor, "aria-hidden": "true",
        );
        out.line(name, label.words.clone());
    }
}

/// A bar with ends for what lasted, open where its end is not known; a faded span for one day that is not known.
pub(super) fn time(out: &mut Writer, mark: &Mark, y: f64, look: &Look) {
    let (from, to) = (mark.from_px, mark.to_px);
    let height = match mark.shape {
        MarkShape::Point => return,
        MarkShape::Bar if mark.open == (false, false) => {
            let d = drawn("M# #v8M# #H#M# #v8", &[from, y - 4.0, from, y, to, to, y - 4.0]);
            return out.leaf(tag!("path", "class": "pa-lasted", "d": d));
        }
        MarkShape::Bar => 2.0,
        MarkShape::Span => 8.0,
    };
    if mark.shape == MarkShape::Bar {
        // The one end that is known.
        let end = if mark.open.0 { to } else { from };
        out.leaf(tag!("path", "class": "pa-lasted", "d": drawn("M# #v8", &[end, y - 4.0])));
    }
    let fade = match mark.open {
        (true, _) => "by",
        (_, true) => "since",
        _ => "one-of",
    };
    let fill = joined(&["url(#pa-", fade, "-", &venue_word(mark.entry.venue()), ")"]);
    out.leaf(tag!(
        "rect", "class": word_if(look.report == Some(Report::Possibly), "pa-possibly"), "x": from,
        "y": y - height / 2.0, "width": (to - from).max(1.0), "height": height, "rx": "2", "fill": fill,
    ));
}

/// The hatching of what is not reported yet, and the fades, one of each for every venue: their colours are those of where they are defined, not of where they are used.
pub(super) fn fades(out: &mut Writer) {
    // At the start, in the middle, at the end.
    const STOPS: [(&str, [&str; 3]); 3] =
        [("by", ["0", ".25", ".5"]), ("one-of", [".08", ".38", ".08"]), ("since", [".5", ".25", "0"])];
    let all = tag!("svg", "class": "pa-hidden pa-fades", "width": "0", "height": "0", "aria-hidden": "true");
    out.el(all, |out| {
        out.el(tag!("defs"), |out| {
            let hatch = tag!(
                "pattern", "id": "pa-unreported", "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
                "patternTransform": "rotate(45)",
            );
            out.el(hatch, |out| {
                out.leaf(tag!("rect", "width": "6", "height": "6"));
                out.leaf(tag!("path", "d": "M0 0V6"));
            });
            // The edge of torn paper, around its line.
            let torn = tag!("pattern", "id": "pa-torn", "x": "-4", "width": "8", "height": "12", "patternUnits": "userSpaceOnUse");
            out.el(torn, |out| out.leaf(tag!("path", "d": "M1 0 7 6 1 12")));
            for venue in out.context.corpus.venues().map(Some).chain([None]) {
                let venue = venue_word(venue);
                for (name, stops) in STOPS {
                    let id = joined(&["pa-", name, "-", &venue]);
                    out.el(tag!("linearGradient", "id": id, "class": venue.clone()), |out| {
                        for (offset, opacity) in ["0", ".5", "1"].into_iter().zip(stops) {
                            out.leaf(tag!("stop", "offset": offset, "stop-opacity": opacity));
                        }
                    });
                }
            }
        });
    });
}
