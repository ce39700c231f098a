//! Arcs in degrees and the areas made of them: what every step of the recipe takes and gives.
//!
//! Rings run clockwise around what they enclose (north up). It has no opinion about formats.

use std::collections::BTreeMap;

use atlas::geo::{ArcClass, EARTH_RADIUS_KM, LonLat, Vector};

/// Longitude and latitude in degrees.
pub(crate) type Place = [f64; 2];

/// An arc, in its own direction or against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ArcRef {
    pub(crate) arc: usize,
    pub(crate) reversed: bool,
}

pub(crate) type Ring = Vec<ArcRef>;

#[derive(Debug, Default)]
pub(crate) struct Mesh {
    pub(crate) arcs: Vec<Vec<Place>>,
    pub(crate) classes: Vec<ArcClass>,
    /// By ISO number; 0 is all land, 1 all lakes.
    pub(crate) areas: BTreeMap<u16, Vec<Ring>>,
}

impl Mesh {
    pub(crate) fn start(&self, reference: ArcRef) -> Option<Place> {
        let arc = &self.arcs[reference.arc];
        if reference.reversed { arc.last() } else { arc.first() }.copied()
    }

    pub(crate) fn end(&self, reference: ArcRef) -> Option<Place> {
        self.start(ArcRef { reversed: !reference.reversed, ..reference })
    }

    /// All points of a ring in its direction.
    pub(crate) fn points(&self, ring: &[ArcRef]) -> Vec<Place> {
        let mut points = Vec::new();
        for reference in ring {
            let arc = &self.arcs[reference.arc];
            if reference.reversed { points.extend(arc.iter().rev()) } else { points.extend(arc) }
        }
        points
    }

    /// Whether a ring surrounds a place, on the plane of degrees; for rings that do not cross 180°.
    pub(crate) fn surrounds(&self, ring: &[ArcRef], [lon, lat]: Place) -> bool {
        let points = self.points(ring);
        let crosses = |pair: &&[Place]| {
            let ([x0, y0], [x1, y1]) = (pair[0], pair[1]);
            (y0 > lat) != (y1 > lat) && lon < (x1 - x0) * (lat - y0) / (y1 - y0) + x0
        };
        points.windows(2).filter(crosses).count() % 2 == 1
    }

    /// Area in square kilometres, positive if the ring runs clockwise.
    pub(crate) fn area_km2(&self, ring: &[ArcRef]) -> f64 {
        let points = self.points(ring);
        let strip = |pair: &[Place]| {
            let ([x0, y0], [x1, y1]) = (pair[0], pair[1]);
            let turn = (x1 - x0) - ((x1 - x0) / 360.0).round() * 360.0;
            turn.to_radians() * (y0.to_radians().sin() + y1.to_radians().sin()) / 2.0
        };
        points.windows(2).map(strip).sum::<f64>() * EARTH_RADIUS_KM * EARTH_RADIUS_KM
    }
}

/// Area of a small triangle in square kilometres.
pub(crate) fn triangle_km2(a: Place, b: Place, c: Place) -> f64 {
    let [a, b, c] = [a, b, c].map(|[lon, lat]| Vector::from(LonLat::new(lon, lat)));
    let (ab, ac) = (b.combine(1.0, a, -1.0), c.combine(1.0, a, -1.0));
    ab.cross(ac).length() / 2.0 * EARTH_RADIUS_KM * EARTH_RADIUS_KM
}
