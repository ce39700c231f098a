//! Whether what is given "as printed" is printed: headline, outlet, authors, place names, the words of a date.
//! No opinion about excerpts.

use crate::locate::Text;
use crate::model::{At, Dated};
use crate::nearest;
use crate::problem::{Problem, Problems};

/// Reports `words` unless one of `texts` has them verbatim. Without texts nothing is known and nothing is reported.
pub(crate) fn check(what: &str, words: &At<String>, texts: &[&Text<'_>], problems: &Problems) {
    let is_printed = texts.iter().any(|text| text.file.text.contains(&words.value));
    if is_printed || texts.is_empty() {
        return;
    }
    let plural = if texts.len() == 1 { "its source" } else { "any of its sources" };
    let problem = Problem::at(words.place, format!("{what} `{}` is not printed in {plural}", words.value));
    let mut problem =
        problem.help("give it as the text prints it; leave it out where the text does not have it");
    let nearest = texts.iter().find_map(|text| Some((text, nearest::find(&text.file.text, &words.value)?)));
    if let Some((text, found)) = nearest {
        problem = problem.also(text.place(&found.range), "the nearest text");
        problem = found.differences.into_iter().fold(problem, Problem::note);
    }
    problems.add(problem);
}

/// The words and the time of day that a date is given with.
pub(crate) fn check_date(date: &Dated, texts: &[&Text<'_>], problems: &Problems) {
    for words in date.printed.iter().chain(&date.time) {
        check("the date", words, texts, problems);
    }
}
