//! What an event of a field or a key says. No opinion about what follows from it.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The text of the field that an event came from.
pub fn field_value(event: &Event) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
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
