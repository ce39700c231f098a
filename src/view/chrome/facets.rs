//! The facets: one quiet button that unfolds them over the page, each value a button with the number of entries that it has under all
//! other filters. They are counted while they are unfolded only. No opinion about what a value means.

use atlas::state::{Action, Facet, State, tally};
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
        out.el(tag!("fieldset"), |out| {
            out.el(tag!("legend"), |out| out.text_of(Key::Facet, facet.word()));
            out.el(tag!("div", "class": "pa-choices"), |out| {
                for &(choice, count) in tally.iter().filter(|told| told.0.facet == facet) {
                    let value = tag!(
                        "button", "type": "button", "class": "pa-button", "data-facet": facet.word(), "data-value": choice.word,
                        "aria-pressed": state.chosen.contains(&choice),
                    );
                    out.el(value, |out| {
                        out.act(Action::Choose(choice));
                        out.line(tag!("bdi"), called(context, choice).to_owned());
                        out.text(" ");
                        out.line(tag!("b"), context.cat.number(count));
                    });
                }
            });
        });
    }
}
