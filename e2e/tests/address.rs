//! The address in both directions: what it asks for is shown, Back and Forward bring it again, a run of steps is left by
//! one Back, and what cannot be read is told.

use anyhow::{Context, Result, ensure};
use e2e::{Engine, Session, Setup, Use, in_each_engine, visit};
use serde_json::{Value, json};

/// One part of the state each; every one shows something else.
const ASKED: [&str; 5] =
    ["", "#q=Erdogan", "#asof=2025-02-20", "#at=20,50,3", "#entry=peskov-minsk-best-place-2025"];
const NEXT: &str = ".pa-place + button";
const STEPS: usize = 10;

/// What a reader sees of a state: the fields, the open card, how many entries are left, and where the venues stand on the map. The
/// timeline follows the cards a frame later: it is waited for.
fn shown(page: &Session) -> Result<Value> {
    let followed = "const open = selector => document.querySelector(selector + ' [aria-current]')?.dataset;
        return open('#pa-cards')?.entry === open('#pa-timeline [data-lane]')?.mark";
    page.wait_until("the timeline to follow", followed, json!([]))?;
    let script = "const all = selector => [...document.querySelectorAll(selector)];
        return {
            query: document.getElementById('pa-search').value,
            asof: document.getElementById('pa-as-of').value,
            open: document.querySelector('#pa-cards [aria-current]')?.dataset.entry,
            entries: all('#pa-timeline [data-mark]').length,
            places: all('#pa-map [data-venue]').map(mark => mark.getAttribute('transform')),
        }";
    page.run(script, json!([]))
}

/// Waits for what an address has to show.
fn arrives(page: &Session, hash: &str) -> Result<Value> {
    page.wait_until(hash, "return location.hash === arguments[0]", json!([hash]))?;
    let script = "const [query, day, entry] = arguments;
        return document.getElementById('pa-search').value === query
            && document.getElementById('pa-as-of').value === day
            && (entry === '' || document.querySelector('#pa-cards [aria-current]')?.dataset.entry === entry)";
    let value = |key: &str| hash.strip_prefix(key).unwrap_or_default();
    page.wait_until(hash, script, json!([value("#q="), value("#asof="), value("#entry=")]))?;
    shown(page)
}

/// Each address followed as a link, then Back through all of them, Forward again, and each opened anew.
fn back_and_forward(engine: Engine) -> Result<()> {
    visit(Setup::new(engine), Use::Served, "", |page| {
        page.wait_ready()?;
        let [first, links @ ..] = ASKED;
        let mut seen = vec![(first, arrives(page, first)?)];
        for hash in links {
            page.run("location.hash = arguments[0]", json!([hash]))?;
            let now = arrives(page, hash)?;
            ensure!(seen.iter().all(|(_, before)| *before != now), "{hash} shows nothing new: {now}");
            seen.push((hash, now));
        }
        let again = |page: &Session, (hash, before): &(&str, Value)| {
            let now = arrives(page, hash)?;
            ensure!(now == *before, "{hash:?} again: {now} for {before}");
            Ok(())
        };
        for state in seen.iter().rev().skip(1) {
            page.run("history.back()", json!([]))?;
            again(page, state)?;
        }
        for state in seen.iter().skip(1) {
            page.run("history.forward()", json!([]))?;
            again(page, state)?;
        }
        for state in &seen {
            page.open(Use::Served, state.0)?;
            page.wait_ready()?;
            again(page, state)?;
        }
        Ok(())
    })
}

fn a_run_of_steps(engine: Engine) -> Result<()> {
    visit(Setup::new(engine), Use::Served, "#q=talks", |page| {
        page.wait_ready()?;
        let before = shown(page)?;
        let length = "return history.length";
        let entries = page.run(length, json!([]))?.as_u64().context("a length")?;
        let mut last = before["open"].clone();
        for _ in 0..STEPS {
            page.click_at(NEXT)?;
            let moved = "const open = document.querySelector('#pa-cards [aria-current]')?.dataset.entry;
                return open !== undefined && open !== arguments[0]";
            page.wait_until("the next entry", moved, json!([last]))?;
            last = shown(page)?["open"].take();
        }
        page.wait_until("the address", "return location.hash.includes(arguments[0])", json!([last]))?;
        let after = page.run(length, json!([]))?.as_u64().context("a length")?;
        ensure!(after == entries + 1, "{STEPS} steps added {} to the history", after - entries);
        page.run("history.back()", json!([]))?;
        page.wait_until("Back", "return location.hash === '#q=talks'", json!([]))?;
        let open =
            "return document.querySelector('#pa-cards [aria-current]')?.dataset.entry === arguments[0]";
        page.wait_until("the entry before the run", open, json!([before["open"]]))?;
        let again = shown(page)?;
        ensure!(again == before, "{again:?} for {before:?}");
        Ok(())
    })
}

/// Whatever an address asks in vain is told in the page, and the rest of it is shown.
fn what_cannot_be_read(engine: Engine) -> Result<()> {
    visit(Setup::new(engine), Use::Served, "", |page| {
        let fragments = ["q=%00", "q=%FF", "q=100%", "asof=0000-01-01", "%3Cscript%3E", "asof=2025-02-30"];
        let of_readers = fragments.map(|part| format!("#venue=minsk&{part}"));
        let of_editors =
            ["lang=xx", "theme=%", "asof=10000-01-01"].map(|part| format!("?venue=minsk&{part}"));
        for part in of_readers.iter().chain(&of_editors) {
            page.open(Use::Served, part)?;
            page.wait_ready()?;
            let noted = "return document.querySelectorAll('#pa-note p').length === 1
                && document.getElementById('pa-search').value === ''";
            page.wait_until(part, noted, json!([]))?;
            page.wait_attr("button[data-venue-chip=minsk]", "aria-pressed", "true")?;
            let lines = page.console_lines()?;
            ensure!(lines.is_empty(), "{part}: console: {lines:#?}");
        }
        Ok(())
    })
}

/// The page is loaded anew, and shows the same.
fn reload(engine: Engine) -> Result<()> {
    for asked in ["#venue=minsk&asof=2025-06-20", "#q=talks&entry=peskov-minsk-best-place-2025"] {
        visit(Setup::new(engine), Use::Served, asked, |page| {
            page.wait_ready()?;
            page.click_at(NEXT)?;
            page.wait_until("the step", "return location.hash !== arguments[0]", json!([asked]))?;
            let (hash, before) = (page.run("return location.hash", json!([]))?, shown(page)?);
            page.run("window.before = true; location.reload()", json!([]))?;
            let anew = "return window.before === undefined && document.querySelector('#parley[data-ready]') !== null";
            page.wait_until("the page anew", anew, json!([]))?;
            let (again, after) = (page.run("return location.hash", json!([]))?, shown(page)?);
            ensure!((&again, &after) == (&hash, &before), "{again} {after} for {hash} {before}");
            Ok(())
        })?;
    }
    Ok(())
}

/// Two windows of one address: what is chosen in one changes nothing in the other, nor does Back.
fn two_windows(engine: Engine) -> Result<()> {
    visit(Setup::new(engine), Use::Served, "#venue=minsk", |page| {
        page.wait_ready()?;
        let first = shown(page)?;
        let [one, other] = page.open_beside(Use::Served, "#venue=minsk")?;
        page.wait_ready()?;
        ensure!(shown(page)? == first, "the same address shows something else");
        page.click_at("[data-venue-chip=istanbul]")?;
        page.wait_address("venue=istanbul", true)?;
        let second = shown(page)?;
        ensure!(second != first, "nothing was chosen");
        page.to_window(&one)?;
        page.wait_address("venue=minsk", true)?;
        ensure!(shown(page)? == first, "the first window followed the second");
        page.click_at(NEXT)?;
        page.wait_address("entry=", true)?;
        page.run("history.back()", json!([]))?;
        page.wait_address("entry=", false)?;
        page.wait_attr("[data-venue-chip=minsk]", "aria-pressed", "true")?;
        page.to_window(&other)?;
        ensure!(shown(page)? == second, "the second window followed the first");
        page.wait_address("venue=istanbul", true)
    })
}

in_each_engine! {
    reload_keeps_the_state: reload;
    two_windows_are_apart: two_windows;
    back_and_forward: back_and_forward;
    a_run_of_steps_is_one: a_run_of_steps;
    what_cannot_be_read_is_told: what_cannot_be_read;
}
