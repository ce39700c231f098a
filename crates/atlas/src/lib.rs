//! The pure core of Parley Atlas: values and rules, no browser, no framework, no clock.
//!
//! It has no opinion about how anything is drawn or fetched.

pub mod geo;
