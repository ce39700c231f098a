//! Which ids there are, where they stand and which number they have. No opinion about what they name.

use std::collections::HashMap;

use crate::files::Place;
use crate::model::At;
use crate::problem::{Problem, Problems};
use crate::text::{nearest, one_of};

/// The ids of one kind, numbered in the order in which they were declared.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    /// Without its article: "venue".
    kind: &'static str,
    known: HashMap<String, (usize, Place)>,
    names: Vec<String>,
}

impl Ids {
    pub(crate) fn new(kind: &'static str) -> Self {
        Self { kind, ..Self::default() }
    }

    /// Declares an id. `false` where it is taken, which is reported with both places.
    pub(crate) fn declare(&mut self, id: Option<&At<String>>, problems: &Problems) -> bool {
        let first = id.and_then(|id| self.known.get(&id.value)).map(|(_, place)| *place);
        if let Some((id, first)) = id.zip(first) {
            let problem = Problem::at(id.place, format!("two things have the id `{}`", id.value));
            let problem = problem.label("the second").also(first, "the first");
            problems.add(problem.help(format!("every {} needs an id of its own", self.kind)));
        }
        self.insert(id);
        id.is_some() && first.is_none()
    }

    /// Counts a thing on and, if its id is new, remembers it.
    pub(crate) fn insert(&mut self, id: Option<&At<String>>) {
        if let Some(id) = id {
            self.known.entry(id.value.clone()).or_insert((self.names.len(), id.place));
        }
        self.names.push(id.map(|id| id.value.clone()).unwrap_or_default());
    }

    pub(crate) fn number(&self, id: &str) -> Option<usize> {
        self.known.get(id).map(|(number, _)| *number)
    }

    pub(crate) fn name(&self, number: usize) -> Option<&str> {
        self.names.get(number).map(String::as_str)
    }

    pub(crate) fn place(&self, id: &str) -> Option<Place> {
        self.known.get(id).map(|(_, place)| *place)
    }

    /// The number of an id that has to be known.
    pub(crate) fn find(&self, id: &At<String>, problems: &Problems) -> Option<usize> {
        let found = self.number(&id.value);
        if found.is_none() {
            let problem = Problem::at(id.place, format!("there is no {} `{}`", self.kind, id.value));
            let names = || self.known.keys().map(String::as_str);
            let help = match nearest(&id.value, names()) {
                Some(known) => format!("did you mean `{known}`?"),
                None if (1..=12).contains(&self.known.len()) => {
                    let mut names: Vec<_> = names().collect();
                    names.sort_unstable();
                    format!("expected {}", one_of(names))
                }
                None => format!("add a {} of this id, or name one of the {}", self.kind, self.known.len()),
            };
            problems.add(problem.help(help));
        }
        found
    }

    /// Every id with its number and place, by number.
    pub(crate) fn all(&self) -> Vec<(usize, &str, Place)> {
        let mut all: Vec<_> =
            self.known.iter().map(|(id, (number, place))| (*number, id.as_str(), *place)).collect();
        all.sort_unstable();
        all
    }
}
