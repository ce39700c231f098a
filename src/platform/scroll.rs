//! Keeps the current item of a list in sight, by scrolling that list alone: never the page, never the host.
//! No opinion about which item is current.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Scrolls `list` to its item with `aria-current`, when `current` changes.
#[hook]
pub fn use_scroll_to_current(list: NodeRef, current: Option<&'static str>) {
    let first = use_mut_ref(|| true);
    use_effect_with(current, move |_| {
        // The first draw stands where the document stood.
        if std::mem::replace(&mut *first.borrow_mut(), false) {
            return;
        }
        let Some(list) = list.cast::<HtmlElement>() else { return };
        let item = list.query_selector("[aria-current]").ok().flatten();
        if let Some(item) = item.and_then(|item: Element| item.dyn_into::<HtmlElement>().ok()) {
            let above_px = item.offset_top() - list.offset_top();
            list.set_scroll_top(above_px.max(0));
        }
    });
}
