//! The receipt: whether every quotation from an article stands in a text that a reader has brought, byte for byte, or what differs. The
//! text may be anything. No opinion about where it comes from.

mod nearest;
mod plain;
mod told;
mod which;

pub use plain::But;
pub use told::{Told, told};

use core::ops::Range;

use crate::model::{Article, Corpus, Excerpt};
use nearest::Passages;
use plain::{ALL, offset, plain};

/// What a text was found to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// The article of which it holds the most.
    pub article: Article,
    /// Every excerpt of that article, in the order of the corpus, and how it stands there.
    pub findings: Vec<(Excerpt, Finding)>,
}

/// How a quotation stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Byte for byte, at these bytes.
    Exact(Range<usize>),
    /// But for these.
    But(Vec<But>),
    /// With other words: ours, and what stands in their place; either may be empty.
    Differs(String, String),
    /// Nothing like it.
    Absent,
}

/// Holds the quotations against a text; `None` where it is none of the articles. `composed` gives the Unicode normal form C of a text.
pub fn receipt(corpus: Corpus, text: &str, composed: &dyn Fn(&str) -> String) -> Option<Receipt> {
    let composed_text = composed(text);
    let (raw_plain, composed_plain) = (plain(text, ALL), plain(&composed_text, ALL));
    let passages = Passages::new(&composed_plain);
    let article = which::article(corpus, &passages)?;
    let mut findings = Vec::new();
    for excerpt in corpus.excerpts().filter(|excerpt| excerpt.article() == article) {
        let composed_quote = composed(excerpt.exact());
        let finding = find(excerpt, excerpt.exact(), text, &raw_plain)
            .or_else(|| {
                // With letters and accents made one: found now, these are what differs.
                find(excerpt, &composed_quote, &composed_text, &composed_plain).map(|finding| {
                    let mut but = if let Finding::But(but) = finding { but } else { Vec::new() };
                    but.push(But::Composed);
                    Finding::But(but)
                })
            })
            .or_else(|| passages.nearest(&plain(&composed_quote, ALL)));
        findings.push((excerpt, finding.unwrap_or(Finding::Absent)));
    }
    Some(Receipt { article, findings })
}

/// Finds a quotation in a text, of which `plain_text` is made.
fn find(excerpt: Excerpt, quote: &str, text: &str, plain_text: &str) -> Option<Finding> {
    let wanted = plain(quote, ALL);
    // What stands before and after is compared plainly: texts are wrapped, and it may be in another line.
    let (prefix, suffix) = (plain(excerpt.prefix(), ALL), plain(excerpt.suffix(), ALL));
    let mut first = None;
    let mut from = 0;
    while let Some(at) = position(plain_text, &wanted, from) {
        from = at + 1;
        let (before, rest) = plain_text.split_at_checked(at)?;
        let after = rest.get(wanted.len()..)?;
        let fits = before.trim_end().ends_with(prefix.trim_end())
            && after.trim_start().starts_with(suffix.trim_start());
        if fits {
            first = Some((at, true));
            break;
        }
        first = first.or(Some((at, false)));
    }
    let (at, fits) = first?;
    let start = offset(text, at);
    let same = start..start + quote.len();
    let mut but = Vec::new();
    if text.get(same.clone()) != Some(quote) {
        but = But::between(quote, text.get(start..offset(text, at + wanted.len()))?);
    } else if fits {
        return Some(Finding::Exact(same));
    }
    if !fits {
        but.push(But::Around);
    }
    Some(Finding::But(but))
}

/// Where `wanted` stands in `text`, from a byte on. The library's way is as quick on texts made to be slow, for 6 kB of Wasm.
fn position(text: &str, wanted: &str, from: usize) -> Option<usize> {
    let (first, rest) = wanted.as_bytes().split_first()?;
    let at = text.as_bytes().get(from..)?.windows(wanted.len()).position(|window| {
        window.split_first().is_some_and(|(begins, goes_on)| begins == first && goes_on == rest)
    });
    at.map(|at| at + from)
}
