//! What a check found, and how it is shown to a person. No opinion about exit codes.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::files::{File, Place};
use crate::model::Model;
use crate::problem::{Mark, Problem};

/// What the quotations were held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckedAgainst {
    /// That many texts.
    Texts(usize),
    /// `quotations.lock` alone, because no texts were given.
    LockOnly,
}

/// How `quotations.lock` stood when it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockState {
    /// It says what the texts say; without texts, it is there, and what is wrong with it is among the problems.
    Current,
    /// The texts say something else.
    Stale,
    /// There is none.
    Missing,
}

/// Everything that a check found.
#[derive(Clone)]
pub struct Report {
    /// Every problem, by file and line.
    pub problems: Vec<Problem>,
    /// The corpus, where there is no problem.
    pub model: Option<Model>,
    /// What the quotations were held against.
    pub checked_against: CheckedAgainst,
    /// How the lock stood.
    pub lock: LockState,
    /// The lock as it should be, where texts were there and there is no problem.
    pub(crate) new_lock: Option<String>,
    /// `ids.lock` as it should be, where it is there and says something else.
    pub(crate) new_ids: Option<String>,
    pub(crate) files: Vec<File>,
}

const COLUMNS: usize = 132;

impl Report {
    /// Whether `ids.lock` is there and lacks an id of the corpus.
    pub fn has_new_ids(&self) -> bool {
        self.new_ids.is_some()
    }

    /// Puts the problems in order and gives each its file and line.
    pub(crate) fn new(mut report: Self) -> Self {
        for problem in &mut report.problems {
            problem.settle(&report.files);
        }
        let key = |problem: &Problem| {
            let mark = problem.marks.first().cloned().unwrap_or_default();
            (mark.file, mark.line, mark.column, problem.message.clone())
        };
        report.problems.sort_by_cached_key(key);
        report
    }

    /// Whether there is no problem.
    pub fn is_ok(&self) -> bool {
        self.problems.is_empty()
    }

    /// Every problem with the lines it is about, and at the end how many there are; plain text.
    pub fn render(&self) -> String {
        let renderer = Renderer::plain().term_width(COLUMNS);
        let mut text = String::new();
        for problem in &self.problems {
            text.push_str(&renderer.render(&[self.group(problem)]));
            text.push_str("\n\n");
        }
        text.push_str(&self.summary());
        text
    }

    /// One line: how many problems, or how much was checked against what.
    pub fn summary(&self) -> String {
        let against = match self.checked_against {
            CheckedAgainst::Texts(1) => "checked against 1 text".to_owned(),
            CheckedAgainst::Texts(count) => format!("checked against {count} texts"),
            CheckedAgainst::LockOnly => "checked against quotations.lock alone, without the texts".to_owned(),
        };
        match (self.problems.len(), &self.model) {
            (0, Some(model)) => {
                let (statements, events) = model.statements_and_events();
                let (articles, excerpts) = (model.articles(), model.excerpts());
                format!(
                    "{statements} statements, {events} events, {excerpts} excerpts, {articles} articles; {against}\n"
                )
            }
            (1, _) => format!("1 problem; {against}\n"),
            (count, _) => format!("{count} problems; {against}\n"),
        }
    }

    fn group<'a>(&'a self, problem: &'a Problem) -> Group<'a> {
        let mut group = Group::with_title(Level::ERROR.primary_title(&problem.message));
        let (in_text, whole): (Vec<_>, Vec<_>) = problem.marks.iter().partition(|mark| mark.place.is_some());
        for mark in whole {
            let origin = Origin::path(&mark.file);
            group = group.element(if mark.line > 0 { origin.line(mark.line) } else { origin });
        }
        // Marks in one file are shown in one snippet, in the order in which the files are first named.
        let mut shown: Vec<usize> = Vec::new();
        for mark in &in_text {
            let Some(number) = mark.place.map(|place| place.file).filter(|number| !shown.contains(number))
            else {
                continue;
            };
            shown.push(number);
            if let Some(file) = self.files.get(number) {
                group = group.element(snippet(file, &in_text, number));
            }
        }
        group = group.elements(problem.notes.iter().map(|note| Level::NOTE.message(note)));
        group.elements(problem.help.iter().map(|help| Level::HELP.message(help)))
    }
}

fn snippet<'a>(
    file: &'a File,
    marks: &[&'a Mark],
    number: usize,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let here = marks.iter().enumerate().filter_map(|(index, mark)| Some((index, mark, mark.place?)));
    let here: Vec<_> = here.filter(|(.., place)| place.file == number).collect();
    // Only the lines in question are handed on: a file may be long, and there may be many problems in it.
    let first = here.iter().map(|(.., place)| file.line_at(place.start)).min().unwrap_or(1);
    let last = here.iter().map(|(.., place)| file.line_at(place.end)).max().unwrap_or(1);
    let start = file.line_range(first).map_or(0, |line| line.start);
    let end = file.line_range(last).map_or(file.text.len(), |line| line.end);
    let annotation = |(index, mark, place): &(usize, &&'a Mark, Place)| {
        let kind = if *index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let annotation = kind.span(place.start - start..place.end - start);
        if mark.label.is_empty() { annotation } else { annotation.label(mark.label.as_str()) }
    };
    Snippet::source(file.text.get(start..end).unwrap_or_default())
        .line_start(first)
        .path(mark_path(&here))
        .annotations(here.iter().map(annotation))
}

fn mark_path<'a>(here: &[(usize, &&'a Mark, Place)]) -> &'a str {
    here.first().map_or("", |(_, mark, _)| mark.file.as_str())
}

// What a failed build prints: the problems, not the files that were read.
impl std::fmt::Debug for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.render())
    }
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.render())
    }
}

impl std::error::Error for Report {}
