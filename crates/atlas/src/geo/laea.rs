//! Lambert's azimuthal equal-area projection, centred anywhere, north up at the centre.
//!
//! Plane: x to the right, y up, in units of the sphere's radius, the centre at the origin.
//! It has no opinion about pixels. Places more than 120° from the centre are put on the rim, in their true direction:
//! beyond it shapes are torn apart, and the antipode has no place at all.

use super::trig::sin_cos;
use super::{LonLat, Vector};

/// Radius of the rim in radii of the sphere: `2 sin 60°`.
pub const RIM_RADIUS: f64 = 1.732_050_807_568_877_2;

/// Cosine of the rim's distance from the centre.
pub(super) const RIM_COS: f64 = -0.5;

/// The projection with its axes worked out for one centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Laea {
    /// Unit vector of the plane's x axis.
    pub east: Vector,
    /// Unit vector of the plane's y axis.
    pub north: Vector,
    /// Unit vector of the centre.
    pub centre: Vector,
}

impl Laea {
    /// The projection centred on a place.
    pub fn new(centre: LonLat) -> Self {
        let (sin_lon, cos_lon) = sin_cos(centre.lon_deg.to_radians());
        let (sin_lat, cos_lat) = sin_cos(centre.lat_deg.to_radians());
        Self {
            east: Vector { x: -sin_lon, y: cos_lon, z: 0.0 },
            north: Vector { x: -sin_lat * cos_lon, y: -sin_lat * sin_lon, z: cos_lat },
            centre: Vector { x: cos_lat * cos_lon, y: cos_lat * sin_lon, z: sin_lat },
        }
    }

    /// Where a place falls on the plane, the rim at the farthest.
    pub fn forward(&self, place: Vector) -> (f64, f64) {
        let (x, y, cos) = (place.dot(self.east), place.dot(self.north), place.dot(self.centre));
        let scale = if cos > RIM_COS { scale_at(cos) } else { RIM_RADIUS / x.hypot(y) };
        // The antipode itself lies in every direction; one is as good as another.
        if scale.is_finite() { (x * scale, y * scale) } else { (RIM_RADIUS, 0.0) }
    }

    /// The place that falls on a point of the plane, if the point is not beyond the rim.
    pub fn inverse(&self, x: f64, y: f64) -> Option<Vector> {
        let square = x * x + y * y;
        if square > RIM_RADIUS * RIM_RADIUS * (1.0 + 1e-9) {
            return None;
        }
        let shrink = (1.0 - square / 4.0).sqrt();
        let on_plane = self.east.combine(x * shrink, self.north, y * shrink);
        Some(on_plane.combine(1.0, self.centre, 1.0 - square / 2.0))
    }
}

/// Lambert's `k'` for the cosine of the distance from the centre.
fn scale_at(cos: f64) -> f64 {
    (2.0 / (1.0 + cos)).sqrt()
}

#[cfg(test)]
mod tests {
    use std::f64::consts::SQRT_2;

    use super::*;
    use proptest::prelude::*;

    /// J. P. Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395), numerical example for the sphere:
    /// R = 3, centre 40°N 100°W, place 20°S 100°E. It lies beyond our rim, so the formula is checked without the rim.
    #[test]
    fn agrees_with_snyder() {
        let laea = Laea::new(LonLat::new(-100.0, 40.0));
        let place = Vector::from(LonLat::new(100.0, -20.0));
        let scale = scale_at(place.dot(laea.centre));
        assert!((scale - 4.391_217_5).abs() < 1e-6, "{scale}");
        assert!((3.0 * scale * place.dot(laea.east) - -4.233_930_3).abs() < 1e-6);
        assert!((3.0 * scale * place.dot(laea.north) - 4.025_777_5).abs() < 1e-6);
    }

    /// In the polar aspect the radius is `2 sin(45° - lat/2)`.
    #[test]
    fn agrees_with_the_polar_aspect() {
        let laea = Laea::new(LonLat::new(0.0, 90.0));
        for (lat_deg, radius) in
            [(90.0, 0.0), (60.0, 0.517_638), (30.0, 1.0), (0.0, SQRT_2), (-30.0, 1.732_051)]
        {
            let (x, y) = laea.forward(LonLat::new(25.0, lat_deg).into());
            assert!((x.hypot(y) - radius).abs() < 1e-6, "{lat_deg}: {}", x.hypot(y));
        }
    }

    fn check(centre: (f64, f64), place: (f64, f64), expected: (f64, f64)) {
        let laea = Laea::new(LonLat::new(centre.0, centre.1));
        let (x, y) = laea.forward(LonLat::new(place.0, place.1).into());
        assert!((x - expected.0).abs() < 1e-6 && (y - expected.1).abs() < 1e-6, "{place:?}: {x}, {y}");
        let back = LonLat::from(laea.inverse(x, y).unwrap());
        assert!((back.lon_deg - place.0).abs() < 1e-9 && (back.lat_deg - place.1).abs() < 1e-9, "{back:?}");
    }

    #[test]
    fn forward_and_inverse_agree() {
        // Worked out from the formula by hand; the equatorial and the oblique aspect, and across 180°.
        check((0.0, 0.0), (90.0, 0.0), (SQRT_2, 0.0));
        check((0.0, 0.0), (0.0, 60.0), (0.0, 1.0));
        check((0.0, 0.0), (10.0, 40.0), (0.142_028_8, 0.686_305_4));
        check((30.0, 44.0), (30.0, 44.0), (0.0, 0.0));
        check((30.0, 44.0), (30.0, 74.0), (0.0, 0.517_638_1));
        check((179.0, 44.0), (-179.0, 44.0), (0.025_106_5, 0.000_304_4));
    }

    #[test]
    fn what_is_beyond_lies_on_the_rim() {
        let laea = Laea::new(LonLat::new(30.0, 44.0));
        for (lon, lat) in [(-150.0, -44.0), (-150.0, -43.0), (-120.0, -60.0), (-150.0, 0.0), (170.0, -50.0)] {
            let (x, y) = laea.forward(LonLat::new(lon, lat).into());
            assert!((x.hypot(y) - RIM_RADIUS).abs() < 1e-9, "{lon} {lat}: {x} {y}");
        }
        assert_eq!(laea.inverse(1.3, 1.3), None);
    }

    proptest! {
        #[test]
        fn inverse_undoes_forward(lon in -180.0..180.0, lat in -90.0..90.0, x in -1.2..1.2, y in -1.2..1.2) {
            let laea = Laea::new(LonLat::new(lon, lat));
            let place = laea.inverse(x, y).unwrap();
            prop_assert!((place.length() - 1.0).abs() < 1e-12);
            let (again_x, again_y) = laea.forward(place);
            prop_assert!((again_x - x).abs() < 1e-9 && (again_y - y).abs() < 1e-9);
        }

        #[test]
        fn every_place_has_a_finite_point(lon in -180.0..180.0, lat in -90.0..90.0, at in -180.0..180.0, up in -90.0..90.0) {
            let (x, y) = Laea::new(LonLat::new(lon, lat)).forward(LonLat::new(at, up).into());
            prop_assert!(x.hypot(y) <= RIM_RADIUS + 1e-9);
        }
    }
}
