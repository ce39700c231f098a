//! A field for a date. What the browser does not accept as a date between the bounds is refused beside the field, and changes nothing.
//! No opinion about what the date is for.

use atlas::date::Day;
use atlas::state::Action;
use atlas::words::Key;
use yew::prelude::*;

use crate::platform;
use crate::view::writer::{Writer, joined, tag};

/// Nobody asks for a year before this one in a collection of news.
const LEAST_YEAR: i32 = 1000;

/// The field of an id, with its label, its value, and the days that it has to lie between.
pub(crate) fn date_field(
    out: &mut Writer,
    id: &'static str,
    label: Key,
    [value, least, most]: [Option<Day>; 3],
    action: Callback<Option<Day>, Action>,
) {
    let text = |day: Option<Day>| day.map(|day| day.to_string());
    let refused = joined(&[id, "-refused"]);
    out.el(tag!("label", "class": "pa-date-field"), |out| {
        out.line(tag!("span"), label);
        let field = tag!(
            "input", "id": id, "type": "date", "min": text(least), "max": text(most), "aria-describedby": refused.clone(),
        );
        out.el(field, |out| {
            out.field(text(value).unwrap_or_default());
            let dispatch = out.context.dispatch.clone();
            let onchange = move |event: Event| {
                // What is refused is marked, and the style sheet shows the words beside it.
                if let Some(text) = platform::accepted_value(&event) {
                    let day = text.parse::<Day>().ok();
                    // While a year is typed, its first digits are one.
                    if day.is_none_or(|day| day.ymd().0 >= LEAST_YEAR) {
                        dispatch.emit(action.emit(day));
                    }
                }
            };
            out.on("change", Callback::from(onchange));
        });
        out.line(tag!("span", "id": refused, "class": "pa-refused", "role": "alert"), Key::DateRefused);
    });
}
