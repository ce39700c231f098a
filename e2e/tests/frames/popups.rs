//! Links to articles in sandboxes that refuse new tabs, and in one that does not: an address can be selected as text in any. The shipped corpus has no
//! addresses, so a made-up one gets them. No opinion about what an article shows.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow, ensure};
use e2e::{Engine, FRAME, Host, Session, Setup, Use, appended, dist, in_each_engine, looked, visit};
use serde_json::json;
use tempfile::TempDir;

const ENTRIES: u32 = 12;
const ADDRESS: &str = "http://deliberate.invalid/an-article";
const OPEN: &str = "#pa-cards [aria-current]";

/// The built widget with articles that have addresses, made once.
fn with_addresses() -> Result<&'static Path> {
    static WIDGET: OnceLock<Result<TempDir, String>> = OnceLock::new();
    let made = WIDGET.get_or_init(|| made().map_err(|error| format!("{error:#}")));
    made.as_ref().map(TempDir::path).map_err(|error| anyhow!(error.clone()))
}

fn made() -> Result<TempDir> {
    let folder = TempDir::with_prefix("parley-e2e-addresses-")?;
    let corpus = folder.path().join("corpus");
    atlas_compiler::synth(ENTRIES, 1, &corpus)?;
    for entry in fs::read_dir(corpus.join("articles"))? {
        let file = entry?.path();
        let article = fs::read_to_string(&file)?;
        let language = "language = \"en\"\n";
        ensure!(article.contains(language), "{} has no language", file.display());
        fs::write(&file, article.replace(language, &format!("{language}address = \"{ADDRESS}\"\n")))?;
    }
    appended(&dist(), &corpus)
}

/// Opens the first card, with its sources.
fn open_card(page: &mut Session) -> Result<()> {
    page.wait_ready()?;
    page.run("document.querySelector('#pa-cards a[href^=\"#\"]').click()", json!([]))?;
    page.wait_for(&format!("{OPEN} .pa-source"))
}

/// Presses the link to the words of the open card; gives how many pages there are then, and the console.
fn pressed(engine: Engine, sandbox: &str) -> Result<(usize, Vec<String>)> {
    looked(Setup::new(engine).folder(with_addresses()?), "popups", |page| {
        page.resize(760, 1200)?;
        page.open_host(&Host { sandbox: Some(sandbox), ..Host::new("plain") })?;
        let article = page.address()?;
        page.inside(FRAME, |page| {
            open_card(page)?;
            let watch = "document.addEventListener('click', event => {
                    document.body.dataset.pressed = event.target.closest('a').target;
                }, { once: true })";
            page.run(watch, json!([]))?;
            page.press(&format!("{OPEN} .pa-open-at a"))?;
            page.wait_attr("body", "data-pressed", "_blank")?;
            // It goes on as before.
            page.run("document.querySelector('button[data-venue-chip=ovrel]').click()", json!([]))?;
            page.wait_attr("button[data-venue-chip=ovrel]", "aria-pressed", "true")
        })?;
        ensure!(page.address()? == article, "the host is at {}", page.address()?);
        let opens = sandbox.contains("allow-popups");
        let asked = || page.requests_after_ready().iter().any(|hit| hit.address == ADDRESS);
        let there = || Ok((page.windows()? == 2 && asked()).then_some(()));
        if opens {
            e2e::until("the article", there)?;
        }
        ensure!(opens || !asked(), "it asks for the article");
        Ok((page.windows()?, page.console_lines()?))
    })
}

/// Where a sandbox refuses, nothing opens. Chromium says so in the console, whatever script or link asks; no page can know before.
fn refused(engine: Engine) -> Result<()> {
    let (pages, lines) = pressed(engine, "allow-scripts")?;
    ensure!(pages == 1, "{pages} pages");
    let browsers_own = |line: &String| line.contains("Blocked opening") && line.contains("allow-popups");
    let expected = usize::from(engine == Engine::Chromium);
    ensure!(lines.len() == expected && lines.iter().all(browsers_own), "console: {lines:#?}");
    Ok(())
}

fn allowed(engine: Engine) -> Result<()> {
    let (pages, lines) = pressed(engine, "allow-scripts allow-popups")?;
    ensure!(pages == 2 && lines.is_empty(), "{pages} pages; console: {lines:#?}");
    Ok(())
}

/// With the mouse, as readers do who copy it.
fn address_is_text(engine: Engine) -> Result<()> {
    visit(Setup::new(engine).folder(with_addresses()?), Use::Framed, "", |page| {
        page.resize(760, 1200)?;
        open_card(page)?;
        let mark = "const all = [...document.querySelectorAll(`${arguments[0]} bdi`)];
            const it = all.find(it => it.textContent === arguments[1]);
            it.id = 'address';
            it.scrollIntoView({ block: 'center' });
            return it.closest('a') === null";
        ensure!(page.run(mark, json!([OPEN, ADDRESS]))? == json!(true), "the address is a link");
        let width = page.rects(&["#address"])?[0].context("no address")?.width;
        // To beyond its end, so that no letter is left out.
        let half = (width / 2.0) as i64;
        page.drag_at("#address", (1 - half, 0), (half + 8, 0))?;
        let selected = page.run("return getSelection().toString().trim()", json!([]))?;
        ensure!(selected == json!(ADDRESS), "selected: {selected}");
        let lines = page.console_lines()?;
        ensure!(lines.is_empty(), "console: {lines:#?}");
        Ok(())
    })
}

in_each_engine! {
    a_refused_tab_changes_nothing: refused;
    an_allowed_tab_opens: allowed;
    an_address_can_be_selected: address_is_text;
}
