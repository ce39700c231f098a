//! The positions of the parties by pointer, by key and by address, in three engines. Lengths are CSS pixels.

use anyhow::{Context, Result, ensure};
use e2e::{Engine, Session, in_each_engine, opened};
use serde_json::{Value, json};

const WIDE_PX: (u32, u32) = (1280, 1080);
const ENTER: &str = "\u{e007}";
const END: &str = "\u{e010}";
const HOME: &str = "\u{e011}";
const UP: &str = "\u{e013}";
const RIGHT: &str = "\u{e014}";
const DOWN: &str = "\u{e015}";

/// The cell of a row that is named so, in the column of a venue.
fn cell(party: &str, venue: &str) -> String {
    // By what the row's head says; the browser finds the row, a mark makes it an element for the driver.
    format!("[data-found='{party} {venue}']")
}

/// Marks cells by the words of their row and the class of their column, so that a test can name them.
fn find_cells(page: &Session) -> Result<Value> {
    let script = "for (const row of document.querySelectorAll('#pa-positions tbody tr')) {
        for (const cell of row.querySelectorAll('td')) {
            const venue = [...cell.classList].find(word => word.startsWith('v-'));
            cell.dataset.found = `${row.querySelector('th').textContent} ${venue.slice(2)}`;
        }
    }
    return [...document.querySelectorAll('[data-found]')].length";
    page.run(script, json!([]))
}

/// The button opens the table; a cell asks for its venue and its party and opens their latest entry; Back takes each step back.
fn press(engine: Engine) -> Result<()> {
    opened(WIDE_PX, engine, "", |page| {
        page.click_at("#pa-view")?;
        page.wait_for("#pa-positions table")?;
        page.wait_address("view=positions", true)?;
        ensure!(page.count("#pa-map")? == 0 && page.count("#pa-timeline")? == 0, "the map is still there");
        find_cells(page)?;
        let russia = cell("Russia", "minsk");
        page.click_at(&russia)?;
        page.wait_address("venue=minsk", true)?;
        page.wait_address("side=russia", true)?;
        page.wait_attr(&russia, "aria-selected", "true")?;
        let count = page.text(&format!("{russia} .pa-cell-count [aria-hidden]"))?;
        let listed = page.text("#pa-count b")?;
        ensure!(listed.starts_with(&format!("{count} ")), "{count} in the cell, {listed} in the reader");
        let open = page.attr("#pa-cards [aria-current]", "data-entry")?.context("an open card")?;
        ensure!(page.address()?.contains(&open), "{open} is not in the address");
        page.run("history.back()", json!([]))?;
        page.wait_address("side=", false)?;
        page.wait_attr(&russia, "aria-selected", "false")?;
        page.run("history.back()", json!([]))?;
        page.wait_for("#pa-map [data-venue]")?;
        ensure!(page.count("#pa-positions")? == 0, "the table is still there");
        Ok(())
    })
}

/// One grid: arrows go from cell to cell and stop at its edges, Home and End to the ends of a row, with Ctrl to those of the grid; Enter
/// unfolds a side and asks for what a cell holds. The page does not scroll.
fn keys(engine: Engine) -> Result<()> {
    opened(WIDE_PX, engine, "#view=positions", |page| {
        let at = "const all = [...document.querySelectorAll('.pa-cell')], columns = document.querySelectorAll('thead th').length;
            const at = all.indexOf(document.activeElement);
            return [Math.floor(at / columns), at % columns, all.length / columns, columns]";
        let place =
            |page: &Session| -> Result<[i64; 4]> { Ok(serde_json::from_value(page.run(at, json!([]))?)?) };
        page.focus("#pa-positions tbody th")?;
        let [_, _, rows, columns] = place(page)?;
        let check = |page: &Session, key: &str, row: i64, column: i64| -> Result<()> {
            page.keys(key)?;
            let now = place(page)?;
            ensure!(now[..2] == [row, column], "{key:?} leads to {now:?}, not to {row}, {column}");
            Ok(())
        };
        check(page, UP, 0, 0)?;
        check(page, RIGHT, 0, 1)?;
        check(page, DOWN, 1, 1)?;
        check(page, END, 1, columns - 1)?;
        check(page, RIGHT, 1, columns - 1)?;
        check(page, HOME, 1, 0)?;
        // The driver lets a key go before it presses the next.
        let with_control = "document.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', { key: arguments[0], ctrlKey: true, bubbles: true, cancelable: true }))";
        page.run(with_control, json!(["End"]))?;
        check(page, DOWN, rows - 1, columns - 1)?;
        page.run(with_control, json!(["Home"]))?;
        check(page, UP, 0, 0)?;
        // The head of a side unfolds its actors, and keeps the focus.
        page.keys(ENTER)?;
        page.wait_attr("#pa-positions tbody th", "aria-expanded", "true")?;
        ensure!(place(page)?[..2] == [0, 0] && place(page)?[2] > rows, "no actors: {:?}", place(page)?);
        page.keys(ENTER)?;
        page.wait_attr("#pa-positions tbody th", "aria-expanded", "false")?;
        check(page, RIGHT, 0, 1)?;
        page.keys(ENTER)?;
        page.wait_address("side=", true)?;
        ensure!(place(page)?[..2] == [0, 1], "asking takes the focus");
        // Tab stops at the cell that was met last, and at no other.
        let stops = "return [...document.querySelectorAll('.pa-cell')].filter(cell => cell.tabIndex === 0)
            .map(cell => cell === document.activeElement)";
        page.wait_until(
            "one stop",
            &["const stops = (() => {", stops, "})(); return stops.length === 1 && stops[0]"].concat(),
            json!([]),
        )?;
        ensure!(page.scroll()? == (0.0, 0.0), "the page was scrolled");
        Ok(())
    })
}

/// An address asks for the positions as of a day, also as the editor's choice, which a reader may leave; on a phone nothing is wider than it.
fn address(engine: Engine) -> Result<()> {
    let count = |page: &Session| -> Result<u32> {
        find_cells(page)?;
        Ok(page.text(&format!("{} .pa-cell-count [aria-hidden]", cell("Russia", "minsk")))?.trim().parse()?)
    };
    let all = opened(WIDE_PX, engine, "#view=positions", |page| count(page))?;
    opened(WIDE_PX, engine, "#view=positions&asof=2025-03-10", |page| {
        let then = count(page)?;
        ensure!(then < all, "{then} of {all} as of a day");
        let words = page.text(&cell("Russia", "minsk"))?;
        ensure!(words.contains("Favours") && words.contains("5 March 2025"), "{words}");
        page.resize(360, 1080)?;
        page.wait_for("#pa-positions table")?;
        let wide = page.run("return [document.documentElement.scrollWidth, innerWidth]", json!([]))?;
        ensure!(wide[0] == wide[1], "the page is {wide}");
        Ok(())
    })?;
    opened(WIDE_PX, engine, "?view=positions", |page| {
        page.wait_for("#pa-positions table")?;
        page.click_at("#pa-view")?;
        page.wait_for("#pa-map [data-venue]")?;
        page.wait_address("view=map", true)
    })
}

/// Two venues are put side by side, each row a date and a party; a cell asks for its venue and its party and the table stays; Back takes each
/// step back.
fn pair(engine: Engine) -> Result<()> {
    opened(WIDE_PX, engine, "#view=positions", |page| {
        page.click_at("[data-pair=istanbul]")?;
        page.wait_address("venue=istanbul", true)?;
        ensure!(page.count(".pa-pair")? == 0, "one venue alone is no pair");
        page.click_at("[data-pair=minsk]")?;
        page.wait_address("against=minsk", true)?;
        page.wait_for(".pa-pair")?;
        let heads =
            "return [...document.querySelectorAll('.pa-pair thead th')].map(head => head.className.trim())";
        ensure!(
            page.run(heads, json!([]))? == json!(["", "v-minsk", "v-istanbul"]),
            "not in the collection's order"
        );
        for venue in ["minsk", "istanbul"] {
            let counted = page.text(&format!(".pa-pair thead .v-{venue} [aria-hidden]"))?;
            ensure!(counted == page.text(&format!("[data-venue-chip={venue}] b"))?, "{venue}: {counted}");
        }
        // Every entry of the two has its line.
        let told = "const numbers = [...document.querySelectorAll('.pa-pair thead [aria-hidden]')].map(it => Number(it.textContent));
            return [document.querySelectorAll('.pa-pair td p').length, numbers.reduce((a, b) => a + b)]";
        let told = page.run(told, json!([]))?;
        ensure!(told[0] == told[1], "lines and entries: {told}");
        let rows = page.count(".pa-pair tbody tr")?;
        // By key, from the first head to the last cell of a venue with something in it.
        page.focus(".pa-pair tbody th")?;
        page.keys(RIGHT)?;
        let asked = page.run("return document.activeElement.matches('td.v-minsk:has(p)')", json!([]))?;
        ensure!(asked == json!(true), "the first row is of Minsk");
        page.keys(ENTER)?;
        page.wait_address("venue=minsk", true)?;
        page.wait_address("against=istanbul", true)?;
        page.wait_until(
            "the cell",
            "return document.activeElement.ariaSelected === 'true'
            || document.activeElement.getAttribute('aria-selected') === 'true'",
            json!([]),
        )?;
        ensure!(page.count(".pa-pair tbody tr")? == rows, "the table changed");
        let open = page.attr("#pa-cards [aria-current]", "data-entry")?.context("an open card")?;
        ensure!(page.address()?.contains(&open), "{open} is not in the address");
        page.run("history.back()", json!([]))?;
        page.wait_address("against=minsk", true)?;
        page.run("history.back()", json!([]))?;
        page.wait_address("against=", false)?;
        page.wait_until("the whole table", "return !document.querySelector('.pa-pair')", json!([]))
    })?;
    // As of a day, on a phone: what was reported by then, and nothing is wider than the page.
    opened((320, 1000), engine, "#view=positions&venue=minsk&against=istanbul&asof=2025-03-10", |page| {
        page.wait_for(".pa-pair")?;
        let wide = "const box = document.getElementById('pa-positions');
            return [document.documentElement.scrollWidth - innerWidth, box.scrollWidth - box.clientWidth]";
        ensure!(
            page.run(wide, json!([]))? == json!([0, 0]),
            "something is wider: {}",
            page.run(wide, json!([]))?
        );
        let held = page.text(".pa-pair tbody")?;
        ensure!(held.contains("5 March 2025") && !held.contains("June 2025"), "{held}");
        Ok(())
    })
}

in_each_engine! {
    two_venues_side_by_side: pair;
    a_cell_opens_its_evidence: press;
    the_table_is_one_grid_to_the_keyboard: keys;
    an_address_asks_for_positions: address;
}
