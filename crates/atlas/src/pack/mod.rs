//! The pack: one corpus as bytes, readable at random from the first day on.
//!
//! All numbers are little-endian. Offsets count bytes from the start of the pack.
//!
//! ```text
//!  0  magic     8 bytes  "PARLEYPK"
//!  8  version   u32
//! 12  sections  u32      n
//! 16  checksum  u64      of every byte from 24 on
//! 24  directory n x { tag: 4 bytes, offset: u32, length: u32 }
//!     sections, each at a multiple of four
//!       TEXT   UTF-8, all strings one after the other
//!       STRS   u32 offsets into TEXT, one more than there are strings; string 0 is empty
//!       LIST   u32 pool: a list is its length, then its items; list 0 is empty
//!       table  rows: u32, columns: u32, then columns x rows u32, column by column
//! ```
//!
//! Opening checks the directory once and costs O(sections). Reading never panics: what points outside reads as empty.
//! [`Pack::verify`] tells altered bytes from whole ones.
//! This module has no opinion about what the tables mean; `model` has.

mod layout;
mod reader;
#[cfg(test)]
mod tests;
mod writer;

pub use layout::{MAGIC, Table, VERSION};
pub use reader::{Pack, PackError};
pub use writer::PackWriter;
