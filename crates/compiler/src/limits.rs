//! How much of an article is quoted. No opinion about whether it is quoted well.

use std::ops::Range;

use crate::files::Place;
use crate::model::Limits;
use crate::problem::{Problem, Problems};
use crate::text::words;

/// Number of words in all of these excerpts, overlaps counted once. Ranges are bytes of the source.
pub(crate) fn quoted_words(excerpts: &[(Range<usize>, &str)]) -> usize {
    let mut sorted: Vec<_> = excerpts.iter().collect();
    sorted.sort_by_key(|(range, _)| (range.start, range.end));
    let mut total = 0;
    // The words from the start of a run of overlapping excerpts to the end of the last.
    let (mut run, mut end) = (String::new(), 0);
    for (range, exact) in sorted {
        if range.start > end {
            total += words(&run);
            run.clear();
            end = range.start;
        }
        if range.end > end {
            // A lock that was altered may cut a character; that is reported elsewhere.
            run.push_str(exact.get(end - range.start..).unwrap_or(exact));
            end = range.end;
        }
    }
    total + words(&run)
}

/// Compares one article with the limits.
pub(crate) fn check(article: Place, quoted: usize, body: usize, limits: &Limits, problems: &Problems) {
    let (of, part) = (limits.article_share.1 as usize, limits.article_share.0 as usize);
    let shorten = "quote fewer or shorter excerpts; the limits stand in corpus.toml";
    if quoted > limits.article_words as usize {
        let message =
            format!("{quoted} words of this article are quoted; the limit is {}", limits.article_words);
        problems.add(Problem::at(article, message).help(shorten));
    }
    if quoted * of > body * part {
        let message = format!("{quoted} of the {body} words of this article's body are quoted");
        let problem = Problem::at(article, message);
        problems.add(
            problem.note(format!("the limit is {part} in {of}: {} words", body * part / of)).help(shorten),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::quoted_words;

    fn check(text: &str, ranges: &[(usize, usize)], expected: usize) {
        let excerpts: Vec<_> = ranges.iter().map(|&(from, to)| (from..to, &text[from..to])).collect();
        assert_eq!(quoted_words(&excerpts), expected, "{ranges:?}");
    }

    #[test]
    fn overlaps_count_once() {
        let text = "one two three four five six";
        check(text, &[], 0);
        check(text, &[(0, 7)], 2);
        check(text, &[(0, 7), (0, 7)], 2);
        check(text, &[(0, 7), (4, 13)], 3);
        check(text, &[(4, 13), (0, 7)], 3);
        check(text, &[(0, 27), (4, 13)], 6);
        check(text, &[(0, 7), (19, 27)], 4);
        // Touching inside a word.
        check(text, &[(0, 5), (5, 7)], 2);
    }
}
