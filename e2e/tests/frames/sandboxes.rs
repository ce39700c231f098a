//! Sandboxes, `srcdoc`, and files at any path: the widget runs, follows the reader, and neither asks nor says anything behind.

use std::path::Path;

use anyhow::{Result, ensure};
use e2e::{Engine, FRAME, Host, Session, Setup, dist, in_each_engine, looked};
use serde_json::json;
use tempfile::TempDir;

const SANDBOXES: [Option<&str>; 4] = [
    None,
    Some("allow-scripts"),
    Some("allow-scripts allow-popups"),
    Some("allow-scripts allow-same-origin"),
];

/// A reader selects a venue and follows a card's own link to its entry; the page stays the widget's.
fn in_use(page: &mut Session) -> Result<()> {
    page.wait_ready()?;
    page.run("document.querySelector('button[data-venue-chip=istanbul]').click()", json!([]))?;
    page.wait_attr("button[data-venue-chip=istanbul]", "aria-pressed", "true")?;
    let follow = "const link = document.querySelector('#pa-cards a[href^=\"#\"]');
        link.click();
        return link.hash.slice(1)";
    let entry = page.run(follow, json!([]))?;
    let open = "return document.querySelector('#pa-cards [aria-current]')?.dataset.entry === arguments[0]";
    page.wait_until("the entry", open, json!([entry]))
}

fn sandboxes(engine: Engine) -> Result<()> {
    looked(Setup::new(engine), "sandboxes", |page| {
        page.resize(760, 1200)?;
        for srcdoc in [false, true] {
            for sandbox in SANDBOXES {
                let host = Host { sandbox, srcdoc, ..Host::new("plain") };
                page.open_host(&host)?;
                page.inside(FRAME, in_use).map_err(|error| error.context(format!("{host:?}")))?;
                let mut lines = page.console_lines()?;
                // What Chromium says of the host's attribute, whatever is in the frame.
                lines.retain(|line| !line.contains("can escape its sandboxing"));
                ensure!(lines.is_empty(), "{host:?}: console: {lines:#?}");
                let late = page.requests_after_ready();
                ensure!(late.is_empty(), "{host:?}: after load: {late:?}");
            }
        }
        Ok(())
    })
}

/// The mark of a page whose server, or host, gives no leave for WebAssembly. WebKit heeds the page's own leave alone.
pub(crate) fn refused(engine: Engine) -> &'static str {
    if engine == Engine::WebKitGtk { "#parley[data-ready]" } else { "#parley[data-failed]" }
}

/// A host with a policy of its own: a `srcdoc` frame inherits it.
fn inherited_policy(engine: Engine) -> Result<()> {
    for (wasm, mark) in [("'wasm-unsafe-eval'", "#parley[data-ready]"), ("", refused(engine))] {
        let policy = format!("script-src 'self' 'unsafe-inline' {wasm}; object-src 'none'");
        looked(Setup::new(engine).policy(&policy), "sandboxes", |page| {
            page.open_host(&Host { srcdoc: true, ..Host::new("interactive") })?;
            page.inside(FRAME, |page| page.wait_for(mark))
        })?;
    }
    Ok(())
}

/// The same files in folders of any name.
fn any_path(engine: Engine) -> Result<()> {
    let folder = TempDir::with_prefix("parley-e2e-path-")?;
    copy(&dist(), &folder.path().join("a b/c.d"))?;
    looked(Setup::new(engine).folder(folder.path()), "path", |page| {
        let (own, _) = page.origins();
        for file in ["", "index.html", "en/", "en/index.html?theme=dark#venue=minsk", "standalone.html"] {
            page.go(&format!("{own}/a%20b/c.d/{file}"))?;
            page.wait_ready()?;
            let lines = page.console_lines()?;
            ensure!(lines.is_empty(), "{file}: console: {lines:#?}");
        }
        let outside: Vec<_> =
            page.requests().into_iter().filter(|hit| !hit.address.starts_with("/a%20b/c.d/")).collect();
        ensure!(outside.is_empty(), "{outside:?}");
        Ok(())
    })
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let (source, target) = {
            let entry = entry?;
            (entry.path(), to.join(entry.file_name()))
        };
        if source.is_dir() {
            copy(&source, &target)?;
        } else {
            std::fs::copy(source, target)?;
        }
    }
    Ok(())
}

/// Addresses in the pages of a folder, in attributes and style sheets, with the tag that each stands in.
fn addresses(folder: &Path, found: &mut Vec<(String, String)>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            addresses(&path, found)?;
        } else if path.extension().is_some_and(|end| end == "html") {
            let page = std::fs::read_to_string(&path)?;
            for tag in page.split('<') {
                let tag = tag.split('>').next().unwrap_or_default();
                for name in [" href=", " src=", " data-wasm=", " action=", " srcset=", " poster="] {
                    let value = tag.split(name).nth(1).map(|rest| rest.trim_start_matches('"'));
                    let value = value.and_then(|rest| rest.split(['"', ' ']).next());
                    found.extend(value.map(|value| (value.to_owned(), tag.to_owned())));
                }
            }
            found.extend(
                page.split("url(").skip(1).map(|url| (url.chars().take(40).collect(), String::new())),
            );
        }
    }
    Ok(())
}

/// But for links to articles, which a reader opens.
#[test]
fn no_file_has_an_absolute_address() -> Result<()> {
    let mut found = Vec::new();
    addresses(&dist(), &mut found)?;
    ensure!(found.len() > 100, "only {} addresses", found.len());
    for (address, tag) in found {
        let absolute = address.contains("://") || address.starts_with('/');
        let data = address.trim_start_matches(['\'', '"']).starts_with("data:");
        ensure!(!absolute || data || tag.contains("target=\"_blank\""), "{address} in {tag}");
    }
    Ok(())
}

in_each_engine! {
    every_sandbox: sandboxes;
    inherited_policy: inherited_policy;
    any_path: any_path;
}
