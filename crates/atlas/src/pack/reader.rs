//! Opens a pack and reads cells, strings and lists. No opinion about what they mean.

use super::layout::{
    DIRECTORY_ENTRY_BYTES, HEADER_BYTES, LIST, MAGIC, STRS, TABLES, TEXT, Table, VERSION, checksum,
};

/// Why bytes are not a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// Shorter than its header or a section says.
    #[error("the pack ends early: {needed} bytes are needed, {found} are there")]
    Truncated {
        /// Bytes that the header or directory speaks of.
        needed: usize,
        /// Bytes that are there.
        found: usize,
    },
    /// The first bytes are not [`MAGIC`].
    #[error("these bytes are not a pack: the first eight are not PARLEYPK")]
    Magic,
    /// Written by another version of the compiler.
    #[error(
        "the pack has version {found}, this reader knows version {VERSION}; build widget and pack together"
    )]
    Version {
        /// The version in the header.
        found: u32,
    },
    /// A section is missing or its length contradicts its contents.
    #[error("section {} of the pack is missing or malformed", tag.escape_ascii())]
    Section {
        /// The section's name.
        tag: [u8; 4],
    },
    /// The bytes are not those that were written.
    #[error("the pack was altered after it was written: its checksum differs")]
    Checksum,
}

#[derive(Clone, Copy, Debug, Default)]
struct Span {
    at: usize,
    len: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct TableSpan {
    /// Of the first cell.
    at: usize,
    rows: u32,
    columns: u32,
}

/// An opened pack: the bytes, and where its sections stand.
#[derive(Clone, Debug)]
pub struct Pack {
    bytes: &'static [u8],
    text: Span,
    strings: Span,
    lists: Span,
    tables: [TableSpan; TABLES],
}

impl Pack {
    /// Checks header and directory; O(sections), whatever the length of the pack.
    ///
    /// # Errors
    /// When the bytes are too short, no pack, of another version, or a section contradicts itself.
    pub fn open(bytes: &'static [u8]) -> Result<Self, PackError> {
        let truncated = |needed| PackError::Truncated { needed, found: bytes.len() };
        if bytes.len() < HEADER_BYTES {
            return Err(truncated(HEADER_BYTES));
        }
        if bytes.get(..8) != Some(MAGIC.as_slice()) {
            return Err(PackError::Magic);
        }
        let version = word(bytes, 8);
        if version != VERSION {
            return Err(PackError::Version { found: version });
        }
        let sections = word(bytes, 12) as usize;
        let directory_end = sections
            .checked_mul(DIRECTORY_ENTRY_BYTES)
            .and_then(|len| len.checked_add(HEADER_BYTES))
            .unwrap_or(usize::MAX);
        if directory_end > bytes.len() {
            return Err(truncated(directory_end));
        }
        // The checksum begins with the directory, so the number of its entries has to be told by where they end.
        if word(bytes, HEADER_BYTES + 4) as usize != directory_end {
            return Err(PackError::Section { tag: word(bytes, HEADER_BYTES).to_le_bytes() });
        }
        let find = |tag: [u8; 4]| -> Result<Span, PackError> {
            let entry = (0..sections)
                .map(|i| HEADER_BYTES + i * DIRECTORY_ENTRY_BYTES)
                .find(|&at| bytes.get(at..at + 4) == Some(tag.as_slice()))
                .ok_or(PackError::Section { tag })?;
            let span = Span { at: word(bytes, entry + 4) as usize, len: word(bytes, entry + 8) as usize };
            let end = span.at.saturating_add(span.len);
            if end > bytes.len() { Err(truncated(end)) } else { Ok(span) }
        };
        let (text, strings, lists) = (find(TEXT)?, find(STRS)?, find(LIST)?);
        if strings.len < 8 || strings.len % 4 != 0 {
            return Err(PackError::Section { tag: STRS });
        }
        if lists.len < 4 || lists.len % 4 != 0 {
            return Err(PackError::Section { tag: LIST });
        }
        let mut tables = [TableSpan::default(); TABLES];
        for (slot, table) in tables.iter_mut().zip(Table::ALL) {
            let span = find(table.tag())?;
            let (rows, columns) = (word(bytes, span.at), word(bytes, span.at + 4));
            let cells = u64::from(rows) * u64::from(columns);
            if span.len < 8 || cells.saturating_mul(4) != span.len as u64 - 8 {
                return Err(PackError::Section { tag: table.tag() });
            }
            *slot = TableSpan { at: span.at + 8, rows, columns };
        }
        Ok(Self { bytes, text, strings, lists, tables })
    }

    /// Compares the checksum; O(bytes).
    ///
    /// # Errors
    /// When any byte behind the header is not the one that was written.
    pub fn verify(&self) -> Result<(), PackError> {
        let (low, high) = (u64::from(word(self.bytes, 16)), u64::from(word(self.bytes, 20)));
        let body = self.bytes.get(HEADER_BYTES..).unwrap_or_default();
        if checksum(body) == low | high << 32 { Ok(()) } else { Err(PackError::Checksum) }
    }

    /// Rows of a table.
    pub fn rows(&self, table: Table) -> u32 {
        self.tables[table as usize].rows
    }

    /// One cell; zero where row or column lies outside.
    pub fn cell(&self, table: Table, column: u32, row: u32) -> u32 {
        let span = self.tables[table as usize];
        if row >= span.rows || column >= span.columns {
            return 0;
        }
        // Fits: `open` has seen that rows x columns x 4 bytes lie inside the pack.
        word(self.bytes, span.at + 4 * (column as usize * span.rows as usize + row as usize))
    }

    /// String `index`; empty where there is none, or where its bytes are not UTF-8.
    pub fn text(&self, index: u32) -> &'static str {
        core::str::from_utf8(self.bytes_of(index)).unwrap_or_default()
    }

    /// The bytes of string `index`, whatever they are; none where there is none. Quicker, where very many are only looked through.
    pub fn bytes_of(&self, index: u32) -> &'static [u8] {
        let count = self.strings.len / 4 - 1;
        let index = index as usize;
        if index >= count {
            return &[];
        }
        let at = self.strings.at + 4 * index;
        let (from, to) = (word(self.bytes, at) as usize, word(self.bytes, at + 4) as usize);
        if from > to || to > self.text.len {
            return &[];
        }
        self.bytes.get(self.text.at + from..self.text.at + to).unwrap_or_default()
    }

    /// The items of list `at`; empty where it lies outside the pool.
    pub fn list(&self, at: u32) -> impl ExactSizeIterator<Item = u32> + Clone + use<> {
        let (bytes, pool) = (self.bytes, self.lists);
        let words = pool.len / 4;
        let at = at as usize;
        let len = if at < words { word(bytes, pool.at + 4 * at) as usize } else { 0 };
        let len = if len < words - at.min(words) { len } else { 0 };
        (0..len).map(move |i| word(bytes, pool.at + 4 * (at + 1 + i)))
    }
}

fn word(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(at..at + 4) {
        Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
        _ => 0,
    }
}
