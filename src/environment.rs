//! What the app is told of its surroundings before it draws. Lengths are CSS pixels.
//! No opinion about where the values come from: the browser, or the host that renders the static document.

use yew::AttrValue;

/// The surroundings at the moment of the first draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Environment {
    /// BCP 47 tag of the language in which the page was asked for.
    pub language: AttrValue,
    /// The message catalogue of that language, as text.
    pub catalogue: AttrValue,
    /// Width of the box that the app is drawn into; unknown on the host.
    pub width_px: Option<f64>,
    /// Query of the page's address, without `?`.
    pub query: AttrValue,
    /// Fragment of the page's address, without `#`.
    pub fragment: AttrValue,
    /// Whether the page stands in a frame.
    pub framed: bool,
}

impl Environment {
    /// The surroundings of the static document.
    pub fn document(language: &str, catalogue: &str) -> Self {
        Self {
            language: language.to_owned().into(),
            catalogue: catalogue.to_owned().into(),
            width_px: None,
            query: AttrValue::default(),
            fragment: AttrValue::default(),
            framed: false,
        }
    }
}
