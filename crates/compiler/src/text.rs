//! Small questions about words. No opinion about files.

/// Number of words: maximal runs of characters that are not white space.
pub(crate) fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The one of `known` that was probably meant, if any is like `found`.
pub(crate) fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let score = |word: &str| strsim::jaro_winkler(found, word);
    let best = known.into_iter().map(|word| (score(word), word));
    // The first of equals in alphabetical order, so that a report does not depend on the order of a map.
    let best = best.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)));
    best.filter(|(score, _)| *score >= 0.75).map(|(_, word)| word)
}

/// `a`, `b` or `c`.
pub(crate) fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<_> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// Whether it is an id: lower-case ASCII letters, digits and single hyphens, at most 64 characters.
pub(crate) fn is_id(word: &str) -> bool {
    let parts_are_words = word
        .split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
    word.len() <= 64 && parts_are_words
}

/// Whether an address, or the page itself, has a use for the word: `venue=none`, and places in the document (`atlas::state::is_anchor`).
pub(crate) fn is_reserved(word: &str) -> bool {
    matches!(word, "none" | "parley") || word.starts_with("pa-") || word.starts_with("record")
}

/// Whether it has the shape of a BCP 47 tag.
pub(crate) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase()) && parts.all(part)
}

/// Whether it is `#RRGGBB`.
pub(crate) fn is_colour(colour: &str) -> bool {
    colour.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Whether it is an address that a browser can open: http or https, with a host.
pub(crate) fn is_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| !host.is_empty())
        && !address.contains(|c: char| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(test: fn(&str) -> bool, good: &[&str], bad: &[&str]) {
        good.iter().for_each(|word| assert!(test(word), "{word:?} is good"));
        bad.iter().for_each(|word| assert!(!test(word), "{word:?} is bad"));
    }

    #[test]
    fn shapes() {
        check(
            is_id,
            &["a", "a-1", "minsk-2025"],
            &["", "-a", "a-", "a--b", "A", "a_b", "é", &"a".repeat(65)],
        );
        check(is_language, &["en", "en-GB", "zh-Hant-TW"], &["", "EN", "e", "english", "en-", "en_GB"]);
        check(
            is_colour,
            &["#2262AE", "#7aa5f5"],
            &["2262AE", "#2262A", "#2262AEF", "#2262AG", "red", "#éééa"],
        );
        let bad = ["", "ftp://a.b", "https://", "https:///x", "a.b/c", "https://a b", "javascript:alert(1)"];
        check(is_address, &["https://a.b", "http://a.b/c?d#e"], &bad);
    }

    #[test]
    fn the_nearest_word_is_the_one_meant_or_none() {
        let known = ["geneva", "istanbul", "minsk"];
        assert_eq!(nearest("minks", known), Some("minsk"));
        assert_eq!(nearest("instanbul", known), Some("istanbul"));
        assert_eq!(nearest("qqq", known), None);
    }
}
