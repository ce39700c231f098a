//! Reading the map's bytes bit by bit, as a range coder packed them; and the checksum.
//!
//! A bit costs as much as it surprises: whoever asks says how probable it is. It has no opinion about what the bits mean.

/// Where bits come from, or go to.
pub trait Bits {
    /// The next bit, which is set in so many of 4096 cases, of which both must happen. A writer writes `bit` and gives it back; a reader
    /// does not look at it.
    fn next(&mut self, set_of_4096: u32, bit: bool) -> bool;
}

/// Bits out of bytes. Behind the last byte there are zeros.
///
/// The code is a fraction of the range, which each bit cuts in two in proportion to its probabilities; whole bytes are shifted in.
#[derive(Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
    range: u32,
    code: u32,
    missing: bool,
}

impl<'a> Reader<'a> {
    /// All bits of the bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut reader = Self { rest: bytes, range: u32::MAX, code: 0, missing: false };
        for _ in 0..4 {
            reader.shift();
        }
        reader
    }

    /// Whether more was read than is there.
    pub fn is_beyond(&self) -> bool {
        self.missing
    }

    /// Whether all that is there was read.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    fn shift(&mut self) {
        let byte = self.rest.split_off_first();
        self.missing |= byte.is_none();
        self.code = self.code << 8 | u32::from(byte.copied().unwrap_or(0));
    }
}

impl Bits for Reader<'_> {
    fn next(&mut self, set_of_4096: u32, _: bool) -> bool {
        let bound = (self.range >> 12) * set_of_4096;
        let bit = self.code < bound;
        // Half of the bits cannot be foreseen, by a processor neither: choices cost less than jumps.
        self.range = if bit { bound } else { self.range - bound };
        self.code -= if bit { 0 } else { bound };
        // No probability takes more than a byte.
        if self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        bit
    }
}

/// FNV-1a, 32 bits: any single altered byte changes it.
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
