//! The built widget in real browsers.
