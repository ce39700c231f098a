//! Text fragments: the part of an address that opens a page at the words of an excerpt, `#:~:text=prefix-,start,end,-suffix`.
//! Source: WICG, "URL Fragment Text Directives". No opinion about which article has an address.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A longer quotation is named by its first and last words: addresses have their limits.
const LONG_CHARS: usize = 300;
const WORDS: usize = 6;
/// A dash, a comma and an ampersand part a directive; everything that is no letter or digit is encoded, but for these.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');

/// What a directive says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fragment {
    prefix: String,
    start: String,
    end: String,
    suffix: String,
}

impl Fragment {
    /// Of the exact words, with what stands before and after them in the source where that is needed to find them.
    pub(crate) fn of(exact: &str, prefix: &str, suffix: &str) -> Self {
        let words: Vec<&str> = exact.split_whitespace().collect();
        let (start, end) = if exact.chars().count() > LONG_CHARS && words.len() > 2 * WORDS {
            (words[..WORDS].join(" "), words[words.len() - WORDS..].join(" "))
        } else {
            (words.join(" "), String::new())
        };
        // A browser compares whole words: those that the characters given may have cut are left out.
        let prefix = match prefix.split_once(char::is_whitespace) {
            Some((_, rest)) if !rest.trim().is_empty() => rest,
            _ => prefix,
        };
        let suffix = match suffix.rsplit_once(char::is_whitespace) {
            Some((rest, _)) if !rest.trim().is_empty() => rest,
            _ => suffix,
        };
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { prefix: one_line(prefix), start, end, suffix: one_line(suffix) }
    }

    /// What follows `:~:text=`.
    pub(crate) fn directive(&self) -> String {
        let encoded = |text: &str| utf8_percent_encode(text, ENCODED).to_string();
        let mut parts = Vec::new();
        if !self.prefix.is_empty() {
            parts.push(encoded(&self.prefix) + "-");
        }
        parts.push(encoded(&self.start));
        if !self.end.is_empty() {
            parts.push(encoded(&self.end));
        }
        if !self.suffix.is_empty() {
            parts.push("-".to_owned() + &encoded(&self.suffix));
        }
        parts.join(",")
    }

    /// At how many places of a text a browser would find it: whole words, whatever their case, accents and spaces.
    pub(crate) fn places(&self, text: &str) -> usize {
        let (text, prefix, start) = (plain(text), plain(&self.prefix), plain(&self.start));
        let (end, suffix) = (plain(&self.end), plain(&self.suffix));
        let whole = |from: usize, to: usize| !is_inside(&text, from) && !is_inside(&text, to);
        let follows = |at: usize| text[at..].trim_start().starts_with(suffix.as_str());
        let begins = occurrences(&text, &start).filter(|&at| {
            let (before, to) = (text[..at].trim_end(), at + start.len());
            let ends = || {
                occurrences(&text, &end)
                    .any(|at| at >= to && whole(at, at + end.len()) && follows(at + end.len()))
            };
            whole(at, to)
                && before.ends_with(prefix.as_str())
                && !is_inside(&text, before.len() - prefix.len())
                && if end.is_empty() { follows(to) } else { ends() }
        });
        begins.count()
    }
}

/// Without case, accents, and differences of spaces.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// Where a pattern stands, also where one place laps over another.
fn occurrences<'a>(text: &'a str, pattern: &'a str) -> impl Iterator<Item = usize> {
    text.char_indices().map(|(at, _)| at).filter(move |at| text[*at..].starts_with(pattern))
}

/// Whether a place is inside a word.
fn is_inside(text: &str, at: usize) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    is_letter(text[..at].chars().next_back()) && is_letter(text[at..].chars().next())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Reads a directive as the standard says, written apart from what writes it.
    fn read(directive: &str) -> Fragment {
        let decoded =
            |part: &str| percent_encoding::percent_decode_str(part).decode_utf8().unwrap().into_owned();
        let mut parts: Vec<&str> = directive.split(',').collect();
        let prefix = parts.first().and_then(|part| part.strip_suffix('-')).map(decoded);
        if prefix.is_some() {
            parts.remove(0);
        }
        let suffix = parts.last().and_then(|part| part.strip_prefix('-')).map(decoded);
        if suffix.is_some() {
            parts.pop();
        }
        assert!((1..=2).contains(&parts.len()), "{directive}");
        let end = parts.get(1).map(|part| decoded(part)).unwrap_or_default();
        Fragment {
            prefix: prefix.unwrap_or_default(),
            start: decoded(parts[0]),
            end,
            suffix: suffix.unwrap_or_default(),
        }
    }

    #[test]
    fn what_parts_a_directive_is_encoded() {
        let check = |(exact, prefix, suffix), expected: &str| {
            assert_eq!(Fragment::of(exact, prefix, suffix).directive(), expected);
        };
        check(("could host", "", ""), "could%20host");
        check(("a-b, c & d", "", ""), "a%2Db%2C%20c%20%26%20d");
        check(("vote", "ean Assembly is to ", " on May 2."), "Assembly%20is%20to-,vote,-on%20May");
        check(("vote", "to ", " on"), "to-,vote,-on");
        check(("“Київ”", "", ""), "%E2%80%9C%D0%9A%D0%B8%D1%97%D0%B2%E2%80%9D");
        let long = ["word"; 80].join(" ");
        let ends = ["word"; 6].join("%20");
        check((&long, "", ""), &format!("{ends},{ends}"));
    }

    #[test]
    fn counted_as_a_browser_searches() {
        let text = "The host. Hosts meet: the  HÓST\nand the host, and\u{a0}so on. To host is to give.";
        let check = |exact, prefix, suffix, expected| {
            assert_eq!(Fragment::of(exact, prefix, suffix).places(text), expected, "{prefix}{exact}{suffix}");
        };
        check("host", "", "", 4);
        check("the host", "", "", 3);
        check("host", "To ", "", 1);
        check("host", "the ", "", 3);
        check("the host", "", " and so", 1);
        check("the host", "", ", and so", 1);
        check("the host", "", " of", 0);
        check("hos", "", "", 0);
        check("nowhere", "", "", 0);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(exact in "[a-z ,&=#%“”é\\-]{1,40}[a-z]", prefix in ".{0,20}", suffix in ".{0,20}") {
            let fragment = Fragment::of(&exact, &prefix, &suffix);
            prop_assert_eq!(read(&fragment.directive()), fragment);
        }

        #[test]
        fn whole_words_are_found_where_they_stand(words in prop::collection::vec("[a-zA-Zé]{1,3}", 3..40), at: prop::sample::Index, len in 1_usize..8) {
            let from = at.index(words.len());
            let to = (from + len).min(words.len());
            let text = words.join(" ");
            let (before, after) = (words[..from].join(" ") + " ", " ".to_owned() + &words[to..].join(" "));
            let exact = words[from..to].join(" ");
            prop_assert!(Fragment::of(&exact, "", "").places(&text) >= 1);
            prop_assert!(Fragment::of(&exact, &before, &after).places(&text) >= 1);
        }
    }
}
