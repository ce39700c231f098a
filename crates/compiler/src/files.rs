//! The files of a corpus as text, and places in them. No opinion about what stands in them.
//!
//! Places are byte ranges; lines and columns are counted from 1 where they are shown, columns in characters.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::problem::{Problem, Problems};

/// A byte range in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) file: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Which of the files of a corpus it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Corpus,
    Venues,
    Actors,
    Article,
    Entries,
    Retired,
    Lock,
    Ids,
    /// The text of an article, not a part of the corpus.
    Source,
}

/// A file that was read.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) path: PathBuf,
    pub(crate) role: Role,
    pub(crate) text: String,
    line_starts: Vec<usize>,
}

impl File {
    pub(crate) fn new(path: PathBuf, role: Role, text: String) -> Self {
        let starts = text.match_indices('\n').map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(starts).collect();
        Self { path, role, text, line_starts }
    }

    /// Number of the line at a byte, from 1.
    pub(crate) fn line_at(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= byte)
    }

    /// Number of the column at a byte, from 1.
    pub(crate) fn column_at(&self, byte: usize) -> usize {
        let start = self.line_range(self.line_at(byte)).map_or(0, |line| line.start);
        self.text.get(start..byte).map_or(1, |before| before.chars().count() + 1)
    }

    /// Number of lines; a final line break opens no further line.
    pub(crate) fn lines(&self) -> usize {
        self.line_starts.len() - usize::from(self.text.ends_with('\n') || self.text.is_empty())
    }

    /// The bytes of line `number`, from 1, without its line break.
    pub(crate) fn line_range(&self, number: usize) -> Option<std::ops::Range<usize>> {
        let start = *self.line_starts.get(number.checked_sub(1)?)?;
        let end = self.line_starts.get(number).map_or(self.text.len(), |next| next - 1);
        Some(start..end)
    }
}

const SINGLE: [(&str, Role, bool); 6] = [
    ("corpus.toml", Role::Corpus, true),
    ("venues.toml", Role::Venues, true),
    ("actors.toml", Role::Actors, true),
    ("retired.toml", Role::Retired, false),
    (crate::lock::FILE, Role::Lock, false),
    (crate::shipped::FILE, Role::Ids, false),
];
const FOLDERS: [(&str, Role, &str); 2] = [
    ("articles", Role::Article, "one article in each file"),
    ("entries", Role::Entries, "[[statement]] and [[event]] in any number of files"),
];

/// Reads every file of the corpus in `dir`, in an order that depends on nothing but their names.
pub(crate) fn read_corpus(dir: &Path, problems: &Problems) -> Vec<File> {
    let found = match names_in(dir) {
        Ok(found) => found,
        Err(error) => {
            let message = format!("the corpus folder cannot be read: {error}");
            problems.add(Problem::of_file(dir, message).help("name a folder with a corpus.toml in it"));
            return Vec::new();
        }
    };
    if found.is_empty() {
        let help =
            "a corpus has corpus.toml, venues.toml, actors.toml, articles/ and entries/; see docs/CORPUS.md";
        problems.add(Problem::of_file(dir, "the corpus folder is empty").help(help));
        return Vec::new();
    }
    let mut files = Vec::new();
    for (name, role, needed) in SINGLE {
        if found.iter().any(|other| other == name) {
            files.extend(read(dir.join(name), role, problems));
        } else if needed {
            let problem = Problem::of_file(&dir.join(name), format!("{name} is missing"));
            problems.add(problem.help(format!("write {name}; every corpus has one, see docs/CORPUS.md")));
        }
    }
    for (name, role, holds) in FOLDERS {
        let folder = dir.join(name);
        let names = names_in(&folder).unwrap_or_default();
        let toml: Vec<_> = names.iter().filter(|name| name.ends_with(".toml")).collect();
        if toml.is_empty() {
            let problem = Problem::of_file(&folder, format!("{name}/ has no TOML file"));
            problems.add(problem.help(format!("{name}/*.toml: {holds}")));
        }
        files.extend(toml.into_iter().filter_map(|name| read(folder.join(name), role, problems)));
    }
    for name in found.iter().filter(|name| name.ends_with(".toml")) {
        if !SINGLE.iter().any(|(known, ..)| known == name) {
            let nearest = crate::text::nearest(name, SINGLE.iter().map(|(known, ..)| *known));
            let help = nearest
                .map_or("move it below articles/ or entries/, or remove it".to_owned(), |known| {
                    format!("did you mean `{known}`?")
                });
            problems.add(Problem::of_file(&dir.join(name), "a corpus has no file of this name").help(help));
        }
    }
    files
}

/// Reads one file that has to be UTF-8.
pub(crate) fn read(path: PathBuf, role: Role, problems: &Problems) -> Option<File> {
    match fs::read(&path).map(String::from_utf8) {
        Ok(Ok(text)) => Some(File::new(path, role, text)),
        Ok(Err(error)) => {
            let valid = error.utf8_error().valid_up_to();
            let line = error.as_bytes().iter().take(valid).filter(|&&byte| byte == b'\n').count() + 1;
            let byte = error.as_bytes().get(valid).copied().unwrap_or_default();
            let message = format!("not UTF-8: byte 0x{byte:02X} in line {line} belongs to no character");
            problems.add(Problem::of_line(&path, line, message).help("save the file as UTF-8"));
            None
        }
        Err(error) => {
            problems.add(Problem::of_file(&path, format!("the file cannot be read: {error}")));
            None
        }
    }
}

pub(crate) fn names_in(dir: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    Ok(names)
}
