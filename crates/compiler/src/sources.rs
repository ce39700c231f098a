//! The texts that the articles name, read once. No opinion about what is quoted from them.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use crate::files::{self, File, Role};
use crate::problem::{Problem, Problems};

/// The texts of the articles.
#[derive(Debug)]
pub(crate) struct Sources {
    /// Number of the first among all files.
    first: usize,
    pub(crate) files: Vec<File>,
    /// `None` where the file is there and no text.
    by_name: BTreeMap<String, Option<usize>>,
    /// What the folder has, for suggestions.
    in_folder: Vec<String>,
}

impl Sources {
    /// Reads the texts of these names.
    pub(crate) fn read<'n>(
        dir: &Path,
        names: impl Iterator<Item = &'n str>,
        first: usize,
        problems: &Problems,
    ) -> Self {
        let mut sources = Self { first, files: Vec::new(), by_name: BTreeMap::new(), in_folder: Vec::new() };
        match files::names_in(dir) {
            Ok(in_folder) => sources.in_folder = in_folder,
            Err(error) => {
                let problem =
                    Problem::of_file(dir, format!("the folder of the texts cannot be read: {error}"));
                problems.add(problem.help("name the folder that holds the texts of the articles"));
            }
        }
        for name in names.filter(|name| is_below(name)) {
            let path = dir.join(name);
            if path.is_file() && !sources.by_name.contains_key(name) {
                let file = files::read(path, Role::Source, problems);
                let number = file.is_some().then_some(sources.files.len());
                sources.by_name.insert(name.to_owned(), number);
                sources.files.extend(file);
            }
        }
        sources
    }

    /// A text and its number among all files.
    pub(crate) fn find(&self, name: &str) -> Option<(usize, &File)> {
        let number = (*self.by_name.get(name)?)?;
        Some((self.first + number, self.files.get(number)?))
    }

    /// Whether the file is there and could not be read, which was reported.
    pub(crate) fn is_unreadable(&self, name: &str) -> bool {
        self.by_name.get(name).is_some_and(Option::is_none)
    }

    /// The names of the files in the folder.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.in_folder.iter().map(String::as_str)
    }
}

/// Whether a file name stays below the folder that it is joined to.
pub(crate) fn is_below(name: &str) -> bool {
    Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}
