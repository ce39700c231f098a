//! The forms of a citation. No opinion about what is in them.

/// A form that another program, or a reader, takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// BibTeX, with the fields of biblatex.
    Bibtex,
    /// RIS.
    Ris,
    /// JSON of the Citation Style Language.
    Csl,
    /// All that is known of the entries, an object for each excerpt.
    Json,
    /// The same as a table, RFC 4180, with cells that no spreadsheet computes.
    Csv,
    /// One line for people.
    Plain,
}

impl Form {
    /// Every form, as they are offered.
    pub const ALL: [Self; 6] = [Self::Plain, Self::Bibtex, Self::Ris, Self::Csl, Self::Csv, Self::Json];
    /// The words for them, which end the names of files.
    const WORDS: [&str; 6] = ["bib", "ris", "csl.json", "json", "csv", "txt"];

    /// The word for it, which ends the name of a file.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// The form for a word; plain text for any other.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|form| form.word() == word).unwrap_or(Self::Plain)
    }

    /// Whether it holds what is known of entries, and is no citation.
    pub const fn is_export(self) -> bool {
        matches!(self, Self::Csv | Self::Json)
    }
}
