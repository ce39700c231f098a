//! Makes the map's bytes, `geodata/map.bin`, from published outlines by the recipe beside it.
//!
//! The same inputs give the same bytes. It runs on the host only and has no opinion about how the map is drawn;
//! the format is that of `atlas::geo::Topology`.

mod bits;
mod dissolve;
mod encode;
mod fetch;
mod mesh;
mod provenance;
mod recipe;
mod simplify;
mod sources;
mod weight;

use std::fs;
use std::path::Path;

use anyhow::Context as _;

pub use crate::fetch::sha256;
use crate::recipe::Recipe;

/// Makes `geodata/map.bin` and `geodata/PROVENANCE.md` below the project's root; the packages are kept below `tools`.
///
/// Returns what there is to tell, line by line.
///
/// # Errors
///
/// Packages that cannot be had, inputs that differ from the recipe's, a file that cannot be written.
pub fn run(root: &Path, tools: &Path) -> anyhow::Result<Vec<String>> {
    let folder = root.join("geodata");
    let text = fs::read_to_string(folder.join("recipe.toml")).context("geodata/recipe.toml")?;
    let recipe: Recipe = toml::from_str(&text).context("geodata/recipe.toml")?;
    let packages = fetch::packages(&folder, tools, &recipe)?;
    let mesh = sources::read(&packages, &recipe)?;
    let mesh = dissolve::dissolve(mesh, &recipe)?;
    let mesh = simplify::simplify(mesh, &recipe);
    let bytes = encode::encode(&mesh, recipe.grid_per_degree);
    let topology = atlas::geo::Topology::decode(&bytes).context("the map just made")?;
    let summary = provenance::Summary::of(&bytes, &topology)?;
    fs::write(folder.join("map.bin"), &bytes).context("geodata/map.bin")?;
    let report = provenance::text(&folder, &recipe, &summary)?;
    fs::write(folder.join("PROVENANCE.md"), report).context("geodata/PROVENANCE.md")?;
    Ok(summary.lines())
}

/// Size after brotli at its strongest, as a server would send it.
///
/// # Errors
///
/// None that a buffer in memory can cause.
pub fn brotli_size(bytes: &[u8]) -> anyhow::Result<usize> {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)?;
    Ok(packed.len())
}
