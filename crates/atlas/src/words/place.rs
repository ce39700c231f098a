//! Where places lie, in words: how far and in which direction from the reference places of the corpus. Kilometres, eight directions.
//! No opinion about where the words are shown.

use super::{Catalogue, Key};
use crate::geo::{LonLat, Topology, distance_km, initial_bearing_deg};
use crate::model::{Corpus, Place, Venue, VenueKind};

/// The words of the directions, clockwise from north.
const DIRECTIONS: [&str; 8] = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];

/// "430 km north-west of Kyiv and 680 km west of Moscow": of an area, from its nearest to its farthest border.
pub fn distances(corpus: Corpus, venue: Venue, topology: Option<&Topology>, cat: &Catalogue) -> String {
    let at = LonLat::from(venue.lon_lat());
    let from = |place: Place| {
        let area = topology.filter(|_| venue.kind() == VenueKind::Area);
        let range =
            area.and_then(|land| land.border_distance(venue.country().iso() as u16, place.lon_lat().into()));
        let km = match range {
            Some(range) => {
                let (near, far) = (cat.kilometres(range.nearest_km), cat.kilometres(range.farthest_km));
                cat.fill(Key::MapRange, &[("near", &near), ("far", &far)])
            }
            None => cat.kilometres(distance_km(place.lon_lat().into(), at)),
        };
        from_place(km, place, at, cat)
    };
    let told: Vec<String> = corpus.places().filter(|place| place.is_reference()).map(from).collect();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    cat.list(Key::ListAnd, &told)
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
    let eighth = (initial_bearing_deg(place.lon_lat().into(), at) / 45.0).round() as usize % 8;
    let direction = cat.of(Key::MapDirection, DIRECTIONS[eighth]);
    let name = place.name().in_language(cat.language());
    cat.fill(Key::MapDistance, &[("km", &km), ("direction", direction), ("place", name)])
}
