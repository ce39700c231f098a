//! What happens in a fold that cites: its text is put into its field, copied and saved, and a text that is pasted is held against the
//! quotations. The fold is not drawn anew for it; its fields keep what they show. No opinion about the texts.

use atlas::cite::{Form, cite};
use atlas::receipt::told;
use atlas::state::{Report, given};
use atlas::words::Key;
use gloo::utils::{document, window};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Element, HtmlElement, HtmlInputElement, Url};
use yew::prelude::{Callback, Event};

use super::copy::{copy, select};
use super::share::link;
use crate::context::Context;
use crate::view::cite::Subject;

/// What follows an event in a fold.
pub fn on_cite(context: &Context, subject: Subject) -> Callback<Event> {
    let context = context.clone();
    Callback::from(move |event: Event| {
        if let Some(target) = event.target() {
            // Refused only where a part of the fold is gone.
            let _ = follow(&context, &subject, target.unchecked_ref());
        }
    })
}

fn follow(context: &Context, subject: &Subject, target: &HtmlInputElement) -> Option<()> {
    let cat = &context.cat;
    if let Some(field) = find(target, ".pa-check", "textarea") {
        let told = told(context.corpus, cat, &field.value());
        find(target, ".pa-check", "output")?.set_text_content(Some(&told));
        return Some(());
    }
    let form = Form::from_word(&find(target, FOLD, "select")?.value());
    let corpus = context.corpus;
    let one;
    let (id, shown, address) = match subject {
        Subject::Entry(entry) => {
            one = [(*entry, Report::Surely)];
            (entry.id(), one.as_slice(), None)
        }
        Subject::Shown(state, view) => (corpus.id(), view.shown.as_slice(), Some(link(&given(state)))),
    };
    let text = cite(corpus, cat, shown, address.as_deref(), form);
    let result = find(target, FOLD, "textarea")?;
    result.set_value(&text);
    // A button has its value in an attribute, other fields have none there.
    let button = target.get_attribute("value").unwrap_or_default();
    let told = match button.as_str() {
        "" => "",
        "copy" if copy(&result) => cat.get(Key::CiteCopied),
        // Spreadsheets know UTF-8 by its mark.
        "save"
            if save(
                &[id, ".", form.word()].concat(),
                &[if form == Form::Csv { "\u{feff}" } else { "" }, &text].concat(),
            ) =>
        {
            ""
        }
        _ => {
            select(&result);
            cat.get(Key::CiteByHand)
        }
    };
    find(target, FOLD, "output")?.set_text_content(Some(told));
    Some(())
}

const FOLD: &str = ".pa-cite";

/// What is in the part of a fold in which something happened. Fields of one line, of several and of choices have properties of the same
/// names.
#[inline(never)]
fn find(target: &Element, part: &str, selector: &str) -> Option<HtmlInputElement> {
    Some(target.closest(part).ok()??.query_selector(selector).ok()??.unchecked_into())
}

/// Saves a text under a name; whether it was asked for. Not in a sandbox, which may refuse it, and browsers say that in the console alone.
#[inline(never)]
fn save(name: &str, text: &str) -> bool {
    let page = window();
    // Pages from disk have no origin either, but no page around them.
    let boxed = page.origin() == "null" && page.parent().is_ok_and(|parent| parent.as_ref() != Some(&page));
    !boxed && give(name, text).is_ok()
}

/// The file is the page's for as long as that is there: nothing tells when a browser has read it.
fn give(name: &str, text: &str) -> Result<(), JsValue> {
    let file = Blob::new_with_str_sequence(&Array::of1(&text.into()))?;
    let link = document().create_element("a")?;
    link.set_attribute("href", &Url::create_object_url_with_blob(&file)?)?;
    link.set_attribute("download", name)?;
    link.unchecked_into::<HtmlElement>().click();
    Ok(())
}
