//! The harness proves itself: a page with a deliberate console error, request or policy violation is found out in
//! every engine and use, a clean page is clean, and a browser ends with its page.

use std::path::Path;

use anyhow::{Result, ensure};
use e2e::{Engine, Hit, Session, Setup, Use, in_each_engine, until, visit};
use tempfile::TempDir;

/// Done by the page when a mark is clicked, so surely after load.
enum Fault {
    None,
    ConsoleError,
    UncaughtError,
    Request,
    Violation,
}

impl Fault {
    fn script(&self) -> &'static str {
        match self {
            Fault::None => "",
            Fault::ConsoleError => "console.error('deliberate')",
            Fault::UncaughtError => "throw new Error('deliberate')",
            Fault::Request => {
                "for (const scheme of ['http', 'https'])
                     fetch(`${scheme}://deliberate.invalid/${scheme}`, { mode: 'no-cors' }).catch(() => {})"
            }
            Fault::Violation => "new Image().src = 'http://deliberate.invalid/violation.png'",
        }
    }
}

fn fixture() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/widget"))
}

/// The fixture with a fault built in.
fn faulty(fault: &Fault) -> Result<TempDir> {
    let folder = TempDir::with_prefix("parley-e2e-fault-")?;
    for name in ["index.html", "standalone.html"] {
        let page = std::fs::read_to_string(fixture().join(name))?;
        let page = match fault {
            Fault::Request => page.replace("default-src 'none'", "default-src *"),
            _ => page,
        };
        let script =
            format!("<script>addEventListener('click', () => {{ {} }})</script></body>", fault.script());
        std::fs::write(folder.path().join(name), page.replace("</body>", &script))?;
    }
    Ok(folder)
}

fn check(engine: Engine, fault: Fault) -> Result<()> {
    let folder = faulty(&fault)?;
    for how in Use::ALL {
        visit(Setup::new(engine).folder(folder.path()), how, "", |page| {
            page.wait_ready()?;
            let (lines, hits) = (page.console_lines()?, page.requests_after_ready());
            ensure!(lines.is_empty() && hits.is_empty(), "before the fault: {lines:?} {hits:?}");
            page.click_at("[data-venue=geneva]")?;
            page.wait_attr("[data-lane=geneva]", "aria-current", "true")?;
            found(page, &fault)
        })?;
    }
    Ok(())
}

fn found(page: &mut Session, fault: &Fault) -> Result<()> {
    match fault {
        Fault::None => {
            let (lines, hits) = (page.console_lines()?, page.requests_after_ready());
            ensure!(lines.is_empty() && hits.is_empty(), "{lines:?} {hits:?}");
            Ok(())
        }
        Fault::Request => until("the deliberate fault", || {
            let hits = page.requests_after_ready();
            let asked = |address: &str| hits.iter().any(|Hit { address: a, .. }| a.starts_with(address));
            Ok((asked("http://deliberate.invalid/http") && asked("deliberate.invalid:443")).then_some(()))
        }),
        Fault::ConsoleError | Fault::UncaughtError | Fault::Violation => {
            until("the deliberate fault", || {
                Ok(page.console_lines()?.iter().any(|line| line.contains("deliberate")).then_some(()))
            })
        }
    }
}

in_each_engine! {
    a_clean_page_is_clean: |engine| check(engine, Fault::None);
    a_console_error_is_found: |engine| check(engine, Fault::ConsoleError);
    an_uncaught_error_is_found: |engine| check(engine, Fault::UncaughtError);
    a_request_after_load_is_found: |engine| check(engine, Fault::Request);
    a_policy_violation_is_found: |engine| check(engine, Fault::Violation);
}
