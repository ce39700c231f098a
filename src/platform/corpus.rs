//! Where the bytes of the corpus come from. No opinion about what is in them.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use crate::EMBEDDED_PACK;

/// The property of the root element where the loader leaves the custom section `parley-corpus` of the Wasm module.
const PROPERTY: &str = "parleyCorpus";

/// The bytes of the appended corpus if the widget carries one, else of the embedded one.
///
/// They are kept for good: a page has one corpus until it is closed.
pub(super) fn bytes(root: &Element) -> &'static [u8] {
    match Reflect::get(root, &JsValue::from_str(PROPERTY))
        .ok()
        .and_then(|value| value.dyn_into::<Uint8Array>().ok())
    {
        Some(appended) => Box::leak(appended.to_vec().into_boxed_slice()),
        None => EMBEDDED_PACK,
    }
}
