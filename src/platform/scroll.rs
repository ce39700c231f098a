//! Keeps the current item of a list in sight, by scrolling that list alone: never the page, never the host.
//! No opinion about which item is current.

use web_sys::Element;
use yew::prelude::*;

/// Room left over the item.
const ROOM_PX: i32 = 6;

/// Scrolls `list` to its item with `aria-current`, when `current` changes.
#[hook]
pub fn use_scroll_to_current(list: NodeRef, current: Option<&'static str>) {
    let first = use_mut_ref(|| true);
    use_effect_with(current, move |_| {
        // The first draw stands where the document stood.
        if std::mem::replace(&mut *first.borrow_mut(), false) {
            return;
        }
        let Some(list) = list.cast::<Element>() else { return };
        let item = list.query_selector("[aria-current]").ok().flatten();
        if let Some(item) = item {
            let above_px = item.get_bounding_client_rect().top() - list.get_bounding_client_rect().top();
            list.set_scroll_top(list.scroll_top() + above_px as i32 - ROOM_PX);
        }
    });
}
