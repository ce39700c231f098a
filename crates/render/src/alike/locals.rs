//! Numbers of locals by use: within each type the one that is used most comes first, and one that nothing uses goes. Arguments keep theirs.
//! Reads and writes of memory lose the hint at how their address is aligned: no processor that runs a browser today needs it, and an
//! address that is not so aligned is read all the same. No opinion about what a local holds.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, Function, Instruction, MemArg};
use wasmparser::{BinaryReaderError, FunctionBody, Operator, ValType};

use super::Functions;

/// Gives locals their numbers, function by function.
pub(super) struct ByUse {
    /// How many arguments the functions take that are still to come, the last first.
    arguments: Vec<usize>,
    /// The new numbers of the present function's locals.
    numbers: HashMap<u32, u32>,
}

impl ByUse {
    pub(super) fn of(functions: &Functions<'_>) -> Self {
        Self { arguments: functions.arguments.iter().rev().copied().collect(), numbers: HashMap::new() }
    }
}

impl Reencode for ByUse {
    type Error = Infallible;

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Error> {
        let arguments = self.arguments.pop().unwrap_or_default();
        let declared = declared(&body)?;
        let uses = uses(&body)?;
        let first = |ty: ValType| declared.iter().position(|other| *other == ty);
        let mut kept: Vec<(u32, ValType)> = (arguments as u32..)
            .zip(declared.iter().copied())
            .filter(|(at, _)| uses.contains_key(at))
            .collect();
        kept.sort_by_key(|&(at, ty)| (first(ty), Reverse(uses[&at]), at));
        let arguments = 0..arguments as u32;
        self.numbers = arguments.clone().zip(arguments.clone()).collect();
        self.numbers.extend(kept.iter().map(|(at, _)| *at).zip(arguments.end..));
        let types = kept.into_iter().map(|(_, ty)| self.val_type(ty)).collect::<Result<Vec<_>, _>>()?;
        let mut out = Function::new_with_locals_types(types);
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            out.instruction(&self.parse_instruction(&mut reader)?);
        }
        code.function(&out);
        Ok(())
    }

    fn mem_arg(&mut self, arg: wasmparser::MemArg) -> Result<MemArg, Error> {
        Ok(MemArg { align: 0, ..utils::mem_arg(self, arg)? })
    }

    fn instruction<'a>(&mut self, operator: Operator<'a>) -> Result<Instruction<'a>, Error> {
        let new = |old: u32| self.numbers.get(&old).copied().unwrap_or(old);
        Ok(match operator {
            Operator::LocalGet { local_index } => Instruction::LocalGet(new(local_index)),
            Operator::LocalSet { local_index } => Instruction::LocalSet(new(local_index)),
            Operator::LocalTee { local_index } => Instruction::LocalTee(new(local_index)),
            other => utils::instruction(self, other)?,
        })
    }
}

/// The types of the locals that are no arguments.
fn declared(body: &FunctionBody<'_>) -> Result<Vec<ValType>, BinaryReaderError> {
    let mut all = Vec::new();
    for run in body.get_locals_reader()? {
        let (count, ty) = run?;
        all.extend((0..count).map(|_| ty));
    }
    Ok(all)
}

/// How often each local is used.
fn uses(body: &FunctionBody<'_>) -> Result<HashMap<u32, usize>, BinaryReaderError> {
    let mut uses = HashMap::new();
    for operator in body.get_operators_reader()? {
        if let Operator::LocalGet { local_index }
        | Operator::LocalSet { local_index }
        | Operator::LocalTee { local_index } = operator?
        {
            *uses.entry(local_index).or_default() += 1;
        }
    }
    Ok(uses)
}
