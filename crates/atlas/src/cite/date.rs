//! A date as citations give it: one that is known to a day, a month or a year as such, any other as its first and last possible day, and
//! none where one of these is not known. No opinion about how it is known; the note of a citation says that in words.

use crate::model::Dated;

/// `2025`, `2025-03`, `2025-03-05`; the first and the last day of a range; or nothing.
pub(super) fn of(date: Dated) -> Vec<String> {
    let text = date.best_edtf().text();
    if is_plain(text) {
        return vec![text.to_owned()];
    }
    let days = date.days();
    let days: Vec<String> =
        [days.earliest, days.latest].into_iter().flatten().map(|day| day.to_string()).collect();
    // Years of five digits no form can hold.
    let whole = days.len() == 2 && days.iter().all(|day| is_plain(day));
    if whole { days } else { Vec::new() }
}

/// Whether it is a plain day, month or year; seasons look like months.
pub(super) fn is_plain(text: &str) -> bool {
    let shape = text
        .bytes()
        .enumerate()
        .all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() });
    shape
        && (matches!(text.len(), 4 | 10)
            || text.len() == 7 && text.get(5..).is_some_and(|month| month < "13"))
}

/// The year, where all the days are of one.
pub(super) fn year(dates: &[String]) -> &str {
    let year = |date: &String| date.as_bytes().first_chunk::<4>().copied();
    match dates {
        [first, rest @ ..] if rest.iter().all(|date| year(date) == year(first)) => {
            first.get(..4).unwrap_or_default()
        }
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_dates() {
        for text in ["2025-03-05", "2025-03", "2025-12", "2025", "0099"] {
            assert!(is_plain(text), "{text}");
        }
        for text in [
            "",
            "2025-22",
            "2025-02-2X",
            "2025?",
            "[2025]",
            "2025/2026",
            "-044",
            "2025-3-05",
            "20250305",
            "Y12025-01-01",
        ] {
            assert!(!is_plain(text), "{text}");
        }
    }

    #[test]
    fn years_of_ranges() {
        let check = |dates: &[&str], expected: &str| {
            let dates: Vec<String> = dates.iter().map(|date| (*date).to_owned()).collect();
            assert_eq!(year(&dates), expected, "{dates:?}");
        };
        check(&[], "");
        check(&["2025"], "2025");
        check(&["2025-03-05", "2025-03-07"], "2025");
        check(&["2024-12-30", "2025-01-02"], "");
    }
}
