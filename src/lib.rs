//! The widget: a Yew app that shows one corpus as a map, a timeline and a reader.
//!
//! The same view code runs in the browser (feature `csr`) and on the host, for the static document (feature `ssr`).
//! Nothing calls the browser while rendering: what a view needs to know of its surroundings is in [`Environment`].

pub mod app;
mod context;
mod environment;
pub mod platform;
pub mod view;

pub use context::Shared;
pub use environment::Environment;

/// The pack of the corpus that this widget was built with.
pub static EMBEDDED_PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack"));
