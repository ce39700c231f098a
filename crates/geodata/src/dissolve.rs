//! Makes whole areas of what belongs together: the recipe's moves and names, both sides of 180°, and all land.
//!
//! Within an area, an arc that runs both ways separates nothing and goes; what is left is joined end to end.
//! Afterwards each arc is known for what it separates. It has no opinion about how exact a line is.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, bail};
use atlas::geo::ArcClass;

use crate::mesh::{ArcRef, Mesh, Ring};
use crate::recipe::{Bounds, Disputed, Recipe};

const LAND: u16 = 0;
const LAKES: u16 = 1;

/// The mesh with whole areas, all land as area 0, and the classes of all arcs.
pub(crate) fn dissolve(mut mesh: Mesh, recipe: &Recipe) -> anyhow::Result<Mesh> {
    for edit in &recipe.moves {
        let rings = mesh.areas.get(&edit.from).context("a move from an unknown country")?;
        let place = [edit.lon, edit.lat];
        let holding = |ring: &&Ring| mesh.area_km2(ring) > 0.0 && mesh.surrounds(ring, place);
        let found: Vec<Ring> = rings.iter().filter(holding).cloned().collect();
        let [ring] = &found[..] else {
            bail!("{}: {} rings of {} hold the place, not one", edit.name, found.len(), edit.from);
        };
        mesh.areas.entry(edit.from).or_default().retain(|other| other != ring);
        mesh.areas.entry(edit.to).or_default().push(ring.clone());
    }
    let ids: Vec<u16> = mesh.areas.keys().copied().collect();
    for id in &ids {
        let rings = mesh.areas.remove(id).unwrap_or_default();
        let joined = join(&mesh, rings).with_context(|| format!("area {id}"))?;
        mesh.areas.insert(*id, joined);
    }
    let countries = || ids.iter().filter(|id| **id != LAKES);
    let all = countries().flat_map(|id| mesh.areas[id].clone()).collect();
    let land = join(&mesh, all).context("all land")?;
    classify(&mut mesh, &recipe.disputed)?;
    mesh.areas.insert(LAND, land);
    Ok(mesh)
}

/// Rings without the arcs that run both ways.
fn join(mesh: &Mesh, rings: Vec<Ring>) -> anyhow::Result<Vec<Ring>> {
    let mut balance = BTreeMap::<usize, i32>::new();
    for reference in rings.iter().flatten() {
        *balance.entry(reference.arc).or_default() += if reference.reversed { -1 } else { 1 };
    }
    let mut closed = Vec::new();
    let mut chains = Vec::<Ring>::new();
    for ring in rings {
        let mut pieces = vec![Ring::new()];
        for reference in ring {
            // An arc that runs twice one way and once back stays once.
            let left = balance.entry(reference.arc).or_default();
            let stays = if reference.reversed { *left < 0 } else { *left > 0 };
            if stays {
                *left += if reference.reversed { 1 } else { -1 };
            }
            let follows = pieces
                .last()
                .and_then(|piece| piece.last())
                .is_none_or(|last| mesh.end(*last) == mesh.start(reference));
            if !stays || !follows {
                pieces.push(Ring::new());
            }
            if let Some(piece) = pieces.last_mut().filter(|_| stays) {
                piece.push(reference);
            }
        }
        for piece in pieces.into_iter().filter(|piece| !piece.is_empty()) {
            if ends_meet(mesh, &piece) { closed.push(piece) } else { chains.push(piece) }
        }
    }
    while let Some(mut ring) = chains.pop() {
        while !ends_meet(mesh, &ring) {
            let end = ring.last().and_then(|last| mesh.end(*last));
            let next =
                chains.iter().position(|chain| chain.first().and_then(|first| mesh.start(*first)) == end);
            let Some(next) = next else { bail!("nothing goes on from {end:?}") };
            ring.extend(chains.swap_remove(next));
        }
        closed.push(ring);
    }
    Ok(closed)
}

fn ends_meet(mesh: &Mesh, ring: &[ArcRef]) -> bool {
    match (ring.first(), ring.last()) {
        (Some(first), Some(last)) => mesh.start(*first) == mesh.end(*last),
        _ => true,
    }
}

/// Tells coasts from borders by how many countries an arc belongs to, and disputed lines by the recipe.
fn classify(mesh: &mut Mesh, disputed: &[Disputed]) -> anyhow::Result<()> {
    for (arc, owners) in owners(mesh).into_iter().filter(|(_, owners)| owners.len() > 1) {
        mesh.classes[arc] = ArcClass::Border;
        let mut boxes = disputed.iter().filter(|line| line.joins(&owners)).filter_map(|line| line.bounds);
        if let Some(bounds) = boxes.next() {
            cut_at(mesh, arc, bounds);
        }
    }
    let mut found = vec![false; disputed.len()];
    for (arc, owners) in owners(mesh) {
        let points = &mesh.arcs[arc];
        let middle = points[points.len() / 2];
        let is_in = |line: &Disputed| line.bounds.is_none_or(|bounds| bounds.contains(middle));
        if let Some(line) = disputed.iter().position(|line| line.joins(&owners) && is_in(line)) {
            mesh.classes[arc] = ArcClass::Disputed;
            found[line] = true;
        }
    }
    match found.iter().position(|found| !found) {
        Some(missing) => bail!("the outlines have no line for {:?}", disputed[missing].name),
        None => Ok(()),
    }
}

/// The countries that each arc bounds.
fn owners(mesh: &Mesh) -> BTreeMap<usize, BTreeSet<u16>> {
    let mut owners = BTreeMap::<usize, BTreeSet<u16>>::new();
    for (id, rings) in mesh.areas.iter().filter(|(id, _)| **id != LAKES) {
        for reference in rings.iter().flatten() {
            owners.entry(reference.arc).or_default().insert(*id);
        }
    }
    owners
}

/// Cuts an arc where it enters and leaves a box, in every ring that it is part of.
fn cut_at(mesh: &mut Mesh, arc: usize, bounds: Bounds) {
    let points = mesh.arcs[arc].clone();
    let inner = 1..points.len() - 1;
    let cuts = inner.filter(|index| bounds.contains(points[*index]) != bounds.contains(points[index - 1]));
    let ends: Vec<usize> = std::iter::once(0).chain(cuts).chain([points.len() - 1]).collect();
    let mut pieces = vec![arc];
    for (index, span) in ends.windows(2).enumerate() {
        let piece = points[span[0]..=span[1]].to_vec();
        if index == 0 {
            mesh.arcs[arc] = piece;
        } else {
            pieces.push(mesh.arcs.len());
            mesh.arcs.push(piece);
            mesh.classes.push(mesh.classes[arc]);
        }
    }
    for ring in mesh.areas.values_mut().flatten() {
        if let Some(at) = ring.iter().position(|reference| reference.arc == arc) {
            let reversed = ring[at].reversed;
            let parts = pieces.iter().map(|arc| ArcRef { arc: *arc, reversed });
            let parts: Vec<ArcRef> = if reversed { parts.rev().collect() } else { parts.collect() };
            ring.splice(at..=at, parts);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares side by side, clockwise: what they share is arc 1.
    fn squares() -> (Mesh, Vec<Ring>) {
        let arcs = vec![
            vec![[1.0, 0.0], [0.0, 0.0], [0.0, 1.0], [1.0, 1.0]],
            vec![[1.0, 1.0], [1.0, 0.0]],
            vec![[1.0, 1.0], [2.0, 1.0], [2.0, 0.0], [1.0, 0.0]],
        ];
        let classes = vec![ArcClass::Coast; arcs.len()];
        let at = |arc, reversed| ArcRef { arc, reversed };
        let rings = vec![vec![at(0, false), at(1, false)], vec![at(2, false), at(1, true)]];
        (Mesh { arcs, classes, ..Mesh::default() }, rings)
    }

    #[test]
    fn a_shared_arc_goes_and_the_rest_is_one_ring() {
        let (mesh, rings) = squares();
        let apart: f64 = rings.iter().map(|ring| mesh.area_km2(ring)).sum();
        let joined = join(&mesh, rings).unwrap();
        assert_eq!(joined.len(), 1);
        assert!(joined[0].iter().all(|reference| reference.arc != 1));
        assert!((mesh.area_km2(&joined[0]) / apart - 1.0).abs() < 1e-9 && apart > 0.0);
    }

    #[test]
    fn rings_that_share_nothing_stay() {
        let (mesh, rings) = squares();
        assert_eq!(join(&mesh, rings[..1].to_vec()).unwrap(), rings[..1]);
    }

    #[test]
    fn an_open_end_is_an_error() {
        let (mesh, rings) = squares();
        assert!(join(&mesh, vec![rings[0][..1].to_vec()]).is_err());
    }

    #[test]
    fn a_box_cuts_a_line_out() {
        let (mut mesh, rings) = squares();
        mesh.areas = BTreeMap::from([(4, vec![rings[0].clone()]), (8, vec![rings[1].clone()])]);
        mesh.arcs[1] = vec![[1.0, 1.0], [1.0, 0.8], [1.0, 0.6], [1.0, 0.4], [1.0, 0.2], [1.0, 0.0]];
        let line = "name = 'x'\nbetween = [8, 4]\nbox = { west = 0.5, south = 0.3, east = 1.5, north = 0.7 }";
        classify(&mut mesh, &[toml::from_str(line).unwrap()]).unwrap();
        let disputed: Vec<usize> =
            (0..mesh.arcs.len()).filter(|arc| mesh.classes[*arc] == ArcClass::Disputed).collect();
        assert_eq!(disputed.len(), 1);
        assert_eq!(mesh.arcs[disputed[0]], [[1.0, 0.6], [1.0, 0.4], [1.0, 0.2]]);
        assert!(mesh.areas.values().flatten().all(|ring| ends_meet(&mesh, ring)));
    }
}
