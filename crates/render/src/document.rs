//! The document of one language: the widget's own view code, rendered to text. No opinion about the page around it.

use anyhow::{Context, Result};
use atlas::model::Corpus;
use atlas::words::{Catalogue, Key};
use parley_atlas::Environment;
use parley_atlas::app::{App, AppProps};
use parley_atlas::view::record::{Part, Record, RecordProps, Shelf, pages};
use tokio::task::LocalSet;
use yew::{BaseComponent, Callback, LocalServerRenderer};

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

/// A page with the entries of one venue and one year, where the record cannot hold all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelfPage {
    /// Its file, in the folder `entries`.
    pub file_name: String,
    /// What it holds, plain text: the venue and the year.
    pub title: String,
    /// Markup of the entries and their articles.
    pub record: String,
}

impl Document {
    /// Renders the document of language number `number` of the corpus. `has_pages` says whether its [`shelf_pages`] lie beside it.
    ///
    /// # Errors
    /// When the catalogue lacks a message, or no runtime for the renderer can be had.
    pub fn render(
        corpus: Corpus,
        number: usize,
        language: &str,
        catalogue: &str,
        has_pages: bool,
    ) -> Result<Self> {
        let environment = environment(number, language, catalogue)?;
        let app = AppProps { corpus, environment: environment.clone(), on_drawn: Callback::noop() };
        let record = RecordProps { corpus, environment, part: Part::Newest(has_pages) };
        Ok(Self {
            language: language.to_owned(),
            title: corpus.title().in_language(number).to_owned(),
            description: corpus.description().in_language(number).to_owned(),
            shell: rendered::<App>(app)?,
            record: rendered::<Record>(record)?,
        })
    }
}

/// Renders the pages that the record of a large corpus leads to; none for a small one.
///
/// # Errors
/// As [`Document::render`].
pub fn shelf_pages(corpus: Corpus, number: usize, language: &str, catalogue: &str) -> Result<Vec<ShelfPage>> {
    let environment = environment(number, language, catalogue)?;
    let page = |shelf: Shelf| {
        let venue = shelf
            .venue
            .map_or(environment.catalogue.get(Key::NoVenue), |venue| venue.name().in_language(number));
        let (file_name, title) =
            (shelf.file_name(), format!("{venue}, {}", shelf.year_in_words(&environment.catalogue)));
        let props = RecordProps { corpus, environment: environment.clone(), part: Part::Shelf(shelf) };
        Ok(ShelfPage { file_name, title, record: rendered::<Record>(props)? })
    };
    pages(corpus).into_iter().map(page).collect()
}

fn environment(number: usize, language: &str, catalogue: &str) -> Result<Environment> {
    let catalogue =
        Catalogue::parse(catalogue, number).with_context(|| format!("the messages of {language:?}"))?;
    Ok(Environment::document(catalogue))
}

fn rendered<C: BaseComponent>(props: C::Properties) -> Result<String>
where
    C::Properties: 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread().build().context("no runtime to render on")?;
    let html = LocalSet::new()
        .block_on(&runtime, LocalServerRenderer::<C>::with_props(props).hydratable(false).render());
    Ok(squeeze(&html))
}
