//! Finds the exact words of an excerpt in the text of its article. No opinion about how many may be quoted.

use std::ops::Range;

use crate::files::{File, Place};
use crate::model::At;
use crate::nearest;
use crate::problem::{Problem, Problems};

/// What an excerpt says of itself.
#[derive(Debug)]
pub(crate) struct Quote {
    pub(crate) exact: At<String>,
    pub(crate) prefix: Option<At<String>>,
    pub(crate) suffix: Option<At<String>>,
    /// `repeated = true`, where it is written.
    pub(crate) repeated: Option<Place>,
    pub(crate) is_headline: bool,
}

/// The text of an article, and what of it is its own.
#[derive(Clone, Debug)]
pub(crate) struct Text<'a> {
    /// Number of the file among all.
    pub(crate) number: usize,
    pub(crate) file: &'a File,
    /// Bytes of the lines of the body.
    pub(crate) body: Vec<Range<usize>>,
    /// Bytes of the line that prints the headline.
    pub(crate) headline: Option<Range<usize>>,
}

impl Text<'_> {
    pub(crate) fn body_words(&self) -> usize {
        self.body.iter().filter_map(|line| self.file.text.get(line.clone())).map(crate::text::words).sum()
    }

    /// Where a quotation stands, as bytes of the file.
    pub(crate) fn locate(&self, quote: &Quote, problems: &Problems) -> Option<Range<usize>> {
        let lines = if quote.is_headline { self.headline.as_slice() } else { &self.body };
        let found: Vec<_> =
            lines.iter().flat_map(|line| self.matches(line.clone(), &quote.exact.value)).collect();
        let fitting: Vec<_> = found.iter().filter(|range| self.fits(range, quote)).cloned().collect();
        let problem = match (fitting.as_slice(), found.as_slice(), quote.repeated) {
            (_, [], _) => self.not_there(quote),
            ([], [first, ..], _) => self.other_surroundings(quote, first),
            ([only], _, Some(place)) => {
                Problem::at(place, "the words stand once in the body, not repeatedly")
                    .also(self.place(only), "here alone")
                    .help("remove `repeated`")
            }
            ([first, second, ..], _, None) => {
                let message = format!("the words stand {} times in the body", fitting.len());
                let problem = Problem::at(quote.exact.place, message).label("which of them is meant?");
                problem.also(self.place(first), "the first").also(self.place(second), "the second").help(
                    "add a `prefix` or `suffix` that only one has, or `repeated = true` if all are meant",
                )
            }
            ([first, ..], _, _) => match self.cut_word(first) {
                None => return Some(first.clone()),
                Some(word) => Problem::at(quote.exact.place, "the excerpt begins or ends inside a word")
                    .label(format!("the source has `{word}`"))
                    .also(self.place(first), "the source")
                    .help("quote whole words"),
            },
        };
        problems.add(problem);
        None
    }

    fn matches(&self, line: Range<usize>, exact: &str) -> impl Iterator<Item = Range<usize>> {
        let text = self.file.text.get(line.clone()).unwrap_or_default();
        let starts: Vec<_> = text.match_indices(exact).map(|(at, _)| line.start + at).collect();
        let len = exact.len();
        starts.into_iter().map(move |start| start..start + len)
    }

    fn fits(&self, range: &Range<usize>, quote: &Quote) -> bool {
        let before = self.file.text.get(..range.start).unwrap_or_default();
        let after = self.file.text.get(range.end..).unwrap_or_default();
        quote.prefix.as_ref().is_none_or(|prefix| before.ends_with(&prefix.value))
            && quote.suffix.as_ref().is_none_or(|suffix| after.starts_with(&suffix.value))
    }

    /// The word that an end of the range cuts in two.
    fn cut_word(&self, range: &Range<usize>) -> Option<&str> {
        let text = &self.file.text;
        let inside = |at: usize| {
            let (before, after) = (text.get(..at)?, text.get(at..)?);
            let cuts =
                before.chars().next_back()?.is_alphanumeric() && after.chars().next()?.is_alphanumeric();
            let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
            let end = after.find(char::is_whitespace).map_or(text.len(), |len| at + len);
            cuts.then(|| text.get(start..end).map(str::trim)).flatten()
        };
        inside(range.start).or_else(|| inside(range.end))
    }

    pub(crate) fn place(&self, range: &Range<usize>) -> Place {
        Place { file: self.number, start: range.start, end: range.end }
    }

    fn other_surroundings(&self, quote: &Quote, first: &Range<usize>) -> Problem {
        let given = [(&quote.prefix, "prefix"), (&quote.suffix, "suffix")];
        let names: Vec<_> =
            given.iter().filter(|(given, _)| given.is_some()).map(|(_, name)| *name).collect();
        let message = format!("the words stand in the body, but not with this {}", names.join(" and "));
        let place = quote.prefix.as_ref().or(quote.suffix.as_ref()).map_or(quote.exact.place, |at| at.place);
        let problem = Problem::at(place, message).also(self.place(first), "the words stand here");
        problem.help("copy the characters before and after from the source")
    }

    /// Why the words are in none of the lines where they have to be.
    fn not_there(&self, quote: &Quote) -> Problem {
        let (text, exact) = (&self.file.text, &quote.exact);
        let part = if quote.is_headline { "headline" } else { "body" };
        if let Some(at) = text.find(&exact.value) {
            let problem = Problem::at(exact.place, format!("the quotation stands outside the {part}"));
            let help = match (quote.is_headline, self.headline.as_ref()) {
                (true, _) => "`headline = true` is for words of the line that `headline_line` names",
                (false, Some(line)) if line.contains(&at) => {
                    "write `headline = true` if the headline is meant"
                }
                _ => "captions, teasers, appeals and forms cannot be quoted; see `body` of the article",
            };
            return problem.also(self.place(&(at..at + exact.value.len())), "here").help(help);
        }
        let problem = Problem::at(exact.place, format!("the quotation is not in the {part} of its source"));
        let Some(nearest) = nearest::find(text, &exact.value) else {
            let name = self.file.path.file_name().unwrap_or_default().to_string_lossy();
            return problem.note(format!("nothing like it stands in {name}")).help("quote verbatim");
        };
        let there = text.get(nearest.range.clone()).unwrap_or_default();
        let problem = problem.also(self.place(&nearest.range), "the nearest text");
        if there.contains('\n') {
            let lines = (self.file.line_at(nearest.range.start), self.file.line_at(nearest.range.end));
            let note = format!("the nearest text runs over lines {} to {} of the source", lines.0, lines.1);
            let problem = problem.note(note);
            return problem
                .help("an excerpt stands within one line; quote the lines as excerpts of their own");
        }
        let problem = nearest.differences.into_iter().fold(problem, Problem::note);
        problem.help("an excerpt is verbatim and nothing is repaired; copy the words from the source")
    }
}
