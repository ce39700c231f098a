//! The only code that touches the browser. Mounting is there with the feature `csr` alone; the hooks are in every build, and on the host they do nothing, since effects never run there.
//! No opinion about what is shown.

mod address;
mod after;
mod canvas;
#[cfg(feature = "csr")]
mod corpus;
#[cfg(feature = "csr")]
mod environment;
#[cfg(feature = "csr")]
mod error;
mod hand;
mod input;
mod map;
#[cfg(feature = "csr")]
mod mount;
#[cfg(feature = "csr")]
mod print;
mod scroll;
mod settled;
mod story;
mod theme;
mod timeline;
mod width;

pub use address::use_address;
pub use canvas::{STEPS_PER_PX, base_paths};
pub use hand::GESTURES;
pub use input::{
    accepted_value, field_value, is_leaving, is_met, key, on_activate, on_key, roved, use_focus_mark,
    value_at,
};
pub use map::{MapSurface, use_map};
#[cfg(feature = "csr")]
pub use mount::mount;
pub use scroll::{Place, use_scroll_to_current};
pub use settled::use_settled;
pub use story::use_story;
pub use theme::use_theme;
pub use timeline::{TimelineSurface, use_timeline};
pub use width::use_width;

/// The id of the root element of the shell.
const ROOT: &str = "parley";
