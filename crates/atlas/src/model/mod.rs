//! The corpus as typed views over a pack: venues, actors, articles, excerpts, entries.
//!
//! A view is a handle and a row number; it borrows nothing but `'static` text, is `Copy`, and equals another when it is the same row.
//! No opinion about filtering, order or words.

mod article;
mod codes;
pub mod columns;
mod corpus;
mod entry;
mod geography;
mod row;
mod when;

pub use article::{Article, Excerpt, Source};
pub use codes::{ActorKind, Attribution, Basis, EventKind, Modality, Stance, Status, VenueKind};
pub use corpus::{Corpus, Retired, Text};
pub use entry::{Entry, Kind};
pub use geography::{Actor, Country, Format, Place, Sea, Side, Venue};
pub use when::{Dated, Days, Record, Written};
