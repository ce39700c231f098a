//! Where the map looks for a state: where the reader moved it, else at the chosen venue, else at the whole.
//! No opinion about how it gets there.

use super::{Look, State, VenueFilter};
use crate::geo::{Camera, LonLat, Topology};
use crate::layout::Layout;
use crate::model::{Corpus, VenueKind};

/// How much closer the map looks at a chosen city, and at the most at a chosen area.
const CLOSER: f64 = 0.6;
const CLOSEST: f64 = 0.35;
/// Around the bounds of an area this part of the map's height stays free, on each side.
const ROOM: f64 = 0.28;

impl Look {
    /// Where a camera looks.
    pub fn of(camera: &Camera) -> Self {
        let centre = camera.centre();
        Self { lon_deg: centre.lon_deg, lat_deg: centre.lat_deg, km_per_px: camera.km_per_px() }
    }
}

/// The camera of a state in a layout. Without land, an area is looked at as a city is.
pub fn camera(corpus: Corpus, state: &State, layout: &Layout, land: Option<&Topology>) -> Camera {
    let (width, height) = layout.map_px;
    let (lon, lat, km_per_px) = corpus.first_view();
    let whole = km_per_px * layout.map_scale;
    match (state.look, state.venue) {
        (Some(look), _) => {
            Camera::new(LonLat::new(look.lon_deg, look.lat_deg), look.km_per_px, width, height)
        }
        (None, VenueFilter::Venue(venue)) => {
            let area = land.filter(|_| venue.kind() == VenueKind::Area);
            let bounds = area.map(|land| land.outline_of(venue.country().iso() as u16)).unwrap_or_default();
            if bounds.is_empty() {
                Camera::new(venue.lon_lat().into(), whole * CLOSER, width, height)
            } else {
                let fit = Camera::fit(&bounds, width, height, height * ROOM);
                Camera::new(fit.centre(), fit.km_per_px().max(whole * CLOSEST), width, height)
            }
        }
        _ => Camera::new(LonLat::new(lon, lat), whole, width, height),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::WORLD;
    use crate::layout::WidthClass;
    use crate::testing::corpus;

    #[test]
    fn the_reader_goes_before_the_venue_and_the_venue_before_the_whole() {
        let all = corpus(3);
        let land = Topology::decode(WORLD).unwrap();
        let check = |venue: &str, look: Option<Look>, expected: (f64, f64, f64)| {
            let venue = all.venue_by_id(venue).map_or(VenueFilter::All, VenueFilter::Venue);
            let state = State { venue, look, ..State::default() };
            for class in WidthClass::ALL {
                let layout = Layout::typical(class);
                let camera = camera(all, &state, &layout, Some(&land));
                let Look { lon_deg, lat_deg, km_per_px } = Look::of(&camera);
                let scale = if look.is_some() { 1.0 } else { layout.map_scale };
                let off = [lon_deg - expected.0, lat_deg - expected.1, km_per_px - expected.2 * scale];
                // A pack has its numbers in single precision.
                assert!(off.iter().all(|off| off.abs() < 1e-4), "{venue:?} {class:?}: {camera:?}");
                assert_eq!((camera.width_px(), camera.height_px()), layout.map_px);
            }
        };
        check("", None, (30.5, 41.0, 8.9));
        check("minsk", None, (27.56, 53.9, 8.9 * CLOSER));
        let look = Look { lon_deg: 10.0, lat_deg: 50.0, km_per_px: 2.0 };
        check("", Some(look), (10.0, 50.0, 2.0));
        check("minsk", Some(look), (10.0, 50.0, 2.0));
    }

    #[test]
    fn an_area_is_wholly_in_view_and_without_land_looked_at_like_a_city() {
        let all = corpus(3);
        let land = Topology::decode(WORLD).unwrap();
        let area = all.venue_by_id("geneva").unwrap();
        let state = State { venue: VenueFilter::Venue(area), ..State::default() };
        for class in WidthClass::ALL {
            let layout = Layout::typical(class);
            let near = camera(all, &state, &layout, Some(&land));
            let outline = land.outline_of(area.country().iso() as u16);
            assert!(!outline.is_empty());
            assert!(outline.iter().all(|place| near.shows(near.forward((*place).into()))), "{class:?}");
            let blind = camera(all, &state, &layout, None);
            assert!((blind.km_per_px() - 8.9 * layout.map_scale * CLOSER).abs() < 1e-4, "{class:?}");
        }
    }
}
