//! The address: query and fragment to a state, and a state to its fragment. Total on any text.
//!
//! Query (the editor's): `lang`, `theme`, `venue`, `view`, `asof`, `chrome`. Fragment (the reader's): `venue`, `view` (`map`, `positions`),
//! `against` (the venue beside the selected one among the positions), `entry`, `q`, `asof`, `at`
//! (`lon,lat,km per px`), `from`, `to`, `within` (`surely`), `side`, `who`, `stance`, `by`, `format`, `outlet` (a facet each, as often as
//! there are values), `time` (`day..day`, what the timeline shows), `spacing` (`equal`), joined by `&`; a part without `=` is the id of
//! an entry or a venue, or an anchor of the document.
//! A value is read whole or not at all: what is not understood, or is no text once its escapes are undone, is noted and changes nothing;
//! keys that are not ours are kept.
//! No opinion about when the address is written; see [`history`].

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::note::shorten;
use super::pins::{Chrome, Theme};
use super::reduce::fits;
use super::{Choice, Facet, Look, Note, Period, State, VenueFilter};
use crate::date::Day;
use crate::decimal::{decimal, parse_decimal};
use crate::model::Corpus;
use crate::search::MAX_QUERY_CHARS;
use crate::timeline::Spacing;

/// Fragments and queries beyond this many bytes are not read: every real one is a thousand times shorter.
const MAX_ADDRESS_BYTES: usize = 8192;

/// What a fragment may not hold as it is, beyond what URLs forbid: our own separators.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'=')
    .add(b'+');

/// Stands for the key of a bare word, an id of ours; no part that has a key has this one.
const BARE: &str = "=";
/// The venue word for entries without one.
const NO_VENUE: &str = "none";
/// The words for what is shown: map and timeline, or the positions.
const VIEWS: [&str; 2] = ["map", "positions"];
/// The word for a period that entries have to lie in surely; possibly is the rule.
const SURELY: &str = "surely";
/// The word for equal spacing; by time is the rule.
const EQUAL: &str = "equal";

/// The state that an address stands for. `query` and `fragment` without their `?` and `#`.
pub fn open(corpus: Corpus, query: &str, fragment: &str) -> State {
    let mut state = State::default();
    for part in parts(&mut state, query) {
        let (key, raw) = part.split_once('=').unwrap_or((part, ""));
        if matches!(key, "lang" | "theme" | "chrome" | "asof" | "venue" | "view") {
            read(corpus, &mut state, read_pin, (key, raw));
        }
    }
    for part in parts(&mut state, fragment) {
        let (key, raw) = part.split_once('=').unwrap_or((BARE, part));
        let ours = match key {
            BARE => !is_anchor(corpus, part),
            _ => is_choice(key),
        };
        if ours {
            read(corpus, &mut state, read_choice, (key, raw));
        } else {
            state.foreign.push(part.to_owned());
        }
    }
    // A period that ends before it begins has no end.
    if let Some((_, to)) = state.period.from.zip(state.period.to).filter(|(from, to)| from > to) {
        state.period.to = None;
        state.notes.push(Note::BadDate(to.to_string()));
    }
    // An address that asks for an entry shows it, whatever venue it names beside it: never another item in its place.
    if state.entry.is_some_and(|entry| !fits(entry, state.venue)) {
        state.venue = VenueFilter::All;
    }
    if state.entry.is_some_and(|entry| !state.period.holds(entry.date().days())) {
        state.period = Period::default();
    }
    // Nothing stands beside nothing, nor beside itself, nor on the map.
    if state.pair().is_none()
        && let Some(against) = state.against.take()
    {
        state.notes.push(Note::BadValue(against.id().to_owned()));
    }
    state
}

/// The parts of a query or a fragment; none, and a note, where it is too long.
fn parts<'a>(state: &mut State, text: &'a str) -> impl Iterator<Item = &'a str> + use<'a> {
    let fits = text.len() <= MAX_ADDRESS_BYTES;
    if !fits {
        state.notes.push(Note::BadValue(shorten(text)));
    }
    // A page around may have put a fragment of its own behind the one that was there.
    text.split(['&', '#']).filter(move |part| fits && !part.is_empty())
}

/// Whether a part of the fragment with this key is ours.
fn is_choice(key: &str) -> bool {
    matches!(
        key,
        "venue"
            | "view"
            | "against"
            | "entry"
            | "q"
            | "asof"
            | "at"
            | "from"
            | "to"
            | "within"
            | "time"
            | "spacing"
    ) || Facet::from_word(key).is_some()
}

/// What of the fragment of another page is meant for the widget: parts with a key of ours, and ids of venues and entries. None where
/// nothing is; what else stands there is that page's.
pub fn link(corpus: Corpus, fragment: &str) -> Option<String> {
    let is_ours = |part: &&str| match part.split_once('=') {
        Some((key, _)) => is_choice(key),
        None => corpus.venue_by_id(part).is_some() || corpus.entry_by_id(part).is_some(),
    };
    let ours: Vec<&str> = fragment.split('&').filter(is_ours).collect();
    (!ours.is_empty()).then(|| ours.join("&"))
}

type Reading = fn(Corpus, &mut State, &str, &str) -> Result<(), Note>;

fn read(corpus: Corpus, state: &mut State, reading: Reading, (key, raw): (&str, &str)) {
    if let Err(note) = decode(raw).and_then(|value| reading(corpus, state, key, &value)) {
        state.notes.push(note);
    }
}

fn read_pin(corpus: Corpus, state: &mut State, key: &str, value: &str) -> Result<(), Note> {
    let bad = || Note::BadValue(shorten(value));
    let pins = &mut state.pins;
    match key {
        "lang" => {
            pins.language = Some(corpus.languages().position(|tag| tag == value).ok_or_else(bad)?);
        }
        "theme" => pins.theme = theme(value).ok_or_else(bad)?,
        "chrome" => pins.chrome = chrome(value).ok_or_else(bad)?,
        "asof" => pins.as_of = Some(date(value)?),
        "view" => {
            pins.positions = positions(value).ok_or_else(bad)?;
            state.positions = pins.positions;
        }
        _ => set_venue(corpus, state, value),
    }
    Ok(())
}

fn read_choice(corpus: Corpus, state: &mut State, key: &str, value: &str) -> Result<(), Note> {
    let bad = || Note::BadValue(shorten(value));
    match key {
        "venue" => set_venue(corpus, state, value),
        "against" if value == NO_VENUE => return Err(bad()),
        "against" => state.against = venue(corpus, state, value).and_then(VenueFilter::venue),
        "view" => state.positions = positions(value).ok_or_else(bad)?,
        "q" if value.chars().count() > MAX_QUERY_CHARS => return Err(bad()),
        "q" => value.clone_into(&mut state.query),
        "asof" => state.chosen_as_of = Some(date(value)?),
        "from" => state.period.from = Some(date(value)?),
        "to" => state.period.to = Some(date(value)?),
        "within" if value == SURELY => state.period.surely = true,
        "spacing" if value == EQUAL => state.spacing = Spacing::Equal,
        "within" | "spacing" => return Err(bad()),
        "time" => state.seen = Some(days(value).ok_or_else(|| Note::BadDate(shorten(value)))?),
        "at" => state.look = Some(look(value).ok_or_else(bad)?),
        BARE if corpus.venue_by_id(value).is_some() => set_venue(corpus, state, value),
        _ => match Facet::from_word(key) {
            Some(facet) => {
                let choice = Choice::from_word(corpus, facet, value).ok_or_else(bad)?;
                if !state.chosen.contains(&choice) {
                    state.chosen.push(choice);
                }
            }
            None => set_entry(corpus, state, value),
        },
    }
    Ok(())
}

/// Whether a fragment names a part of the document that is no entry: the browser scrolls there, the state stays.
pub fn is_anchor(corpus: Corpus, id: &str) -> bool {
    id.starts_with("pa-")
        || id == "parley"
        || id.starts_with("record")
        || corpus.articles().any(|article| article.id() == id)
}

fn set_venue(corpus: Corpus, state: &mut State, id: &str) {
    state.venue = venue(corpus, state, id).unwrap_or(state.venue);
}

/// The venue of an id, or of the one that took its place; none where there is none, with a note.
fn venue(corpus: Corpus, state: &mut State, id: &str) -> Option<VenueFilter> {
    if id == NO_VENUE {
        return Some(VenueFilter::NoVenue);
    }
    let found = corpus.venue_by_id(id).or_else(|| match retired(corpus, state, id) {
        Some(to) => corpus.venue_by_id(to),
        None => {
            state.notes.push(Note::UnknownVenue(shorten(id)));
            None
        }
    });
    found.map(VenueFilter::Venue)
}

/// The id that took the place of a retired one, or nothing; and a note. None where the id was never retired.
fn retired(corpus: Corpus, state: &mut State, id: &str) -> Option<&'static str> {
    let retired = corpus.retired(id)?;
    state.notes.push(Note::Retired(retired.id));
    Some(retired.to)
}

fn set_entry(corpus: Corpus, state: &mut State, id: &str) {
    // An excerpt's id opens the first entry that it proves.
    let by_excerpt =
        |id: &str| corpus.entries().find(|entry| entry.excerpts().any(|excerpt| excerpt.id() == id));
    let known = |id: &str| corpus.entry_by_id(id).or_else(|| by_excerpt(id));
    if let Some(entry) = known(id) {
        state.entry = Some(entry);
    } else if let Some(to) = retired(corpus, state, id) {
        state.entry = known(to);
        if let Some(venue) = corpus.venue_by_id(to) {
            state.venue = VenueFilter::Venue(venue);
        }
    } else {
        state.notes.push(Note::UnknownId(shorten(id)));
    }
}

/// The fragment that a reader gives to others: what another page put beside ours is none of theirs.
pub fn given(state: &State) -> String {
    let mut ours = state.clone();
    ours.foreign.clear();
    fragment(&ours)
}

/// The fragment of a state, without `#`; empty for the first view.
pub fn fragment(state: &State) -> String {
    let mut parts: Vec<String> = Vec::new();
    match state.venue {
        VenueFilter::All => {}
        VenueFilter::Venue(venue) => parts.push(["venue=", venue.id()].concat()),
        VenueFilter::NoVenue => parts.push(["venue=", NO_VENUE].concat()),
    }
    // As the editor chose it, it needs no word.
    if state.positions != state.pins.positions {
        parts.push(["view=", VIEWS[usize::from(state.positions)]].concat());
    }
    parts.extend(state.against.map(|venue| ["against=", venue.id()].concat()));
    if let Some(entry) = state.entry {
        parts.push(["entry=", entry.id()].concat());
    }
    if !state.query.is_empty() {
        parts.push(["q="].into_iter().chain(utf8_percent_encode(&state.query, ESCAPED)).collect());
    }
    for choice in &state.chosen {
        let word: String = utf8_percent_encode(choice.word, ESCAPED).collect();
        parts.push([choice.facet.word(), "=", &word].concat());
    }
    if let Some(day) = state.chosen_as_of {
        parts.push(["asof=", &day.to_string()].concat());
    }
    for (key, day) in [("from=", state.period.from), ("to=", state.period.to)] {
        parts.extend(day.map(|day| [key, &day.to_string()].concat()));
    }
    if state.period.surely {
        parts.push(["within=", SURELY].concat());
    }
    if let Some((from, to)) = state.seen {
        parts.push(["time=", &from.to_string(), "..", &to.to_string()].concat());
    }
    if state.spacing == Spacing::Equal {
        parts.push(["spacing=", EQUAL].concat());
    }
    if let Some(Look { lon_deg, lat_deg, km_per_px }) = state.look {
        parts.push(
            ["at=", &decimal(lon_deg, 2), ",", &decimal(lat_deg, 2), ",", &decimal(km_per_px, 2)].concat(),
        );
    }
    parts.extend(state.foreign.iter().cloned());
    if let ([_], Some(entry)) = (parts.as_slice(), state.entry) {
        // Alone it is a link that works in the document without the app, too.
        return entry.id().to_owned();
    }
    parts.join("&")
}

/// How a change of state is written to the history of a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// Nothing to write.
    Nothing,
    /// A step that Back undoes: another venue, entry, date, period or choice of a facet; the first of a run of next and previous.
    Push,
    /// In place, after a rest: typing, moving the map or the timeline, the rest of a run, and what the story plays.
    Replace,
}

/// How the step from `old` to `new` is written.
pub fn history(old: &State, new: &State) -> Write {
    if fragment(old) == fragment(new) {
        return Write::Nothing;
    }
    let goes_on = new.playing || (old.stepping && new.stepping);
    let step = |state: &State| {
        (state.positions, state.venue, state.against, state.entry, state.chosen_as_of, state.period)
    };
    if !goes_on && (step(old) != step(new) || old.chosen != new.chosen) {
        Write::Push
    } else {
        Write::Replace
    }
}

/// The text that a value stands for; none where an escape is broken, the bytes are no text, or it holds what nobody types.
fn decode(raw: &str) -> Result<String, Note> {
    let is_escape = |rest: &str| {
        let mut digits = rest.bytes();
        [digits.next(), digits.next()].iter().all(|digit| digit.is_some_and(|b| b.is_ascii_hexdigit()))
    };
    let broken = !raw.split('%').skip(1).all(is_escape);
    match percent_decode_str(raw).decode_utf8() {
        Ok(text) if !broken && !text.bytes().any(|b| b.is_ascii_control() && b != b'\t') => {
            Ok(text.into_owned())
        }
        _ => Err(Note::BadValue(shorten(raw))),
    }
}

/// A day of a year with four digits, as date fields have them.
fn date(value: &str) -> Result<Day, Note> {
    let day = value.parse().ok().filter(|day: &Day| (1..=9999).contains(&day.ymd().0));
    day.ok_or_else(|| Note::BadDate(shorten(value)))
}

fn theme(word: &str) -> Option<Option<Theme>> {
    match word {
        "auto" => Some(None),
        "light" => Some(Some(Theme::Light)),
        "dark" => Some(Some(Theme::Dark)),
        _ => None,
    }
}

/// Whether the word is that of the positions; none where it is of no view.
fn positions(word: &str) -> Option<bool> {
    VIEWS.iter().position(|view| *view == word).map(|at| at == 1)
}

fn chrome(word: &str) -> Option<Chrome> {
    [Chrome::Full, Chrome::Compact, Chrome::None].into_iter().find(|chrome| chrome.word() == word)
}

fn days(text: &str) -> Option<(Day, Day)> {
    let (from, to) = text.split_once("..")?;
    let days: (Day, Day) = (from.parse().ok()?, to.parse().ok()?);
    (days.0 <= days.1).then_some(days)
}

fn look(text: &str) -> Option<Look> {
    let mut numbers = text.split(',').map(parse_decimal);
    let look = Look { lon_deg: numbers.next()??, lat_deg: numbers.next()??, km_per_px: numbers.next()?? };
    let sane =
        look.lon_deg.abs() <= 180.0 && look.lat_deg.abs() <= 90.0 && (0.05..=50.0).contains(&look.km_per_px);
    (sane && numbers.next().is_none()).then_some(look)
}
