//! The map as a few short SVG paths, for a document that has no canvas.
//!
//! Whole pixels of the camera's frame, y down. Areas are cut off a little outside the frame, so that an area's outline
//! may be stroked: what runs along the cut is out of sight. It has no opinion about colours, or which countries matter.

use super::frame::MARGIN_PX;
use super::{Camera, Layer, PathSink, SvgPath, Topology};

/// Everything coarse about a view: the `d` of one SVG path each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// All land; its stroke is the coast.
    pub land: String,
    /// All lakes.
    pub lakes: String,
    /// Lines between countries, to stroke.
    pub borders: String,
    /// Disputed lines, to stroke.
    pub disputed: String,
    /// The countries asked for, in that order.
    pub countries: Vec<CountryOutline>,
}

/// One country's area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryOutline {
    /// Its ISO number.
    pub iso: u16,
    /// The `d` of its path.
    pub path: String,
}

impl Outline {
    /// Draws a view with no point farther than the tolerance from its place, and without what is smaller.
    ///
    /// The first view of 752 by 428 px takes 15 kB at 1.2 px.
    pub fn of(topology: &Topology, camera: &Camera, tolerance_px: f32, countries: &[u16]) -> Self {
        let frame = topology.project(camera).thinned(tolerance_px);
        let path = |layer: Layer| {
            let mut cutter = Cutter::new(camera, f64::from(tolerance_px));
            frame.draw(layer, &mut cutter);
            cutter.finish()
        };
        Self {
            land: path(Layer::Land),
            lakes: path(Layer::Lakes),
            borders: path(Layer::Borders),
            disputed: path(Layer::Disputed),
            countries: countries
                .iter()
                .map(|iso| CountryOutline { iso: *iso, path: path(Layer::Country(*iso)) })
                .collect(),
        }
    }

    /// Length of all paths together.
    pub fn byte_count(&self) -> usize {
        let countries = self.countries.iter().map(|country| country.path.len()).sum::<usize>();
        self.land.len() + self.lakes.len() + self.borders.len() + self.disputed.len() + countries
    }
}

/// A sink that cuts lines and rings to the frame and its margin, drops specks, and writes the rest.
struct Cutter {
    least: (f64, f64),
    most: (f64, f64),
    speck_px: f64,
    line: Vec<(f64, f64)>,
    path: SvgPath,
}

impl PathSink for Cutter {
    fn move_to(&mut self, x_px: f64, y_px: f64) {
        self.write_line();
        self.line.push((x_px, y_px));
    }

    fn line_to(&mut self, x_px: f64, y_px: f64) {
        self.line.push((x_px, y_px));
    }

    fn close(&mut self) {
        let mut ring = std::mem::take(&mut self.line);
        for edge in Edge::ALL {
            ring = self.cut(&ring, edge);
        }
        let spans = |of: fn(&(f64, f64)) -> f64| {
            let (least, most) = ring
                .iter()
                .map(of)
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), at| (least.min(at), most.max(at)));
            most - least
        };
        let (width, height) = (spans(|point| point.0), spans(|point| point.1));
        if ring.len() < 3 || width < 1.0 || height < 1.0 || width.max(height) < 2.0 * self.speck_px {
            return;
        }
        for (index, (x, y)) in ring.into_iter().enumerate() {
            if index == 0 { self.path.move_to(x, y) } else { self.path.line_to(x, y) }
        }
        self.path.close();
    }
}

impl Cutter {
    fn new(camera: &Camera, speck_px: f64) -> Self {
        Self {
            least: (-MARGIN_PX, -MARGIN_PX),
            most: (camera.width_px() + MARGIN_PX, camera.height_px() + MARGIN_PX),
            speck_px,
            line: Vec::new(),
            path: SvgPath::new(1.0),
        }
    }

    fn finish(mut self) -> String {
        self.write_line();
        self.path.into_text()
    }

    /// Writes the pieces of an open line that may be seen.
    fn write_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let mut pen_down = false;
        for pair in line.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let misses = |a: f64, b: f64, least: f64, most: f64| a.max(b) < least || a.min(b) > most;
            let seen = !misses(from.0, to.0, self.least.0, self.most.0)
                && !misses(from.1, to.1, self.least.1, self.most.1);
            if seen && !pen_down {
                self.path.move_to(from.0, from.1);
            }
            if seen {
                self.path.line_to(to.0, to.1);
            }
            pen_down = seen;
        }
    }

    /// Sutherland and Hodgman's cut along one edge.
    fn cut(&self, ring: &[(f64, f64)], edge: Edge) -> Vec<(f64, f64)> {
        let depth = |point: (f64, f64)| match edge {
            Edge::Left => point.0 - self.least.0,
            Edge::Right => self.most.0 - point.0,
            Edge::Top => point.1 - self.least.1,
            Edge::Bottom => self.most.1 - point.1,
        };
        let mut out = Vec::new();
        let Some(mut last) = ring.last().copied() else { return out };
        for &point in ring {
            let (before, after) = (depth(last), depth(point));
            if (before >= 0.0) != (after >= 0.0) {
                let share = before / (before - after);
                out.push((last.0 + (point.0 - last.0) * share, last.1 + (point.1 - last.1) * share));
            }
            if after >= 0.0 {
                out.push(point);
            }
            last = point;
        }
        out
    }
}

#[derive(Clone, Copy)]
enum Edge {
    Left,
    Right,
    Top,
    Bottom,
}

impl Edge {
    const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Top, Self::Bottom];
}
