//! Builds the bytes of a pack. Host side; no opinion about what the tables mean.

use std::collections::HashMap;

use super::layout::{
    DIRECTORY_ENTRY_BYTES, HEADER_BYTES, LIST, MAGIC, STRS, TABLES, TEXT, Table, VERSION, checksum,
};

/// Collects strings, lists and rows, and lays them out.
///
/// Equal strings and equal lists are kept once.
#[derive(Debug)]
pub struct PackWriter {
    text: Vec<u8>,
    offsets: Vec<u32>,
    known_text: HashMap<String, u32>,
    lists: Vec<u32>,
    known_lists: HashMap<Vec<u32>, u32>,
    tables: [(Vec<u32>, usize); TABLES],
}

impl Default for PackWriter {
    fn default() -> Self {
        Self {
            text: Vec::new(),
            offsets: vec![0, 0],
            known_text: HashMap::from([(String::new(), 0)]),
            lists: vec![0],
            known_lists: HashMap::from([(Vec::new(), 0)]),
            tables: std::array::from_fn(|_| (Vec::new(), 0)),
        }
    }
}

impl PackWriter {
    /// The index of a string.
    pub fn text(&mut self, text: &str) -> u32 {
        if let Some(&known) = self.known_text.get(text) {
            return known;
        }
        let index = self.offsets.len() as u32 - 1;
        self.text.extend_from_slice(text.as_bytes());
        self.offsets.push(self.text.len() as u32);
        self.known_text.insert(text.to_owned(), index);
        index
    }

    /// The index of a list.
    pub fn list(&mut self, items: &[u32]) -> u32 {
        if let Some(&known) = self.known_lists.get(items) {
            return known;
        }
        let at = self.lists.len() as u32;
        self.lists.push(items.len() as u32);
        self.lists.extend_from_slice(items);
        self.known_lists.insert(items.to_vec(), at);
        at
    }

    /// Appends a row and returns its number. Every row of a table has as many cells as its first;
    /// shorter ones are filled with zeros, longer ones cut.
    pub fn row(&mut self, table: Table, cells: &[u32]) -> u32 {
        let (all, columns) = &mut self.tables[table as usize];
        if all.is_empty() {
            *columns = cells.len();
        }
        let row = all.len().checked_div(*columns).unwrap_or(0);
        all.extend((0..*columns).map(|i| cells.get(i).copied().unwrap_or(0)));
        row as u32
    }

    /// The finished bytes.
    pub fn finish(self) -> Vec<u8> {
        let mut sections: Vec<([u8; 4], Vec<u8>)> =
            vec![(TEXT, self.text), (STRS, words(self.offsets)), (LIST, words(self.lists))];
        for (table, (cells, columns)) in Table::ALL.iter().zip(self.tables) {
            let rows = cells.len().checked_div(columns).unwrap_or(0);
            let by_column = (0..columns).flat_map(|c| (0..rows).map(move |r| r * columns + c));
            let header = [rows as u32, columns as u32];
            let cells = by_column.filter_map(|at| cells.get(at).copied());
            sections.push((table.tag(), words(header.into_iter().chain(cells))));
        }
        let mut directory = Vec::new();
        let mut body = Vec::new();
        let start = HEADER_BYTES + DIRECTORY_ENTRY_BYTES * sections.len();
        let count = sections.len() as u32;
        for (tag, bytes) in sections {
            directory.extend_from_slice(&tag);
            directory.extend_from_slice(&((start + body.len()) as u32).to_le_bytes());
            directory.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
            body.extend_from_slice(&bytes);
            body.resize(body.len().next_multiple_of(4), 0);
        }
        directory.extend_from_slice(&body);
        let mut pack = Vec::with_capacity(HEADER_BYTES + directory.len());
        pack.extend_from_slice(&MAGIC);
        pack.extend_from_slice(&VERSION.to_le_bytes());
        pack.extend_from_slice(&count.to_le_bytes());
        pack.extend_from_slice(&checksum(&directory).to_le_bytes());
        pack.extend_from_slice(&directory);
        pack
    }
}

fn words(numbers: impl IntoIterator<Item = u32>) -> Vec<u8> {
    numbers.into_iter().flat_map(u32::to_le_bytes).collect()
}
