//! A text without what differs between copies of the same words: line breaks and runs of spaces, kinds of quotation marks and dashes,
//! characters that are not seen. No opinion about which copy is right.

/// What two copies of the same words differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum But {
    /// Line breaks, kinds and numbers of spaces.
    Spaces,
    /// Quotation marks and apostrophes.
    Marks,
    /// Dashes and hyphens.
    Dashes,
    /// Characters that are not seen.
    Unseen,
    /// One letter with its accent, or a letter and an accent.
    Composed,
    /// The words before or after.
    Around,
}

/// All that [`plain`] makes plain.
pub(super) const ALL: u8 = 0b1111;
const KINDS: [But; 4] = [But::Spaces, But::Marks, But::Dashes, But::Unseen];

impl But {
    /// The word in message keys.
    pub fn word(self) -> &'static str {
        ["spaces", "marks", "dashes", "unseen", "composed", "around"][self as usize]
    }

    /// What two texts differ in that are the same when they are made plain.
    pub(super) fn between(a: &str, b: &str) -> Vec<Self> {
        let differ = |kind: &But| {
            let without = ALL & !(1 << *kind as u8);
            plain(a, without) != plain(b, without)
        };
        KINDS.into_iter().filter(differ).collect()
    }
}

/// The text, made plain in the kinds of `kinds`.
pub(super) fn plain(text: &str, kinds: u8) -> String {
    let mut out = String::with_capacity(text.len());
    each(text, kinds, &mut |_, c| {
        out.push(c);
        true
    });
    out
}

/// Where in `text` the byte stands that is byte number `at` of the text made plain in all kinds.
pub(super) fn offset(text: &str, at: usize) -> usize {
    let (mut passed, mut found) = (0, text.len());
    each(text, ALL, &mut |byte, c| {
        let there = passed >= at;
        if there {
            found = byte;
        }
        passed += c.len_utf8();
        !there
    });
    found
}

/// Calls `act` with every plain character and where it comes from, until it says no.
fn each(text: &str, kinds: u8, act: &mut dyn FnMut(usize, char) -> bool) {
    let is = |kind: But| kinds >> kind as u8 & 1 == 1;
    let mut after_space = true;
    for (at, c) in text.char_indices() {
        let (kind, plain) = match c {
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => (But::Unseen, '\0'),
            '“'..='‟' | '«' | '»' => (But::Marks, '"'),
            '‘'..='‛' | 'ʼ' | '`' | '´' => (But::Marks, '\''),
            '‐'..='―' | '−' => (But::Dashes, '-'),
            c if c.is_whitespace() => (But::Spaces, ' '),
            c => (But::Around, c),
        };
        let c = if is(kind) { plain } else { c };
        let skipped = is(kind) && (c == '\0' || c == ' ' && after_space);
        if !skipped {
            after_space = c == ' ';
            if !act(at, c) {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn kinds_are_told_apart() {
        let check = |a: &str, b: &str, expected: &[But]| {
            assert_eq!(plain(a, ALL), plain(b, ALL), "{a:?} {b:?}");
            assert_eq!(But::between(a, b), expected, "{a:?} {b:?}");
        };
        check("one two", "one two", &[]);
        check("one two", "one\n\u{a0} two", &[But::Spaces]);
        check("“one’s”", "\"one's\"", &[But::Marks]);
        check("«one»", "„one”", &[But::Marks]);
        check("one – two", "one — two", &[But::Dashes]);
        check("one", "o\u{200b}n\u{ad}e", &[But::Unseen]);
        check("“one” – two", "\"one\"\n- two", &[But::Spaces, But::Marks, But::Dashes]);
    }

    proptest! {
        #[test]
        fn an_offset_leads_back(text in "[a“ \n\u{200b}é–]{0,30}") {
            let plain = plain(&text, ALL);
            for (at, c) in plain.char_indices() {
                let from = text[offset(&text, at)..].chars().next().unwrap();
                prop_assert_eq!(super::plain(&format!("a{from}"), ALL).chars().last().unwrap(), c);
            }
        }
    }
}
