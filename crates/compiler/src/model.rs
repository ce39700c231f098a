//! A corpus without problems, in memory. References are numbers of things in their lists, so that packing cannot fail.
//! No opinion about bytes or files.

use atlas::model::{ActorKind, Attribution, Basis, Days, Kind, Modality, Status, VenueKind};

use crate::files::Place;

/// A checked corpus: what [`crate::check`] gives where it found no problem, and what [`crate::pack()`] takes.
#[derive(Clone, Debug)]
pub struct Model {
    pub(crate) head: Head,
    pub(crate) venues: Vec<Venue>,
    pub(crate) actors: Vec<Actor>,
    /// By effective date of publication.
    pub(crate) articles: Vec<Article>,
    /// Article by article, in the order of each file.
    pub(crate) excerpts: Vec<Excerpt>,
    /// In reading order.
    pub(crate) entries: Vec<Entry>,
    pub(crate) retired: Vec<Retired>,
}

impl Model {
    /// Number of articles.
    pub fn articles(&self) -> usize {
        self.articles.len()
    }

    /// Number of excerpts.
    pub fn excerpts(&self) -> usize {
        self.excerpts.len()
    }

    /// Number of statements and of events.
    pub fn statements_and_events(&self) -> (usize, usize) {
        let statements = self.entries.iter().filter(|entry| matches!(entry.kind, Kind::Statement(_))).count();
        (statements, self.entries.len() - statements)
    }
}

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
}

/// Our words, in the order of the corpus's languages; empty where a language says nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text(pub(crate) Vec<String>);

#[derive(Clone, Debug)]
pub(crate) struct Dated {
    pub(crate) edtf: String,
    pub(crate) days: Days,
    pub(crate) basis: Basis,
    pub(crate) why: Text,
    pub(crate) printed: Option<At<String>>,
    pub(crate) time: Option<At<String>>,
    pub(crate) record: Option<Record>,
}

#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) edtf: String,
    pub(crate) days: Days,
    pub(crate) source: Text,
}

impl Dated {
    /// The narrowest bounds: of the record, else of the texts.
    pub(crate) fn best_days(&self) -> Days {
        self.record.as_ref().map_or(self.days, |record| record.days)
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Limits {
    pub(crate) excerpt_words: u32,
    pub(crate) article_words: u32,
    pub(crate) article_share: (u32, u32),
}

/// What corpus.toml says.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) languages: Vec<String>,
    pub(crate) title: Text,
    pub(crate) description: Text,
    pub(crate) view: (f64, f64, f64),
    pub(crate) sides: Vec<Named>,
    pub(crate) formats: Vec<Named>,
    pub(crate) places: Vec<MapPlace>,
    pub(crate) countries: Vec<Country>,
    pub(crate) seas: Vec<MapPlace>,
}

#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) name: Text,
}

#[derive(Clone, Debug)]
pub(crate) struct MapPlace {
    pub(crate) named: Named,
    pub(crate) lon: f64,
    pub(crate) lat: f64,
    pub(crate) is_reference: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Country {
    pub(crate) named: Named,
    pub(crate) iso: u32,
    pub(crate) label: Option<(f64, f64)>,
    pub(crate) is_party: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Venue {
    pub(crate) named: Named,
    pub(crate) short: Text,
    pub(crate) kind: VenueKind,
    pub(crate) country: usize,
    pub(crate) lon: f64,
    pub(crate) lat: f64,
    pub(crate) light: String,
    pub(crate) dark: String,
    pub(crate) aliases: Vec<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Actor {
    pub(crate) named: Named,
    pub(crate) kind: ActorKind,
    pub(crate) role: Text,
    pub(crate) side: usize,
    pub(crate) aliases: Vec<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Article {
    pub(crate) id: String,
    pub(crate) headline: String,
    pub(crate) outlet: String,
    pub(crate) authors: Vec<String>,
    pub(crate) address: String,
    pub(crate) syndication: Vec<String>,
    pub(crate) language: String,
    pub(crate) published: Dated,
    pub(crate) status: Status,
    pub(crate) status_date: String,
    pub(crate) status_note: Text,
}

#[derive(Clone, Debug)]
pub(crate) struct Excerpt {
    pub(crate) id: String,
    pub(crate) article: usize,
    pub(crate) exact: String,
    /// Bytes of `exact`.
    pub(crate) key: std::ops::Range<usize>,
    pub(crate) prefix: String,
    pub(crate) suffix: String,
    pub(crate) is_headline: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    pub(crate) actor: Option<usize>,
    pub(crate) according_to: Option<usize>,
    pub(crate) venue: Option<usize>,
    pub(crate) place_named: String,
    pub(crate) is_implied: bool,
    /// Of a statement.
    pub(crate) attribution: Option<Attribution>,
    pub(crate) modality: Modality,
    pub(crate) formats: Vec<usize>,
    pub(crate) date: Dated,
    pub(crate) summary: Text,
    pub(crate) sources: Vec<Source>,
}

#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) article: usize,
    pub(crate) excerpts: Vec<usize>,
    pub(crate) channel: Text,
}

#[derive(Clone, Debug)]
pub(crate) struct Retired {
    pub(crate) id: String,
    pub(crate) to: String,
    pub(crate) note: Text,
}
