//! Message catalogues as files. No opinion about their messages, but for the sentences that the page needs before the app runs.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use atlas::words::PLURAL_TABLE_LEN;
use icu_locale_core::Locale as Tag;
use icu_plurals::{PluralCategory, PluralRules};

/// The message catalogue of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    /// BCP 47.
    pub language: String,
    /// The file's messages and the plural categories, fit to stand in a data block of the page as a table.
    pub text: String,
    /// Said where the app cannot start.
    pub error_app: String,
    /// Said where the corpus is damaged.
    pub error_corpus: String,
}

impl Locale {
    /// Reads `<language>.toml` in `dir`.
    ///
    /// # Errors
    /// When the file is missing, is no TOML, lacks a sentence, or would end the data block that it is to stand in.
    pub fn read(dir: &Path, language: &str) -> Result<Self> {
        let file = dir.join(format!("{language}.toml"));
        let text = fs::read_to_string(&file).with_context(|| {
            format!("{}: the corpus is in {language:?}, so its catalogue is needed", file.display())
        })?;
        Self::parse(language, &text).with_context(|| file.display().to_string())
    }

    /// See [`Self::read`].
    ///
    /// # Errors
    /// As there.
    pub fn parse(language: &str, text: &str) -> Result<Self> {
        let lower = text.to_ascii_lowercase();
        if let Some(mark) = ["</script", "<!--", "<script"].into_iter().find(|mark| lower.contains(mark)) {
            bail!(
                "{mark:?} would end the data block that carries the catalogue; word the message without it"
            );
        }
        let table: toml::Table = text.parse().context("the catalogue is no TOML")?;
        let message = |section: &str, key: &str| {
            let nested = table.get(section).and_then(|section| section.get(key));
            let found =
                nested.or_else(|| table.get(&format!("{section}.{key}"))).and_then(|value| value.as_str());
            found.map(str::to_owned).with_context(|| format!("the message {section}.{key} is missing"))
        };
        Ok(Self {
            language: language.to_owned(),
            error_app: message("error", "app")?,
            error_corpus: message("error", "corpus")?,
            text: format!("{}{}", messages(text), plural_line(language)?),
        })
    }
}

/// The messages alone: comments and blank lines are for those who write them.
fn messages(text: &str) -> String {
    let kept = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    kept.flat_map(|line| [line, "\n"]).collect()
}

/// The CLDR plural category of each number as one letter, in the form that `atlas::words::Catalogue` reads.
fn plural_line(language: &str) -> Result<String> {
    let locale: Tag = language.parse().with_context(|| format!("{language:?} is no language tag"))?;
    let rules = PluralRules::try_new_cardinal(locale.into()).context("no plural rules for the language")?;
    let letter = |n: usize| match rules.category_for(n) {
        PluralCategory::Zero => 'z',
        PluralCategory::One => 'o',
        PluralCategory::Two => 't',
        PluralCategory::Few => 'f',
        PluralCategory::Many => 'm',
        PluralCategory::Other => 'x',
    };
    // What the reader of the table takes for granted of every larger number that a collection can reach.
    if let Some(n) = (PLURAL_TABLE_LEN..=100_000).find(|n| letter(*n) != letter(100 + n % 100)) {
        bail!("the plural of {n} in {language:?} does not follow from its last two digits");
    }
    let table: String = (0..PLURAL_TABLE_LEN).map(letter).collect();
    Ok(format!("plural = \"{table}\"\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "\"error.app\" = \"a\"\n\"error.corpus\" = \"b\"\n";

    #[test]
    fn a_catalogue_gives_the_sentences_that_the_page_needs() {
        fn check(text: &str) {
            let locale = Locale::parse("en", text).unwrap();
            assert_eq!((locale.error_app.as_str(), locale.error_corpus.as_str()), ("a", "b"));
            assert!(locale.text.starts_with(text), "{}", locale.text);
            assert!(locale.text.contains("plural = \"xoxx"), "{}", locale.text);
        }
        check(WHOLE);
        check("[error]\napp = \"a\"\ncorpus = \"b\"\n");
    }

    #[test]
    fn a_catalogue_that_cannot_stand_in_the_page_is_refused() {
        fn check(text: &str, expected: &str) {
            let error = format!("{:#}", Locale::parse("en", text).unwrap_err());
            assert!(error.contains(expected), "{error}");
        }
        check("= 1", "no TOML");
        check("\"error.app\" = \"a\"", "error.corpus is missing");
        check(&format!("{WHOLE}x = \"</Script>\""), "</script");
        check(&format!("{WHOLE}x = \"<!--\""), "<!--");
    }
}
