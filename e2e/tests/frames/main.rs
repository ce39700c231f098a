//! The widget as a guest: framed by pages of every kind it fits its frame, is found by links, asks for nothing, says nothing in the console, and
//! leaves the page around as it was. Lengths are CSS pixels.

mod back;
mod fits;
mod hostile;
mod links;
mod quiet;
mod sandboxes;
mod share;
