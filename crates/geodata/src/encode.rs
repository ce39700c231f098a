//! Writes the mesh on its grid as the bytes that `atlas::geo::Topology` reads.
//!
//! Rings are ordered so that each begins near the end of the one before; differences stay small and pack well.
//! It has no opinion about what is worth keeping, beyond what vanishes on the grid.

use std::collections::BTreeMap;

use atlas::geo::{ArcClass, checksum};

use crate::mesh::{ArcRef, Mesh, Ring};

type Step = [i32; 2];

/// The map's bytes.
pub(crate) fn encode(mesh: &Mesh, grid_per_degree: u16) -> Vec<u8> {
    let per_degree = f64::from(grid_per_degree);
    let arcs: Vec<Vec<Step>> = mesh
        .arcs
        .iter()
        .map(|arc| {
            let mut steps: Vec<Step> =
                arc.iter().map(|place| place.map(|deg| (deg * per_degree).round() as i32)).collect();
            steps.dedup();
            steps
        })
        .collect();
    let mut order = Order { arcs: &arcs, numbers: BTreeMap::new(), list: Vec::new() };
    let mut areas = Vec::new();
    unsigned(&mut areas, mesh.areas.len());
    for (id, rings) in &mesh.areas {
        let rings = near_to_near(&arcs, drawable(&arcs, rings));
        unsigned(&mut areas, usize::from(*id));
        unsigned(&mut areas, rings.len());
        for ring in &rings {
            unsigned(&mut areas, ring.len());
            for reference in ring {
                let word = order.word(*reference);
                unsigned(&mut areas, word);
            }
        }
    }
    let mut bytes = b"PMAP\x01".to_vec();
    unsigned(&mut bytes, usize::from(grid_per_degree));
    unsigned(&mut bytes, order.list.len());
    for reference in &order.list {
        unsigned(&mut bytes, arcs[reference.arc].len() * 4 + class_bits(mesh.classes[reference.arc]));
    }
    bytes.extend(areas);
    for axis in [0, 1] {
        let mut last = 0;
        for reference in &order.list {
            for step in directed(&arcs, *reference) {
                let mut delta = step[axis] - last;
                if axis == 0 {
                    // The shorter way round; only the place counts, not the turns.
                    let turn = 360 * i32::from(grid_per_degree);
                    delta = (delta + turn / 2).rem_euclid(turn) - turn / 2;
                }
                last += delta;
                unsigned(&mut bytes, ((delta << 1) ^ (delta >> 31)) as u32 as usize);
            }
        }
    }
    bytes.extend(checksum(&bytes).to_le_bytes());
    bytes
}

/// Numbers arcs in the order and direction in which rings first use them.
struct Order<'a> {
    arcs: &'a [Vec<Step>],
    numbers: BTreeMap<usize, usize>,
    list: Vec<ArcRef>,
}

impl Order<'_> {
    fn word(&mut self, reference: ArcRef) -> usize {
        let next = self.list.len();
        let number = *self.numbers.entry(reference.arc).or_insert(next);
        if number == next {
            self.list.push(reference);
        }
        debug_assert!(self.arcs[reference.arc].len() > 1);
        (next - number) * 2 + usize::from(self.list[number].reversed != reference.reversed)
    }
}

/// Rings without arcs and rings that the grid swallowed.
fn drawable(arcs: &[Vec<Step>], rings: &[Ring]) -> Vec<Ring> {
    let visible =
        |ring: &Ring| -> Ring { ring.iter().copied().filter(|at| arcs[at.arc].len() > 1).collect() };
    let encloses = |ring: &Ring| match ring[..] {
        [] => false,
        [only] => arcs[only.arc].len() > 3,
        _ => true,
    };
    rings.iter().map(visible).filter(encloses).collect()
}

/// Rings in a chain: from the end of each to the nearest beginning among the rest.
fn near_to_near(arcs: &[Vec<Step>], mut rings: Vec<Ring>) -> Vec<Ring> {
    let mut chain = Vec::new();
    let mut at = [0, 0];
    while !rings.is_empty() {
        let away = |ring: &Ring| {
            let start = ring.first().and_then(|first| directed(arcs, *first).next()).unwrap_or_default();
            let [dx, dy] = [start[0] - at[0], start[1] - at[1]].map(i64::from);
            dx * dx + dy * dy
        };
        let nearest = (0..rings.len()).min_by_key(|index| (away(&rings[*index]), *index)).unwrap_or_default();
        let ring = rings.remove(nearest);
        at = ring.last().and_then(|last| directed(arcs, *last).last()).unwrap_or_default();
        chain.push(ring);
    }
    chain
}

fn directed(arcs: &[Vec<Step>], reference: ArcRef) -> impl Iterator<Item = Step> + '_ {
    let arc = &arcs[reference.arc];
    (0..arc.len()).map(move |index| arc[if reference.reversed { arc.len() - 1 - index } else { index }])
}

fn class_bits(class: ArcClass) -> usize {
    match class {
        ArcClass::Coast => 0,
        ArcClass::Border => 1,
        ArcClass::Disputed => 2,
        ArcClass::Shore => 3,
    }
}

fn unsigned(bytes: &mut Vec<u8>, value: usize) {
    let mut rest = value;
    while rest >= 0x80 {
        bytes.push((rest & 0x7f) as u8 | 0x80);
        rest >>= 7;
    }
    bytes.push(rest as u8);
}
