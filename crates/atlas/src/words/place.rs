//! Where places lie, in words: how far and in which direction from the reference places of the corpus. Kilometres, eight directions.
//! No opinion about where the words are shown.

use super::{Catalogue, Key};
use crate::geo::{LonLat, Topology, distance_km, initial_bearing_deg};
use crate::model::{Corpus, Place, Venue, VenueKind};

/// The words of the directions, clockwise from north.
const DIRECTIONS: [&str; 8] = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];

/// "430 km north-west of Kyiv and 680 km west of Moscow".
pub fn distances(corpus: Corpus, venue: Venue, topology: Option<&Topology>, cat: &Catalogue) -> String {
    let from =
        |place: Place| from_place(how_far(place, venue, topology, cat), place, venue.lon_lat().into(), cat);
    let told: Vec<String> = corpus.places().filter(|place| place.is_reference()).map(from).collect();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    cat.list(Key::ListAnd, &told)
}

/// "430 km"; of an area, from its nearest to its farthest border.
pub fn how_far(place: Place, venue: Venue, topology: Option<&Topology>, cat: &Catalogue) -> String {
    let from = LonLat::from(place.lon_lat());
    let area = topology.filter(|_| venue.kind() == VenueKind::Area);
    match area.and_then(|land| land.border_distance(venue.country().iso() as u16, from)) {
        Some(range) => {
            let (near, far) = (cat.kilometres(range.nearest_km), cat.kilometres(range.farthest_km));
            cat.fill(Key::MapRange, &[("near", &near), ("far", &far)])
        }
        None => cat.kilometres(distance_km(from, venue.lon_lat().into())),
    }
}

/// "430 km north-west of Kyiv", of the nearest of the reference places; nothing where there is none.
pub fn whereabouts(corpus: Corpus, at: LonLat, cat: &Catalogue) -> String {
    let far = |place: &Place| distance_km(place.lon_lat().into(), at);
    let nearest = corpus
        .places()
        .filter(|place| place.is_reference())
        .reduce(|a, b| if far(&b) < far(&a) { b } else { a });
    nearest.map(|place| from_place(cat.kilometres(far(&place)), place, at, cat)).unwrap_or_default()
}

fn from_place(km: String, place: Place, at: LonLat, cat: &Catalogue) -> String {
    let direction = cat.of(Key::MapDirection, DIRECTIONS[eighth(place.lon_lat().into(), at)]);
    let name = place.name().in_language(cat.language());
    cat.fill(Key::MapDistance, &[("km", &km), ("direction", direction), ("place", name)])
}

/// The direction that is nearest to where the way starts.
fn eighth(from: LonLat, to: LonLat) -> usize {
    (initial_bearing_deg(from, to) / 45.0).round() as usize % DIRECTIONS.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::catalogue::english;

    #[test]
    fn directions_are_those_of_the_shortest_way() {
        // Bearings from Kyiv, by the formula of the great circle.
        let kyiv = LonLat::new(30.5234, 50.4501);
        let check = |lon: f64, lat: f64, word: &str| {
            let eighth = eighth(kyiv, LonLat::new(lon, lat));
            assert_eq!(english().of(Key::MapDirection, DIRECTIONS[eighth]), word, "{lon} {lat}");
        };
        check(30.6, 60.0, "north");
        check(27.56, 53.9, "north-west");
        check(37.62, 55.76, "north-east");
        check(28.98, 41.01, "south");
        check(54.4, 24.5, "south-east");
        check(6.14, 46.2, "west");
        check(-77.04, 38.91, "north-west");
        check(30.4, 61.0, "north");
    }
}
