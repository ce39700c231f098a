//! The message catalogue of one language.
//!
//! Its text is a subset of TOML: comments, blank lines and `key = "text"`, one a line, without escapes. `{name}` stands for an argument.
//! A key that ends in `.zero`, `.one`, `.two`, `.few`, `.many` or `.other` is a plural form.
//! The line `plural = "…"` is written by the build: the CLDR plural category of 0, 1, 2, … as one letter each
//! (`z o t f m x`), so that the rules' library stays on the host. From 200 on, the category of `100 + n % 100` holds;
//! the build checks that this is so for the language up to 100,000.

use super::keys::Key;
use crate::order::ordered;

/// Numbers whose plural category the catalogue lists.
pub const PLURAL_TABLE_LEN: usize = 200;

/// The messages of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    language: usize,
    /// Sorted by key.
    messages: Vec<(String, String)>,
    plural: Vec<u8>,
}

/// What is wrong with a catalogue's text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogueError {
    /// A line is neither a comment nor `key = "text"`.
    #[error("line {line} of the catalogue is not of the form key = \"text\": {text}")]
    Line {
        /// 1-based.
        line: usize,
        /// The line.
        text: String,
    },
    /// A message that the widget needs is not there.
    #[error("the catalogue has no message `{key}`")]
    Missing {
        /// Its key.
        key: &'static str,
    },
}

impl Catalogue {
    /// Reads the messages of language number `language` of the corpus.
    ///
    /// # Errors
    /// On a line of another form, and where a needed message is missing.
    pub fn parse(text: &str, language: usize) -> Result<Self, CatalogueError> {
        let mut messages = Vec::new();
        let mut plural = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let wrong = || CatalogueError::Line { line: number + 1, text: line.to_owned() };
            let (key, value) = line.split_once('=').ok_or_else(wrong)?;
            let value = value.trim().strip_prefix('"').and_then(|v| v.strip_suffix('"')).ok_or_else(wrong)?;
            match key.trim().trim_matches('"') {
                "plural" => plural = value.bytes().collect(),
                key => messages.push((key.to_owned(), value.to_owned())),
            }
        }
        let messages = ordered(&messages, Ord::cmp);
        let catalogue = Self { language, messages, plural };
        for key in Key::ALL {
            let name = key.name();
            if catalogue.find(name).is_none() && catalogue.find(&format!("{name}.other")).is_none() {
                return Err(CatalogueError::Missing { key: name });
            }
        }
        Ok(catalogue)
    }

    /// The number of the language in the corpus, for its text maps.
    pub fn language(&self) -> usize {
        self.language
    }

    /// Every key and its text, sorted.
    pub fn messages(&self) -> impl Iterator<Item = (&str, &str)> {
        self.messages.iter().map(|(key, text)| (key.as_str(), text.as_str()))
    }

    /// The text of a message.
    pub fn get(&self, key: Key) -> &str {
        self.find(key.name()).unwrap_or_default()
    }

    /// The text for a key made of a fixed part and a word of a closed vocabulary, such as `mark.` and a stance.
    pub fn of(&self, area: Key, word: &str) -> &str {
        self.find(&format!("{}.{word}", area.name())).unwrap_or_else(|| self.get(area))
    }

    /// The same, with its arguments filled in.
    pub fn fill_of(&self, area: Key, word: &str, arguments: &[(&str, &str)]) -> String {
        fill(self.of(area, word), arguments)
    }

    /// The text of a message with its arguments filled in.
    pub fn fill(&self, key: Key, arguments: &[(&str, &str)]) -> String {
        fill(self.get(key), arguments)
    }

    /// The plural form for `n`, with `{n}` and further arguments filled in.
    pub fn count(&self, key: Key, n: usize, arguments: &[(&str, &str)]) -> String {
        let form = match self.plural.get(if n < PLURAL_TABLE_LEN { n } else { 100 + n % 100 }) {
            Some(b'z') => "zero",
            Some(b'o') => "one",
            Some(b't') => "two",
            Some(b'f') => "few",
            Some(b'm') => "many",
            _ => "other",
        };
        let name = key.name();
        let exact = self.find(&format!("{name}.{form}"));
        let text = exact.or_else(|| self.find(&format!("{name}.other"))).unwrap_or_default();
        let number = self.number(n);
        let mut all = vec![("n", number.as_str())];
        all.extend_from_slice(arguments);
        fill(text, &all)
    }

    fn find(&self, key: &str) -> Option<&str> {
        let at = self.messages.binary_search_by(|(known, _)| known.as_str().cmp(key)).ok()?;
        self.messages.get(at).map(|(_, text)| text.as_str())
    }
}

/// A template cut into text and `{arguments}`, in order: `Err` is an argument's name.
pub(super) fn pieces(template: &str) -> Vec<Result<&str, &str>> {
    let mut out = Vec::new();
    let mut rest = template;
    while let Some((text, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        if !text.is_empty() {
            out.push(Ok(text));
        }
        out.push(Err(name));
        rest = after;
    }
    if !rest.is_empty() {
        out.push(Ok(rest));
    }
    out
}

fn fill(template: &str, arguments: &[(&str, &str)]) -> String {
    let value =
        |name: &str| arguments.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
    pieces(template).into_iter().map(|piece| piece.unwrap_or_else(value)).collect()
}

#[cfg(test)]
pub(crate) fn english() -> Catalogue {
    let mut text = String::from(include_str!("../../../../locales/en.toml"));
    text.push_str("\nplural = \"xo\"\n");
    Catalogue::parse(&text, 0).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_arguments_and_leaves_the_rest() {
        let check =
            |template, expected: &str| assert_eq!(fill(template, &[("n", "3"), ("who", "A {n}")]), expected);
        check("{n} entries", "3 entries");
        check("by {who}", "by A {n}");
        check("{unknown}none", "none");
        check("open { brace", "open { brace");
        check("", "");
    }

    #[test]
    fn chooses_plural_forms() {
        let english = english();
        let check = |n, expected: &str| assert_eq!(english.count(Key::Entries, n, &[]), expected);
        check(0, "0 entries");
        check(1, "1 entry");
        check(2, "2 entries");
        check(12_345, "12,345 entries");
    }

    #[test]
    fn names_the_bad_line_and_the_missing_key() {
        let check = |text: &str, part: &str| {
            let message = Catalogue::parse(text, 0).unwrap_err().to_string();
            assert!(message.contains(part), "{message}");
        };
        check("# fine\nnot a message", "line 2");
        check("a = 'single'", "line 1");
        check("a = \"b\"", "no message");
    }
}
