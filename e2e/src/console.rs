//! Console lines of a page in each engine, from every frame. Has no opinion about which of them are bad.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use futures_util::StreamExt;
use thirtyfour::bidi::events::LogEntryAdded;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::wait;

type Lines = Arc<Mutex<Vec<String>>>;

/// The console of one browser.
pub(crate) struct Console {
    engine: Engine,
    lines: Lines,
    marks: u32,
}

/// The harness writes a line of its own to know that all earlier ones have arrived.
const MARK: &str = "parley-e2e-mark";

impl Console {
    /// Starts to listen, before the first page.
    pub(crate) fn listen(engine: Engine, browser: &Browser) -> Result<Self> {
        let lines = Lines::default();
        if engine == Engine::Firefox {
            let sink = Arc::clone(&lines);
            let mut entries = browser.runtime.block_on(async {
                Ok::<_, anyhow::Error>(browser.driver.bidi().await?.subscribe::<LogEntryAdded>().await?)
            })?;
            browser.runtime.spawn(async move {
                while let Some(entry) = entries.next().await {
                    let line = format!("{:?} {}", entry.level, entry.text.unwrap_or_default());
                    sink.lock().unwrap_or_else(PoisonError::into_inner).push(line);
                }
            });
        }
        Ok(Self { engine, lines, marks: 0 })
    }

    /// All lines so far.
    pub(crate) fn lines(&mut self, browser: &Browser) -> Result<Vec<String>> {
        self.marks += 1;
        let mark = format!("{MARK}-{};", self.marks);
        browser
            .runtime
            .block_on(browser.driver.execute("console.log(arguments[0])", vec![mark.clone().into()]))?;
        wait::until("the console", || {
            self.gather(browser)?;
            let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
            let all_here = lines.iter().any(|line| {
                line.contains(&mark) && (self.engine != Engine::Chromium || line.contains(":CONSOLE:"))
            });
            Ok(all_here.then(|| lines.iter().filter(|line| !line.contains(MARK)).cloned().collect()))
        })
    }

    /// Fetches what an engine does not send by itself.
    fn gather(&self, browser: &Browser) -> Result<()> {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        match self.engine {
            Engine::Chromium => {
                // The driver knows failed requests but nothing of a sandboxed frame; the log knows every frame.
                let entries = browser.runtime.block_on(browser.driver.browser_log())?;
                lines.extend(entries.into_iter().map(|entry| format!("{} {}", entry.level, entry.message)));
                let log = browser.log()?;
                let log = log.lines().filter(|line| line.contains(":CONSOLE:")).map(str::to_owned);
                let fresh: Vec<_> = log.filter(|line| !lines.contains(line)).collect();
                lines.extend(fresh);
            }
            // It sends by itself.
            Engine::Firefox => {}
            Engine::WebKitGtk => {
                *lines =
                    browser.log()?.lines().filter(|l| l.contains("CONSOLE ")).map(str::to_owned).collect();
            }
        }
        Ok(())
    }
}
