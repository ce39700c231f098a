//! The record: every entry with its excerpts and sources, as plain markup under the app.

use yew::prelude::*;

use crate::app::AppProps;

/// The record of a corpus.
#[component]
pub fn Record(props: &AppProps) -> Html {
    html! { <>
        <summary>{ props.corpus.title().in_language(0) }</summary>
        <p>{ props.corpus.description().in_language(0) }</p>
    </> }
}
