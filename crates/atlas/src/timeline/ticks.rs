//! Where the axis carries a date: human intervals from a table, the finest that leaves room for the labels.
//! No opinion about the words; a tick says how much of its date is to be shown.

use super::Scale;
use crate::date::Day;

/// A mark on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands.
    pub x_px: f64,
    /// Its date: the first of a month or of a year.
    pub day: Day,
    /// Whether the year is to be said: the first tick of a piece, and every January.
    pub with_year: bool,
    /// Whether only the year is to be said.
    pub year_only: bool,
}

/// Steps in months.
const STEPS_MONTHS: [i32; 7] = [1, 2, 3, 6, 12, 60, 120];

/// The ticks of a scale, with at least `room_px` between two of them.
pub fn ticks(scale: &Scale, room_px: f64) -> Vec<Tick> {
    let mut out: Vec<Tick> = Vec::new();
    for ((from, to), (from_px, to_px)) in scale.pieces() {
        let px_per_day = (to_px - from_px) / (to - from).max(1.0);
        let step = STEPS_MONTHS
            .into_iter()
            .find(|&months| f64::from(months) * 28.0 * px_per_day >= room_px)
            .unwrap_or(120);
        let mut of_piece = of_piece(scale, (from, to), step);
        if of_piece.is_empty() {
            // Too short for a boundary inside: the month in which it lies stands at its middle.
            let (year, month, _) = Day::new(f64::midpoint(from, to) as i32).ymd();
            let x_px = f64::midpoint(from_px, to_px);
            of_piece.extend(Day::from_ymd(year, month, 1).map(|day| Tick {
                x_px,
                day,
                with_year: true,
                year_only: false,
            }));
        }
        let mut first = true;
        for mut tick in of_piece {
            let free = out.last().is_none_or(|last| tick.x_px - last.x_px >= room_px);
            if free {
                tick.with_year |= std::mem::take(&mut first);
                out.push(tick);
            }
        }
    }
    out
}

fn of_piece(scale: &Scale, (from, to): (f64, f64), step_months: i32) -> Vec<Tick> {
    let (year, month, _) = Day::new(from as i32).ymd();
    let start = (year * 12 + i32::from(month) - 1).div_euclid(step_months) * step_months;
    let mut out = Vec::new();
    let mut months = start;
    while let Some(day) = Day::from_ymd(months.div_euclid(12), months.rem_euclid(12) as u8 + 1, 1) {
        let at = f64::from(day.number());
        if at > to {
            break;
        }
        if at >= from {
            let january = months.rem_euclid(12) == 0;
            out.push(Tick { x_px: scale.x(at), day, with_year: january, year_only: step_months >= 12 });
        }
        months += step_months;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_room_and_says_the_year_once() {
        let check = |from: &str, to: &str, width: f64, expected: &[&str]| {
            let scale = Scale::new(&[(from.parse().unwrap(), to.parse().unwrap())], width, 20.0);
            let words: Vec<String> = ticks(&scale, 60.0)
                .iter()
                .map(|t| format!("{}{}", t.day, if t.with_year { "+" } else { "" }))
                .collect();
            assert_eq!(words, expected);
        };
        check("2025-03-05", "2025-05-20", 600.0, &["2025-03-01+", "2025-04-01", "2025-05-01"]);
        check("2025-03-05", "2025-05-20", 120.0, &["2025-03-01+", "2025-05-01"]);
        check(
            "2014-03-05",
            "2016-05-20",
            400.0,
            &["2014-07-01+", "2015-01-01+", "2015-07-01", "2016-01-01+"],
        );
        // No month begins inside: the month itself stands in the middle.
        check("2025-03-12", "2025-03-14", 600.0, &["2025-03-01+"]);
    }
}
