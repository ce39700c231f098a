//! The message catalogue of one language.
//!
//! It is written as a subset of TOML: comments, blank lines and `key = "text"`, one a line, without escapes. `{name}` stands for an argument.
//! A key that ends in `.zero`, `.one`, `.two`, `.few`, `.many` or `.other` is a plural form.
//! The line `plural = "…"` is written by the build: the CLDR plural category of 0, 1, 2, … as one letter each
//! (`z o t f m x`), so that the rules' library stays on the host. From 200 on, the category of `100 + n % 100` holds;
//! the build checks that this is so for the language up to 100,000.
//!
//! The page carries it as [`Catalogue::table`]: without keys, in the order of [`Key::ALL`], so that no reader downloads the keys' names,
//! neither in the page nor in the Wasm. The first line says which keys, and in which order, it was written for.

use super::keys::Key;
use crate::decimal::whole;
use crate::order::ordered;

/// Numbers whose plural category the catalogue lists.
pub const PLURAL_TABLE_LEN: usize = 200;

/// Between the text of a message and its forms, and between the name of a form and its text. No message holds one.
const MARK: char = '\t';

/// The messages of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    language: usize,
    /// What it was written for, the plural categories, and a line for each key.
    lines: Vec<String>,
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
    /// A table of another build.
    #[error("the catalogue's table was written for other keys")]
    Keys,
}

impl Catalogue {
    /// Reads the messages of language number `language` of the corpus, as they are written.
    ///
    /// # Errors
    /// On a line of another form, and where a needed message is missing.
    pub fn parse(text: &str, language: usize) -> Result<Self, CatalogueError> {
        let mut messages = Vec::new();
        let mut plural = "";
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let wrong = || CatalogueError::Line { line: number + 1, text: line.to_owned() };
            let (key, value) = line.split_once('=').ok_or_else(wrong)?;
            let value = value.trim().strip_prefix('"').and_then(|v| v.strip_suffix('"')).ok_or_else(wrong)?;
            if line.contains(MARK) {
                return Err(wrong());
            }
            match key.trim().trim_matches('"') {
                "plural" => plural = value,
                key => messages.push((key, value)),
            }
        }
        let messages = ordered(&messages, Ord::cmp);
        let mut lines = vec![whole(Key::SIGNATURE.into()), plural.to_owned()];
        for key in Key::ALL {
            lines.push(line(key.name(), &messages).ok_or(CatalogueError::Missing { key: key.name() })?);
        }
        Ok(Self { language, lines })
    }

    /// Reads a table, as the page has it.
    ///
    /// # Errors
    /// Where it was written for other keys, or in another order.
    pub fn read(table: &str, language: usize) -> Result<Self, CatalogueError> {
        let lines: Vec<String> = table.lines().map(str::to_owned).collect();
        let ours = lines.first().is_some_and(|first| *first == whole(Key::SIGNATURE.into()));
        if ours && lines.len() == Key::ALL.len() + 2 {
            Ok(Self { language, lines })
        } else {
            Err(CatalogueError::Keys)
        }
    }

    /// The messages as [`Self::read`] reads them.
    pub fn table(&self) -> String {
        self.lines.join("\n")
    }

    /// The number of the language in the corpus, for its text maps.
    pub fn language(&self) -> usize {
        self.language
    }

    /// The text of a message.
    pub fn get(&self, key: Key) -> &str {
        self.forms(key).next().unwrap_or_default()
    }

    /// The text for a key made of a fixed part and a word of a closed vocabulary, such as `mark.` and a stance.
    pub fn of(&self, area: Key, word: &str) -> &str {
        self.form(area, word).unwrap_or_else(|| self.get(area))
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
        let plural = self.lines.get(1).map_or(&[][..], |line| line.as_bytes());
        let form = match plural.get(if n < PLURAL_TABLE_LEN { n } else { 100 + n % 100 }) {
            Some(b'z') => "zero",
            Some(b'o') => "one",
            Some(b't') => "two",
            Some(b'f') => "few",
            Some(b'm') => "many",
            _ => "other",
        };
        let text = self.form(key, form).or_else(|| self.form(key, "other")).unwrap_or_default();
        let number = self.number(n);
        let mut all = vec![("n", number.as_str())];
        all.extend_from_slice(arguments);
        fill(text, &all)
    }

    /// The text of a message, then names and texts of its forms.
    fn forms(&self, key: Key) -> impl Iterator<Item = &str> {
        self.lines.get(key as usize + 2).map_or("", String::as_str).split(MARK)
    }

    fn form(&self, key: Key, word: &str) -> Option<&str> {
        let mut forms = self.forms(key).skip(1);
        loop {
            // In pairs: a text may be the same word as a name.
            let (name, text) = (forms.next()?, forms.next()?);
            if name == word {
                return Some(text);
            }
        }
    }
}

/// The line of a key: its own text, then its forms; none where it has neither a text nor a form for all other cases.
fn line(key: &str, messages: &[(&str, &str)]) -> Option<String> {
    let own = messages.iter().find(|(name, _)| *name == key);
    let forms: Vec<_> = messages
        .iter()
        .filter_map(|(name, text)| Some((name.strip_prefix(key)?.strip_prefix('.')?, *text)))
        .collect();
    let mut line = String::from(own.map_or("", |(_, text)| text));
    for (form, text) in &forms {
        line.push(MARK);
        line.push_str(form);
        line.push(MARK);
        line.push_str(text);
    }
    (own.is_some() || forms.iter().any(|(form, _)| *form == "other")).then_some(line)
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
    fn a_table_is_read_only_by_the_build_that_wrote_it() {
        let english = english();
        let table = english.table();
        assert_eq!(Catalogue::read(&table, 0), Ok(english));
        let check = |table: &str| assert_eq!(Catalogue::read(table, 0), Err(CatalogueError::Keys));
        check("");
        check(&table.replacen(|digit: char| digit.is_ascii_digit(), "x", 1));
        check(&[table.as_str(), "\nmore"].concat());
        check(table.rsplit_once('\n').unwrap().0);
    }

    #[test]
    fn a_message_and_its_forms_are_one_line() {
        let messages = [("a", "A"), ("a.one", "1"), ("a.other", "2"), ("ab", "B"), ("c.one", "3")];
        let check = |key, expected: Option<&str>| assert_eq!(line(key, &messages).as_deref(), expected);
        check("a", Some("A\tone\t1\tother\t2"));
        check("ab", Some("B"));
        check("b", None);
        check("c", None);
    }

    #[test]
    fn names_the_bad_line_and_the_missing_key() {
        let check = |text: &str, part: &str| {
            let message = Catalogue::parse(text, 0).unwrap_err().to_string();
            assert!(message.contains(part), "{message}");
        };
        check("# fine\nnot a message", "line 2");
        check("a = 'single'", "line 1");
        check("a = \"b\tc\"", "line 1");
        check("a = \"b\"", "no message");
    }
}
