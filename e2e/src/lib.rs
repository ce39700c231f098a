//! The built widget in real browsers: Chromium, Firefox and WebKitGTK by WebDriver.
//!
//! The library is the harness: browsers, a server that also is the browsers' proxy, console lines, requests.
//! It has no opinion about what the widget shows; that is in `tests/`. It knows three things of the page: the
//! root element, its ready mark, and the two files that a build leaves behind.

mod altered;
mod axe;
mod background;
mod browser;
mod console;
mod engine;
mod host;
mod process;
mod run;
mod session;
mod site;
mod visit;
mod wait;
mod webkitgtk;

pub use altered::{altered, appended};
pub use axe::axe_violations;
pub use browser::Scripts;
pub use engine::{Binaries, Engine};
pub use host::{FRAME, Host};
pub use run::{dist, in_engine, out};
pub use session::{Rect, Session, Setup, Use};
pub use site::{Hit, Site};
pub use visit::{looked, opened, visit};
pub use wait::until;
