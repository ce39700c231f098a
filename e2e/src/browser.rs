//! Starting an engine: its driver, its display, a fresh profile and its capabilities. Has no opinion about pages.

use std::path::Path;
use std::process::Command;

use anyhow::Result;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::bidi::modules::browsing_context::Viewport;
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::Runtime;

use crate::engine::{Binaries, Engine};
use crate::process::{Process, free_port};
use crate::wait;

/// Whether pages may run scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripts {
    /// As every reader has them.
    On,
    /// As with a script blocker or an old reading program.
    Off,
}

/// A running browser; the order of fields is the order of their ends.
pub(crate) struct Browser {
    pub(crate) driver: WebDriver,
    pub(crate) runtime: Runtime,
    _processes: Vec<Process>,
    _folder: TempDir,
}

impl Browser {
    /// Starts `engine`; all requests go by the proxy `proxy` (`host:port`).
    pub(crate) fn start(engine: Engine, scripts: Scripts, proxy: &str) -> Result<Self> {
        let binaries = engine.find()?;
        let folder = TempDir::with_prefix("parley-e2e-")?;
        let mut processes = Vec::new();
        let mut command = Command::new(&binaries.driver);
        // Profiles that the drivers make go away with the folder.
        command.env("TMPDIR", folder.path());
        if engine == Engine::WebKitGtk {
            let (display, name) = Process::start_display()?;
            processes.push(display);
            command.env("DISPLAY", name);
            // Needed as root, and without a graphics card.
            command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
            command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        }
        let port = free_port()?;
        command.arg(format!("--port={port}"));
        let mut process = Process::start(&mut command, &folder.path().join("driver.log"))?;

        let address = format!("http://127.0.0.1:{port}");
        let capabilities = capabilities(engine, &binaries, scripts, proxy, folder.path());
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        wait::until("the driver to answer", || {
            process.ensure_running()?;
            Ok(std::net::TcpStream::connect(("127.0.0.1", port)).ok())
        })?;
        let driver = runtime.block_on(WebDriver::new(address, capabilities))?;
        processes.push(process);
        Ok(Self { driver, runtime, _processes: processes, _folder: folder })
    }

    /// Asks for a viewport of this size. Windows of Chromium and Firefox have a least width that is larger than a
    /// phone's, so there the viewport is set apart from the window.
    pub(crate) fn resize(&self, engine: Engine, width_px: u32, height_px: u32) -> Result<()> {
        self.runtime.block_on(async {
            match engine {
                Engine::Chromium => {
                    let size = json!({ "width": width_px, "height": height_px, "deviceScaleFactor": 1, "mobile": false });
                    self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await?;
                }
                Engine::Firefox => {
                    let bidi = self.driver.bidi().await?;
                    let page = bidi.browsing_context().top_level().await?;
                    let size = Viewport { width: width_px, height: height_px };
                    bidi.browsing_context().set_viewport(page, Some(size)).await?;
                }
                Engine::WebKitGtk => self.driver.set_window_rect(0, 0, width_px, height_px).await?,
            }
            Ok(())
        })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A browser that no longer answers is ended with its driver.
        let _ = self.runtime.block_on(self.driver.clone().quit());
    }
}

fn capabilities(
    engine: Engine,
    binaries: &Binaries,
    scripts: Scripts,
    proxy: &str,
    folder: &Path,
) -> Capabilities {
    let mut map = serde_json::Map::new();
    map.insert("proxy".into(), json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy }));
    let (key, options) = match engine {
        Engine::Chromium => {
            map.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL" }));
            ("goog:chromeOptions", chromium(binaries, scripts, folder))
        }
        Engine::Firefox => {
            map.insert("webSocketUrl".into(), json!(true));
            ("moz:firefoxOptions", firefox(binaries, scripts))
        }
        Engine::WebKitGtk => ("webkitgtk:browserOptions", webkitgtk(binaries, scripts)),
    };
    map.insert(key.into(), options);
    map.into()
}

fn chromium(binaries: &Binaries, scripts: Scripts, folder: &Path) -> Value {
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    let javascript = if scripts == Scripts::On { 1 } else { 2 };
    json!({
        "binary": binaries.browser,
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", profile,
            // Loopback too goes by the proxy, so that nothing is asked of another server of this machine unseen.
            "--proxy-bypass-list=<-loopback>",
        ],
        "prefs": { "profile.managed_default_content_settings.javascript": javascript },
    })
}

fn firefox(binaries: &Binaries, scripts: Scripts) -> Value {
    json!({
        "binary": binaries.browser,
        "args": ["-headless"],
        "prefs": {
            "javascript.enabled": scripts == Scripts::On,
            "network.proxy.allow_hijacking_localhost": true,
        },
    })
}

fn webkitgtk(binaries: &Binaries, scripts: Scripts) -> Value {
    json!({
        "binary": binaries.browser,
        "args": ["--automation", format!("--enable-javascript={}", scripts == Scripts::On)],
    })
}
