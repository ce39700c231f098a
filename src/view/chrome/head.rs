//! Title, one sentence on what this is, search, theme. No opinion about what is found.

use atlas::state::{Action, MAX_QUERY_CHARS, State, Theme};
use atlas::words::Key;
use yew::prelude::*;

use crate::context::{Context, Shared};
use crate::platform;

/// Properties of [`Head`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HeadProps {
    /// Corpus, words, dispatch.
    pub context: Context,
    /// The state.
    pub state: Shared<State>,
}

/// The head.
#[component]
pub fn Head(props: &HeadProps) -> Html {
    let HeadProps { context, state } = props;
    let dispatch = context.dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        dispatch.emit(Action::Search(platform::input_value(&event)));
    });
    let themes = [
        (
            Theme::Light,
            Key::ThemeLight,
            "M0-3.4A3.4 3.4 0 1 1 0 3.4 3.4 3.4 0 1 1 0-3.4M0-7V-5.6M0 5.6V7M-7 0H-5.6M5.6 0H7M-5-5-4-4M4 4 5 5M-5 5-4 4M4-4 5-5",
        ),
        (Theme::Dark, Key::ThemeDark, "M5.8 1.9A6 6 0 1 1-1.9-5.8 4.8 4.8 0 0 0 5.8 1.9Z"),
    ];
    html! {
        <header id="pa-head" class="pa-head">
            <div class="pa-title">
                <h1>{ context.text(context.corpus.title()) }</h1>
                <p>{ context.text(context.corpus.description()) }</p>
            </div>
            <div class="pa-tools">
                <label class="pa-search">
                    <span class="pa-hidden">{ context.say(Key::SearchLabel) }</span>
                    <svg class="pa-icon" viewBox="-8 -8 16 16" aria-hidden="true"><path d="M-1.4-6A4.6 4.6 0 1 1-1.4 3.2 4.6 4.6 0 1 1-1.4-6M2 2 6 6" /></svg>
                    <input
                        id="pa-search" type="search" autocomplete="off" spellcheck="false" maxlength={MAX_QUERY_CHARS.to_string()}
                        placeholder={context.say(Key::SearchHint)} value={state.query.clone()} {oninput}
                    />
                </label>
                if state.pins.theme.is_none() {
                    { for themes.into_iter().map(|(theme, key, path)| {
                        let onclick = context.on(move || Action::SetTheme(theme));
                        let class = classes!("pa-button", "pa-to-theme", format!("pa-to-{}", theme.word()));
                        let label = context.say(key);
                        html! {
                            <button key={theme.word()} type="button" {class} aria-label={label.clone()} title={label} {onclick}>
                                <svg class="pa-icon" viewBox="-8 -8 16 16" aria-hidden="true"><path d={path} /></svg>
                            </button>
                        }
                    }) }
                }
            </div>
        </header>
    }
}
