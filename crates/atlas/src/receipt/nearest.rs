//! The passage of a text that is most like a quotation, and what differs, by words. Where it begins is guessed from the words that both
//! have; near that guess, the longest run of equal words from the start and that to the end are the same, and what is between them
//! differs. No opinion about what counts as a quotation.

use super::Finding;

/// Words around the guess at which the passage may begin or end.
const ROOM: usize = 8;

/// A plain text, cut into words.
pub(super) struct Passages<'a> {
    /// Each with a number, which is the same for words that differ in case or in signs.
    pub(super) words: Vec<(&'a str, u32)>,
}

fn number(word: &str) -> u32 {
    let letters = word.chars().filter(|c| c.is_ascii_alphanumeric() || *c > '\u{bf}');
    letters.fold(0x811c_9dc5, |sum, c| (sum ^ c.to_ascii_lowercase() as u32).wrapping_mul(0x0100_0193))
}

impl<'a> Passages<'a> {
    pub(super) fn new(plain: &'a str) -> Self {
        Self { words: plain.split(' ').map(|word| (word, number(word))).collect() }
    }

    /// What differs between a plain quotation and the passage that is most like it; none where less than half is the same.
    pub(super) fn nearest(&self, quotation: &str) -> Option<Finding> {
        let (words, quoted) = (&self.words, &Passages::new(quotation).words);
        let len = quoted.len();
        // Each word that both have votes for where the quotation would begin, counted from `len` words before the text.
        let mut votes = vec![0_u32; words.len() + len + 1];
        for (at, word) in words.iter().enumerate() {
            for (place, known) in quoted.iter().enumerate() {
                if known.1 == word.1 {
                    votes[at + len - place] += 1;
                }
            }
        }
        let (mut guess, mut most) = (0, 0);
        // With a word more or less in it, the two parts of a passage vote for neighbours.
        for (at, near) in votes.windows(3).enumerate() {
            let sum = near[0] + 2 * near[1] + near[2];
            if sum > most {
                (guess, most) = (at + 1, sum);
            }
        }
        if (most as usize) < len {
            return None;
        }
        // Words that differ in signs alone, as those at the ends may, count as the same unless nothing else differs.
        let differs = |strict| {
            let same = |at: usize, place: usize| {
                let (there, wanted) = (words.get(at.wrapping_sub(len)), quoted.get(place));
                there.zip(wanted).is_some_and(|(a, b)| if strict { a.0 == b.0 } else { a.1 == b.1 })
            };
            let (mut from, mut head, mut to, mut tail) = (guess, 0, guess + len, 0);
            for by in 0..=2 * ROOM {
                // The guess itself, then ever farther from it.
                let by = if by % 2 == 0 { by / 2 } else { (by / 2 + 1).wrapping_neg() };
                let (first, end) = (guess.wrapping_add(by), (guess + len).wrapping_add(by));
                let run = (0..len).take_while(|n| same(first.wrapping_add(*n), *n)).count();
                if run > head {
                    (from, head) = (first, run);
                }
                let run = (1..=len).take_while(|n| same(end.wrapping_sub(*n), len - n)).count();
                if run > tail {
                    (to, tail) = (end, run);
                }
            }
            // What both runs have is of the first.
            tail = tail.min(len - head).min(to.saturating_sub(from + head));
            let text = |words: Option<&[(&str, u32)]>| {
                let words: Vec<&str> = words.unwrap_or_default().iter().map(|word| word.0).collect();
                words.join(" ")
            };
            let there = (from + head).saturating_sub(len)..(to - tail).saturating_sub(len).min(words.len());
            (text(quoted.get(head..len - tail)), text(words.get(there)))
        };
        let mut found = differs(false);
        if found.0.is_empty() && found.1.is_empty() {
            found = differs(true);
        }
        Some(Finding::Differs(found.0, found.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(quotation: &str, expected: Option<(&str, &str)>) {
        let text =
            "One two three. The talks could take place in Ovrel, she said on Friday. \"Not now,\" he said.";
        let found = Passages::new(text).nearest(quotation);
        let expected = expected.map(|(ours, theirs)| Finding::Differs(ours.to_owned(), theirs.to_owned()));
        assert_eq!(found, expected, "{quotation}");
    }

    #[test]
    fn nearest_passage() {
        check("The talks could be held in Ovrel, she said", Some(("be held", "take place")));
        check("The talks take place in Ovrel,", Some(("", "could")));
        check("could really take place in", Some(("really", "")));
        check("take place in Ovrel, she said on Monday", Some(("Monday", "Friday.")));
        check("was it one two three. The talks could", Some(("was it", "")));
        check("the talks could take place", Some(("the", "The")));
        check("wholly other words than these", None);
    }
}
