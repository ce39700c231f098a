//! The timeline as geometry: a scale with collapsed gaps, ticks, lanes and marks.
//!
//! x is in CSS pixels from the left edge of the plot, y from its top; days are day numbers. No opinion about colours, words or glyphs.

mod lanes;
mod scale;
mod ticks;

pub use lanes::{Lane, LaneOf, Lanes, Mark, MarkShape, Toward, lanes, moment, scale};
pub use scale::{Gap, Scale, Spacing};
pub use ticks::{Tick, TickOf, ticks};
