//! Addresses and links that name a place in the document, in a frame: they scroll nothing by themselves, unfold nothing, and add nothing to the
//! history of the page around. No opinion about what they select.

use anyhow::{Result, ensure};
use e2e::{Engine, FRAME, Host, Session, Setup, in_each_engine, looked};
use serde_json::json;

/// An entry that is not the first.
const ENTRY: &str = "us-un-vote-2025";
/// An article, whose notes are at the end of the record.
const ARTICLE: &str = "kyiv-independent-peskov-minsk";
const HOSTS: [Host; 4] = [
    Host { sandbox: Some("allow-scripts"), ..PLAIN },
    Host { same_origin: true, ..PLAIN },
    Host { plays: "own", same_origin: true, ..PLAIN },
    Host { srcdoc: true, ..PLAIN },
];
const PLAIN: Host = Host::new("plain");

/// The host is where it was, after whatever the browser does with the next frames; the record is folded, and the widget's page stands at its top.
fn rests(page: &mut Session) -> Result<()> {
    let loaded = "return document.readyState === 'complete'";
    page.inside(FRAME, |page| page.wait_until("the page", loaded, json!([])))?;
    let frames = "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";
    page.run(frames, json!([]))?;
    let scrolled = page.scroll()?;
    ensure!(scrolled == (0.0, 0.0), "the host is at {scrolled:?}");
    let script = "return [scrollX, scrollY, document.getElementById('record').open]";
    let inside = page.inside(FRAME, |page| page.run(script, json!([])))?;
    ensure!(inside == json!([0, 0, false]), "the frame is at {inside}");
    Ok(())
}

fn wait_open(page: &Session, entry: &str) -> Result<()> {
    let open = "return document.querySelector('#pa-cards [aria-current]')?.dataset.entry === arguments[0]";
    page.wait_until(entry, open, json!([entry]))
}

/// The frame begins below the middle of the window, so that scrolling to anything in it would scroll the host.
fn addresses(engine: Engine) -> Result<()> {
    looked(Setup::new(engine), "anchors", |page| {
        page.resize(760, 240)?;
        // A frame by `srcdoc` has no address.
        for host in HOSTS.into_iter().filter(|host| !host.srcdoc) {
            for suffix in [format!("#{ENTRY}"), format!("#venue=minsk&{ENTRY}"), "#record-minsk".to_owned()] {
                let host = Host { suffix: &suffix, ..host };
                page.open_host(&host)?;
                page.wait_ready_inside(FRAME)?;
                if suffix.ends_with(ENTRY) {
                    page.inside(FRAME, |page| wait_open(page, ENTRY))?;
                }
                rests(page).map_err(|error| error.context(format!("{host:?}")))?;
            }
        }
        let lines = page.console_lines()?;
        ensure!(lines.is_empty(), "console: {lines:#?}");
        Ok(())
    })
}

/// A card's own link, and one of the unfolded record to a part of it.
fn links(engine: Engine) -> Result<()> {
    looked(Setup::new(engine), "anchors", |page| {
        page.resize(760, 240)?;
        for host in HOSTS {
            page.open_host(&host)?;
            page.wait_ready_inside(FRAME)?;
            let length = page.run("return history.length", json!([]))?;
            let follow = "const card = document.querySelector('#pa-cards [aria-current]');
                const link = card.querySelector('.pa-links a');
                link.click();
                return card.dataset.entry";
            let entry = page.inside(FRAME, |page| {
                page.run("document.querySelector('.pa-place + button').click()", json!([]))?;
                page.wait_for("#pa-cards [aria-current] .pa-links a")?;
                page.run(follow, json!([]))
            })?;
            rests(page).map_err(|error| error.context(format!("{host:?}, {entry}")))?;
            page.inside(FRAME, |page| {
                wait_open(page, entry.as_str().unwrap_or_default())?;
                page.run("document.querySelector('#record > summary').click()", json!([]))?;
                page.wait_for("#record[open]")?;
                if host.plays == "own" {
                    let high =
                        "return innerHeight >= document.documentElement.getBoundingClientRect().height - 1";
                    page.wait_until("the frame's height", high, json!([]))?;
                }
                let follow = "document.querySelector(`#record a[href='#${arguments[0]}']`).click()";
                page.run(follow, json!([ARTICLE]))?;
                // Also where the frame is as high as the page, and the host scrolls.
                let near = "const { top } = document.getElementById(arguments[0]).getBoundingClientRect();
                    const [from, height] = !arguments[1] ? [0, innerHeight]
                        : [window.frameElement.getBoundingClientRect().top, parent.innerHeight];
                    return top + from > -1 && top + from < height";
                page.wait_until(
                    "the part of the record",
                    near,
                    json!([ARTICLE, host.same_origin || host.srcdoc]),
                )
            })
            .map_err(|error| error.context(format!("{host:?}")))?;
            let after = page.run("return history.length", json!([]))?;
            ensure!(length == after, "{host:?}: the history was {length} long, it is {after}");
        }
        let lines = page.console_lines()?;
        ensure!(lines.is_empty(), "console: {lines:#?}");
        Ok(())
    })
}

in_each_engine! {
    an_address_scrolls_nothing: addresses;
    a_link_adds_nothing_to_the_history: links;
}
