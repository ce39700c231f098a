//! The only code that touches the browser. No opinion about what is shown.

mod corpus;
mod environment;
mod error;
mod mount;

pub use mount::mount;
