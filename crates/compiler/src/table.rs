//! A cursor over one TOML table that asks for keys by name, goes on after each problem, and knows which keys were never asked for.
//! A derived reader would stop at the first problem of a file. No opinion about what a key means.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::files::{File, Place};
use crate::problem::{Problem, Problems};
use crate::text::{nearest, one_of};

/// A TOML table being read.
pub(crate) struct Table<'a> {
    table: &'a DeTable<'a>,
    pub(crate) place: Place,
    /// With its article: "an article".
    what: &'static str,
    asked: Vec<&'static str>,
    problems: &'a Problems,
}

/// A value and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    pub(crate) value: &'a DeValue<'a>,
    pub(crate) place: Place,
    pub(crate) key: &'static str,
    pub(crate) problems: &'a Problems,
}

/// Parses a file as far as that is possible and reports every place where it is not.
pub(crate) fn parse<'a>(index: usize, file: &'a File, problems: &Problems) -> (Spanned<DeTable<'a>>, bool) {
    let (tree, errors) = DeTable::parse_recoverable(&file.text);
    for error in &errors {
        let place = place(index, error.span().unwrap_or_default());
        let problem = Problem::at(place, format!("not TOML: {}", error.message()));
        problems.add(problem.help("see https://toml.io for the syntax"));
    }
    (tree, errors.is_empty())
}

pub(crate) fn place(file: usize, span: Range<usize>) -> Place {
    Place { file, start: span.start, end: span.end }
}

impl<'a> Table<'a> {
    pub(crate) fn new(
        table: &'a DeTable<'a>,
        place: Place,
        what: &'static str,
        problems: &'a Problems,
    ) -> Self {
        Self { table, place, what, asked: Vec::new(), problems }
    }

    /// The value of a key, if it is there.
    pub(crate) fn optional(&mut self, key: &'static str) -> Option<Value<'a>> {
        self.asked.push(key);
        let value = self.table.get(key)?;
        let place = place(self.place.file, value.span());
        Some(Value { value: value.get_ref(), place, key, problems: self.problems })
    }

    /// The value of a key that has to be there.
    pub(crate) fn required(&mut self, key: &'static str) -> Option<Value<'a>> {
        let found = self.optional(key);
        if found.is_none() {
            let problem = Problem::at(self.place, format!("`{key}` is missing"));
            self.problems.add(problem.label(format!("{} must have it", self.what)));
        }
        found
    }

    /// Every table of an array of tables; none where the key is absent.
    pub(crate) fn each(&mut self, key: &'static str, what: &'static str) -> Vec<Table<'a>> {
        let items = self.optional(key).and_then(|value| {
            let hint = || format!("write `[[{key}]]` above {what}");
            if value.value.is_array() {
                value.items()
            } else {
                value.wrong_type("an array of tables", hint())
            }
        });
        items.unwrap_or_default().into_iter().filter_map(|item| item.table(what)).collect()
    }

    /// Where the key `key` stands.
    pub(crate) fn key_place(&self, key: &str) -> Place {
        self.table.get_key_value(key).map_or(self.place, |(key, _)| place(self.place.file, key.span()))
    }

    /// Reports every key that was never asked for.
    pub(crate) fn finish(self) {
        for key in self.table.keys().filter(|key| !self.asked.contains(&key.get_ref().as_ref())) {
            let (name, at) = (key.get_ref(), place(self.place.file, key.span()));
            let problem = Problem::at(at, format!("unknown key `{name}`"));
            let problem = problem.label(format!("{} has no such key", self.what));
            let help = match nearest(name, self.asked.iter().copied()) {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!("expected {}", one_of(self.asked.iter().copied())),
            };
            self.problems.add(problem.help(help));
        }
    }
}

impl<'a> Value<'a> {
    /// Reports that the value is of another type than the key asks for.
    pub(crate) fn wrong_type<T>(&self, expected: &str, help: impl Into<String>) -> Option<T> {
        let found = match self.value {
            DeValue::String(_) => "a string",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date without quotation marks",
            DeValue::Array(_) => "an array",
            DeValue::Table(_) => "a table",
        };
        let problem = Problem::at(self.place, format!("`{}` must be {expected}", self.key));
        self.problems.add(problem.label(format!("this is {found}")).help(help));
        None
    }

    /// Reports that the value is not good.
    pub(crate) fn bad<T>(&self, message: impl Into<String>, help: impl Into<String>) -> Option<T> {
        self.problems.add(Problem::at(self.place, message).help(help));
        None
    }

    pub(crate) fn table(self, what: &'static str) -> Option<Table<'a>> {
        match self.value {
            DeValue::Table(table) => Some(Table::new(table, self.place, what, self.problems)),
            _ => self.wrong_type("a table", format!("write `{{ key = … }}` for {what}")),
        }
    }

    pub(crate) fn items(self) -> Option<Vec<Value<'a>>> {
        let DeValue::Array(items) = self.value else {
            return self.wrong_type("an array", "write `[ … ]`");
        };
        let item = |item: &'a Spanned<DeValue<'a>>| Value {
            value: item.get_ref(),
            place: place(self.place.file, item.span()),
            ..self
        };
        Some(items.iter().map(item).collect())
    }
}
