//! The pure core of Parley Atlas: values and rules, no browser, no framework, no clock.
//!
//! It has no opinion about how anything is drawn or fetched.

pub mod cite;
pub mod date;
pub mod decimal;
pub mod geo;
pub mod labels;
pub mod layout;
pub mod model;
pub mod order;
pub mod pack;
pub mod receipt;
pub mod scene;
pub mod search;
pub mod state;
#[cfg(test)]
mod testing;
pub mod timeline;
pub mod words;
