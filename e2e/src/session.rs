//! One page in one browser, in one of the three uses. Lengths are CSS pixels, positions are those of the page's own
//! viewport. Has no opinion about the page beyond its root element and its ready mark.

mod hand;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverError;
use thirtyfour::{By, WindowHandle};

use crate::background::is_background;
use crate::browser::{Browser, Scripts};
use crate::console::Console;
use crate::engine::Engine;
use crate::run::dist;
use crate::site::{ARTICLES, HOST_PAGE, Hit, Site};
use crate::wait;

/// How a reader meets the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// `index.html` from a web server.
    Served,
    /// `standalone.html` from a web server in a frame with `sandbox="allow-scripts"`.
    Framed,
    /// `standalone.html` from disk.
    File,
}

impl Use {
    /// Every use, in the order of reports.
    pub const ALL: [Use; 3] = [Use::Served, Use::Framed, Use::File];

    /// The word for it in file names and messages.
    pub fn name(self) -> &'static str {
        match self {
            Use::Served => "served",
            Use::Framed => "framed",
            Use::File => "file",
        }
    }
}

/// What a session starts with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The engine.
    pub engine: Engine,
    /// The folder of the build.
    pub folder: PathBuf,
    /// Whether pages may run scripts.
    pub scripts: Scripts,
    /// A content security policy that the server adds to every page.
    pub policy: Option<String>,
    /// Whether the server sends what the build's `_headers` says.
    pub headers: bool,
}

impl Setup {
    /// The build as it is, with scripts.
    pub fn new(engine: Engine) -> Self {
        Self { engine, folder: dist(), scripts: Scripts::On, policy: None, headers: false }
    }

    /// Another folder than that of the build.
    pub fn folder(self, folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), ..self }
    }

    /// With scripts, or without.
    pub fn scripts(self, scripts: Scripts) -> Self {
        Self { scripts, ..self }
    }

    /// With a policy from the server.
    pub fn policy(self, policy: &str) -> Self {
        Self { policy: Some(policy.to_owned()), ..self }
    }

    /// With what the build's `_headers` says.
    pub fn headers(self) -> Self {
        Self { headers: true, ..self }
    }
}

/// The box of an element.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// From the left of the document.
    pub x: f64,
    /// From the top of the document.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// One page in one browser; both end when dropped.
pub struct Session {
    console: Console,
    browser: Browser,
    site: Site,
    setup: Setup,
    /// Requests that had arrived when the page was ready.
    loaded: usize,
}

impl Session {
    /// Starts the server and the browser.
    pub fn start(setup: Setup) -> Result<Self> {
        let folder = setup.folder.canonicalize();
        let folder = folder.with_context(|| format!("no build in {}", setup.folder.display()))?;
        let site = Site::start(&folder, setup.policy.as_deref(), setup.headers)?;
        let browser = Browser::start(setup.engine, setup.scripts, site.authority())?;
        let console = Console::listen(setup.engine, &browser)?;
        Ok(Self { console, browser, site, setup: Setup { folder, ..setup }, loaded: 0 })
    }

    /// The server of the pages.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Opens the page with a suffix of its address (query, fragment, or both). In a frame, the frame is entered.
    pub fn open(&mut self, how: Use, suffix: &str) -> Result<()> {
        let origin = format!("http://{}", self.site.authority());
        match how {
            Use::Served => self.go(&format!("{origin}/{suffix}")),
            Use::Framed => {
                let framed = format!("standalone.html{suffix}").replace('#', "%23");
                self.go(&format!("{origin}{HOST_PAGE}?{framed}"))?;
                self.enter_frame("iframe")
            }
            Use::File => self.go(&format!("file://{}/standalone.html{suffix}", self.setup.folder.display())),
        }
    }

    /// The origin of the widget, and that of the articles that frame it.
    pub fn origins(&self) -> (String, &'static str) {
        (format!("http://{}", self.site.authority()), ARTICLES)
    }

    /// Opens any address.
    pub fn go(&mut self, address: &str) -> Result<()> {
        let open = async {
            self.browser.driver.enter_default_frame().await?;
            // Another fragment of the same address would not load the page anew.
            self.browser.driver.goto("about:blank").await?;
            self.browser.driver.goto(address).await
        };
        self.browser.runtime.block_on(open).with_context(|| format!("opening {address}"))
    }

    /// Opens the page in another window of the same browser; from now on everything is about that. Gives the window before and the new one.
    pub fn open_beside(&mut self, how: Use, suffix: &str) -> Result<[WindowHandle; 2]> {
        let driver = &self.browser.driver;
        let windows = async { Ok::<_, WebDriverError>([driver.window().await?, driver.new_window().await?]) };
        let windows = self.browser.runtime.block_on(windows).context("another window")?;
        self.to_window(&windows[1])?;
        self.open(how, suffix)?;
        Ok(windows)
    }

    /// From now on everything is about this window.
    pub fn to_window(&self, window: &WindowHandle) -> Result<()> {
        Ok(self.browser.runtime.block_on(self.browser.driver.switch_to_window(window.clone()))?)
    }

    /// From now on everything is about the page in this frame of the present page.
    pub fn enter_frame(&self, selector: &str) -> Result<()> {
        let enter = async { self.browser.driver.find(By::Css(selector)).await?.enter_frame().await };
        self.browser.runtime.block_on(enter).with_context(|| format!("entering {selector}"))
    }

    /// From now on everything is about the top page.
    pub fn leave_frames(&self) -> Result<()> {
        Ok(self.browser.runtime.block_on(self.browser.driver.enter_default_frame())?)
    }

    /// Waits for the ready mark; requests that arrive from here on are after load.
    pub fn wait_ready(&mut self) -> Result<()> {
        self.wait_for("#parley[data-ready=true]")?;
        self.loaded = self.requests().len();
        Ok(())
    }

    /// Waits for an element.
    pub fn wait_for(&self, selector: &str) -> Result<()> {
        self.wait_until(selector, "return document.querySelector(arguments[0]) !== null", json!([selector]))
    }

    /// Waits until a script's answer is `true`.
    pub fn wait_until(&self, what: &str, script: &str, arguments: Value) -> Result<()> {
        wait::until(what, || Ok((self.run(script, arguments.clone())? == json!(true)).then_some(())))
    }

    /// Waits until an attribute of the first such element has this value.
    pub fn wait_attr(&self, selector: &str, name: &str, value: &str) -> Result<()> {
        let script = "const e = document.querySelector(arguments[0]);
                      return e !== null && e.getAttribute(arguments[1]) === arguments[2]";
        self.wait_until(&format!("{selector} with {name}={value:?}"), script, json!([selector, name, value]))
    }

    /// Waits until the fragment of the address, its escapes undone, has this part, or has it no longer.
    pub fn wait_address(&self, part: &str, there: bool) -> Result<()> {
        let script = "return decodeURIComponent(location.hash).includes(arguments[0]) === arguments[1]";
        self.wait_until(&format!("an address with {part}: {there}"), script, json!([part, there]))
    }

    /// Runs a script in the page (in the frame, where one was entered) and gives its answer.
    pub fn run(&self, script: &str, arguments: Value) -> Result<Value> {
        let arguments = arguments.as_array().cloned().unwrap_or_default();
        let answer = self.browser.runtime.block_on(self.browser.driver.execute(script, arguments))?;
        Ok(answer.json().clone())
    }

    /// The visible text of the first such element.
    pub fn text(&self, selector: &str) -> Result<String> {
        let script = "return document.querySelector(arguments[0])?.innerText";
        self.run(script, json!([selector]))?
            .as_str()
            .map(str::to_owned)
            .with_context(|| format!("no {selector}"))
    }

    /// An attribute of the first such element.
    pub fn attr(&self, selector: &str, name: &str) -> Result<Option<String>> {
        let script = "return document.querySelector(arguments[0]).getAttribute(arguments[1])";
        Ok(self.run(script, json!([selector, name]))?.as_str().map(str::to_owned))
    }

    /// How many such elements there are.
    pub fn count(&self, selector: &str) -> Result<u64> {
        let answer = self.run("return document.querySelectorAll(arguments[0]).length", json!([selector]))?;
        answer.as_u64().context("a count")
    }

    /// The address of the page, with the reader's state.
    pub fn address(&self) -> Result<String> {
        Ok(self.run("return location.href", json!([]))?.as_str().unwrap_or_default().to_owned())
    }

    /// The boxes of the first element of each selector, `None` where there is none.
    pub fn rects(&self, selectors: &[&str]) -> Result<Vec<Option<Rect>>> {
        let script = "return arguments[0].map(s => {
            const r = document.querySelector(s)?.getBoundingClientRect();
            return r === undefined ? null : [r.x + scrollX, r.y + scrollY, r.width, r.height];
        })";
        let boxes = self.run(script, json!([selectors]))?;
        let boxes: Vec<Option<[f64; 4]>> = serde_json::from_value(boxes)?;
        Ok(boxes.into_iter().map(|b| b.map(|[x, y, width, height]| Rect { x, y, width, height })).collect())
    }

    /// The height of the whole document.
    pub fn document_height(&self) -> Result<f64> {
        let script = "return document.documentElement.getBoundingClientRect().height";
        self.run(script, json!([]))?.as_f64().context("a height")
    }

    /// How far the page is scrolled: across, down.
    pub fn scroll(&self) -> Result<(f64, f64)> {
        Ok(serde_json::from_value(self.run("return [scrollX, scrollY]", json!([]))?)?)
    }

    /// Makes the top page's viewport exactly this large.
    pub fn resize(&self, width_px: u32, height_px: u32) -> Result<()> {
        self.browser.resize(self.setup.engine, width_px, height_px)?;
        let script = "return innerWidth === arguments[0] && innerHeight === arguments[1]";
        wait::until(&format!("a viewport of {width_px} x {height_px}"), || {
            Ok((self.run(script, json!([width_px, height_px]))? == json!(true)).then_some(()))
        })
    }

    /// Sends Chromium a command of its DevTools protocol, and gives its answer.
    pub fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        ensure!(
            self.setup.engine == Engine::Chromium,
            "{} has no DevTools protocol",
            self.setup.engine.name()
        );
        Ok(self.browser.runtime.block_on(self.browser.driver.cdp().send_raw(command, parameters))?)
    }

    /// How many pages there are, in windows or tabs.
    pub fn windows(&self) -> Result<usize> {
        Ok(self.browser.runtime.block_on(self.browser.driver.windows())?.len())
    }

    /// A picture of the viewport.
    pub fn screenshot(&self, path: &Path) -> Result<()> {
        let lazy = self.setup.engine == Engine::WebKitGtk;
        ensure!(
            !lazy || self.setup.scripts == Scripts::On,
            "WebKitGTK gives no picture of a page without scripts"
        );
        if lazy {
            // It gives a picture with the next frame that it draws, and a page at rest draws none.
            let draw = "let n = 0; window.parleyDraws = setInterval(() => {
                document.documentElement.style.outline = `${n++ % 2}px solid transparent` }, 16)";
            self.run(draw, json!([]))?;
        }
        let taken = self.browser.runtime.block_on(self.browser.driver.screenshot(path));
        if lazy {
            let rest = "clearInterval(window.parleyDraws); document.documentElement.style.outline = ''";
            self.run(rest, json!([]))?;
        }
        Ok(taken?)
    }

    /// A picture of the document at this width, to its foot or to the height that a browser can draw at once.
    pub fn screenshot_whole(&self, path: &Path, width_px: u32) -> Result<()> {
        const DRAWN_AT_ONCE_PX: f64 = 4000.0;
        self.resize(width_px, 700)?;
        let height_px = self.document_height()?.ceil().clamp(1.0, DRAWN_AT_ONCE_PX) as u32;
        self.resize(width_px, height_px)?;
        self.screenshot(path)
    }

    /// Every console line since the start, policy violations and uncaught errors among them.
    pub fn console_lines(&mut self) -> Result<Vec<String>> {
        self.console.lines(&self.browser)
    }

    /// Requests that arrived since the page was ready, foreign ones among them.
    pub fn requests_after_ready(&self) -> Vec<Hit> {
        self.requests().split_off(self.loaded)
    }

    /// Every request of the session, but for those of the browser itself.
    pub fn requests(&self) -> Vec<Hit> {
        self.site.hits().into_iter().filter(|hit| !is_background(hit)).collect()
    }
}
