//! Names beside marks, where there is room: the open one first, then in reading order. No opinion about what a name looks like.

use atlas::date::Day;
use atlas::labels::{Rect, Request, Side, text_width_px};
use atlas::model::Entry;
use atlas::state::Report;
use atlas::timeline::{Lanes, Mark, MarkShape};
use atlas::words::Key;

use super::frame::Frame;
use crate::context::Context;

/// Of more marks than this none is named.
const NAMED_MAX: usize = 120;
/// Size of the letters, and the height that a line of them takes.
const FONT_PX: (f64, f64) = (12.0, 13.0);
/// Half the width of a glyph, and the room between it and its name.
const BESIDE_PX: (f64, f64) = (8.0, 13.0);

/// No name stands farther off than this.
const SHORT_PX: f64 = 44.0;

/// A name beside a mark: its words, and its side, if there is room.
pub(super) struct Label {
    pub(super) entry: Entry,
    pub(super) words: String,
    pub(super) side: Option<Side>,
    /// From the middle of the glyph to the name.
    pub(super) gap_px: f64,
}

/// Who it is, or what.
fn words(context: &Context, entry: Entry) -> String {
    let kind = context.cat.of(Key::Kind, entry.kind().word());
    entry.actor().map_or(kind, |actor| actor.name().in_language(context.cat.language())).to_owned()
}

/// The names, with a side where there is room between the glyphs that are drawn.
pub(super) fn labels(
    context: &Context,
    laid: &Lanes,
    frame: &Frame,
    shown: &[Option<Report>],
    open: Option<Entry>,
    as_of: Option<Day>,
) -> Vec<Label> {
    let width = laid.scale.width_px();
    let mut taken: Vec<Rect> = Vec::new();
    let mut marks: Vec<(&Mark, f64)> = Vec::new();
    for (at, lane) in laid.lanes.iter().enumerate().filter(|&(at, _)| !frame.is_dense(at)) {
        for mark in lane.marks.iter().filter(|mark| (0.0..=width).contains(&mark.x_px)) {
            let y = frame.mark_y_px(at, mark);
            taken.push(Rect::around(mark.x_px, y, BESIDE_PX.0, frame.row_px / 2.0 - 0.5));
            let is_shown = shown.get(mark.entry.row() as usize).is_some_and(Option::is_some);
            if is_shown && mark.shape == MarkShape::Bar {
                // A name does not stand on a bar as it does on a fade.
                let (left, right) = (mark.from_px - 3.0, mark.to_px + 3.0);
                taken.push(Rect { left, top: y - 4.0, right, bottom: y + 4.0 });
            }
            if open == Some(mark.entry) {
                marks.insert(0, (mark, y));
            } else if is_shown {
                marks.push((mark, y));
            }
        }
    }
    if taken.len() > NAMED_MAX {
        return Vec::new();
    }
    if let Some(on) = as_of {
        // What was not reported yet lies under a veil.
        let (left, bottom) = (laid.scale.x_of(on) + 2.0, frame.bottom_px());
        taken.push(Rect { left, top: 0.0, right: f64::INFINITY, bottom });
    }
    for gap in laid.scale.gaps() {
        taken.push(Rect {
            left: gap.from_px - 3.0,
            top: 0.0,
            right: gap.to_px + 3.0,
            bottom: frame.bottom_px(),
        });
    }
    let plot = Rect { left: 0.0, top: 0.0, right: width, bottom: frame.bottom_px() };
    let mut out = Vec::new();
    for (mark, y) in marks {
        let words = words(context, mark.entry);
        let width = text_width_px(&words, FONT_PX.0, open == Some(mark.entry));
        // Beyond a bar or a short span, on a long span.
        let reach = (mark.to_px - mark.x_px).max(mark.x_px - mark.from_px) + 4.0;
        let beyond = reach < SHORT_PX || mark.shape == MarkShape::Bar;
        let gap = if beyond { BESIDE_PX.1.max(reach) } else { BESIDE_PX.1 };
        let (x, height) = (mark.x_px, FONT_PX.1);
        let label =
            Request { x, y, gap, reach: 0.0, width, height, sides: &[(1, 0), (-1, 0)] }.place(&taken, &plot);
        taken.extend(label.map(|label| label.rect));
        out.push(Label { entry: mark.entry, words, side: label.map(|label| label.side), gap_px: gap });
    }
    out
}
