//! Fewer points for the same line: Douglas and Peucker's choice.
//!
//! Pixels. It has no opinion about what the line is.

/// Indexes of the points to keep, ascending, both ends included: no dropped point is farther than the tolerance.
pub(super) fn kept(x_px: &[f32], y_px: &[f32], tolerance_px: f32) -> Vec<usize> {
    let Some(last) = x_px.len().checked_sub(1) else { return Vec::new() };
    let mut keep = vec![false; x_px.len()];
    (keep[0], keep[last]) = (true, true);
    let mut spans = vec![(0, last)];
    while let Some((from, to)) = spans.pop() {
        let distance =
            |at: usize| distance_px((x_px[at], y_px[at]), (x_px[from], y_px[from]), (x_px[to], y_px[to]));
        let farthest = (from + 1..to).map(|at| (distance(at), at)).max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, at)) = farthest.filter(|(distance, _)| *distance > tolerance_px) {
            keep[at] = true;
            spans.extend([(from, at), (at, to)]);
        }
    }
    (0..=last).filter(|at| keep[*at]).collect()
}

fn distance_px(point: (f32, f32), from: (f32, f32), to: (f32, f32)) -> f32 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (px, py) = (point.0 - from.0, point.1 - from.1);
    let square = dx * dx + dy * dy;
    let share = if square > 0.0 { ((px * dx + py * dy) / square).clamp(0.0, 1.0) } else { 0.0 };
    (px - share * dx).hypot(py - share * dy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keeps_corners_only() {
        let x = [0.0, 1.0, 2.0, 3.0, 3.0, 3.0];
        let y = [0.0, 0.1, 0.0, 0.1, 2.0, 4.0];
        assert_eq!(kept(&x, &y, 0.5), [0, 3, 5]);
        assert_eq!(kept(&[], &[], 0.5), [] as [usize; 0]);
    }

    proptest! {
        #[test]
        fn nothing_is_dropped_beyond_the_tolerance(points in prop::collection::vec((0_f32..99.0, 0_f32..99.0), 2..60)) {
            let (x, y): (Vec<f32>, Vec<f32>) = points.iter().copied().unzip();
            let kept = kept(&x, &y, 3.0);
            for pair in kept.windows(2) {
                for at in pair[0]..pair[1] {
                    prop_assert!(distance_px(points[at], points[pair[0]], points[pair[1]]) <= 3.001);
                }
            }
        }
    }
}
