//! The shipped map, as it is decoded: who is where, what is drawn, and that damage is noticed.

#![allow(clippy::unwrap_used, reason = "helpers of tests, outside the tests themselves")]

use std::sync::LazyLock;

use atlas::geo::{Camera, Layer, LonLat, MapError, Outline, PathSink, Topology, Vector, WORLD, checksum};
use proptest::prelude::*;

fn world() -> &'static Topology {
    static DECODED: LazyLock<Topology> = LazyLock::new(|| Topology::decode(WORLD).unwrap());
    &DECODED
}

fn at(lon: f64, lat: f64) -> Vector {
    LonLat::new(lon, lat).into()
}

/// Every place, and the ISO number of the country it lies in; 0 for none.
const PLACES: [(&str, f64, f64, u16); 63] = [
    ("Kyiv", 30.52, 50.45, 804),
    ("Simferopol", 34.10, 44.95, 804),
    ("Sevastopol", 33.55, 44.58, 804),
    ("Kerch", 36.42, 45.36, 804),
    ("Yalta", 34.16, 44.53, 804),
    ("Armyansk", 33.69, 46.11, 804),
    ("Yevpatoria", 33.40, 45.22, 804),
    ("Kherson", 32.62, 46.66, 804),
    ("Melitopol", 35.37, 46.85, 804),
    ("Zaporizhzhia", 35.18, 47.83, 804),
    ("Donetsk", 37.80, 48.00, 804),
    ("Luhansk", 39.31, 48.57, 804),
    ("Mariupol", 37.54, 47.13, 804),
    ("Odesa", 30.68, 46.50, 804),
    ("Lviv", 24.03, 49.84, 804),
    ("Moscow", 37.62, 55.76, 643),
    ("Krasnodar", 38.98, 45.04, 643),
    ("Taman", 36.80, 45.20, 643),
    ("Kaliningrad", 20.60, 54.70, 643),
    ("Rostov-on-Don", 39.72, 47.25, 643),
    ("Chukotka, west of 180 degrees", 178.0, 67.5, 643),
    ("Chukotka, east of 180 degrees", -176.0, 67.0, 643),
    ("Minsk", 27.56, 53.90, 112),
    ("Istanbul, west", 28.85, 41.05, 792),
    ("Istanbul, east", 29.15, 41.02, 792),
    ("Ankara", 32.86, 39.93, 792),
    ("Geneva", 6.14, 46.20, 756),
    ("Bern", 7.45, 46.95, 756),
    ("Annemasse", 6.27, 46.17, 250),
    ("Abu Dhabi, inland", 54.60, 24.30, 784),
    ("Dubai, inland", 55.40, 25.10, 784),
    ("Washington", -77.04, 38.91, 840),
    ("Brussels", 4.35, 50.85, 56),
    ("Pristina", 21.17, 42.67, 983),
    ("Belgrade", 20.46, 44.81, 688),
    ("Laayoune", -13.10, 27.10, 504),
    ("Tifariti", -10.55, 26.15, 732),
    ("Taiwan, middle", 120.95, 23.80, 158),
    ("Sukhumi, inland", 41.20, 43.10, 268),
    ("Tskhinvali", 43.97, 42.23, 268),
    ("Tiraspol", 29.60, 46.84, 498),
    ("Kyrenia, inland", 33.32, 35.30, 196),
    ("Nicosia", 33.36, 35.17, 196),
    ("Akrotiri", 32.98, 34.62, 196),
    ("Ramallah", 35.20, 31.90, 275),
    ("East Jerusalem", 35.25, 31.79, 275),
    ("Gaza", 34.42, 31.48, 275),
    ("Golan", 35.75, 33.00, 376),
    ("Srinagar", 74.80, 34.08, 356),
    ("Gilgit", 74.31, 35.92, 586),
    ("Aksai Chin", 79.30, 35.20, 156),
    ("Siachen Glacier", 77.00, 35.50, 984),
    ("Hargeisa", 44.06, 9.56, 706),
    ("Stepanakert", 46.75, 39.82, 31),
    ("Baikonur", 63.30, 45.95, 398),
    ("Guantanamo Bay, inland", -75.15, 20.05, 192),
    ("Maseru's country", 28.20, -29.60, 426),
    ("Black Sea", 34.00, 43.50, 0),
    ("Sea of Azov", 36.50, 46.10, 0),
    ("Caspian Sea", 51.00, 41.00, 0),
    ("Bosphorus, Black Sea mouth", 29.13, 41.26, 0),
    ("North pole", 0.0, 90.0, 0),
    ("Antarctica, not on the map", 0.0, -85.0, 0),
];

#[test]
fn every_place_is_in_its_country() {
    let world = world();
    let wrong: Vec<String> = PLACES
        .iter()
        .filter_map(|(name, lon, lat, iso)| {
            let found: Vec<u16> =
                world.countries().filter(|country| world.contains(*country, at(*lon, *lat))).collect();
            let expected: Vec<u16> = Some(*iso).filter(|iso| *iso != 0).into_iter().collect();
            (found != expected).then(|| format!("{name}: {found:?} instead of {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_arc_is_used() {
    assert_eq!(world().unused_arcs(), 0);
}

/// Takes down every point of every line.
#[derive(Default)]
struct Lines {
    points: Vec<(f64, f64)>,
    rings: Vec<Vec<(f64, f64)>>,
    line: Vec<(f64, f64)>,
}

impl PathSink for Lines {
    fn move_to(&mut self, x_px: f64, y_px: f64) {
        self.line = vec![(x_px, y_px)];
        self.points.push((x_px, y_px));
    }

    fn line_to(&mut self, x_px: f64, y_px: f64) {
        self.line.push((x_px, y_px));
        self.points.push((x_px, y_px));
    }

    fn close(&mut self) {
        self.rings.push(std::mem::take(&mut self.line));
    }
}

impl Lines {
    fn of(world: &Topology, camera: &Camera, layer: Layer) -> Self {
        let mut lines = Self::default();
        world.project(camera).draw(layer, &mut lines);
        lines
    }

    fn edges(&self) -> impl Iterator<Item = ((f64, f64), (f64, f64))> {
        self.rings.iter().flat_map(|ring| ring.iter().copied().zip(ring.iter().copied().cycle().skip(1)))
    }

    /// Whether a point is inside or not, as expected, by both fill rules.
    fn fills(&self, x: f64, y: f64, inside: bool) -> bool {
        let (mut turns, mut edges) = (0, 0);
        for (a, b) in self.edges() {
            if (a.1 > y) != (b.1 > y) && x < (b.0 - a.0) * (y - a.1) / (b.1 - a.1) + a.0 {
                turns += if b.1 > a.1 { 1 } else { -1 };
                edges += 1;
            }
        }
        (turns > 0) == inside && (edges % 2 == 1) == inside
    }
}

#[test]
fn no_border_runs_along_the_isthmus() {
    let world = world();
    let camera = Camera::new(LonLat::new(34.25, 45.95), 0.5, 752.0, 428.0);
    let in_box = |layer| {
        let lines = Lines::of(world, &camera, layer);
        let places = lines.points.iter().filter_map(|(x, y)| camera.inverse(*x, *y));
        places.filter(|at| (33.2..35.3).contains(&at.lon_deg) && (45.5..46.4).contains(&at.lat_deg)).count()
    };
    assert_eq!((in_box(Layer::Borders), in_box(Layer::Disputed)), (0, 0));
    assert!(in_box(Layer::Coast) > 10);
}

#[test]
fn disputed_lines_are_told_apart() {
    let world = world();
    let count = |lon, lat, layer| {
        let camera = Camera::new(LonLat::new(lon, lat), 0.5, 200.0, 200.0);
        let inside = |x: &f64| (0.0..200.0).contains(x);
        let lines = Lines::of(world, &camera, layer);
        lines.points.iter().filter(|(x, y)| inside(x) && inside(y)).count()
    };
    for (name, lon, lat) in [
        ("Kosovo", 21.0, 43.0),
        ("West Bank", 35.0, 32.2),
        ("Line of control", 74.2, 34.6),
        ("W. Sahara", -8.7, 27.4),
    ] {
        assert!(count(lon, lat, Layer::Disputed) > 0, "{name}");
    }
    for (name, lon, lat) in
        [("Ukraine and Russia", 38.0, 50.0), ("Punjab", 74.6, 31.1), ("Poland", 23.6, 52.2)]
    {
        assert!(count(lon, lat, Layer::Borders) > 0, "{name}");
        assert_eq!(count(lon, lat, Layer::Disputed), 0, "{name}");
    }
}

/// The Earth has 149 million square kilometres of land, 14 of them in Antarctica.
#[test]
fn land_has_its_area() {
    let world = world();
    let count = 20_000;
    let on_land = (0..count).filter(|index| {
        // An even scatter of places.
        let lat = (1.0 - 2.0 * (f64::from(*index) + 0.5) / f64::from(count)).asin().to_degrees();
        world.country_at(at((f64::from(*index) * 137.507_764).rem_euclid(360.0), lat)).is_some()
    });
    let million_km2 = on_land.count() as f64 / f64::from(count) * 510.1;
    assert!((million_km2 - 135.0).abs() < 2.0, "{million_km2}");
}

/// What is filled is what the map holds there, in either fill rule.
fn check_fills(world: &Topology, camera: Camera) {
    let countries = [643, 804, 124, 36];
    let land = Lines::of(world, &camera, Layer::Land);
    let fills = countries.map(|iso| Lines::of(world, &camera, Layer::Country(iso)));
    let mut differ = 0;
    for index in 0..400 {
        let (column, row) = (f64::from(index % 25) + 0.37, f64::from(index / 25) + 0.37);
        let (x, y) = (column * camera.width_px() / 25.0, row * camera.height_px() / 16.0);
        let place = Vector::from(camera.inverse(x, y).unwrap());
        let mut wrong = !land.fills(x, y, world.country_at(place).is_some());
        for (iso, fill) in countries.iter().zip(&fills) {
            wrong |= !fill.fills(x, y, world.contains(*iso, place));
        }
        differ += usize::from(wrong);
    }
    // Long edges far from the region are drawn straight, great circles are not: a few points may fall between.
    assert!(differ <= 6, "{differ} of 400 at {camera:?}");
    assert!(land.points.iter().all(|(x, y)| x.is_finite() && y.is_finite()));
}

#[test]
fn fills_are_right_with_the_world_behind() {
    let world = world();
    // The antipodes of these lie in the sea, in Russia, in Canada, in Australia, at the poles.
    for (lon, lat) in
        [(30.0, 44.0), (-80.0, -60.0), (80.0, -60.0), (-45.0, 25.0), (0.0, 85.0), (0.0, -85.0), (180.0, 0.0)]
    {
        check_fills(world, Camera::new(LonLat::new(lon, lat), f64::INFINITY, 600.0, 600.0));
    }
}

#[test]
fn the_documents_outline_is_small() {
    let world = world();
    let camera = Camera::new(LonLat::new(30.0, 44.0), 8.9, 752.0, 428.0);
    let outline = Outline::of(world, &camera, 1.2, &[112, 792, 756, 784, 804, 643]);
    assert!(outline.byte_count() <= 16_000, "{}", outline.byte_count());
    assert!(outline.countries.iter().all(|country| country.path.starts_with('m')), "{outline:?}");
    assert_eq!(outline, Outline::of(world, &camera, 1.2, &[112, 792, 756, 784, 804, 643]));
}

#[test]
fn distances_to_areas() {
    let kyiv = LonLat::new(30.5234, 50.4501);
    let world = world();
    for (iso, nearest, farthest) in [(784, 3420.0, 3760.0), (756, 1518.0, 1870.0), (112, 87.0, 655.0)] {
        let range = world.border_distance(iso, kyiv).unwrap();
        let off = ((range.nearest_km - nearest).abs()).max((range.farthest_km - farthest).abs());
        assert!(off < 5.0, "{iso}: {range:?}");
    }
    assert_eq!(world.border_distance(10, kyiv), None);
}

#[test]
fn damage_is_told() {
    let check = |bytes: &[u8], expected| assert_eq!(Topology::decode(bytes).unwrap_err(), expected);
    check(b"", MapError::NotAMap);
    check(b"GIF89a", MapError::NotAMap);
    check(b"PMAP", MapError::Truncated);
    check(b"PMAP\x01rest", MapError::Version(1));
    check(&WORLD[..WORLD.len() - 1], MapError::Checksum);
    check(&signed(&WORLD[..WORLD.len() - 5]), MapError::Truncated);
    check(&signed(&[&WORLD[..WORLD.len() - 4], &[0]].concat()), MapError::Malformed("bytes left over"));
}

/// Bytes with the checksum they ought to have.
fn signed(body: &[u8]) -> Vec<u8> {
    let mut bytes = body.to_vec();
    bytes.extend(checksum(body).to_le_bytes());
    bytes
}

proptest! {
    #[test]
    fn truncated_bytes_are_refused(length in 0..WORLD.len()) {
        prop_assert!(Topology::decode(&WORLD[..length]).is_err());
    }

    #[test]
    fn altered_bytes_are_refused(index in 0..WORLD.len(), change in 1..=255_u8) {
        let mut bytes = WORLD.to_vec();
        bytes[index] ^= change;
        prop_assert!(Topology::decode(&bytes).is_err());
    }

    #[test]
    fn noise_never_panics(body in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut bytes = b"PMAP\x02".to_vec();
        bytes.extend(body);
        let _ = Topology::decode(&signed(&bytes));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn wrong_bytes_with_a_right_checksum_never_panic(
        index in 0..WORLD.len() - 4, bytes in prop::collection::vec(any::<u8>(), 1..6), cut in any::<bool>(),
    ) {
        let mut body = WORLD[..WORLD.len() - 4].to_vec();
        let end = (index + bytes.len()).min(body.len());
        body.splice(index..end, bytes);
        if cut {
            body.truncate(end);
        }
        if let Ok(topology) = Topology::decode(&signed(&body)) {
            let camera = Camera::new(LonLat::new(30.0, 44.0), 8.9, 752.0, 428.0);
            let lines = Lines::of(&topology, &camera, Layer::Land);
            prop_assert!(lines.points.iter().all(|(x, y)| x.is_finite() && y.is_finite()));
        }
    }

    #[test]
    fn fills_are_right_at_every_view(lon in -180.0..180.0, lat in -85.0..85.0, closer in 0.0..6.0) {
        let camera = Camera::new(LonLat::new(lon, lat), 25.0 / f64::powf(2.0, closer), 752.0, 428.0);
        check_fills(world(), camera);
    }
}
