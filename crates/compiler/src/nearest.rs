//! Where a phrase that is not in a text was probably meant to be: approximate matching by words.
//! No opinion about which part of the text may be quoted.
//!
//! This is Sellers' algorithm (1980): the edit distance of the phrase to every stretch of the text at once, O(words x words).

use std::ops::Range;

/// The stretch of a text that is most like a phrase.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Nearest {
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    /// What differs, in words for people; empty where nothing but line breaks does.
    pub(crate) differences: Vec<String>,
}

const ALIKE: u32 = 1;
const OTHER: u32 = 3;
/// A word too many or too few: a little worse than another word, so that a changed word is told as one.
const GAP: u32 = 4;
/// Worse than this share of the worst distance is no likeness.
const LIMIT_PERCENT: u32 = 55;
const SHOWN: usize = 4;

#[derive(Debug)]
struct Word<'a> {
    text: &'a str,
    start: usize,
    /// Letters and digits alone, in lower case: equal for words that differ in marks only.
    plain: String,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let base = text.as_ptr() as usize;
    let plain =
        |word: &str| word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    text.split_whitespace()
        .map(|word| Word { text: word, start: word.as_ptr() as usize - base, plain: plain(word) })
        .collect()
}

fn cost(a: &Word<'_>, b: &Word<'_>) -> u32 {
    if a.text == b.text {
        0
    } else if a.plain == b.plain && !a.plain.is_empty() {
        ALIKE
    } else {
        OTHER
    }
}

/// The stretch of `text` that is most like `phrase`, unless nothing is.
pub(crate) fn find(text: &str, phrase: &str) -> Option<Nearest> {
    let (text_words, phrase_words) = (words(text), words(phrase));
    let (rows, columns) = (phrase_words.len() + 1, text_words.len() + 1);
    let mut cells = vec![0_u32; rows * columns];
    let at = |row: usize, column: usize| row * columns + column;
    for (row, wanted) in (1..).zip(&phrase_words) {
        cells[at(row, 0)] = row as u32 * GAP;
        for (column, there) in (1..).zip(&text_words) {
            let replaced = cells[at(row - 1, column - 1)] + cost(wanted, there);
            let missing = cells[at(row - 1, column)] + GAP;
            let added = cells[at(row, column - 1)] + GAP;
            cells[at(row, column)] = replaced.min(missing).min(added);
        }
    }
    let last = rows - 1;
    if last == 0 {
        return None;
    }
    let end = (1..columns).min_by_key(|&column| cells[at(last, column)])?;
    if cells[at(last, end)] * 100 > last as u32 * OTHER * LIMIT_PERCENT {
        return None;
    }
    // Back from the best end to its start, noting what was done to get there.
    let (mut row, mut column) = (last, end);
    let mut pairs = Vec::new();
    while row > 0 {
        let here = cells[at(row, column)];
        let wanted = &phrase_words[row - 1];
        if column > 0 && here == cells[at(row - 1, column - 1)] + cost(wanted, &text_words[column - 1]) {
            (row, column) = (row - 1, column - 1);
            pairs.push((wanted.text, text_words[column].text));
        } else if here == cells[at(row - 1, column)] + GAP {
            row -= 1;
            pairs.push((wanted.text, ""));
        } else {
            column -= 1;
            pairs.push(("", text_words[column].text));
        }
    }
    pairs.reverse();
    let (first, last) = (text_words.get(column)?, text_words.get(end - 1)?);
    let range = first.start..(last.start + last.text.len()).max(first.start);
    let mut differences = differences(&pairs);
    if differences.is_empty() {
        differences.extend(first_difference(phrase, text.get(range.clone())?));
    }
    Some(Nearest { range, differences })
}

/// One line for each run of words that differ.
fn differences(pairs: &[(&str, &str)]) -> Vec<String> {
    let runs = pairs.chunk_by(|a, b| (a.0 == a.1) == (b.0 == b.1)).filter(|run| run[0].0 != run[0].1);
    let mut lines: Vec<_> = runs
        .map(|run| {
            let wanted: Vec<_> = run.iter().map(|pair| pair.0).filter(|word| !word.is_empty()).collect();
            let there: Vec<_> = run.iter().map(|pair| pair.1).filter(|word| !word.is_empty()).collect();
            let (wanted, there) = (wanted.join(" "), there.join(" "));
            match (wanted.as_str(), there.as_str()) {
                (wanted, "") => format!("`{wanted}` is not in the source"),
                ("", there) => format!("the source has `{there}` besides"),
                _ => {
                    let marks =
                        first_difference(&wanted, &there).filter(|_| letters(&wanted) == letters(&there));
                    let marks = marks.map(|marks| format!(": {marks}")).unwrap_or_default();
                    format!("the source has `{there}` instead of `{wanted}`{marks}")
                }
            }
        })
        .collect();
    if lines.len() > SHOWN {
        let more = lines.len() - SHOWN;
        lines.truncate(SHOWN);
        lines.push(format!("and {more} more differences"));
    }
    lines
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Names the first character that differs: quotation marks and spaces of several kinds look alike. Line breaks are told elsewhere.
fn first_difference(wanted: &str, there: &str) -> Option<String> {
    let pair = wanted.chars().zip(there.chars()).find(|(a, b)| a != b)?;
    let name = |c: char| {
        let code = u32::from(c);
        if c.is_whitespace() { format!("U+{code:04X}") } else { format!("U+{code:04X} {c}") }
    };
    (pair.1 != '\n').then(|| format!("{} stands there, not {}", name(pair.1), name(pair.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "One two three.\n\nThe talks could take place in Ovrel, she said on\u{a0}Friday. “Not now,” he said.";

    fn check(phrase: &str, expected: Option<&str>, differences: &[&str]) {
        let found = find(TEXT, phrase);
        assert_eq!(found.as_ref().and_then(|found| TEXT.get(found.range.clone())), expected, "{phrase}");
        assert_eq!(found.map(|found| found.differences).unwrap_or_default(), differences, "{phrase}");
    }

    #[test]
    fn nearest_stretch() {
        check(
            "The talks could be held in Ovrel, she said",
            Some("The talks could take place in Ovrel, she said"),
            &["the source has `take place` instead of `be held`"],
        );
        check(
            "The talks take place in Ovrel,",
            Some("The talks could take place in Ovrel,"),
            &["the source has `could` besides"],
        );
        check("could really take place in", Some("could take place in"), &["`really` is not in the source"]);
        check("said on Friday.", Some("said on\u{a0}Friday."), &["U+00A0 stands there, not U+0020"]);
        check(
            "\"Not now,\" he said.",
            Some("“Not now,” he said."),
            &["the source has `“Not now,”` instead of `\"Not now,\"`: U+201C “ stands there, not U+0022 \""],
        );
        check("two three. The talks", Some("two three.\n\nThe talks"), &[]);
        check("wholly other words than these", None, &[]);
        check("", None, &[]);
    }
}
