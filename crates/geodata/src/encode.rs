//! Writes the mesh on its grid as the bytes that `atlas::geo::Topology` reads.
//!
//! Rings are ordered so that each begins near the end of the one before; differences stay small and pack well.
//! It has no opinion about what is worth keeping, beyond what vanishes on the grid.

use std::collections::{BTreeMap, BTreeSet};

use atlas::geo::{ArcClass, Kind, Numbers, checksum};

use crate::bits::Writer;
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
    let areas: Vec<(u16, Vec<Ring>)> =
        mesh.areas.iter().map(|(id, rings)| (*id, near_to_near(&arcs, drawable(&arcs, rings)))).collect();
    let mut lines = Lines {
        numbers: Numbers::new(Writer::new()),
        turn: 360 * i32::from(grid_per_degree),
        arcs: &arcs,
        classes: &mesh.classes,
        known: BTreeMap::new(),
        written: BTreeSet::new(),
        last: [0, 0],
    };
    lines.numbers.number(Kind::Grid, grid_per_degree.into());
    lines.count(Kind::Areas, areas.len());
    let mut last_id = 0;
    for (id, rings) in &areas {
        lines.numbers.number(Kind::Id, u32::from(id - last_id));
        last_id = *id;
        lines.count(Kind::Rings, rings.len());
        for ring in rings {
            lines.ring(ring);
        }
    }
    let mut bytes = b"PMAP\x02".to_vec();
    bytes.extend(lines.numbers.bits.finish());
    bytes.extend(checksum(&bytes).to_le_bytes());
    bytes
}

/// Writes rings, and arcs in the order and direction in which rings first use them.
struct Lines<'a> {
    numbers: Numbers<Writer>,
    /// All the way round.
    turn: i32,
    arcs: &'a [Vec<Step>],
    classes: &'a [ArcClass],
    /// The number of each arc that was used, and whether it is written backwards.
    known: BTreeMap<usize, (usize, bool)>,
    /// The arcs whose points are written.
    written: BTreeSet<usize>,
    /// The last point written.
    last: Step,
}

impl Lines<'_> {
    fn ring(&mut self, ring: &Ring) {
        self.count(Kind::References, ring.len());
        let mut new = Vec::new();
        for (at, reference) in ring.iter().enumerate() {
            let next = self.known.len();
            let (number, reversed) = *self.known.entry(reference.arc).or_insert((next, reference.reversed));
            let class = self.classes[reference.arc];
            self.count(Kind::Back, next - number);
            if number < next {
                let turned = (reversed != reference.reversed) != (class == ArcClass::Border);
                self.numbers.number(Kind::Turned, turned.into());
            } else {
                new.push(at);
                self.numbers.number(Kind::Class, class_bits(class));
                self.count(class.kind(), self.arcs[reference.arc].len());
            }
        }
        let last = ring.len() - 1;
        for at in new {
            let written = |at: usize| self.written.contains(&ring[at].arc);
            let start_is_told = at > 0 || written(last);
            let end_is_told = at == last || written(at + 1);
            self.arc(ring[at], start_is_told, end_is_told);
            self.written.insert(ring[at].arc);
        }
    }

    /// The points of an arc, but for the ends that the ring tells.
    fn arc(&mut self, reference: ArcRef, start_is_told: bool, end_is_told: bool) {
        let arcs = self.arcs;
        let count = arcs[reference.arc].len();
        for (at, place) in directed(arcs, reference).enumerate() {
            let step = self.step_to(place);
            if at == 0 {
                if !start_is_told {
                    for (kind, step) in [Kind::StartLon, Kind::StartLat].into_iter().zip(step) {
                        self.numbers.number(kind, ((step << 1) ^ (step >> 31)) as u32);
                    }
                }
            } else if at < count - 1 || !end_is_told {
                self.numbers.step(step);
            }
            self.last = place;
        }
    }

    /// The shorter way round; only the place counts, not the turns.
    fn step_to(&self, [lon, lat]: Step) -> Step {
        let half = self.turn / 2;
        [(lon - self.last[0] + half).rem_euclid(self.turn) - half, lat - self.last[1]]
    }

    fn count(&mut self, kind: Kind, count: usize) {
        self.numbers.number(kind, count as u32);
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

fn class_bits(class: ArcClass) -> u32 {
    match class {
        ArcClass::Coast => 0,
        ArcClass::Border => 1,
        ArcClass::Disputed => 2,
        ArcClass::Shore => 3,
    }
}

#[cfg(test)]
mod tests {
    use atlas::geo::Topology;
    use proptest::prelude::*;

    use super::*;
    use crate::mesh::Place;

    const GRID: u16 = 10;

    /// Two countries side by side from one pole's side to the other's, and an island of the first; the places between the ends are free.
    fn mesh(west: &[Place], border: &[Place], east: &[Place], island: &[Place]) -> Mesh {
        let (south, north) = ([10.0, -20.0], [12.0, 30.0]);
        let between = |from: Place, places: &[Place], to: Place| [&[from], places, &[to]].concat();
        let at = |arc, reversed| ArcRef { arc, reversed };
        let shore = [[40.0, 0.0], [40.0, 5.0], [45.0, 5.0]];
        Mesh {
            arcs: vec![
                between(shore[0], &[&shore[1..], island].concat(), shore[0]),
                between(north, east, south),
                between(south, border, north),
                between(south, west, north),
            ],
            classes: vec![ArcClass::Coast, ArcClass::Coast, ArcClass::Border, ArcClass::Coast],
            areas: BTreeMap::from([
                (0, vec![vec![at(3, false), at(1, false)], vec![at(0, false)]]),
                (4, vec![vec![at(3, false), at(2, true)], vec![at(0, false)]]),
                (8, vec![vec![at(2, false), at(1, false)]]),
            ]),
        }
    }

    fn small() -> Vec<u8> {
        encode(&mesh(&[[-20.0, 0.0]], &[[11.0, 0.0]], &[[30.0, 3.0], [30.0, 1.0]], &[]), GRID)
    }

    fn decoded(bytes: &[u8]) -> (usize, Vec<u16>, usize) {
        let topology = Topology::decode(bytes).unwrap();
        (topology.point_count(), topology.countries().collect(), topology.unused_arcs())
    }

    #[test]
    fn ends_that_a_ring_tells_are_not_written() {
        assert_eq!(decoded(&small()), (4 + 4 + 3 + 3, vec![4, 8], 0));
        assert_eq!(small(), small());
        assert!(small().len() < 60, "{}", small().len());
    }

    #[test]
    fn damage_at_every_byte_is_told_or_at_worst_another_map() {
        let sound = small();
        for length in 0..sound.len() {
            assert!(Topology::decode(&sound[..length]).is_err(), "{length}");
        }
        for at in 0..sound.len() {
            for change in 1..=255 {
                let mut bytes = sound.clone();
                bytes[at] ^= change;
                assert!(Topology::decode(&bytes).is_err(), "{at}");
                // With the checksum of what it has become, nothing may panic, hang or grow.
                let body = &bytes[..bytes.len() - 4];
                let signed = [body, &checksum(body).to_le_bytes()].concat();
                let points = Topology::decode(&signed).map_or(0, |topology| topology.point_count());
                assert!(points < 1000, "{at}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_mesh_reads_back(places in prop::collection::vec([-180.0..=180.0, -90.0..=90.0], 40)) {
            let mut mesh = mesh(&places[..9], &places[9..20], &places[20..39], &places[39..]);
            let steps = |mesh: &Mesh| mesh.arcs.iter().map(|arc| {
                let mut steps: Vec<_> = arc.iter().map(|place| place.map(|deg| (deg * f64::from(GRID)).round() as i32)).collect();
                steps.dedup();
                steps.len()
            }).sum::<usize>();
            prop_assert_eq!(decoded(&encode(&mesh, GRID)), (steps(&mesh), vec![4, 8], 0));
            // The other way round: borders and coasts are then used against their usual direction.
            mesh.arcs[2].reverse();
            for ring in mesh.areas.values_mut().flatten() {
                ring.iter_mut().filter(|reference| reference.arc == 2).for_each(|reference| reference.reversed ^= true);
            }
            prop_assert_eq!(decoded(&encode(&mesh, GRID)), (steps(&mesh), vec![4, 8], 0));
        }
    }
}
