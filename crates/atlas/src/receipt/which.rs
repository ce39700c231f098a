//! Which article a text is: the one of whose excerpts it holds the most. Words are compared by pairs, all at once, so that ten thousand
//! excerpts and a long text take no longer than both together. No opinion about single words.

use super::nearest::Passages;
use super::plain::{ALL, plain};
use crate::model::{Article, Corpus};

/// Pairs of words are looked up by so many bits of a number that is made of them; that a pair is taken for another happens, and a
/// quotation is many pairs.
const BITS: u32 = 22;
/// An excerpt of which half stands there counts more than any number of pairs.
const HALF: u32 = 0x1_0000;

/// The article, if the text is any.
pub(super) fn article(corpus: Corpus, text: &Passages<'_>) -> Option<Article> {
    let mut held = vec![false; 1 << BITS];
    for_pairs(text, &mut |pair| held[pair] = true);
    let mut scores = vec![0; corpus.articles().len()];
    let (mut best, mut most) = (None, HALF - 1);
    for excerpt in corpus.excerpts() {
        let (mut all, mut there) = (0, 0);
        for_pairs(&Passages::new(&plain(excerpt.exact(), ALL)), &mut |pair| {
            all += 1;
            there += u32::from(held[pair]);
        });
        let article = excerpt.article();
        if let Some(score) = scores.get_mut(article.row() as usize) {
            *score += there + if all > 0 && there * 2 >= all { HALF } else { 0 };
            if *score > most {
                (best, most) = (Some(article), *score);
            }
        }
    }
    best
}

fn for_pairs(text: &Passages<'_>, act: &mut dyn FnMut(usize)) {
    let mut last = None;
    for (_, number) in &text.words {
        if let Some(last) = last.replace(*number) {
            let pair: u32 = (last.rotate_left(9) ^ number).wrapping_mul(0x9e37_79b1);
            act((pair >> (32 - BITS)) as usize);
        }
    }
}
