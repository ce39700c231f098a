//! What part of the world is in view, and how moving the view changes it.
//!
//! Pixels count from the frame's top left corner, y down; scale is kilometres per pixel at the centre.
//! A camera is a value: every movement returns a new one. It has no opinion about gestures, animation or what is drawn.

use super::laea::{Laea, RIM_RADIUS};
use super::trig::sin_cos;
use super::{EARTH_RADIUS_KM, LonLat, Vector};

/// The closest view; the map's grid is about 1.1 km, its points lie farther apart.
const MIN_KM_PER_PX: f64 = 0.2;
/// Nearer the poles "north up" would spin the map under the hand.
const MAX_LAT_DEG: f64 = 85.0;
/// The rim never comes into the frame: at the widest view the frame's corners stay within this share of it.
const RIM_SHARE: f64 = 0.98;

/// A point of the frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the left edge.
    pub x_px: f64,
    /// From the top edge.
    pub y_px: f64,
}

/// A view of the world: a centre, a scale, a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    centre: LonLat,
    km_per_px: f64,
    width_px: f64,
    height_px: f64,
    laea: Laea,
}

impl Camera {
    /// A view; centre and scale are brought within their limits, and what is not a number becomes a default.
    pub fn new(centre: LonLat, km_per_px: f64, width_px: f64, height_px: f64) -> Self {
        let width_px = finite(width_px, 1.0).max(1.0);
        let height_px = finite(height_px, 1.0).max(1.0);
        let widest = RIM_SHARE * RIM_RADIUS * EARTH_RADIUS_KM / (width_px.hypot(height_px) / 2.0);
        let centre = LonLat {
            lon_deg: around(finite(centre.lon_deg, 0.0) + 180.0) - 180.0,
            lat_deg: finite(centre.lat_deg, 0.0).clamp(-MAX_LAT_DEG, MAX_LAT_DEG),
        };
        let km_per_px = finite(km_per_px, widest).min(widest).max(MIN_KM_PER_PX);
        Self { centre, km_per_px, width_px, height_px, laea: Laea::new(centre) }
    }

    /// The closest view in which all places are at least `padding_px` from the frame's edge.
    pub fn fit(places: &[LonLat], width_px: f64, height_px: f64, padding_px: f64) -> Self {
        let sum = places.iter().fold(Vector { x: 0.0, y: 0.0, z: 0.0 }, |sum, place| {
            sum.combine(1.0, Vector::from(*place), 1.0)
        });
        let mut camera = Self::new(sum.into(), f64::INFINITY, width_px, height_px);
        let inner_px = |side_px: f64| (side_px - 2.0 * padding_px).max(1.0);
        // Re-centring changes the picture a little, so the middle of the places is approached in a few steps.
        for _ in 0..6 {
            let Some((least, most)) = bounds(places.iter().map(|place| camera.forward((*place).into())))
            else {
                break;
            };
            let (span_x, span_y) = (most.x_px - least.x_px, most.y_px - least.y_px);
            let shrink = (span_x / inner_px(width_px)).max(span_y / inner_px(height_px));
            let middle = camera.inverse((least.x_px + most.x_px) / 2.0, (least.y_px + most.y_px) / 2.0);
            camera =
                Self::new(middle.unwrap_or(camera.centre), camera.km_per_px * shrink, width_px, height_px);
        }
        camera
    }

    /// The place in the middle of the frame.
    pub fn centre(&self) -> LonLat {
        self.centre
    }

    /// Kilometres per pixel at the centre.
    pub fn km_per_px(&self) -> f64 {
        self.km_per_px
    }

    /// Width of the frame.
    pub fn width_px(&self) -> f64 {
        self.width_px
    }

    /// Height of the frame.
    pub fn height_px(&self) -> f64 {
        self.height_px
    }

    /// Where a place falls; off the frame in its true direction if it is not in view, at the rim at the farthest.
    pub fn forward(&self, place: Vector) -> Point {
        let (x, y) = self.laea.forward(place);
        let scale = self.px_per_radius();
        Point { x_px: self.width_px / 2.0 + x * scale, y_px: self.height_px / 2.0 - y * scale }
    }

    /// The place under a point of the frame; none beyond the rim.
    pub fn inverse(&self, x_px: f64, y_px: f64) -> Option<LonLat> {
        let scale = self.px_per_radius();
        let place =
            self.laea.inverse((x_px - self.width_px / 2.0) / scale, (self.height_px / 2.0 - y_px) / scale);
        place.map(LonLat::from)
    }

    /// The view after the map was pushed by so many pixels, right and down.
    pub fn pan(&self, dx_px: f64, dy_px: f64) -> Self {
        self.holding(self.centre, self.km_per_px, self.width_px / 2.0 + dx_px, self.height_px / 2.0 + dy_px)
    }

    /// The view `factor` times as close, with the same place under the given point.
    pub fn zoom_at(&self, x_px: f64, y_px: f64, factor: f64) -> Self {
        match self.inverse(x_px, y_px) {
            Some(place) => self.holding(place, self.km_per_px / factor, x_px, y_px),
            None => Self::new(self.centre, self.km_per_px / factor, self.width_px, self.height_px),
        }
    }

    /// The view of this scale with a place under a point: what a drag does to the place first touched.
    ///
    /// Near the poles no view may do this with north up; then it is the nearest that exists.
    pub fn holding(&self, place: LonLat, km_per_px: f64, x_px: f64, y_px: f64) -> Self {
        let scaled = Self::new(self.centre, km_per_px, self.width_px, self.height_px);
        // The place's distance and direction from the sought centre, as if both were known.
        let Some(offset) = Laea::new(LonLat::new(0.0, 0.0)).inverse(
            (x_px - self.width_px / 2.0) / scaled.px_per_radius(),
            (self.height_px / 2.0 - y_px) / scaled.px_per_radius(),
        ) else {
            return scaled;
        };
        // In the frame of the centre: `offset` is (ahead, east, north). The place's sine of latitude is
        // ahead * sin(lat) + north * cos(lat) for the centre's latitude: solve for it.
        let (ahead, east, north) = (offset.x, offset.y, offset.z);
        let reach = ahead.hypot(north);
        let sin_rise = (sin_cos(place.lat_deg.to_radians()).0 / reach).clamp(-1.0, 1.0);
        let rise = sin_rise.atan2((1.0 - sin_rise * sin_rise).sqrt());
        let tilt = north.atan2(ahead);
        let limit = MAX_LAT_DEG.to_radians();
        let near = |lat: f64| {
            let away = (lat - self.centre.lat_deg.to_radians()).abs();
            if lat.abs() > limit { away + limit } else { away }
        };
        let (first, second) = (rise - tilt, std::f64::consts::PI - rise - tilt);
        let second = if second > std::f64::consts::PI { second - std::f64::consts::TAU } else { second };
        let lat = if near(first) <= near(second) { first } else { second };
        let (sin_lat, cos_lat) = sin_cos(lat);
        let turn = east.atan2(ahead * cos_lat - north * sin_lat);
        let centre = LonLat { lon_deg: place.lon_deg - turn.to_degrees(), lat_deg: lat.to_degrees() };
        Self::new(centre, km_per_px, self.width_px, self.height_px)
    }

    /// A view on the way to another, of the other's size: a share of 0 is here, of 1 there.
    ///
    /// Centre and scale change alike, so what both views show at one point stays there on the way.
    pub fn towards(&self, to: &Self, share: f64) -> Self {
        let centre = Vector::from(self.centre).combine(1.0 - share, to.centre.into(), share);
        let km_per_px = self.km_per_px + (to.km_per_px - self.km_per_px) * share;
        Self::new(centre.into(), km_per_px, to.width_px, to.height_px)
    }

    /// Whether a point lies in the frame.
    pub fn shows(&self, point: Point) -> bool {
        (0.0..=self.width_px).contains(&point.x_px) && (0.0..=self.height_px).contains(&point.y_px)
    }

    /// Where a point beyond the frame is waited for: in its direction from the middle, with these distances from the frame's sides and
    /// from its top and foot.
    pub fn edge(&self, point: Point, aside_px: f64, above_px: f64) -> Point {
        let (x, y) = (self.width_px / 2.0, self.height_px / 2.0);
        let (dx, dy) = (point.x_px - x, point.y_px - y);
        let share = ((x - aside_px).max(1.0) / dx.abs()).min((y - above_px).max(1.0) / dy.abs()).min(1.0);
        Point { x_px: x + dx * share, y_px: y + dy * share }
    }

    /// The projection behind this view.
    pub(super) fn laea(&self) -> &Laea {
        &self.laea
    }

    /// Pixels per radius of the Earth.
    pub(super) fn px_per_radius(&self) -> f64 {
        EARTH_RADIUS_KM / self.km_per_px
    }
}

/// Degrees brought into 0 to 360. (`rem_euclid` would do, for two more kilobytes of Wasm.)
pub(super) fn around(deg: f64) -> f64 {
    deg - (deg / 360.0).floor() * 360.0
}

fn finite(value: f64, otherwise: f64) -> f64 {
    if value.is_finite() { value } else { otherwise }
}

fn bounds(points: impl Iterator<Item = Point>) -> Option<(Point, Point)> {
    points.fold(None, |found, point| {
        let (least, most) = found.unwrap_or((point, point));
        Some((
            Point { x_px: least.x_px.min(point.x_px), y_px: least.y_px.min(point.y_px) },
            Point { x_px: most.x_px.max(point.x_px), y_px: most.y_px.max(point.y_px) },
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn view(lon: f64, lat: f64, km_per_px: f64) -> Camera {
        Camera::new(LonLat::new(lon, lat), km_per_px, 752.0, 428.0)
    }

    fn check_holds(before: Camera, after: Camera, at: (f64, f64), expected: (f64, f64)) {
        let place = before.inverse(at.0, at.1).unwrap();
        let now = after.forward(place.into());
        let off = (now.x_px - expected.0).hypot(now.y_px - expected.1);
        assert!(off < 0.5, "{off} px off: {place:?} at {now:?}, {after:?}");
    }

    #[test]
    fn the_centre_is_in_the_middle() {
        let camera = view(30.0, 44.0, 8.9);
        let middle = camera.forward(LonLat::new(30.0, 44.0).into());
        assert!((middle.x_px - 376.0).abs() < 1e-9 && (middle.y_px - 214.0).abs() < 1e-9);
        // One degree of latitude is 111.19 km.
        let north = camera.forward(LonLat::new(30.0, 45.0).into());
        assert!((middle.y_px - north.y_px - 111.194 / 8.9).abs() < 0.001);
    }

    #[test]
    fn limits_hold() {
        assert_eq!(view(30.0, 99.0, 0.0001).km_per_px(), MIN_KM_PER_PX);
        assert_eq!(view(30.0, 99.0, 1.0).centre().lat_deg, MAX_LAT_DEG);
        assert_eq!(view(190.0, 0.0, 1.0).centre().lon_deg, -170.0);
        let widest = view(30.0, 44.0, f64::INFINITY);
        assert!(widest.inverse(0.0, 0.0).is_some() && widest.inverse(752.0, 428.0).is_some());
        assert!((20.0..30.0).contains(&widest.km_per_px()), "{}", widest.km_per_px());
        let broken = Camera::new(LonLat::new(f64::NAN, f64::NAN), f64::NAN, f64::NAN, -3.0);
        assert!(broken.km_per_px().is_finite() && broken.centre() == LonLat::new(0.0, 0.0));
    }

    #[test]
    fn fit_shows_every_place_with_its_padding() {
        let places = [
            LonLat::new(27.56, 53.9),
            LonLat::new(6.14, 46.2),
            LonLat::new(54.37, 24.45),
            LonLat::new(37.62, 55.75),
        ];
        for (width, height) in [(752.0, 428.0), (320.0, 212.0), (300.0, 600.0)] {
            let camera = Camera::fit(&places, width, height, 40.0);
            let (least, most) = bounds(places.iter().map(|place| camera.forward((*place).into()))).unwrap();
            let gap = [least.x_px, least.y_px, width - most.x_px, height - most.y_px];
            let tightest = gap.iter().copied().fold(f64::INFINITY, f64::min);
            assert!((tightest - 40.0).abs() < 0.5, "{gap:?}");
        }
        assert_eq!(Camera::fit(&places[..1], 752.0, 428.0, 40.0).km_per_px(), MIN_KM_PER_PX);
        assert!(Camera::fit(&[], 752.0, 428.0, 40.0).km_per_px().is_finite());
    }

    proptest! {
        #[test]
        fn zooming_keeps_the_anchor(
            lon in -180.0..180.0, lat in -60.0..65.0, km_per_px in 0.3..8.0,
            x in 0.0..752.0, y in 0.0..428.0, factor in 0.4..2.5,
        ) {
            let camera = view(lon, lat, km_per_px);
            let after = camera.zoom_at(x, y, factor);
            // So near a pole no north-up view has the anchor at that point, and the nearest view is taken.
            let reach_deg = f64::to_degrees(376.0 * after.km_per_px() / EARTH_RADIUS_KM);
            prop_assume!(camera.inverse(x, y).unwrap().lat_deg.abs() < 85.0 - reach_deg);
            prop_assume!(after.centre().lat_deg.abs() < MAX_LAT_DEG);
            check_holds(camera, after, (x, y), (x, y));
        }

        #[test]
        fn panning_carries_the_centre(
            lon in -180.0..180.0, lat in -60.0..65.0, km_per_px in 0.3..8.9, dx in -99.0..99.0, dy in -99.0..99.0,
        ) {
            let camera = view(lon, lat, km_per_px);
            check_holds(camera, camera.pan(dx, dy), (376.0, 214.0), (376.0 + dx, 214.0 + dy));
        }

        #[test]
        fn a_flight_starts_here_and_ends_there(
            lon in -180.0..180.0, lat in -60.0..65.0, km_per_px in 0.3..8.0, dx in -300.0..300.0, factor in 0.4..2.5,
        ) {
            let from = view(lon, lat, km_per_px);
            let to = from.pan(dx, -dx).zoom_at(99.0, 99.0, factor);
            for (share, end) in [(0.0, from), (1.0, to)] {
                let at = from.towards(&to, share);
                let middle = at.forward(end.centre().into());
                prop_assert!((middle.x_px - 376.0).hypot(middle.y_px - 214.0) < 1e-3);
                prop_assert!((at.km_per_px() - end.km_per_px()).abs() < 1e-9);
            }
        }

        #[test]
        fn a_point_is_waited_for_in_its_direction(x in -2000.0..3000.0, y in -2000.0..3000.0) {
            let camera = view(30.0, 44.0, 8.9);
            let at = camera.edge(Point { x_px: x, y_px: y }, 50.0, 20.0);
            prop_assert!((49.9..=702.1).contains(&at.x_px) && (19.9..=408.1).contains(&at.y_px));
            let off = (x - 376.0) * (at.y_px - 214.0) - (y - 214.0) * (at.x_px - 376.0);
            prop_assert!(off.abs() < 1e-6 * (1.0 + x.abs() * y.abs()));
        }

        #[test]
        fn no_view_is_broken(
            lon in -400.0..400.0, lat in -100.0..100.0, km_per_px in 0.0..900.0,
            x in -2000.0..2000.0, y in -2000.0..2000.0, factor in 0.001..100.0,
        ) {
            let camera = view(lon, lat, km_per_px).zoom_at(x, y, factor).pan(x, y);
            prop_assert!(camera.centre().lon_deg.is_finite() && camera.centre().lat_deg.abs() <= MAX_LAT_DEG);
            prop_assert!(camera.inverse(0.0, 0.0).is_some() && camera.inverse(752.0, 428.0).is_some());
        }

        #[test]
        fn inverse_undoes_forward(lon in -180.0..180.0, lat in -85.0..85.0, x in 0.0..752.0, y in 0.0..428.0) {
            let camera = view(lon, lat, 8.9);
            let point = camera.forward(camera.inverse(x, y).unwrap().into());
            prop_assert!((point.x_px - x).abs() < 1e-6 && (point.y_px - y).abs() < 1e-6);
        }
    }
}
