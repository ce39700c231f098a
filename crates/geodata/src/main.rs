//! Makes `geodata/map.bin` anew: `cargo run -p atlas-geodata`.

use std::env;
use std::path::{Path, PathBuf};

fn main() -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for line in atlas_geodata::run(&root, &tools_dir())? {
        println!("{line}");
    }
    Ok(())
}

/// The user's cache of tools that all clones share; `PARLEY_TOOLS` overrides.
fn tools_dir() -> PathBuf {
    let home = |below: &str| env::var_os("HOME").map(|home| Path::new(&home).join(below));
    let cache = if cfg!(windows) {
        env::var_os("LOCALAPPDATA").map(PathBuf::from)
    } else if cfg!(target_os = "macos") {
        home("Library/Caches")
    } else {
        env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| home(".cache"))
    };
    let shared = || cache.unwrap_or_else(env::temp_dir).join("parley-atlas").join("tools");
    env::var_os("PARLEY_TOOLS").map_or_else(shared, PathBuf::from)
}
