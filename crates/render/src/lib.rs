//! The static document, and the finished widget: from what Trunk staged to the files that are served. Host only.
//!
//! [`finish`] takes Trunk's staging folder, [`append`] a widget that was finished before and another corpus; both end in [`site::write`].
//! No opinion about what is shown: that is the view code of the widget, rendered here to text.

pub mod alike;
pub mod document;
pub mod glue;
pub mod lean;
pub mod letters;
pub mod locale;
pub mod markup;
pub mod names;
pub mod page;
pub mod paths;
pub mod places;
pub mod policy;
pub mod script;
pub mod site;
pub mod squeeze;
pub mod style;
pub mod wasm;
pub mod widget;
pub mod words;

mod commands;

pub use commands::{append, finish};
