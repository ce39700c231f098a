//! The receipt in words. No opinion about how it is drawn.

use super::{Finding, Receipt, receipt};
use crate::model::Corpus;
use crate::words::{Catalogue, Key};

/// What there is to say of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Which article it is, and how many quotations stand in it; empty of no text.
    pub sum: String,
    /// Of each quotation: whether it stands there, the quotation in our marks, and how it stands there.
    pub lines: Vec<(bool, String, String)>,
}

/// Holds the quotations against a text, and says what was found; see [`receipt`].
pub fn told(corpus: Corpus, cat: &Catalogue, text: &str, composed: &dyn Fn(&str) -> String) -> Told {
    if text.trim().is_empty() {
        return Told::default();
    }
    let Some(Receipt { article, findings }) = receipt(corpus, text, composed) else {
        return Told { sum: cat.get(Key::ReceiptNone).to_owned(), lines: Vec::new() };
    };
    let known = |text: &'static str, key| if text.is_empty() { cat.get(key) } else { text };
    let (headline, outlet) =
        (known(article.headline(), Key::HeadlineUnknown), known(article.outlet(), Key::OutletUnknown));
    let name = [headline, cat.get(Key::ListSeparator), outlet].concat();
    let mut stand = 0;
    let lines: Vec<(bool, String, String)> = findings
        .iter()
        .map(|(excerpt, finding)| {
            let stands = matches!(finding, Finding::Exact(_) | Finding::But(_));
            stand += usize::from(stands);
            let quotation = [cat.get(Key::QuoteOpen), excerpt.exact(), cat.get(Key::QuoteClose)].concat();
            (stands, quotation, words(cat, finding))
        })
        .collect();
    let (n, total) = (cat.number(stand), cat.number(lines.len()));
    Told { sum: cat.fill(Key::ReceiptSum, &[("article", &name), ("n", &n), ("total", &total)]), lines }
}

fn words(cat: &Catalogue, finding: &Finding) -> String {
    match finding {
        Finding::Exact(bytes) => {
            let (from, to) = (cat.number(bytes.start), cat.number(bytes.end));
            cat.fill(Key::ReceiptExact, &[("from", &from), ("to", &to)])
        }
        Finding::But(kinds) => {
            let kinds: Vec<&str> = kinds.iter().map(|kind| cat.of(Key::ReceiptKind, kind.word())).collect();
            cat.fill(Key::ReceiptBut, &[("what", &cat.list(Key::ListAnd, &kinds))])
        }
        Finding::Differs(ours, theirs) => {
            let key = match (ours.is_empty(), theirs.is_empty()) {
                (true, _) => Key::ReceiptBesides,
                (_, true) => Key::ReceiptMissing,
                _ => Key::ReceiptOther,
            };
            cat.fill(key, &[("ours", ours), ("theirs", theirs)])
        }
        Finding::Absent => cat.get(Key::ReceiptAbsent).to_owned(),
    }
}
