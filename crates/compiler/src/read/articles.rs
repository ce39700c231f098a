//! articles/*.toml: one article with its excerpts. No opinion about what they prove.

use atlas::model::{Days, Status};

use super::body;
use super::excerpts::{self, ExcerptRead};
use super::{Known, declare_link, optional_strings, plain};
use crate::fragment::Fragment;
use crate::locate::Text;
use crate::lock::{Lock, LockedArticle};
use crate::model::{Article, At, Excerpt, Limits};
use crate::printed;
use crate::problem::{Problem, Problems};
use crate::quotes::{self, Evidence, Named};
use crate::sources::{Sources, is_below};
use crate::table::{Table, Value};

/// An article as far as it could be read.
#[derive(Debug)]
pub(crate) struct ArticleRead<'a> {
    pub(crate) id: Option<At<String>>,
    pub(crate) article: Option<Article>,
    pub(crate) published: Option<Days>,
    pub(crate) text: Option<Text<'a>>,
    /// The excerpts in the order of the file, with whether they are a headline's.
    pub(crate) excerpts: Vec<(Option<Excerpt>, bool)>,
    pub(crate) locked: LockedArticle,
}

/// What an article is checked with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Against<'a> {
    pub(crate) limits: Option<&'a Limits>,
    /// The texts, where they are given.
    pub(crate) sources: Option<&'a Sources>,
    pub(crate) lock: Option<&'a Lock>,
    pub(crate) problems: &'a Problems,
}

/// Reads article number `number` and declares it and its excerpts.
pub(crate) fn read_article<'a>(
    mut table: Table<'_>,
    number: usize,
    known: &mut Known,
    against: Against<'a>,
) -> ArticleRead<'a> {
    let problems = against.problems;
    let place = table.place;
    let id = declare_link(&mut table, known, problems);
    known.articles.insert(id.as_ref());
    let body_at = table.required("body");
    let lines = body_at.and_then(body::read);
    let source_at = table.required("source");
    let file = source_at.and_then(|value| source(value, against.sources));
    let line_at = table.optional("headline_line");
    let line = line_at.and_then(Value::count);
    let text = file.zip(lines.as_ref()).and_then(|((number, file), lines)| {
        let body = body::within(lines, file, problems)?;
        let headline = line.as_ref().and_then(|line| file.line_range(line.value as usize));
        if let Some(line) = line.as_ref().filter(|line| line.value as usize > file.lines()) {
            let problem = Problem::at(line.place, format!("the source has no line {}", line.value));
            problems.add(problem.help(format!("it has {} lines", file.lines())));
        }
        Some(Text { number, file, body, headline })
    });
    if let Some((line, lines)) = line.as_ref().zip(lines.as_ref())
        && let Some(range) = lines.iter().find(|range| range.value.contains(&(line.value as usize)))
    {
        let problem = Problem::at(line.place, "the headline is no part of the body");
        problems.add(problem.also(range.place, "the body").help("mend `headline_line` or `body`"));
    }
    let mut article = facts(&mut table, known, text.as_ref(), line_at, problems);
    let tables = table.each("excerpt", "an excerpt");
    if tables.is_empty() && table.key_place("excerpt") == place {
        let at = id.as_ref().map_or(place, |id| id.place);
        let problem = Problem::at(at, "the article has no excerpt");
        problems
            .add(problem.help("add an `[[excerpt]]`, or remove the article: without one it proves nothing"));
    }
    let excerpts: Vec<_> = tables
        .into_iter()
        .map(|table| excerpts::read(table, number, against.limits, known, problems))
        .collect();
    report_headlines(&excerpts, line_at, problems);
    table.finish();

    let body: Vec<_> =
        lines.iter().flatten().map(|at| format!("{}-{}", at.value.start(), at.value.end())).collect();
    let evidence = match (&text, &id) {
        (Some(text), _) => Evidence::Text(text),
        (None, Some(id)) if against.sources.is_none() && lines.is_some() => {
            let places = (id.place, body_at.map_or(place, |value| value.place));
            quotes::find_locked(against.lock, &id.value, places, &body, problems)
        }
        _ => Evidence::Nothing,
    };
    let quotes: Vec<_> = excerpts.iter().filter_map(named).collect();
    let at = id.as_ref().map_or(place, |id| id.place);
    let locked = quotes::check(&quotes, evidence, &body, at, against.limits, problems);

    if let (Some(article), Some(text)) = (&article, &text)
        && !article.address.is_empty()
    {
        let found = quotes.iter().filter(|quote| locked.has(quote.id));
        found.for_each(|quote| report_ambiguous(quote, text, problems));
    }
    if let Some((article, id)) = article.as_mut().zip(id.as_ref()) {
        article.id.clone_from(&id.value);
    }
    let published = article.as_ref().map(|article| article.published.best_days());
    let is_headline = |read: &ExcerptRead| read.quote.as_ref().is_some_and(|quote| quote.is_headline);
    let excerpts = excerpts.into_iter().map(|read| (is_headline(&read), read.excerpt));
    let excerpts = excerpts.map(|(is_headline, excerpt)| (excerpt, is_headline)).collect();
    ArticleRead { article: article.filter(|_| id.is_some()), id, published, text, excerpts, locked }
}

fn named(read: &ExcerptRead) -> Option<Named<'_>> {
    Some(Named { id: &read.id.as_ref()?.value, place: read.place, quote: read.quote.as_ref()? })
}

/// Reports words at which a browser could not open the article: it finds them elsewhere too, or nowhere.
fn report_ambiguous(named: &Named<'_>, text: &Text<'_>, problems: &Problems) {
    let quote = named.quote;
    let or_empty = |at: &Option<At<String>>| at.as_ref().map(|at| at.value.clone()).unwrap_or_default();
    let (prefix, suffix) = (or_empty(&quote.prefix), or_empty(&quote.suffix));
    let places = Fragment::of(&quote.exact.value, &prefix, &suffix).places(&text.file.text);
    if places == 0 || places > 1 && quote.repeated.is_none() {
        let message =
            format!("a browser finds these words at {places} places of the text, whatever their case");
        let problem =
            Problem::at(quote.exact.place, message).label("the article's address cannot be opened at them");
        problems.add(problem.help("add a `prefix` or `suffix` of whole words that only one place has"));
    }
}

/// Finds the text of the article, if texts are given.
fn source<'a>(value: Value<'_>, sources: Option<&'a Sources>) -> Option<(usize, &'a crate::files::File)> {
    let name = value.string()?;
    if !is_below(&name.value) {
        let help = "expected a file name below the folder of the texts";
        return value.bad(format!("`{}` leads out of the folder of the texts", name.value), help);
    }
    let sources = sources?;
    sources.find(&name.value).or_else(|| {
        if !sources.is_unreadable(&name.value) {
            let message = format!("the folder of the texts has no `{}`", name.value);
            let names = crate::text::nearest(&name.value, sources.names());
            let help = names.map_or("mend the name, or add the file".to_owned(), |name| {
                format!("did you mean `{name}`?")
            });
            value.bad::<()>(message, help);
        }
        None
    })
}

/// What the article is, apart from its excerpts. The id is filled in later.
fn facts(
    table: &mut Table<'_>,
    known: &Known,
    text: Option<&Text<'_>>,
    line_at: Option<Value<'_>>,
    problems: &Problems,
) -> Option<Article> {
    let texts: Vec<_> = text.into_iter().collect();
    let string = |value: Option<Value<'_>>| value.map_or(Some(None), |value| value.string().map(Some));
    let headline_at = table.optional("headline");
    let headline = string(headline_at);
    if let (Some(value), None) = (headline_at, line_at) {
        value.bad::<()>(
            "a headline needs its line",
            "add `headline_line`, the line of the source that prints it",
        );
    }
    if let (Some(Some(headline)), Some(text)) = (&headline, text)
        && let Some(line) = text.headline.clone().and_then(|line| text.file.text.get(line))
        && !line.contains(&headline.value)
    {
        let problem = Problem::at(headline.place, "the headline is not the one that the source prints");
        let problem = problem.label("this is not in the line that `headline_line` names");
        problems.add(
            problem.note(format!("that line reads `{line}`")).help("mend `headline` or `headline_line`"),
        );
    }
    let outlet = string(table.optional("outlet"));
    let authors = optional_strings(table.optional("authors"));
    let syndication = optional_strings(table.optional("syndication"));
    let mut claims: Vec<(&str, &At<String>)> = outlet.iter().flatten().map(|at| ("the outlet", at)).collect();
    claims.extend(authors.iter().flatten().map(|at| ("the author", at)));
    claims.extend(syndication.iter().flatten().map(|at| ("the agency", at)));
    claims.into_iter().for_each(|(what, words)| printed::check(what, words, &texts, problems));
    let address = table.optional("address").map_or(Some(None), |value| {
        value.shaped(crate::text::is_address, "an address that begins with `https://` or `http://`").map(Some)
    });
    let language = table.required("language").and_then(Value::language);
    let published = table.required("published").and_then(|value| value.dated(&known.languages));
    if let Some(published) = &published {
        printed::check_date(published, &texts, problems);
    }
    let status = status(table, known);
    let or_empty = |at: Option<At<String>>| at.map(|at| at.value).unwrap_or_default();
    let (status, status_date, status_note) = status?;
    Some(Article {
        id: String::new(),
        headline: or_empty(headline?),
        outlet: or_empty(outlet?),
        authors: plain(authors?),
        address: or_empty(address?),
        syndication: plain(syndication?),
        language: language?.value,
        published: published?,
        status,
        status_date,
        status_note,
    })
}

fn status(table: &mut Table<'_>, known: &Known) -> Option<(Status, String, crate::model::Text)> {
    let status =
        table.optional("status").map_or(Some(Status::Current), |value| value.code(Status::ALL, Status::word));
    if status.is_none_or(|status| status == Status::Current) {
        for value in ["status_date", "status_note"].into_iter().filter_map(|key| table.optional(key)) {
            if status.is_some() {
                let message = format!("`{}` without a status", value.key);
                value.bad::<()>(message, "add `status = \"corrected\"` or `\"retracted\"`, or remove it");
            }
        }
        return status.map(|status| (status, String::new(), crate::model::Text::default()));
    }
    let date = table.required("status_date").and_then(Value::edtf);
    let note = table.required("status_note").and_then(|value| value.text_map(&known.languages));
    Some((status?, date?.value.0, note?))
}

fn report_headlines(excerpts: &[ExcerptRead], line_at: Option<Value<'_>>, problems: &Problems) {
    let quotes = excerpts.iter().filter_map(|read| read.quote.as_ref());
    for quote in quotes.filter(|quote| quote.is_headline && line_at.is_none()) {
        let problem =
            Problem::at(quote.exact.place, "the excerpt quotes a headline, but the article names none");
        problems.add(problem.help("add `headline_line`, the line of the source that prints it"));
    }
}
