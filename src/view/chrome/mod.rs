//! What stands around the views: head, venue filter, foot, notes. No opinion about what the views show.

mod bar;
mod foot;
mod head;
mod notes;

pub use bar::Bar;
pub use foot::Foot;
pub use head::Head;
pub use notes::Notes;
