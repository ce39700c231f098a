//! The filters that are set, in words: a chip for each that takes it away, and where nothing is shown, what was asked and the smallest
//! ways back. The venue has its chip in the bar. No opinion about how a filter is set.

use atlas::state::{Action, Choice, Facet, Filters, State, VenueFilter, View, filters, report_dates, undo};
use atlas::words::{Key, day, period};
use yew::prelude::*;

use crate::context::Context;
use crate::platform;
use crate::view::icon;
use crate::view::writer::{Writer, joined, tag};

/// So many ways back are offered.
const WAYS: usize = 3;
/// What taking away looks like.
const CROSS: &str = "M-3-3 3 3M3-3-3 3";

/// What a value of a facet is called.
pub(crate) fn called(context: &Context, choice: Choice) -> &str {
    let cat = &context.cat;
    match (choice.facet, choice.name) {
        (_, Some(name)) => name.in_language(cat.language()),
        (Facet::Kind, _) => cat.of(Key::Kind, choice.word),
        (Facet::Attribution, _) => cat.of(Key::Attribution, choice.word),
        _ if choice.is_unknown() => cat.get(Key::FacetUnknownOutlet),
        _ => choice.word,
    }
}

/// As of when an editor has fixed the page, and whether there is more.
pub(super) fn pinned(out: &mut Writer, state: &State, view: &View) {
    let cat = &out.context.cat;
    if let Some(day_pinned) = state.pins.as_of {
        let words = cat.fill(Key::AsOfPinned, &[("date", &day(cat, day_pinned))]);
        let later = if view.later > 0 { cat.get(Key::AsOfLater) } else { "" };
        out.el(tag!("p", "class": "pa-pinned"), |out| {
            out.key("pinned");
            out.text(joined(&[&words, " ", later]));
        });
    }
}

/// One filter in words.
fn words(context: &Context, state: &State, filter: Filters) -> String {
    let cat = &context.cat;
    match filter {
        Filters::VENUE => match state.venue {
            VenueFilter::Venue(venue) => venue.name().in_language(cat.language()).to_owned(),
            _ => cat.get(Key::NoVenue).to_owned(),
        },
        Filters::SEARCH => cat.fill(Key::SearchedFor, &[("query", &state.query)]),
        Filters::PERIOD => period(cat, state.period).unwrap_or_default(),
        Filters::AS_OF => {
            let date = state.chosen_as_of.map(|on| day(cat, on)).unwrap_or_default();
            [cat.get(Key::AsOfLabel), " ", &date].concat()
        }
        facet => {
            let chosen = state.chosen.iter().filter(|choice| Filters::facet(choice.facet) == facet);
            let names: Vec<&str> = chosen.map(|choice| called(context, *choice)).collect();
            cat.list(Key::ListOr, &names)
        }
    }
}

/// Several filters in words.
fn all_words(context: &Context, state: &State, filters: Filters) -> String {
    let words: Vec<String> = filters.each().map(|filter| words(context, state, filter)).collect();
    context.cat.list(Key::ListAnd, &words.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The chips, and one that takes everything away.
pub(super) fn chips(out: &mut Writer, state: &State) {
    let context = out.context;
    let set = filters(state).without(Filters::VENUE);
    if set.is_empty() {
        return;
    }
    let group =
        tag!("div", "id": "pa-active", "class": "pa-active", "role": "group", "aria-label": Key::ActiveLabel);
    out.el(group, |out| {
        out.key("active");
        // First, so that it is in sight where the chips do not fit; and so that the focus stays among them when one is gone.
        out.el(tag!("button", "type": "button", "class": "pa-chip"), |out| {
            leave(out, Action::Lift(Filters::ALL), true);
            out.text(Key::ClearAll);
        });
        let last = set.len() == 1 && state.chosen.len() < 2;
        for filter in [Filters::SEARCH, Filters::PERIOD, Filters::AS_OF] {
            if set.has(filter) {
                chip(out, words(context, state, filter), Action::Lift(filter), last);
            }
        }
        for &choice in &state.chosen {
            chip(out, called(context, choice).to_owned(), Action::Choose(choice), last);
        }
    });
}

#[inline(never)]
fn chip(out: &mut Writer, words: String, action: Action, last: bool) {
    let label = out.context.cat.fill(Key::ClearOne, &[("filter", &words)]);
    out.el(
        tag!("button", "type": "button", "class": "pa-chip", "data-active": "", "aria-label": label),
        |out| {
            leave(out, action, last);
            out.line(tag!("bdi"), words);
            icon(out, CROSS);
        },
    );
}

/// Acts on a press after which the button is gone, and lets the focus go to the count where nothing else is left to take it.
#[inline(never)]
pub(crate) fn leave(out: &mut Writer, action: Action, to_count: bool) {
    let dispatch = out.context.dispatch.clone();
    out.on(
        "click",
        Callback::from(move |_| {
            if to_count {
                platform::focus("pa-count");
            }
            dispatch.emit(action.clone());
        }),
    );
}

/// What was asked for, and the smallest ways back with what each would show.
pub(super) fn nothing(out: &mut Writer, state: &State) {
    let context = out.context;
    let cat = &context.cat;
    let asked = filters(state);
    out.el(tag!("div", "class": "pa-nothing"), |out| {
        out.key("nothing");
        out.el(tag!("p"), |out| {
            let asked = all_words(context, state, asked);
            let key = if asked.is_empty() { Key::NothingHere } else { Key::NothingFor };
            out.line(tag!("bdi"), cat.fill(key, &[("filters", &asked)]));
        });
        let ways = undo(context.corpus, state, WAYS);
        for (lifted, shown) in &ways {
            let (words, entries) = (all_words(context, state, *lifted), cat.count(Key::Entries, *shown, &[]));
            way(
                out,
                cat.fill(Key::Without, &[("filters", &words), ("entries", &entries)]),
                Action::Lift(*lifted),
            );
        }
        if !asked.is_empty() && ways.iter().all(|way| way.0 != asked) {
            way(out, cat.get(Key::ClearAll).to_owned(), Action::Lift(Filters::ALL));
        }
        // Before the collection begins.
        if let (Some((first, _)), Some(on)) = (report_dates(context.corpus), state.chosen_as_of)
            && on < first
        {
            way(out, cat.fill(Key::AsOfFirst, &[("date", &day(cat, first))]), Action::SetAsOf(Some(first)));
        }
    });
}

#[inline(never)]
fn way(out: &mut Writer, words: String, action: Action) {
    out.el(tag!("button", "type": "button", "class": "pa-button"), |out| {
        leave(out, action, true);
        out.line(tag!("bdi"), words);
    });
}
