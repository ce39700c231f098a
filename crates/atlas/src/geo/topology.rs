//! The decoded map: arcs that neighbours share, and the areas whose rings refer to them.
//!
//! `map.bin`, all numbers LEB128 unless said otherwise:
//!
//! ```text
//! "PMAP" version=1    five bytes
//! grid                steps per degree
//! arcs                count, then per arc: points * 4 + class
//! areas               count, then per area: ISO number (0 land, 1 lakes), rings, per ring: references, each
//!                     (next new arc - arc) * 2 + reversed; the next new arc counts up from 0
//! longitudes          per point, on through all arcs: zigzag difference to the point before, in grid steps
//! latitudes           likewise
//! checksum            FNV-1a of all before, 32 bits little-endian
//! ```
//!
//! Points become unit vectors, f32 in columns: 0.4 m at worst. Rings run clockwise around what they enclose.
//! Altered or truncated bytes are an error value. It has no opinion about names, colours or views.

use std::fmt;
use std::ops::Range;

use super::trig::sin_cos;
use super::wire::{Reader, checksum};

/// What an arc separates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArcClass {
    /// Land and sea.
    Coast,
    /// Two countries.
    Border,
    /// Two areas whose line or status is disputed.
    Disputed,
    /// Land and a lake.
    Shore,
}

/// Why bytes are no map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapError {
    /// They do not start like one.
    NotAMap,
    /// They are of a version this program does not read.
    Version(u8),
    /// They end too early.
    Truncated,
    /// They were altered.
    Checksum,
    /// They contradict themselves, in this part.
    Malformed(&'static str),
}

impl fmt::Display for MapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAMap => f.write_str("these bytes are not a map"),
            Self::Version(version) => write!(f, "map version {version} is not known"),
            Self::Truncated => f.write_str("the map ends too early"),
            Self::Checksum => f.write_str("the map was altered"),
            Self::Malformed(part) => write!(f, "the map contradicts itself: {part}"),
        }
    }
}

impl std::error::Error for MapError {}

/// The world's outlines.
#[derive(Debug)]
pub struct Topology {
    pub(super) x: Vec<f32>,
    pub(super) y: Vec<f32>,
    pub(super) z: Vec<f32>,
    pub(super) arcs: Vec<Arc>,
    pub(super) refs: Vec<ArcRef>,
    pub(super) rings: Vec<Range<usize>>,
    areas: Vec<Area>,
}

#[derive(Clone, Debug)]
pub(super) struct Arc {
    pub(super) points: Range<usize>,
    pub(super) class: ArcClass,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct ArcRef {
    pub(super) arc: usize,
    pub(super) reversed: bool,
}

#[derive(Debug)]
struct Area {
    id: u32,
    rings: Range<usize>,
}

/// Area number of all land.
pub(super) const LAND: u16 = 0;
/// Area number of all lakes.
pub(super) const LAKES: u16 = 1;

const MAGIC: &[u8] = b"PMAP";
const VERSION: u8 = 1;

impl Topology {
    /// Reads a map.
    ///
    /// # Errors
    ///
    /// Bytes that are not a map, or not all of it, or not as they were written.
    pub fn decode(bytes: &[u8]) -> Result<Self, MapError> {
        let body = bytes.strip_prefix(MAGIC).ok_or(MapError::NotAMap)?;
        let (&version, body) = body.split_first().ok_or(MapError::Truncated)?;
        if version != VERSION {
            return Err(MapError::Version(version));
        }
        let (body, sum) = body.split_last_chunk::<4>().ok_or(MapError::Truncated)?;
        if u32::from_le_bytes(*sum) != checksum(&bytes[..bytes.len() - sum.len()]) {
            return Err(MapError::Checksum);
        }
        let mut reader = Reader::new(body);
        let grid = reader.unsigned()?;
        if !(1..=10_000).contains(&grid) {
            return Err(MapError::Malformed("grid"));
        }
        let arcs = read_arcs(&mut reader)?;
        let (areas, rings, refs) = read_areas(&mut reader, arcs.len())?;
        let points = arcs.last().map_or(0, |arc| arc.points.end);
        let lon_steps = read_steps(&mut reader, points)?;
        let lat_steps = read_steps(&mut reader, points)?;
        if !reader.is_empty() {
            return Err(MapError::Malformed("bytes left over"));
        }
        let step_count = grid as i32;
        if lat_steps.iter().any(|lat| lat.abs() > 90 * step_count) {
            return Err(MapError::Malformed("latitude"));
        }
        let same_place = |a: usize, b: usize| {
            (lon_steps[a] - lon_steps[b]) % (360 * step_count) == 0 && lat_steps[a] == lat_steps[b]
        };
        let ends = |reference: &ArcRef| {
            let Range { start, end } = arcs[reference.arc].points;
            if reference.reversed { (end - 1, start) } else { (start, end - 1) }
        };
        for ring in &rings {
            let ring = &refs[ring.clone()];
            let followers = ring.iter().cycle().skip(1);
            if !ring.iter().zip(followers).all(|(a, b)| same_place(ends(a).1, ends(b).0)) {
                return Err(MapError::Malformed("ring"));
            }
        }
        let (mut x, mut y, mut z) =
            (Vec::with_capacity(points), Vec::with_capacity(points), Vec::with_capacity(points));
        let circle = Circle::new(step_count);
        for (lon, lat) in lon_steps.iter().zip(&lat_steps) {
            let ((sin_lon, cos_lon), (sin_lat, cos_lat)) = (circle.sin_cos(*lon), circle.sin_cos(*lat));
            x.push((cos_lat * cos_lon) as f32);
            y.push((cos_lat * sin_lon) as f32);
            z.push(sin_lat as f32);
        }
        Ok(Self { x, y, z, arcs, refs, rings, areas })
    }

    /// The ISO numbers of all countries, ascending; areas without a code have one from 900, the user-assigned range.
    pub fn countries(&self) -> impl Iterator<Item = u16> + '_ {
        self.areas.iter().filter(|area| area.id > u32::from(LAKES)).map(|area| area.id as u16)
    }

    /// How many points the arcs have together.
    pub fn point_count(&self) -> usize {
        self.x.len()
    }

    /// Arcs that no ring refers to; a sound map has none.
    pub fn unused_arcs(&self) -> usize {
        let mut used = vec![false; self.arcs.len()];
        for reference in &self.refs {
            used[reference.arc] = true;
        }
        used.iter().filter(|used| !**used).count()
    }

    /// The rings of an area, each as its references; none if there is no such area.
    pub(super) fn rings_of(&self, id: u16) -> impl Iterator<Item = &[ArcRef]> {
        let found = self.areas.binary_search_by_key(&u32::from(id), |area| area.id);
        let rings = found.map_or(0..0, |at| self.areas[at].rings.clone());
        self.rings[rings].iter().map(|ring| &self.refs[ring.clone()])
    }
}

impl ArcClass {
    fn from_bits(bits: u32) -> Self {
        match bits & 3 {
            0 => Self::Coast,
            1 => Self::Border,
            2 => Self::Disputed,
            _ => Self::Shore,
        }
    }
}

fn read_arcs(reader: &mut Reader<'_>) -> Result<Vec<Arc>, MapError> {
    let mut from = 0;
    let mut arcs = Vec::new();
    for _ in 0..reader.count()? {
        let word = reader.unsigned()?;
        let to = from + (word >> 2) as usize;
        if to < from + 2 {
            return Err(MapError::Malformed("arc"));
        }
        arcs.push(Arc { points: from..to, class: ArcClass::from_bits(word) });
        from = to;
    }
    Ok(arcs)
}

type Areas = (Vec<Area>, Vec<Range<usize>>, Vec<ArcRef>);

fn read_areas(reader: &mut Reader<'_>, arc_count: usize) -> Result<Areas, MapError> {
    let (mut areas, mut rings, mut refs) = (Vec::<Area>::new(), Vec::new(), Vec::new());
    let mut next_arc = 0;
    for _ in 0..reader.count()? {
        let id = reader.unsigned()?;
        if id > 999 || areas.last().is_some_and(|last| last.id >= id) {
            return Err(MapError::Malformed("area"));
        }
        let first_ring = rings.len();
        for _ in 0..reader.count()? {
            let first_ref = refs.len();
            for _ in 0..reader.count()?.max(1) {
                let word = reader.unsigned()?;
                let back = (word >> 1) as usize;
                let arc = usize::checked_sub(next_arc, back);
                let arc = arc.filter(|arc| *arc < arc_count).ok_or(MapError::Malformed("reference"))?;
                next_arc += usize::from(back == 0);
                refs.push(ArcRef { arc, reversed: word & 1 == 1 });
            }
            rings.push(first_ref..refs.len());
        }
        areas.push(Area { id, rings: first_ring..rings.len() });
    }
    Ok((areas, rings, refs))
}

fn read_steps(reader: &mut Reader<'_>, count: usize) -> Result<Vec<i32>, MapError> {
    let mut at = 0_i32;
    let mut steps = Vec::new();
    for _ in 0..count {
        at = at.checked_add(reader.signed()?).ok_or(MapError::Malformed("coordinate"))?;
        steps.push(at);
    }
    Ok(steps)
}

/// Sines and cosines of all grid steps from two short tables: whole degrees and parts of one.
struct Circle {
    degrees: Vec<(f64, f64)>,
    parts: Vec<(f64, f64)>,
}

impl Circle {
    fn new(steps_per_degree: i32) -> Self {
        let table = |count: i32, degrees: f64| {
            (0..count).map(|step| sin_cos((f64::from(step) * degrees).to_radians())).collect()
        };
        Self { degrees: table(360, 1.0), parts: table(steps_per_degree, 1.0 / f64::from(steps_per_degree)) }
    }

    fn sin_cos(&self, steps: i32) -> (f64, f64) {
        let per_degree = self.parts.len() as i32;
        let (sin_a, cos_a) = self.degrees[steps.div_euclid(per_degree).rem_euclid(360) as usize];
        let (sin_b, cos_b) = self.parts[steps.rem_euclid(per_degree) as usize];
        (sin_a * cos_b + cos_a * sin_b, cos_a * cos_b - sin_a * sin_b)
    }
}
