//! Whether a city lies in the country that it names, as the shipped map has it. Kilometres.
//! No opinion about areas, whose point only says where a name stands, nor about countries that the map leaves out.

use std::sync::LazyLock;

use atlas::geo::{LonLat, Topology, WORLD};

use crate::model::Country;
use crate::problem::{Problem, Problems};
use crate::table::Value;

/// The map is no finer than this on far coasts: Hong Kong lies 24 km off it.
const OFF_KM: f64 = 30.0;

static LAND: LazyLock<Option<Topology>> = LazyLock::new(|| Topology::decode(WORLD).ok());

/// Reports a city that lies in the sea or in another country; `lon` is the place to mend.
pub(super) fn check(
    lon: &Value<'_>,
    at: LonLat,
    country: &Country,
    countries: &[Country],
    problems: &Problems,
) {
    let Some(land) = LAND.as_ref() else { return };
    // Three digits, so that it fits.
    let iso = country.iso as u16;
    let Some(off) = land.border_distance(iso, at) else { return };
    if land.contains(iso, at.into()) || off.nearest_km <= OFF_KM {
        return;
    }
    let name = |iso: u16| {
        let known = countries.iter().find(|country| country.iso == u32::from(iso));
        known.map_or_else(
            || format!("the country with the number {iso:03}"),
            |known| format!("`{}`", known.named.id),
        )
    };
    let own = name(iso);
    let far = format!("{own} is {:.0} km away", off.nearest_km);
    let problem = Problem::at(lon.place, format!("this place is not in {own}"));
    let problem = match land.country_at(at.into()) {
        Some(iso) => problem.label(format!("in {}", name(iso))).note(far),
        None => {
            let nearest =
                land.countries().filter_map(|iso| Some((land.border_distance(iso, at)?.nearest_km, iso)));
            let nearest = nearest.min_by(|a, b| a.0.total_cmp(&b.0));
            let note =
                nearest.map(|(km, iso)| format!("the nearest country is {}, {km:.0} km away", name(iso)));
            note.into_iter().fold(problem.label("in the sea"), Problem::note).note(far)
        }
    };
    let help = "mend `lon` and `lat`, degrees east and north; a place at sea, or on an island that the map leaves out, says `at_sea = true`";
    problems.add(problem.help(help));
}
