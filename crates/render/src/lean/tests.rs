//! Modules made by hand go in; what comes out is run step by step.

use proptest::prelude::*;
use walrus::ir::{Block, Br, BrIf, Call, Instr, InstrSeqId, Loop, Unreachable};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, LocalFunction, Module};

use super::*;

/// What a function does. Steps and decisions are calls of imports; a decision is `call, br_if`. Targets count blocks outwards.
#[derive(Clone, Debug)]
enum Do {
    Step,
    Trap,
    CallTrapping,
    Branch(usize),
    BranchIf(usize),
    Block(Vec<Do>),
    Loop(Vec<Do>),
}

/// The functions that are there beside the one of the test.
struct Others {
    step: FunctionId,
    decide: FunctionId,
    trapping: FunctionId,
}

fn module(body: &[Do]) -> Module {
    let mut module = Module::default();
    let (nothing, bit) = (module.types.add(&[], &[]), module.types.add(&[], &[walrus::ValType::I32]));
    let (step, _) = module.add_import_func("g", "step", nothing);
    let (decide, _) = module.add_import_func("g", "decide", bit);
    let (message, _) = module.add_import_func("g", "message", nothing);
    let mut trapping = FunctionBuilder::new(&mut module.types, &[], &[]);
    trapping.func_body().call(message).unreachable();
    let trapping = trapping.finish(vec![], &mut module.funcs);
    let mut main = FunctionBuilder::new(&mut module.types, &[], &[]);
    let entry = main.func_body().id();
    write(&mut main, entry, body, &mut vec![entry], &Others { step, decide, trapping });
    let main = main.finish(vec![], &mut module.funcs);
    module.funcs.get_mut(main).name = Some("main".to_owned());
    module.exports.add("main", main);
    module
}

fn write(
    to: &mut FunctionBuilder,
    at: InstrSeqId,
    body: &[Do],
    around: &mut Vec<InstrSeqId>,
    others: &Others,
) {
    for what in body {
        let outwards: Vec<InstrSeqId> = around.iter().rev().copied().collect();
        let target = |out: &usize| outwards[out % outwards.len()];
        let mut nested = |inner: &[Do]| {
            let seq = to.dangling_instr_seq(None).id();
            around.push(seq);
            write(to, seq, inner, around, others);
            around.pop();
            seq
        };
        let instrs: Vec<Instr> = match what {
            Do::Step => vec![Call { func: others.step }.into()],
            Do::Trap => vec![Unreachable {}.into()],
            Do::CallTrapping => vec![Call { func: others.trapping }.into()],
            Do::Branch(out) => vec![Br { block: target(out) }.into()],
            Do::BranchIf(out) => {
                vec![Call { func: others.decide }.into(), BrIf { block: target(out) }.into()]
            }
            Do::Block(inner) => vec![Block { seq: nested(inner) }.into()],
            Do::Loop(inner) => vec![Loop { seq: nested(inner) }.into()],
        };
        for instr in instrs {
            to.instr_seq(at).instr(instr);
        }
    }
}

/// How a run ends: on its own, in a trap, or not within the steps that are watched.
#[derive(Debug, PartialEq)]
enum End {
    Returns,
    Traps,
    Open,
}

/// What goes on after a sequence.
enum Next {
    Falls,
    To(InstrSeqId),
    Ends(End),
}

struct Run<'a> {
    module: &'a Module,
    function: &'a LocalFunction,
    decisions: std::iter::Copied<std::slice::Iter<'a, bool>>,
    decided: bool,
    /// Each step, and each decision.
    trace: String,
    fuel: u32,
}

impl Run<'_> {
    fn sequence(&mut self, sequence: InstrSeqId) -> Next {
        for (instr, _) in &self.function.block(sequence).instrs {
            self.fuel = self.fuel.saturating_sub(1);
            if self.fuel == 0 {
                return Next::Ends(End::Open);
            }
            match instr {
                Instr::Unreachable(_) => return Next::Ends(End::Traps),
                Instr::Br(br) => return Next::To(br.block),
                Instr::BrIf(br) if self.decided => return Next::To(br.block),
                Instr::BrIf(_) => {}
                Instr::Call(call) => match &self.module.funcs.get(call.func).kind {
                    FunctionKind::Import(import) => {
                        match self.module.imports.get(import.import).name.as_str() {
                            "step" => self.trace.push('.'),
                            "decide" => {
                                let Some(decided) = self.decisions.next() else {
                                    return Next::Ends(End::Open);
                                };
                                self.decided = decided;
                                self.trace.push(if decided { '1' } else { '0' });
                            }
                            _ => {}
                        }
                    }
                    _ => return Next::Ends(End::Traps),
                },
                Instr::Block(block) => match self.sequence(block.seq) {
                    Next::To(to) if to == block.seq => {}
                    Next::Falls => {}
                    other => return other,
                },
                Instr::Loop(block) => loop {
                    self.fuel = self.fuel.saturating_sub(1);
                    match self.sequence(block.seq) {
                        Next::To(to) if to == block.seq && self.fuel > 0 => {}
                        Next::To(to) if to == block.seq => return Next::Ends(End::Open),
                        Next::Falls => break,
                        other => return other,
                    }
                },
                other => panic!("{other:?}"),
            }
        }
        Next::Falls
    }
}

fn run<'a>(module: &'a Module, decisions: &'a [bool]) -> (String, End) {
    let exported = module.exports.iter().find(|export| export.name == "main").unwrap();
    let walrus::ExportItem::Function(main) = exported.item else { panic!("no function") };
    let function = module.funcs.get(main).kind.unwrap_local();
    let decisions = decisions.iter().copied();
    let mut run = Run { module, function, decisions, decided: false, trace: String::new(), fuel: 500 };
    let end = match run.sequence(function.entry_block()) {
        Next::Falls => End::Returns,
        Next::To(to) => {
            assert_eq!(to, function.entry_block());
            End::Returns
        }
        Next::Ends(end) => end,
    };
    (run.trace, end)
}

fn bodies() -> impl Strategy<Value = Vec<Do>> {
    let leaf = prop_oneof![
        3 => Just(Do::Step),
        1 => Just(Do::Trap),
        1 => Just(Do::CallTrapping),
        1 => (0..5_usize).prop_map(Do::Branch),
        4 => (0..5_usize).prop_map(Do::BranchIf),
    ];
    let item = leaf.prop_recursive(5, 40, 6, |inner| {
        let body = prop::collection::vec(inner, 0..6);
        prop_oneof![3 => body.clone().prop_map(Do::Block), 1 => body.prop_map(Do::Loop)]
    });
    prop::collection::vec(item, 0..8)
}

proptest! {
    /// What returns has done the same; what traps has decided as much of the same as there was to decide on.
    #[test]
    fn a_lean_module_does_the_same(body in bodies(), decisions: Vec<bool>) {
        let mut before = module(&body);
        let lean = lean(&before.emit_wasm()).unwrap();
        let after = Module::from_buffer(&lean.wasm).unwrap();
        let ((expected, end), (found, found_end)) = (run(&before, &decisions), run(&after, &decisions));
        match end {
            End::Returns => prop_assert_eq!((found, found_end), (expected, End::Returns)),
            End::Traps => {
                prop_assert_eq!(found_end, End::Traps);
                prop_assert!(expected.starts_with(&found), "{} then {}", expected, found);
            }
            End::Open => prop_assert!(expected.starts_with(&found) || found.starts_with(&expected)),
        }
    }
}

#[test]
fn what_surely_traps_does_nothing_before() {
    let check = |body: &[Do], calls: usize, imports: &[&str]| {
        let lean = lean(&module(body).emit_wasm()).unwrap();
        assert_eq!(lean.imports.iter().collect::<Vec<_>>(), imports, "{body:?}");
        let after = Module::from_buffer(&lean.wasm).unwrap();
        let main = after.funcs.iter_local().next().unwrap().1;
        let mut found = Calls { of: None, count: 0 };
        dfs_in_order(&mut found, main, main.entry_block());
        assert_eq!(found.count, calls, "{body:?}");
    };
    check(&[Do::Step, Do::Step], 2, &["step"]);
    check(&[Do::Step, Do::Trap], 0, &[]);
    check(&[Do::Step, Do::CallTrapping, Do::Step], 0, &[]);
    check(&[Do::Block(vec![Do::BranchIf(0), Do::Step]), Do::Step, Do::CallTrapping], 0, &[]);
    check(
        &[Do::Block(vec![Do::Step, Do::BranchIf(0), Do::Step, Do::Branch(1)]), Do::Trap],
        3,
        &["decide", "step"],
    );
}

#[test]
fn formats_are_for_panics_alone() {
    let check = |caller: &str, called: &str, expected: Option<&str>| {
        let mut module = module(&[Do::Step]);
        let step =
            module.imports.iter().find(|import| import.name == "step").map(|import| import.kind.clone());
        let Some(walrus::ImportKind::Function(step)) = step else { panic!("no step") };
        let mut previous = step;
        for name in [called, caller] {
            let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
            function.func_body().call(previous);
            previous = function.finish(vec![], &mut module.funcs);
            module.funcs.get_mut(previous).name = Some(name.to_owned());
        }
        module.exports.add("caller", previous);
        let message = lean(&module.emit_wasm()).map(drop).map_err(|error| error.to_string());
        match expected {
            Some(part) => assert!(message.as_ref().is_err_and(|text| text.contains(part)), "{message:?}"),
            None => assert_eq!(message, Ok(())),
        }
    };
    check("atlas::words::day", "core::fmt::write", Some("atlas::words::day uses"));
    check("atlas::words::day", "<core[0123abcd]::fmt::Formatter>::pad", Some("atlas::words::day uses"));
    check("atlas::words::day", "core::fmt::Formatter::pad", Some("atlas::words::day uses"));
    check("<atlas::date::Day as core::fmt::Display>::fmt", "core::fmt::write", None);
    check("std::panicking::rust_panic", "core::fmt::write", None);
    check("atlas::words::day", "core::num::parse", None);
}

#[test]
fn a_module_without_names_is_refused() {
    let mut module = module(&[Do::Step]);
    module.funcs.iter_mut().for_each(|function| function.name = None);
    let message = lean(&module.emit_wasm()).unwrap_err().to_string();
    assert!(message.contains("no names"), "{message}");
    let message = lean(b"nothing").unwrap_err().to_string();
    assert!(message.contains("cannot be read"), "{message}");
}
