//! The link to what is shown: which address there is to give, and copying it. A page of its own has its own; in a frame the article around
//! may have told its address; a frame by `srcdoc` has none. No opinion about what the fragment says.

use atlas::state::{State, given};
use atlas::words::{Catalogue, Key};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::{Callback, Event};

use super::copy::copy;
use crate::context::{Context, Shared};

/// The attributes of the document's element where `crates/render/src/guest.js` leaves the address that there is, without fragment, and what
/// address it is, a word of [`Key::ShareWhat`].
const ADDRESS: &str = "data-address";
const WHAT: &str = "data-what";

/// What follows a press on the line of the fold: it opens, and the address of this state is copied. Pressed again, it closes by itself.
pub fn on_share(context: &Context, state: &Shared<State>) -> Callback<Event> {
    let (cat, state) = (context.cat.clone(), state.clone());
    // The field has to be there before it can be copied from, and copying is allowed in the press itself alone.
    Callback::from(move |event: Event| {
        if share(&cat, &state).is_some() {
            event.prevent_default();
        }
    })
}

/// Nothing where the fold is open.
fn share(cat: &Catalogue, state: &State) -> Option<()> {
    let fold = part(".pa-share:not([open])")?;
    // The name is an attribute's, and no browser refuses it.
    let _ = fold.set_attribute("open", "");
    let page = part("html")?;
    let field = part(".pa-share input")?;
    field.set_value(&[&page.get_attribute(ADDRESS)?, "#", &given(state)].concat());
    let told = if copy(&field) { Key::CiteCopied } else { Key::CiteByHand };
    let words = [cat.of(Key::ShareWhat, &page.get_attribute(WHAT)?), " ", cat.get(told)].concat();
    part(".pa-share p")?.set_text_content(Some(&words));
    Some(())
}

/// The address that there is to give, with this fragment; the fragment alone where there is none, or none that holds elsewhere.
pub(super) fn link(fragment: &str) -> String {
    let address =
        part("html").and_then(|page| page.get_attribute(ADDRESS)).filter(|one| one.starts_with("http"));
    [address.as_deref().unwrap_or_default(), "#", fragment].concat()
}

/// A part of the page. Only the field has the methods of fields; what all elements have is asked of the others.
#[inline(never)]
fn part(selector: &str) -> Option<HtmlInputElement> {
    Some(document().query_selector(selector).ok()??.unchecked_into())
}
