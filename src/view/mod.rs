//! Components, by region. No opinion about the browser.

mod record;

pub use record::Record;
