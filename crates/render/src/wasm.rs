//! Custom sections of a Wasm module, which carry another corpus than the embedded one. Offsets in bytes.
//! No opinion about what the other sections hold.

/// The name of the section that carries a corpus.
pub const CORPUS_SECTION: &str = "parley-corpus";

pub(crate) const PREAMBLE: &[u8] = b"\0asm\x01\0\0\0";

/// Why bytes are no module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WasmError {
    /// The first bytes are not those of a module.
    #[error("these bytes are no Wasm module of version 1")]
    Preamble,
    /// A section ends behind the end.
    #[error("the Wasm module ends within the section at byte {at}")]
    Truncated {
        /// Where the section begins.
        at: usize,
    },
}

/// The contents of the first custom section of that name.
///
/// # Errors
/// When the bytes are no module.
pub fn custom_section<'a>(wasm: &'a [u8], name: &str) -> Result<Option<&'a [u8]>, WasmError> {
    Ok(sections(wasm)?.into_iter().find_map(|section| named(section, name)))
}

/// The module without custom sections: names of functions and the like, which nothing needs to run and every reader would download.
///
/// # Errors
/// When the bytes are no module.
pub fn without_custom_sections(wasm: &[u8]) -> Result<Vec<u8>, WasmError> {
    let kept = sections(wasm)?.into_iter().filter(|section| section.id != 0);
    Ok(kept.fold(PREAMBLE.to_vec(), |out, section| [&out, section.whole].concat()))
}

/// The module with one custom section of that name, at its end, in the place of any that it had.
///
/// # Errors
/// When the bytes are no module.
pub fn with_custom_section(wasm: &[u8], name: &str, contents: &[u8]) -> Result<Vec<u8>, WasmError> {
    let mut out = PREAMBLE.to_vec();
    for section in sections(wasm)?.into_iter().filter(|section| named(*section, name).is_none()) {
        out.extend_from_slice(section.whole);
    }
    let mut body = Vec::new();
    write_length(&mut body, name.len());
    body.extend_from_slice(name.as_bytes());
    body.extend_from_slice(contents);
    out.push(0);
    write_length(&mut out, body.len());
    out.extend_from_slice(&body);
    Ok(out)
}

#[derive(Clone, Copy)]
pub(crate) struct Section<'a> {
    pub(crate) id: u8,
    pub(crate) whole: &'a [u8],
    pub(crate) body: &'a [u8],
}

pub(crate) fn sections(wasm: &[u8]) -> Result<Vec<Section<'_>>, WasmError> {
    if !wasm.starts_with(PREAMBLE) {
        return Err(WasmError::Preamble);
    }
    let mut all = Vec::new();
    let mut at = PREAMBLE.len();
    while let Some(&id) = wasm.get(at) {
        let truncated = WasmError::Truncated { at };
        let (length, taken) = read_length(&wasm[at + 1..]).ok_or(truncated)?;
        let start = at + 1 + taken;
        let end = start.checked_add(length).filter(|&end| end <= wasm.len()).ok_or(truncated)?;
        all.push(Section { id, whole: &wasm[at..end], body: &wasm[start..end] });
        at = end;
    }
    Ok(all)
}

fn named<'a>(section: Section<'a>, name: &str) -> Option<&'a [u8]> {
    let (length, taken) = read_length(section.body)?;
    let (found, contents) = section.body.get(taken..)?.split_at_checked(length)?;
    (section.id == 0 && found == name.as_bytes()).then_some(contents)
}

/// An unsigned LEB128 number of at most 32 bits, and how many bytes it takes.
pub(crate) fn read_length(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0_u64;
    for (taken, &byte) in bytes.iter().take(5).enumerate() {
        value |= u64::from(byte & 0x7f) << (7 * taken);
        if byte & 0x80 == 0 {
            return u32::try_from(value).ok().map(|value| (value as usize, taken + 1));
        }
    }
    None
}

pub(crate) fn write_length(out: &mut Vec<u8>, length: usize) {
    let mut rest = length;
    while rest >= 0x80 {
        out.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    out.push(rest as u8);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A module with a data section and a custom section of its own.
    fn module() -> Vec<u8> {
        let mut module = PREAMBLE.to_vec();
        module.extend_from_slice(&[11, 1, 0]);
        with_custom_section(&module, "name", b"abc").unwrap()
    }

    proptest! {
        #[test]
        fn what_is_appended_reads_back_and_the_rest_stays(first: Vec<u8>, second in prop::collection::vec(any::<u8>(), 0..40_000)) {
            let once = with_custom_section(&module(), CORPUS_SECTION, &first).unwrap();
            prop_assert_eq!(custom_section(&once, CORPUS_SECTION), Ok(Some(first.as_slice())));
            let twice = with_custom_section(&once, CORPUS_SECTION, &second).unwrap();
            prop_assert_eq!(custom_section(&twice, CORPUS_SECTION), Ok(Some(second.as_slice())));
            prop_assert_eq!(custom_section(&twice, "name"), Ok(Some(b"abc".as_slice())));
            prop_assert!(twice.starts_with(&module()));
            prop_assert_eq!(sections(&twice).unwrap().len(), 3);
        }

        #[test]
        fn without_custom_sections_the_rest_stays(contents: Vec<u8>) {
            let bare = without_custom_sections(&module()).unwrap();
            let carrying = with_custom_section(&bare, CORPUS_SECTION, &contents).unwrap();
            prop_assert_eq!(sections(&bare).unwrap().len(), 1);
            prop_assert_eq!(without_custom_sections(&carrying), Ok(bare));
        }

        #[test]
        fn any_bytes_are_read_without_panic(tail: Vec<u8>) {
            let bytes = [PREAMBLE, &tail].concat();
            let _ = custom_section(&bytes, CORPUS_SECTION);
        }

        #[test]
        fn lengths_read_back(length: u32) {
            let mut bytes = Vec::new();
            write_length(&mut bytes, length as usize);
            prop_assert_eq!(read_length(&bytes), Some((length as usize, bytes.len())));
        }
    }

    #[test]
    fn what_is_no_module_is_refused() {
        fn check(bytes: &[u8], expected: WasmError) {
            assert_eq!(custom_section(bytes, "name"), Err(expected));
        }
        let whole = module();
        check(b"", WasmError::Preamble);
        check(&whole[1..], WasmError::Preamble);
        check(&whole[..whole.len() - 1], WasmError::Truncated { at: 11 });
        check(&[PREAMBLE, &[0, 0xff, 0xff, 0xff, 0xff, 0xff, 1]].concat(), WasmError::Truncated { at: 8 });
    }
}
