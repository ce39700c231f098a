//! Sine and cosine, to the last bit or two for angles of a few turns, and the same on every machine. The library's reduce angles of
//! any size exactly, for 9 kB of Wasm. Radians. No opinion about what the angles mean.

use std::f64::consts::FRAC_2_PI;

/// A quarter turn in two parts: the first is short, so that its small multiples are exact.
const QUARTER: (f64, f64) = (1.570_796_326_734_125_6, 6.077_100_506_506_192e-11);
/// From here on the parts above no longer carry; no angle of a map comes near.
const MOST_QUARTERS: f64 = 1e6;

/// Of sine over the angle, in its square, for an eighth of a turn either way: the coefficients of fdlibm.
const SINE: [f64; 7] = [
    1.0,
    -1.666_666_666_666_663_2e-1,
    8.333_333_333_322_49e-3,
    -1.984_126_982_985_795e-4,
    2.755_731_370_707_006_8e-6,
    -2.505_076_025_340_686_3e-8,
    1.589_690_995_211_55e-10,
];
/// Of cosine, likewise.
const COSINE: [f64; 8] = [
    1.0,
    -0.5,
    4.166_666_666_666_66e-2,
    -1.388_888_888_887_411e-3,
    2.480_158_728_947_673e-5,
    -2.755_731_435_139_066_3e-7,
    2.087_572_321_298_175e-9,
    -1.135_964_755_778_819_5e-11,
];

/// Sine and cosine of an angle; those of 0 where it is too large to have any.
pub(super) fn sin_cos(angle: f64) -> (f64, f64) {
    let quarters = (angle * FRAC_2_PI).round_ties_even();
    if quarters.is_nan() || quarters.abs() > MOST_QUARTERS {
        return (0.0, 1.0);
    }
    let rest = angle - quarters * QUARTER.0 - quarters * QUARTER.1;
    let square = rest * rest;
    let sum = |series: &[f64]| series.iter().rev().fold(0.0, |sum, term| sum * square + term);
    let (sin, cos) = (sum(&SINE) * rest, sum(&COSINE));
    match quarters as i32 & 3 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(angle: f64) {
        let (sin, cos) = sin_cos(angle);
        let off = (sin - angle.sin()).abs().max((cos - angle.cos()).abs());
        assert!(off < 5e-16, "{angle}: {off}");
    }

    #[test]
    fn at_the_corners() {
        for eighth in -24..=24 {
            check(f64::from(eighth) * std::f64::consts::FRAC_PI_4);
        }
        for lost in [f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(sin_cos(lost), (0.0, 1.0));
        }
    }

    proptest! {
        #[test]
        fn as_the_library_has_it(angle in -20.0..20.0) {
            check(angle);
        }
    }
}
