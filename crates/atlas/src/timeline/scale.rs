//! Days to pixels and back: piece-wise linear, with long stretches that hold no entry collapsed to a narrow break.
//!
//! Inside a piece time is proportional. A piece's share of the width grows with what it holds and, slower, with how long it is:
//! otherwise two years known by a year only would leave two crowded weeks a pixel each.
//! No opinion about what stands in a piece.

use crate::date::Day;
use crate::order::ordered;

/// A stretch without entries longer than this part of the whole is collapsed.
const GAP_SHARE: f64 = 1.0 / 6.0;
/// No stretch shorter than this is collapsed.
const GAP_MIN_DAYS: i32 = 60;
/// Days left free on both sides of a piece.
const PAD_DAYS: i32 = 6;

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
    /// A scale over `spans` (first and last day of each entry), `width_px` wide, with breaks `gap_px` wide.
    pub fn new(spans: &[(Day, Day)], width_px: f64, gap_px: f64) -> Self {
        let clusters = clusters(spans);
        let breaks = clusters.len().saturating_sub(1) as f64 * gap_px;
        let room_px = (width_px - breaks).max(0.0);
        let weights: Vec<f64> = clusters
            .iter()
            .map(|cluster| f64::from(cluster.count).sqrt() * f64::from(cluster.days()).ln_1p())
            .collect();
        let total: f64 = weights.iter().sum();
        let mut at_px = 0.0;
        let (mut pieces, mut gaps): (Vec<Piece>, Vec<Gap>) = (Vec::new(), Vec::new());
        let mut before: Option<Day> = None;
        for (cluster, weight) in clusters.iter().zip(weights) {
            if let Some(from) = before {
                gaps.push(Gap { from_px: at_px, to_px: at_px + gap_px, from, to: cluster.first });
                at_px += gap_px;
            }
            let to_px = at_px + room_px * weight / total.max(f64::MIN_POSITIVE);
            pieces.push(Piece {
                from_day: f64::from(cluster.first.number() - PAD_DAYS),
                to_day: f64::from(cluster.last.number() + 1 + PAD_DAYS),
                from_px: at_px,
                to_px,
            });
            at_px = to_px;
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
        let mut before: Option<&Piece> = None;
        for piece in &self.pieces {
            if day < piece.from_day {
                return before.map_or(piece.from_px, |b| {
                    along(day, (b.to_day, piece.from_day), (b.to_px, piece.from_px))
                });
            }
            if day <= piece.to_day {
                return along(day, (piece.from_day, piece.to_day), (piece.from_px, piece.to_px));
            }
            before = Some(piece);
        }
        before.map_or(0.0, |b| b.to_px)
    }

    /// The middle of a day.
    pub fn x_of(&self, day: Day) -> f64 {
        self.x(f64::from(day.number()) + 0.5)
    }

    /// The moment at `x_px`; the inverse of [`Self::x`].
    pub fn day(&self, x_px: f64) -> f64 {
        let mut before: Option<&Piece> = None;
        for piece in &self.pieces {
            if x_px < piece.from_px {
                return before.map_or(piece.from_day, |b| {
                    along(x_px, (b.to_px, piece.from_px), (b.to_day, piece.from_day))
                });
            }
            if x_px <= piece.to_px {
                return along(x_px, (piece.from_px, piece.to_px), (piece.from_day, piece.to_day));
            }
            before = Some(piece);
        }
        before.map_or(0.0, |b| b.to_day)
    }

    /// First and last moment of each piece, with the pixels where it starts and ends.
    pub(super) fn pieces(&self) -> impl Iterator<Item = ((f64, f64), (f64, f64))> {
        self.pieces.iter().map(|p| ((p.from_day, p.to_day), (p.from_px, p.to_px)))
    }
}

fn along(value: f64, from: (f64, f64), to: (f64, f64)) -> f64 {
    let length = from.1 - from.0;
    if length <= 0.0 { to.0 } else { to.0 + (value - from.0) / length * (to.1 - to.0) }
}

struct Cluster {
    first: Day,
    last: Day,
    count: u32,
}

impl Cluster {
    fn days(&self) -> i32 {
        self.last.number() - self.first.number() + 1
    }
}

fn clusters(spans: &[(Day, Day)]) -> Vec<Cluster> {
    let sorted = ordered(spans, Ord::cmp);
    let (Some(&(first, _)), Some(last)) = (sorted.first(), sorted.iter().map(|span| span.1).max()) else {
        return Vec::new();
    };
    let whole = f64::from(last.number()) - f64::from(first.number());
    let limit = ((whole * GAP_SHARE) as i32).max(GAP_MIN_DAYS);
    let mut out: Vec<Cluster> = Vec::new();
    for (from, to) in sorted {
        match out.last_mut() {
            Some(cluster) if from.number() - cluster.last.number() <= limit => {
                cluster.last = cluster.last.max(to);
                cluster.count += 1;
            }
            _ => out.push(Cluster { first: from, last: to, count: 1 }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn collapses_only_what_is_long() {
        let check = |spans: &[(&str, &str)], gaps: usize| {
            let spans: Vec<_> = spans.iter().map(|(a, b)| (day(a), day(b))).collect();
            assert_eq!(Scale::new(&spans, 600.0, 30.0).gaps().len(), gaps, "{spans:?}");
        };
        check(&[], 0);
        check(&[("2025-03-05", "2025-03-05")], 0);
        check(&[("2022-02-25", "2022-02-25"), ("2025-03-05", "2025-03-05")], 1);
        check(&[("2015-01-01", "2015-12-31"), ("2022-02-25", "2022-02-25"), ("2025-03-05", "2025-08-08")], 2);
        check(&[("2025-03-05", "2025-03-05"), ("2025-04-01", "2025-04-01")], 0);
    }

    #[test]
    fn a_gap_is_told_in_days_of_the_corpus() {
        let scale = Scale::new(
            &[(day("2022-02-25"), day("2022-02-26")), (day("2025-03-05"), day("2025-03-05"))],
            600.0,
            30.0,
        );
        assert_eq!((scale.gaps()[0].from, scale.gaps()[0].to), (day("2022-02-26"), day("2025-03-05")));
    }

    proptest! {
        #[test]
        fn round_trips_and_is_monotone(
            spans in prop::collection::vec((0_i32..20_000, 0_i32..400), 1..40),
            width in 200.0_f64..2000.0,
            at in 0.0_f64..1.0,
        ) {
            let spans: Vec<_> = spans.iter().map(|&(from, len)| (Day::new(from), Day::new(from + len))).collect();
            let scale = Scale::new(&spans, width, 20.0);
            let mut last = f64::NEG_INFINITY;
            for &(from, to) in &spans {
                for day in [from, to] {
                    let exact = f64::from(day.number()) + 0.5;
                    prop_assert!((scale.day(scale.x_of(day)) - exact).abs() < 1e-6);
                }
            }
            for step in 0..200 {
                let x = scale.x(f64::from(step) * 105.0);
                prop_assert!(x >= last && (-1e-9..=width + 1e-9).contains(&x));
                last = x;
            }
            let x = at * width;
            prop_assert!((scale.x(scale.day(x)) - x).abs() < 1e-6);
        }
    }
}
