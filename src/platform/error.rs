//! A failure before or after the start: the document stays, one readable sentence says so. No opinion about its wording:
//! the sentences stand in attributes of the root element, in the language of the page. A panic is a trap, of which the loader tells.

use gloo::utils::document;

use super::ROOT;

/// What failed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Failure {
    /// The app.
    App,
    /// The corpus: its bytes are not those that were packed.
    Corpus,
}

/// Says it in the page, unless something was said before, and opens the record, which needs no script.
pub(super) fn show(failure: Failure) {
    let attribute = match failure {
        Failure::App => "data-error-app",
        Failure::Corpus => "data-error-corpus",
    };
    let root = document().get_element_by_id(ROOT);
    let sentence = root.as_ref().and_then(|root| root.get_attribute(attribute));
    if let Some(line) = document().get_element_by_id("pa-error")
        && line.text_content().unwrap_or_default().is_empty()
    {
        line.set_text_content(sentence.as_deref());
    }
    if let Some(record) = document().get_element_by_id("record") {
        // Refused only for names that are no attribute names.
        let _ = record.set_attribute("open", "");
    }
    if let Some(root) = root {
        // By this the style sheet hides what does nothing without the app.
        let _ = root.set_attribute("data-failed", "");
    }
}
