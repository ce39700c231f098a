//! Published texts and the quotations from them. No opinion about citation styles.

use super::columns::{article, excerpt, source};
use super::row::row_view;
use super::{Dated, Status, Text};

row_view!(/// One published text. What the text does not have is empty, never supplied.
    Article in Articles);
row_view!(/// A verbatim, contiguous quotation: a W3C Web Annotation `TextQuoteSelector` with its key phrase marked.
    Excerpt in Excerpts);
row_view!(/// One article's account of one entry.
    Source in Sources);

impl Article {
    /// Stable word.
    pub fn id(self) -> &'static str {
        self.str(article::ID)
    }
    /// As printed, or empty.
    pub fn headline(self) -> &'static str {
        self.str(article::HEADLINE)
    }
    /// As printed, or empty.
    pub fn outlet(self) -> &'static str {
        self.str(article::OUTLET)
    }
    /// A number that all articles of its outlet have, and no others; zero where the outlet is not known.
    pub(crate) fn outlet_number(self) -> u32 {
        self.cell(article::OUTLET)
    }
    /// As printed.
    pub fn authors(self) -> impl ExactSizeIterator<Item = &'static str> + Clone {
        self.strings(article::AUTHORS)
    }
    /// As given by the text or its author, or empty.
    pub fn address(self) -> &'static str {
        self.str(article::ADDRESS)
    }
    /// Through whom the text came, first to last.
    pub fn syndication(self) -> impl ExactSizeIterator<Item = &'static str> + Clone {
        self.strings(article::SYNDICATION)
    }
    /// BCP 47.
    pub fn language(self) -> &'static str {
        self.str(article::LANGUAGE)
    }
    /// When it was published.
    pub fn published(self) -> Dated {
        Dated::at(self.corpus, self.cell(article::PUBLISHED))
    }
    /// What became of it.
    pub fn status(self) -> Status {
        Status::from_code(self.cell(article::STATUS))
    }
    /// When it was corrected or retracted, EDTF, or empty.
    pub fn status_date(self) -> &'static str {
        self.str(article::STATUS_DATE)
    }
    /// What was corrected, or why it was retracted.
    pub fn status_note(self) -> Text {
        self.text(article::STATUS_NOTE)
    }
}

impl Excerpt {
    /// Stable word.
    pub fn id(self) -> &'static str {
        self.str(excerpt::ID)
    }
    /// The text that it comes from.
    pub fn article(self) -> Article {
        Article::at(self.corpus, self.cell(excerpt::ARTICLE))
    }
    /// The words, verbatim.
    pub fn exact(self) -> &'static str {
        self.str(excerpt::EXACT)
    }
    /// The words before, at the key phrase, and after it.
    pub fn parts(self) -> (&'static str, &'static str, &'static str) {
        let exact = self.exact();
        let (start, end) = (self.cell(excerpt::KEY_START) as usize, self.cell(excerpt::KEY_END) as usize);
        match (exact.get(..start), exact.get(start..end), exact.get(end..)) {
            (Some(before), Some(key), Some(after)) => (before, key, after),
            _ => (exact, "", ""),
        }
    }
    /// The characters before it in the source, where they are needed to find it.
    pub fn prefix(self) -> &'static str {
        self.str(excerpt::PREFIX)
    }
    /// The characters after it in the source, where they are needed to find it.
    pub fn suffix(self) -> &'static str {
        self.str(excerpt::SUFFIX)
    }
    /// The text directive that opens the article's address at these words, or empty where there is no address.
    pub fn fragment(self) -> &'static str {
        self.str(excerpt::FRAGMENT)
    }
    /// Whether the words are the headline's.
    pub fn is_headline(self) -> bool {
        self.cell(excerpt::HEADLINE) != 0
    }
}

impl Source {
    /// The article.
    pub fn article(self) -> Article {
        Article::at(self.corpus, self.cell(source::ARTICLE))
    }
    /// The excerpts that prove it; at least one.
    pub fn excerpts(self) -> impl ExactSizeIterator<Item = Excerpt> + Clone {
        self.corpus.pack().list(self.cell(source::EXCERPTS)).map(move |row| Excerpt::at(self.corpus, row))
    }
    /// Through which channel the words came: "told Interfax".
    pub fn channel(self) -> Text {
        self.text(source::CHANNEL)
    }
}
