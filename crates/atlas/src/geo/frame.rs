//! The map as one view sees it: every point projected once, then drawn layer by layer.
//!
//! Pixels, y down. Per point one rotation and one square root, no trigonometry.
//! It has no opinion about colours or widths, except that strokes reach at most [`MARGIN_PX`] beyond their line.

use std::ops::Range;

use super::clip::{Rim, RingPen};
use super::laea::{RIM_COS, RIM_RADIUS};
use super::thin;
use super::topology::{ArcRef, LAKES, LAND};
use super::{ArcClass, Camera, PathSink, Topology, Vector};

/// What is this far outside the frame cannot be seen in it, however it is stroked.
pub(super) const MARGIN_PX: f64 = 16.0;

/// What can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// All land, closed, without borders.
    Land,
    /// All lakes, closed.
    Lakes,
    /// One country by its ISO number, closed.
    Country(u16),
    /// The lines between land and sea.
    Coast,
    /// The lines between countries.
    Borders,
    /// The lines that are disputed.
    Disputed,
}

/// The projected map.
#[derive(Debug)]
pub struct Frame<'a> {
    topology: &'a Topology,
    rim: Rim,
    antipode: Vector,
    width_px: f32,
    height_px: f32,
    x_px: Vec<f32>,
    y_px: Vec<f32>,
    arcs: Vec<ProjectedArc>,
}

#[derive(Clone, Debug)]
struct ProjectedArc {
    points: Range<usize>,
    bounds: Bounds,
    /// Whether part of it is on the rim.
    on_rim: bool,
    /// Whether it can matter inside the frame.
    near: bool,
}

#[derive(Clone, Copy, Debug)]
struct Bounds {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Bounds {
    const NONE: Self =
        Self { left: f32::INFINITY, top: f32::INFINITY, right: f32::NEG_INFINITY, bottom: f32::NEG_INFINITY };

    fn join(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

impl Topology {
    /// Projects the whole map for a view.
    pub fn project(&self, camera: &Camera) -> Frame<'_> {
        let laea = camera.laea();
        let row = |v: Vector| [v.x as f32, v.y as f32, v.z as f32];
        let (east, north, centre) = (row(laea.east), row(laea.north), row(laea.centre));
        let scale_px = camera.px_per_radius() as f32;
        let (middle_x, middle_y) = (camera.width_px() as f32 / 2.0, camera.height_px() as f32 / 2.0);
        let mut frame = Frame {
            topology: self,
            rim: Rim::of(camera),
            antipode: Vector { x: -laea.centre.x, y: -laea.centre.y, z: -laea.centre.z },
            width_px: camera.width_px() as f32,
            height_px: camera.height_px() as f32,
            x_px: Vec::with_capacity(self.x.len()),
            y_px: Vec::with_capacity(self.x.len()),
            arcs: Vec::with_capacity(self.arcs.len()),
        };
        let dot = |row: [f32; 3], x: f32, y: f32, z: f32| row[0] * x + row[1] * y + row[2] * z;
        for arc in &self.arcs {
            let (mut on_rim, mut bounds) = (false, Bounds::NONE);
            let range = arc.points.clone();
            let columns = self.x[range.clone()].iter().zip(&self.y[range.clone()]).zip(&self.z[range]);
            for ((&x, &y), &z) in columns {
                let (right, up, cos) = (dot(east, x, y, z), dot(north, x, y, z), dot(centre, x, y, z));
                let (right, up) = if cos > RIM_COS as f32 {
                    let scale = (2.0 / (1.0 + cos)).sqrt();
                    (right * scale, up * scale)
                } else {
                    on_rim = true;
                    let scale = RIM_RADIUS as f32 / (right * right + up * up).sqrt();
                    if scale.is_finite() { (right * scale, up * scale) } else { (RIM_RADIUS as f32, 0.0) }
                };
                let (x_px, y_px) = (middle_x + right * scale_px, middle_y - up * scale_px);
                bounds = bounds.join(Bounds { left: x_px, top: y_px, right: x_px, bottom: y_px });
                frame.x_px.push(x_px);
                frame.y_px.push(y_px);
            }
            let near = on_rim || frame.meets(bounds);
            frame.arcs.push(ProjectedArc { points: arc.points.clone(), bounds, on_rim, near });
        }
        frame
    }
}

impl Frame<'_> {
    /// Draws a layer: closed rings for areas, in either fill rule; open lines for the rest.
    pub fn draw(&self, layer: Layer, sink: &mut impl PathSink) {
        match layer {
            Layer::Land => self.draw_area(LAND, sink),
            Layer::Lakes => self.draw_area(LAKES, sink),
            Layer::Country(iso) if iso > LAKES => self.draw_area(iso, sink),
            Layer::Country(_) => {}
            Layer::Coast => self.draw_lines(ArcClass::Coast, sink),
            Layer::Borders => self.draw_lines(ArcClass::Border, sink),
            Layer::Disputed => self.draw_lines(ArcClass::Disputed, sink),
        }
    }

    /// The same picture with fewer points: none farther than the tolerance from where it was.
    ///
    /// Neighbours stay joined, since arcs are thinned, not rings.
    pub fn thinned(mut self, tolerance_px: f32) -> Self {
        let (mut x_px, mut y_px) = (Vec::new(), Vec::new());
        for arc in &mut self.arcs {
            let start = x_px.len();
            let (x, y) = (&self.x_px[arc.points.clone()], &self.y_px[arc.points.clone()]);
            for index in thin::kept(x, y, tolerance_px) {
                x_px.push(x[index]);
                y_px.push(y[index]);
            }
            arc.points = start..x_px.len();
        }
        Self { x_px, y_px, ..self }
    }

    fn draw_area(&self, id: u16, sink: &mut impl PathSink) {
        let mut on_rim = false;
        for ring in self.topology.rings_of(id) {
            let arcs = || ring.iter().map(|reference| &self.arcs[reference.arc]);
            let bounds = arcs().fold(Bounds::NONE, |bounds, arc| bounds.join(arc.bounds));
            let behind = arcs().any(|arc| arc.on_rim);
            on_rim |= behind;
            if behind || self.meets(bounds) {
                self.draw_ring(ring, sink);
            }
        }
        if on_rim && self.topology.area_contains(id, self.antipode) {
            self.rim.draw(sink);
        }
    }

    fn draw_ring(&self, ring: &[ArcRef], sink: &mut impl PathSink) {
        let mut pen = RingPen::new(self.rim, sink);
        // Each arc begins where the one before ended; the last point of the ring is its first, which closing draws.
        for reference in ring {
            let arc = &self.arcs[reference.arc];
            let Range { start, end } = arc.points;
            // An arc whose box misses the frame may be drawn as the straight line between its ends.
            let at = |step: usize| if reference.reversed { end - 1 - step } else { start + step };
            let steps = if arc.near { end - start - 1 } else { 1 };
            for index in (0..steps).map(at) {
                pen.point(f64::from(self.x_px[index]), f64::from(self.y_px[index]));
            }
        }
        if let Some(first) = ring.first() {
            let points = &self.arcs[first.arc].points;
            let index = if first.reversed { points.end - 1 } else { points.start };
            pen.finish(f64::from(self.x_px[index]), f64::from(self.y_px[index]));
        }
    }

    fn draw_lines(&self, class: ArcClass, sink: &mut impl PathSink) {
        let classes = self.topology.arcs.iter().map(|arc| arc.class);
        for (arc, _) in self.arcs.iter().zip(classes).filter(|(arc, found)| arc.near && *found == class) {
            let mut pen_down = false;
            for index in arc.points.clone() {
                let (x, y) = (f64::from(self.x_px[index]), f64::from(self.y_px[index]));
                let beyond = arc.on_rim && self.rim.touches(x, y);
                match (beyond, pen_down) {
                    (true, _) => {}
                    (false, true) => sink.line_to(x, y),
                    (false, false) => sink.move_to(x, y),
                }
                pen_down = !beyond;
            }
        }
    }

    fn meets(&self, bounds: Bounds) -> bool {
        let margin = MARGIN_PX as f32;
        bounds.right > -margin
            && bounds.left < self.width_px + margin
            && bounds.bottom > -margin
            && bounds.top < self.height_px + margin
    }
}
