//! What a reader and the story do in the widget changes no height and tells the page around nothing; that page keeps its place, its focus
//! and its history.

use anyhow::{Result, ensure};
use e2e::{Engine, FRAME, Host, Session, Setup, in_each_engine, looked};
use serde_json::{Value, json};

const STEPS: usize = 12;

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
        page.inside(FRAME, |page| {
            for _ in 0..STEPS {
                another_card(page, "document.querySelector('.pa-place + button').click()")?;
            }
            let play = "document.getElementById('pa-play').click()";
            another_card(page, play)?;
            page.run(play, json!([]))?;
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
