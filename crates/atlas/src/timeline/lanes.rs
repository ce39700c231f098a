//! Lanes and marks: one lane per venue and one for what names none; every entry gets a place that no other of its lane takes.
//! All entries stay where they are under every filter, so that nothing jumps. No opinion about which are shown.

use super::scale::Span;
use super::{Scale, Spacing};
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
    /// The day of the report, where that is not the day itself: the latest that it can be.
    pub reported_px: Option<f64>,
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

/// The scale on which all entries of a corpus stand.
pub fn scale(corpus: Corpus, width_px: f64, gap_px: f64, spacing: Spacing) -> Scale {
    let spans: Vec<Span> = corpus.entries().filter_map(span).collect();
    Scale::new(&spans, width_px, gap_px, spacing)
}

/// Where the glyph of an entry stands: a moment, in days.
pub fn moment(entry: Entry) -> Option<f64> {
    Some(span(entry)?.at)
}

/// The lanes of a corpus on a scale.
pub fn lanes(corpus: Corpus, scale: Scale) -> Lanes {
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

/// Where an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// The mark before it in its lane.
    Left,
    /// The mark after it in its lane.
    Right,
    /// The nearest mark of a lane above.
    Up,
    /// The nearest mark of a lane below.
    Down,
    /// The first mark of its lane.
    Home,
    /// The last mark of its lane.
    End,
}

impl Lanes {
    /// The mark of an entry, and the number of its lane.
    pub fn find(&self, entry: Entry) -> Option<(usize, &Mark)> {
        let of_lane = |lane: &Lane| match lane.of {
            LaneOf::Venue(venue) => entry.venue() == Some(venue),
            LaneOf::NoVenue => entry.venue().is_none(),
        };
        let at = self.lanes.iter().position(of_lane)?;
        Some((at, self.lanes.get(at)?.marks.iter().find(|mark| mark.entry == entry)?))
    }

    /// The mark that an arrow leads to from that of `entry`, among those that are shown; none at the end of a lane or of the lanes.
    pub fn step(&self, entry: Entry, toward: Toward, shown: &dyn Fn(Entry) -> bool) -> Option<&Mark> {
        let (at, mark) = self.find(entry)?;
        // Marks on one day follow each other by their rows.
        let place = |mark: &Mark| (mark.x_px, mark.row);
        let here = place(mark);
        let far = |mark: &Mark| (mark.x_px - here.0).abs();
        // Whether the first is the one to go to, of two that are shown; the present mark is the worst.
        let better: &dyn Fn(&Mark, &Mark) -> bool = match toward {
            Toward::Left => &|a, b| place(a) < here && (place(a) > place(b) || place(b) >= here),
            Toward::Right => &|a, b| place(a) > here && (place(a) < place(b) || place(b) <= here),
            Toward::Home => &|a, b| place(a) < place(b),
            Toward::End => &|a, b| place(a) > place(b),
            Toward::Up | Toward::Down => &|a, b| far(a) < far(b),
        };
        let mut lane = at;
        loop {
            lane = match toward {
                Toward::Up => lane.checked_sub(1)?,
                Toward::Down => lane + 1,
                _ => lane,
            };
            let marks = self.lanes.get(lane)?.marks.iter().filter(|mark| shown(mark.entry));
            let best = marks.reduce(|best, next| if better(next, best) { next } else { best });
            let along = lane == at;
            let beyond = |best: &&Mark| match toward {
                Toward::Left => place(best) < here,
                Toward::Right => place(best) > here,
                _ => true,
            };
            match best {
                None if !along => {}
                best => return best.filter(beyond),
            }
        }
    }
}

/// The days that an entry claims on the axis, where an open side counts as a few days, and where its glyph stands: at the day that is
/// known, or in the middle.
fn span(entry: Entry) -> Option<Span> {
    let days = entry.date().days();
    let middle = |a: Day, b: Day| f64::midpoint(f64::from(a.number()), f64::from(b.number()) + 1.0);
    match (days.earliest, days.latest) {
        (Some(a), Some(b)) => Some(Span { first: a, last: b, at: middle(a, b) }),
        (Some(a), None) => Some(Span { first: a, last: a.plus(OPEN_DAYS), at: middle(a, a) }),
        (None, Some(b)) => Some(Span { first: b.plus(-OPEN_DAYS), last: b, at: middle(b, b) }),
        (None, None) => None,
    }
}

fn mark(entry: Entry, scale: &Scale) -> Option<Mark> {
    let date = entry.date();
    let days = date.days();
    let Span { first, last, at } = span(entry)?;
    let lasted = date.best_edtf().reading().is_interval();
    let shape = match (days.is_one_day(), lasted) {
        (true, _) => MarkShape::Point,
        (false, true) => MarkShape::Bar,
        (false, false) => MarkShape::Span,
    };
    let x_px = scale.x(at);
    let open = (days.earliest.is_none(), days.latest.is_none());
    let from_px = if open.0 { x_px - FADE_PX } else { scale.x(f64::from(first.number())) };
    let to_px = if open.1 { x_px + FADE_PX } else { scale.x(f64::from(last.number()) + 1.0) };
    let reported = entry.reported();
    let reported_px =
        reported.latest.or(reported.earliest).filter(|_| reported != days).map(|day| scale.x_of(day));
    Some(Mark { entry, x_px, from_px, to_px, shape, open, reported_px, row: 0 })
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
                    entry, x_px, from_px: x_px, to_px: x_px, shape: MarkShape::Point, open: (false, false), reported_px: None, row: 0,
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

        #[test]
        fn arrows_reach_every_mark_that_is_shown_and_no_other(count in 1_usize..40, hidden: u64, equal: bool, width in 60.0_f64..600.0) {
            let corpus = crate::testing::corpus(count);
            let spacing = if equal { Spacing::Equal } else { Spacing::Proportional };
            let lanes = lanes(corpus, scale(corpus, width, 20.0, spacing));
            let shown = |entry: Entry| hidden >> (entry.row() % 64) & 1 == 0;
            let walk = |lane: &Lane, home: Toward, step: Toward| {
                let Some(any) = lane.marks.first() else { return Vec::new() };
                let mut walked: Vec<u32> = Vec::new();
                let mut at = lanes.step(any.entry, home, &shown);
                while let Some(mark) = at {
                    walked.push(mark.entry.row());
                    at = lanes.step(mark.entry, step, &shown);
                }
                walked
            };
            for lane in &lanes.lanes {
                let wanted: Vec<u32> = lane.marks.iter().map(|mark| mark.entry.row()).filter(|row| hidden >> (row % 64) & 1 == 0).collect();
                let mut there = walk(lane, Toward::Home, Toward::Right);
                let mut back = walk(lane, Toward::End, Toward::Left);
                back.reverse();
                prop_assert_eq!(&there, &back);
                there.sort_unstable();
                prop_assert_eq!(there, wanted);
            }
        }

        #[test]
        fn arrows_change_the_lane_to_the_nearest_mark(count in 6_usize..40) {
            let corpus = crate::testing::corpus(count);
            let lanes = lanes(corpus, scale(corpus, 600.0, 20.0, Spacing::Proportional));
            let all = |_: Entry| true;
            for mark in &lanes.lanes[0].marks {
                let below = lanes.step(mark.entry, Toward::Down, &all).unwrap();
                let nearest = lanes.lanes[1].marks.iter().map(|other| (other.x_px - mark.x_px).abs()).fold(f64::MAX, f64::min);
                prop_assert_eq!(lanes.find(below.entry).map(|found| found.0), Some(1));
                prop_assert_eq!((below.x_px - mark.x_px).abs(), nearest);
                prop_assert_eq!(lanes.step(mark.entry, Toward::Up, &all), None);
            }
        }
    }
}
