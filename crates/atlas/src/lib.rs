//! The pure core of Parley Atlas: values and rules, no browser, no framework, no clock.
//!
//! Dates and the model stand at the bottom; geography, timeline, labels and search do not know each other; state combines them.
//! It has no opinion about how anything is drawn or fetched.

pub mod date;
pub mod model;
pub mod pack;
