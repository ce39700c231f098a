//! A released module without what only panics need. A panic is a trap there, which the loader tells in one sentence: so what leads to one
//! can go (`traps`), and with it all that puts texts together by formats, which nothing else in the widget does. Names of functions are
//! those of the name section. No opinion about what a module does otherwise: it does the same.

#[cfg(test)]
mod tests;
mod traps;
mod unreached;

use std::collections::{BTreeSet, HashSet};

use walrus::ir::{Call, Visitor, dfs_in_order};
use walrus::{FunctionId, LocalFunction, Module, ModuleConfig};

use self::traps::{settle, trap};
pub use self::unreached::{UNREACHED, Unreached};

/// Why a module stays as it is.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LeanError {
    /// It cannot be read.
    #[error("the Wasm module cannot be read: {0:#}")]
    Module(anyhow::Error),
    /// It has no names, so that nothing is known by its name.
    #[error("the Wasm module has no names of functions")]
    Nameless,
    /// Something puts a text together by a format, which would be a trap.
    #[error(
        "{0} uses `format!`, `write!` or `to_string` of a number, which the released widget does not carry; \
         atlas::decimal has what it needs"
    )]
    Prints(String),
    /// Nothing has such a name, so that the list is not about this module.
    #[error(
        "no function has a name with {:?}, which only {} would reach: is the list of what is never reached (lean/unreached.rs) still true?",
        .0.words, .0.reason
    )]
    Unknown(Unreached),
}

/// What is left of a module.
#[derive(Clone, Debug)]
pub struct Lean {
    /// The module.
    pub wasm: Vec<u8>,
    /// The names of what it still imports.
    pub imports: BTreeSet<String>,
}

/// The module without what only panics need and without what is never reached.
///
/// # Errors
/// When it cannot be read, needs for something else what only panics should need, or lacks what is said to be never reached.
pub fn lean(wasm: &[u8], unreached: &[Unreached]) -> Result<Lean, LeanError> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    let mut module = config.parse(wasm).map_err(LeanError::Module)?;
    settle(&mut module);
    walrus::passes::gc::run(&mut module);
    let mut useless = writing(&module)?;
    for part in unreached {
        let found = named(&module, |name| part.words.iter().all(|word| name.contains(word)));
        if found.is_empty() {
            return Err(LeanError::Unknown(*part));
        }
        useless.extend(found);
    }
    for id in useless {
        trap(&mut module, id);
    }
    settle(&mut module);
    walrus::passes::gc::run(&mut module);
    let imports = module.imports.iter().map(|import| import.name.clone()).collect();
    Ok(Lean { wasm: module.emit_wasm(), imports })
}

/// The functions of the module itself whose name, hashes and angle brackets left out, is such.
fn named(module: &Module, is: impl Fn(&str) -> bool) -> Vec<FunctionId> {
    let functions = module.funcs.iter_local().map(|(id, _)| id);
    functions
        .filter(|&id| module.funcs.get(id).name.as_deref().is_some_and(|name| is(&plain(name))))
        .collect()
}

/// The functions that every format ends in, if only such call them as panics need too.
fn writing(module: &Module) -> Result<HashSet<FunctionId>, LeanError> {
    let is = |id: FunctionId, is: fn(&str) -> bool| {
        module.funcs.get(id).name.as_deref().is_some_and(|name| is(&plain(name)))
    };
    if module.funcs.iter().all(|function| function.name.is_none()) {
        return Err(LeanError::Nameless);
    }
    let roots: HashSet<FunctionId> = named(module, is_writing).into_iter().collect();
    let mut using = roots.clone();
    loop {
        let known = using.len();
        for (id, function) in module.funcs.iter_local() {
            // What panics use ends here: nothing else is told what they say.
            if using.contains(&id) || is(id, is_of_panics) || !calls_any(function, &using) {
                continue;
            }
            if !is(id, is_of_formats) {
                return Err(LeanError::Prints(module.funcs.get(id).name.clone().unwrap_or_default()));
            }
            using.insert(id);
        }
        if using.len() == known {
            return Ok(roots);
        }
    }
}

/// `<core[0123456789abcdef]::fmt::Formatter>::pad` as `core::fmt::Formatter::pad`: a method's type stands in angle brackets or not, by how
/// names are written.
fn plain(name: &str) -> String {
    let mut out = String::new();
    for part in name.split('[') {
        let part = part.split_once(']').map_or(part, |(_, rest)| rest);
        out.extend(part.chars().filter(|letter| !matches!(letter, '<' | '>')));
    }
    out
}

fn is_writing(name: &str) -> bool {
    ["core::fmt::write", "core::fmt::Formatter::", "core::fmt::builders::"]
        .iter()
        .any(|start| name.starts_with(start))
}

fn is_of_formats(name: &str) -> bool {
    name.contains("fmt::")
}

fn is_of_panics(name: &str) -> bool {
    name.contains("panic")
}

/// Counts calls, of all functions or of these.
struct Calls<'a> {
    of: Option<&'a HashSet<FunctionId>>,
    count: usize,
}

impl<'instr> Visitor<'instr> for Calls<'_> {
    fn visit_call(&mut self, call: &Call) {
        self.count += usize::from(self.of.is_none_or(|of| of.contains(&call.func)));
    }
}

fn calls_any(function: &LocalFunction, functions: &HashSet<FunctionId>) -> bool {
    let mut calls = Calls { of: Some(functions), count: 0 };
    dfs_in_order(&mut calls, function, function.entry_block());
    calls.count > 0
}
