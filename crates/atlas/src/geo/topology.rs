//! The decoded map: arcs that neighbours share, and the areas whose rings refer to them.
//!
//! `map.bin` is `"PMAP"`, a byte for the version, then bits by a range coder, then the FNV-1a of all before, 32 bits little-endian.
//! The bits are numbers of these kinds, see [`super::Kind`]; [ ] is once for each:
//!
//! ```text
//! Grid, Areas [Id, Rings [References [reference], then the points of its new arcs]]
//! reference  = Back, if 0: Class, Coast or Border or Disputed or Shore; else Turned
//! arc        = its start, steps to the points between, a step to its end
//! start      = StartLon and StartLat, where the ring does not tell it
//! step       = StepLon and StepLat, together
//! ```
//!
//! A ring tells where an arc starts if the arc before it is known, and where it ends if the arc behind it is, the first one behind the
//! last. Area 0 is all land, area 1 all lakes, others have ISO numbers. Longitudes may go round more than once.
//!
//! Points become unit vectors, f32 in columns: 0.4 m at worst. Rings run clockwise around what they enclose.
//! Altered or truncated bytes are an error value. It has no opinion about names, colours or views.

use std::fmt;
use std::ops::Range;

use super::numbers::{Kind, Numbers};
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
const VERSION: u8 = 2;
/// More would be no map for a page.
const POINTS_MAX: usize = 1 << 20;

type Place = [i32; 2];

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
        let mut numbers = Numbers::new(Reader::new(body));
        let grid = numbers.number(Kind::Grid, 0);
        if !(1..=10_000).contains(&grid) {
            return Err(MapError::Malformed("grid"));
        }
        let Lines { areas, rings, refs, arcs, places } = Lines::read(&mut numbers)?;
        if numbers.bits.is_beyond() {
            return Err(MapError::Truncated);
        }
        if !numbers.bits.is_empty() {
            return Err(MapError::Malformed("bytes left over"));
        }
        let step_count = grid as i32;
        if places.iter().any(|[_, lat]| lat.unsigned_abs() > 90 * grid) {
            return Err(MapError::Malformed("latitude"));
        }
        let same_place =
            |[a, b]: [Place; 2]| a[0].wrapping_sub(b[0]) % (360 * step_count) == 0 && a[1] == b[1];
        for ring in &rings {
            let ring = &refs[ring.clone()];
            let followers = ring.iter().cycle().skip(1);
            let closed = ring
                .iter()
                .zip(followers)
                .all(|(a, b)| same_place([places[a.end(&arcs)], places[b.start(&arcs)]]));
            if !closed {
                return Err(MapError::Malformed("ring"));
            }
        }
        let points = places.len();
        let (mut x, mut y, mut z) =
            (Vec::with_capacity(points), Vec::with_capacity(points), Vec::with_capacity(points));
        let circle = Circle::new(step_count);
        for [lon, lat] in &places {
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

    /// What its count of points is.
    pub fn kind(self) -> Kind {
        match self {
            Self::Coast => Kind::Coast,
            Self::Border => Kind::Border,
            Self::Disputed => Kind::Disputed,
            Self::Shore => Kind::Shore,
        }
    }
}

impl ArcRef {
    /// Which point it starts at.
    fn start(self, arcs: &[Arc]) -> usize {
        let Range { start, end } = arcs[self.arc].points;
        if self.reversed { end - 1 } else { start }
    }

    /// Which point it ends at.
    fn end(self, arcs: &[Arc]) -> usize {
        Self { reversed: !self.reversed, ..self }.start(arcs)
    }
}

/// What is read, on the grid.
#[derive(Default)]
struct Lines {
    areas: Vec<Area>,
    rings: Vec<Range<usize>>,
    refs: Vec<ArcRef>,
    arcs: Vec<Arc>,
    places: Vec<Place>,
}

impl Lines {
    fn read(numbers: &mut Numbers<Reader<'_>>) -> Result<Self, MapError> {
        let mut lines = Self::default();
        let mut id = 0;
        for number in 0..numbers.number(Kind::Areas, 0) {
            let more = numbers.number(Kind::Id, 0);
            id += more;
            if id > 999 || (more == 0 && number > 0) {
                return Err(MapError::Malformed("area"));
            }
            let first = lines.rings.len();
            for _ in 0..numbers.number(Kind::Rings, 0) {
                lines.read_ring(numbers)?;
            }
            lines.areas.push(Area { id, rings: first..lines.rings.len() });
        }
        Ok(lines)
    }

    fn read_ring(&mut self, numbers: &mut Numbers<Reader<'_>>) -> Result<(), MapError> {
        let first = self.refs.len();
        for _ in 0..numbers.number(Kind::References, 0).max(1) {
            let reference = self.read_reference(numbers)?;
            self.refs.push(reference);
        }
        for at in first..self.refs.len() {
            let points = self.arcs[self.refs[at].arc].points.clone();
            if points.start < self.places.len() {
                continue;
            }
            let last = self.refs.len() - 1;
            let before = self.refs[if at == first { last } else { at - 1 }].end(&self.arcs);
            let start = match self.places.get(before) {
                Some(known) => *known,
                None => {
                    let place = [Kind::StartLon, Kind::StartLat].map(|kind| {
                        let zigzag = numbers.number(kind, 0);
                        (zigzag >> 1) as i32 ^ -((zigzag & 1) as i32)
                    });
                    self.after_last(place)?
                }
            };
            self.places.push(start);
            while self.places.len() < points.end - 1 {
                let place = self.after_last(numbers.step([0; 2]))?;
                self.places.push(place);
                if numbers.bits.is_beyond() {
                    return Err(MapError::Truncated);
                }
            }
            let behind = self.refs[if at == last { first } else { at + 1 }].start(&self.arcs);
            let end = match self.places.get(behind) {
                Some(known) => *known,
                None => self.after_last(numbers.step([0; 2]))?,
            };
            self.places.push(end);
        }
        self.rings.push(first..self.refs.len());
        Ok(())
    }

    fn read_reference(&mut self, numbers: &mut Numbers<Reader<'_>>) -> Result<ArcRef, MapError> {
        if numbers.bits.is_beyond() {
            return Err(MapError::Truncated);
        }
        let next = self.arcs.len();
        let back = numbers.number(Kind::Back, 0) as usize;
        let arc = next.checked_sub(back).ok_or(MapError::Malformed("reference"))?;
        if back > 0 {
            let turned = numbers.number(Kind::Turned, 0) == 1;
            return Ok(ArcRef { arc, reversed: turned != (self.arcs[arc].class == ArcClass::Border) });
        }
        let class = ArcClass::from_bits(numbers.number(Kind::Class, 0));
        let count = numbers.number(class.kind(), 0) as usize;
        let from = self.arcs.last().map_or(0, |arc| arc.points.end);
        if count < 2 || count > POINTS_MAX - from {
            return Err(MapError::Malformed("arc"));
        }
        self.arcs.push(Arc { points: from..from + count, class });
        Ok(ArcRef { arc, reversed: false })
    }

    fn after_last(&self, [lon, lat]: Place) -> Result<Place, MapError> {
        let last = self.places.last().copied().unwrap_or_default();
        let sums = last[0].checked_add(lon).zip(last[1].checked_add(lat));
        sums.map(<[i32; 2]>::from).ok_or(MapError::Malformed("coordinate"))
    }
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
