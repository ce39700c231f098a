//! corpus.toml. No opinion about venues or texts.

use atlas::date::Day;

use super::{Known, named};
use crate::ids::Ids;
use crate::model::{At, Country, Head, Limits, MapPlace, Named};
use crate::problem::{Problem, Problems};
use crate::table::{Table, Value};
use crate::value::Languages;

/// corpus.toml as far as it could be read.
#[derive(Debug, Default)]
pub(crate) struct HeadRead {
    pub(crate) head: Option<Head>,
    pub(crate) limits: Option<Limits>,
}

/// The most that any corpus may quote: words of one excerpt, words of one article, and its share of an article's body.
const MOST: Limits = Limits { excerpt_words: 50, article_words: 200, article_share: (1, 3) };

/// Reads corpus.toml and declares languages, sides, formats and countries.
pub(crate) fn read_head(mut table: Table<'_>, known: &mut Known, problems: &Problems) -> HeadRead {
    let id = table.required("id").and_then(Value::id);
    let version = table.required("version").and_then(|value| {
        value.shaped(|text| text.parse::<Day>().is_ok(), "the day of the last edit, such as `2026-11-21`")
    });
    let languages = languages(&mut table, problems);
    known.languages = languages.clone().unwrap_or_default();
    let title = table.required("title").and_then(|value| value.text_map(&known.languages));
    let description = table.required("description").and_then(|value| value.text_map(&known.languages));
    let limits = table.required("limits").and_then(limits);
    let view = table.required("view").and_then(view);
    let Known { languages: tags, sides, formats, countries, .. } = known;
    let read = |mut table: Table<'_>, ids: &mut Ids| {
        let read = named(&mut table, ids, tags, problems);
        table.finish();
        read
    };
    let sides: Option<Vec<Named>> =
        all(table.each("side", "a side").into_iter().map(|table| read(table, sides)));
    let formats: Option<Vec<Named>> =
        all(table.each("format", "a format").into_iter().map(|table| read(table, formats)));
    let mut ids = Ids::new("place");
    let places = table.each("place", "a place").into_iter();
    let places = all(places.map(|table| map_place(table, &mut ids, tags, true, problems)));
    let mut isos = Vec::new();
    let states = table.each("country", "a country").into_iter();
    let states = all(states.map(|table| country(table, countries, &mut isos, tags, problems)));
    let mut ids = Ids::new("sea");
    let seas = table.each("sea", "a sea").into_iter();
    let seas = all(seas.map(|table| map_place(table, &mut ids, tags, false, problems)));
    table.finish();
    let head = || {
        Some(Head {
            id: id?.value,
            version: version?.value,
            languages: languages?.0,
            title: title?,
            description: description?,
            view: view?,
            sides: sides?,
            formats: formats?,
            places: places?,
            countries: states?,
            seas: seas?,
        })
    };
    HeadRead { head: head(), limits }
}

/// All of them, or nothing where one is missing; unlike `collect`, reads every one.
pub(crate) fn all<T>(read: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    let read: Vec<_> = read.collect();
    read.into_iter().collect()
}

fn languages(table: &mut Table<'_>, problems: &Problems) -> Option<Languages> {
    let default = table.required("default_language").and_then(Value::language);
    let listed = table.required("languages").and_then(Value::items);
    let listed = listed.and_then(|items| all(items.into_iter().map(Value::language)));
    let (default, listed) = (default?, listed?);
    for (index, tag) in listed.iter().enumerate() {
        if listed.iter().take(index).any(|other| other.value == tag.value) {
            problems
                .add(Problem::at(tag.place, format!("`{}` is listed twice", tag.value)).help("list it once"));
        }
    }
    if !listed.iter().any(|tag| tag.value == default.value) {
        let problem = Problem::at(default.place, "the default language is not among the languages");
        problems.add(problem.help(format!("add `{}` to `languages`", default.value)));
        // Every text map would seem to lack it.
        return None;
    }
    let others = listed.into_iter().map(|tag| tag.value).filter(|tag| *tag != default.value);
    Some(Languages(std::iter::once(default.value.clone()).chain(others).collect()))
}

fn limits(value: Value<'_>) -> Option<Limits> {
    let mut table = value.table("the table of limits")?;
    let at_most = |count: At<u32>, most: u32, key: &str| {
        if count.value > most {
            let message = format!("`{key}` may be {most} at most");
            let problem = Problem::at(count.place, message).label(format!("this is {}", count.value));
            value.problems.add(problem.help("short quotations only: a corpus may be stricter, never laxer"));
        }
        count.value
    };
    let excerpt_words = table.required("excerpt_words").and_then(Value::count);
    let excerpt_words = excerpt_words.map(|count| at_most(count, MOST.excerpt_words, "excerpt_words"));
    let article_words = table.required("article_words").and_then(Value::count);
    let article_words = article_words.map(|count| at_most(count, MOST.article_words, "article_words"));
    let share_at = table.required("article_share");
    let share = share_at.and_then(Value::items).and_then(|items| all(items.into_iter().map(Value::count)));
    let share = match (share.as_deref(), share_at) {
        (Some([part, of]), Some(value)) => {
            let (part, of) = (part.value, of.value);
            let (most_part, most_of) = MOST.article_share;
            if u64::from(part) * u64::from(most_of) > u64::from(of) * u64::from(most_part) {
                let message = format!("`article_share` may be {most_part} in {most_of} at most");
                let help = "short quotations only: a corpus may be stricter, never laxer";
                value.bad::<()>(message, help);
            }
            Some((part, of))
        }
        (Some(_), Some(value)) => {
            value.bad("`article_share` must be two numbers", "write `[1, 3]` for a third")
        }
        _ => None,
    };
    table.finish();
    Some(Limits { excerpt_words: excerpt_words?, article_words: article_words?, article_share: share? })
}

fn view(value: Value<'_>) -> Option<(f64, f64, f64)> {
    let mut table = value.table("the first view")?;
    let lon = table.required("lon").and_then(Value::lon);
    let lat = table.required("lat").and_then(Value::lat);
    // From a street to more than the Earth's circumference over a phone's width.
    let scale =
        table.required("km_per_px").and_then(|value| value.number(0.001, 200.0, "kilometres per pixel"));
    table.finish();
    Some((lon?, lat?, scale?))
}

fn map_place(
    mut table: Table<'_>,
    ids: &mut Ids,
    languages: &Languages,
    may_be_reference: bool,
    problems: &Problems,
) -> Option<MapPlace> {
    let named = named(&mut table, ids, languages, problems);
    let lon = table.required("lon").and_then(Value::lon);
    let lat = table.required("lat").and_then(Value::lat);
    let reference = if may_be_reference { table.optional("reference") } else { None };
    let is_reference = reference.map_or(Some(false), Value::bool);
    table.finish();
    Some(MapPlace { named: named?, lon: lon?, lat: lat?, is_reference: is_reference? })
}

fn country(
    mut table: Table<'_>,
    ids: &mut Ids,
    isos: &mut Vec<At<String>>,
    languages: &Languages,
    problems: &Problems,
) -> Option<Country> {
    let named = named(&mut table, ids, languages, problems);
    let is_iso = |text: &str| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    let iso = table
        .required("iso")
        .and_then(|value| value.shaped(is_iso, "the three digits of ISO 3166-1 numeric, such as `\"804\"`"));
    if let Some(iso) = &iso {
        if let Some(first) = isos.iter().find(|other| other.value == iso.value) {
            let problem = Problem::at(iso.place, format!("two countries have the number {}", iso.value));
            problems.add(problem.label("the second").also(first.place, "the first").help("mend one of them"));
        }
        isos.push(iso.clone());
    }
    let (lon_at, lat_at) = (table.optional("lon"), table.optional("lat"));
    let label = match (lon_at, lat_at) {
        (None, None) => Some(None),
        (Some(lon), Some(lat)) => lon.lon().zip(lat.lat()).map(Some),
        (Some(one), None) | (None, Some(one)) => {
            one.bad("a label needs both `lon` and `lat`", "add the other, or leave out both for no label")
        }
    };
    let is_party = table.optional("party").map_or(Some(false), Value::bool);
    table.finish();
    let iso = iso?.value.parse().ok()?;
    Some(Country { named: named?, iso, label: label?, is_party: is_party? })
}
