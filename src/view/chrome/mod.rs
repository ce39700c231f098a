//! What stands around the views: head, venue filter, foot, notes. No opinion about what the views show.

mod bar;
mod facets;
mod foot;
mod head;
mod notes;
mod share;

pub(crate) use bar::bar;
pub(crate) use foot::foot;
pub(crate) use head::head;
pub(crate) use notes::notes;
