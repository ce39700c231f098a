//! What a reader and the story do in the widget changes no height and tells the page around nothing; that page keeps its place, its focus
//! and its history.

use anyhow::{Result, ensure};
use e2e::{Engine, FRAME, Host, Session, Setup, in_each_engine, looked};
use serde_json::{Value, json};

const STEPS: usize = 12;
/// So long the story plays, by the clock of the widget's page.
const PLAYS_MS: f64 = 30_000.0;
/// Entries that it has reached by then, at the least: one in six seconds, and a slow machine.
const PLAYS: usize = 4;

/// What is the host's: the place in it, the focus, the length of the history, what it heard.
fn of_host(page: &Session) -> Result<Value> {
    page.run(
        "return [scrollX, scrollY, document.activeElement.id, history.length, location.href, window.heard.length]",
        json!([]),
    )
}

/// Does something in the widget, by a script, so that the focus does not go there, and waits for another open card.
fn another_card(page: &Session, act: &str) -> Result<()> {
    let open = "return document.querySelector('#pa-cards [aria-current]')?.dataset.entry ?? null";
    let before = page.run(open, json!([]))?;
    page.run(act, json!([]))?;
    let moved = "const open = document.querySelector('#pa-cards [aria-current]')?.dataset.entry ?? null;
        return open !== null && open !== arguments[0]";
    page.wait_until(act, moved, json!([before]))
}

fn host_is_left_alone(engine: Engine) -> Result<()> {
    looked(Setup::new(engine), "quiet", |page| {
        page.resize(760, 700)?;
        let host = Host { sandbox: Some("allow-scripts"), ..Host::new("pym") };
        page.open_host(&host)?;
        page.settle_in_host(80)?;
        page.wait_ready_inside(FRAME)?;
        let fits = "const frame = document.querySelector(arguments[0]).getBoundingClientRect();
            return frame.height > 400 && window.heard.length > 0";
        page.wait_until("a height", fits, json!([FRAME]))?;
        let before = of_host(page)?;
        // It took neither when it came.
        ensure!(before[1] == json!(80) && before[2] == json!("comment"), "the host has {before}");
        page.inside(FRAME, |page| {
            for _ in 0..STEPS {
                another_card(page, "document.querySelector('.pa-place + button').click()")?;
            }
            let play = "document.getElementById('pa-play').click()";
            let start_ms = page.clock_ms()?;
            another_card(page, play)?;
            let mut played = 1;
            while page.clock_ms()? - start_ms < PLAYS_MS {
                another_card(page, "// The story goes on by itself.")?;
                played += 1;
            }
            ensure!(played >= PLAYS, "{played} entries in {PLAYS_MS} ms");
            page.run(play, json!([]))?;
            // The other view, and a search that finds nothing.
            for shown in ["#pa-positions table", "#pa-map"] {
                page.run("document.getElementById('pa-view').click()", json!([]))?;
                page.wait_for(shown)?;
            }
            let search = "const field = document.getElementById('pa-search');
                field.value = arguments[0];
                field.dispatchEvent(new Event('input', { bubbles: true }))";
            for (words, cards) in [("xyzzy", 0), ("", 1)] {
                page.run(search, json!([words]))?;
                let there = "return Math.min(document.querySelectorAll('#pa-cards [data-entry]').length, 1) === arguments[0]";
                page.wait_until("what is found", there, json!([cards]))?;
            }
            page.run("document.querySelector('button[data-venue-chip=minsk]').click()", json!([]))?;
            page.wait_attr("button[data-venue-chip=minsk]", "aria-pressed", "true")?;
            page.wait_until("the address", "return location.hash.includes('venue=minsk')", json!([]))
        })?;
        let after = of_host(page)?;
        ensure!(before == after, "{host:?}: the host had {before}, has {after}");
        let lines = page.console_lines()?;
        ensure!(lines.is_empty(), "{host:?}: console: {lines:#?}");
        Ok(())
    })
}

in_each_engine! {
    host_is_left_alone: host_is_left_alone;
}
