//! Title, one sentence on what this is, search, theme. No opinion about what is found.

use atlas::search::MAX_QUERY_CHARS;
use atlas::state::{Action, State, Theme};
use atlas::words::Key;
use yew::prelude::*;

use crate::platform;
use crate::view::writer::{Writer, tag};
use crate::view::{icon, icon_button};

/// What a search looks like.
const LENS: &str = "M-1.4-6A4.6 4.6 0 1 1-1.4 3.2 4.6 4.6 0 1 1-1.4-6M2 2 6 6";
const SUN: &str = "M0-3.4A3.4 3.4 0 1 1 0 3.4 3.4 3.4 0 1 1 0-3.4M0-7V-5.6M0 5.6V7M-7 0H-5.6M5.6 0H7M-5-5-4-4M4 4 5 5M-5 5-4 4M4-4 5-5";
const MOON: &str = "M5.8 1.9A6 6 0 1 1-1.9-5.8 4.8 4.8 0 0 0 5.8 1.9Z";

/// The head.
pub(crate) fn head(out: &mut Writer, state: &State) {
    out.el(tag!("header", "id": "pa-head", "class": "pa-head"), |out| {
        let corpus = out.context.corpus;
        out.el(tag!("div", "class": "pa-title"), |out| {
            out.line(tag!("h1"), corpus.title());
            out.line(tag!("p"), corpus.description());
        });
        out.el(tag!("div", "class": "pa-tools"), |out| {
            out.el(tag!("label", "class": "pa-search"), |out| {
                out.line(tag!("span", "class": "pa-hidden"), Key::SearchLabel);
                icon(out, LENS);
                let field = tag!(
                    "input", "id": "pa-search", "type": "search", "autocomplete": "off", "spellcheck": "false",
                    "maxlength": MAX_QUERY_CHARS, "placeholder": Key::SearchHint,
                );
                out.el(field, |out| {
                    out.field(state.query.clone());
                    let dispatch = out.context.dispatch.clone();
                    let search = move |event: Event| dispatch.emit(Action::Search(platform::field_value(&event)));
                    out.on("input", Callback::from(search));
                });
            });
            if state.pins.theme.is_none() {
                let (light, dark) = ("pa-button pa-to-theme pa-to-light", "pa-button pa-to-theme pa-to-dark");
                icon_button(out, (Key::ThemeLight, SUN), light, false, Action::SetTheme(Theme::Light));
                icon_button(out, (Key::ThemeDark, MOON), dark, false, Action::SetTheme(Theme::Dark));
            }
        });
    });
}
