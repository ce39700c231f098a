//! The theme of the page: an attribute of its root, which the style sheet reads. No opinion about colours.

use gloo::utils::document;
use yew::prelude::*;

/// Sets the theme; `None` follows the device.
#[hook]
pub fn use_theme(theme: Option<&'static str>) {
    use_effect_with(theme, |theme| {
        let Some(root) = document().document_element() else { return };
        // The name and the values are fixed words; no browser refuses them.
        let _ = match theme {
            Some(word) => root.set_attribute("data-theme", word),
            None => root.remove_attribute("data-theme"),
        };
    });
}
