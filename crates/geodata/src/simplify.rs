//! Fewer points, where it shows least: Visvalingam's method per arc, weighted by place; islets that are too small go.
//!
//! Arcs keep their ends, so neighbours stay joined. It has no opinion about the grid that follows.

use std::collections::{BTreeMap, BTreeSet};

use crate::mesh::{ArcRef, Mesh, Place, triangle_km2};
use crate::recipe::Recipe;
use crate::weight::Weights;

/// The mesh without islets and needless points.
pub(crate) fn simplify(mut mesh: Mesh, recipe: &Recipe) -> Mesh {
    let weights = Weights::new(recipe);
    let tolerance_km2 = recipe.simplify.tolerance_km2;
    let islets = islets(&mesh, &weights, tolerance_km2 * recipe.simplify.islet_tolerances);
    for rings in mesh.areas.values_mut() {
        rings.retain(|ring| !is_islet(ring, &islets));
    }
    mesh.areas.retain(|_, rings| !rings.is_empty());
    for arc in &mut mesh.arcs {
        *arc = fewer(arc, &weights, tolerance_km2);
    }
    mesh
}

fn is_islet(ring: &[ArcRef], islets: &BTreeSet<usize>) -> bool {
    matches!(ring, [only] if islets.contains(&only.arc))
}

/// Arcs that are a small ring by themselves; an enclave's ring and the hole around it are one such arc.
fn islets(mesh: &Mesh, weights: &Weights<'_>, least_km2: f64) -> BTreeSet<usize> {
    let mut found = BTreeMap::new();
    for ring in mesh.areas.values().flatten() {
        if let [only] = ring[..] {
            let weight = mesh.arcs[only.arc].iter().map(|place| weights.at(*place)).fold(0.0, f64::max);
            found.insert(only.arc, mesh.area_km2(ring).abs() * weight < least_km2);
        }
    }
    found.into_iter().filter(|(_, small)| *small).map(|(arc, _)| arc).collect()
}

/// Takes away the point with the smallest weighted triangle until none is below the tolerance.
fn fewer(arc: &[Place], weights: &Weights<'_>, tolerance_km2: f64) -> Vec<Place> {
    let last = arc.len() - 1;
    // A ring of one arc must stay a ring.
    let least_points = if arc[0] == arc[last] { 4 } else { 2 };
    let weight: Vec<f64> = arc.iter().map(|place| weights.at(*place)).collect();
    let mut before: Vec<usize> = (0..=last).map(|index| index.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (0..=last).map(|index| (index + 1).min(last)).collect();
    let measure = |before: &[usize], after: &[usize], index: usize| {
        let km2 = triangle_km2(arc[before[index]], arc[index], arc[after[index]]) * weight[index];
        // Positive numbers sort as their bits do.
        (km2.to_bits(), index)
    };
    let entries = (0..=last).map(|index| measure(&before, &after, index));
    let mut sizes: Vec<u64> = entries.map(|(bits, _)| bits).collect();
    let mut queue: BTreeSet<(u64, usize)> = (1..last).map(|index| (sizes[index], index)).collect();
    let mut dropped = vec![false; arc.len()];
    let mut count = arc.len();
    while let Some((bits, index)) = queue.pop_first() {
        if f64::from_bits(bits) >= tolerance_km2 || count <= least_points {
            break;
        }
        dropped[index] = true;
        count -= 1;
        let (left, right) = (before[index], after[index]);
        (after[left], before[right]) = (right, left);
        for neighbour in [left, right].into_iter().filter(|at| (1..last).contains(at)) {
            queue.remove(&(sizes[neighbour], neighbour));
            let entry = measure(&before, &after, neighbour);
            sizes[neighbour] = entry.0;
            queue.insert(entry);
        }
    }
    arc.iter().zip(&dropped).filter(|(_, dropped)| !**dropped).map(|(place, _)| *place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recipe() -> Recipe {
        toml::from_str(include_str!("../../../geodata/recipe.toml")).unwrap()
    }

    fn check(arc: &[Place], expected: &[Place]) {
        let recipe = recipe();
        let found = fewer(arc, &Weights::new(&recipe), recipe.simplify.tolerance_km2);
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_kept_depends_on_the_place() {
        // A bump of 3 km on a line of 0.2 degrees: about 33 km2 at 20°E 40°N.
        let bump = |lon: f64| [[lon, 40.0], [lon + 0.1, 40.035], [lon + 0.2, 40.0]];
        check(&bump(20.0), &bump(20.0));
        check(&bump(-100.0), &[[-100.0, 40.0], [-99.8, 40.0]]);
        // A tenth of it counts only near a venue.
        let small = |lon: f64| [[lon, 41.0], [lon + 0.1, 41.004], [lon + 0.2, 41.0]];
        check(&small(20.0), &[[20.0, 41.0], [20.2, 41.0]]);
        check(&small(28.9), &small(28.9));
    }

    #[test]
    fn a_ring_stays_a_ring() {
        let ring = [[-100.0, 40.0], [-100.0, 40.1], [-99.9, 40.15], [-99.9, 40.0], [-100.0, 40.0]];
        let recipe = recipe();
        let found = fewer(&ring, &Weights::new(&recipe), recipe.simplify.tolerance_km2);
        assert_eq!((found.len(), found.first(), found.last()), (4, ring.first(), ring.last()));
    }
}
