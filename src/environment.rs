//! What the app is told of its surroundings before it draws. Lengths are CSS pixels.
//! No opinion about where the values come from: the browser, or the host that renders the static document.

use atlas::words::Catalogue;
use yew::AttrValue;

use crate::context::Shared;

/// The surroundings at the moment of the first draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Environment {
    /// The messages of the page's language.
    pub catalogue: Shared<Catalogue>,
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
    pub fn document(catalogue: Catalogue) -> Self {
        Self {
            catalogue: Shared::new(catalogue),
            width_px: None,
            query: AttrValue::default(),
            fragment: AttrValue::default(),
            framed: false,
        }
    }
}
