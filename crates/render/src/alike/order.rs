//! Functions side by side with those that they have most bytes in common with: from the largest on, each is followed by the one most like it
//! that is left. Equal ones are one. No opinion about what the bytes mean.

use std::collections::{BTreeSet, HashMap};
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection};
use wasmparser::{CodeSectionReader, FunctionSectionReader};

use super::Functions;

/// Bytes are compared by so many at a time, about an instruction or two: with four it was the smallest, from three to eight.
const RUN: usize = 4;
/// What more functions than this have tells nothing of likeness.
const COMMON: usize = 200;

/// Writes functions in another order.
pub(super) struct Ordered {
    imported: u32,
    /// The old place of each function, counted without imports.
    order: Vec<usize>,
    /// The new place of each old one.
    place: Vec<u32>,
}

impl Ordered {
    /// By likeness.
    pub(super) fn alike(functions: &Functions<'_>) -> Self {
        let order = chain(&functions.bodies());
        let mut place = vec![0; order.len()];
        for (new, &old) in (0..).zip(&order) {
            place[old] = new;
        }
        Self { imported: functions.imported, order, place }
    }

    /// As they are, of equal ones the first alone; none where all differ.
    pub(super) fn once(functions: &Functions<'_>) -> Option<Self> {
        let (mut order, mut place, mut known) = (Vec::new(), Vec::new(), HashMap::new());
        for (at, function) in functions.types.iter().zip(functions.bodies()).enumerate() {
            let new = *known.entry(function).or_insert_with(|| {
                order.push(at);
                order.len() as u32 - 1
            });
            place.push(new);
        }
        (order.len() < place.len()).then_some(Self { imported: functions.imported, order, place })
    }
}

impl Reencode for Ordered {
    type Error = Infallible;

    fn function_index(&mut self, old: u32) -> Result<u32, Error> {
        let local = old.checked_sub(self.imported).and_then(|old| self.place.get(old as usize));
        Ok(local.map_or(old, |new| self.imported + new))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        if types.len() != self.place.len() {
            // A body for each, or it is no module.
            return Err(Error::InvalidCodeSectionSize);
        }
        self.order.iter().for_each(|&old| _ = functions.function(types[old]));
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for old in self.order.clone() {
            utils::parse_function_body(self, code, bodies[old].clone())?;
        }
        Ok(())
    }
}

/// An order in which each of the texts stands behind one that it is like.
fn chain(texts: &[&[u8]]) -> Vec<usize> {
    let runs: Vec<BTreeSet<&[u8]>> = texts.iter().map(|text| text.windows(RUN).collect()).collect();
    let mut having: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (at, runs) in runs.iter().enumerate() {
        runs.iter().for_each(|run| having.entry(run).or_default().push(at));
    }
    having.retain(|_, texts| texts.len() <= COMMON);
    // The largest first, and wherever nothing left is like the last one.
    let mut left: Vec<usize> = (0..texts.len()).collect();
    left.sort_by_key(|&at| texts[at].len());
    let mut is_left = vec![true; texts.len()];
    let mut next = None;
    let mut order = Vec::new();
    while let Some(at) = next.or_else(|| left.iter().rposition(|&at| is_left[at]).map(|last| left[last])) {
        is_left[at] = false;
        left.truncate(left.iter().rposition(|&at| is_left[at]).map_or(0, |last| last + 1));
        order.push(at);
        let mut common = vec![0_u32; texts.len()];
        for texts in runs[at].iter().filter_map(|run| having.get(run)) {
            texts.iter().for_each(|&text| common[text] += 1);
        }
        // What is short and like it is more like it than what is long.
        let likeness = |at: usize| f64::from(common[at]) / ((runs[at].len() as f64).sqrt() + 3.0);
        let alike = (0..texts.len()).filter(|&at| is_left[at] && common[at] > 0);
        next = alike.max_by(|&a, &b| likeness(a).total_cmp(&likeness(b)).then(b.cmp(&a)));
    }
    order
}
