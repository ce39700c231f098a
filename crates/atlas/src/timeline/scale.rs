//! Days to pixels and back: piece-wise linear, with long stretches that hold no entry collapsed to a narrow break.
//!
//! Inside a piece time is proportional. With proportional spacing a piece is a whole stretch between two breaks; its share of the width
//! grows with what it holds and, slower, with how long it is: otherwise two years known by a year only would leave two crowded weeks a
//! pixel each. With equal spacing a piece reaches from one entry's day to the next, and all are as wide.
//! Panning and zooming give a new scale; what is seen is what lies between 0 and the width. No opinion about what stands in a piece.

use crate::date::Day;
use crate::order::ordered;

/// A stretch without entries longer than this part of the whole is collapsed.
const GAP_SHARE: f64 = 1.0 / 6.0;
/// No stretch shorter than this is collapsed.
const GAP_MIN_DAYS: i32 = 60;
/// Days left free on both sides of a stretch.
const PAD_DAYS: i32 = 6;
/// Room between a stretch and a break beside it, for half a glyph.
const EDGE_PX: f64 = 8.0;
/// Where days are narrowest, none is drawn wider by zooming.
const DAY_MAX_PX: f64 = 48.0;

/// How days share the width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spacing {
    /// By time.
    #[default]
    Proportional,
    /// As far from each entry's day to the next.
    Equal,
}

/// The days that something claims, and the moment at which its glyph stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    pub(super) first: Day,
    pub(super) last: Day,
    pub(super) at: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Piece {
    from_day: f64,
    to_day: f64,
    from_px: f64,
    to_px: f64,
}

/// A collapsed stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Left edge of the break.
    pub from_px: f64,
    /// Right edge of the break.
    pub to_px: f64,
    /// The last day that something may have happened before it.
    pub from: Day,
    /// The first day that something may have happened after it.
    pub to: Day,
}

/// The scale. Without entries it has no pieces, and every day is at its left edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    pieces: Vec<Piece>,
    gaps: Vec<Gap>,
    width_px: f64,
}

impl Scale {
    /// A scale over `spans`, `width_px` wide, with breaks `gap_px` wide.
    pub(super) fn new(spans: &[Span], width_px: f64, gap_px: f64, spacing: Spacing) -> Self {
        let clusters = clusters(spans);
        let breaks = clusters.len().saturating_sub(1) as f64 * (gap_px + 2.0 * EDGE_PX);
        let room_px = (width_px - breaks).max(0.0);
        let cuts: Vec<Vec<f64>> = clusters.iter().map(|cluster| cluster.cuts(spacing)).collect();
        let weight = |(cluster, cuts): (&Cluster, &Vec<f64>)| match spacing {
            Spacing::Proportional => {
                (cluster.moments.len() as f64).sqrt() * f64::from(cluster.days()).ln_1p()
            }
            Spacing::Equal => cuts.len() as f64 - 1.0,
        };
        let weights: Vec<f64> = clusters.iter().zip(&cuts).map(weight).collect();
        let total: f64 = weights.iter().sum();
        let mut at_px = 0.0;
        let (mut pieces, mut gaps): (Vec<Piece>, Vec<Gap>) = (Vec::new(), Vec::new());
        let mut before: Option<Day> = None;
        for ((cluster, cuts), weight) in clusters.iter().zip(&cuts).zip(weights) {
            if let Some(from) = before {
                let from_px = at_px + EDGE_PX;
                gaps.push(Gap { from_px, to_px: from_px + gap_px, from, to: cluster.first });
                at_px = from_px + gap_px + EDGE_PX;
            }
            let share_px = room_px * weight / total.max(f64::MIN_POSITIVE);
            let steps = (cuts.len() as f64 - 1.0).max(1.0);
            for (step, pair) in cuts.windows(2).enumerate() {
                let &[from_day, to_day] = pair else { continue };
                let edge = |step: usize| at_px + share_px * (step as f64 / steps);
                pieces.push(Piece { from_day, to_day, from_px: edge(step), to_px: edge(step + 1) });
            }
            at_px += share_px;
            before = Some(cluster.last);
        }
        Self { pieces, gaps, width_px }
    }

    /// The breaks, from left to right.
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }

    /// Width of the plot.
    pub fn width_px(&self) -> f64 {
        self.width_px
    }

    /// Where a moment stands; `day` may have a fraction. Moments inside a break stand inside its width, in proportion;
    /// those before the first and after the last piece at the edges.
    pub fn x(&self, day: f64) -> f64 {
        let at = self.pieces.partition_point(|piece| piece.to_day < day);
        self.convert(at, day, |piece| ((piece.from_day, piece.from_px), (piece.to_day, piece.to_px)))
    }

    /// The middle of a day.
    pub fn x_of(&self, day: Day) -> f64 {
        self.x(f64::from(day.number()) + 0.5)
    }

    /// The moment at `x_px`; the inverse of [`Self::x`].
    pub fn day(&self, x_px: f64) -> f64 {
        let at = self.pieces.partition_point(|piece| piece.to_px < x_px);
        self.convert(at, x_px, |piece| ((piece.from_px, piece.from_day), (piece.to_px, piece.to_day)))
    }

    /// The day at `x_px`.
    pub fn day_at(&self, x_px: f64) -> Day {
        Day::new(self.day(x_px).floor() as i32)
    }

    /// `value` from the one unit to the other, in piece number `at` or in the break before it.
    fn convert(&self, at: usize, value: f64, ends: fn(&Piece) -> Ends) -> f64 {
        let before = at.checked_sub(1).and_then(|at| self.pieces.get(at)).map(ends);
        match (before, self.pieces.get(at).map(ends)) {
            (Some((_, end)), None) => end.1,
            (None, Some((start, _))) if value < start.0 => start.1,
            (Some((_, end)), Some((start, _))) if value < start.0 => along(value, (end, start)),
            (_, Some(ends)) => along(value, ends),
            (None, None) => 0.0,
        }
    }

    /// The scale with what is seen moved by `dx_px`, as far as there is something.
    pub fn pan(&self, dx_px: f64) -> Self {
        self.moved(1.0, dx_px)
    }

    /// The scale `factor` times as wide; the moment at `x_px` stays, as far as there is something on both sides.
    pub fn zoom_at(&self, x_px: f64, factor: f64) -> Self {
        let factor = self.allowed(factor);
        self.moved(factor, x_px * (1.0 - factor))
    }

    /// The scale that shows these days from edge to edge, or as close as it gets.
    pub fn look_at(&self, (from, to): (Day, Day)) -> Self {
        let (left, right) = (self.x(f64::from(from.number())), self.x(f64::from(to.number()) + 1.0));
        let wanted = self.width_px / (right - left).max(f64::MIN_POSITIVE);
        let factor = self.allowed(wanted);
        self.moved(factor, self.width_px / 2.0 - f64::midpoint(left, right) * factor)
    }

    /// Whether its end is in sight.
    pub fn shows_end(&self) -> bool {
        self.edges().1 <= self.width_px + 0.5
    }

    /// The scale moved so that the moment is in the middle of what is seen, as far as there is something.
    pub fn about(&self, day: f64) -> Self {
        self.pan(self.width_px / 2.0 - self.x(day))
    }

    /// First and last day that are seen; `None` where everything is.
    pub fn seen(&self) -> Option<(Day, Day)> {
        let (left, right) = self.edges();
        let last = Day::new(self.day(self.width_px).ceil() as i32 - 1);
        (right - left > self.width_px + 0.5).then(|| (self.day_at(0.0), last))
    }

    /// How a length and a place of `drawn`, the same scale looked at elsewhere, become those of this one: factor and offset.
    pub fn from_drawn(&self, drawn: &Self) -> (f64, f64) {
        let ((left, right), (drawn_left, drawn_right)) = (self.edges(), drawn.edges());
        let factor = (right - left) / (drawn_right - drawn_left).max(f64::MIN_POSITIVE);
        (factor, left - drawn_left * factor)
    }

    /// First and last moment of each stretch between two breaks, with the pixels where it starts and ends.
    pub(super) fn stretches(&self) -> Vec<Ends> {
        let mut out: Vec<Ends> = Vec::new();
        for piece in &self.pieces {
            let end = (piece.to_day, piece.to_px);
            match out.last_mut() {
                Some((_, last)) if last.0 >= piece.from_day => *last = end,
                _ => out.push(((piece.from_day, piece.from_px), end)),
            }
        }
        out
    }

    fn edges(&self) -> (f64, f64) {
        match (self.pieces.first(), self.pieces.last()) {
            (Some(first), Some(last)) => (first.from_px, last.to_px),
            _ => (0.0, self.width_px),
        }
    }

    /// The factor, as far as days stay narrow enough and the plot full.
    fn allowed(&self, factor: f64) -> f64 {
        // Of the stretch whose days are narrowest: those of no other keep a reader from looking closer.
        let day_px = |(start, end): Ends| (end.1 - start.1) / (end.0 - start.0);
        let narrowest_px = self.stretches().into_iter().map(day_px).fold(DAY_MAX_PX, f64::min);
        let (left, right) = self.edges();
        factor
            .min(DAY_MAX_PX / narrowest_px.max(f64::MIN_POSITIVE))
            .max(self.width_px / (right - left).max(f64::MIN_POSITIVE))
    }

    /// Every place times `factor` and moved, so that no edge comes into sight.
    fn moved(&self, factor: f64, by_px: f64) -> Self {
        let (left, right) = self.edges();
        let by_px = by_px.max(self.width_px - right * factor).min(-left * factor);
        let place = |px: f64| px * factor + by_px;
        let mut out = self.clone();
        for piece in &mut out.pieces {
            (piece.from_px, piece.to_px) = (place(piece.from_px), place(piece.to_px));
        }
        for gap in &mut out.gaps {
            (gap.from_px, gap.to_px) = (place(gap.from_px), place(gap.to_px));
        }
        out
    }
}

/// Two places, each in the one unit and in the other.
type Ends = ((f64, f64), (f64, f64));

fn along(value: f64, (start, end): Ends) -> f64 {
    let length = end.0 - start.0;
    if length <= 0.0 {
        return start.1;
    }
    // By rounding it may come out a hair past its end, where the next piece begins.
    (start.1 + (value - start.0) / length * (end.1 - start.1)).min(end.1)
}

struct Cluster {
    first: Day,
    last: Day,
    /// Where its glyphs stand.
    moments: Vec<f64>,
}

impl Cluster {
    fn days(&self) -> i32 {
        self.last.number() - self.first.number() + 1
    }

    /// Where its pieces begin and end.
    fn cuts(&self, spacing: Spacing) -> Vec<f64> {
        let mut cuts = vec![f64::from(self.first.number() - PAD_DAYS)];
        if spacing == Spacing::Equal {
            cuts.extend(ordered(&self.moments, f64::total_cmp));
        }
        cuts.push(f64::from(self.last.number() + 1 + PAD_DAYS));
        cuts.dedup();
        cuts
    }
}

fn clusters(spans: &[Span]) -> Vec<Cluster> {
    let sorted = ordered(spans, |a, b| (a.first, a.last).cmp(&(b.first, b.last)));
    let (Some(&Span { first, .. }), Some(last)) = (sorted.first(), sorted.iter().map(|span| span.last).max())
    else {
        return Vec::new();
    };
    let whole = f64::from(last.number()) - f64::from(first.number());
    let limit = ((whole * GAP_SHARE) as i32).max(GAP_MIN_DAYS);
    let mut out: Vec<Cluster> = Vec::new();
    for Span { first, last, at } in sorted {
        match out.last_mut() {
            Some(cluster) if first.number() - cluster.last.number() <= limit => {
                cluster.last = cluster.last.max(last);
                cluster.moments.push(at);
            }
            _ => out.push(Cluster { first, last, moments: vec![at] }),
        }
    }
    out
}

#[cfg(test)]
mod tests;
