//! How far an area is from a place: from its nearest to its farthest border.
//!
//! Kilometres. It has no opinion about rounding or wording.

use super::topology::LAKES;
use super::{EARTH_RADIUS_KM, LonLat, Topology, Vector};

/// From the nearest to the farthest point of an area's outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DistanceRange {
    /// To the nearest point.
    pub nearest_km: f64,
    /// To the farthest point.
    pub farthest_km: f64,
}

impl Topology {
    /// How far a country's outline is from a place; none if the map does not have the country.
    ///
    /// From a place inside, the nearest point is still one of the outline.
    pub fn border_distance(&self, iso: u16, from: LonLat) -> Option<DistanceRange> {
        if iso <= LAKES {
            return None;
        }
        let from = Vector::from(from);
        let mut found: Option<(f64, f64)> = None;
        for reference in self.rings_of(iso).flatten() {
            let points = self.arcs[reference.arc].points.clone();
            for index in points.start..points.end - 1 {
                let (a, b) = (self.vector(index), self.vector(index + 1));
                let nearest = angle_to_edge(from, a, b);
                let farthest = from.angle_to(a).max(from.angle_to(b));
                let (least, most) = found.unwrap_or((nearest, farthest));
                found = Some((least.min(nearest), most.max(farthest)));
            }
        }
        found.map(|(least, most)| DistanceRange {
            nearest_km: least * EARTH_RADIUS_KM,
            farthest_km: most * EARTH_RADIUS_KM,
        })
    }
}

impl Topology {
    /// The points of a country's outline; none if the map does not have the country.
    pub fn outline_of(&self, iso: u16) -> Vec<LonLat> {
        let mut places = Vec::new();
        if iso > LAKES {
            for reference in self.rings_of(iso).flatten() {
                for index in self.arcs[reference.arc].points.clone() {
                    places.push(self.vector(index).into());
                }
            }
        }
        places
    }
}

fn angle_to_edge(from: Vector, a: Vector, b: Vector) -> f64 {
    let normal = a.cross(b);
    // The foot of the perpendicular lies on the edge if it is past `a` and before `b`.
    let foot_on_edge = normal.cross(a).dot(from) > 0.0 && b.cross(normal).dot(from) > 0.0;
    if foot_on_edge && normal.length() > 0.0 {
        let height = from.dot(normal).abs();
        height.atan2(from.cross(normal).length())
    } else {
        from.angle_to(a).min(from.angle_to(b))
    }
}
