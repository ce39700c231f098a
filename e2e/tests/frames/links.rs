//! Links in the page around are answered by the widget, where that page tells its address: pym.js in the frame's own, the Guardian's pages
//! and iframe-resizer by messages. What is not for us is left alone.

use anyhow::{Result, ensure};
use e2e::{Engine, FRAME, Host, Session, Setup, in_each_engine, looked};
use serde_json::json;

/// Waits for the selected venue, or for none; with or without a note.
fn shows(page: &mut Session, venue: Option<&str>, notes: u64) -> Result<()> {
    page.inside(FRAME, |page| {
        let script =
            "const chips = [...document.querySelectorAll('button[data-venue-chip][aria-pressed=true]')];
            return chips.length === 1 && chips[0].dataset.venueChip === arguments[0]
                && document.querySelectorAll('#pa-note p').length === arguments[1]";
        page.wait_until(
            &format!("{venue:?} and {notes} notes"),
            script,
            json!([venue.unwrap_or("all"), notes]),
        )
    })
}

fn from_the_address(engine: Engine) -> Result<()> {
    let check = |page: &mut Session, host: Host, venue: Option<&str>, notes: u64| {
        page.open_host(&host)?;
        page.wait_ready_inside(FRAME)?;
        shows(page, venue, notes)?;
        let lines = page.console_lines()?;
        ensure!(lines.is_empty(), "{host:?}: console: {lines:#?}");
        anyhow::Ok(())
    };
    looked(Setup::new(engine), "links", |page| {
        page.resize(760, 1000)?;
        for plays in ["pym", "guardian"] {
            let host = Host { fragment: "#comments&venue=istanbul", ..Host::new(plays) };
            check(page, host, Some("istanbul"), 0)?;
            // The article's link goes before what its author gave the frame; and is none of ours.
            let framed = Host { suffix: "?theme=light#venue=minsk", ..host };
            check(page, framed, Some("istanbul"), 0)?;
            check(page, Host { fragment: "#comments", ..framed }, Some("minsk"), 0)?;
            check(page, Host { fragment: "#venue=atlantis", ..host }, None, 1)?;
        }
        let wordpress = Host { sandbox: Some("allow-scripts"), ..Host::new("wordpress") };
        check(page, wordpress, None, 0)?;
        check(page, Host { suffix: "#venue=minsk", ..wordpress }, Some("minsk"), 0)?;
        check(page, Host::new("amp"), None, 0)
    })
}

/// While it is in use: the host sends a reader to another venue, and to what is none.
fn from_a_message(engine: Engine) -> Result<()> {
    looked(Setup::new(engine), "links", |page| {
        page.resize(760, 1000)?;
        page.open_host(&Host { suffix: "#venue=minsk", ..Host::new("resizer") })?;
        page.settle_in_host(60)?;
        page.wait_ready_inside(FRAME)?;
        shows(page, Some("minsk"), 0)?;
        // Its interface stands on the frame once it has spoken with it.
        let there = "return document.getElementById('frame').iFrameResizer !== undefined";
        page.wait_until("iframe-resizer", there, json!([]))?;
        let length = page.run("return history.length", json!([]))?;
        let to = "document.getElementById('frame').iFrameResizer.moveToAnchor(arguments[0])";
        for (anchor, venue) in [
            ("venue=geneva", "geneva"),
            ("comments", "geneva"),
            ("record-minsk", "geneva"),
            ("#minsk", "minsk"),
        ] {
            page.run(to, json!([anchor]))?;
            shows(page, Some(venue), 0)?;
        }
        let written = "return location.hash.includes('venue=minsk')";
        page.inside(FRAME, |page| page.wait_until("the address", written, json!([])))?;
        let after = page.run("return [scrollY, document.activeElement.id, history.length]", json!([]))?;
        ensure!(after == json!([60, "comment", length]), "the host has {after}");
        Ok(())
    })
}

in_each_engine! {
    from_the_address: from_the_address;
    from_a_message: from_a_message;
}
