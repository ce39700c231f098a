//! A finished module in the order that compresses best: locals have their numbers by how often they are used (`locals`), so that the same
//! work is written in the same bytes; functions that are equal then are one, and those that are alike stand side by side (`order`). Nothing
//! else changes: instruction by instruction the module is the same. No opinion about what it does, nor about compression, beyond that it likes what it has just seen.

mod locals;
mod order;
#[cfg(test)]
mod tests;

use std::convert::Infallible;

use wasm_encoder::Module;
use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::{BinaryReaderError, FunctionBody, Parser, Payload, TypeRef};

/// Why a module stays as it is.
#[derive(Debug, thiserror::Error)]
#[error("the Wasm module cannot be put in order: {0}")]
pub struct AlikeError(#[source] Error);

impl<E: Into<Error>> From<E> for AlikeError {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

/// The module in that order.
///
/// # Errors
/// When it cannot be read.
pub fn arrange(wasm: &[u8]) -> Result<Vec<u8>, AlikeError> {
    let mut out = written(&mut locals::ByUse::of(&Functions::read(wasm)?), wasm)?;
    // What calls equal functions may be equal next.
    while let Some(mut once) = order::Ordered::once(&Functions::read(&out)?) {
        out = written(&mut once, &out)?;
    }
    let mut alike = order::Ordered::alike(&Functions::read(&out)?);
    Ok(written(&mut alike, &out)?)
}

fn written(how: &mut impl Reencode<Error = Infallible>, wasm: &[u8]) -> Result<Vec<u8>, Error> {
    let mut out = Module::new();
    how.parse_core_module(&mut out, Parser::new(0), wasm)?;
    Ok(out.finish())
}

/// The functions of a module.
#[derive(Default)]
struct Functions<'a> {
    /// How many are imported; these come first.
    imported: u32,
    /// The types of the others.
    types: Vec<u32>,
    /// How many arguments they take.
    arguments: Vec<usize>,
    code: Vec<FunctionBody<'a>>,
}

impl<'a> Functions<'a> {
    fn read(wasm: &'a [u8]) -> Result<Self, BinaryReaderError> {
        let mut all = Self::default();
        let mut types = Vec::new();
        for part in Parser::new(0).parse_all(wasm) {
            match part? {
                Payload::TypeSection(section) => {
                    for ty in section.into_iter_err_on_gc_types() {
                        types.push(ty?.params().len());
                    }
                }
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        all.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => {
                    for ty in section {
                        let ty = ty?;
                        all.types.push(ty);
                        all.arguments.push(types.get(ty as usize).copied().unwrap_or_default());
                    }
                }
                Payload::CodeSectionEntry(body) => all.code.push(body),
                _ => {}
            }
        }
        Ok(all)
    }

    fn bodies(&self) -> Vec<&'a [u8]> {
        self.code.iter().map(FunctionBody::as_bytes).collect()
    }
}
