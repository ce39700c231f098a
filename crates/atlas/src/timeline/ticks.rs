//! Where the axis carries a date: human intervals from a table, the finest that leaves room for the labels.
//! No opinion about the words; a tick says how much of its date is to be shown.

use super::Scale;
use crate::date::Day;

/// How much of a tick's date is to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickOf {
    /// The year.
    Year,
    /// The month.
    Month,
    /// Day and month.
    Day,
}

/// A mark on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands.
    pub x_px: f64,
    /// Its date.
    pub day: Day,
    /// What it is the beginning of.
    pub of: TickOf,
    /// Whether the year is to be said: the first tick of a stretch, and every January.
    pub with_year: bool,
}

/// Steps in days of a month, then in months.
const STEPS_DAYS: [i32; 5] = [1, 2, 5, 10, 15];
const STEPS_MONTHS: [i32; 7] = [1, 2, 3, 6, 12, 60, 120];

/// The ticks of a scale, with at least `room_px` between two of them, as far as one width beyond what is seen.
pub fn ticks(scale: &Scale, room_px: f64) -> Vec<Tick> {
    let mut out: Vec<Tick> = Vec::new();
    let near_px = -scale.width_px()..2.0 * scale.width_px();
    for ((from, from_px), (to, to_px)) in scale.stretches() {
        let px_per_day = (to_px - from_px) / (to - from).max(1.0);
        // A day with its month takes more room than a month.
        let days = STEPS_DAYS.into_iter().find(|&days| f64::from(days) * px_per_day >= room_px * 1.2);
        let months =
            STEPS_MONTHS.into_iter().find(|&months| f64::from(months) * 28.0 * px_per_day >= room_px);
        // Far outside nothing is drawn: days are counted only around what is seen.
        let (from, to) = (from.max(scale.day(near_px.start)), to.min(scale.day(near_px.end)));
        let mut of_stretch = of_stretch(scale, (from, to), days, months.unwrap_or(120));
        if of_stretch.is_empty() {
            // Too short for a boundary inside: the month in which it lies stands at its middle.
            let (year, month, _) = Day::new(f64::midpoint(from, to) as i32).ymd();
            let x_px = f64::midpoint(from_px, to_px);
            of_stretch.extend(Day::from_ymd(year, month, 1).map(|day| Tick {
                x_px,
                day,
                with_year: true,
                of: TickOf::Month,
            }));
        }
        let mut first = true;
        for mut tick in of_stretch {
            // The whole date is the widest word.
            let whole = |tick: &Tick| tick.with_year && tick.of == TickOf::Day;
            let after_px = |last: &Tick| if whole(last) { room_px * 1.4 } else { room_px };
            let free = out.last().is_none_or(|last| tick.x_px - last.x_px >= after_px(last));
            if free && near_px.contains(&tick.x_px) {
                // The first that is seen says the year.
                tick.with_year |= first;
                first &= tick.x_px < 0.0;
                out.push(tick);
            }
        }
    }
    out
}

fn of_stretch(scale: &Scale, (from, to): (f64, f64), step_days: Option<i32>, step_months: i32) -> Vec<Tick> {
    let step_months = if step_days.is_some() { 1 } else { step_months };
    let (year, month, _) = Day::new(from as i32).ymd();
    let start = (year * 12 + i32::from(month) - 1).div_euclid(step_months) * step_months;
    let mut out = Vec::new();
    let mut months = start;
    while let Some(first) = Day::from_ymd(months.div_euclid(12), months.rem_euclid(12) as u8 + 1, 1) {
        if f64::from(first.number()) > to {
            break;
        }
        months += step_months;
        // A last step that would be too short before the next month's first is left out.
        let step = step_days.unwrap_or(31);
        for days in (0..).step_by(step as usize).take_while(|days| days + step / 2 < 31) {
            let day = first.plus(days);
            let at = f64::from(day.number());
            let (_, month, number) = day.ymd();
            if at >= from && at <= to && i32::from(number) == days + 1 {
                let of = match (step_days, step_months) {
                    (Some(_), _) => TickOf::Day,
                    (None, 12..) => TickOf::Year,
                    _ => TickOf::Month,
                };
                out.push(Tick { x_px: scale.x(at), day, with_year: month == 1 && days == 0, of });
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Spacing;
    use crate::timeline::scale::Span;

    #[test]
    fn leaves_room_and_says_the_year_once() {
        let check = |from: &str, to: &str, width: f64, expected: &[&str]| {
            let span = Span { first: from.parse().unwrap(), last: to.parse().unwrap(), at: 0.0 };
            let scale = Scale::new(&[span], width, 20.0, Spacing::Proportional);
            let words: Vec<String> = ticks(&scale, 60.0)
                .iter()
                .map(|t| format!("{}{}", t.day, if t.with_year { "+" } else { "" }))
                .collect();
            assert_eq!(words, expected);
        };
        check("2025-03-05", "2025-05-20", 400.0, &["2025-03-01+", "2025-04-01", "2025-05-01"]);
        check("2025-03-05", "2025-05-20", 120.0, &["2025-03-01+", "2025-05-01"]);
        check(
            "2025-03-05",
            "2025-05-20",
            1200.0,
            &[
                "2025-03-01+",
                "2025-03-11",
                "2025-03-21",
                "2025-04-01",
                "2025-04-11",
                "2025-04-21",
                "2025-05-01",
                "2025-05-11",
                "2025-05-21",
            ],
        );
        check(
            "2014-03-05",
            "2016-05-20",
            400.0,
            &["2014-07-01+", "2015-01-01+", "2015-07-01", "2016-01-01+"],
        );
        // So near that every day has room.
        check(
            "2025-02-27",
            "2025-02-27",
            1300.0,
            &[
                "2025-02-21+",
                "2025-02-22",
                "2025-02-23",
                "2025-02-24",
                "2025-02-25",
                "2025-02-26",
                "2025-02-27",
                "2025-02-28",
                "2025-03-01",
                "2025-03-02",
                "2025-03-03",
                "2025-03-04",
                "2025-03-05",
                "2025-03-06",
            ],
        );
        // No month begins inside, and days have no room: the month itself stands in the middle.
        check("2025-03-12", "2025-03-14", 60.0, &["2025-03-01+"]);
    }
}
