//! The fold that gives a link to what is shown. What is in it is filled in by the platform, which knows the addresses. No opinion about which
//! address that is.

use atlas::state::State;
use atlas::words::Key;

use crate::context::Shared;
use crate::platform;
use crate::view::icon;
use crate::view::writer::{Writer, tag};

/// What its line shows: two links of a chain.
const CHAIN: &str = "M-2 2 2-2M-1-4 1-6A3.5 3.5 0 0 1 6-1L4 1M1 4-1 6A3.5 3.5 0 0 1-6 1L-4-1";

/// The fold.
pub(super) fn share(out: &mut Writer, state: &Shared<State>) {
    out.el(tag!("details", "class": "pa-fold pa-share"), |out| {
        out.el(tag!("summary"), |out| {
            out.on("click", platform::on_share(out.context, state));
            icon(out, CHAIN);
            out.line(tag!("span"), Key::ShareLabel);
        });
        out.el(tag!("div"), |out| {
            out.leaf(tag!("input", "readonly": "", "aria-label": Key::ShareLabel));
            out.leaf(tag!("p", "role": "status"));
        });
    });
}
