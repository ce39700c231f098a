//! The recipe: every number and choice behind the map, as `geodata/recipe.toml` gives them.
//!
//! Degrees and square kilometres. It has no opinion of its own.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recipe {
    pub(crate) grid_per_degree: u16,
    pub(crate) countries: Countries,
    pub(crate) lakes: Vec<Lakes>,
    pub(crate) named: BTreeMap<String, u16>,
    pub(crate) moves: Vec<Move>,
    pub(crate) disputed: Vec<Disputed>,
    pub(crate) simplify: Simplify,
    pub(crate) near: Vec<Near>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Countries {
    pub(crate) path: String,
    pub(crate) sha256: String,
    pub(crate) omit: Vec<u16>,
    pub(crate) omit_named: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lakes {
    pub(crate) path: String,
    pub(crate) sha256: String,
    #[serde(rename = "box")]
    pub(crate) bounds: Bounds,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Move {
    pub(crate) name: String,
    pub(crate) lon: f64,
    pub(crate) lat: f64,
    pub(crate) from: u16,
    pub(crate) to: u16,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Disputed {
    pub(crate) name: String,
    pub(crate) between: [u16; 2],
    #[serde(rename = "box")]
    pub(crate) bounds: Option<Bounds>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Simplify {
    pub(crate) tolerance_km2: f64,
    pub(crate) islet_tolerances: f64,
    pub(crate) region: Bounds,
    pub(crate) margin_deg: f64,
    pub(crate) margin_weight: f64,
    pub(crate) world_weight: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Near {
    // For whoever reads the recipe.
    #[serde(rename = "name")]
    _name: String,
    pub(crate) lon: f64,
    pub(crate) lat: f64,
    pub(crate) weight: f64,
    pub(crate) full_deg: f64,
    pub(crate) reach_deg: f64,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bounds {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
}

impl Disputed {
    /// Whether the line lies between these countries.
    pub(crate) fn joins(&self, owners: &BTreeSet<u16>) -> bool {
        self.between.iter().all(|iso| owners.contains(iso))
    }
}

impl Bounds {
    pub(crate) fn contains(&self, [lon, lat]: [f64; 2]) -> bool {
        (self.west..=self.east).contains(&lon) && (self.south..=self.north).contains(&lat)
    }

    pub(crate) fn grown(&self, deg: f64) -> Self {
        Self {
            west: self.west - deg,
            south: self.south - deg,
            east: self.east + deg,
            north: self.north + deg,
        }
    }
}
