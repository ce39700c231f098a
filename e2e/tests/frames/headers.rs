//! A server that sends what the build's `_headers` says, as static hosts do: the policy by header and by meta element, and by header alone. No
//! opinion about what the policy allows.

use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::{Engine, FRAME, Host, Session, Setup, altered, dist, in_each_engine, looked};
use serde_json::json;

const PAGES: [&str; 4] = ["", "index.html?theme=dark#venue=minsk", "en/", "standalone.html"];

fn in_use(page: &mut Session) -> Result<()> {
    page.wait_ready()?;
    page.run("document.querySelector('button[data-venue-chip=istanbul]').click()", json!([]))?;
    page.wait_attr("button[data-venue-chip=istanbul]", "aria-pressed", "true")
}

fn is_silent(page: &mut Session, what: &str) -> Result<()> {
    let lines = page.console_lines()?;
    ensure!(lines.is_empty(), "{what}: console: {lines:#?}");
    let late = page.requests_after_ready();
    ensure!(late.is_empty(), "{what}: after load: {late:?}");
    Ok(())
}

fn header_and_meta(engine: Engine) -> Result<()> {
    looked(Setup::new(engine).headers(), "headers", |page| {
        let (own, _) = page.origins();
        for file in PAGES {
            page.go(&format!("{own}/{file}"))?;
            in_use(page).with_context(|| file.to_owned())?;
            is_silent(page, file)?;
        }
        for file in ["standalone.html", "index.html"] {
            // A sandboxed page may not fetch from its own server, so the folder's page is framed without.
            let sandbox = Some("allow-scripts").filter(|_| file == "standalone.html");
            page.open_host(&Host { file, sandbox, ..Host::new("pym") })?;
            page.inside(FRAME, in_use)?;
            let high = "return document.querySelector(arguments[0]).clientHeight > 400";
            page.wait_until("a height", high, json!([FRAME]))?;
            is_silent(page, file)?;
        }
        Ok(())
    })
}

/// The same pages without their meta element: they run, and the browser refuses what the header does not allow.
fn header_alone(engine: Engine) -> Result<()> {
    const REFUSED: &str = "addEventListener('securitypolicyviolation', event => {
            document.body.dataset.refused = event.effectiveDirective;
        });
        new Image().src = 'http://deliberate.invalid/violation.png'";
    let folder = altered(&dist(), Ok)?;
    for name in ["index.html", "standalone.html"] {
        let file = folder.path().join(name);
        let page = fs::read_to_string(&file)?;
        let (before, meta) = page.split_once("<meta http-equiv=\"Content-Security-Policy\"").context(name)?;
        let (_, after) = meta.split_once('>').context(name)?;
        fs::write(&file, [before, after].concat())?;
    }
    for name in ["index.html", "standalone.html"] {
        looked(Setup::new(engine).folder(folder.path()).headers(), "headers", |page| {
            let (own, _) = page.origins();
            page.go(&format!("{own}/{name}"))?;
            in_use(page)?;
            is_silent(page, name)?;
            page.run(REFUSED, json!([]))?;
            page.wait_until("a refusal", "return document.body.dataset.refused === 'img-src'", json!([]))?;
            let asked = page.requests_after_ready();
            ensure!(asked.is_empty(), "{name}: {asked:?}");
            Ok(())
        })?;
    }
    Ok(())
}

in_each_engine! {
    policy_by_header_and_meta: header_and_meta;
    policy_by_header_alone: header_alone;
}
