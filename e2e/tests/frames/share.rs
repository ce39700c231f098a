//! The link that the widget gives: its own address where it is a page of its own, the article's where that is told, and else what there is,
//! each with words that say which it is. Where copying is refused, the text is selected and that is said. Nothing is written to the console.

use anyhow::{Result, ensure};
use e2e::{Engine, FRAME, Host, Session, Setup, Use, in_each_engine, looked, visit};
use serde_json::{Value, json};

const LINE: &str = ".pa-share > summary";

/// What the fold says: the words about the text and whether it was copied, the text, and what went out to be copied.
fn told(page: &Session) -> Result<Value> {
    page.run(
        "document.querySelector('button[data-venue-chip=minsk][aria-pressed=false]')?.click()",
        json!([]),
    )?;
    page.wait_attr("button[data-venue-chip=minsk]", "aria-pressed", "true")?;
    let watch = "window.copied = null;
        document.addEventListener('copy', () => {
            const field = document.activeElement;
            window.copied = field.value.slice(field.selectionStart, field.selectionEnd) })";
    page.run(watch, json!([]))?;
    page.press(LINE)?;
    let script = "const [field, words] = document.querySelector('.pa-share div').children;
        return [words.textContent, field.value, window.copied]";
    page.run(script, json!([]))
}

/// Presses the button, and holds what it gives against what it has to.
fn check(page: &mut Session, what: &str, words: &str, address: &str) -> Result<()> {
    let said = told(page)?;
    let told = said[0].as_str().is_some_and(|told| told.starts_with(words) && told.ends_with("Copied."));
    ensure!(told && said[1] == json!(address) && said[2] == said[1], "{what}: {said}, not {address}");
    // The focus is where it was, and the button folds it again.
    let stays = "return document.activeElement !== document.querySelector('.pa-share input')";
    ensure!(page.run(stays, json!([]))? == json!(true), "{what}: the focus went to the field");
    page.press(LINE)?;
    page.wait_until("the fold", "return !document.querySelector('.pa-share').open", json!([]))
}

fn is_silent(page: &mut Session, what: &str) -> Result<()> {
    let mut lines = page.console_lines()?;
    // What Chromium says of the host's attribute, whatever is in the frame.
    lines.retain(|line| !line.contains("can escape its sandboxing"));
    ensure!(lines.is_empty(), "{what}: console: {lines:#?}");
    ensure!(page.requests_after_ready().is_empty(), "{what}: {:#?}", page.requests_after_ready());
    Ok(())
}

fn own_page(engine: Engine) -> Result<()> {
    for how in [Use::Served, Use::File] {
        visit(Setup::new(engine), how, "?theme=light", |page| {
            page.resize(1280, 1000)?;
            page.wait_ready()?;
            let address = page.run("return location.href + '#venue=minsk'", json!([]))?;
            check(page, how.name(), "The address of this page", address.as_str().unwrap_or_default())?;
            // Refused, it is selected.
            page.run("document.execCommand = () => false", json!([]))?;
            let said = told(page)?;
            let selected = "const field = document.activeElement;
                return field.value.slice(field.selectionStart, field.selectionEnd)";
            let selected = page.run(selected, json!([]))?;
            let told = said[0].as_str().is_some_and(|told| told.contains("Selected"));
            ensure!(told && selected == said[1], "{said}, {selected}");
            // Escape folds it, and gives the focus back.
            page.keys("\u{e00c}")?;
            let folded = "return document.activeElement === document.querySelector(arguments[0])
                && !document.querySelector('.pa-share').open";
            page.wait_until("the fold", folded, json!([LINE]))?;
            is_silent(page, how.name())
        })?;
    }
    Ok(())
}

/// The article's address, where it is told; it opens the article with the same venue.
fn told_by_the_host(engine: Engine) -> Result<()> {
    looked(Setup::new(engine), "share", |page| {
        page.resize(760, 1000)?;
        let hosts = [
            Host { fragment: "#comments", ..Host::new("pym") },
            Host { sandbox: Some("allow-scripts"), ..Host::new("guardian") },
            Host { srcdoc: true, ..Host::new("guardian") },
        ];
        for host in hosts {
            page.open_host(&host)?;
            page.wait_ready_inside(FRAME)?;
            let article = page.run("return location.href.split('#')[0]", json!([]))?;
            let address = [article.as_str().unwrap_or_default(), "#venue=minsk"].concat();
            page.inside(FRAME, |page| {
                // Its answer to a question may come after the app.
                let told = "return document.documentElement.dataset.what === 'host'";
                page.wait_until("the host's address", told, json!([]))?;
                check(page, host.plays, "The address of the article", &address)
            })?;
            is_silent(page, host.plays)?;
            page.go("about:blank")?;
            page.go(&address)?;
            page.wait_for(FRAME)?;
            page.wait_ready_inside(FRAME)?;
            page.inside(FRAME, |page| {
                page.wait_attr("button[data-venue-chip=minsk]", "aria-pressed", "true")
            })?;
        }
        Ok(())
    })
}

/// Nobody says where the frame stands: it has its own address, or by `srcdoc` none.
fn silent_host(engine: Engine) -> Result<()> {
    looked(Setup::new(engine), "share", |page| {
        page.resize(760, 1000)?;
        for (srcdoc, sandbox) in
            [(false, None), (false, Some("allow-scripts")), (true, None), (true, Some("allow-scripts"))]
        {
            let host = Host { srcdoc, sandbox, ..Host::new("plain") };
            page.open_host(&host)?;
            page.wait_ready_inside(FRAME)?;
            page.inside(FRAME, |page| {
                let own = page.run("return location.href.split('#')[0]", json!([]))?;
                let (words, own) = match own.as_str() {
                    Some(own) if !srcdoc => ("This opens the map and the quotations alone", own),
                    _ => ("There is no address here", ""),
                };
                check(page, &format!("{host:?}"), words, &[own, "#venue=minsk"].concat())
            })?;
            is_silent(page, &format!("{host:?}"))?;
        }
        Ok(())
    })
}

in_each_engine! {
    on_a_page_of_its_own: own_page;
    with_a_host_that_tells_its_address: told_by_the_host;
    with_a_silent_host: silent_host;
}
