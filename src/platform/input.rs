//! What an event of a field or a key says, and where the focus goes by it. No opinion about what else follows from it.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent, NodeList, PointerEvent};
use yew::prelude::{Callback, Event, NodeRef};

/// The text of the field that an event came from.
pub fn field_value(event: &Event) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// The same, where the browser accepts the field's text as what the field is for; empty text is accepted. What is refused is marked, until
/// the page is drawn anew.
pub fn accepted_value(event: &Event) -> Option<String> {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())?;
    let value = field.value();
    // WebKit calls a field invalid for being empty once it was not.
    let refused =
        field.validity().bad_input() || (!value.is_empty() && field.matches(":invalid").unwrap_or_default());
    // The name and the value are fixed words; no browser refuses them.
    let _ = if refused { field.set_attribute(REFUSED, "true") } else { field.remove_attribute(REFUSED) };
    (!refused).then_some(value)
}

/// The page was drawn anew, and with it what every field holds.
pub(super) fn forget_refused() {
    while let Ok(Some(field)) = document().query_selector(&["[", REFUSED, "]"].concat()) {
        let _ = field.remove_attribute(REFUSED);
    }
}

const REFUSED: &str = "aria-invalid";

/// What follows a key without Ctrl, Alt or Meta; where `act` takes the key, nobody else does.
pub fn on_key(act: impl Fn(&str) -> bool + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if act(&key(&event)) {
            event.prevent_default();
            event.stop_propagation();
        }
    })
}

/// Enter and space press what is focused, as on a button.
pub fn on_activate(press: Callback<Event>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if matches!(key(&event).as_str(), "Enter" | " ") {
            event.prevent_default();
            event.stop_propagation();
            press.emit(event);
        }
    })
}

/// Arrows, Home and End go from the focused element to another of its group: those that match `selector` within the nearest `group`, in
/// their order, round and round. Whether it was such a key.
pub fn roved(event: &Event, group: &str, selector: &str) -> bool {
    let Some((all, at)) = among(event, group, selector) else { return false };
    let count = all.length() as usize;
    let to = match key(event).as_str() {
        "ArrowRight" | "ArrowDown" => at + 1,
        "ArrowLeft" | "ArrowUp" => at + count - 1,
        "Home" => 0,
        "End" => count - 1,
        _ => return false,
    };
    event.prevent_default();
    if let Some(next) = all.item((to % count) as u32) {
        // An SVG element is focused by the method of the same name.
        let _ = next.unchecked_into::<HtmlElement>().focus();
    }
    true
}

/// The same in a grid of so many columns, without going round: arrows to the neighbour, Home and End to the ends of the row, with Ctrl to
/// the first and the last of all.
pub fn roved_grid(event: &Event, group: &str, selector: &str, columns: usize) {
    let (Some((all, at)), Some(pressed)) = (among(event, group, selector), event.dyn_ref::<KeyboardEvent>())
    else {
        return;
    };
    let count = all.length() as usize;
    let (column, ctrl) = (at % columns, pressed.ctrl_key() || pressed.meta_key());
    let to = match pressed.key().as_str() {
        "ArrowRight" if column + 1 < columns => at + 1,
        "ArrowLeft" if column > 0 => at - 1,
        "ArrowDown" => at + columns,
        "ArrowUp" => at.checked_sub(columns).unwrap_or(at),
        "Home" => {
            if ctrl {
                0
            } else {
                at - column
            }
        }
        "End" => {
            if ctrl {
                count - 1
            } else {
                at - column + columns - 1
            }
        }
        "ArrowRight" | "ArrowLeft" => at,
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = all.item(to as u32) {
        let _ = next.unchecked_into::<HtmlElement>().focus();
    }
}

/// The elements that match within the group around, and the place of the one among them that an event happened at.
#[inline(never)]
fn among(event: &Event, group: &str, selector: &str) -> Option<(NodeList, usize)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let all = target.closest(group).ok()??.query_selector_all(selector).ok()?;
    let at = (0..all.length()).find(|at| all.item(*at).is_some_and(|node| *node == **target))?;
    Some((all, at as usize))
}

/// The place of what an event happened at among the elements that match within the group around.
pub fn place_among(event: &Event, group: &str, selector: &str) -> Option<usize> {
    among(event, group, selector).map(|(_, at)| at)
}

/// The key that was pressed, without Ctrl, Alt or Meta; else nothing.
pub fn key(event: &Event) -> String {
    let event = event.dyn_ref::<KeyboardEvent>();
    let event = event.filter(|event| !(event.ctrl_key() || event.alt_key() || event.meta_key()));
    event.map(KeyboardEvent::key).unwrap_or_default()
}

/// The value that the nearest element with this attribute has, from where an event happened upwards.
pub fn value_at(event: &Event, attribute: &str) -> Option<String> {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok())?;
    target.closest(&["[", attribute, "]"].concat()).ok()??.get_attribute(attribute)
}

/// Whether what an event met is shown to be met: by a mouse, or by the focus of a keyboard.
pub fn is_met(event: &Event) -> bool {
    match event.dyn_ref::<PointerEvent>() {
        Some(event) => event.pointer_type() == "mouse",
        None => {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            target.is_some_and(|target| target.matches(":focus-visible").unwrap_or(false))
        }
    }
}

/// Puts the focus on the element of an id.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        // Refused only where the element is gone.
        let _ = element.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Puts the focus on the mark of an entry.
pub fn focus_mark(drawing: &NodeRef, id: &str) {
    let drawing = drawing.cast::<Element>();
    let mark = drawing.and_then(|drawing| drawing.query_selector(&["[data-mark=", id, "]"].concat()).ok()?);
    if let Some(mark) = mark {
        // Elements of a drawing take the focus as those of HTML do. Refused only where the mark is gone.
        let _ = mark.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Puts the focus on the first element that matches `selector`, from where an event happened out to the nearest `group`.
pub fn focus_beside(event: &Event, group: &str, selector: &str) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let beside = target.and_then(|target| target.closest(group).ok()??.query_selector(selector).ok()?);
    if let Some(beside) = beside {
        // As above: refused only where it is gone.
        let _ = beside.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Whether a pointer goes out of all that matches `selector`, and not from one part of it to another.
pub fn is_leaving(event: &Event, selector: &str) -> bool {
    let next =
        event.dyn_ref::<PointerEvent>().and_then(|event| event.related_target()?.dyn_into::<Element>().ok());
    next.is_none_or(|next| next.closest(selector).ok().flatten().is_none())
}
