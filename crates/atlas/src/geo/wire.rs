//! Reading the map's bytes: variable-length integers and the checksum.
//!
//! It has no opinion about what the numbers mean.

use super::MapError;

/// A place in a run of bytes.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// An unsigned LEB128 number.
    pub(super) fn unsigned(&mut self) -> Result<u32, MapError> {
        let mut value = 0_u32;
        for shift in [0, 7, 14, 21] {
            let (byte, rest) = self.rest.split_first().ok_or(MapError::Truncated)?;
            self.rest = rest;
            value |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(MapError::Malformed("number"))
    }

    /// A signed number, zigzag in LEB128.
    pub(super) fn signed(&mut self) -> Result<i32, MapError> {
        let value = self.unsigned()?;
        Ok((value >> 1) as i32 ^ -((value & 1) as i32))
    }

    /// A count of things that take at least one byte each, so that no count can ask for more than there is.
    pub(super) fn count(&mut self) -> Result<usize, MapError> {
        let count = self.unsigned()? as usize;
        if count > self.rest.len() { Err(MapError::Truncated) } else { Ok(count) }
    }
}

/// FNV-1a, 32 bits: any single altered byte changes it.
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
