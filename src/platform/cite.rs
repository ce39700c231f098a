//! What happens in a fold that cites: its texts are put into its fields, copied and saved, and a text that is pasted is held
//! against the quotations. The fold is not drawn anew for it; its radio buttons and fields keep what they show. No opinion about the
//! texts.
//!
//! Copying goes by the selection: that is allowed in frames and for pages from disk, and where it is refused nothing is said.
//! `navigator.clipboard` writes a line to the console there.

use atlas::cite::{Cited, Form, cite};
use atlas::receipt::{Told, told};
use atlas::words::Key;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Element, HtmlDocument, HtmlElement, HtmlInputElement, Url};
use yew::prelude::{Callback, Event};

use crate::context::Context;
use crate::view::cite::Subject;

/// Browsers have read a file by then.
const KEPT_MS: u32 = 10_000;

/// What follows an event in a fold.
pub fn on_cite(context: &Context, subject: Subject) -> Callback<Event> {
    let context = context.clone();
    Callback::from(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(target) = target {
            // Refused only where a part of the fold is gone.
            let _ = follow(&context, &subject, &event, &target);
        }
    })
}

fn follow(context: &Context, subject: &Subject, event: &Event, target: &Element) -> Option<()> {
    let fold = target.closest("details").ok()??;
    let find = |selector: &str| fold.query_selector(selector).ok()?;
    // Fields of one and of several lines, and buttons, have properties and methods of the same names.
    let field = find("textarea")?.unchecked_into::<HtmlInputElement>();
    let form = find(":checked")?.unchecked_into::<HtmlInputElement>().value();
    let form = Form::from_word(&form)?;
    let text = || {
        let cited = match subject {
            Subject::Entry(entry) => Cited::Entry(*entry),
            Subject::Shown(state, view) => Cited::Shown(state, view),
        };
        cite(context.corpus, &context.cat, &cited, form)
    };
    let check = target.closest(".pa-check").ok()?;
    let tell = |key: Option<Key>| {
        let words = key.map(|key| context.cat.get(key));
        if let Some(status) = find("[role]") {
            status.set_text_content(words);
        }
    };
    let button = target.get_attribute("value").unwrap_or_default();
    match (event.type_().as_str(), check) {
        ("input", Some(check)) => show(context, &check, &target.unchecked_ref::<HtmlInputElement>().value()),
        ("toggle" | "input", None) => {
            field.set_value(&if fold.has_attribute("open") { text() } else { String::new() });
            tell(None);
        }
        ("click", None) if button == "copy" => {
            tell(Some(if copy(&field) { Key::CiteCopied } else { Key::CiteByHand }))
        }
        ("click", None) if button == "save" => {
            let id = match subject {
                Subject::Entry(entry) => entry.id(),
                Subject::Shown(..) => context.corpus.id(),
            };
            // Spreadsheets know UTF-8 by its mark.
            let mark = if form == Form::Csv { "\u{feff}" } else { "" };
            let saved = save(&[id, ".", form.word()].concat(), &[mark, &text()].concat());
            if !saved {
                select(&field);
            }
            tell((!saved).then_some(Key::CiteByHand));
        }
        _ => {}
    }
    Some(())
}

fn select(field: &HtmlInputElement) {
    // Refused only where the field is gone.
    let _ = field.focus();
    field.select();
}

/// Copies the text of a field, and gives the focus back. Where that is refused the text stays selected, for the reader to copy.
fn copy(field: &HtmlInputElement) -> bool {
    let before = document().active_element();
    select(field);
    let copied = document().unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false);
    if let Some(before) = before.filter(|_| copied) {
        let _ = before.unchecked_into::<HtmlElement>().focus();
    }
    copied
}

/// Saves a text under a name. Not in a sandbox, which may refuse it, and browsers say that in the console alone; whether it was asked for.
fn save(name: &str, text: &str) -> bool {
    let page = window();
    // Pages from disk have no origin either, but no page around them.
    let boxed = page.origin() == "null" && page.parent().is_ok_and(|parent| parent.as_ref() != Some(&page));
    !boxed && give(name, text).is_ok()
}

fn give(name: &str, text: &str) -> Result<(), JsValue> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into()))?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link = document().create_element("a")?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.unchecked_into::<HtmlElement>().click();
    Timeout::new(KEPT_MS, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}

/// Shows what of a text stands there.
fn show(context: &Context, check: &Element, text: &str) {
    let composed = |text: &str| JsString::from(text).normalize("NFC").into();
    let Told { sum, lines } = told(context.corpus, &context.cat, text, &composed);
    let find = |selector: &str| check.query_selector(selector).ok().flatten();
    if let (Some(status), Some(list)) = (find("[role]"), find("ul")) {
        status.set_text_content(Some(&sum));
        list.set_text_content(None);
        for (stands, quotation, words) in lines {
            let item = add(&list, "li", None);
            let item = item.as_ref().unwrap_or(&list);
            let _ = item.set_attribute("data-stands", if stands { "true" } else { "false" });
            add(item, "bdi", Some(&quotation));
            add(item, "bdi", Some(&words));
        }
    }
}

fn add(to: &Element, name: &str, text: Option<&str>) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    element.set_text_content(text);
    to.append_child(&element).ok()?;
    Some(element)
}
