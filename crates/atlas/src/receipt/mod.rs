//! The receipt: whether every quotation from an article stands in a text that a reader has brought, byte for byte, or what differs. The
//! text may be anything. No opinion about where it comes from.

mod nearest;

use crate::model::{Article, Corpus, Excerpt};
use crate::search::{Term, is_space};
use crate::words::{Catalogue, Key};
use nearest::Words;

/// An article is recognised by stretches of its quotations that are longer than this together, bytes.
const RECOGNISED: usize = 20;

/// The messages of the verdicts.
const KEYS: [Key; 5] =
    [Key::ReceiptExact, Key::ReceiptSpaces, Key::ReceiptSigns, Key::ReceiptDiffers, Key::ReceiptAbsent];

/// How a quotation stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Byte for byte.
    Exact,
    /// But for line breaks and spaces.
    Spaces,
    /// Word for word; signs, capitals or accents differ.
    Signs,
    /// With other words.
    Differs,
    /// Nothing like it.
    Absent,
}

/// How a quotation stands in a text, and what differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How.
    pub verdict: Verdict,
    /// Our words, where others stand there; may be empty.
    pub ours: String,
    /// What stands there, where it differs; may be empty.
    pub theirs: String,
}

impl From<Verdict> for Finding {
    fn from(verdict: Verdict) -> Self {
        Self { verdict, ours: String::new(), theirs: String::new() }
    }
}

/// Holds the quotations of an article against a text: the article of which it holds the most, and, in the order of the corpus, each of
/// its excerpts. `None` where it is none of the articles.
pub fn receipt(corpus: Corpus, text: &str, each: &mut dyn FnMut(Excerpt, Finding)) -> Option<Article> {
    let words = Words::new(text);
    let spaced_text = spaced(text);
    // By halves, since one that was altered in a place is recognised by the other.
    let mut held = vec![0; corpus.articles().len()];
    let (mut most, mut best) = (RECOGNISED, None);
    for excerpt in corpus.excerpts() {
        let article = excerpt.article();
        let quotation = Words::new(excerpt.exact());
        let middle = quotation.len() / 2;
        for (from, to) in [(0, middle), (middle, quotation.len())] {
            let half = quotation.folded(from, to);
            let found = from < to && is_in(words.folded(0, words.len()), half);
            if let Some(held) = held.get_mut(article.row() as usize).filter(|_| found) {
                *held += half.len();
                if *held > most {
                    (most, best) = (*held, Some(article));
                }
            }
        }
    }
    let article = best?;
    for excerpt in corpus.excerpts().filter(|excerpt| excerpt.article() == article) {
        let exact = excerpt.exact();
        let finding = if is_in(text, exact) {
            Verdict::Exact.into()
        } else if is_in(&spaced_text, &spaced(exact)) {
            Verdict::Spaces.into()
        } else {
            words.nearest(&Words::new(exact))
        };
        each(excerpt, finding);
    }
    Some(article)
}

fn is_in(text: &str, wanted: &str) -> bool {
    Term::new(wanted.to_owned()).find(text.as_bytes(), 0).is_some()
}

fn spaced(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let c = if is_space(c) { ' ' } else { c };
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}

/// The receipt in words: which article it is, how many of its quotations stand there, and, a line each, every quotation in our marks and
/// how it stands there. Nothing of no text.
pub fn told(corpus: Corpus, cat: &Catalogue, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let (mut lines, mut stand, mut total) = (String::new(), 0, 0);
    let article = receipt(corpus, text, &mut |excerpt, finding| {
        total += 1;
        stand += usize::from(matches!(finding.verdict, Verdict::Exact | Verdict::Spaces));
        let differs = [("ours", &*finding.ours), ("theirs", &*finding.theirs)];
        let told = cat.fill(KEYS[finding.verdict as usize], &differs);
        // Each in a line, so that no character of one moves another.
        for part in ["\n\n", cat.get(Key::QuoteOpen), excerpt.exact(), cat.get(Key::QuoteClose), "\n", &told]
        {
            lines.push_str(part);
        }
    });
    let Some(article) = article else { return cat.get(Key::ReceiptNone).to_owned() };
    let (n, total) = (cat.number(stand), cat.number(total));
    let or = |text: &'static str, unknown| if text.is_empty() { cat.get(unknown) } else { text };
    let title = or(article.headline(), Key::HeadlineUnknown);
    let outlet = or(article.outlet(), Key::OutletUnknown);
    let sum = [("title", title), ("outlet", outlet), ("n", &n), ("total", &total)];
    [cat.fill(Key::ReceiptSum, &sum), lines].concat()
}
