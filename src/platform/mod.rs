//! The only code that touches the browser. Mounting is there with the feature `csr` alone; the rest is in every build, and on the host nothing calls it, since nothing is put into a page there.
//! No opinion about what is shown.

mod address;
mod after;
mod canvas;
mod cite;
mod copy;
#[cfg(feature = "csr")]
mod corpus;
#[cfg(feature = "csr")]
mod environment;
#[cfg(feature = "csr")]
mod error;
mod fold;
mod frame;
mod hand;
mod input;
mod map;
#[cfg(feature = "csr")]
mod mount;
mod page;
#[cfg(feature = "csr")]
mod print;
mod scroll;
mod share;
mod story;
mod timeline;

pub use after::{Waiting, after_frame};
pub use canvas::{STEPS_PER_PX, base_paths};
pub use cite::on_cite;
pub use hand::GESTURES;
pub use input::{
    accepted_value, field_value, focus, focus_beside, focus_mark, is_leaving, is_met, key, on_activate,
    on_key, place_among, roved, roved_grid, value_at,
};
pub use map::{LiveMap, MapSurface};
#[cfg(feature = "csr")]
pub use mount::mount;
pub use page::Page;
pub use scroll::{Place, scroll_to_current};
pub use share::on_share;
pub use timeline::{LiveTimeline, TIMELINE_GESTURES, TimelineSurface};

/// The id of the root element of the shell.
const ROOT: &str = "parley";
