//! Which area a place lies in.
//!
//! Edges are great circles, as they are drawn. It has no opinion about names or about places on a line itself.

use super::topology::LAKES;
use super::{Topology, Vector};

impl Topology {
    /// Whether a place lies in a country. Islands too small for the map are in none.
    pub fn contains(&self, iso: u16, place: Vector) -> bool {
        iso > LAKES && self.area_contains(iso, place)
    }

    /// The country in which a place lies.
    pub fn country_at(&self, place: Vector) -> Option<u16> {
        self.countries().find(|iso| self.contains(*iso, place))
    }

    /// Counts the edges between the place and the south pole, which no area contains: Antarctica is not on the map.
    pub(super) fn area_contains(&self, id: u16, place: Vector) -> bool {
        let mut inside = false;
        for reference in self.rings_of(id).flatten() {
            let points = self.arcs[reference.arc].points.clone();
            let mut last = self.vector(points.start);
            let mut last_side = side(place, last);
            for index in points.skip(1) {
                let point = self.vector(index);
                let point_side = side(place, point);
                if (last_side >= 0.0) != (point_side >= 0.0) {
                    // Where the edge meets the plane of the place's meridian, to any length.
                    let crossing = last.combine(point_side.abs(), point, last_side.abs());
                    let along = crossing.x * place.x + crossing.y * place.y;
                    let level = place.x * place.x + place.y * place.y;
                    inside ^= along > 0.0 && crossing.z * level < place.z * along;
                }
                (last, last_side) = (point, point_side);
            }
        }
        inside
    }

    /// A point of the map.
    pub(super) fn vector(&self, index: usize) -> Vector {
        Vector { x: f64::from(self.x[index]), y: f64::from(self.y[index]), z: f64::from(self.z[index]) }
    }
}

/// Positive to the east of the place's meridian, negative to the west.
fn side(place: Vector, point: Vector) -> f64 {
    place.x * point.y - place.y * point.x
}
