//! Lanes and marks: one lane per venue and one for what names none; every entry gets a place that no other of its lane takes.
//! All entries stay where they are under every filter, so that nothing jumps. No opinion about which are shown.

use super::Scale;
use crate::date::Day;
use crate::model::{Corpus, Entry, Venue};
use crate::order::order;

/// Half the width of a glyph with the room around it.
const GLYPH_HALF_PX: f64 = 9.0;
/// An open side fades out over this width.
const FADE_PX: f64 = 22.0;
/// The days that an open side adds to the scale.
const OPEN_DAYS: i32 = 20;

/// What the lane is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneOf {
    /// A venue.
    Venue(Venue),
    /// Talks as such.
    NoVenue,
}

/// How the time of an entry is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkShape {
    /// One day.
    Point,
    /// Lasted: a bar with ends.
    Bar,
    /// One day that is not known: a faded span with one glyph.
    Span,
}

/// An entry's place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The entry.
    pub entry: Entry,
    /// Centre of the glyph.
    pub x_px: f64,
    /// Where its time starts; left of the glyph.
    pub from_px: f64,
    /// Where its time ends; right of the glyph.
    pub to_px: f64,
    /// How its time is drawn.
    pub shape: MarkShape,
    /// Whether the start is open, and whether the end is.
    pub open: (bool, bool),
    /// Row in the lane, from the top.
    pub row: usize,
}

/// A lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// What it is of.
    pub of: LaneOf,
    /// Its marks in reading order.
    pub marks: Vec<Mark>,
    /// Number of rows, at least one.
    pub rows: usize,
}

/// All lanes, and the scale that they share.
#[derive(Clone, Debug, PartialEq)]
pub struct Lanes {
    /// Venues in their order, then what names none, if there is any.
    pub lanes: Vec<Lane>,
    /// The scale.
    pub scale: Scale,
}

/// The lanes of a corpus on a plot `width_px` wide.
pub fn lanes(corpus: Corpus, width_px: f64, gap_px: f64) -> Lanes {
    let spans: Vec<(Day, Day)> = corpus.entries().filter_map(span).collect();
    let scale = Scale::new(&spans, width_px, gap_px);
    let mut lanes: Vec<Lane> = corpus
        .venues()
        .map(|venue| Lane { of: LaneOf::Venue(venue), marks: Vec::new(), rows: 1 })
        .chain([Lane { of: LaneOf::NoVenue, marks: Vec::new(), rows: 1 }])
        .collect();
    for entry in corpus.entries() {
        let lane = entry.venue().map_or(lanes.len() - 1, |venue| venue.row() as usize);
        if let (Some(lane), Some(mark)) = (lanes.get_mut(lane), mark(entry, &scale)) {
            lane.marks.push(mark);
        }
    }
    for lane in &mut lanes {
        lane.rows = stack(&mut lane.marks);
    }
    lanes.retain(|lane| !lane.marks.is_empty() || lane.of != LaneOf::NoVenue);
    Lanes { lanes, scale }
}

/// The days that an entry claims on the axis; an open side counts as a few days.
fn span(entry: Entry) -> Option<(Day, Day)> {
    let days = entry.date().days();
    match (days.earliest, days.latest) {
        (Some(a), Some(b)) => Some((a, b)),
        (Some(a), None) => Some((a, a.plus(OPEN_DAYS))),
        (None, Some(b)) => Some((b.plus(-OPEN_DAYS), b)),
        (None, None) => None,
    }
}

fn mark(entry: Entry, scale: &Scale) -> Option<Mark> {
    let days = entry.date().days();
    let (first, last) = span(entry)?;
    let lasted = entry.date().best_edtf().reading().is_interval();
    let shape = match (days.is_one_day(), lasted) {
        (true, _) => MarkShape::Point,
        (false, true) => MarkShape::Bar,
        (false, false) => MarkShape::Span,
    };
    let (from, to) = (scale.x(f64::from(first.number())), scale.x(f64::from(last.number() + 1)));
    let (x_px, from_px, to_px) = match (days.earliest, days.latest) {
        (None, Some(last)) => (scale.x_of(last), scale.x_of(last) - FADE_PX, to),
        (Some(first), None) => (scale.x_of(first), from, scale.x_of(first) + FADE_PX),
        _ => (f64::midpoint(from, to), from, to),
    };
    let open = (days.earliest.is_none(), days.latest.is_none());
    Some(Mark { entry, x_px, from_px, to_px, shape, open, row: 0 })
}

/// Gives every mark the first row in which its glyph is free, and returns the number of rows. Faded spans and bars lie behind the
/// glyphs and may run under those of another row's neighbour: a year that is known by its number only would else take a row alone.
fn stack(marks: &mut [Mark]) -> usize {
    let centres: Vec<f64> = marks.iter().map(|mark| mark.x_px).collect();
    let order = order(marks.len(), &|a, b| centres[a].total_cmp(&centres[b]));
    let mut row_ends_px: Vec<f64> = Vec::new();
    for at in order {
        let Some(mark) = marks.get_mut(at) else { continue };
        let (from, to) = (mark.x_px - GLYPH_HALF_PX, mark.x_px + GLYPH_HALF_PX);
        let free = row_ends_px.iter().position(|&end| end <= from);
        mark.row = free.unwrap_or(row_ends_px.len());
        match row_ends_px.get_mut(mark.row) {
            Some(end) => *end = to,
            None => row_ends_px.push(to),
        }
    }
    row_ends_px.len().max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn glyphs_of_a_row_never_touch(centres in prop::collection::vec(0.0_f64..600.0, 0..60)) {
            let corpus = crate::testing::corpus(centres.len().max(1));
            let mut marks: Vec<Mark> = corpus
                .entries()
                .zip(&centres)
                .map(|(entry, &x_px)| Mark {
                    entry, x_px, from_px: x_px, to_px: x_px, shape: MarkShape::Point, open: (false, false), row: 0,
                })
                .collect();
            let rows = stack(&mut marks);
            for (i, a) in marks.iter().enumerate() {
                prop_assert!(a.row < rows);
                for b in &marks[i + 1..] {
                    prop_assert!(a.row != b.row || (a.x_px - b.x_px).abs() >= 2.0 * GLYPH_HALF_PX);
                }
            }
        }
    }
}
