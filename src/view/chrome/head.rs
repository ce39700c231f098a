//! Title, one sentence on what this is, search, theme. No opinion about what is found.

use atlas::state::{Action, MAX_QUERY_CHARS, State, Theme};
use atlas::words::Key;
use yew::prelude::*;

use crate::context::Context;
use crate::platform;
use crate::view::element::{attrs, el};
use crate::view::{icon, icon_button};

/// What a search looks like.
const LENS: &str = "M-1.4-6A4.6 4.6 0 1 1-1.4 3.2 4.6 4.6 0 1 1-1.4-6M2 2 6 6";
const SUN: &str = "M0-3.4A3.4 3.4 0 1 1 0 3.4 3.4 3.4 0 1 1 0-3.4M0-7V-5.6M0 5.6V7M-7 0H-5.6M5.6 0H7M-5-5-4-4M4 4 5 5M-5 5-4 4M4-4 5-5";
const MOON: &str = "M5.8 1.9A6 6 0 1 1-1.9-5.8 4.8 4.8 0 0 0 5.8 1.9Z";

/// The head.
pub(crate) fn head(context: &Context, state: &State) -> Html {
    let dispatch = context.dispatch.clone();
    let oninput = Callback::from(move |event: Event| {
        dispatch.emit(Action::Search(platform::field_value(&event)));
    });
    let field = attrs! {
        "id": "pa-search", "type": "search", "autocomplete": "off", "spellcheck": "false",
        "maxlength": MAX_QUERY_CHARS.to_string(), "placeholder": context.say(Key::SearchHint),
    };
    let search = el("label", attrs! { "class": "pa-search" })
        .with(el("span", attrs! { "class": "pa-hidden" }).text(context.say(Key::SearchLabel)))
        .with(icon(LENS))
        .with(el("input", field).field(state.query.clone().into()).on("input", oninput));
    let mut tools = el("div", attrs! { "class": "pa-tools" }).with(search);
    if state.pins.theme.is_none() {
        let button = |key: Key, class: &'static str, path: &'static str, theme: Theme| {
            icon_button(context, key, class, path, false, context.act(Action::SetTheme(theme)))
        };
        tools = tools
            .with(button(Key::ThemeLight, "pa-button pa-to-theme pa-to-light", SUN, Theme::Light))
            .with(button(Key::ThemeDark, "pa-button pa-to-theme pa-to-dark", MOON, Theme::Dark));
    }
    let title = el("div", attrs! { "class": "pa-title" })
        .with(el("h1", attrs! {}).text(context.text(context.corpus.title())))
        .with(el("p", attrs! {}).text(context.text(context.corpus.description())));
    el("header", attrs! { "id": "pa-head", "class": "pa-head" }).with(title).with(tools).into()
}
