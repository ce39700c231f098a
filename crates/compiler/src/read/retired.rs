//! retired.toml. No opinion about addresses.

use super::head::all;
use super::{Known, declare};
use crate::ids::Ids;
use crate::model::Retired;
use crate::problem::{Problem, Problems};
use crate::table::{Table, Value};

/// Reads retired.toml, after everything that is alive was declared.
pub(crate) fn read_retired(mut file: Table<'_>, known: &Known, problems: &Problems) -> Option<Vec<Retired>> {
    let mut ids = Ids::new("retired id");
    let tables = file.each("retired", "a retired id").into_iter();
    let retired = all(tables.map(|table| retired(table, known, &mut ids, problems)));
    file.finish();
    retired
}

fn retired(mut table: Table<'_>, known: &Known, ids: &mut Ids, problems: &Problems) -> Option<Retired> {
    let id = declare(&mut table, ids, problems);
    if let Some((id, alive)) = id.as_ref().and_then(|id| Some((id, known.links.place(&id.value)?))) {
        let problem = Problem::at(id.place, format!("`{}` is retired and alive", id.value));
        problems.add(problem.also(alive, "alive here").help("remove one of them"));
    }
    let to_at = table.optional("to");
    let to = to_at.map_or(Some(String::new()), |value| {
        let id = value.id()?;
        let number = known.venues.number(&id.value).or_else(|| known.links.find(&id, problems));
        number.map(|_| id.value)
    });
    let note = table.required("note").and_then(|value: Value<'_>| value.text_map(&known.languages));
    table.finish();
    Some(Retired { id: id?.value, to: to?, note: note? })
}
