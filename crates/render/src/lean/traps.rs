//! What surely ends in a trap traps at once. After a panic the page says one sentence, whatever the panic said, so that all that a module
//! does between the last decision and the trap is for nobody: messages, their arguments, places in sources. A function that never comes back
//! is known by its instructions. No opinion about names, nor about what is reached by no call; see [`super`].

use std::collections::HashSet;
use std::mem::take;

use walrus::ir::{Instr, InstrLocId, InstrSeqId, InstrSeqType, Unreachable};
use walrus::{FunctionId, FunctionKind, LocalFunction, Module};

/// Shortens every function of the module, and gives those of which only the trap is left.
pub(super) fn settle(module: &mut Module) -> HashSet<FunctionId> {
    let mut trapping = HashSet::new();
    loop {
        let known = trapping.len();
        for (id, function) in module.funcs.iter_local_mut() {
            if settle_function(function, &trapping) {
                trapping.insert(id);
            }
        }
        // What calls a function that turned out to trap is shortened in the next round.
        if trapping.len() == known {
            return trapping;
        }
    }
}

/// Leaves nothing of a function but a trap; one that is imported stays.
pub(super) fn trap(module: &mut Module, id: FunctionId) {
    if let FunctionKind::Local(function) = &mut module.funcs.get_mut(id).kind {
        let entry = function.entry_block();
        function.block_mut(entry).instrs = vec![trap_instr()];
    }
}

/// Whether nothing of the function is left but the trap.
fn settle_function(function: &mut LocalFunction, trapping: &HashSet<FunctionId>) -> bool {
    let entry = function.entry_block();
    if is_plain(function, entry) {
        Settling { function, trapping }.sequence(entry, false, None);
    }
    only_traps(function, entry)
}

fn trap_instr() -> (Instr, InstrLocId) {
    (Instr::Unreachable(Unreachable {}), InstrLocId::default())
}

fn only_traps(function: &LocalFunction, sequence: InstrSeqId) -> bool {
    matches!(function.block(sequence).instrs.as_slice(), [(Instr::Unreachable(_), _)])
}

/// The sequences within an instruction.
pub(super) fn within(instr: &Instr) -> Vec<InstrSeqId> {
    match instr {
        Instr::Block(block) => vec![block.seq],
        Instr::Loop(block) => vec![block.seq],
        Instr::IfElse(arms) => vec![arms.consequent, arms.alternative],
        _ => Vec::new(),
    }
}

/// Whether all jumps are by the four instructions that are known here. The compiler writes no others; exceptions and references have more.
fn is_plain(function: &LocalFunction, sequence: InstrSeqId) -> bool {
    function.block(sequence).instrs.iter().all(|(instr, _)| {
        let jumps = matches!(
            instr,
            Instr::BrOnNull(_)
                | Instr::BrOnNonNull(_)
                | Instr::BrOnCast(_)
                | Instr::BrOnCastFail(_)
                | Instr::Try(_)
                | Instr::TryTable(_)
        );
        !jumps && within(instr).into_iter().all(|inner| is_plain(function, inner))
    })
}

/// Branches within `sequence` that go to `from` go to `to`.
fn retarget(function: &mut LocalFunction, sequence: InstrSeqId, from: InstrSeqId, to: InstrSeqId) {
    let mut inner = Vec::new();
    for (instr, _) in &mut function.block_mut(sequence).instrs {
        match instr {
            Instr::Br(br) if br.block == from => br.block = to,
            Instr::BrIf(br) if br.block == from => br.block = to,
            Instr::BrTable(table) => {
                let targets = table.blocks.iter_mut().chain([&mut table.default]);
                targets.filter(|block| **block == from).for_each(|block| *block = to);
            }
            _ => inner.extend(within(instr)),
        }
    }
    inner.into_iter().for_each(|inner| retarget(function, inner, from, to));
}

/// What is known of the place behind a sequence.
#[derive(Clone, Copy)]
struct Behind {
    /// It traps.
    doomed: bool,
    /// A block around the sequence, behind whose end it traps.
    label: Option<InstrSeqId>,
}

struct Settling<'a> {
    function: &'a mut LocalFunction,
    trapping: &'a HashSet<FunctionId>,
}

impl Settling<'_> {
    fn sequence(&mut self, sequence: InstrSeqId, doomed: bool, label: Option<InstrSeqId>) {
        // Values that a block leaves need not be there when it traps, but no shortcut is taken through them.
        let plain = matches!(self.function.block(sequence).ty, InstrSeqType::Simple(None));
        let mut out = Vec::new();
        if doomed && plain {
            out.push(trap_instr());
        }
        self.append(sequence, Behind { doomed: doomed && plain, label }, &mut out);
        out.reverse();
        self.function.block_mut(sequence).instrs = out;
    }

    /// Goes through a sequence from its end to its beginning, and puts what stays behind `out`, the last instruction first.
    fn append(&mut self, sequence: InstrSeqId, behind: Behind, out: &mut Vec<(Instr, InstrLocId)>) {
        let Behind { mut doomed, label } = behind;
        for (instr, place) in take(&mut self.function.block_mut(sequence).instrs).into_iter().rev() {
            if self.traps(&instr, doomed, label) {
                *out = vec![trap_instr()];
                doomed = true;
                continue;
            }
            match &instr {
                Instr::Block(block) if doomed => {
                    let inner = block.seq;
                    let simple = matches!(self.function.block(inner).ty, InstrSeqType::Simple(None));
                    if let (Some(label), true) = (label, simple) {
                        // One label is enough for all that traps.
                        retarget(self.function, inner, inner, label);
                        self.append(inner, Behind { doomed, label: Some(label) }, out);
                        doomed = matches!(out.last(), Some((Instr::Unreachable(_), _)));
                        continue;
                    }
                    self.sequence(inner, true, simple.then_some(inner));
                    doomed = only_traps(self.function, inner);
                }
                Instr::Loop(_) | Instr::IfElse(_) => doomed = false,
                Instr::BrIf(br) => doomed &= Some(br.block) == label,
                instr if instr.following_instructions_are_unreachable() => {
                    out.clear();
                    doomed = false;
                }
                _ => {}
            }
            if !doomed {
                out.push((instr, place));
            }
        }
    }

    /// Whether an instruction surely traps, once what is within it has been shortened.
    fn traps(&mut self, instr: &Instr, doomed: bool, label: Option<InstrSeqId>) -> bool {
        match instr {
            Instr::Unreachable(_) => true,
            Instr::Call(call) => self.trapping.contains(&call.func),
            Instr::Br(br) => Some(br.block) == label,
            Instr::Block(_) if doomed => false,
            _ => {
                let inner = within(instr);
                inner.iter().for_each(|&inner| self.sequence(inner, doomed, label));
                !inner.is_empty() && inner.iter().all(|&inner| only_traps(self.function, inner))
            }
        }
    }
}
