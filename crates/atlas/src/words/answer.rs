//! The answer: one computed sentence on the chosen venue, each clause tied to its evidence.
//!
//! It says what this collection holds, in the order of the kinds; second-hand and expected positions name who says so.
//! No opinion about how it is drawn.

use super::catalogue::pieces;
use super::{Catalogue, Key, edtf};
use crate::model::{Attribution, Corpus, Entry, EventKind, Kind, Modality, Stance, Venue};
use crate::state::{Report, State, VenueFilter, View};

/// A part of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Plain words.
    Text(String),
    /// Words that lead to the entry that proves them.
    Evidence(String, Entry),
    /// Words that choose a venue.
    Venue(String, Venue),
}

/// The sentence, in order.
pub type Answer = Vec<Piece>;

/// The answer for the present state.
pub fn answer(corpus: Corpus, state: &State, view: &View, cat: &Catalogue) -> Answer {
    let mut out = Vec::new();
    if let Some(day) = state.as_of() {
        out.push(Piece::Text(cat.fill(Key::AnswerAsOf, &[("date", &super::day(cat, day))])));
        out.push(Piece::Text(" ".to_owned()));
    }
    if let Some(period) = super::period(cat, state.period) {
        let key = if state.period.surely { Key::AnswerPeriodSurely } else { Key::AnswerPeriod };
        out.push(Piece::Text(cat.fill(key, &[("period", &period)])));
        out.push(Piece::Text(" ".to_owned()));
    }
    match state.venue {
        VenueFilter::All => overview(corpus, view, cat, &mut out),
        VenueFilter::Venue(venue) => {
            let name = venue.name().in_language(cat.language());
            sentence(Key::AnswerVenue, name, true, view, cat, &mut out);
        }
        VenueFilter::NoVenue => sentence(Key::AnswerVenue, cat.get(Key::NoVenue), false, view, cat, &mut out),
    }
    out
}

/// "5 articles, 31 entries: Minsk (12), Istanbul (9), …".
fn overview(corpus: Corpus, view: &View, cat: &Catalogue, out: &mut Answer) {
    let entries = cat.count(Key::Entries, view.total, &[]);
    // Of what is shown, not of the whole collection: under an as-of date most articles have not appeared.
    let shown = view.shown.iter().filter(|(_, report)| *report == Report::Surely);
    let mut named = vec![false; corpus.articles().len()];
    for source in shown.flat_map(|(entry, _)| entry.sources()) {
        if let Some(named) = named.get_mut(source.article().row() as usize) {
            *named = true;
        }
    }
    let articles = cat.count(Key::Articles, named.into_iter().filter(|named| *named).count(), &[]);
    let venues: Vec<Vec<Piece>> = view
        .venue_counts
        .iter()
        .map(|&(venue, n)| {
            let name = venue.name().in_language(cat.language()).to_owned();
            let count = cat.fill(Key::AnswerCount, &[("n", &cat.number(n))]);
            vec![Piece::Venue(name, venue), Piece::Text(count)]
        })
        .collect();
    compose(cat.get(Key::AnswerOverview), out, |name, out| match name {
        "entries" => out.push(Piece::Text(entries.clone())),
        "articles" => out.push(Piece::Text(articles.clone())),
        "venues" => join(Key::ListAnd, venues.clone(), cat, out),
        _ => {}
    });
}

fn sentence(key: Key, subject: &str, is_venue: bool, view: &View, cat: &Catalogue, out: &mut Answer) {
    let entries: Vec<Entry> = view.venue_entries.clone();
    if entries.is_empty() {
        return compose(cat.get(Key::AnswerNothing), out, |_, out| out.push(Piece::Text(subject.to_owned())));
    }
    let mut clauses: Vec<Vec<Piece>> =
        answer_order().filter_map(|kind| clause(kind, &entries, cat)).collect();
    if is_venue && !entries.iter().any(|entry| entry.kind() == Kind::Statement(Stance::Refuses)) {
        clauses.push(vec![Piece::Text(cat.get(Key::AnswerNoRefusal).to_owned())]);
    }
    compose(cat.get(key), out, |name, out| match name {
        "venue" => out.push(Piece::Text(subject.to_owned())),
        "clauses" => {
            for (i, clause) in clauses.iter().enumerate() {
                if i > 0 {
                    out.push(Piece::Text(cat.get(Key::ClauseSeparator).to_owned()));
                }
                out.extend(clause.iter().cloned());
            }
        }
        _ => {}
    });
}

/// What happened first, then who wants what, then what stands against it.
fn answer_order() -> impl Iterator<Item = Kind> {
    let first = [EventKind::TookPlace, EventKind::Scheduled].map(Kind::Event);
    let stances = Stance::ALL.iter().map(|&stance| Kind::Statement(stance));
    let last = [EventKind::Raised, EventKind::Decree, EventKind::Ultimatum, EventKind::Vote].map(Kind::Event);
    first.into_iter().chain(stances).chain(last)
}

/// "proposed by A and, according to B, C": every actor once, with the latest entry as evidence.
fn clause(kind: Kind, entries: &[Entry], cat: &Catalogue) -> Option<Vec<Piece>> {
    let template = cat.of(Key::AnswerClause, kind.word());
    let mut seen: Vec<(u32, u32)> = Vec::new();
    let mut items = Vec::new();
    for &entry in entries.iter().rev().filter(|entry| entry.kind() == kind) {
        let who =
            (entry.actor().map_or(u32::MAX, |a| a.row()), entry.according_to().map_or(u32::MAX, |a| a.row()));
        let by_date = matches!(kind, Kind::Event(_));
        if !by_date && seen.contains(&who) {
            continue;
        }
        seen.push(who);
        let label = if by_date { edtf(cat, entry.date().best_edtf()) } else { actor_words(entry, cat) };
        items.push(vec![Piece::Evidence(label, entry)]);
    }
    if items.is_empty() {
        return None;
    }
    items.reverse();
    let mut out = Vec::new();
    compose(template, &mut out, |_, out| join(Key::ListAnd, items.clone(), cat, out));
    Some(out)
}

fn actor_words(entry: Entry, cat: &Catalogue) -> String {
    let name = |actor: crate::model::Actor| actor.name().in_language(cat.language());
    let who = entry.actor().map_or(cat.get(Key::NoActor), name).to_owned();
    let expected = entry.modality() == Modality::Expected;
    match (entry.attribution(), entry.according_to()) {
        (Attribution::SecondHand, Some(by)) => {
            let key = if expected { Key::AnswerExpectedBy } else { Key::AnswerAccordingTo };
            cat.fill(key, &[("who", &who), ("by", name(by))])
        }
        (Attribution::HeadlineOnly, _) => cat.fill(Key::AnswerHeadlineOnly, &[("who", &who)]),
        _ => who,
    }
}

fn compose(template: &str, out: &mut Answer, mut argument: impl FnMut(&str, &mut Answer)) {
    for piece in pieces(template) {
        match piece {
            Ok(text) => out.push(Piece::Text(text.to_owned())),
            Err(name) => argument(name, out),
        }
    }
}

fn join(last: Key, items: Vec<Vec<Piece>>, cat: &Catalogue, out: &mut Answer) {
    let n = items.len();
    // The words between the last two, cut out of the pattern "{a} and {b}".
    let last_words: String = pieces(cat.get(last)).into_iter().filter_map(Result::ok).collect();
    for (i, item) in items.into_iter().enumerate() {
        if i > 0 {
            let words = if i + 1 == n { last_words.as_str() } else { cat.get(Key::ListSeparator) };
            out.push(Piece::Text(words.to_owned()));
        }
        out.extend(item);
    }
}
