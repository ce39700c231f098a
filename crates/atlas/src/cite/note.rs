//! What a citation says in words: how a date is known, what became of the article, what is shown of the collection. No opinion about
//! forms.

use super::fields::{AUTHORS, CHAIN, ENTRY, EXCERPT, Rows};
use crate::model::Dated;
use crate::words::{Catalogue, Key};

/// A sentence, and the field without which it is left out.
pub(super) type Sentence = (Key, &'static str);

/// Of an excerpt: through whom it came, how its date is known, what became of its article, and where it was found. The first one, of this
/// and the other, stands only in what people read.
pub(super) const OF_EXCERPT: &[Sentence] = &[
    (Key::CiteText, "version"),
    (Key::CiteChain, "syndication"),
    (Key::CiteDate, "version"),
    (Key::CiteBasis, "published_why"),
    (Key::CiteRecord, "published_record"),
    (Key::CiteStatus, "status"),
    (Key::CiteFrom, "version"),
];
/// Of all that is shown: how much it is, and its address.
pub(super) const OF_VIEW: &[Sentence] = &[(Key::CiteCollection, "version"), (Key::CiteView, "version")];

/// The first sentence, and the others, with what is written of the rows, and further fields, filled in.
pub(super) fn sentences(
    cat: &Catalogue,
    rows: &Rows,
    fields: &[(&str, &str)],
    sentences: &[Sentence],
) -> (String, String) {
    let list = |column| cat.list(Key::ListAnd, &rows.texts(column));
    let (authors, chain) = (list(AUTHORS), list(CHAIN));
    let mut all = fields.to_vec();
    for (names, columns) in [ENTRY, EXCERPT] {
        let mut names = names.split(' ');
        for column in columns {
            let name = names.next().unwrap_or_default();
            let text = rows.texts(*column).first().copied().unwrap_or_default();
            all.push((
                name,
                match name {
                    "authors" if authors.is_empty() => cat.get(Key::AuthorUnknown),
                    "authors" => &authors,
                    "syndication" => &chain,
                    "headline" if text.is_empty() => cat.get(Key::HeadlineUnknown),
                    "outlet" if text.is_empty() => cat.get(Key::OutletUnknown),
                    // In words; of an article that stands as it was published, no word.
                    "status" => cat.of(Key::Status, text),
                    _ => text,
                },
            ));
        }
    }
    let (mut first, mut others) = (String::new(), String::new());
    for (key, needed) in sentences {
        if all.iter().any(|(name, text)| name == needed && !text.is_empty()) {
            let sentence = cat.fill(*key, &all);
            if first.is_empty() {
                first = sentence;
            } else {
                if !others.is_empty() {
                    others.push(' ');
                }
                others.push_str(&sentence);
            }
        }
    }
    (first, others)
}

/// A date as citations give it: one that is known to a day, a month or a year as such, any other as its first and last possible day, and
/// none where one of these is not known.
pub(super) fn date_of(date: Dated) -> String {
    let text = date.best_edtf().text();
    if is_plain(text) {
        return text.to_owned();
    }
    let days = date.days();
    let (Some(first), Some(last)) = (days.earliest, days.latest) else { return String::new() };
    let range = [&*first.to_string(), "/", &last.to_string()].concat();
    // Years of five digits no form can hold.
    if range.len() == 21 { range } else { String::new() }
}

/// Whether it is a plain day, month or year of four digits; seasons look like months.
pub(super) fn is_plain(text: &str) -> bool {
    matches!(text.len(), 4 | 7 | 10)
        && text.bytes().all(|b| b == b'-' || b.is_ascii_digit())
        && text.as_bytes().first() > Some(&b'0')
        && text.get(5..) < Some("2")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_dates() {
        for text in ["2025-03-05", "2025-03", "2025-12", "2025", "1999-12-31"] {
            assert!(is_plain(text), "{text}");
        }
        for text in [
            "",
            "2025-22",
            "2025-02-2X",
            "2025?",
            "[2025]",
            "2025/2026",
            "-0044-03-05",
            "20250305",
            "Y12025-01-01",
        ] {
            assert!(!is_plain(text), "{text}");
        }
    }
}
