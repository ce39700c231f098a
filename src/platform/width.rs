//! The width of the container, px. No opinion about what it means.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::ResizeObserver;
use yew::prelude::*;

use super::ROOT;

/// Reports the width of the root element whenever it changes.
#[hook]
pub fn use_width(report: Callback<f64>) {
    use_effect_with((), move |()| {
        let measure = move || {
            let width =
                document().get_element_by_id(ROOT).map(|root| root.get_bounding_client_rect().width());
            // A frame that is hidden has no width; it keeps the one that it had.
            if let Some(width) = width.filter(|width| *width > 0.0) {
                report.emit(width);
            }
        };
        let closure = Closure::<dyn FnMut()>::new(measure);
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok();
        // The body, not the root: the root is put into the page after the first draw.
        if let (Some(observer), Some(body)) = (&observer, document().body()) {
            observer.observe(&body);
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(closure);
        }
    });
}
