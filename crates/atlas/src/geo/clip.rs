//! What becomes of outlines behind the view: they walk along the rim.
//!
//! The projection puts every point beyond the rim onto it. Straight lines between two such points would cut through the
//! picture; here they follow the rim. So each ring stays a closed curve that surrounds every point of the picture exactly
//! as often as before, and fills are right at every view, but for one case: an area that contains the antipode
//! surrounds the picture from outside. It gets the whole rim as one more ring.
//!
//! Pixels, y down. It has no opinion about which areas there are.

use super::trig::sin_cos;
use super::{Camera, PathSink, RIM_RADIUS};

/// Longest straight step along the rim, in its radii; it stays outside all that a camera shows.
const STEP: f64 = 0.1;

/// The rim of a view.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rim {
    x_px: f64,
    y_px: f64,
    radius_px: f64,
}

impl Rim {
    pub(super) fn of(camera: &Camera) -> Self {
        Self {
            x_px: camera.width_px() / 2.0,
            y_px: camera.height_px() / 2.0,
            radius_px: RIM_RADIUS * camera.px_per_radius(),
        }
    }

    /// Whether a projected point lies on the rim, but for rounding.
    pub(super) fn touches(&self, x_px: f64, y_px: f64) -> bool {
        let (x, y) = (x_px - self.x_px, y_px - self.y_px);
        x * x + y * y > self.radius_px * self.radius_px * 0.999
    }

    /// The rim itself as a ring, clockwise.
    pub(super) fn draw(&self, sink: &mut impl PathSink) {
        sink.move_to(self.x_px + self.radius_px, self.y_px);
        let steps = (std::f64::consts::TAU / STEP).ceil();
        for step in 1..steps as usize {
            let (sin, cos) = sin_cos(step as f64 / steps * std::f64::consts::TAU);
            sink.line_to(self.x_px + cos * self.radius_px, self.y_px + sin * self.radius_px);
        }
        sink.close();
    }

    /// The points between two points of the rim, along it, by the shorter way: an edge of a map never takes the longer.
    fn walk(&self, from: (f64, f64), to: (f64, f64), sink: &mut impl PathSink) {
        if (to.0 - from.0).hypot(to.1 - from.1) < STEP * self.radius_px {
            return;
        }
        let angle = |(x, y): (f64, f64)| (y - self.y_px).atan2(x - self.x_px);
        let turn = angle(to) - angle(from);
        let turn = turn - (turn / std::f64::consts::TAU).round() * std::f64::consts::TAU;
        let steps = (turn.abs() / STEP).ceil();
        for step in 1..steps as usize {
            let (sin, cos) = sin_cos(angle(from) + turn * step as f64 / steps);
            sink.line_to(self.x_px + cos * self.radius_px, self.y_px + sin * self.radius_px);
        }
    }
}

/// Feeds one ring to a sink, along the rim where it has to.
pub(super) struct RingPen<'a, S> {
    rim: Rim,
    sink: &'a mut S,
    last: Option<(f64, f64)>,
}

impl<'a, S: PathSink> RingPen<'a, S> {
    pub(super) fn new(rim: Rim, sink: &'a mut S) -> Self {
        Self { rim, sink, last: None }
    }

    pub(super) fn point(&mut self, x_px: f64, y_px: f64) {
        match self.last {
            None => self.sink.move_to(x_px, y_px),
            Some((last_x, last_y)) => {
                if self.rim.touches(x_px, y_px) && self.rim.touches(last_x, last_y) {
                    self.rim.walk((last_x, last_y), (x_px, y_px), self.sink);
                }
                self.sink.line_to(x_px, y_px);
            }
        }
        self.last = Some((x_px, y_px));
    }

    /// Closes the ring to its first point, which is given again.
    pub(super) fn finish(self, x_px: f64, y_px: f64) {
        if let Some(last) = self.last {
            if self.rim.touches(x_px, y_px) && self.rim.touches(last.0, last.1) {
                self.rim.walk(last, (x_px, y_px), self.sink);
            }
            self.sink.close();
        }
    }
}
