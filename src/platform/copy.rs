//! Copies a text that stands in a field. No opinion about the text.
//!
//! It goes by the selection: that is allowed in frames and for pages from disk, and where it is refused nothing is said.
//! `navigator.clipboard` writes a line to the console there.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlInputElement};

/// Selects the text of a field and copies it; where that is refused it stays selected, for the reader to copy. Whether it was copied.
pub(super) fn copy(field: &HtmlInputElement) -> bool {
    select(field);
    document().unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false)
}

/// Selects the text of a field.
pub(super) fn select(field: &HtmlInputElement) {
    // Refused only where the field is gone.
    let _ = field.focus();
    field.select();
}
