//! Scales: breaks, spacing, the inverse, zoom and pan.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn span(first: Day, last: Day) -> Span {
    let at = f64::midpoint(f64::from(first.number()), f64::from(last.number()) + 1.0);
    Span { first, last, at }
}

#[test]
fn collapses_only_what_is_long() {
    let check = |spans: &[(&str, &str)], gaps: usize| {
        let spans: Vec<_> = spans.iter().map(|(a, b)| span(day(a), day(b))).collect();
        for spacing in [Spacing::Proportional, Spacing::Equal] {
            assert_eq!(Scale::new(&spans, 600.0, 30.0, spacing).gaps().len(), gaps, "{spans:?}");
        }
    };
    check(&[], 0);
    check(&[("2025-03-05", "2025-03-05")], 0);
    check(&[("2022-02-25", "2022-02-25"), ("2025-03-05", "2025-03-05")], 1);
    check(&[("2015-01-01", "2015-12-31"), ("2022-02-25", "2022-02-25"), ("2025-03-05", "2025-08-08")], 2);
    check(&[("2025-03-05", "2025-03-05"), ("2025-04-01", "2025-04-01")], 0);
}

#[test]
fn a_gap_is_told_in_days_of_the_corpus() {
    let spans = [span(day("2022-02-25"), day("2022-02-26")), span(day("2025-03-05"), day("2025-03-05"))];
    let scale = Scale::new(&spans, 600.0, 30.0, Spacing::Proportional);
    assert_eq!((scale.gaps()[0].from, scale.gaps()[0].to), (day("2022-02-26"), day("2025-03-05")));
}

#[test]
fn equal_spacing_is_equal() {
    let days = ["2025-03-01", "2025-03-02", "2025-03-02", "2025-03-20", "2025-04-02"].map(day);
    let scale = Scale::new(&days.map(|day| span(day, day)), 500.0, 30.0, Spacing::Equal);
    let at: Vec<f64> = days.into_iter().map(|day| scale.x_of(day).round()).collect();
    assert_eq!(at, [100.0, 200.0, 200.0, 300.0, 400.0]);
}

fn any_scale() -> impl Strategy<Value = (Vec<Span>, Scale)> {
    let spans = prop::collection::vec((0_i32..20_000, 0_i32..400), 1..40);
    (spans, 200.0_f64..2000.0, any::<bool>()).prop_map(|(spans, width, equal)| {
        let spans: Vec<_> =
            spans.iter().map(|&(from, len)| span(Day::new(from), Day::new(from + len))).collect();
        let spacing = if equal { Spacing::Equal } else { Spacing::Proportional };
        let scale = Scale::new(&spans, width, 20.0, spacing);
        (spans, scale)
    })
}

proptest! {
    #[test]
    fn round_trips_and_is_monotone(
        (spans, whole) in any_scale(), at in 0.0_f64..1.0, factor in 0.1_f64..50.0, by_px in -3000.0_f64..3000.0,
    ) {
        let width = whole.width_px();
        for scale in [whole.zoom_at(at * width, factor).pan(by_px), whole] {
            for span in &spans {
                for day in [span.first, span.last] {
                    let exact = f64::from(day.number()) + 0.5;
                    prop_assert!((scale.day(scale.x_of(day)) - exact).abs() < 1e-6);
                    prop_assert_eq!(scale.day_at(scale.x_of(day)), day);
                }
            }
            // Between them too, inside breaks as well.
            let ends = scale.stretches();
            let (first, last) = (ends.first().unwrap().0.0, ends.last().unwrap().1.0);
            for step in 0..200 {
                let day = Day::new((first + (last - first - 1.0) * f64::from(step) / 199.0) as i32);
                prop_assert_eq!(scale.day_at(scale.x_of(day)), day);
            }
            let mut last = f64::NEG_INFINITY;
            for step in 0..200 {
                let x = scale.x(f64::from(step) * 105.0);
                prop_assert!(x >= last);
                last = x;
            }
            let x = at * width;
            prop_assert!((scale.x(scale.day(x)) - x).abs() < 1e-6);
            // Whatever is looked at, the plot is full.
            let (left, right) = scale.edges();
            prop_assert!(left <= 1e-6 && right >= width - 1e-6);
        }
    }

    #[test]
    fn zoom_keeps_the_pointers_moment((_, scale) in any_scale(), at in 0.2_f64..0.8, factor in 1.0_f64..20.0) {
        let x = at * scale.width_px();
        let near = scale.zoom_at(x, factor);
        prop_assert!((near.day(x) - scale.day(x)).abs() < 1e-6);
        // And back: the whole again, from which nothing can be moved.
        prop_assert_eq!(near.zoom_at(x, 0.0).seen(), None);
        let (factor, by_px) = near.from_drawn(&scale);
        let moved = scale.x(5000.0) * factor + by_px;
        prop_assert!((near.x(5000.0) - moved).abs() < 1e-6);
    }

    #[test]
    fn what_is_seen_is_found_again((_, scale) in any_scale(), at in 0.0_f64..1.0, factor in 2.0_f64..20.0) {
        let near = scale.zoom_at(at * scale.width_px(), factor);
        if let Some((from, to)) = near.seen() {
            prop_assert!(from <= to);
            let again = scale.look_at((from, to));
            // No day that was seen is lost.
            prop_assert!(again.x(f64::from(from.number())) >= -1e-6);
            prop_assert!(again.x(f64::from(to.number()) + 1.0) <= scale.width_px() + 1e-6);
        }
    }
}
