//! Where lanes and rows stand, from top to bottom, at one layout. Lengths are CSS pixels. No opinion about what is drawn in them.

use atlas::layout::Layout;
use atlas::timeline::{Lane, LaneOf, Lanes, Mark};

/// Height of the axis under the lanes.
const AXIS_PX: f64 = 22.0;
/// Free room over the lanes: the knob of the as-of date.
pub(super) const TOP_PX: f64 = 7.0;
/// Rows are never closer than this, nor farther than that.
const ROW_PX: (f64, f64) = (10.0, 17.0);
/// Room above and below the rows of a lane, together.
pub(super) const LANE_PAD_PX: f64 = 3.0;
/// More marks than this within what is seen are counted in strips.
const MARKS_MAX: usize = 400;
/// Rows of a lane that is a strip.
pub(super) const DENSE_ROWS: usize = 2;

/// Where lanes stand.
pub(super) struct Frame {
    pub(super) layout: Layout,
    pub(super) row_px: f64,
    /// Which lanes are strips of counts.
    dense: Vec<bool>,
    /// Top of each lane, and the bottom of the last.
    tops_px: Vec<f64>,
}

impl Frame {
    /// Where there are too many marks every lane is a strip of counts. Where the rows do not fit the height, as many lanes are as it takes:
    /// first that of what names no venue, then those with most rows, the one that is `asked_for` last.
    pub(super) fn of(layout: Layout, laid: &Lanes, asked_for: Option<LaneOf>) -> Self {
        let seen = 0.0..=laid.scale.width_px();
        let in_sight = |mark: &&Mark| seen.contains(&mark.x_px);
        let many = laid.lanes.iter().flat_map(|lane| &lane.marks).filter(in_sight).count() > MARKS_MAX;
        let room = layout.timeline_px.1 - AXIS_PX - TOP_PX - laid.lanes.len() as f64 * LANE_PAD_PX;
        let mut rows: Vec<usize> = laid.lanes.iter().map(|lane| lane.rows).collect();
        let mut dense = vec![many; rows.len()];
        if many {
            rows.fill(DENSE_ROWS);
        }
        while rows.iter().sum::<usize>() as f64 * ROW_PX.0 > room {
            let rank = |(at, lane): &(usize, &Lane)| {
                (Some(lane.of) != asked_for, lane.of == LaneOf::NoVenue, rows.get(*at).copied())
            };
            let lanes = laid
                .lanes
                .iter()
                .enumerate()
                .filter(|(at, lane)| !is_at(&dense, *at) && lane.rows > DENSE_ROWS);
            let worst = lanes.reduce(|worst, next| if rank(&next) > rank(&worst) { next } else { worst });
            let Some((at, _)) = worst else { break };
            if let (Some(rows), Some(dense)) = (rows.get_mut(at), dense.get_mut(at)) {
                (*rows, *dense) = (DENSE_ROWS, true);
            }
        }
        let row_px = (room / rows.iter().sum::<usize>().max(1) as f64).clamp(ROW_PX.0, ROW_PX.1);
        let mut at = TOP_PX;
        let mut tops_px = vec![at];
        for rows in rows {
            at += rows as f64 * row_px + LANE_PAD_PX;
            tops_px.push(at);
        }
        Self { layout, row_px, dense, tops_px }
    }

    /// The bottom of the lanes, where the axis begins.
    pub(super) fn bottom_px(&self) -> f64 {
        self.tops_px.last().copied().unwrap_or(TOP_PX)
    }

    pub(super) fn height_px(&self) -> f64 {
        self.bottom_px() + AXIS_PX
    }

    /// Top and height of lane number `at`.
    pub(super) fn lane_px(&self, at: usize) -> (f64, f64) {
        let top = self.tops_px.get(at).copied().unwrap_or(TOP_PX);
        (top, self.tops_px.get(at + 1).copied().unwrap_or(top) - top)
    }

    /// Whether lane number `at` is a strip of counts.
    pub(super) fn is_dense(&self, at: usize) -> bool {
        is_at(&self.dense, at)
    }

    /// The middle of a mark of lane number `at`.
    pub(super) fn mark_y_px(&self, at: usize, mark: &Mark) -> f64 {
        let row = if self.is_dense(at) { (DENSE_ROWS - 1) as f64 / 2.0 } else { mark.row as f64 };
        self.lane_px(at).0 + LANE_PAD_PX / 2.0 + (row + 0.5) * self.row_px
    }

    /// The number of the lane at a height.
    pub(super) fn lane_at(&self, y_px: f64) -> Option<usize> {
        self.tops_px.partition_point(|top| *top <= y_px).checked_sub(1).filter(|at| *at < self.dense.len())
    }
}

fn is_at(flags: &[bool], at: usize) -> bool {
    flags.get(at).copied().unwrap_or_default()
}
