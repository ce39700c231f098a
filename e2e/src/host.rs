//! Opening a page that frames the widget, from `fixtures/hosts`. Has no opinion about what the two say to each other.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::session::{Rect, Session};

/// The frame of a host that has one.
pub const FRAME: &str = "#place iframe";

/// Which page frames the widget, and how.
#[derive(Clone, Copy, Debug)]
pub struct Host<'a> {
    /// The name in `fixtures/hosts/players.js`.
    pub plays: &'a str,
    /// The file of the widget.
    pub file: &'a str,
    /// What follows in its address.
    pub suffix: &'a str,
    /// The attribute; no sandbox without.
    pub sandbox: Option<&'a str>,
    /// Whether the frame holds the page's text instead of its address.
    pub srcdoc: bool,
    /// Whether both are of one origin.
    pub same_origin: bool,
    /// The fragment of the host's own address, with its `#`.
    pub fragment: &'a str,
    /// What else is asked of the host, beginning with `&`.
    pub asks: &'a str,
}

impl<'a> Host<'a> {
    /// One that plays this, on another origin than the widget, without a sandbox.
    pub const fn new(plays: &'a str) -> Self {
        Self {
            plays,
            file: "standalone.html",
            suffix: "",
            sandbox: None,
            srcdoc: false,
            same_origin: false,
            fragment: "",
            asks: "",
        }
    }
}

impl Session {
    /// Opens a host; everything is about the host's page then.
    pub fn open_host(&mut self, host: &Host) -> Result<()> {
        let (own, articles) = self.origins();
        // Nobody may read a page of another origin to put it into a frame.
        let origin = if host.srcdoc || host.same_origin { articles } else { &own };
        let src = encoded(&format!("{origin}/{}{}", host.file, host.suffix));
        let mut query = format!("as={}&src={src}{}", host.plays, host.asks);
        if let Some(sandbox) = host.sandbox {
            query.push_str("&sandbox=");
            query.push_str(&encoded(sandbox));
        }
        if host.srcdoc {
            query.push_str("&srcdoc");
        }
        self.go(&format!("{articles}/hosts/host.html?{query}{}", host.fragment))?;
        self.wait_for(FRAME)
    }

    /// Looks at what is in a frame, and comes back to the host.
    pub fn inside<T>(&mut self, frame: &str, look: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.enter_frame(frame)?;
        let seen = look(self);
        self.leave_frames()?;
        seen
    }

    /// Waits until the app runs in this frame.
    pub fn wait_ready_inside(&mut self, frame: &str) -> Result<()> {
        self.inside(frame, Session::wait_ready)
    }

    /// The box of an element that is there.
    pub fn rect(&self, selector: &str) -> Result<Rect> {
        let rects = self.rects(&[selector])?;
        rects.into_iter().flatten().next().with_context(|| format!("no {selector}"))
    }

    /// What the page's own clock says, in milliseconds since it was opened.
    pub fn clock_ms(&self) -> Result<f64> {
        self.run("return performance.now()", json!([]))?.as_f64().context("a time")
    }

    /// How many messages the host has heard.
    pub fn heard(&self) -> Result<u64> {
        self.run("return window.heard.length", json!([]))?.as_u64().context("a count")
    }

    /// Gives the host's page focus, on its field, and scrolls it; what the widget does may change neither.
    pub fn settle_in_host(&self, scroll_px: u32) -> Result<()> {
        self.run("document.getElementById('comment').focus({ preventScroll: true })", json!([]))?;
        self.run("scrollTo(0, arguments[0])", json!([scroll_px]))?;
        let scrolled = self.scroll()?;
        ensure!(scrolled == (0.0, f64::from(scroll_px)), "the host is at {scrolled:?}");
        Ok(())
    }
}

/// Percent-encoded, all but letters, digits and dots.
fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'.' => ".".to_owned(),
            _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
