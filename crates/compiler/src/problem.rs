//! One problem: where it is, what was found, why it is wrong and what to do. No opinion about how it is printed.

use std::cell::RefCell;
use std::path::Path;

use crate::files::{File, Place};

/// Something wrong in a corpus.
#[derive(Clone, Debug)]
pub struct Problem {
    /// What is wrong, in one line.
    pub message: String,
    /// Where; the first is the place to mend, the others belong to it.
    pub marks: Vec<Mark>,
    /// Why it is wrong, and other facts that help.
    pub notes: Vec<String>,
    /// What was expected, or what to do.
    pub help: Option<String>,
}

/// A place in a file, with what stands there.
#[derive(Clone, Debug, Default)]
pub struct Mark {
    /// Path of the file, below the folder that was given.
    pub file: String,
    /// Counted from 1; zero where the whole file is meant.
    pub line: usize,
    /// In characters, counted from 1; zero where the whole line or file is meant.
    pub column: usize,
    /// What was found there; may be empty.
    pub label: String,
    pub(crate) place: Option<Place>,
}

impl Problem {
    pub(crate) fn at(place: Place, message: impl Into<String>) -> Self {
        Self::with(Mark { place: Some(place), ..Mark::default() }, message.into())
    }

    pub(crate) fn of_file(path: &Path, message: impl Into<String>) -> Self {
        Self::of_line(path, 0, message)
    }

    pub(crate) fn of_line(path: &Path, line: usize, message: impl Into<String>) -> Self {
        Self::with(Mark { file: path.display().to_string(), line, ..Mark::default() }, message.into())
    }

    fn with(mark: Mark, message: String) -> Self {
        Self { message, marks: vec![mark], notes: Vec::new(), help: None }
    }

    /// Says what stands at the first place.
    pub(crate) fn label(mut self, label: impl Into<String>) -> Self {
        if let Some(mark) = self.marks.first_mut() {
            mark.label = label.into();
        }
        self
    }

    pub(crate) fn also(mut self, place: Place, label: impl Into<String>) -> Self {
        self.marks.push(Mark { place: Some(place), label: label.into(), ..Mark::default() });
        self
    }

    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Path of the file to mend.
    pub fn file(&self) -> &str {
        self.marks.first().map_or("", |mark| &mark.file)
    }

    /// Line to mend, counted from 1; zero where the whole file is meant.
    pub fn line(&self) -> usize {
        self.marks.first().map_or(0, |mark| mark.line)
    }

    /// Column to mend, in characters, counted from 1; zero where the whole line or file is meant.
    pub fn column(&self) -> usize {
        self.marks.first().map_or(0, |mark| mark.column)
    }

    /// Fills in files, lines and columns from the places.
    pub(crate) fn settle(&mut self, files: &[File]) {
        for mark in &mut self.marks {
            if let Some((place, file)) = mark.place.and_then(|place| Some((place, files.get(place.file)?))) {
                mark.file = file.path.display().to_string();
                mark.line = file.line_at(place.start);
                mark.column = file.column_at(place.start);
            }
        }
    }
}

/// Collects problems while everything else goes on.
#[derive(Debug, Default)]
pub(crate) struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    pub(crate) fn add(&self, problem: Problem) {
        self.0.borrow_mut().push(problem);
    }

    pub(crate) fn into_inner(self) -> Vec<Problem> {
        self.0.into_inner()
    }
}
