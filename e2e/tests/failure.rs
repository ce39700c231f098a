//! What a reader sees when the app fails while it runs: a panic is a trap of the module; and that it does not fail for want of memory. Both by
//! modules that trap where they are told to. No opinion about why one would.

use std::path::Path;
use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow, ensure};
use e2e::{Engine, Session, Setup, Use, altered, appended, dist, in_each_engine, until, visit};
use serde_json::json;
use tempfile::TempDir;
use walrus::ir::{BinaryOp, Binop, Const, Drop, GlobalGet, GlobalSet, Instr, MemorySize, Value};
use walrus::{ConstExpr, ExportItem, FunctionKind, Module, ValType};

/// More calls from the browser than the app's start takes.
const CALLS: i32 = 60;

/// Pages of 64 KiB. The app has them by its first selections, and makes do with them.
const MEMORY: i32 = 100;
/// Far more than would fill the memory if each kept what it takes.
const SELECTIONS: u32 = 300;

fn one() -> Instr {
    Const { value: Value::I32(1) }.into()
}

fn calculate(op: BinaryOp) -> Instr {
    Binop { op }.into()
}

/// Every call from the browser into the app begins with these instructions.
fn beginning(module: &mut Module, begin: &[Instr]) -> Result<()> {
    // Closures are exported as `_a`, `_b` and so on; the glue's own exports begin with two underscores.
    let called: Vec<_> = module
        .exports
        .iter()
        .filter(|export| export.name.starts_with('_') && !export.name.starts_with("__"))
        .filter_map(|export| if let ExportItem::Function(id) = export.item { Some(id) } else { None })
        .collect();
    ensure!(!called.is_empty(), "nothing is called");
    for id in called {
        let FunctionKind::Local(function) = &mut module.funcs.get_mut(id).kind else { continue };
        let entry = function.entry_block();
        let begin = begin.iter().map(|instr| (instr.clone(), Default::default()));
        function.block_mut(entry).instrs.splice(0..0, begin);
    }
    Ok(())
}

/// Every call counts down, and the one that finds nothing left divides by it.
fn failing(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(wasm)?;
    let left = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(CALLS)));
    let get = || Instr::from(GlobalGet { global: left });
    let count = [get(), one(), calculate(BinaryOp::I32Sub), GlobalSet { global: left }.into()];
    let divide = [one(), get(), calculate(BinaryOp::I32DivU), Drop {}.into()];
    beginning(&mut module, &[divide, count].concat())?;
    Ok(module.emit_wasm())
}

/// Every call that finds more memory than that divides by zero.
fn frugal(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(wasm)?;
    let memory = module.memories.iter().next().context("no memory")?.id();
    let within = [
        one(),
        MemorySize { memory }.into(),
        Const { value: Value::I32(MEMORY) }.into(),
        calculate(BinaryOp::I32LeU),
        calculate(BinaryOp::I32DivU),
        Drop {}.into(),
    ];
    beginning(&mut module, &within)?;
    Ok(module.emit_wasm())
}

/// The sentence in sight, the record open, no control that does nothing; and nothing in the console.
fn is_told(page: &mut Session) -> Result<()> {
    page.wait_until(
        "the sentence",
        "const said = document.querySelector('#pa-error').textContent.trim();
         return said !== '' && said === document.getElementById('parley').dataset.errorApp",
        json!([]),
    )?;
    ensure!(page.count("#record[open]")? == 1, "the record is closed");
    let said = page.rects(&["#pa-error"])?;
    ensure!(
        said.iter().flatten().any(|rect| rect.width > 0.0 && rect.height > 0.0),
        "the sentence is not seen"
    );
    let lines = page.console_lines()?;
    ensure!(lines.is_empty(), "console: {lines:#?}");
    Ok(())
}

/// The built widget with such a module in every page, made once: the project's own command takes it apart and puts it together.
fn widget() -> Result<&'static Path> {
    static WIDGET: OnceLock<Result<TempDir, String>> = OnceLock::new();
    let made = WIDGET.get_or_init(|| composed().map_err(|error| format!("{error:#}")));
    made.as_ref().map(TempDir::path).map_err(|error| anyhow!(error.clone()))
}

fn composed() -> Result<TempDir> {
    let widget = altered(&dist(), |wasm| failing(&wasm))?;
    // The corpus that it has: what counts is that its pages are put together anew.
    appended(widget.path(), Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../corpus")))
}

fn traps(engine: Engine) -> Result<()> {
    for how in Use::ALL {
        visit(Setup::new(engine).folder(widget()?), how, "", |page| {
            page.wait_ready()?;
            ensure!(page.count("#parley[data-failed]")? == 0, "it fails before anything is done");
            until("the failure", || {
                if page.count("#parley[data-failed]")? > 0 {
                    return Ok(Some(()));
                }
                page.run("document.querySelector('button[data-venue-chip]').click()", json!([]))?;
                Ok(None)
            })?;
            is_told(page)
        })?;
    }
    Ok(())
}

/// Selecting one venue after the other, the app does not take more and more memory.
fn selects(engine: Engine) -> Result<()> {
    let folder = altered(&dist(), |wasm| frugal(&wasm))?;
    visit(Setup::new(engine).folder(folder.path()), Use::Served, "", |page| {
        page.wait_ready()?;
        let script = "let left = arguments[0];
            const chips = [...document.querySelectorAll('button[data-venue-chip]')];
            const select = () => {
                chips[left % chips.length].click();
                document.body.dataset.left = --left;
                if (left > 0) requestAnimationFrame(select);
            };
            select()";
        page.run(script, json!([SELECTIONS]))?;
        page.wait_until("the selections", "return document.body.dataset.left === '0'", json!([]))?;
        ensure!(page.count("#parley[data-failed]")? == 0, "it takes more than {MEMORY} pages of memory");
        Ok(())
    })
}

in_each_engine! {
    memory_does_not_grow: selects;
    a_panic_of_the_running_app_is_told: traps;
}
