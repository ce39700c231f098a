//! The positions: a table of parties and venues, each cell with what the party said last, by voice; or of two venues, each row with what a
//! party said of either on one day. One grid to the keyboard: arrows go from cell to cell, Enter asks for what a cell holds. No opinion
//! about which positions count.

use atlas::model::{Entry, Kind, Modality, Venue};
use atlas::state::{
    Action, Cell, Party, Row, State, VenueFilter, Voice, is_asked_for, positions, side_by_side,
};
use atlas::words::{Catalogue, Key, day, edtf, month_year};
use yew::prelude::*;

use crate::platform;
use crate::view::writer::{Writer, class, tag, word_if};
use crate::view::{glyph, icon, venue_word};

/// What folded and unfolded sides show.
const FOLDED: &str = "M-2-4 2 0-2 4";
const UNFOLDED: &str = "M-4-2 0 2 4-2";

/// Rows by which the table goes on at a time: so many at the least are drawn behind the one that Tab stops at.
const ROWS: usize = 60;

/// The table, in the place of map and timeline.
pub(crate) fn table(out: &mut Writer, state: &State) {
    let corpus = out.context.corpus;
    let pair = state.pair();
    let (columns, rows): (Vec<Option<Venue>>, _) = match pair {
        Some(pair) => (pair.map(Some).to_vec(), side_by_side(corpus, state, pair)),
        None => (corpus.venues().map(Some).chain([None]).collect(), positions(corpus, state)),
    };
    let is_pair = pair.is_some();
    let wide = columns.len() + 1;
    // Rows may have gone since.
    let stop = if state.cell < rows.len() * wide { state.cell } else { 0 };
    let drawn = rows.get(..(stop / wide / ROWS + 2) * ROWS).filter(|drawn| drawn.len() < rows.len());
    let (help, party) = if is_pair {
        (Key::CompareHelp, Key::CompareParty)
    } else {
        (Key::PositionsHelp, Key::PositionsParty)
    };
    let section =
        tag!("section", "id": "pa-positions", "class": "pa-positions", "aria-label": Key::PositionsLabel);
    out.el(section, |out| {
        choices(out, state);
        out.line(tag!("p", "class": "pa-quiet"), help);
        let class = is_pair.then_some("pa-pair");
        let all = drawn.map(|_| rows.len() + 1);
        let grid = tag!("table", "role": "grid", "class": class, "aria-label": Key::PositionsLabel, "aria-rowcount": all);
        out.el(grid, |out| {
            let moved = move |event: Event| {
                platform::roved_grid(&event, "table", ".pa-cell", wide);
            };
            out.on("keydown", Callback::from(moved));
            let dispatch = out.context.dispatch.clone();
            let met = move |event: Event| {
                if let Some(cell) = platform::place_among(&event, "table", ".pa-cell") {
                    dispatch.emit(Action::Rove(cell));
                }
            };
            out.on("focusin", Callback::from(met));
            out.el(tag!("thead"), |out| {
                out.el(tag!("tr"), |out| {
                    out.line(tag!("th", "scope": "col"), party);
                    for (at, venue) in columns.iter().enumerate() {
                        out.el(tag!("th", "scope": "col", "class": venue_word(*venue)), |out| match venue {
                            Some(venue) => {
                                out.text(venue.short());
                                if is_pair {
                                    let cells = rows.iter().filter_map(|row| row.cells.get(at));
                                    count(out, cells.map(|cell| cell.count).sum());
                                }
                            }
                            None => out.text(Key::TimelineNoVenue),
                        });
                    }
                });
            });
            out.el(tag!("tbody"), |out| {
                for (at, row) in drawn.unwrap_or(&rows).iter().enumerate() {
                    out.el(tag!("tr"), |out| {
                        // Numbers of sides, actors and the reports do not meet. Rows by date are told by their place: without keys siblings
                        // are compared from the last on, and the focus would go with what is added there.
                        out.key_number(match row.party {
                            _ if row.date.is_some() => at as u32,
                            Party::Side(side) => side.row() * 2 + 1,
                            Party::Actor(actor) => actor.row() * 2 + 2,
                            Party::Reports => 0,
                        });
                        row_of(out, state, row, &columns, stop.checked_sub(at * wide));
                    });
                }
            });
        });
        // Always there, since siblings are compared from the last on: the table must not be made anew.
        out.el(tag!("p"), |out| {
            if rows.is_empty() {
                out.text(Key::NothingHere);
            }
            if drawn.is_some() {
                out.el(tag!("button", "type": "button", "class": "pa-button"), |out| {
                    // More rows follow the focus, which would be lost with the button.
                    let last =
                        |event: Event| platform::focus_beside(&event, ".pa-positions", "tr:last-child .pa-cell");
                    out.on("click", Callback::from(last));
                    out.text(Key::ReaderLater);
                });
            }
        });
    });
}

/// The venues, of which two stand side by side.
fn choices(out: &mut Writer, state: &State) {
    out.el(tag!("div", "class": "pa-choices", "role": "group", "aria-label": Key::CompareLabel), |out| {
        out.line(tag!("span", "aria-hidden": "true"), Key::CompareLabel);
        for venue in out.context.corpus.venues() {
            let one = Some(venue);
            let pressed = [state.venue.venue(), state.against].contains(&one);
            let chip = tag!(
                "button", "type": "button", "class": class(&["pa-chip", &venue_word(one)]), "data-pair": venue.id(),
                "aria-pressed": pressed,
            );
            out.el(chip, |out| {
                out.act(Action::Compare(venue));
                out.text(venue.short());
            });
        }
    });
}

/// The cells of a row; in `stop` the place within it, or behind it, of the one cell that Tab stops at.
fn row_of(out: &mut Writer, state: &State, row: &Row, columns: &[Option<Venue>], stop: Option<usize>) {
    let tabindex = |at: usize| if stop == Some(at) { "0" } else { "-1" };
    head(out, state, row, tabindex(0));
    for (at, (cell, venue)) in row.cells.iter().zip(columns).enumerate() {
        let filter = venue.map_or(VenueFilter::NoVenue, VenueFilter::Venue);
        let asked = if row.date.is_some() {
            state.entry.is_some_and(|open| cell.voices.iter().flatten().any(|entry| *entry == open))
        } else {
            is_asked_for(state, filter, row.party)
        };
        let td = tag!(
            "td", "role": "gridcell", "class": class(&["pa-cell", &venue_word(*venue), word_if(asked, "pa-on")]),
            "tabindex": tabindex(at + 1), "aria-selected": asked,
        );
        out.el(td, |out| match cell.first() {
            Some(entry) => {
                let ask = out.context.act(Action::Ask(filter, row.party, entry));
                out.on("keydown", platform::on_activate(ask.clone()));
                out.on("click", ask);
                held(out, cell, row.date.is_some());
            }
            None => {
                out.line(tag!("span", "aria-hidden": "true"), "–");
                out.line(tag!("span", "class": "pa-unseen"), Key::PositionsNone);
            }
        });
    }
}

/// The head of a row; that of a side unfolds its actors, and that of a date says which.
fn head(out: &mut Writer, state: &State, row: &Row, tabindex: &'static str) {
    let class = class(&["pa-cell", word_if(matches!(row.party, Party::Actor(_)), "pa-actor")]);
    let unfolded = match row.party {
        Party::Side(side) if row.date.is_none() => Some(state.unfolded.contains(&side)),
        _ => None,
    };
    let th = tag!(
        "th", "scope": "row", "class": class, "tabindex": tabindex, "aria-expanded": unfolded,
    );
    out.el(th, |out| {
        if let Some(date) = row.date {
            out.line(tag!("small"), edtf(&out.context.cat, date.best_edtf()));
            out.text(" ");
        }
        match row.party {
            Party::Side(side) => {
                if let Some(unfolded) = unfolded {
                    let unfold = out.context.act(Action::Unfold(side));
                    out.on("keydown", platform::on_activate(unfold.clone()));
                    out.on("click", unfold);
                    icon(out, if unfolded { UNFOLDED } else { FOLDED });
                }
                out.text(side.name());
            }
            Party::Actor(actor) => out.text(actor.name()),
            Party::Reports => out.text(Key::PositionsReports),
        }
    });
}

/// What a cell holds: a line for each voice and each entry that is shown of it. Where the row has a date, they say who it was in its place.
fn held(out: &mut Writer, cell: &Cell, is_dated: bool) {
    let cat = &out.context.cat;
    let lines = Voice::ALL
        .into_iter()
        .zip(&cell.voices)
        .flat_map(|(voice, entries)| entries.iter().rev().map(move |entry| (voice, *entry)));
    for (at, (voice, entry)) in lines.enumerate() {
        out.el(tag!("p", "class": class(&[word_if(voice != Voice::Own, "pa-other-voice")])), |out| {
            glyph::icon_of_entry(out, entry);
            out.el(tag!("span", "class": "pa-cell-words"), |out| {
                out.el(tag!("b"), |out| out.text_of(Key::Kind, entry.kind().word()));
                out.text(" ");
                let mut words = if is_dated {
                    entry.actor().map_or("", |actor| actor.name().in_language(cat.language())).to_owned()
                } else {
                    when(cat, entry)
                };
                // Whose words prove it is a question about statements.
                if matches!(entry.kind(), Kind::Statement(_)) {
                    words.push_str(", ");
                    words.push_str(&how(out, voice, entry));
                }
                out.line(tag!("small"), words);
            });
            if at == 0 && !is_dated {
                count(out, cell.count);
            }
        });
    }
}

/// How many entries.
fn count(out: &mut Writer, entries: usize) {
    let cat = &out.context.cat;
    out.el(tag!("span", "class": "pa-cell-count"), |out| {
        out.line(tag!("span", "aria-hidden": "true"), cat.number(entries));
        out.line(tag!("span", "class": "pa-unseen"), cat.count(Key::Entries, entries, &[]));
    });
}

/// The day, or the month by which it was.
fn when(cat: &Catalogue, entry: Entry) -> String {
    let days = entry.date().days();
    match days.latest {
        Some(latest) if days.is_one_day() => day(cat, latest),
        Some(latest) => cat.fill(Key::DateBy, &[("b", &month_year(cat, latest))]),
        None => edtf(cat, entry.date().best_edtf()),
    }
}

/// Whose words, or how sure, in words.
fn how(out: &Writer, voice: Voice, entry: Entry) -> String {
    let cat = &out.context.cat;
    match (voice, entry.according_to()) {
        (Voice::Uncertain, _) if entry.modality() == Modality::Expected => {
            cat.of(Key::Modality, Modality::Expected.word()).to_owned()
        }
        (Voice::SecondHand, Some(by)) => {
            cat.fill(Key::AccordingTo, &[("by", by.name().in_language(cat.language()))])
        }
        _ => cat.of(Key::Attribution, entry.attribution().word()).to_owned(),
    }
}
