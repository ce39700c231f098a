//! Closes what has unfolded over the page (`details` of the class `pa-fold`): by Escape, by a press outside, when the focus goes on, and when
//! the reader goes back or forward.
//! No opinion about what is in a fold.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::input::key;

const OPEN: &str = ".pa-fold[open]";

/// Watches for all of it, for as long as the page is there.
pub(super) fn watch_folds() {
    for name in ["pointerdown", "focusin", "keydown", "popstate"] {
        let close = |event: &web_sys::Event| {
            let by_key = event.type_() == "keydown";
            if by_key && key(event) != "Escape" {
                return;
            }
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let around = target.and_then(|target| target.closest(OPEN).ok()?);
            let Ok(folds) = document().query_selector_all(OPEN) else { return };
            for at in 0..folds.length() {
                let fold = folds.item(at).and_then(|node| node.dyn_into::<Element>().ok());
                let Some(fold) = fold.filter(|fold| by_key || around.as_ref() != Some(fold)) else {
                    continue;
                };
                // The name is an attribute's, and no browser refuses it.
                let _ = fold.remove_attribute("open");
            }
            let summary = around.filter(|_| by_key).and_then(|fold| fold.first_element_child());
            if let Some(summary) = summary {
                // What had the focus is folded away with the rest.
                let _ = summary.unchecked_into::<HtmlElement>().focus();
            }
        };
        EventListener::new(&window(), name, close).forget();
    }
}
