//! The passage of a text that is most like a quotation, and what differs, by words: where the longest run of equal words is, the passage
//! is, and what is between the words that are equal from its start and those to its end differs. No opinion about what counts as a
//! quotation.

use super::{Finding, Verdict};
use crate::search::fold_to;

/// Words by which the passage may be longer or shorter, the most likely first.
const SHIFTS: [isize; 9] = [0, 1, -1, 2, -2, 3, -3, 4, -4];

/// The words of a text, folded as the search folds them.
pub(super) struct Words<'a> {
    text: &'a str,
    folded: String,
    /// The byte of the text that each byte of `folded` comes from.
    from: Vec<usize>,
    /// The byte of `folded` at which each word begins, and where the next one would.
    starts: Vec<usize>,
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let (mut folded, mut from) = (String::new(), Vec::new());
        fold_to(&mut folded, Some(&mut from), text);
        let starts = folded.bytes().enumerate().filter(|(_, b)| *b == b' ').map(|(at, _)| at + 1).collect();
        Self { text, folded, from, starts }
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// From one word to another, each with a space behind it.
    pub(super) fn folded(&self, from: usize, to: usize) -> &str {
        let byte = |word: usize| self.starts.get(word).copied().unwrap_or(self.folded.len());
        self.folded.get(byte(from)..byte(to)).unwrap_or_default()
    }

    /// From one word to another, as the text has them.
    fn printed(&self, from: usize, to: usize) -> String {
        let byte = |at: Option<&usize>| at.and_then(|at| self.from.get(*at)).copied();
        let first = byte(self.starts.get(from));
        // A word ends where the space behind it comes from; the signs before and after it belong to it.
        let end = byte(self.starts.get(to).map(|at| at - 1).as_ref());
        let (Some(mut first), Some(mut end), true) = (first, end, from < to) else { return String::new() };
        let is_sign = |at: usize| self.text.as_bytes().get(at) > Some(&b' ');
        while is_sign(first.wrapping_sub(1)) {
            first -= 1;
        }
        while is_sign(end) {
            end += 1;
        }
        self.text.get(first..end).unwrap_or_default().to_owned()
    }

    /// How many words are equal, from here and there on, or back from there.
    fn run(&self, at: usize, other: &Words<'_>, place: usize, back: bool) -> usize {
        let mut run = 0;
        loop {
            let by = |from: usize| if back { from.wrapping_sub(run + 1) } else { from + run };
            let word = self.folded(by(at), by(at).wrapping_add(1));
            if word.is_empty() || word != other.folded(by(place), by(place).wrapping_add(1)) {
                return run;
            }
            run += 1;
        }
    }

    /// What differs between a quotation and the passage that is most like it.
    pub(super) fn nearest(&self, quotation: &Words<'_>) -> Finding {
        let len = quotation.len();
        let (mut longest, mut guess) = (0, 0);
        for at in 0..self.len() {
            for place in 0..len - longest.min(len) {
                let run = self.run(at, quotation, place, false);
                if run > longest {
                    // Counted from `len` words before the text, where it may begin.
                    (longest, guess) = (run, at + len - place);
                }
            }
        }
        if longest == 0 || longest * 3 < len {
            return Verdict::Absent.into();
        }
        if longest == len {
            return Finding {
                verdict: Verdict::Signs,
                ours: String::new(),
                theirs: self.printed(guess - len, guess),
            };
        }
        let (mut from, mut head, mut to, mut tail) = (0, 0, 0, 0);
        for by in SHIFTS {
            let start = guess.wrapping_add_signed(by).wrapping_sub(len);
            let run = self.run(start, quotation, 0, false);
            if run > head || by == 0 {
                (from, head) = (start, run);
            }
            let end = guess.wrapping_add_signed(by);
            let run = self.run(end, quotation, len, true);
            if run > tail || by == 0 {
                (to, tail) = (end, run);
            }
        }
        // What both runs have is of the first.
        let end = to.min(self.len());
        // The text may begin in the middle of the passage.
        let first = if from > end { 0 } else { from + head };
        tail = tail.min(len - head).min(end.saturating_sub(first));
        Finding {
            verdict: Verdict::Differs,
            ours: quotation.printed(head, len - tail),
            theirs: self.printed(first, end - tail),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(quotation: &str, expected: Option<(&str, &str)>) {
        let text =
            "One two three. The talks could take place in Ovrel, she said on Friday. \"Not now,\" he said.";
        let found = Words::new(text).nearest(&Words::new(quotation));
        let expected = expected.map(|(ours, theirs)| Finding {
            verdict: Verdict::Differs,
            ours: ours.to_owned(),
            theirs: theirs.to_owned(),
        });
        assert_eq!(found, expected.unwrap_or(Verdict::Absent.into()), "{quotation}");
    }

    #[test]
    fn nearest_passage() {
        check("The talks could be held in Ovrel, she said", Some(("be held", "take place")));
        check("The talks take place in Ovrel,", Some(("", "could")));
        check("could really take place in", Some(("really", "")));
        check("take place in Ovrel, she said on Monday", Some(("Monday", "Friday.")));
        check("was it one two three. The talks could", Some(("was it", "")));
        check("wholly other words than these", None);
        check("—", None);
        check("", None);
    }

    #[test]
    fn signs_and_capitals() {
        let check = |quotation: &str, text: &str, expected: &str| {
            let found = Words::new(text).nearest(&Words::new(quotation));
            assert_eq!((found.verdict, &*found.theirs), (Verdict::Signs, expected), "{quotation}");
        };
        check("the talks take place", "So: “The talks take place!” he said.", "“The talks take place!”");
        check("he’s in Genève", "and he's in Geneve,\nshe said", "he's in Geneve,");
    }
}
