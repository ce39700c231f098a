//! A field for a date. What the browser does not accept as a date between the bounds is refused beside the field, and changes nothing.
//! No opinion about what the date is for.

use atlas::date::Day;
use atlas::state::Action;
use atlas::words::Key;
use yew::prelude::*;

use crate::context::Context;
use crate::platform;
use crate::view::element::{attrs, el, joined};

/// The field of an id, with its label, its value, and the days that it has to lie between.
pub(crate) fn date_field(
    context: &Context,
    id: &'static str,
    label: Key,
    value: Option<Day>,
    (least, most): (Option<Day>, Option<Day>),
    action: Callback<Option<Day>, Action>,
) -> Html {
    let dispatch = context.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        // The browser says itself that a field holds no date; the style sheet then shows the words beside it.
        if let Some(text) = platform::accepted_value(&event) {
            dispatch.emit(action.emit(text.parse().ok()));
        }
    });
    let text = |day: Option<Day>| day.map(|day| day.to_string());
    let refused = joined(&[id, "-refused"]);
    let field = attrs! {
        "id": id, "type": "date", "min": text(least), "max": text(most), "aria-describedby": refused.clone(),
    };
    el("label", attrs! { "class": "pa-date-field" })
        .with(el("span", attrs! {}).text(context.say(label)))
        .with(el("input", field).field(text(value).unwrap_or_default().into()).on("change", onchange))
        .with(
            el("span", attrs! { "id": refused, "class": "pa-refused", "role": "alert" })
                .text(context.say(Key::DateRefused)),
        )
        .into()
}
