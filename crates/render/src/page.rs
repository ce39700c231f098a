//! One page, from its parts. No opinion about where the parts come from.

use atlas::words::{Catalogue, CatalogueError};

use crate::document::{Document, ShelfPage};
use crate::locale::Locale;
use crate::markup::escape;
use crate::policy::{Reach, policy};

/// Where the page's Wasm is.
#[derive(Clone, Copy, Debug)]
pub enum Wasm<'a> {
    /// At this address, relative to the page.
    Beside(&'a str),
    /// In the page: gzip, as [`crate::letters`].
    Inside(&'a str),
}

/// The parts of a page.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// What it shows without script.
    pub document: &'a Document,
    /// The catalogue of its language.
    pub locale: &'a Locale,
    /// The catalogues of other languages that it carries.
    pub other_locales: &'a [Locale],
    /// Style sheets: the widget's, and the colours of the corpus.
    pub styles: [&'a str; 2],
    /// The script.
    pub script: &'a str,
    /// The Wasm.
    pub wasm: Wasm<'a>,
    /// The reload script of a development server.
    pub reload: Option<&'a str>,
}

/// A round of four seats, as the page's icon.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cg fill='%232262AE'%3E\
    %3Ccircle cx='8' cy='8' r='3'/%3E%3Ccircle cx='8' cy='2' r='1.7'/%3E%3Ccircle cx='14' cy='8' r='1.7'/%3E\
    %3Ccircle cx='8' cy='14' r='1.7'/%3E%3Ccircle cx='2' cy='8' r='1.7'/%3E%3C/g%3E%3C/svg%3E";

impl Page<'_> {
    /// The text of the page.
    ///
    /// # Errors
    /// When a catalogue lacks a message.
    pub fn compose(&self) -> Result<String, CatalogueError> {
        let Document { language, title, description, shell, record } = self.document;
        let (language, title, description) = (escape(language), escape(title), escape(description));
        let reach = match (self.reload, self.wasm) {
            (Some(_), _) => Reach::Development,
            (None, Wasm::Beside(_)) => Reach::Served,
            (None, Wasm::Inside(_)) => Reach::Standalone,
        };
        let [style, colours] = self.styles;
        let policy = policy(reach, &self.styles, self.script);
        let (address, inside) = match self.wasm {
            Wasm::Beside(address) => (format!(" data-wasm=\"{}\"", escape(address)), String::new()),
            Wasm::Inside(letters) => (
                String::new(),
                format!("<script type=\"application/octet-stream\" id=\"pa-wasm\">{letters}</script>\n"),
            ),
        };
        let catalogues: Result<String, CatalogueError> = std::iter::once(self.locale)
            .chain(self.other_locales)
            .enumerate()
            .map(|(number, locale)| {
                let id = if number == 0 { " id=\"pa-catalogue\"" } else { "" };
                let (language, text) = (escape(&locale.language), Catalogue::parse(&locale.text, 0)?.table());
                Ok(format!("<script type=\"application/x-parley-catalogue\"{id} data-lang=\"{language}\">{text}</script>\n"))
            })
            .collect();
        let (error_app, error_corpus) = (escape(&self.locale.error_app), escape(&self.locale.error_corpus));
        let reload = self.reload.map(|script| format!("<script>{script}</script>\n")).unwrap_or_default();
        let script = self.script;
        let catalogues = catalogues?;
        Ok(format!(
            "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"responsive-embedded-sizing\">\n\
             <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
             <link rel=\"icon\" href=\"{ICON}\">\n\
             <style id=\"pa-style\">{style}</style>\n<style id=\"pa-colours\">{colours}</style>\n</head>\n<body>\n\
             <div id=\"parley\"{address} data-error-app=\"{error_app}\" data-error-corpus=\"{error_corpus}\">{shell}</div>\n\
             <details id=\"record\" open>{record}</details>\n\
             {catalogues}{inside}{reload}<script type=\"module\" id=\"pa-script\">{script}</script>\n</body>\n</html>\n"
        ))
    }
}

/// A page with the entries of one venue and one year: no script, and the way back to the document.
pub fn compose_shelf(shelf: &ShelfPage, document: &Document, styles: [&str; 2]) -> String {
    let ShelfPage { title, record, .. } = shelf;
    let (language, title, whole) = (escape(&document.language), escape(title), escape(&document.title));
    let policy = policy(Reach::Text, &styles, "");
    let [style, colours] = styles;
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title} · {whole}</title>\n<link rel=\"icon\" href=\"{ICON}\">\n\
         <style>{style}</style>\n<style>{colours}</style>\n</head>\n<body>\n\
         <details id=\"record\" open><summary><h2>{title}</h2></summary>\n\
         <p><a href=\"../index.html\">{whole}</a></p>{record}</details>\n</body>\n</html>\n"
    )
}
