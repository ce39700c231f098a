//! From TOML tables to the things of the model, one file of the format each. References go backwards only, so one pass suffices:
//! corpus.toml, venues and actors, articles, entries, retired ids. No opinion about bytes.

mod agreement;
mod articles;
mod body;
mod entries;
mod excerpts;
mod ground;
mod head;
mod retired;
mod venues;

pub(crate) use agreement::Proof;
pub(crate) use articles::{Against, ArticleRead, read_article};
pub(crate) use entries::read_entries;
pub(crate) use head::{HeadRead, all, read_head};
pub(crate) use retired::read_retired;
pub(crate) use venues::{read_actors, read_venues};

use crate::ids::Ids;
use crate::model::{At, Named};
use crate::problem::{Problem, Problems};
use crate::table::{Table, Value};
use crate::value::Languages;

/// What was declared so far.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) languages: Languages,
    pub(crate) sides: Ids,
    pub(crate) formats: Ids,
    pub(crate) countries: Ids,
    pub(crate) venues: Ids,
    pub(crate) actors: Ids,
    pub(crate) articles: Ids,
    pub(crate) excerpts: Ids,
    /// Entries, articles and excerpts: each can be a link.
    pub(crate) links: Ids,
}

impl Default for Known {
    fn default() -> Self {
        Self {
            languages: Languages::default(),
            sides: Ids::new("side"),
            formats: Ids::new("format"),
            countries: Ids::new("country"),
            venues: Ids::new("venue"),
            actors: Ids::new("actor"),
            articles: Ids::new("article"),
            excerpts: Ids::new("excerpt"),
            links: Ids::new("entry, article or excerpt"),
        }
    }
}

/// Reads the id of a table and declares it.
fn declare(table: &mut Table<'_>, ids: &mut Ids, problems: &Problems) -> Option<At<String>> {
    let id = table.required("id").and_then(Value::id);
    let is_new = ids.declare(id.as_ref(), problems);
    id.filter(|_| is_new)
}

/// The same for what an address opens by its id alone.
fn declare_link(table: &mut Table<'_>, known: &mut Known, problems: &Problems) -> Option<At<String>> {
    let id = declare(table, &mut known.links, problems)?;
    if let Some(venue) = known.venues.place(&id.value) {
        let problem =
            Problem::at(id.place, format!("`{}` is the id of a venue", id.value)).also(venue, "this one");
        problems.add(problem.help("an address of this word alone opens the venue: choose another"));
    }
    Some(id)
}

/// Reads `id` and `name`.
fn named(table: &mut Table<'_>, ids: &mut Ids, languages: &Languages, problems: &Problems) -> Option<Named> {
    let id = declare(table, ids, problems);
    let name = table.required("name").and_then(|value| value.text_map(languages));
    Some(Named { id: id?.value, name: name? })
}

/// The values without their places.
fn plain(strings: Vec<At<String>>) -> Vec<String> {
    strings.into_iter().map(|string| string.value).collect()
}

/// Reads a list of strings that may be left out: `None` where it is malformed.
fn optional_strings(value: Option<Value<'_>>) -> Option<Vec<At<String>>> {
    value.map_or(Some(Vec::new()), Value::strings)
}
