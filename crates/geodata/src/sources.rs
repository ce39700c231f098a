//! Reads the published outlines (TopoJSON) into one mesh: countries by ISO number, lakes.
//!
//! The sources cut Russia and Fiji along 180°; here the cut itself is left out, so that their rings stay open there until
//! they are joined. It has no opinion about which country an area belongs to, beyond the recipe's names.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};
use atlas::geo::ArcClass;
use serde::Deserialize;

use crate::mesh::{ArcRef, Mesh, Place, Ring};
use crate::recipe::{Lakes, Recipe};

/// Area number of all lakes.
const LAKES: u16 = 1;

#[derive(Deserialize)]
struct TopoJson {
    transform: Transform,
    arcs: Vec<Vec<[i64; 2]>>,
    objects: BTreeMap<String, serde_json::Value>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(flatten)]
    shape: Shape,
    id: Option<serde_json::Value>,
    #[serde(default)]
    properties: Properties,
}

#[derive(Default, Deserialize)]
struct Properties {
    name: Option<String>,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

/// Countries and lakes, as published but for the recipe's names and omissions.
pub(crate) fn read(packages: &Path, recipe: &Recipe) -> anyhow::Result<Mesh> {
    let mut mesh = Mesh::default();
    let mut source = parse(packages, &recipe.countries.path)?;
    let table = add_arcs(&mut mesh, &source, ArcClass::Coast);
    for country in source.collection("countries")?.geometries {
        if let Some(iso) = iso_number(&country, recipe)? {
            let rings = rings(&mesh, &country.shape, &table);
            mesh.areas.entry(iso).or_default().extend(rings);
        }
    }
    for lakes in &recipe.lakes {
        add_lakes(&mut mesh, parse(packages, &lakes.path)?, lakes)?;
    }
    Ok(mesh)
}

impl TopoJson {
    fn collection(&mut self, name: &str) -> anyhow::Result<Collection> {
        let object = self.objects.remove(name).with_context(|| format!("there is no object {name:?}"))?;
        serde_json::from_value(object).with_context(|| format!("object {name:?}"))
    }
}

fn parse(packages: &Path, path: &str) -> anyhow::Result<TopoJson> {
    let bytes = fs::read(packages.join(path)).with_context(|| path.to_owned())?;
    serde_json::from_slice(&bytes).with_context(|| path.to_owned())
}

fn iso_number(country: &Geometry, recipe: &Recipe) -> anyhow::Result<Option<u16>> {
    let name = country.properties.name.as_deref().unwrap_or_default();
    let iso = match &country.id {
        Some(id) => Some(id.as_str().and_then(|id| id.parse().ok()).with_context(|| format!("id {id}"))?),
        None => recipe.named.get(name).copied(),
    };
    match iso {
        Some(iso) if recipe.countries.omit.contains(&iso) => Ok(None),
        Some(iso) => Ok(Some(iso)),
        None if recipe.countries.omit_named.iter().any(|omit| omit == name) => Ok(None),
        None => bail!("{name:?} has no ISO number and the recipe does not name it"),
    }
}

fn add_lakes(mesh: &mut Mesh, mut source: TopoJson, lakes: &Lakes) -> anyhow::Result<()> {
    let table = add_arcs(mesh, &source, ArcClass::Shore);
    for lake in source.collection("lakes")?.geometries {
        let rings = rings(mesh, &lake.shape, &table);
        let points: Vec<Place> = rings.first().map(|ring| mesh.points(ring)).unwrap_or_default();
        let middle = |axis: usize| points.iter().map(|point| point[axis]).sum::<f64>() / points.len() as f64;
        if lakes.bounds.contains([middle(0), middle(1)]) {
            mesh.areas.entry(LAKES).or_default().extend(rings);
        }
    }
    Ok(())
}

/// Adds a source's arcs to the mesh; returns, per arc of the source, the pieces that it became.
fn add_arcs(mesh: &mut Mesh, source: &TopoJson, class: ArcClass) -> Vec<Vec<usize>> {
    let Transform { scale, translate } = &source.transform;
    let degrees = |x: i64, y: i64| {
        let lon = x as f64 * scale[0] + translate[0];
        // Both sides of 180° are one line.
        let lon = if lon > 180.0 - scale[0] / 2.0 { lon - 360.0 } else { lon };
        [lon, y as f64 * scale[1] + translate[1]]
    };
    let on_cut = |place: &Place| place[0] < -180.0 + scale[0] / 2.0;
    let mut table = Vec::new();
    for deltas in &source.arcs {
        let (mut x, mut y) = (0, 0);
        let mut pieces = vec![Vec::<Place>::new()];
        for [dx, dy] in deltas {
            (x, y) = (x + dx, y + dy);
            let place = degrees(x, y);
            let along_cut =
                pieces.last().and_then(|piece| piece.last()).is_some_and(on_cut) && on_cut(&place);
            if along_cut {
                pieces.push(Vec::new());
            }
            if let Some(piece) = pieces.last_mut() {
                piece.push(place);
            }
        }
        // There and back again encloses nothing.
        let is_slit = |piece: &[Place]| piece.len() < 4 && piece.first() == piece.last();
        let kept = pieces.into_iter().filter(|piece| piece.len() > 1 && !is_slit(piece));
        table.push(
            kept.map(|piece| {
                mesh.arcs.push(piece);
                mesh.classes.push(class);
                mesh.arcs.len() - 1
            })
            .collect(),
        );
    }
    join_across_cut(mesh, scale[1] * 2.5);
    table
}

/// The two sides of the cut differ by a rounding step: ends on it that nearly meet are made to.
fn join_across_cut(mesh: &mut Mesh, tolerance_deg: f64) {
    let mut seen: Vec<f64> = Vec::new();
    for arc in &mut mesh.arcs {
        let last = arc.len() - 1;
        for index in [0, last] {
            let [lon, lat] = &mut arc[index];
            if *lon > -180.0 + 1e-3 {
                continue;
            }
            *lon = -180.0;
            match seen.iter().find(|seen| (**seen - *lat).abs() < tolerance_deg) {
                Some(found) => *lat = *found,
                None => seen.push(*lat),
            }
        }
    }
}

/// A shape's rings, outer ones turned clockwise. Rings cut at 180° come out open.
fn rings(mesh: &Mesh, shape: &Shape, table: &[Vec<usize>]) -> Vec<Ring> {
    let polygons = match shape {
        Shape::Polygon(polygon) => std::slice::from_ref(polygon),
        Shape::MultiPolygon(polygons) => polygons,
    };
    let mut rings = Vec::new();
    for polygon in polygons {
        for (index, references) in polygon.iter().enumerate() {
            let mut ring = Ring::new();
            for &reference in references {
                let reversed = reference < 0;
                let arc = if reversed { !reference } else { reference } as usize;
                let pieces = table[arc].iter().map(|arc| ArcRef { arc: *arc, reversed });
                if reversed { ring.extend(pieces.rev()) } else { ring.extend(pieces) }
            }
            let is_outer = index == 0;
            if (mesh.area_km2(&ring) > 0.0) != is_outer {
                ring.reverse();
                ring.iter_mut().for_each(|reference| reference.reversed ^= true);
            }
            if !ring.is_empty() {
                rings.push(ring);
            }
        }
    }
    rings
}
