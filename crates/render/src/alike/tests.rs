//! Modules made by hand go in; what comes out calls and counts the same.

use proptest::prelude::*;
use wasm_encoder::{
    CodeSection, ElementSection, Elements, ExportKind, ExportSection, Function, FunctionSection,
    ImportSection, RefType, TableSection, TableType, TypeSection, ValType,
};
use wasmparser::{ElementItems, ExternalKind, Operator};

use super::*;

/// A module with one import and these functions, which take a number; each is exported by its place, and all stand in a table.
fn module(functions: &[Function]) -> Vec<u8> {
    let count = functions.len() as u32;
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], []);
    let mut imports = ImportSection::new();
    imports.import("g", "a", wasm_encoder::EntityType::Function(0));
    let (mut declared, mut exports, mut code) =
        (FunctionSection::new(), ExportSection::new(), CodeSection::new());
    for (at, function) in (1..).zip(functions) {
        declared.function(0);
        exports.export(&format!("f{at}"), ExportKind::Func, at);
        code.function(function);
    }
    let mut tables = TableSection::new();
    let (minimum, maximum) = (u64::from(count), None);
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum,
        maximum,
        shared: false,
    });
    let mut elements = ElementSection::new();
    let all: Vec<u32> = (1..=count).collect();
    elements.active(None, &wasm_encoder::ConstExpr::i32_const(0), Elements::Functions((&all).into()));
    let mut out = Module::new();
    out.section(&types).section(&imports).section(&declared).section(&tables);
    out.section(&exports).section(&elements).section(&code);
    out.finish()
}

/// A function that calls these, says a number so many times, and has no more locals than its argument.
fn calling(calls: &[u32], number: i32, times: usize) -> Function {
    let mut out = Function::new([]);
    let mut write = out.instructions();
    for _ in 0..times {
        write.i32_const(number).drop();
    }
    for &call in calls {
        write.local_get(0).call(call);
    }
    write.end();
    out
}

/// What a function does: the numbers it says, and what the functions do that it calls, so many calls deep.
fn does(all: &Functions, at: u32, depth: usize) -> String {
    let Some(body) = at.checked_sub(all.imported).map(|at| &all.code[at as usize]) else {
        return "import".to_owned();
    };
    let mut out = String::new();
    for operator in body.get_operators_reader().unwrap() {
        match operator.unwrap() {
            Operator::I32Const { value } => out.push_str(&format!("{value} ")),
            Operator::Call { function_index } if depth > 0 => {
                out.push_str(&format!("({}) ", does(all, function_index, depth - 1)));
            }
            _ => {}
        }
    }
    out
}

/// What is done by each exported function and from each place of the table.
fn told(wasm: &[u8]) -> Vec<(String, String)> {
    let all = Functions::read(wasm).unwrap();
    let does = |at: u32| does(&all, at, 3);
    let mut told = Vec::new();
    for part in Parser::new(0).parse_all(wasm) {
        match part.unwrap() {
            Payload::ExportSection(section) => {
                for export in section.into_iter().map(Result::unwrap) {
                    assert_eq!(export.kind, ExternalKind::Func);
                    told.push((export.name.to_owned(), does(export.index)));
                }
            }
            Payload::ElementSection(section) => {
                for element in section.into_iter().map(Result::unwrap) {
                    let ElementItems::Functions(items) = element.items else { continue };
                    told.extend(items.into_iter().map(|at| ("table".to_owned(), does(at.unwrap()))));
                }
            }
            _ => {}
        }
    }
    told
}

/// The names of the functions in the order in which they stand.
fn order(wasm: &[u8]) -> Vec<String> {
    let exports = Parser::new(0).parse_all(wasm).find_map(|part| match part.unwrap() {
        Payload::ExportSection(section) => Some(section),
        _ => None,
    });
    let mut all: Vec<(u32, String)> = exports
        .unwrap()
        .into_iter()
        .map(|export| export.map(|e| (e.index, e.name.to_owned())).unwrap())
        .collect();
    all.sort();
    all.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn functions_that_are_alike_stand_side_by_side() {
    let functions = [
        calling(&[2], 1000, 9),
        calling(&[0], 70_000, 8),
        calling(&[4], 1000, 7),
        calling(&[1, 3], 70_000, 6),
    ];
    let before = module(&functions);
    let after = arrange(&before).unwrap();
    assert_eq!(order(&after), ["f2", "f4", "f1", "f3"]);
    assert_eq!(told(&after), told(&before));
    assert_eq!(arrange(&before).unwrap(), after, "the same each time");
}

#[test]
fn equal_functions_are_one() {
    // The third and the fourth are equal once the first and the second are one.
    let functions = [calling(&[0], 7, 1), calling(&[0], 7, 1), calling(&[1], 8, 2), calling(&[2], 8, 2)];
    let before = module(&functions);
    let after = arrange(&before).unwrap();
    assert_eq!(Functions::read(&after).unwrap().code.len(), 2);
    assert_eq!(told(&after), told(&before));
}

#[test]
fn locals_are_numbered_by_use() {
    let check = |locals: &[ValType], used: &[u32], expected: (&[ValType], &[u32])| {
        let mut function = Function::new_with_locals_types(locals.iter().copied());
        for &local in used {
            function.instructions().local_get(local).drop();
        }
        function.instructions().end();
        let after = arrange(&module(&[function])).unwrap();
        let functions = Functions::read(&after).unwrap();
        let (mut types, mut found) = (Vec::new(), Vec::new());
        for run in functions.code[0].get_locals_reader().unwrap() {
            let (count, ty) = run.unwrap();
            types.extend((0..count).map(|_| ValType::try_from(ty).unwrap()));
        }
        for operator in functions.code[0].get_operators_reader().unwrap() {
            if let Operator::LocalGet { local_index } = operator.unwrap() {
                found.push(local_index);
            }
        }
        assert_eq!((types.as_slice(), found.as_slice()), expected);
    };
    let (i, f) = (ValType::I32, ValType::F64);
    // The argument keeps its number, however seldom it is used.
    check(&[i, i], &[2, 2, 1, 0], (&[i, i], &[1, 1, 2, 0]));
    // Types stay together, in their order; what is not used goes.
    check(&[i, f, i, f, i], &[1, 3, 3, 2, 4, 4], (&[i, i, f, f], &[2, 1, 1, 4, 3, 3]));
    check(&[i], &[], (&[], &[]));
}

#[test]
fn what_is_no_module_is_refused() {
    for bytes in [b"".as_slice(), b"\0asm\x01", b"\0asm\x01\0\0\0\x0a\xff"] {
        assert!(arrange(bytes).is_err());
    }
}

proptest! {
    #[test]
    fn whatever_calls_whatever_still_does(all in prop::collection::vec((prop::collection::vec(0_u32..9, 0..5), 0_i32..3, 0_usize..9), 1..9)) {
        let count = all.len() as u32;
        let functions: Vec<Function> = all
            .iter()
            .map(|(calls, number, times)| {
                let calls: Vec<u32> = calls.iter().map(|call| call % (count + 1)).collect();
                calling(&calls, *number, *times)
            })
            .collect();
        let before = module(&functions);
        prop_assert_eq!(told(&arrange(&before).unwrap()), told(&before));
    }

    #[test]
    fn any_bytes_are_read_without_panic(at in 0_usize..200, byte: u8) {
        let mut wasm = module(&[calling(&[2], 1000, 9), calling(&[0, 1], 70_000, 8)]);
        if let Some(place) = wasm.get_mut(at) {
            *place = byte;
        }
        let _ = arrange(&wasm);
    }
}
