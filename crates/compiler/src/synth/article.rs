//! One synthetic article: its text and its file. No opinion about the entries that lean on it.

use std::fmt::Write;

use atlas::date::Day;

use super::vocabulary::{ACTORS, AUTHORS, COUNTRIES, FILLER, ORDINALS, OUTLETS, TOPICS, VENUES, WEEKDAYS};

/// One sentence that is quoted, and what it is about.
#[derive(Debug)]
pub(super) struct Sentence {
    pub(super) actor: usize,
    /// The speaker of a sentence about somebody else.
    pub(super) according_to: Option<usize>,
    pub(super) venue: Option<usize>,
    /// The place as the sentence names it.
    pub(super) place: &'static str,
    pub(super) is_implied: bool,
    pub(super) weekday: &'static str,
    pub(super) exact: String,
    key: String,
}

/// An article.
#[derive(Debug)]
pub(super) struct Article {
    number: u32,
    outlet: &'static str,
    author: &'static str,
    pub(super) published: Day,
    /// Whether the day is printed, or is one of the week that ends with it.
    is_dated: bool,
    pub(super) sentences: Vec<Sentence>,
    filler: Vec<&'static str>,
}

/// Lines before the body: headline, byline and an empty one.
const BODY_FROM: usize = 4;

impl Article {
    pub(super) fn new(number: u32, count: u32, random: &mut fastrand::Rng) -> Self {
        // Ten years, from 2015.
        let published = Day::new(16_436 + random.i32(0..3_652));
        let ordinals = ORDINALS.iter().enumerate().take(count as usize);
        let sentences: Vec<_> =
            ordinals.map(|(index, ordinal)| Sentence::new(index, ordinal, random)).collect();
        // Enough words around each sentence that a third of the body is never quoted.
        let filler = (0..sentences.len() * 6).map(|_| pick(&FILLER, random)).collect();
        let (outlet, author) = (pick(&OUTLETS, random), pick(&AUTHORS, random));
        Self { number, outlet, author, published, is_dated: random.u8(0..5) > 0, sentences, filler }
    }

    pub(super) fn id(&self) -> String {
        format!("article-{:05}", self.number + 1)
    }

    pub(super) fn excerpt_id(&self, index: usize) -> String {
        format!("excerpt-{:05}-{}", self.number + 1, index + 1)
    }

    pub(super) fn entry_id(&self, index: usize) -> String {
        format!("entry-{:05}-{}", self.number + 1, index + 1)
    }

    pub(super) fn source(&self) -> String {
        format!("text-{:05}.txt", self.number + 1)
    }

    fn headline(&self) -> String {
        let place = self.sentences.first().map_or("", |sentence| sentence.place);
        format!("{place} and other matters, part {}", self.number + 1)
    }

    pub(super) fn to_text(&self) -> String {
        let date = if self.is_dated { format!(" {}", self.published) } else { String::new() };
        let mut text = format!("{}\nby {}, {}{date}\n", self.headline(), self.author, self.outlet);
        for (sentence, filler) in self.sentences.iter().zip(self.filler.chunks(6)) {
            let (before, after) = filler.split_at(3);
            // Writing into a string cannot fail.
            let _ = write!(text, "\n{} {}. {}\n", before.join(" "), sentence.exact, after.join(" "));
        }
        text.push_str("\nRead more of our reports every morning.\n");
        text
    }

    pub(super) fn to_toml(&self) -> String {
        let published = if self.is_dated {
            format!("{{ edtf = \"{0}\", basis = \"stated\", printed = \"{0}\" }}", self.published)
        } else {
            let from = self.published.plus(-6);
            let why = "The text belongs to the week that ends on this day.";
            format!(
                "{{ edtf = \"[{from}..{}]\", basis = \"derived\", why = {{ en = \"{why}\" }} }}",
                self.published
            )
        };
        let mut toml = format!(
            "id = \"{}\"\nsource = \"{}\"\nbody = [\"{BODY_FROM}-{}\"]\nheadline = \"{}\"\nheadline_line = 1\noutlet = \"{}\"\nauthors = [\"{}\"]\nlanguage = \"en\"\npublished = {published}\n",
            self.id(),
            self.source(),
            BODY_FROM + 2 * self.sentences.len() - 2,
            self.headline(),
            self.outlet,
            self.author,
        );
        for (index, sentence) in self.sentences.iter().enumerate() {
            let _ = write!(
                toml,
                "\n[[excerpt]]\nid = \"{}\"\nexact = \"{}\"\nkey = \"{}\"\n",
                self.excerpt_id(index),
                sentence.exact,
                sentence.key,
            );
        }
        toml
    }
}

impl Sentence {
    /// The first sentence of an article always names a venue, so that the smallest corpus has one.
    fn new(index: usize, ordinal: &str, random: &mut fastrand::Rng) -> Self {
        let actor = random.usize(0..ACTORS.len());
        let according_to =
            (random.u8(0..8) == 0).then(|| (actor + 1 + random.usize(0..ACTORS.len() - 1)) % ACTORS.len());
        let venue = (index == 0 || random.u8(0..6) > 0).then(|| random.usize(0..VENUES.len()));
        let is_implied = venue.is_some() && random.u8(0..5) == 0;
        let name = |row: &'static (&str, &str, usize, f64, f64, &str, &str)| {
            let country = COUNTRIES.get(row.2).map_or("", |country| country.1);
            if is_implied { country } else { row.1 }
        };
        let place = venue.and_then(|venue| VENUES.get(venue)).map_or("", name);
        let (weekday, topic) = (pick(&WEEKDAYS, random), pick(&TOPICS, random));
        let person = |index: usize| ACTORS.get(index).map_or("", |actor| actor.1);
        let somewhere = if place.is_empty() { String::new() } else { format!(" in {place}") };
        let key = format!("talks{somewhere} on the {topic}");
        let speaker = match according_to {
            Some(speaker) => format!("{} said of {}", person(speaker), person(actor)),
            None => format!("{} said", person(actor)),
        };
        let exact = format!("“The {ordinal} question is whether {key} can begin,” {speaker} on {weekday}");
        Self { actor, according_to, venue, place, is_implied, weekday, exact, key }
    }
}

pub(super) fn pick<T: Copy>(items: &[T], random: &mut fastrand::Rng) -> T {
    items[random.usize(0..items.len())]
}
