//! The facets: one quiet button that unfolds them over the page, each value a button with the number of entries that it has under all
//! other filters. They are counted while they are unfolded only. No opinion about what a value means.

use atlas::decimal::whole;
use atlas::state::{Action, Facet, Period, State, tally};
use atlas::words::Key;
use yew::Callback;

use crate::platform;
use crate::view::icon;
use crate::view::reader::called;
use crate::view::writer::{Writer, class, tag, word_if};

/// What the button shows: a funnel.
const FUNNEL: &str = "M-6-5H6L1.6.4V5.4L-1.6 3.8V.4Z";

/// The button, and what it unfolds.
pub(super) fn facets(out: &mut Writer, state: &State) {
    let open = state.facets_open;
    out.el(tag!("div", "class": "pa-facets"), |out| {
        let dispatch = out.context.dispatch.clone();
        out.on(
            "keydown",
            Callback::from(move |event| {
                if open && platform::key(&event) == "Escape" {
                    // Before what has the focus is gone.
                    platform::focus("pa-facets");
                    dispatch.emit(Action::UnfoldFacets(false));
                }
            }),
        );
        let button = tag!(
            "button", "id": "pa-facets", "type": "button",
            "class": class(&["pa-button", word_if(!state.chosen.is_empty(), "pa-on")]), "aria-expanded": open,
        );
        out.el(button, |out| {
            // The button stays the same, with the focus, when what it unfolds comes and goes.
            out.key("button");
            out.act(Action::UnfoldFacets(!open));
            icon(out, FUNNEL);
            out.line(tag!("span"), Key::FacetsLabel);
        });
        if open {
            let panel = tag!("div", "id": "pa-facets-panel", "class": "pa-panel", "role": "group", "aria-label": Key::FacetsLabel);
            out.el(panel, |out| {
                out.key("panel");
                values(out, state);
            });
        }
    });
}

fn values(out: &mut Writer, state: &State) {
    let context = out.context;
    let tally = tally(context.corpus, state);
    for facet in Facet::ALL {
        group(out, Key::Facet, facet.word(), |out| {
            for &(choice, count) in tally.choices.iter().filter(|told| told.0.facet == facet) {
                let (name, on) = (called(context, choice), state.chosen.contains(&choice));
                value(out, (facet.word(), Some(choice.word)), name, on, count, Action::Choose(choice));
            }
        });
    }
    group(out, Key::PeriodLabel, "", |out| {
        for &(year, period, count) in &tally.years {
            let on = state.period == period;
            let next = if on { Period { surely: period.surely, ..Period::default() } } else { period };
            value(out, ("year", None), &whole(year.into()), on, count, Action::SetPeriod(next));
        }
    });
}

fn group(out: &mut Writer, area: Key, word: &'static str, values: impl FnOnce(&mut Writer)) {
    out.el(tag!("fieldset"), |out| {
        out.el(tag!("legend"), |out| out.text_of(area, word));
        out.el(tag!("div", "class": "pa-choices"), values);
    });
}

fn value(
    out: &mut Writer,
    (facet, word): (&'static str, Option<&'static str>),
    name: &str,
    on: bool,
    count: usize,
    press: Action,
) {
    let button = tag!(
        "button", "type": "button", "class": class(&["pa-button", word_if(count == 0, "pa-none")]), "data-facet": facet,
        "data-value": word, "aria-pressed": on,
    );
    out.el(button, |out| {
        out.act(press);
        out.line(tag!("bdi"), name.to_owned());
        out.text(" ");
        out.line(tag!("b"), out.context.cat.number(count));
    });
}
