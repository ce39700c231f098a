//! The app: the regions of the shell, in the order of the page. No opinion about the browser.

use atlas::model::Corpus;
use yew::prelude::*;

use crate::Environment;

/// What the app is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// What is shown.
    pub corpus: Corpus,
    /// Where it is shown.
    pub environment: Environment,
}

/// The shell.
#[component]
pub fn App(props: &AppProps) -> Html {
    let chosen = use_state(|| None::<u32>);
    let venue = chosen.and_then(|row| props.corpus.venue(row));
    html! {
        <div class="pa">
            <header id="pa-head"><h1>{ props.corpus.title().in_language(0) }</h1></header>
            <section id="pa-answer">{ venue.map(|venue| venue.name().in_language(0)) }</section>
            <section id="pa-map">
                { for props.corpus.venues().enumerate().map(|(row, venue)| {
                    let chosen = chosen.clone();
                    let onclick = move |_| chosen.set(Some(row as u32));
                    html! { <button type="button" class={format!("v-{}", venue.id())} {onclick}>{ venue.name().in_language(0) }</button> }
                }) }
            </section>
            <section id="pa-timeline"></section>
            <section id="pa-reader"></section>
            <p id="pa-note" role="status"></p>
            <p id="pa-error" role="alert"></p>
        </div>
    }
}
