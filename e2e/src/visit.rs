//! A scenario's visit to the page: a session that ends with it and, where it fails, leaves a picture and the console.

use anyhow::{Context, Result, ensure};

use crate::engine::Engine;
use crate::run::out;
use crate::session::{Session, Setup, Use};

/// Opens the page in a browser of its own, looks at it, and closes the browser.
pub fn visit<T>(
    setup: Setup,
    how: Use,
    suffix: &str,
    look: impl FnOnce(&mut Session) -> Result<T>,
) -> Result<T> {
    looked(setup, how.name(), |page| {
        page.open(how, suffix)?;
        look(page)
    })
    .with_context(|| suffix.to_owned())
}

/// The served page, so large, as soon as the app runs; in the end the console is empty and nothing was asked for.
pub fn opened<T>(
    (width_px, height_px): (u32, u32),
    engine: Engine,
    suffix: &str,
    look: impl FnOnce(&mut Session) -> Result<T>,
) -> Result<T> {
    visit(Setup::new(engine), Use::Served, suffix, |page| {
        page.resize(width_px, height_px)?;
        page.wait_ready()?;
        let seen = look(page)?;
        let lines = page.console_lines()?;
        ensure!(lines.is_empty(), "console: {lines:#?}");
        ensure!(page.requests_after_ready().is_empty(), "{:#?}", page.requests_after_ready());
        Ok(seen)
    })
}

/// Starts a browser, looks at what it is made to open, and closes it; where something is amiss, a picture by this name and the console tell.
pub fn looked<T>(setup: Setup, name: &str, look: impl FnOnce(&mut Session) -> Result<T>) -> Result<T> {
    let engine = setup.engine;
    let mut page = Session::start(setup)?;
    let seen = look(&mut page);
    if seen.is_ok() {
        return seen;
    }
    let picture = out(engine)?.join(format!("failed-{name}.png"));
    let taken =
        page.screenshot(&picture).map_or_else(|error| error.to_string(), |()| picture.display().to_string());
    let lines = page.console_lines().unwrap_or_default().join("\n  ");
    seen.with_context(|| format!("{name}; picture: {taken}; console:\n  {lines}"))
}

/// Makes a module of three tests, one an engine, of each scenario: `name: |engine| ...;`.
#[macro_export]
macro_rules! in_each_engine {
    ($($name:ident: $scenario:expr;)*) => { $(mod $name {
        #[allow(unused_imports)]
        use super::*;
        #[test]
        fn chromium() -> anyhow::Result<()> {
            $crate::in_engine($crate::Engine::Chromium, || ($scenario)($crate::Engine::Chromium))
        }
        #[test]
        fn firefox() -> anyhow::Result<()> {
            $crate::in_engine($crate::Engine::Firefox, || ($scenario)($crate::Engine::Firefox))
        }
        #[test]
        fn webkitgtk() -> anyhow::Result<()> {
            $crate::in_engine($crate::Engine::WebKitGtk, || ($scenario)($crate::Engine::WebKitGtk))
        }
    })* };
}
