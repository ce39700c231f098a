//! What an event of a field or a key says. No opinion about what follows from it.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The text of the field that is being typed into.
pub fn input_value(event: &InputEvent) -> String {
    value(event.target())
}

/// The text of the field that was changed.
pub fn changed_value(event: &Event) -> String {
    value(event.target())
}

fn value(target: Option<web_sys::EventTarget>) -> String {
    target
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        .map(|field| field.value())
        .unwrap_or_default()
}

/// Enter and space press what is focused, as on a button.
pub fn on_activate(press: Callback<()>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            event.stop_propagation();
            press.emit(());
        }
    })
}
