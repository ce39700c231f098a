//! venues.toml and actors.toml. No opinion about what the map has where.

use atlas::geo::LonLat;
use atlas::model::{ActorKind, VenueKind};

use super::head::all;
use super::{Known, ground, named, optional_strings, plain};
use crate::model::{Actor, Country, Text, Venue};
use crate::problem::{Problem, Problems};
use crate::table::{Table, Value};
use crate::text::is_colour;

/// Reads venues.toml and declares the venues. Where the countries could be read, each city has to lie in its own.
pub(crate) fn read_venues(
    mut file: Table<'_>,
    known: &mut Known,
    countries: &[Country],
    problems: &Problems,
) -> Option<Vec<Venue>> {
    let tables = file.each("venue", "a venue");
    report_none(&file, tables.is_empty(), "venue", problems);
    let venues = all(tables.into_iter().map(|table| venue(table, known, countries, problems)));
    file.finish();
    venues
}

/// Reads actors.toml and declares the actors.
pub(crate) fn read_actors(mut file: Table<'_>, known: &mut Known, problems: &Problems) -> Option<Vec<Actor>> {
    let tables = file.each("actor", "an actor");
    report_none(&file, tables.is_empty(), "actor", problems);
    let actors = all(tables.into_iter().map(|table| actor(table, known, problems)));
    file.finish();
    actors
}

fn report_none(file: &Table<'_>, is_empty: bool, key: &str, problems: &Problems) {
    if is_empty && file.key_place(key) == file.place {
        let problem = Problem::at(file.place, format!("there is no {key}"));
        problems.add(problem.help(format!("add at least one `[[{key}]]`")));
    }
}

fn venue(
    mut table: Table<'_>,
    known: &mut Known,
    countries: &[Country],
    problems: &Problems,
) -> Option<Venue> {
    let named = named(&mut table, &mut known.venues, &known.languages, problems);
    let short = optional_text(&mut table, "short", known);
    let kind = table.required("kind").and_then(|value| value.code(VenueKind::ALL, VenueKind::word));
    let country = table.required("country").and_then(Value::id);
    let country = country.and_then(|id| known.countries.find(&id, problems));
    let lon_at = table.required("lon");
    let lon = lon_at.and_then(Value::lon);
    let lat = table.required("lat").and_then(Value::lat);
    let at_sea = table.optional("at_sea").map_or(Some(false), Value::bool)?;
    let own = country.and_then(|number| countries.get(number));
    if let (Some(VenueKind::City), Some(own), Some(lon_at), Some(lon), Some(lat), false) =
        (kind, own, lon_at, lon, lat, at_sea)
    {
        ground::check(&lon_at, LonLat::new(lon, lat), own, countries, problems);
    }
    let colours = table.required("colour").and_then(|value| value.table("a colour")).map(|mut table| {
        let mut colour = |key| {
            let value: Option<Value<'_>> = table.required(key);
            value.and_then(|value| {
                value.shaped(is_colour, "`#` and six hexadecimal digits, such as `#2262AE`")
            })
        };
        let colours = (colour("light"), colour("dark"));
        table.finish();
        colours
    });
    let aliases = optional_strings(table.optional("aliases"));
    table.finish();
    let (light, dark) = colours?;
    Some(Venue {
        named: named?,
        short: short?,
        kind: kind?,
        country: country?,
        lon: lon?,
        lat: lat?,
        light: light?.value,
        dark: dark?.value,
        aliases: plain(aliases?),
    })
}

fn actor(mut table: Table<'_>, known: &mut Known, problems: &Problems) -> Option<Actor> {
    let named = named(&mut table, &mut known.actors, &known.languages, problems);
    let kind = table.required("kind").and_then(|value| value.code(ActorKind::ALL, ActorKind::word));
    let role = optional_text(&mut table, "role", known);
    let side = table.required("side").and_then(Value::id).and_then(|id| known.sides.find(&id, problems));
    let aliases = optional_strings(table.optional("aliases"));
    table.finish();
    Some(Actor { named: named?, kind: kind?, role: role?, side: side?, aliases: plain(aliases?) })
}

fn optional_text(table: &mut Table<'_>, key: &'static str, known: &Known) -> Option<Text> {
    table.optional(key).map_or(Some(Text::default()), |value| value.text_map(&known.languages))
}
