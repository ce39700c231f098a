//! `ids.lock`: every id that addresses out there may hold. Each has to be alive or retired for ever; new ones are added by `corpus check`.
//! A corpus has the file once it is published; before that its ids may change. No opinion about what an id names.

use std::collections::BTreeSet;

use crate::files::{File, Place};
use crate::problem::{Problem, Problems};

pub(crate) const FILE: &str = "ids.lock";
const HEAD: &str = "# Every id that was ever published, one in a line. Added to by `cargo xtask corpus check`; a line never goes away.\n";

/// The ids of a file with their places; what is no id is reported.
fn read<'a>(number: usize, file: &'a File, problems: &Problems) -> Vec<(&'a str, Place)> {
    let mut ids = Vec::new();
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        let id = line.trim();
        let place = Place { file: number, start, end: start + line.trim_end().len() };
        start += line.len();
        if id.is_empty() || id.starts_with('#') {
            continue;
        }
        if crate::text::is_id(id) {
            ids.push((id, place));
        } else {
            let problem =
                Problem::at(place, "this line holds no id").help("one id in a line; `#` begins a remark");
            problems.add(problem);
        }
    }
    ids
}

/// Reports every id that is neither alive nor retired. Gives the file as it should be, with the ids that are `alive` now.
pub(crate) fn check<'a>(
    number: usize,
    file: &'a File,
    alive: impl Iterator<Item = &'a str>,
    retired: &[&str],
    problems: &Problems,
) -> String {
    let alive: BTreeSet<&str> = alive.collect();
    let mut all = alive.clone();
    for (id, place) in read(number, file, problems) {
        all.insert(id);
        if !alive.contains(id) && !retired.contains(&id) {
            let problem = Problem::at(place, format!("`{id}` was published and is gone"));
            let problem = problem.note("an address that names it would lead nowhere");
            problems.add(problem.help(format!(
                "add `[[retired]] id = \"{id}\"` with a note to retired.toml, or give the id back"
            )));
        }
    }
    all.into_iter().fold(HEAD.to_owned(), |text, id| text + id + "\n")
}
