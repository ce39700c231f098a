//! The numbers of a map as bits, each with what was learnt from those before it: how large numbers of its kind are, how long the lines
//! are around here and where they turn.
//!
//! Written once for both directions, so that writer and reader learn the same: a writer is given the numbers and gives them back, a
//! reader gives those that were written, whatever it is given. Whole numbers only, so that all machines agree. It has no opinion about
//! what makes a map sound.

use std::cmp::Ordering;

use super::wire::Bits;

/// What a number says; numbers of one kind are alike in size.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Steps per degree.
    Grid,
    /// How many areas there are.
    Areas,
    /// The number of an area, from that of the area before it.
    Id,
    /// How many rings an area has.
    Rings,
    /// How many arcs a ring has.
    References,
    /// How many arcs ago an arc was new; 0 for a new one.
    Back,
    /// 1 for an arc that is not used again as usual: borders backwards, all others forwards.
    Turned,
    /// What a new arc separates.
    Class,
    /// How many points a new coast has.
    Coast,
    /// How many points a new border has.
    Border,
    /// How many points a new disputed line has.
    Disputed,
    /// How many points a new lake shore has.
    Shore,
    /// Where a line begins, from the last point of all: zigzag of the longitude.
    StartLon,
    /// The same of the latitude.
    StartLat,
    /// The longitude from one point to the next.
    StepLon,
    /// The same of the latitude.
    StepLat,
}

/// How likely a bit is set, after those that were seen.
#[derive(Clone, Copy, Debug)]
struct Odds {
    /// Of 65536 cases.
    set: u16,
    seen: u16,
}

/// The better what comes is known, the slower odds change; but never so slow that they do not follow a change.
const SEEN_MAX: u16 = 60;
/// Magnitudes have 32 values, from 0 to 31 bits; 0 is not used as the place of a number's bit in a tree.
const TREE: usize = 32;
/// Lines longer than 2^15 steps are alike.
const SCALES: usize = 16;
/// Behind the magnitudes of each kind and the bits below their highest: those of a step, by scale, and by scale and the other axis.
const STEPS: usize = (Kind::StepLat as usize + 1) * 2;
const SIGNS: usize = STEPS + SCALES * (SCALES + 1);
/// Four comparisons of three outcomes each; for each of them four places.
const PLACES: usize = SIGNS * TREE + 81 * 4;

/// Numbers out of bits, or into them.
#[derive(Debug)]
pub struct Numbers<B> {
    /// The bits.
    pub bits: B,
    odds: Vec<Odds>,
    /// About how long the last steps were, and the last one.
    length: u32,
    last: [i32; 2],
}

impl<B: Bits> Numbers<B> {
    /// Nothing is known yet.
    pub fn new(bits: B) -> Self {
        Self { bits, odds: vec![Odds { set: 1 << 15, seen: 0 }; PLACES], length: 0, last: [0; 2] }
    }

    /// A number below 2^31.
    pub fn number(&mut self, kind: Kind, number: u32) -> u32 {
        let magnitude = self.magnitude(kind as usize * 2, number);
        self.below(kind, magnitude, number)
    }

    /// From one point of a line to the next. Both are shorter than 2^31.
    pub fn step(&mut self, step: [i32; 2]) -> [i32; 2] {
        let scale = STEPS + bit_count(self.length).min(SCALES - 1) * (SCALES + 1);
        let [lon, lat] = step.map(i32::unsigned_abs);
        let lon_magnitude = self.magnitude(scale, lon);
        let lat_magnitude = self.magnitude(scale + 1 + lon_magnitude.min(SCALES - 1), lat);
        let [last_lon, last_lat] = self.last;
        let way = three(last_lon.cmp(&0)) * 27
            + three(last_lat.cmp(&0)) * 9
            + three(bit_count(last_lon.unsigned_abs()).cmp(&bit_count(last_lat.unsigned_abs()))) * 3
            + three(lon_magnitude.cmp(&lat_magnitude));
        let place = SIGNS * TREE + way * 4;
        let lon = self.signed(place, Kind::StepLon, lon_magnitude, step[0]);
        let lat = self.signed(place + 1 + three(lon.cmp(&0)), Kind::StepLat, lat_magnitude, step[1]);
        let longest = lon.unsigned_abs().max(lat.unsigned_abs());
        self.length = self.length - self.length / 4 + longest / 4;
        self.last = [lon, lat];
        self.last
    }

    fn signed(&mut self, place: usize, kind: Kind, magnitude: usize, number: i32) -> i32 {
        let negative = magnitude > 0 && self.bit(place, number < 0);
        let size = self.below(kind, magnitude, number.unsigned_abs()) as i32;
        if negative { -size } else { size }
    }

    /// The count of a number's bits, from its highest to its lowest.
    fn magnitude(&mut self, tree: usize, number: u32) -> usize {
        let count = bit_count(number);
        let mut node = 1;
        for shift in (0..5).rev() {
            node = node * 2 + usize::from(self.bit(tree * TREE + node, count >> shift & 1 == 1));
        }
        node - TREE
    }

    /// A number by the bits below its highest. The first of them may be foreseen, the others are noise.
    fn below(&mut self, kind: Kind, magnitude: usize, number: u32) -> u32 {
        let mut found = u32::from(magnitude > 0);
        for shift in (0..magnitude.saturating_sub(1)).rev() {
            let bit = number >> shift & 1 == 1;
            let bit = match found {
                1 => self.bit((kind as usize * 2 + 1) * TREE + magnitude, bit),
                _ => self.bits.next(1 << 11, bit),
            };
            found = found * 2 + u32::from(bit);
        }
        found
    }

    fn bit(&mut self, place: usize, bit: bool) -> bool {
        let odds = &mut self.odds[place];
        let bit = self.bits.next(u32::from(odds.set >> 4).clamp(16, 4080), bit);
        let (set, seen) = (i32::from(odds.set), i32::from(odds.seen));
        let goal = if bit { i32::from(u16::MAX) } else { 0 };
        odds.set = (set + (goal - set) * 2 / (2 * seen + 3)) as u16;
        odds.seen = (odds.seen + 1).min(SEEN_MAX);
        bit
    }
}

fn bit_count(number: u32) -> usize {
    (u32::BITS - number.leading_zeros()) as usize
}

fn three(order: Ordering) -> usize {
    (order as i8 + 1) as usize
}
