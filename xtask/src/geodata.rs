//! `cargo xtask geodata`: makes `geodata/map.bin` and its provenance anew from published outlines.
//!
//! No opinion about how: the recipe stands in `geodata/recipe.toml`, and `crates/geodata` follows it.

use anyhow::{Context as _, Result};

use crate::npm;
use crate::progress::announced;
use crate::project::Project;

/// Follows the recipe; the same outlines give the same bytes.
pub(crate) fn run(project: &Project) -> Result<()> {
    npm::ensure_program()?;
    println!(
        "the outlines come from the npm packages that geodata/package-lock.json pins; each file is checked"
    );
    println!("against its SHA-256, dissolved, simplified and encoded as geodata/recipe.toml says");
    let make = ["run", "--quiet", "--package", "atlas-geodata"];
    announced("the map", "5 s, and 2 min more the first time", || {
        project.cargo(&make).run().map(drop).context("the map could not be made")
    })?;
    println!("written: geodata/map.bin, geodata/PROVENANCE.md");
    Ok(())
}
