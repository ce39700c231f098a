//! The widget as a guest: framed by pages of every kind it fits its frame, is found by links, asks for nothing, says nothing in the console, and
//! leaves the page around as it was. Lengths are CSS pixels.

mod anchors;
mod back;
mod fits;
mod headers;
mod hostile;
mod links;
mod popups;
mod quiet;
mod sandboxes;
mod share;
