//! What every scenario needs around it: the folder of the build and that of the pictures, one browser of an engine
//! at a time, and engines left out by wish. Has no opinion about what a scenario does.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};

use crate::engine::Engine;

/// The folder of the build: `PARLEY_DIST`, else `dist` in the workspace.
pub fn dist() -> PathBuf {
    env::var_os("PARLEY_DIST").map(PathBuf::from).unwrap_or_else(|| package().join("../dist"))
}

/// Where pictures of this engine go.
pub fn out(engine: Engine) -> Result<PathBuf> {
    let folder = package().join("out").join(engine.name());
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Runs `scenario` while no other one of this process uses the engine; says so where the engine is left out.
pub fn in_engine(engine: Engine, scenario: impl FnOnce() -> Result<()>) -> Result<()> {
    static BUSY: [Mutex<()>; Engine::ALL.len()] = [const { Mutex::new(()) }; Engine::ALL.len()];
    if !Engine::wanted()?.contains(&engine) {
        eprintln!("NOT RUN in {}: left out by PARLEY_ENGINES", engine.name());
        return Ok(());
    }
    // A scenario that failed leaves nothing half done behind: its browser is gone.
    let _turn = BUSY[engine as usize].lock().unwrap_or_else(PoisonError::into_inner);
    scenario().with_context(|| format!("in {}", engine.name()))
}

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
