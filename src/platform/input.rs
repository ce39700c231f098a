//! What an event of a field or a key says. No opinion about what follows from it.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The text of the field that an event came from.
pub fn field_value(event: &Event) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// The same, where the browser accepts the field's text as what the field is for; empty text is accepted.
pub fn accepted_value(event: &Event) -> Option<String> {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())?;
    let refused = field.matches(":invalid").unwrap_or_default();
    (!refused).then(|| field.value())
}

/// What follows a key without Ctrl, Alt or Meta; where `act` takes the key, nobody else does.
pub fn on_key(act: impl Fn(&str) -> bool + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if !(key.ctrl_key() || key.alt_key() || key.meta_key()) && act(&key.key()) {
            event.prevent_default();
            event.stop_propagation();
        }
    })
}

/// Enter and space press what is focused, as on a button.
pub fn on_activate(press: Callback<Event>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let key = event.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key);
        if matches!(key.as_deref(), Some("Enter" | " ")) {
            event.prevent_default();
            event.stop_propagation();
            press.emit(event);
        }
    })
}

/// Puts the focus on the mark of an entry when the arrow keys have gone to it.
#[hook]
pub fn use_focus_mark(drawing: NodeRef, id: Option<&'static str>) {
    use_effect_with(id, move |id| {
        let mark = id.zip(drawing.cast::<web_sys::Element>()).and_then(|(id, drawing)| {
            drawing.query_selector(&["[data-mark=", id, "]"].concat()).ok().flatten()
        });
        if let Some(mark) = mark {
            // Elements of a drawing take the focus as those of HTML do. Refused only where the mark is gone.
            let _ = mark.unchecked_ref::<web_sys::HtmlElement>().focus();
        }
    });
}
