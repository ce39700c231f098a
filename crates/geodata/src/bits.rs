//! Writes bits as a range coder packs them; the other side of what `atlas::geo` reads. It has no opinion about what they mean.

use atlas::geo::Bits;

/// Bytes out of bits.
#[derive(Debug)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
    low: u32,
    range: u32,
}

impl Writer {
    pub(crate) fn new() -> Self {
        Self { bytes: Vec::new(), low: 0, range: u32::MAX }
    }

    /// All bytes, with the last ones that a reader looks at.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.bytes.extend(self.low.to_be_bytes());
        self.bytes
    }
}

impl Bits for Writer {
    fn next(&mut self, set_of_4096: u32, bit: bool) -> bool {
        let bound = (self.range >> 12) * set_of_4096;
        if bit {
            self.range = bound;
        } else {
            self.range -= bound;
            let (low, carry) = self.low.overflowing_add(bound);
            self.low = low;
            for byte in self.bytes.iter_mut().rev().take_while(|_| carry) {
                *byte = byte.wrapping_add(1);
                if *byte != 0 {
                    break;
                }
            }
        }
        while self.range < 1 << 24 {
            self.bytes.push((self.low >> 24) as u8);
            self.low <<= 8;
            self.range <<= 8;
        }
        bit
    }
}

#[cfg(test)]
mod tests {
    use atlas::geo::{Kind, Numbers, Reader};
    use proptest::prelude::*;

    use super::*;

    const KINDS: [Kind; 3] = [Kind::Grid, Kind::Back, Kind::StartLat];

    #[derive(Clone, Debug)]
    enum Item {
        Number(usize, u32),
        Step([i32; 2]),
    }

    fn item() -> impl Strategy<Value = Item> {
        let number =
            |most: u32| (0..KINDS.len(), 0..=most).prop_map(|(kind, number)| Item::Number(kind, number));
        let step = |most: i32| [-most..=most, -most..=most].prop_map(Item::Step);
        prop_oneof![number(3), number(i32::MAX as u32), step(40), step(i32::MAX)]
    }

    fn through<B: Bits>(numbers: &mut Numbers<B>, item: &Item) -> (u32, [i32; 2]) {
        match item {
            Item::Number(kind, number) => (numbers.number(KINDS[*kind], *number), [0, 0]),
            Item::Step(step) => (0, numbers.step(*step)),
        }
    }

    proptest! {
        #[test]
        fn numbers_read_back(items in prop::collection::vec(item(), 0..400)) {
            let mut written = Numbers::new(Writer::new());
            let expected: Vec<_> = items.iter().map(|item| through(&mut written, item)).collect();
            let bytes = written.bits.finish();
            let mut read = Numbers::new(Reader::new(&bytes));
            for (item, expected) in items.iter().zip(expected) {
                let blank = match item {
                    Item::Number(kind, _) => Item::Number(*kind, 0),
                    Item::Step(_) => Item::Step([0, 0]),
                };
                prop_assert_eq!(through(&mut read, &blank), expected);
            }
            prop_assert!(read.bits.is_empty() && !read.bits.is_beyond());
        }

        #[test]
        fn bits_read_back(bits in prop::collection::vec((16..=4080_u32, any::<bool>()), 0..2000)) {
            let mut writer = Writer::new();
            for (set, bit) in &bits {
                writer.next(*set, *bit);
            }
            let bytes = writer.finish();
            let mut reader = Reader::new(&bytes);
            prop_assert!(bits.iter().all(|(set, bit)| reader.next(*set, !bit) == *bit));
            prop_assert!(reader.is_empty() && !reader.is_beyond());
        }
    }

    #[test]
    fn what_is_foreseen_takes_little() {
        fn check(set_of_4096: u32, most: usize) {
            let mut writer = Writer::new();
            for _ in 0..8000 {
                writer.next(set_of_4096, true);
            }
            let length = writer.finish().len();
            assert!(length <= most, "{length} bytes");
        }
        check(2048, 1004);
        check(4080, 12);
    }
}
