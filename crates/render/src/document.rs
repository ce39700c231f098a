//! The document of one language: the widget's own view code, rendered to text. No opinion about the page around it.

use anyhow::{Context, Result};
use atlas::model::Corpus;
use atlas::words::Catalogue;
use parley_atlas::Environment;
use parley_atlas::app::{App, AppProps};
use parley_atlas::view::record::{Record, RecordProps};
use tokio::task::LocalSet;
use yew::LocalServerRenderer;

use crate::squeeze::squeeze;

/// The document of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// BCP 47.
    pub language: String,
    /// Title of the page, plain text.
    pub title: String,
    /// One sentence on what it is, plain text.
    pub description: String,
    /// Markup of the shell, which the app takes the place of.
    pub shell: String,
    /// Markup of the record, which stays under the app.
    pub record: String,
}

impl Document {
    /// Renders the document of language number `number` of the corpus.
    ///
    /// # Errors
    /// When the catalogue lacks a message, or no runtime for the renderer can be had.
    pub fn render(corpus: Corpus, number: usize, language: &str, catalogue: &str) -> Result<Self> {
        let catalogue =
            Catalogue::parse(catalogue, number).with_context(|| format!("the messages of {language:?}"))?;
        let environment = Environment::document(catalogue);
        let app = AppProps { corpus, environment: environment.clone() };
        let record = RecordProps { corpus, environment };
        let runtime =
            tokio::runtime::Builder::new_current_thread().build().context("no runtime to render on")?;
        let (shell, record) = LocalSet::new().block_on(&runtime, async {
            let shell = LocalServerRenderer::<App>::with_props(app).hydratable(false).render().await;
            let record = LocalServerRenderer::<Record>::with_props(record).hydratable(false).render().await;
            (shell, record)
        });
        Ok(Self {
            language: language.to_owned(),
            title: corpus.title().in_language(number).to_owned(),
            description: corpus.description().in_language(number).to_owned(),
            shell: squeeze(&shell),
            record: squeeze(&record),
        })
    }
}
