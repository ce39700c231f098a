//! Laws that hold for any text and any date.

use proptest::prelude::*;

use crate::date::{Day, Edtf};

/// Texts of dates, many of them sound: fields are drawn apart, so that some days do not exist.
fn dates() -> impl Strategy<Value = String> {
    let date = prop_oneof![
        4 => r"-?(19|20)[0-2][0-9](-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-9]|3[01]))?)?[?~%]?",
        2 => r"-?[12X][09X][0-2X][0-9X](-([01][0-2]|X[0-2]|[01]X|XX)(-([0-3X][0-9X]))?)?[?~%]?",
        1 => r"(19|20)[0-2][0-9X]-2[1-4][?~%]?",
        1 => r"Y-?[1-9][0-9]{4,5}[?~%]?",
    ];
    let date = date.boxed();
    let end = prop_oneof![6 => date.clone(), 1 => Just("..".to_owned()), 1 => Just(String::new())];
    let member = prop_oneof![3 => date.clone(), 1 => (date.clone(), date.clone()).prop_map(|(a, b)| format!("{a}..{b}"))];
    let list = prop::collection::vec(member, 1..4).prop_map(|members| members.join(","));
    let dots = || prop_oneof![4 => Just(""), 1 => Just("..")];
    prop_oneof![
        3 => date.clone(),
        1 => (date, r"T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](Z|[+-][0-2][0-9](:[0-5][0-9])?)?")
            .prop_map(|(date, time)| date + &time),
        2 => (end.clone(), end).prop_map(|(start, end)| format!("{start}/{end}")),
        2 => (dots(), list, dots()).prop_map(|(first, list, last)| format!("[{first}{list}{last}]")),
    ]
}

fn sound() -> impl Strategy<Value = Edtf> {
    dates().prop_filter_map("not a date", |text| text.parse().ok())
}

fn days() -> impl Strategy<Value = Day> {
    prop_oneof![(-30_000..30_000).prop_map(Day::new), any::<i32>().prop_map(Day::new)]
}

/// What must hold of whatever text: it is refused at a place in it, or it is printed as it was read.
fn check_total(text: &str) -> Result<(), TestCaseError> {
    match text.parse::<Edtf>() {
        Ok(date) => {
            prop_assert_eq!(date.to_string(), text);
            date.order_key();
            date.precision();
            date.is_certain_day();
        }
        Err(error) => {
            prop_assert!(error.offset <= text.len() && text.is_char_boundary(error.offset));
            prop_assert!(text[..error.offset].is_ascii());
            prop_assert!(!error.to_string().is_empty());
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text(text: String) {
        check_total(&text)?;
    }

    #[test]
    fn any_text_of_the_alphabet(text in r"[0-9XYTZES.,/?~%{}\[\]: +-]{0,32}") {
        check_total(&text)?;
    }

    #[test]
    fn likely_texts(text in dates()) {
        check_total(&text)?;
    }

    #[test]
    fn damaged_texts(text in dates(), at: prop::sample::Index, replacement: char) {
        let mut characters: Vec<char> = text.chars().collect();
        if !characters.is_empty() {
            let at = at.index(characters.len());
            characters[at] = replacement;
        }
        check_total(&characters.into_iter().collect::<String>())?;
    }

    #[test]
    fn print_and_back(date in sound()) {
        prop_assert_eq!(date.to_string().parse::<Edtf>(), Ok(date));
    }

    #[test]
    fn bounds_are_in_order(date in sound()) {
        if let (Some(earliest), Some(latest)) = (date.bounds().earliest, date.bounds().latest) {
            prop_assert!(earliest <= latest);
        }
    }

    #[test]
    fn surely_is_possibly(a in sound(), b in sound(), from in days(), to in days()) {
        prop_assert!(!a.surely_before(&b) || a.possibly_before(&b));
        prop_assert!(!a.surely_after(&b) || a.possibly_after(&b));
        prop_assert!(!a.surely_within(from, to) || a.possibly_within(from, to));
        prop_assert!(!a.surely_before(&b) || !a.possibly_after(&b));
    }

    #[test]
    fn before_and_after_are_duals(a in sound(), b in sound()) {
        prop_assert_eq!(a.surely_before(&b), b.surely_after(&a));
        prop_assert_eq!(a.possibly_before(&b), b.possibly_after(&a));
    }

    #[test]
    fn within_its_own_bounds(date in sound()) {
        if let (Some(earliest), Some(latest)) = (date.bounds().earliest, date.bounds().latest) {
            prop_assert!(date.surely_within(earliest, latest));
            prop_assert!(date.possibly_within(earliest, earliest));
            prop_assert!(date.possibly_within(latest, latest));
        }
    }

    #[test]
    fn a_longer_period_holds_no_less(date in sound(), from in days(), to in days(), more in 0..1000) {
        let longer = to.plus(more);
        prop_assert!(!date.surely_within(from, to) || date.surely_within(from, longer));
        prop_assert!(!date.possibly_within(from, to) || date.possibly_within(from, longer));
    }
}

#[test]
fn long_texts_are_read_in_one_pass() {
    // 100 kB each; with work that grows with the square of the length this test would not end.
    let set = format!("[{}2025]", "XXXX-02-29,".repeat(9_000));
    let date: Edtf = set.parse().unwrap();
    assert_eq!(date.to_string(), set);
    assert!(!date.possibly_within(Day::new(365), Day::new(366)));
    let long_year = format!("Y{}", "9".repeat(100_000));
    let brackets = "[".repeat(100_000);
    let dots = ".".repeat(100_000);
    let slashes = "/".repeat(100_000);
    let ranges = format!("[{}", "2025..2026,".repeat(9_000));
    for text in [long_year, brackets, dots, slashes, ranges] {
        let error = text.parse::<Edtf>().unwrap_err();
        assert!(error.to_string().len() < 200, "{error}");
    }
}
