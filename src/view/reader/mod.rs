//! The reader: the answer, and the cards with their quotations. No opinion about order; the core has it.

mod answer;
mod card;
mod filters;
mod list;
mod parts;

pub(crate) use answer::answer_view;
pub(crate) use card::facts;
pub(crate) use filters::{called, leave};
pub use list::Reader;
pub(crate) use parts::{actor_line, address, date_lines, kind_line, open_at, quotation, status};
