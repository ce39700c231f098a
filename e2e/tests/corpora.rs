//! Another corpus than the shipped one, appended to the built widget without recompiling; and the same widget with
//! its bytes damaged: one readable sentence, and the document whole.

use std::path::Path;
use std::sync::OnceLock;

use anyhow::{Context, Result, bail, ensure};
use e2e::{Engine, Session, Setup, Use, altered, appended, dist, in_each_engine, visit};
use serde_json::json;
use tempfile::TempDir;

const ENTRIES: u32 = 60;
const NAME: &[u8] = b"\x0dparley-corpus";
const REGIONS: [&str; 5] = ["#pa-head", "#pa-answer", "#pa-map", "#pa-timeline", "#pa-reader"];

type Made = OnceLock<Result<TempDir, String>>;

/// The built widget with a synthetic corpus, made once.
fn synthetic() -> Result<&'static Path> {
    static WIDGET: Made = OnceLock::new();
    once(&WIDGET, ENTRIES)
}

fn once(widget: &'static Made, entries: u32) -> Result<&'static Path> {
    let made = widget.get_or_init(|| with_synthetic(entries).map_err(|error| format!("{error:#}")));
    made.as_ref().map(TempDir::path).map_err(|error| anyhow::anyhow!(error.clone()))
}

fn with_synthetic(entries: u32) -> Result<TempDir> {
    let folder = TempDir::with_prefix("parley-e2e-corpus-")?;
    let corpus = folder.path().join("corpus");
    atlas_compiler::synth(entries, 1, &corpus)?;
    appended(&dist(), &corpus)
}

/// Of two venues with many rows the first are drawn, and the others when the focus comes near, by button or by key; it is never lost.
fn many_rows(engine: Engine) -> Result<()> {
    static WIDGET: Made = OnceLock::new();
    let widget = once(&WIDGET, 1000)?;
    let fragment = "#view=positions&venue=ovrel&against=hallin";
    visit(Setup::new(engine).folder(widget), Use::Served, fragment, |page| {
        page.resize(1280, 800)?;
        page.wait_ready()?;
        // Rows that are drawn, rows that there are, and the place of the row with the focus.
        let rows = "const table = document.querySelector('#pa-positions table');
            const rows = [...table.querySelectorAll('tbody tr')];
            return [rows.length, Number(table.getAttribute('aria-rowcount')) - 1, rows.findIndex(row => row.contains(document.activeElement))]";
        let rows =
            |page: &Session| -> Result<[i64; 3]> { Ok(serde_json::from_value(page.run(rows, json!([]))?)?) };
        let [mut drawn, all, _] = rows(page)?;
        ensure!(drawn >= 60 && all >= 3 * drawn / 2, "{drawn} of {all} rows");
        let end = "document.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'End', ctrlKey: true, bubbles: true, cancelable: true }))";
        let mut by_key = false;
        while drawn < all {
            if by_key {
                page.run(end, json!([]))?;
            } else {
                page.press("#pa-positions > p > button")?;
            }
            by_key = !by_key;
            let more = "return document.querySelectorAll('#pa-positions tbody tr').length > arguments[0]";
            page.wait_until("more rows", more, json!([drawn]))?;
            let [more, of, focused] = rows(page)?;
            ensure!(focused == drawn - 1, "the focus is in row {focused} of {drawn}");
            ensure!(of == all || (of == -1 && more == all), "{more} of {of} rows");
            drawn = more;
        }
        ensure!(page.count("#pa-positions > p > button")? == 0, "more is promised than there is");
        Ok(())
    })
}

/// Of a long list the cards around the open one are drawn, each with its place in the whole; the rest is reached.
fn windowed(engine: Engine) -> Result<()> {
    visit(Setup::new(engine).folder(synthetic()?), Use::Served, "", |page| {
        page.resize(1280, 800)?;
        page.wait_ready()?;
        let places = "return [...document.querySelectorAll('#pa-cards [data-entry]')].map(card => [
            Number(card.getAttribute('aria-posinset')), Number(card.getAttribute('aria-setsize'))])";
        let places = |page: &Session| -> Result<Vec<[u32; 2]>> {
            Ok(serde_json::from_value(page.run(places, json!([]))?)?)
        };
        let mut reached = 0;
        while reached < ENTRIES {
            let drawn = "return document.querySelectorAll('#pa-cards [data-entry]').length > 10
                    && Number([...document.querySelectorAll('#pa-cards [data-entry]')].at(-1).getAttribute('aria-posinset')) > arguments[0]";
            page.wait_until("more cards", drawn, json!([reached]))?;
            let all = places(page)?;
            ensure!(all.len() < ENTRIES as usize, "{} cards are drawn", all.len());
            ensure!(all.iter().all(|place| place[1] == ENTRIES), "{all:?}");
            ensure!(all.windows(2).all(|pair| pair[1][0] == pair[0][0] + 1), "{all:?}");
            reached = all.last().context("no card")?[0];
            if reached < ENTRIES {
                page.click_at("#pa-cards .pa-reach:last-child button")?;
            }
        }
        // The record has all of them.
        ensure!(
            page.count("#record-by-date .pa-entry, #record-by-date [id]")? >= u64::from(ENTRIES),
            "the record is short"
        );
        Ok(())
    })
}

/// What the reader sees is the appended corpus, and the console is empty.
fn opens(engine: Engine) -> Result<()> {
    for how in [Use::Served, Use::File] {
        visit(Setup::new(engine).folder(synthetic()?), how, "", |page| {
            // Where every lane is drawn, also that of what names no venue.
            page.resize(1280, 800)?;
            page.wait_ready()?;
            ensure!(page.text("h1")?.contains("invented talks"), "the title is {:?}", page.text("h1"));
            ensure!(page.count("#pa-map [data-venue=ovrel]")? > 0, "its venue is not on the map");
            ensure!(page.count("#pa-map [data-venue=minsk]")? == 0, "the shipped venues are");
            let all = "return document.querySelectorAll('#pa-timeline [data-mark]').length === arguments[0]";
            page.wait_until("a mark for every entry", all, json!([ENTRIES]))?;
            page.click_at("button[data-venue-chip=ovrel]")?;
            page.wait_attr("button[data-venue-chip=ovrel]", "aria-pressed", "true")?;
            // Rows that do not fit become strips of counts: the axis is in its box at every width.
            for width_px in [1280, 700, 340] {
                page.resize(width_px, 800)?;
                let drawn = "return Math.abs(document.querySelector('.pa-timeline-svg').getAttribute('width')
                    - document.querySelector('#pa-timeline .pa-plot').clientWidth) < 1";
                page.wait_until("the timeline of this width", drawn, json!([]))?;
                let rects = page.rects(&["#pa-timeline", ".pa-timeline-svg"])?;
                let [Some(around), Some(drawn)] = rects.as_slice() else { bail!("no timeline") };
                let (most, bottom) = (around.y + around.height, drawn.y + drawn.height);
                ensure!(bottom <= most + 1.0, "the timeline ends at {bottom} px, its box at {most}");
            }
            let lines = page.console_lines()?;
            ensure!(lines.is_empty(), "console: {lines:#?}");
            Ok(())
        })?;
    }
    Ok(())
}

/// What is done to a module that carries a corpus; `at` is where its section's name begins.
type Damage = fn(wasm: Vec<u8>, at: usize) -> Vec<u8>;

/// The attribute with the sentence that has to stand in the page.
fn damaged(engine: Engine, damage: Damage, sentence: &str) -> Result<()> {
    let folder = altered(synthetic()?, |wasm| {
        let at = wasm.windows(NAME.len()).rposition(|bytes| bytes == NAME).context("no section")?;
        Ok(damage(wasm, at))
    })?;
    visit(Setup::new(engine).folder(folder.path()), Use::Served, "", |page| {
        page.wait_until(
            "the sentence",
            "const said = document.querySelector('#pa-error').textContent.trim();
             return said !== '' && said === document.getElementById('parley').getAttribute(arguments[0])",
            json!([sentence]),
        )?;
        is_whole(page)
    })
}

/// Regions with something in them, the record open with every entry, the sentence in sight, and no app.
fn is_whole(page: &Session) -> Result<()> {
    for (region, rect) in REGIONS.iter().zip(page.rects(&REGIONS)?) {
        ensure!(rect.is_some_and(|r| r.width > 0.0 && r.height > 0.0), "{region} is not there: {rect:?}");
        ensure!(!page.text(region)?.trim().is_empty(), "{region} is empty");
    }
    let entries = page.count("#record[open] .pa-record-entry")?;
    ensure!(entries == u64::from(ENTRIES), "{entries} entries in the record");
    let said = page.rects(&["#pa-error"])?;
    ensure!(said.iter().flatten().any(|r| r.width > 0.0 && r.height > 0.0), "the sentence is not seen");
    ensure!(page.count("#parley[data-ready]")? == 0, "the app runs");
    Ok(())
}

/// The module stays sound, its section loses its second half. Lengths are written in five bytes, as is allowed.
fn cut_pack(mut wasm: Vec<u8>, at: usize) -> Vec<u8> {
    let body = wasm.len() - at;
    let digits = (usize::BITS - body.leading_zeros()).div_ceil(7) as usize;
    let kept = wasm[at..at + body / 2].to_vec();
    wasm.truncate(at - digits);
    let length = kept.len();
    wasm.extend((0..5).map(|n| ((length >> (7 * n)) & 0x7f) as u8 | if n < 4 { 0x80 } else { 0 }));
    wasm.extend(kept);
    wasm
}

/// One bit of the pack is another.
fn flip_pack(mut wasm: Vec<u8>, at: usize) -> Vec<u8> {
    let middle = usize::midpoint(at, wasm.len());
    wasm[middle] ^= 0x10;
    wasm
}

/// The file ends too early.
fn cut_module(wasm: Vec<u8>, _: usize) -> Vec<u8> {
    wasm[..wasm.len() / 3].to_vec()
}

in_each_engine! {
    a_synthetic_corpus_opens: opens;
    a_long_list_is_reached_to_its_end: windowed;
    many_rows_are_reached_to_their_end: many_rows;
    a_truncated_pack_is_told: |engine| damaged(engine, cut_pack, "data-error-corpus");
    an_altered_pack_is_told: |engine| damaged(engine, flip_pack, "data-error-corpus");
    a_truncated_module_is_told: |engine| damaged(engine, cut_module, "data-error-app");
}
