//! The document under the app: whole without scripts and where WebAssembly is refused, and boxed alike before and
//! after the app takes its place. Lengths are CSS pixels.

use std::path::Path;

use anyhow::{Result, anyhow, ensure};
use atlas::model::Corpus;
use e2e::{Engine, Rect, Scripts, Session, Setup, Use, dist, in_each_engine, until, visit};
use serde_json::json;
use tempfile::TempDir;

const REGIONS: [&str; 5] = ["#pa-head", "#pa-answer", "#pa-map", "#pa-timeline", "#pa-reader"];
/// Those of the design, and one between.
const WIDTHS_PX: [u32; 4] = [320, 700, 900, 1280];
const HEIGHT_PX: u32 = 700;

/// What may not move.
#[derive(Debug, PartialEq)]
struct Boxes {
    regions: Vec<Option<Rect>>,
    document_px: f64,
    scroll_px: (f64, f64),
}

fn boxes(page: &Session) -> Result<Boxes> {
    Ok(Boxes {
        regions: page.rects(&REGIONS)?,
        document_px: page.document_height()?,
        scroll_px: page.scroll()?,
    })
}

/// Opened at the foot of the page, a scroll position that can be lost, with the module held back: what stands before
/// the app is measured, then the app comes, and the same is measured again.
fn swap_in_sight(engine: Engine) -> Result<()> {
    visit(Setup::new(engine), Use::Served, "", |page| {
        for width_px in WIDTHS_PX {
            page.resize(width_px, HEIGHT_PX)?;
            page.site().hold_modules();
            page.open(Use::Served, "#record")?;
            let at_foot = "return !document.getElementById('record').open
                && (scrollY > 0 || document.documentElement.scrollHeight <= innerHeight)";
            page.wait_until("the foot of the page", at_foot, json!([]))?;
            let before = boxes(page)?;
            ensure!(page.count("#parley[data-ready]")? == 0, "the app runs already");
            page.site().release_modules();
            page.wait_ready()?;
            let after = boxes(page)?;
            ensure!(before == after, "at {width_px} px: before {before:#?} after {after:#?}");
        }
        Ok(())
    })
}

/// Where nothing can be held back, a page without scripts stands for the moment before. Its record is open, the app's
/// is closed: it is closed here as well.
fn swap(engine: Engine, how: Use) -> Result<()> {
    let measure = |scripts| {
        visit(Setup::new(engine).scripts(scripts), how, "", |page| {
            WIDTHS_PX
                .into_iter()
                .map(|width_px| {
                    page.resize(width_px, HEIGHT_PX)?;
                    page.open(how, "")?;
                    match scripts {
                        Scripts::On => page.wait_ready()?,
                        Scripts::Off => {
                            page.run("document.getElementById('record').open = false", json!([]))?;
                        }
                    }
                    boxes(page)
                })
                .collect::<Result<Vec<_>>>()
        })
    };
    let (before, after) = (measure(Scripts::Off)?, measure(Scripts::On)?);
    for ((width_px, before), after) in WIDTHS_PX.iter().zip(&before).zip(&after) {
        ensure!(before == after, "at {width_px} px: before {before:#?} after {after:#?}");
    }
    Ok(())
}

/// How many entries the shipped corpus holds.
fn in_corpus() -> Result<u64> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../corpus"));
    let pack = atlas_compiler::compile(folder).map_err(|report| anyhow!("{}", report.render()))?;
    Ok(Corpus::open(Vec::leak(pack))?.entries().len() as u64)
}

/// Regions with something in them, the record with its entries, and no app.
fn is_whole(page: &Session) -> Result<()> {
    page.wait_until("the document", "return document.readyState === 'complete'", json!([]))?;
    for (region, rect) in REGIONS.iter().zip(page.rects(&REGIONS)?) {
        ensure!(rect.is_some_and(|r| r.width > 0.0 && r.height > 0.0), "{region} is not there: {rect:?}");
        ensure!(!page.text(region)?.trim().is_empty(), "{region} is empty");
    }
    let entries = page.count("#record-by-date .pa-record-entry[id]")?;
    ensure!(entries == in_corpus()?, "{entries} entries in the record, {} in the corpus", in_corpus()?);
    ensure!(page.count("#parley[data-ready]")? == 0, "the app runs");
    Ok(())
}

/// No button or field is in sight but the heads of cards, which are their headings.
fn nothing_dead(page: &Session) -> Result<()> {
    let script = "return [...document.querySelectorAll('#parley :is(button, input):not(.pa-card-head)')]
        .filter(e => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden')
        .map(e => e.outerHTML.slice(0, 80))";
    let dead = page.run(script, json!([]))?;
    ensure!(dead == json!([]), "controls that do nothing: {dead}");
    ensure!(page.count("#parley :is(button, input)")? > 0, "no control was asked");
    Ok(())
}

fn without_scripts(engine: Engine) -> Result<()> {
    Use::ALL.into_iter().try_for_each(|how| {
        visit(Setup::new(engine).scripts(Scripts::Off), how, "", |page| {
            is_whole(page)?;
            nothing_dead(page)
        })
    })
}

fn scripts_refused(engine: Engine) -> Result<()> {
    let refusing = Setup::new(engine).policy("script-src 'none'");
    [Use::Served, Use::Framed]
        .into_iter()
        .try_for_each(|how| visit(refusing.clone(), how, "", |page| is_whole(page)))
}

/// The page's own policy with its leave for WebAssembly taken out: this refuses it from disk too.
fn wasm_refused(engine: Engine) -> Result<()> {
    let folder = TempDir::with_prefix("parley-e2e-refused-")?;
    copy_without_leave(&dist(), folder.path())?;
    for how in Use::ALL {
        visit(Setup::new(engine).folder(folder.path()), how, "", |page| {
            // Firefox says the refusal on the console, but not to a script of the driver; the others only to that.
            let script = "return WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))
                .then(() => false, () => true)";
            until("the refusal", || {
                let said = page.console_lines()?.iter().any(|line| line.contains("WebAssembly"));
                Ok((said || page.run(script, json!([]))? == json!(true)).then_some(()))
            })?;
            is_whole(page)?;
            page.wait_for("#parley[data-failed]")?;
            nothing_dead(page)
        })?;
    }
    Ok(())
}

fn copy_without_leave(from: &Path, to: &Path) -> Result<()> {
    for entry in std::fs::read_dir(from)? {
        let (source, target) = {
            let entry = entry?;
            (entry.path(), to.join(entry.file_name()))
        };
        if source.is_dir() {
            std::fs::create_dir(&target)?;
            copy_without_leave(&source, &target)?;
        } else if source.extension().is_some_and(|end| end == "html") {
            std::fs::write(target, std::fs::read_to_string(source)?.replace("'wasm-unsafe-eval'", ""))?;
        } else {
            std::fs::copy(source, target)?;
        }
    }
    Ok(())
}

in_each_engine! {
    boxes_stay_in_sight: swap_in_sight;
    boxes_stay_served: |engine| swap(engine, Use::Served);
    boxes_stay_framed: |engine| swap(engine, Use::Framed);
    boxes_stay_from_disk: |engine| swap(engine, Use::File);
    whole_without_scripts: without_scripts;
    whole_where_scripts_are_refused: scripts_refused;
    whole_where_wasm_is_refused: wasm_refused;
}
