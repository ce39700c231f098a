//! Short names for what module and glue know each other by. `wasm-bindgen` names each import after the function that it calls and a
//! hash, in both; readers would download all of it twice. No opinion about what is imported.

use std::collections::BTreeMap;

use crate::wasm::{PREAMBLE, WasmError, read_length, sections, write_length};
use crate::words::{self, short};

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// What the module that all imports come from is called.
const IMPORTED_FROM: &str = "g";
/// Exports that are named after a closure's type and a hash.
const CLOSURES: &str = "wasm_bindgen_";

/// Why names stay as they are.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NamesError {
    /// The module cannot be read.
    #[error(transparent)]
    Wasm(#[from] WasmError),
    /// It imports something of a kind, or from a place, that no glue has.
    #[error("the Wasm module has imports or exports that wasm-bindgen does not write")]
    Foreign,
    /// The glue is that of another module.
    #[error("the glue has {found} times {name:?}, which the Wasm module names")]
    Glue {
        /// The name.
        name: String,
        /// How often the glue has it.
        found: usize,
    },
}

/// Module and glue with short names.
///
/// # Errors
/// When the module cannot be read, or the glue is not the one written with it.
pub fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String), NamesError> {
    let mut out = PREAMBLE.to_vec();
    let mut names = BTreeMap::new();
    let mut from = None;
    for section in sections(wasm)? {
        let body = match section.id {
            IMPORTS => imports(section.body, &mut names, &mut from).ok_or(NamesError::Foreign)?,
            EXPORTS => exports(section.body, &mut names).ok_or(NamesError::Foreign)?,
            _ => {
                out.extend_from_slice(section.whole);
                continue;
            }
        };
        out.push(section.id);
        write_length(&mut out, body.len());
        out.extend_from_slice(&body);
    }
    let glue = renamed(glue, &names)?;
    let Some(from) = from else { return Ok((out, glue)) };
    let place = format!("\"{from}\"");
    match glue.matches(&place).count() {
        1 => Ok((out, glue.replace(&place, IMPORTED_FROM))),
        found => Err(NamesError::Glue { name: place, found }),
    }
}

/// The section of imports, all of them functions from one place, under short names.
fn imports(body: &[u8], names: &mut BTreeMap<String, String>, from: &mut Option<String>) -> Option<Vec<u8>> {
    let mut read = Reader(body);
    let count = read.number()?;
    let mut out = Vec::new();
    write_length(&mut out, count);
    for number in 0..count {
        let place = read.text()?;
        if from.get_or_insert_with(|| place.to_owned()) != place {
            return None;
        }
        let short = short(number);
        names.insert(read.text()?.to_owned(), short.clone());
        write_text(&mut out, IMPORTED_FROM);
        write_text(&mut out, &short);
        let (0, of_type) = (read.number()?, read.number()?) else { return None };
        out.push(0);
        write_length(&mut out, of_type);
    }
    read.0.is_empty().then_some(out)
}

/// The section of exports, those of closures under short names.
fn exports(body: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut read = Reader(body);
    let count = read.number()?;
    let mut out = Vec::new();
    write_length(&mut out, count);
    for number in 0..count {
        let name = read.text()?;
        if name.starts_with(CLOSURES) {
            // No name of wasm-bindgen's begins so.
            let short = format!("_{}", short(number));
            write_text(&mut out, &short);
            names.insert(name.to_owned(), short);
        } else {
            write_text(&mut out, name);
        }
        let (kind, index) = (read.number()?, read.number()?);
        write_length(&mut out, kind);
        write_length(&mut out, index);
    }
    read.0.is_empty().then_some(out)
}

/// The glue with each of the names replaced, where it stands as a whole word: an import once, a closure wherever it is called.
fn renamed(glue: &str, names: &BTreeMap<String, String>) -> Result<String, NamesError> {
    let mut found: BTreeMap<&str, usize> = names.keys().map(|name| (name.as_str(), 0)).collect();
    let out = words::replace(glue, |_, word| {
        let short = names.get(word)?;
        if let Some(count) = found.get_mut(word) {
            *count += 1;
        }
        Some(short.clone())
    });
    match found.into_iter().find(|(_, count)| *count == 0) {
        None => Ok(out),
        Some((name, found)) => Err(NamesError::Glue { name: name.to_owned(), found }),
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn number(&mut self) -> Option<usize> {
        let (number, taken) = read_length(self.0)?;
        self.0 = self.0.get(taken..)?;
        Some(number)
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }
}

fn write_text(out: &mut Vec<u8>, text: &str) {
    write_length(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A module with two imports and two exports, and a section between them.
    fn module(first: &str, second: &str, closure: &str) -> Vec<u8> {
        let section = |id: u8, items: &[Vec<u8>]| {
            let mut body = Vec::new();
            write_length(&mut body, items.len());
            body.extend(items.concat());
            let mut whole = vec![id];
            write_length(&mut whole, body.len());
            [whole, body].concat()
        };
        let item = |texts: &[&str], end: [u8; 2]| {
            let mut item = Vec::new();
            texts.iter().for_each(|text| write_text(&mut item, text));
            item.extend(end);
            item
        };
        let imports = [item(&["./w_bg.js", first], [0, 5]), item(&["./w_bg.js", second], [0, 6])];
        let exports = [item(&["memory"], [2, 0]), item(&[closure], [0, 9])];
        [PREAMBLE.to_vec(), section(IMPORTS, &imports), vec![3, 1, 0], section(EXPORTS, &exports)].concat()
    }

    const GLUE: &str =
        "{ __wbg_a_1: f, __wbg_a_12: g }; wasm.wasm_bindgen__h3(); wasm.memory; { \"./w_bg.js\": i }";

    #[test]
    fn module_and_glue_are_renamed_alike() {
        let (wasm, glue) = shorten(&module("__wbg_a_1", "__wbg_a_12", "wasm_bindgen__h3"), GLUE).unwrap();
        assert_eq!(glue, "{ a: f, b: g }; wasm._b(); wasm.memory; { g: i }");
        let again = module("a", "b", "_b");
        let expected = again.len() - 2 * ("./w_bg.js".len() - IMPORTED_FROM.len());
        assert_eq!(wasm.len(), expected);
        assert!(wasm.windows(3).any(|part| part == [3, 1, 0]), "other sections stay");
    }

    #[test]
    fn glue_of_another_module_is_refused() {
        let check = |wasm: &[u8], glue: &str, expected: &str| {
            let message = shorten(wasm, glue).unwrap_err().to_string();
            assert!(message.contains(expected), "{message}");
        };
        let sound = module("__wbg_a_1", "__wbg_a_12", "wasm_bindgen__h3");
        check(&sound, "", "0 times");
        check(&sound, &GLUE.replace("./w_bg.js", "./v_bg.js"), "./w_bg.js");
        check(&sound[..sound.len() - 1], GLUE, "ends within");
        let mut foreign = sound.clone();
        foreign[8 + 2 + 1 + 10 + 10] = 3;
        check(&foreign, GLUE, "does not write");
    }

    proptest! {
        #[test]
        fn any_sections_are_read_without_panic(imports: Vec<u8>, exports: Vec<u8>) {
            let mut wasm = PREAMBLE.to_vec();
            for (id, body) in [(IMPORTS, &imports), (EXPORTS, &exports)] {
                wasm.push(id);
                write_length(&mut wasm, body.len());
                wasm.extend(body);
            }
            let _ = shorten(&wasm, "");
        }
    }
}
