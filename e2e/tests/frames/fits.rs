//! Frames get the height of the document, whoever sets it: real parents from npm, players of other protocols, at first, after other widths, in
//! a frame that was hidden, and where the app cannot run. No opinion about how high the document is.

use anyhow::{Context, Result, ensure};
use e2e::{Engine, FRAME, Host, Session, Setup, in_each_engine, looked, until};
use serde_json::json;

use crate::sandboxes::refused;

/// A phone, an article's column, a wide page, and the narrowest.
const WIDTHS_PX: [u32; 4] = [360, 700, 1150, 300];

/// Those that set any height, and how they frame the widget.
const HOSTS: [(&str, Option<&str>); 9] = [
    ("pym", Some("allow-scripts")),
    ("resizer5", None),
    ("amp", None),
    ("newswire", Some("allow-scripts")),
    ("guardian", None),
    ("datawrapper", Some("allow-scripts allow-popups")),
    ("embed", None),
    ("own", Some("allow-scripts")),
    ("interactive", Some("allow-scripts")),
];

/// Gives the place of the frame another width.
fn widen(page: &mut Session, frame: &str, width_px: u32) -> Result<()> {
    let script = "document.querySelector(arguments[0]).parentElement.style.inlineSize = `${arguments[1]}px`";
    page.run(script, json!([frame, width_px]))?;
    let inside = "return innerWidth === arguments[0]";
    page.inside(frame, |page| page.wait_until("the width", inside, json!([width_px])))
}

/// Waits until the frame is as high as the document in it, or as the host allows; gives the document's height.
fn fits(page: &mut Session, frame: &str, (least_px, most_px): (f64, f64)) -> Result<f64> {
    let mut last = (0.0, 0.0);
    let fitted = until("a frame that fits", || {
        let content_px = page.inside(frame, |page| page.document_height())?;
        let frame_px = page.rect(frame)?.height;
        last = (content_px, frame_px);
        let near = (frame_px - content_px.clamp(least_px, most_px)).abs() <= 1.0;
        Ok((near && content_px > 0.0).then_some(content_px))
    });
    fitted.with_context(|| format!("a document of {} px in a frame of {} px", last.0, last.1))
}

/// At every width, and with all entries unfolded, which only a reader does.
fn at_all_widths(page: &mut Session, widths: &[u32], bounds: (f64, f64)) -> Result<()> {
    let mut heights = Vec::new();
    for &width_px in widths {
        widen(page, FRAME, width_px)?;
        heights.push(fits(page, FRAME, bounds).with_context(|| format!("{width_px} px wide"))?);
    }
    let same = heights.windows(2).all(|pair| pair[0] == pair[1]);
    ensure!(!same, "one height for all of {widths:?}: {heights:?}");
    let unfold = "document.querySelector('#record > summary').click()";
    let closed_px = fits(page, FRAME, bounds)?;
    page.inside(FRAME, |page| page.run(unfold, json!([])))?;
    until("all entries", || {
        let px = page.inside(FRAME, |page| page.document_height())?;
        Ok((px > closed_px + 1000.0).then_some(()))
    })?;
    fits(page, FRAME, bounds).context("with all entries")?;
    page.inside(FRAME, |page| page.run(unfold, json!([])))?;
    let again_px = fits(page, FRAME, bounds).context("with all entries folded again")?;
    ensure!(again_px == closed_px, "{again_px} px, at first {closed_px}");
    Ok(())
}

fn any_height(engine: Engine, host: &Host, widths: &[u32]) -> Result<()> {
    hosts(engine, &[*host], widths, (0.0, f64::INFINITY))
}

fn hosts(engine: Engine, hosts: &[Host], widths: &[u32], bounds: (f64, f64)) -> Result<()> {
    looked(Setup::new(engine), "fits", |page| {
        page.resize(1200, 800)?;
        for host in hosts {
            page.open_host(host)?;
            page.wait_ready_inside(FRAME)
                .and_then(|()| at_all_widths(page, widths, bounds))
                .with_context(|| format!("{host:?}"))?;
            let lines = page.console_lines()?;
            // Its parent has news for the page's author, and complains of frames that are not loaded yet.
            ensure!(host.plays == "resizer" || lines.is_empty(), "{host:?}: console: {lines:#?}");
        }
        Ok(())
    })
}

fn every_protocol(engine: Engine) -> Result<()> {
    let all =
        HOSTS.map(|(plays, sandbox)| Host { sandbox, srcdoc: plays == "interactive", ..Host::new(plays) });
    hosts(engine, &all, &WIDTHS_PX[..2], (0.0, f64::INFINITY))
}

fn iframe_resizer(engine: Engine) -> Result<()> {
    let in_sandbox = Host { sandbox: Some("allow-scripts"), asks: "&check=off", ..Host::new("resizer") };
    hosts(engine, &[Host::new("resizer"), in_sandbox], &WIDTHS_PX, (0.0, f64::INFINITY))
}

fn wordpress(engine: Engine) -> Result<()> {
    let sandbox = Some("allow-scripts");
    let all = ["", "#venue=minsk"].map(|suffix| Host { suffix, sandbox, ..Host::new("wordpress") });
    hosts(engine, &all, &WIDTHS_PX[..2], (200.0, 1000.0))
}

/// Two widgets on a page: each frame gets the height of its own, also where it is out of sight, and browsers let it rest.
fn pair(engine: Engine) -> Result<()> {
    looked(Setup::new(engine), "fits", |page| {
        page.resize(1200, 800)?;
        page.open_host(&Host::new("pair"))?;
        let mut heights = Vec::new();
        for frame in ["#one iframe", "#two iframe"] {
            page.wait_for(frame)?;
            heights.push(fits(page, frame, (0.0, f64::INFINITY))?);
        }
        ensure!(heights[0] != heights[1], "{heights:?}");
        page.run("document.getElementById('two').scrollIntoView()", json!([]))?;
        page.wait_ready_inside("#two iframe")?;
        widen(page, "#two iframe", 360)?;
        let second = fits(page, "#two iframe", (0.0, f64::INFINITY))?;
        let first = fits(page, "#one iframe", (0.0, f64::INFINITY))?;
        ensure!(first == second && first == heights[0], "{first} and {second}");
        Ok(())
    })
}

/// Not there at load, then shown.
fn hidden(engine: Engine) -> Result<()> {
    looked(Setup::new(engine), "fits", |page| {
        page.resize(1200, 800)?;
        page.open_host(&Host::new("hidden"))?;
        let loaded = "return document.readyState === 'complete'";
        page.inside(FRAME, |page| page.wait_until("the document", loaded, json!([])))?;
        let said = "return window.heard.filter(said => String(said).startsWith('pym'))";
        let said = page.run(said, json!([]))?;
        ensure!(said == json!([]), "a hidden frame says {said}");
        page.run("document.getElementById('place').hidden = false", json!([]))?;
        page.wait_ready_inside(FRAME)?;
        at_all_widths(page, &WIDTHS_PX, (0.0, f64::INFINITY))
    })
}

/// A server's policy without leave for WebAssembly: the document stands, all entries unfolded, and fits. WebKit heeds the page's own leave, whatever the
/// server's policy says: there the app fits.
fn document_alone(engine: Engine) -> Result<()> {
    let refusing = Setup::new(engine).policy("script-src 'self' 'unsafe-inline'");
    looked(refusing, "fits", |page| {
        page.resize(1200, 800)?;
        page.open_host(&Host::new("pym"))?;
        for width_px in WIDTHS_PX {
            widen(page, FRAME, width_px)?;
            page.inside(FRAME, |page| page.wait_for(refused(engine)))?;
            let px = fits(page, FRAME, (0.0, f64::INFINITY))?;
            ensure!(engine == Engine::WebKitGtk || px > 2000.0, "{px} px are not all entries");
        }
        Ok(())
    })
}

in_each_engine! {
    every_protocol: every_protocol;
    iframe_resizer: iframe_resizer;
    narrowest_and_widest: |engine| any_height(engine, &Host::new("pym"), &WIDTHS_PX);
    wordpress_from_200_to_1000: wordpress;
    two_on_a_page: pair;
    hidden_then_shown: hidden;
    document_alone: document_alone;
}
