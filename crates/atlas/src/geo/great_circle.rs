//! Shortest ways over the sphere: length, direction, and the line to draw.
//!
//! Kilometres on a sphere of 6371 km; bearings in degrees clockwise from north.
//! It has no opinion about wording, rounding or which places matter.

use super::camera::around;
use super::trig::sin_cos;
use super::{Camera, Laea, LonLat, PathSink, RIM_RADIUS, Vector};

/// Mean radius of the Earth.
pub const EARTH_RADIUS_KM: f64 = 6371.0;

/// Length of the shortest way between two places.
pub fn distance_km(from: LonLat, to: LonLat) -> f64 {
    Vector::from(from).angle_to(to.into()) * EARTH_RADIUS_KM
}

/// Direction in which the shortest way starts, 0 to 360: that of the place on a projection centred here.
pub fn initial_bearing_deg(from: LonLat, to: LonLat) -> f64 {
    let (east, north) = Laea::new(from).forward(to.into());
    around(east.atan2(north).to_degrees())
}

/// The shortest way as `segments + 1` places at equal distances, both ends included.
///
/// Between antipodes every way is shortest; then the line is the two ends alone.
pub fn line(from: LonLat, to: LonLat, segments: usize) -> Vec<Vector> {
    let (start, end) = (Vector::from(from), Vector::from(to));
    let angle = start.angle_to(end);
    let (sin, _) = sin_cos(angle);
    if sin < 1e-9 {
        return vec![start, end];
    }
    let at = |step: usize| {
        let share = step as f64 / segments.max(1) as f64;
        start.combine(sin_cos((1.0 - share) * angle).0 / sin, end, sin_cos(share * angle).0 / sin)
    };
    (0..=segments.max(1)).map(at).collect()
}

/// Draws a line of places, leaving out what lies beyond the rim.
pub fn draw_line(camera: &Camera, places: &[Vector], sink: &mut impl PathSink) {
    let rim_px = RIM_RADIUS * camera.px_per_radius() * 0.999;
    let mut pen_down = false;
    for place in places {
        let point = camera.forward(*place);
        let from_centre = (point.x_px - camera.width_px() / 2.0).hypot(point.y_px - camera.height_px() / 2.0);
        let beyond = from_centre > rim_px;
        match (beyond, pen_down) {
            (true, _) => {}
            (false, true) => sink.line_to(point.x_px, point.y_px),
            (false, false) => sink.move_to(point.x_px, point.y_px),
        }
        pen_down = !beyond;
    }
}

#[cfg(test)]
mod tests {
    use super::super::SvgPath;
    use super::*;
    use proptest::prelude::*;

    const KYIV: LonLat = LonLat::new(30.5234, 50.4501);
    const MOSCOW: LonLat = LonLat::new(37.6173, 55.7558);

    fn check(from: LonLat, to: (f64, f64), km: f64) {
        let found = distance_km(from, LonLat::new(to.0, to.1));
        assert!((found / km - 1.0).abs() < 0.005, "{to:?}: {found} instead of {km}");
    }

    #[test]
    fn distances_between_the_capitals_and_the_venues() {
        check(KYIV, (27.5615, 53.9045), 433.0);
        check(KYIV, (37.6173, 55.7558), 756.0);
        check(KYIV, (28.9784, 41.0082), 1055.0);
        check(KYIV, (6.1432, 46.2044), 1854.0);
        check(KYIV, (55.2708, 25.2048), 3516.0);
        check(KYIV, (54.3773, 24.4539), 3542.0);
        check(KYIV, (-77.0369, 38.9072), 7833.0);
        check(MOSCOW, (27.5615, 53.9045), 676.0);
        check(MOSCOW, (28.9784, 41.0082), 1755.0);
        check(MOSCOW, (6.1432, 46.2044), 2418.0);
        check(MOSCOW, (55.2708, 25.2048), 3686.0);
        check(MOSCOW, (54.3773, 24.4539), 3737.0);
    }

    #[test]
    fn bearings() {
        let origin = LonLat::new(0.0, 0.0);
        for (to, bearing) in
            [((0.0, 9.0), 0.0), ((9.0, 0.0), 90.0), ((0.0, -9.0), 180.0), ((-9.0, 0.0), 270.0)]
        {
            let found = initial_bearing_deg(origin, LonLat::new(to.0, to.1));
            assert!((found - bearing).abs() < 1e-9, "{to:?}: {found}");
        }
        // Baghdad to Osaka, a much-used worked example: 60 degrees.
        let found = initial_bearing_deg(LonLat::new(45.0, 35.0), LonLat::new(135.0, 35.0));
        assert!((found - 60.16).abs() < 0.01, "{found}");
    }

    #[test]
    fn a_line_leaves_out_what_is_beyond() {
        let camera = Camera::new(LonLat::new(30.0, 44.0), 20.0, 752.0, 428.0);
        let mut path = SvgPath::new(1.0);
        draw_line(&camera, &line(KYIV, LonLat::new(-140.0, -50.0), 48), &mut path);
        let text = path.into_text();
        assert!(text.starts_with('m') && text.matches('m').count() == 1, "{text}");
    }

    proptest! {
        #[test]
        fn steps_are_equal(a in -180.0..180.0, b in -80.0..80.0, c in -180.0..180.0, d in -80.0..80.0) {
            let (from, to) = (LonLat::new(a, b), LonLat::new(c, d));
            prop_assume!(distance_km(from, to) > 1.0 && distance_km(from, to) < 20_000.0);
            let line = line(from, to, 24);
            prop_assert_eq!(line.len(), 25);
            let step = distance_km(from, to) / 24.0;
            for pair in line.windows(2) {
                prop_assert!((pair[0].angle_to(pair[1]) * EARTH_RADIUS_KM - step).abs() < 1e-3);
            }
        }
    }
}
