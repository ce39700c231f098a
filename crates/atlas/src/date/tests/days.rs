//! Calendar days against published values.

use proptest::prelude::*;

use super::day;
use crate::date::{Day, ParseDayError, Weekday};

#[test]
fn numbers_and_weekdays() {
    let check = |text: &str, number: i32, weekday: Weekday| {
        let day = day(text);
        assert_eq!((day.number(), day.weekday()), (number, weekday), "{text}");
        assert_eq!(Day::new(number).to_string(), text);
    };
    check("1970-01-01", 0, Weekday::Thu);
    check("1969-12-31", -1, Weekday::Wed);
    check("2000-02-29", 11_016, Weekday::Tue);
    check("2000-03-01", 11_017, Weekday::Wed);
    check("2025-02-10", 20_129, Weekday::Mon);
    check("2025-02-15", 20_134, Weekday::Sat);
    check("2025-02-16", 20_135, Weekday::Sun);
    check("2025-02-14", 20_133, Weekday::Fri);
    // The first day of the Gregorian calendar, and of Unix's 32-bit seconds the last.
    check("1582-10-15", -141_427, Weekday::Fri);
    check("2038-01-19", 24_855, Weekday::Tue);
    check("0000-03-01", -719_468, Weekday::Wed);
    check("-0001-12-31", -719_529, Weekday::Fri);
}

#[test]
fn the_first_and_last_day() {
    let check = |number, ymd| {
        let day = Day::new(number);
        let (year, month, of_month) = day.ymd();
        assert_eq!((year, month, of_month), ymd);
        assert_eq!(Day::from_ymd(year, month, of_month), Some(day));
        assert_eq!(day.to_string().parse(), Ok(day));
    };
    check(i32::MIN, (-5_877_641, 6, 23));
    check(i32::MAX, (5_881_580, 7, 11));
    assert_eq!(Day::from_ymd(-5_877_641, 6, 22), None);
    assert_eq!(Day::from_ymd(5_881_580, 7, 12), None);
    assert_eq!(Day::from_ymd(i32::MIN, 1, 1), None);
    assert_eq!(Day::from_ymd(i32::MAX, 12, 31), None);
    assert_eq!(Day::new(i32::MAX).plus(1), Day::new(i32::MAX));
    assert_eq!(Day::new(i32::MIN).plus(-1), Day::new(i32::MIN));
}

#[test]
fn leap_years() {
    let check = |year, leap: bool| assert_eq!(Day::from_ymd(year, 2, 29).is_some(), leap, "{year}");
    check(2023, false);
    check(2024, true);
    check(2025, false);
    check(1900, false);
    check(2000, true);
    check(2100, false);
    check(0, true);
    check(-4, true);
    check(-100, false);
    check(-400, true);
}

#[test]
fn texts_that_are_no_day() {
    let check = |text: &str, error| assert_eq!(text.parse::<Day>(), Err(error), "{text}");
    for text in ["", "2025", "2025-02", "2025-2-10", "20250210", "2025-02-10 ", "+2025-02-10", "02025-02-10"]
    {
        check(text, ParseDayError::Form);
    }
    for text in ["2025-02-1X", "2025-02-10T12:00:00Z", "-0000-01-01", "12025-02-10", "２０２５-02-10", "----"]
    {
        check(text, ParseDayError::Form);
    }
    for text in ["2025-02-29", "2025-13-01", "2025-00-01", "2025-04-31", "2025-04-00", "+9999999-01-01"] {
        check(text, ParseDayError::NoSuchDay);
    }
}

proptest! {
    #[test]
    fn ymd_and_back(number: i32) {
        let day = Day::new(number);
        let (year, month, of_month) = day.ymd();
        prop_assert_eq!(Day::from_ymd(year, month, of_month), Some(day));
        prop_assert_eq!(day.to_string().parse(), Ok(day));
    }

    #[test]
    fn the_next_day_follows(number in i32::MIN..i32::MAX) {
        let (day, next) = (Day::new(number), Day::new(number).plus(1));
        prop_assert!(day.ymd() < next.ymd());
        prop_assert_eq!((day.weekday() as u8 + 1) % 7, next.weekday() as u8);
    }

    #[test]
    fn from_ymd_takes_anything(year: i32, month: u8, of_month: u8) {
        if let Some(day) = Day::from_ymd(year, month, of_month) {
            prop_assert_eq!(day.ymd(), (year, month, of_month));
        }
    }

    #[test]
    fn parsing_a_day_never_panics(text in r"\PC*|[-+0-9]{0,16}") {
        if let Ok(day) = text.parse::<Day>() {
            prop_assert_eq!(day.to_string(), text);
        }
    }
}
