//! The reader's path through the built widget, in three engines and three uses: the venues are seen, one is selected
//! by pointer and by keyboard, everything follows, the address keeps it, and nothing is asked or said behind.

use anyhow::{Context, Result, ensure};
use e2e::{Engine, Hit, Session, Setup, Use, in_each_engine, visit};
use serde_json::json;

/// The venues of the shipped corpus.
const VENUES: [&str; 4] = ["minsk", "istanbul", "geneva", "uae"];
const ENTER: &str = "\u{e007}";

/// What the reader sees of a selection.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    answer: String,
    cards: Vec<String>,
}

fn seen(page: &Session) -> Result<Seen> {
    let script = "return [...document.querySelectorAll('#pa-reader [data-entry]')]
        .filter(card => card.getClientRects().length > 0).map(card => card.dataset.entry)";
    let cards = serde_json::from_value(page.run(script, json!([]))?)?;
    Ok(Seen { answer: page.text("#pa-answer")?, cards })
}

/// Answer, chips, timeline and reader show this venue and no other.
fn follows(page: &Session, venue: &str) -> Result<Seen> {
    for other in VENUES {
        let pressed = (other == venue).to_string();
        page.wait_attr(&format!("button[data-venue-chip={other}]"), "aria-pressed", &pressed)?;
    }
    page.wait_attr(&format!("#pa-timeline [data-lane={venue}]"), "aria-current", "true")?;
    let lanes = page.count("#pa-timeline [data-lane][aria-current=true]")?;
    ensure!(lanes == 1, "{lanes} lanes are current");
    // The cards that are not in sight are drawn a frame later.
    let all = "const cards = document.querySelectorAll('#pa-reader [data-entry]').length;
        return cards === parseInt(document.querySelector('#pa-count').textContent)";
    page.wait_until("all cards", all, json!([]))?;
    let seen = seen(page)?;
    ensure!(!seen.answer.trim().is_empty(), "no answer for {venue}");
    ensure!(!seen.cards.is_empty(), "no card for {venue}");
    Ok(seen)
}

/// The console is empty, and the page has asked for its own files, each once, and for nothing since it was ready.
fn is_silent(page: &mut Session, how: Use) -> Result<()> {
    let lines = page.console_lines()?;
    ensure!(lines.is_empty(), "console: {lines:#?}");
    let late = page.requests_after_ready();
    ensure!(late.is_empty(), "after load: {late:?}");
    let all = page.requests();
    let mut once: Vec<_> = all.iter().map(|hit| hit.address.as_str()).collect();
    once.sort_unstable();
    once.dedup();
    let own = |hit: &Hit| hit.method == "GET" && hit.address.starts_with('/');
    ensure!(once.len() == all.len() && all.iter().all(own), "requests: {all:?}");
    let files = match how {
        Use::Served => all.len(),
        // The article and the page.
        Use::Framed => 2,
        Use::File => 0,
    };
    ensure!(all.len() == files, "requests: {all:?}");
    Ok(())
}

fn path(engine: Engine, how: Use) -> Result<()> {
    let (address, chosen) = visit(Setup::new(engine), how, "", |page| {
        page.wait_ready()?;
        for venue in VENUES {
            is_on_the_map(page, venue)?;
        }
        let nothing = seen(page)?;
        page.click_at("#pa-map [data-venue=istanbul]")?;
        let by_pointer = follows(page, "istanbul")?;
        page.focus("#pa-map [data-venue=minsk]")?;
        page.keys(ENTER)?;
        let by_keyboard = follows(page, "minsk")?;
        let focused = page.run("return document.activeElement?.dataset?.venue", json!([]))?;
        ensure!(focused == json!("minsk"), "the focus went to {focused}");
        ensure!(nothing != by_pointer && by_pointer != by_keyboard, "answer and reader do not follow");
        // Addresses are written after a rest.
        page.wait_until("the address", "return location.hash.includes('venue=minsk')", json!([]))?;
        is_silent(page, how)?;
        Ok((page.address()?, by_keyboard))
    })?;
    let fragment = &address[address.find('#').context("a fragment")?..];
    visit(Setup::new(engine), how, fragment, |page| {
        page.wait_ready()?;
        let restored = follows(page, "minsk")?;
        ensure!(restored == chosen, "restored {restored:?} from {chosen:?}");
        is_silent(page, how)
    })
}

fn is_on_the_map(page: &Session, venue: &str) -> Result<()> {
    let mark = format!("#pa-map [data-venue={venue}]");
    let rects = page.rects(&["#pa-map", &mark])?;
    let [Some(map), Some(mark)] = rects[..] else { anyhow::bail!("{venue} is not on the map") };
    let (x, y) = (mark.x + mark.width / 2.0 - map.x, mark.y + mark.height / 2.0 - map.y);
    let inside = (0.0..=map.width).contains(&x) && (0.0..=map.height).contains(&y);
    ensure!(mark.width > 0.0 && mark.height > 0.0 && inside, "{venue} is not seen: {mark:?} in {map:?}");
    Ok(())
}

fn unknown_state(engine: Engine) -> Result<()> {
    visit(Setup::new(engine), Use::Served, "#venue=atlantis", |page| {
        page.wait_ready()?;
        ensure!(!page.text("#pa-note")?.trim().is_empty(), "an unknown venue is passed over in silence");
        let pressed = page.count("button[data-venue-chip]:not([data-venue-chip=all])[aria-pressed=true]")?;
        ensure!(pressed == 0, "{pressed} venues are selected");
        is_silent(page, Use::Served)
    })
}

/// Its line opens the folded record; so does an address of a part of it. The selection stays as it is.
fn record_is_reached(engine: Engine) -> Result<()> {
    visit(Setup::new(engine), Use::Served, "#venue=minsk", |page| {
        page.wait_ready()?;
        let chosen = follows(page, "minsk")?;
        let open = "return document.getElementById('record').open";
        page.click_at("#record > summary")?;
        page.wait_until("the record", open, json!([]))?;
        page.click_at("#record > summary")?;
        page.wait_until(
            "the record closed again",
            "return !document.getElementById('record').open",
            json!([]),
        )?;
        page.run("location.hash = 'record-minsk'", json!([]))?;
        page.wait_until("the part of the record", &format!("{open} && scrollY > 0"), json!([]))?;
        ensure!(follows(page, "minsk")? == chosen, "the selection is gone");
        is_silent(page, Use::Served)
    })
}

/// The address of an article, also while the app runs already, shows it in the record; nothing else is chosen by it, and nothing noted.
fn article_is_reached(engine: Engine) -> Result<()> {
    const ARTICLE: &str = "kyiv-independent-peskov-minsk";
    let in_sight = "const { top, bottom } = document.getElementById(arguments[0]).getBoundingClientRect();
        return document.getElementById('record').open && top > -2 && top < innerHeight && bottom > 0";
    for how in [Use::Served, Use::File] {
        visit(Setup::new(engine), how, &format!("#{ARTICLE}"), |page| {
            page.wait_ready()?;
            let check = |page: &Session| -> Result<()> {
                page.wait_until("the article", in_sight, json!([ARTICLE]))?;
                ensure!(page.count("#pa-note p")? == 0, "something is noted");
                ensure!(
                    page.count("[data-venue-chip=all][aria-pressed=true]")? == 1,
                    "something is selected"
                );
                Ok(())
            };
            check(page)?;
            page.run("document.getElementById('record').open = false; location.hash = ''", json!([]))?;
            page.wait_until("the top", "return scrollY === 0", json!([]))?;
            page.run("location.hash = arguments[0]", json!([ARTICLE]))?;
            check(page)?;
            is_silent(page, how)
        })?;
    }
    Ok(())
}

in_each_engine! {
    article_is_reached: article_is_reached;
    served: |engine| path(engine, Use::Served);
    framed: |engine| path(engine, Use::Framed);
    file: |engine| path(engine, Use::File);
    unknown_state_is_noted: unknown_state;
    record_is_reached: record_is_reached;
}
