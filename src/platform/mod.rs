//! The only code that touches the browser. On the host its hooks do nothing, since effects never run there.
//! No opinion about what is shown.

mod address;
mod canvas;
mod corpus;
mod environment;
mod error;
mod input;
mod map;
mod mount;
mod scroll;
mod theme;
mod width;

pub use address::use_address;
pub use input::{changed_value, input_value, on_activate};
pub use map::{Gestures, MapSurface, use_map};
pub use mount::mount;
pub use scroll::use_scroll_to_current;
pub use theme::use_theme;
pub use width::use_width;
