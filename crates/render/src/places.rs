//! Places in sources in a finished Wasm module. The compiler keeps, for each call that may panic, where it stands: the path of a source file (on
//! the machine that built it), a line and a column. Nobody sees them: after a panic the page says one sentence. Blanked, they weigh next to
//! nothing and name no machine. Length and structure of the module stay.
//!
//! A place is four little-endian words, aligned: address and length of the path, line, column (`core::panic::Location`). It is known by its path,
//! which ends in `.rs`. Addresses are those of the module's memory; offsets are bytes of the module.

use std::ops::Range;

use crate::wasm::{WasmError, read_length, sections};

const DATA_SECTION: u8 = 11;
const ENDING: &[u8] = b".rs";
/// Address and length of an empty text, line, column.
const NOWHERE: [u32; 4] = [1, 0, 0, 0];
/// No source is longer, no line of one is wider.
const MAX: [u32; 2] = [100_000, 10_000];

/// A stretch of the module that is copied to the memory at its start.
struct Segment {
    address: u32,
    bytes: Range<usize>,
}

/// Blanks every place in sources, and gives how many there were.
///
/// # Errors
/// When the bytes are no module.
pub fn blank(wasm: &mut [u8]) -> Result<usize, WasmError> {
    let segments = segments(wasm)?;
    let mut paths: Vec<Range<usize>> = Vec::new();
    let mut count = 0;
    for segment in &segments {
        // The first word that is aligned in memory.
        let first = segment.bytes.start + (segment.address.wrapping_neg() % 4) as usize;
        for at in (first..segment.bytes.end.saturating_sub(15)).step_by(4) {
            let [address, length, line, column] = words(wasm, at);
            if line == 0 || line > MAX[0] || column == 0 || column > MAX[1] {
                continue;
            }
            let Some(path) = find(&segments, address, length) else { continue };
            if !wasm[path.clone()].ends_with(ENDING) || !wasm[path.clone()].is_ascii() {
                continue;
            }
            paths.push(path);
            for (word, place) in NOWHERE.iter().zip(wasm[at..at + 16].chunks_exact_mut(4)) {
                place.copy_from_slice(&word.to_le_bytes());
            }
            count += 1;
        }
    }
    for path in paths {
        wasm[path].fill(b' ');
    }
    Ok(count)
}

fn words(wasm: &[u8], at: usize) -> [u32; 4] {
    let mut words = [0; 4];
    for (word, bytes) in words.iter_mut().zip(wasm[at..at + 16].chunks_exact(4)) {
        *word = bytes.iter().rev().fold(0, |word, &byte| word << 8 | u32::from(byte));
    }
    words
}

/// Where the bytes of an address lie in the module, if one segment holds them all.
fn find(segments: &[Segment], address: u32, length: u32) -> Option<Range<usize>> {
    segments.iter().find_map(|segment| {
        let from = address.checked_sub(segment.address)? as usize;
        let to = from.checked_add(length as usize)?;
        (length > 0 && to <= segment.bytes.len())
            .then(|| segment.bytes.start + from..segment.bytes.start + to)
    })
}

/// The active segments of the first memory: a flag of 0, the address as `i32.const`, the end of that expression, and the bytes.
fn segments(wasm: &[u8]) -> Result<Vec<Segment>, WasmError> {
    let body = sections(wasm)?.into_iter().find(|section| section.id == DATA_SECTION);
    let Some(body) = body.map(|section| section.body) else { return Ok(Vec::new()) };
    let start = body.as_ptr() as usize - wasm.as_ptr() as usize;
    let read = |at: usize| read_length(body.get(at..)?);
    let mut found = Vec::new();
    let Some((count, mut at)) = read(0) else { return Ok(found) };
    for _ in 0..count {
        let segment = (|| {
            let [0, 0x41] = body.get(at..at + 2)? else { return None };
            // Addresses of a 32-bit memory below 2 GiB are the same signed and unsigned.
            let (address, taken) = read(at + 2)?;
            let end = at + 2 + taken;
            let (length, taken) = (body.get(end) == Some(&0x0b)).then(|| read(end + 1))??;
            let from = end + 1 + taken;
            body.get(from..from + length)?;
            Some(Segment { address: address as u32, bytes: start + from..start + from + length })
        })();
        // Another kind of segment: what stands behind it cannot be told.
        let Some(segment) = segment else { break };
        at = segment.bytes.end - start;
        found.push(segment);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wasm::{PREAMBLE, write_length};

    /// A module of one data segment at this address.
    fn module(address: usize, data: &[u8]) -> Vec<u8> {
        let mut body = vec![1, 0, 0x41];
        write_length(&mut body, address);
        body.push(0x0b);
        write_length(&mut body, data.len());
        body.extend_from_slice(data);
        let mut wasm = PREAMBLE.to_vec();
        wasm.push(DATA_SECTION);
        write_length(&mut wasm, body.len());
        wasm.extend_from_slice(&body);
        wasm
    }

    fn data(text: &[u8], place: [u32; 4]) -> Vec<u8> {
        let mut data = text.to_vec();
        place.iter().for_each(|word| data.extend_from_slice(&word.to_le_bytes()));
        data.extend_from_slice(b"behind");
        data
    }

    #[test]
    fn places_are_blanked_and_nothing_else() {
        fn check(text: &[u8; 16], place: [u32; 4], is_place: bool) {
            let mut wasm = module(1 << 20, &data(text, place));
            let before = wasm.clone();
            assert_eq!(blank(&mut wasm).unwrap(), usize::from(is_place), "{place:?}");
            let expected =
                if is_place { module(1 << 20, &data(b"               .", NOWHERE)) } else { before };
            assert_eq!(wasm, expected, "{place:?}");
        }
        let at = 1 << 20;
        check(b"/srv/a/src/b.rs.", [at, 15, 70, 9], true);
        // No path, no line, no column, outside.
        check(b"/srv/a/src/b.rs.", [at, 14, 70, 9], false);
        check(b"/srv/a/src/b.rs.", [at, 15, 0, 9], false);
        check(b"/srv/a/src/b.rs.", [at, 15, 70, 0], false);
        check(b"/srv/a/src/b.rs.", [at + 100, 15, 70, 9], false);
        check(b"/srv/a/src/b.rs.", [at, u32::MAX, 70, 9], false);
    }

    #[test]
    fn what_is_no_module_or_has_no_data_is_left() {
        assert_eq!(blank(&mut PREAMBLE.to_vec()), Ok(0));
        assert_eq!(blank(&mut b"text".to_vec()), Err(WasmError::Preamble));
        // A segment of another kind, and one that is cut.
        for body in [&[2_u8, 1, 0][..], &[1, 0, 0x41], &[1, 0, 0x41, 0, 0x0b, 90]] {
            let mut wasm = PREAMBLE.to_vec();
            wasm.extend_from_slice(&[DATA_SECTION, body.len() as u8]);
            wasm.extend_from_slice(body);
            assert_eq!(blank(&mut wasm), Ok(0), "{body:?}");
        }
    }
}
