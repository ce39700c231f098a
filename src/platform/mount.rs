//! Mounts the app: draws into a detached root and, after the first draw, puts it in the place of the document's shell in one
//! animation frame. Ids, focus and scroll positions stay. Until then, and whenever something fails, the document stands as it was served.

use atlas::model::Corpus;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement};
use yew::prelude::Callback;

use super::ROOT;
use super::error::{Failure, show};
use super::print::open_record_for_print;
use super::{corpus, environment};
use crate::app::{App, AppProps};

/// Starts the widget in the page.
pub fn mount() {
    if let Err(failure) = draw() {
        show(failure);
    }
}

fn draw() -> Result<(), Failure> {
    let shell = document().get_element_by_id(ROOT).ok_or(Failure::App)?;
    let corpus = Corpus::open(corpus::bytes(&shell)).map_err(|_| Failure::Corpus)?;
    let environment = environment::read(&window(), &shell, corpus).ok_or(Failure::App)?;
    // Without children, but with the id and every attribute. Yew empties its root and listens for events there,
    // so that the root itself, not its children, has to take the place of the shell.
    let drawn: Element = shell.clone_node().ok().and_then(|node| node.dyn_into().ok()).ok_or(Failure::App)?;
    let on_drawn = {
        let drawn = drawn.clone();
        Callback::from(move |()| swap_in_next_frame(shell.clone(), drawn.clone()))
    };
    // Told when the scheduler has drawn, which may be later than `render` returns.
    let props = AppProps { corpus, environment, on_drawn };
    yew::Renderer::<App>::with_root_and_props(drawn, props).render();
    Ok(())
}

fn swap_in_next_frame(shell: Element, drawn: Element) {
    let frame = Closure::once_into_js(move || {
        if swap(&shell, &drawn).is_none() {
            show(Failure::App);
        }
    });
    if window().request_animation_frame(frame.unchecked_ref()).is_err() {
        show(Failure::App);
    }
}

fn swap(shell: &Element, drawn: &Element) -> Option<()> {
    let page = window();
    let scroll_px = (page.scroll_x().ok()?, page.scroll_y().ok()?);
    let scrolled: Vec<(String, i32, i32)> = elements(shell, "[id]")
        .filter(|element| element.scroll_top() != 0 || element.scroll_left() != 0)
        .map(|element| (element.id(), element.scroll_top(), element.scroll_left()))
        .collect();
    let focused = document()
        .active_element()
        .filter(|focused| shell.contains(Some(focused)))
        .map(|focused| focused.id());

    shell.replace_with_with_node_1(drawn).ok()?;

    let find = |id: &str| document().get_element_by_id(id);
    for (id, top, left) in scrolled {
        if let Some(element) = find(&id) {
            element.set_scroll_top(top);
            element.set_scroll_left(left);
        }
    }
    if let Some(element) = focused.and_then(|id| find(&id)?.dyn_into::<HtmlElement>().ok()) {
        // Focusing scrolls; the position is restored below.
        element.focus().ok()?;
    }
    if (page.scroll_x().ok()?, page.scroll_y().ok()?) != scroll_px {
        page.scroll_to_with_x_and_y(scroll_px.0, scroll_px.1);
    }
    open_record_for_print();
    drawn.set_attribute("data-ready", "true").ok()
}

fn elements(within: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let list = within.query_selector_all(selector).ok();
    let count = list.as_ref().map_or(0, |list| list.length());
    (0..count).filter_map(move |at| list.as_ref()?.item(at)?.dyn_into().ok())
}
