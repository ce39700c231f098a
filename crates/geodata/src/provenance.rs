//! Where the map comes from: the text of `geodata/PROVENANCE.md`.
//!
//! No date, no machine: the same map has the same text. It has no opinion about the decisions; those are in docs/MAP.md.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use atlas::geo::Topology;
use serde::Deserialize;

use crate::brotli_size;
use crate::fetch::sha256;
use crate::recipe::Recipe;

/// What there is to say about a map's size.
pub(crate) struct Summary {
    bytes: usize,
    brotli: usize,
    points: usize,
    countries: usize,
    sha256: String,
}

impl Summary {
    pub(crate) fn of(bytes: &[u8], topology: &Topology) -> anyhow::Result<Self> {
        Ok(Self {
            bytes: bytes.len(),
            brotli: brotli_size(bytes)?,
            points: topology.point_count(),
            countries: topology.countries().count(),
            sha256: sha256(bytes),
        })
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        vec![
            format!("geodata/map.bin: {} countries, {} points", self.countries, self.points),
            format!("{} bytes, {} after brotli", self.bytes, self.brotli),
            format!("SHA-256 {}", self.sha256),
        ]
    }
}

#[derive(Deserialize)]
struct Lock {
    packages: BTreeMap<String, Package>,
}

#[derive(Deserialize)]
struct Package {
    version: Option<String>,
    integrity: Option<String>,
    license: Option<String>,
}

pub(crate) fn text(folder: &Path, recipe: &Recipe, summary: &Summary) -> anyhow::Result<String> {
    let lock = fs::read(folder.join("package-lock.json")).context("geodata/package-lock.json")?;
    let lock: Lock = serde_json::from_slice(&lock).context("geodata/package-lock.json")?;
    let mut packages = String::new();
    for (path, package) in &lock.packages {
        if let (
            Some(name),
            Package { version: Some(version), integrity: Some(integrity), license: Some(license) },
        ) = (path.strip_prefix("node_modules/"), package)
        {
            packages += &format!("| `{name}` | {version} | {license} | `{integrity}` |\n");
        }
    }
    let mut inputs =
        format!("| `{}` | `countries` | `{}` |\n", recipe.countries.path, recipe.countries.sha256);
    for lakes in &recipe.lakes {
        inputs += &format!("| `{}` | `lakes` | `{}` |\n", lakes.path, lakes.sha256);
    }
    let simplify = &recipe.simplify;
    let moves: Vec<&str> = recipe.moves.iter().map(|edit| edit.name.as_str()).collect();
    Ok(format!(
        "# Provenance of map.bin

Written by `cargo xtask geodata`; do not edit. The choices are in `recipe.toml`, their reasons in `docs/MAP.md`.

## Sources

Made with Natural Earth. Natural Earth's outlines are in the public domain; the licences below are those of the packages
that carry them. Only outlines are taken: no code of these packages is in the project or in the widget.

| npm package | version | licence | integrity |
|---|---|---|---|
{packages}
| file | object | SHA-256 |
|---|---|---|
{inputs}
## Steps

1. Countries by ISO 3166-1 number; Antarctica and areas too small to see are left out; areas without a number get one.
2. Moved: {}. Within one area, lines between its parts are dissolved; both sides of 180° are joined.
3. All land is joined into one more area. Arcs are coast, border, disputed line or lake shore.
4. Islets and lakes are left out where area times weight is below {} km²; then, arc by arc by Visvalingam's method, points
   whose triangle times weight is below {} km².
5. Coordinates on a grid of 1/{} degree, as differences, packed by a range coder; the format is described in
   `crates/atlas/src/geo/topology.rs`.

## Result

| | |
|---|---|
| countries | {} |
| points | {} |
| bytes | {} |
| bytes after brotli 11 | {} |
| SHA-256 | `{}` |
",
        moves.join(", "),
        simplify.tolerance_km2 * simplify.islet_tolerances,
        simplify.tolerance_km2,
        recipe.grid_per_degree,
        summary.countries,
        summary.points,
        summary.bytes,
        summary.brotli,
        summary.sha256,
    ))
}
