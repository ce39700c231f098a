//! From a folder of TOML files to a checked model and a pack. Host only; it has no opinion about the view.
