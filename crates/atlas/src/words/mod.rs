//! Words and numbers: messages, plurals, dates and computed sentences, the same on the host and in every browser.
//!
//! Every text that the widget shows of its own stands in a message catalogue; no component holds literal text.
//! No opinion about where the words are shown.

mod answer;
mod catalogue;
mod keys;
mod numbers;
mod place;
mod when;

pub use answer::{Answer, Piece, answer};
pub use catalogue::{Catalogue, CatalogueError, PLURAL_TABLE_LEN};
pub use keys::Key;
pub use place::{distances, how_far, whereabouts};
pub use when::{date_range, day, day_short, edtf, month_year, months_between, period, reading};
