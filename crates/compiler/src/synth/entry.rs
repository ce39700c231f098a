//! The entries that lean on one synthetic article, as TOML. No opinion about the article.

use std::fmt::Write;

use atlas::date::Day;
use atlas::model::{EventKind, Stance};

use super::article::{Article, Sentence, pick};
use super::vocabulary::{ACTORS, FORMATS, VENUES};

/// One table of TOML for each sentence of the article.
pub(super) fn entries_of(article: &Article, random: &mut fastrand::Rng) -> Vec<String> {
    let sentences = article.sentences.iter().enumerate();
    sentences.map(|(index, sentence)| entry(article, index, sentence, random)).collect()
}

fn entry(article: &Article, index: usize, sentence: &Sentence, random: &mut fastrand::Rng) -> String {
    // The first is a statement, so that the smallest corpus has an actor.
    let is_event = index > 0 && sentence.according_to.is_none() && random.u8(0..8) == 0;
    let actor = ACTORS.get(sentence.actor).map_or("", |actor| actor.0);
    let mut toml = format!(
        "[[{}]]\nid = \"{}\"\n",
        if is_event { "event" } else { "statement" },
        article.entry_id(index)
    );
    // Writing into a string cannot fail.
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(toml, "{key} = \"{value}\"");
    };
    let mut kind = None;
    if is_event {
        let event = pick(EventKind::ALL, random);
        line("kind", event.word());
        if event != EventKind::Raised {
            line("actor", actor);
        }
        kind = Some(event);
    } else {
        line("actor", actor);
        line("stance", pick(Stance::ALL, random).word());
        let speaker = sentence.according_to.and_then(|speaker| ACTORS.get(speaker));
        line(
            "attribution",
            if speaker.is_some() { "second-hand" } else { pick(&["own-words", "reported-speech"], random) },
        );
        if let Some(speaker) = speaker {
            line("according_to", speaker.0);
        }
        if random.u8(0..12) == 0 {
            line("modality", "expected");
        }
    }
    if let Some(venue) = sentence.venue.and_then(|venue| VENUES.get(venue)) {
        line("venue", venue.0);
        line("place_named", sentence.place);
        line("venue_is", if sentence.is_implied { "implied" } else { "named" });
    }
    let formats = if random.bool() { format!("\"{}\"", pick(&FORMATS, random).0) } else { String::new() };
    let date = date(article.published, sentence, kind, random);
    let place = if sentence.place.is_empty() { "no place" } else { sentence.place };
    let _ = write!(
        toml,
        "formats = [{formats}]\n{} = {date}\nsummary = {{ en = \"On talks, naming {place}; item {} of its article.\" }}\nsources = [{{ article = \"{}\", excerpts = [\"{}\"] }}]\n\n",
        if is_event { "date" } else { "said" },
        index + 1,
        article.id(),
        article.excerpt_id(index),
    );
    toml
}

/// Every shape of date that a corpus can have: days, sets, open sets, months, intervals, and a record that narrows one.
fn date(published: Day, sentence: &Sentence, event: Option<EventKind>, random: &mut fastrand::Rng) -> String {
    let day = |before: i32| published.plus(-before);
    // A week before an article that may itself be from any day of a week.
    let (from, to) = (day(13 + random.i32(0..20)), day(7));
    let stated = |edtf: String| {
        format!("{{ edtf = \"{edtf}\", basis = \"stated\", printed = \"{}\" }}", sentence.weekday)
    };
    let derived = |edtf: String, more: &str| {
        format!(
            "{{ edtf = \"{edtf}\", basis = \"derived\", why = {{ en = \"From the weekday and the days around it.\" }}{more} }}"
        )
    };
    match (event, random.u8(0..10)) {
        (Some(EventKind::Scheduled), _) => stated(day(-3 - random.i32(0..30)).to_string()),
        (Some(EventKind::TookPlace), _) => stated(format!("{from}/{to}")),
        (_, 0) => derived(format!("[{from}..{to}]"), ""),
        (_, 1) => derived(format!("[..{to}]"), ""),
        (_, 2) => derived(to.to_string().chars().take(7).collect(), ""),
        (_, 3) => {
            let record =
                format!(", record = {{ edtf = \"{to}\", source = {{ en = \"An invented almanac.\" }} }}");
            derived(format!("[{from},{to}]"), &record)
        }
        _ => stated(day(7 + random.i32(0..3)).to_string()),
    }
}
