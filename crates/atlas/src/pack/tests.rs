//! Writer and reader against each other, and the reader against damage.

use proptest::prelude::*;

use super::layout::{DIRECTORY_ENTRY_BYTES, HEADER_BYTES};
use super::{Pack, PackError, PackWriter, Table};

fn sample() -> Vec<u8> {
    let mut writer = PackWriter::default();
    let (minsk, empty, geneva) = (writer.text("Minsk"), writer.text(""), writer.text("Genève"));
    let list = writer.list(&[minsk, geneva]);
    writer.row(Table::Venues, &[minsk, 7, list]);
    writer.row(Table::Venues, &[geneva, u32::MAX, empty]);
    writer.row(Table::Meta, &[1]);
    writer.finish()
}

fn open(bytes: Vec<u8>) -> Result<Pack, PackError> {
    Pack::open(bytes.leak())
}

/// Damage has to be seen by `open` or by `verify`, and reading on regardless has to be safe.
fn check_damaged(bytes: Vec<u8>) {
    let Ok(pack) = open(bytes) else { return };
    assert!(pack.verify().is_err());
    for &table in Table::ALL {
        for row in 0..pack.rows(table).min(4) {
            for column in 0..4 {
                let cell = pack.cell(table, column, row);
                let _ = (pack.text(cell), pack.list(cell).take(16).count());
            }
        }
    }
}

#[test]
fn what_is_written_is_read() {
    let pack = open(sample()).unwrap();
    assert_eq!(pack.verify(), Ok(()));
    assert_eq!((pack.rows(Table::Venues), pack.rows(Table::Meta), pack.rows(Table::Entries)), (2, 1, 0));
    let cell = |column, row| pack.cell(Table::Venues, column, row);
    assert_eq!((pack.text(cell(0, 0)), pack.text(cell(0, 1))), ("Minsk", "Genève"));
    assert_eq!((cell(1, 0), cell(1, 1)), (7, u32::MAX));
    assert_eq!(pack.list(cell(2, 0)).map(|index| pack.text(index)).collect::<Vec<_>>(), ["Minsk", "Genève"]);
    assert_eq!(pack.list(cell(2, 1)).len(), 0);
}

#[test]
fn what_lies_outside_is_empty() {
    let pack = open(sample()).unwrap();
    assert_eq!((pack.cell(Table::Venues, 0, 2), pack.cell(Table::Venues, 3, 0)), (0, 0));
    assert_eq!((pack.text(99), pack.text(u32::MAX)), ("", ""));
    assert_eq!((pack.list(99).len(), pack.list(u32::MAX).len()), (0, 0));
}

#[test]
fn equal_strings_and_lists_are_kept_once() {
    let mut writer = PackWriter::default();
    assert_eq!(writer.text(""), 0);
    assert_eq!(writer.list(&[]), 0);
    assert_eq!(writer.text("Minsk"), writer.text("Minsk"));
    assert_eq!(writer.list(&[1, 2]), writer.list(&[1, 2]));
    assert_ne!(writer.list(&[1, 2]), writer.list(&[2, 1]));
}

#[test]
fn rows_are_as_wide_as_the_first() {
    let mut writer = PackWriter::default();
    let rows = [&[1, 2][..], &[3], &[4, 5, 6]].map(|cells| writer.row(Table::Sides, cells));
    assert_eq!(rows, [0, 1, 2]);
    let pack = open(writer.finish()).unwrap();
    let cells = (0..3).map(|row| [0, 1].map(|column| pack.cell(Table::Sides, column, row)));
    assert_eq!(cells.collect::<Vec<_>>(), [[1, 2], [3, 0], [4, 5]]);
}

#[test]
fn errors_say_what_is_wrong() {
    let altered = |at: usize, to: u8| {
        let mut bytes = sample();
        bytes[at] = to;
        open(bytes).map(|pack| pack.verify())
    };
    let is = |found, expected| assert_eq!(found, expected);
    is(open(Vec::new()).map(|_| Ok(())), Err(PackError::Truncated { needed: HEADER_BYTES, found: 0 }));
    is(altered(0, b'p'), Err(PackError::Magic));
    is(altered(8, 9), Err(PackError::Version { found: 9 }));
    is(altered(HEADER_BYTES, b't'), Err(PackError::Section { tag: *b"TEXT" }));
    is(altered(16, sample()[16] ^ 1), Ok(Err(PackError::Checksum)));
    let last = sample().len() - 1;
    is(altered(last, sample()[last] ^ 1), Ok(Err(PackError::Checksum)));
    is(altered(12, sample()[12] + 1), Err(PackError::Section { tag: *b"TEXT" }));
}

#[test]
fn opening_reads_no_contents() {
    // All strings and the whole pool spoilt: only `verify`, which reads every byte, can see it.
    let mut bytes = sample();
    let directory = HEADER_BYTES + DIRECTORY_ENTRY_BYTES * (Table::ALL.len() + 3);
    let text = bytes.windows(5).position(|window| window == b"Minsk").unwrap();
    assert_eq!(text, directory, "the strings stand first");
    bytes[text..text + "MinskGenève".len()].fill(0xff);
    let pack = open(bytes).unwrap();
    assert_eq!(pack.verify(), Err(PackError::Checksum));
    assert_eq!(pack.text(1), "");
}

#[test]
fn cut_anywhere() {
    for len in 0..sample().len() {
        check_damaged(sample()[..len].to_vec());
    }
}

proptest! {
    #[test]
    fn one_byte_altered(at in any::<prop::sample::Index>(), change in 1..=u8::MAX) {
        let mut bytes = sample();
        let at = at.index(bytes.len());
        bytes[at] ^= change;
        check_damaged(bytes);
    }

    #[test]
    fn four_bytes_altered(at in any::<prop::sample::Index>(), to in any::<[u8; 4]>()) {
        let mut bytes = sample();
        let at = at.index(bytes.len() - 4);
        bytes[at..at + 4].copy_from_slice(&to);
        if bytes != sample() {
            check_damaged(bytes);
        }
    }

    #[test]
    fn any_strings_and_lists(texts in prop::collection::vec(".{0,12}", 0..20)) {
        let mut writer = PackWriter::default();
        let indexes: Vec<_> = texts.iter().map(|text| writer.text(text)).collect();
        let list = writer.list(&indexes);
        let pack = open(writer.finish()).unwrap();
        prop_assert_eq!(pack.verify(), Ok(()));
        prop_assert_eq!(pack.list(list).map(|index| pack.text(index)).collect::<Vec<_>>(), texts);
    }
}
