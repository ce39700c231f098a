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
use crate::{wait, webkitgtk};

/// Whether pages may run scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripts {
    /// As every reader has them.
    On,
    /// As with a script blocker or an old reading program.
    Off,
}

/// What the driver writes, and WebKitGTK's browser with it.
const LOG: &str = "driver.log";
/// What Chromium writes.
const CHROMIUM_LOG: &str = "chromium.log";

/// A running browser; the order of fields is the order of their ends.
pub(crate) struct Browser {
    pub(crate) driver: WebDriver,
    pub(crate) runtime: Runtime,
    /// How much of a window's height is not viewport.
    controls_px: u32,
    _processes: Vec<Process>,
    folder: TempDir,
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
            processes.push(webkitgtk::prepare(&mut command, folder.path())?);
        }
        let port = free_port()?;
        command.arg(format!("--port={port}"));
        if engine == Engine::Firefox {
            // The default is one port for all: a second Firefox on the machine would answer for the first.
            command.arg(format!("--websocket-port={}", free_port()?));
        }
        let mut process = Process::start(&mut command, &folder.path().join(LOG))?;

        let address = format!("http://127.0.0.1:{port}");
        let capabilities = capabilities(engine, &binaries, scripts, proxy, folder.path());
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        wait::until("the driver to answer", || {
            process.ensure_running()?;
            Ok(std::net::TcpStream::connect(("127.0.0.1", port)).ok())
        })?;
        let driver = runtime.block_on(WebDriver::new(address, capabilities))?;
        // The others are sized by their own protocols.
        let controls_px = if engine == Engine::WebKitGtk {
            runtime.block_on(driver.execute("return outerHeight - innerHeight", vec![]))?.convert()?
        } else {
            0
        };
        processes.push(process);
        Ok(Self { driver, runtime, controls_px, _processes: processes, folder })
    }

    /// What the driver and the browser have written so far.
    pub(crate) fn log(&self) -> Result<String> {
        let mut text = String::new();
        for name in [LOG, CHROMIUM_LOG] {
            let path = self.folder.path().join(name);
            if path.exists() {
                text.push_str(&String::from_utf8_lossy(&std::fs::read(path)?));
            }
        }
        Ok(text)
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
                Engine::WebKitGtk => {
                    self.driver.set_window_rect(0, 0, width_px, height_px + self.controls_px).await?;
                }
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
    if engine != Engine::WebKitGtk {
        map.insert("proxy".into(), json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy }));
    }
    let (key, options) = match engine {
        Engine::Chromium => {
            map.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL" }));
            ("goog:chromeOptions", chromium(binaries, scripts, folder))
        }
        Engine::Firefox => {
            map.insert("webSocketUrl".into(), json!(true));
            ("moz:firefoxOptions", firefox(binaries, scripts))
        }
        Engine::WebKitGtk => ("webkitgtk:browserOptions", mini_browser(binaries, scripts, proxy)),
    };
    map.insert(key.into(), options);
    map.into()
}

fn chromium(binaries: &Binaries, scripts: Scripts, folder: &Path) -> Value {
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    let log = format!("--log-file={}", folder.join(CHROMIUM_LOG).display());
    let javascript = if scripts == Scripts::On { 1 } else { 2 };
    json!({
        "binary": binaries.browser,
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", profile, "--enable-logging", "--log-level=0", log,
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

fn mini_browser(binaries: &Binaries, scripts: Scripts, proxy: &str) -> Value {
    json!({
        "binary": binaries.browser,
        "args": [
            "--automation", "--enable-write-console-messages-to-stdout=true",
            // Not by the capability: the driver would have the browser speak TLS to the proxy.
            format!("--proxy=http://{proxy}"),
            format!("--enable-javascript={}", scripts == Scripts::On),
        ],
    })
}
