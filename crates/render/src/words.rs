//! JavaScript as words and what stands between them. No opinion about which words mean something: those in strings are words too.

/// The text with words replaced: `name` is given all of the text before the word and the word, and gives the new one, if any.
pub fn replace<'a>(text: &'a str, mut name: impl FnMut(&'a str, &'a str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let (between, after) = rest.split_at(start);
        let (word, after) = after.split_at(after.find(|c| !is_part(c)).unwrap_or(after.len()));
        out.push_str(between);
        let before = &text[..text.len() - after.len() - word.len()];
        match name(before, word) {
            Some(new) => out.push_str(&new),
            None => out.push_str(word),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Whether it is one word.
pub fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_part)
}

/// The shortest words in turn: `a` to `z`, `ba`, `bb` and so on.
pub fn short(number: usize) -> String {
    let last = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => last.to_string(),
        rest => format!("{}{last}", short(rest)),
    }
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_replaced() {
        fn check(text: &str, expected: &str) {
            assert_eq!(
                replace(text, |before, word| (word == "a" && !before.ends_with('.')).then(|| "b".to_owned())),
                expected
            );
        }
        check("", "");
        check("a", "b");
        check("a.a(a1, $a, a_a, a)", "b.a(a1, $a, a_a, b)");
        check("é a", "é b");
    }

    #[test]
    fn short_words_differ() {
        fn check(number: usize, expected: &str) {
            assert_eq!(short(number), expected);
        }
        check(0, "a");
        check(25, "z");
        check(26, "ba");
        check(26 * 26, "baa");
    }
}
