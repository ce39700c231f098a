//! The length of a scale bar: the longest of 1, 2, 5, 10, ... km that fits.
//!
//! Kilometres and pixels at the view's centre. It has no opinion about units in words or where the bar stands.

/// A round length and its width on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleBar {
    /// The length, one of 1, 2, 5 times a power of ten.
    pub km: f64,
    /// Its width.
    pub width_px: f64,
}

impl ScaleBar {
    /// The longest bar at most `max_px` wide.
    pub fn fitting(km_per_px: f64, max_px: f64) -> Self {
        let most_km = km_per_px * max_px;
        let mut km = 0.001;
        for factor in [2.0, 2.5, 2.0].into_iter().cycle().take(30) {
            if km * factor > most_km * (1.0 + 1e-9) {
                break;
            }
            km *= factor;
        }
        // Repeated factors leave dust behind; lengths from 1 km are whole.
        let km = if km >= 1.0 { km.round() } else { km };
        Self { km, width_px: km / km_per_px }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_round() {
        for (km_per_px, max_px, km) in [
            (8.9, 120.0, 1000.0),
            (8.9, 100.0, 500.0),
            (0.45, 100.0, 20.0),
            (0.2, 100.0, 20.0),
            (0.5, 100.0, 50.0),
            (26.0, 80.0, 2000.0),
        ] {
            let bar = ScaleBar::fitting(km_per_px, max_px);
            assert_eq!(bar.km, km, "{km_per_px} {max_px}");
            assert!(bar.width_px <= max_px + 1e-6 && bar.width_px > max_px / 2.6);
        }
    }
}
