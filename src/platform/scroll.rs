//! Keeps the current item of a list in sight, by scrolling that list alone: never the page, never the host.
//! No opinion about which item is current.

use web_sys::Element;
use yew::prelude::NodeRef;

/// Room left over the item.
const ROOM_PX: i32 = 6;

/// What the place of a list hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Another number is another list, which stands at its top.
    pub list: u32,
    /// Its current item.
    pub current: Option<&'static str>,
    /// How many items are drawn before it.
    pub before: usize,
}

/// Scrolls `list` to its item with `aria-current`, if its place has changed since `last`.
pub fn scroll_to_current(list: &NodeRef, last: &mut Option<Place>, place: Place) {
    let last = last.replace(place);
    // The first draw stands where the document stood; another list, at its top. Asking would lay out the page once more.
    if last.is_none_or(|last| last == place || (last.list != place.list && place.before == 0)) {
        return;
    }
    let Some(list) = list.cast::<Element>() else { return };
    let item = list.query_selector("[aria-current]").ok().flatten();
    if let Some(item) = item {
        let above_px = item.get_bounding_client_rect().top() - list.get_bounding_client_rect().top();
        list.set_scroll_top(list.scroll_top() + above_px as i32 - ROOM_PX);
    }
}
