//! Names beside marks, where there is room: the open one first, then in reading order. No opinion about what a name looks like.

use atlas::labels::{Rect, Request, Side, place, text_width_px};
use atlas::model::Entry;
use atlas::state::Report;
use atlas::timeline::{Lanes, Mark};
use atlas::words::Key;

use super::frame::Frame;
use crate::context::Context;

/// Of more marks than this none is named.
const NAMED_MAX: usize = 120;
/// Size of the letters, and the height that a line of them takes.
const FONT_PX: (f64, f64) = (12.0, 13.0);
/// Half the width of a glyph, and the room between it and its name.
const BESIDE_PX: (f64, f64) = (8.0, 12.0);

/// A name beside a mark: its words, and where it begins or ends from the mark's middle.
pub(super) struct Label {
    pub(super) entry: Entry,
    pub(super) words: String,
    pub(super) left: bool,
}

/// Who it is, or what.
fn words(context: &Context, entry: Entry) -> String {
    let kind = context.cat.of(Key::Kind, entry.kind().word());
    entry.actor().map_or(kind, |actor| actor.name().in_language(context.cat.language())).to_owned()
}

/// The names for which there is room between the glyphs that are drawn.
pub(super) fn labels(
    context: &Context,
    laid: &Lanes,
    frame: &Frame,
    shown: &[Option<Report>],
    open: Option<Entry>,
) -> Vec<Label> {
    let width = laid.scale.width_px();
    let seen = |mark: &&Mark| (0.0..=width).contains(&mark.x_px);
    let is_shown = |mark: &Mark| shown.get(mark.entry.row() as usize).is_some_and(Option::is_some);
    let lanes = || laid.lanes.iter().enumerate().filter(|&(at, _)| !frame.is_dense(at));
    let marks: Vec<(&Mark, f64)> = lanes()
        .flat_map(|(at, lane)| {
            lane.marks.iter().filter(seen).map(move |mark| (mark, frame.mark_y_px(at, mark)))
        })
        .collect();
    if marks.len() > NAMED_MAX {
        return Vec::new();
    }
    let half_row = frame.row_px / 2.0 - 0.5;
    let mut taken: Vec<Rect> =
        marks.iter().map(|(mark, y)| Rect::around(mark.x_px, *y, BESIDE_PX.0, half_row)).collect();
    taken.extend(laid.scale.gaps().iter().map(|gap| Rect {
        left: gap.from_px - 3.0,
        top: 0.0,
        right: gap.to_px + 3.0,
        bottom: frame.bottom_px(),
    }));
    let first = marks.iter().filter(|(mark, _)| open == Some(mark.entry));
    let then = marks.iter().filter(|(mark, _)| open != Some(mark.entry) && is_shown(mark));
    let (wanted, requests): (Vec<(&Mark, String)>, Vec<Request>) = first
        .chain(then)
        .map(|&(mark, y)| {
            let words = words(context, mark.entry);
            let width = text_width_px(&words, FONT_PX.0, open == Some(mark.entry));
            let sides = &[Side::Right, Side::Left];
            ((mark, words), Request { x: mark.x_px, y, gap: BESIDE_PX.1, width, height: FONT_PX.1, sides })
        })
        .unzip();
    let plot = Rect { left: 0.0, top: 0.0, right: width, bottom: frame.bottom_px() };
    let placed = place(&requests, &taken, plot);
    let label = |((mark, words), rect): ((&Mark, String), Option<Rect>)| {
        rect.map(|rect| Label { entry: mark.entry, words, left: rect.left < mark.x_px })
    };
    wanted.into_iter().zip(placed).filter_map(label).collect()
}
