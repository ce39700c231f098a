//! Copies what stands in a field, by its selection: that is allowed in frames and for pages from disk, and where it is refused nothing is
//! said, while `navigator.clipboard` writes a line to the console there. No opinion about the text.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlElement, HtmlInputElement};

/// Copies the text of a field, and gives the focus back. Where that is refused the text stays selected, for the reader to copy.
pub(super) fn copy(field: &HtmlInputElement) -> bool {
    let before = document().active_element();
    select(field);
    let copied = document().unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false);
    if let Some(before) = before.filter(|_| copied) {
        // Refused only where it is gone.
        let _ = before.unchecked_into::<HtmlElement>().focus();
    }
    copied
}

/// Selects the text of a field.
pub(super) fn select(field: &HtmlInputElement) {
    // Refused only where the field is gone.
    let _ = field.focus();
    field.select();
}
