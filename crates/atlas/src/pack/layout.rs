//! Where things stand in a pack: tags and the fixed header. No opinion about the meaning of a column.

/// The first eight bytes of every pack.
pub const MAGIC: [u8; 8] = *b"PARLEYPK";
/// The version of this layout; readers refuse any other.
pub const VERSION: u32 = 3;

pub(super) const HEADER_BYTES: usize = 24;
pub(super) const DIRECTORY_ENTRY_BYTES: usize = 12;

macro_rules! sections {
    ($($name:ident = $tag:literal, $doc:literal;)*) => {
        /// A section that is a table of fixed-width columns.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub enum Table { $(#[doc = $doc] $name,)* }

        impl Table {
            /// Every table, in the order of the directory.
            pub const ALL: &[Self] = &[$(Self::$name),*];
            /// The four bytes that name the section.
            pub const fn tag(self) -> [u8; 4] {
                match self { $(Self::$name => *$tag,)* }
            }
        }
    };
}

sections! {
    Meta = b"META", "One row: title, languages, first view.";
    Sides = b"SIDE", "The parties.";
    Formats = b"FORM", "Formats of talks.";
    Places = b"PLAC", "Capitals and other places that are no venues.";
    Countries = b"CTRY", "Countries that the corpus names.";
    Seas = b"SEAS", "Seas that carry a label.";
    Venues = b"VENU", "Cities and areas where talks were proposed or held.";
    Actors = b"ACTR", "Persons and bodies.";
    Dates = b"DATE", "Every date, with how it is known.";
    Articles = b"ARTC", "Published texts.";
    Excerpts = b"EXCP", "Verbatim quotations.";
    Sources = b"SRCE", "One article's account of one entry.";
    Entries = b"ENTR", "Statements and events, in reading order.";
    Retired = b"RETI", "Ids that once shipped.";
}

/// Number of table kinds.
pub(super) const TABLES: usize = Table::ALL.len();
pub(super) const TEXT: [u8; 4] = *b"TEXT";
pub(super) const STRS: [u8; 4] = *b"STRS";
pub(super) const LIST: [u8; 4] = *b"LIST";

/// FNV-1a over 64-bit words (the tail padded with zeros): quick in Wasm, and enough to tell damage, not to resist an attacker.
/// Source of the constants: Fowler, Noll, Vo, "FNV hash", 64-bit.
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    let mut words = bytes.chunks_exact(8);
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut step = |word: [u8; 8]| {
        hash = (hash ^ u64::from_le_bytes(word)).wrapping_mul(0x0000_0100_0000_01b3);
        // Words, not bytes, are mixed in: without this shift the high half would never reach the low one.
        hash ^= hash >> 32;
    };
    for word in words.by_ref() {
        let mut eight = [0; 8];
        eight.copy_from_slice(word);
        step(eight);
    }
    let rest = words.remainder();
    let mut tail = [0; 8];
    for (to, from) in tail.iter_mut().zip(rest) {
        *to = *from;
    }
    step(tail);
    hash ^ bytes.len() as u64
}
