//! One pass over all files of a corpus, in the order in which references can only go backwards. No opinion about single keys.

use std::path::Path;

use toml::Spanned;
use toml::de::DeTable;

use crate::files::{self, File, Place, Role};
use crate::ids::Ids;
use crate::lock::{self, Lock};
use crate::model::{Article, Entry, Excerpt, Model};
use crate::order;
use crate::problem::{Problem, Problems};
use crate::read::{self, Against, ArticleRead, HeadRead, Known, Proof};
use crate::report::{CheckedAgainst, LockState, Report};
use crate::shipped;
use crate::sources::Sources;
use crate::table::{self, Table};

struct Parsed<'a> {
    role: Role,
    number: usize,
    tree: Spanned<DeTable<'a>>,
    len: usize,
}

impl Parsed<'_> {
    fn table<'a>(&'a self, what: &'static str, problems: &'a Problems) -> Table<'a> {
        // The whole file, as the place of what it lacks: its first byte.
        let place = Place { file: self.number, start: 0, end: self.len.min(1) };
        Table::new(self.tree.get_ref(), place, what, problems)
    }
}

/// See [`crate::check`].
pub(crate) fn check(dir: &Path, sources_dir: Option<&Path>) -> Report {
    let problems = Problems::default();
    let mut files = files::read_corpus(dir, &problems);
    let outcome = read(dir, &files, sources_dir, &problems);
    files.extend(outcome.texts);
    let problems = problems.into_inner();
    let is_good = problems.is_empty();
    Report::new(Report {
        problems,
        model: outcome.model.filter(|_| is_good),
        checked_against: outcome.checked_against,
        lock: outcome.lock,
        new_lock: outcome.new_lock.filter(|_| is_good),
        new_ids: outcome.new_ids.filter(|_| is_good),
        files,
    })
}

struct Outcome {
    model: Option<Model>,
    checked_against: CheckedAgainst,
    lock: LockState,
    new_lock: Option<String>,
    new_ids: Option<String>,
    texts: Vec<File>,
}

fn read(dir: &Path, files: &[File], sources_dir: Option<&Path>, problems: &Problems) -> Outcome {
    let toml = files.iter().enumerate().filter(|(_, file)| !matches!(file.role, Role::Lock | Role::Ids));
    let (mut trees, mut are_whole) = (Vec::new(), true);
    for (number, file) in toml {
        let (tree, is_whole) = table::parse(number, file, problems);
        are_whole &= is_whole;
        // What a broken file seems to lack or to have is no news.
        if is_whole {
            trees.push(Parsed { role: file.role, number, tree, len: file.text.len() });
        }
    }
    let of = |role: Role| trees.iter().filter(move |parsed| parsed.role == role);
    let sources = sources_dir.map(|sources| {
        let names =
            of(Role::Article).filter_map(|parsed| parsed.tree.get_ref().get("source")?.get_ref().as_str());
        Sources::read(sources, names, files.len(), problems)
    });
    let lock_file = files.iter().enumerate().find(|(_, file)| file.role == Role::Lock);
    let lock = match (&sources, lock_file) {
        (None, Some((number, file))) => lock::read(number, file, problems),
        (None, None) if !files.is_empty() => {
            let problem = Problem::of_file(&dir.join(lock::FILE), format!("{} is missing", lock::FILE));
            problems.add(
                problem
                    .note("without it nobody knows whether the quotations are verbatim")
                    .help(lock::RELOCK),
            );
            None
        }
        _ => None,
    };

    let mut known = Known::default();
    let head = of(Role::Corpus)
        .map(|parsed| read::read_head(parsed.table("a corpus", problems), &mut known, problems));
    let HeadRead { head, limits } = head.last().unwrap_or_default();
    let countries = head.as_ref().map_or(&[][..], |head| &head.countries);
    let venues = of(Role::Venues).map(|parsed| {
        read::read_venues(parsed.table("venues.toml", problems), &mut known, countries, problems)
    });
    let venues = venues.last().flatten();
    let actors = of(Role::Actors)
        .map(|parsed| read::read_actors(parsed.table("actors.toml", problems), &mut known, problems));
    let actors = actors.last().flatten();
    let against =
        Against { limits: limits.as_ref(), sources: sources.as_ref(), lock: lock.as_ref(), problems };
    let articles: Vec<ArticleRead<'_>> = of(Role::Article)
        .enumerate()
        .map(|(number, parsed)| {
            read::read_article(parsed.table("an article", problems), number, &mut known, against)
        })
        .collect();
    let mut proof = Proof {
        articles: articles.iter().map(|read| (read.published, read.text.as_ref())).collect(),
        excerpts: articles
            .iter()
            .enumerate()
            .flat_map(|(number, read)| {
                read.excerpts.iter().map(move |(_, is_headline)| (number, *is_headline))
            })
            .collect(),
        is_patchy: !are_whole,
        ..Proof::default()
    };
    let entries = read::all(of(Role::Entries).map(|parsed| {
        read::read_entries(parsed.table("a file of entries", problems), &mut known, &mut proof, problems)
    }));
    report_unused(&known, &proof, problems);
    let retired = of(Role::Retired)
        .map(|parsed| read::read_retired(parsed.table("retired.toml", problems), &known, problems))
        .last()
        .unwrap_or(Some(Vec::new()));

    if let Some((lock, (number, _))) = lock.as_ref().zip(lock_file).filter(|_| are_whole) {
        let is_known = |id: &str| known.articles.number(id).or(known.excerpts.number(id)).is_some();
        lock.check_surplus(number, is_known, problems);
    }
    let ids_file = files.iter().enumerate().find(|(_, file)| file.role == Role::Ids).filter(|_| are_whole);
    let new_ids = ids_file.and_then(|(number, file)| {
        let alive = [&known.venues, &known.links].into_iter().flat_map(Ids::all).map(|(_, id, _)| id);
        let retired: Vec<&str> = retired.as_ref()?.iter().map(|gone| gone.id.as_str()).collect();
        Some(shipped::check(number, file, alive, &retired, problems)).filter(|text| *text != file.text)
    });
    let checked_against = match &sources {
        Some(sources) => CheckedAgainst::Texts(sources.files.len()),
        None => CheckedAgainst::LockOnly,
    };
    let new_lock = sources.is_some().then(|| new_lock(&articles));
    let lock = lock_state(lock_file, new_lock.as_deref());
    let (articles, excerpts) = taken(articles);
    let texts = sources.map(|sources| sources.files).unwrap_or_default();
    let model = || {
        let entries: Vec<Entry> = entries?.into_iter().flatten().collect();
        let (articles, excerpts, entries) = order::sort(articles?, excerpts?, entries);
        Some(Model {
            head: head?,
            venues: venues?,
            actors: actors?,
            articles,
            excerpts,
            entries,
            retired: retired?,
        })
    };
    Outcome { model: model(), checked_against, lock, new_lock, new_ids, texts }
}

fn new_lock(articles: &[ArticleRead<'_>]) -> String {
    let mut lock = Lock::default();
    for read in articles {
        if let Some(id) = &read.id {
            lock.insert(&id.value, read.locked.clone());
        }
    }
    lock.to_text()
}

fn lock_state(found: Option<(usize, &File)>, new: Option<&str>) -> LockState {
    match (found, new) {
        (None, _) => LockState::Missing,
        (Some((_, file)), Some(new)) if file.text != new => LockState::Stale,
        (Some(_), _) => LockState::Current,
    }
}

/// Every article and excerpt, without the texts that they were checked against.
fn taken(reads: Vec<ArticleRead<'_>>) -> (Option<Vec<Article>>, Option<Vec<Excerpt>>) {
    let (mut articles, mut excerpts) = (Vec::new(), Vec::new());
    for read in reads {
        articles.push(read.article);
        excerpts.extend(read.excerpts.into_iter().map(|(excerpt, _)| excerpt));
    }
    (articles.into_iter().collect(), excerpts.into_iter().collect())
}

/// Evidence that nobody uses, and what nothing is shown of.
fn report_unused(known: &Known, proof: &Proof<'_>, problems: &Problems) {
    // A misspelt reference would make the thing that was meant look unused.
    if proof.is_patchy {
        return;
    }
    let kinds = [
        ("excerpt", &known.excerpts, &proof.used_excerpts),
        ("venue", &known.venues, &proof.used_venues),
        ("actor", &known.actors, &proof.used_actors),
    ];
    for (kind, ids, used) in kinds {
        for (_, id, at) in ids.all().into_iter().filter(|(number, ..)| !used.contains(number)) {
            let problem = Problem::at(at, format!("no entry uses the {kind} `{id}`"));
            let problem = problem.note("nothing is shown without an entry that leads to its evidence");
            problems.add(problem.help(format!("add the entry, or remove the {kind}")));
        }
    }
}
