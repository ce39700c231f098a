//! entries/*.toml: statements and events. No opinion about what they mean for peace.

use std::collections::HashSet;

use atlas::model::{Attribution, EventKind, Kind, Modality, Stance};

use super::agreement::{Head, Proof};
use super::head::all;
use super::{Known, declare_link};
use crate::files::Place;
use crate::model::{At, Entry, Source};
use crate::printed;
use crate::problem::{Problem, Problems};
use crate::table::{Table, Value};

/// Reads one file of entries and declares them.
pub(crate) fn read_entries(
    mut file: Table<'_>,
    known: &mut Known,
    proof: &mut Proof<'_>,
    problems: &Problems,
) -> Option<Vec<Entry>> {
    let statements = file.each("statement", "a statement");
    let events = file.each("event", "an event");
    if statements.is_empty() && events.is_empty() && !file_has_either(&file) {
        let problem = Problem::at(file.place, "there is no entry in this file");
        problems.add(problem.help("add `[[statement]]` or `[[event]]`, or remove the file"));
    }
    let mut read = |table, is_statement| entry(table, is_statement, known, proof, problems);
    let statements = all(statements.into_iter().map(|table| read(table, true)));
    let events = all(events.into_iter().map(|table| read(table, false)));
    file.finish();
    proof.is_patchy |= statements.is_none() || events.is_none();
    Some(statements?.into_iter().chain(events?).collect())
}

fn file_has_either(file: &Table<'_>) -> bool {
    ["statement", "event"].iter().any(|key| file.key_place(key) != file.place)
}

fn entry(
    mut table: Table<'_>,
    is_statement: bool,
    known: &mut Known,
    proof: &mut Proof<'_>,
    problems: &Problems,
) -> Option<Entry> {
    let place = table.place;
    let id = declare_link(&mut table, known, problems);
    let at = id.as_ref().map_or(place, |id| id.place);
    let (kind, actor_at, attribution, according_to_at, date) = if is_statement {
        let actor = table.required("actor");
        let according_to = table.optional("according_to");
        let stance = table.required("stance").and_then(|value| value.code(Stance::ALL, Stance::word));
        let attribution = table.required("attribution");
        let attribution = attribution.and_then(|value| value.code(Attribution::ALL, Attribution::word));
        (stance.map(Kind::Statement), actor, attribution, according_to, table.required("said"))
    } else {
        let kind_at = table.required("kind");
        let kind = kind_at.and_then(|value| value.code(EventKind::ALL, EventKind::word));
        let actor = table.optional("actor");
        if let (Some(EventKind::Raised), Some(actor)) = (kind, actor) {
            let help = "write a `[[statement]]` of this actor, or remove `actor`";
            actor.bad::<()>("`raised` is for what nobody named has proposed", help);
        }
        (kind.map(Kind::Event), actor, None, None, table.required("date"))
    };
    let date = date.and_then(|value| value.dated(&known.languages));
    let actor = reference(actor_at, &known.actors, &mut proof.used_actors, problems);
    let according_to = reference(according_to_at, &known.actors, &mut proof.used_actors, problems);
    let venue_at = table.optional("venue");
    let venue = reference(venue_at, &known.venues, &mut proof.used_venues, problems);
    let (place_named, is_implied) = place_named(&mut table, venue_at);
    let modality = table
        .optional("modality")
        .map_or(Some(Modality::Said), |value| value.code(Modality::ALL, Modality::word));
    let formats = table.optional("formats").map_or(Some(Vec::new()), |value| {
        all(value.items()?.into_iter().map(|item| item.id().and_then(|id| known.formats.find(&id, problems))))
    });
    let summary = table.required("summary").and_then(|value| value.text_map(&known.languages));
    let sources_at = table.required("sources");
    let sources = sources_at.and_then(|value| sources(value, known, proof, problems));
    table.finish();

    let head = Head { at, kind, attribution, modality, according_to_at, actor_at };
    head.check(actor.flatten(), according_to.flatten(), problems);
    if let Some((sources, sources_at)) = sources.as_ref().zip(sources_at) {
        head.check_sources(sources, sources_at.place, proof, problems);
        let texts: Vec<_> = sources
            .iter()
            .filter_map(|source| proof.articles.get(source.article).and_then(|(_, text)| *text))
            .collect();
        // One text that is not at hand could be the one that prints it.
        if texts.len() == sources.len() {
            place_named
                .iter()
                .flatten()
                .for_each(|words| printed::check("the place", words, &texts, problems));
            date.iter().for_each(|date| printed::check_date(date, &texts, problems));
        }
        if let Some(date) = &date {
            head.check_reported(date, sources, proof, problems);
        }
    }
    Some(Entry {
        id: id?.value,
        kind: kind?,
        actor: actor?,
        according_to: according_to?,
        venue: venue?,
        place_named: place_named?.map(|at| at.value).unwrap_or_default(),
        is_implied: is_implied?,
        attribution: if is_statement { Some(attribution?) } else { None },
        modality: modality?,
        formats: formats?,
        date: date?,
        summary: summary?,
        sources: sources?,
    })
}

/// Finds what a key refers to: `Some(None)` where it is left out, `None` where nothing has that id.
fn reference(
    value: Option<Value<'_>>,
    ids: &crate::ids::Ids,
    used: &mut HashSet<usize>,
    problems: &Problems,
) -> Option<Option<usize>> {
    let Some(value) = value else { return Some(None) };
    let number = ids.find(&value.id()?, problems)?;
    used.insert(number);
    Some(Some(number))
}

/// `place_named` and `venue_is`, which go with a venue and only with one.
fn place_named(
    table: &mut Table<'_>,
    venue: Option<Value<'_>>,
) -> (Option<Option<At<String>>>, Option<bool>) {
    let implied = |value: Value<'_>| {
        value.code(&[false, true], |is_implied| if is_implied { "implied" } else { "named" })
    };
    if venue.is_some() {
        let named = table.required("place_named").and_then(Value::string);
        return (named.map(Some), table.required("venue_is").and_then(implied));
    }
    for value in ["place_named", "venue_is"].into_iter().filter_map(|key| table.optional(key)) {
        let message = format!("`{}` without a venue", value.key);
        value.bad::<()>(message, "add `venue`, or remove it: it is for entries on a venue");
    }
    (Some(None), Some(false))
}

fn sources(
    value: Value<'_>,
    known: &Known,
    proof: &mut Proof<'_>,
    problems: &Problems,
) -> Option<Vec<Source>> {
    let items = value.items()?;
    if items.is_empty() {
        return value
            .bad("the entry has no source", "an entry needs an article with an excerpt that proves it");
    }
    let mut seen: Vec<(usize, Place)> = Vec::new();
    all(items.into_iter().map(|item| {
        let mut table = item.table("a source")?;
        let article_at = table.required("article").and_then(Value::id);
        let article = article_at.as_ref().and_then(|id| known.articles.find(id, problems));
        if let Some((number, at)) = article.zip(article_at.as_ref()) {
            if let Some((_, first)) = seen.iter().find(|(other, _)| *other == number) {
                let problem = Problem::at(at.place, format!("the article `{}` is named twice", at.value));
                problems.add(problem.also(*first, "the first").help("put all its excerpts into one source"));
            }
            seen.push((number, at.place));
        }
        let excerpts = table
            .required("excerpts")
            .and_then(|value| excerpts(value, article_at.as_ref(), known, proof, problems));
        let channel = table
            .optional("channel")
            .map_or(Some(Default::default()), |value| value.text_map(&known.languages));
        table.finish();
        Some(Source { article: article?, excerpts: excerpts?, channel: channel? })
    }))
}

fn excerpts(
    value: Value<'_>,
    article: Option<&At<String>>,
    known: &Known,
    proof: &mut Proof<'_>,
    problems: &Problems,
) -> Option<Vec<usize>> {
    let items = value.items()?;
    if items.is_empty() {
        return value.bad(
            "the source has no excerpt",
            "name the excerpts that prove the entry; without one it is not shown",
        );
    }
    let mut seen: Vec<usize> = Vec::new();
    all(items.into_iter().map(|item| {
        let id = item.id()?;
        let number = known.excerpts.find(&id, problems)?;
        proof.used_excerpts.insert(number);
        if seen.contains(&number) {
            let problem = Problem::at(id.place, format!("the excerpt `{}` is named twice", id.value));
            problems.add(problem.help("name it once"));
        }
        seen.push(number);
        let of = proof.excerpts.get(number).map(|(article, _)| *article);
        if let Some((named, of)) = article.zip(of)
            && known.articles.number(&named.value).is_some_and(|number| number != of)
        {
            let name = known.articles.name(of).unwrap_or_default();
            let message = format!("the excerpt `{}` is from another article, `{name}`", id.value);
            let problem = Problem::at(id.place, message).also(named.place, "the article of this source");
            problems.add(problem.help("name an excerpt of this article, or add a source for the other"));
        }
        Some(number)
    }))
}
