//! The line ranges of an article's body. No opinion about words.

use std::ops::RangeInclusive;

use crate::files::File;
use crate::model::At;
use crate::problem::{Problem, Problems};
use crate::table::Value;

/// Line numbers from 1, in order, without overlaps.
pub(super) type Lines = Vec<At<RangeInclusive<usize>>>;

/// Reads `["7-29", "33-49"]`.
pub(super) fn read(value: Value<'_>) -> Option<Lines> {
    let items = value.items()?;
    if items.is_empty() {
        return value.bad("`body` has no range", "name the lines of the body, such as `[\"7-29\"]`");
    }
    let mut last = 0;
    let mut lines = Vec::new();
    let mut good = true;
    for item in items {
        let Some(text) = item.string() else {
            good = false;
            continue;
        };
        let numbers = text
            .value
            .split_once('-')
            .and_then(|(first, last)| Some((first.parse::<usize>().ok()?, last.parse::<usize>().ok()?)));
        let message = match numbers {
            Some((first, end)) if first >= 1 && first <= end && first > last => {
                last = end;
                lines.push(At { value: first..=end, place: text.place });
                continue;
            }
            Some((first, end)) if first >= 1 && first <= end => "the range begins before the end of the last",
            Some(_) => "the range does not run from a first to a last line",
            None => "this is no range of lines",
        };
        let help = "a range is `\"first-last\"`, lines counted from 1, both included; ranges in order";
        item.bad::<()>(format!("{message}: `{}`", text.value), help);
        good = false;
    }
    good.then_some(lines)
}

/// Reports every line number that the source does not have; `None` where there is any.
pub(super) fn within(lines: &Lines, file: &File, problems: &Problems) -> Option<Vec<std::ops::Range<usize>>> {
    let mut ranges = Vec::new();
    let mut good = true;
    for range in lines {
        if *range.value.end() > file.lines() {
            let name = file.path.file_name().unwrap_or_default().to_string_lossy();
            let message = format!("the body goes on to line {}, outside the source", range.value.end());
            let problem = Problem::at(range.place, message);
            problems.add(problem.help(format!("{name} has {} lines", file.lines())));
            good = false;
        }
        ranges.extend(range.value.clone().filter_map(|number| file.line_range(number)));
    }
    good.then_some(ranges)
}
