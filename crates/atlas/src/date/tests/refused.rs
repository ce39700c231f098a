//! What is refused, and in which words: the place, what was found there, why, and what was expected.

use crate::date::Edtf;

fn check(text: &str, message: &str) {
    match text.parse::<Edtf>() {
        Ok(date) => panic!("{text} was read as {date:?}"),
        Err(error) => assert_eq!(error.to_string(), message, "{text}"),
    }
}

#[test]
fn level_2_that_is_not_supported() {
    const QUALIFIED: &str = "a qualification of a part of a date is not supported; write `?`, `~` or `%` once, at the end of the whole date";
    const EXPONENTIAL: &str = "an exponential year is not supported; write the year in full after `Y`";
    const SIGNIFICANT: &str =
        "a number of significant digits is not supported; write `X` for digits not known";
    const GROUPING: &str =
        "a sub-year grouping, 25 to 41, is not supported; write a season, 21 to 24, or a set of months";
    const ALL_OF: &str = "all of a set, `{…}`, is not supported; write an entry for each date";
    let check_at =
        |text: &str, place: usize, reason: &str| check(text, &format!("at character {place}: {reason}"));
    check_at("Y-17E7", 5, EXPONENTIAL);
    check_at("1950S2", 5, SIGNIFICANT);
    check_at("Y171010000S3", 11, SIGNIFICANT);
    check_at("Y3388E2S3", 6, EXPONENTIAL);
    check_at("2001-34", 6, GROUPING);
    check_at("2001-25", 6, GROUPING);
    check_at("2001-41", 6, GROUPING);
    check_at("{1667,1668,1670..1672}", 1, ALL_OF);
    check_at("{1960,1961-12}", 1, ALL_OF);
    check_at("{..1984}", 1, ALL_OF);
    check_at("2004-06~-11", 8, QUALIFIED);
    check_at("2004?-06-11", 5, QUALIFIED);
    check_at("?2004-06-~11", 1, QUALIFIED);
    check_at("2004-%06-11", 6, QUALIFIED);
    check_at("2004-06-~01/2004-06-~20", 9, QUALIFIED);
}

#[test]
fn years_beyond_the_numbered_days() {
    let range = "expected a year from -5877640 to 5881579";
    check("Y170000002", &format!("at character 2: there is no day number for the year 170000002; {range}"));
    check("Y-170000002", &format!("at character 2: there is no day number for the year -170000002; {range}"));
    check("Y5881580", &format!("at character 2: there is no day number for the year 5881580; {range}"));
    let digits = "9".repeat(24);
    check(
        &format!("Y{digits}99"),
        &format!("at character 2: there is no day number for the year {digits}…; {range}"),
    );
}

#[test]
fn days_that_do_not_exist() {
    check("2025-02-30", "at character 9: there is no 2025-02-30: 2025-02 has 28 days");
    check("2024-02-30", "at character 9: there is no 2024-02-30: 2024-02 has 29 days");
    check("1900-02-29", "at character 9: there is no 1900-02-29: 1900-02 has 28 days");
    check("2025-04-31/2025-05", "at character 9: there is no 2025-04-31: 2025-04 has 30 days");
    check("2025/-0001-02-29", "at character 15: there is no -0001-02-29: -0001-02 has 28 days");
    check("2025-02-3X", "at character 9: no day of the calendar fits 2025-02-3X");
    check("1X01-02-29", "at character 9: no day of the calendar fits 1X01-02-29");
    check("2025-13", "at character 6: there is no month 13; expected 01 to 12, or a season, 21 to 24");
    check("2025-00", "at character 6: there is no month 00; expected 01 to 12, or a season, 21 to 24");
    check("2025-2X", "at character 6: there is no month 2X; expected 01 to 12, or a season, 21 to 24");
    check("2025-02-00", "at character 9: there is no day 00; expected 01 to 31");
    check("2025-02-32", "at character 9: there is no day 32; expected 01 to 31");
    check("2025-02-4X", "at character 9: there is no day 4X; expected 01 to 31");
    check("-0000", "at character 1: there is no year -0000; expected the year 0 as 0000");
}

#[test]
fn other_forms() {
    const YEAR: &str = "expected a year of four digits, with `X` for a digit that is not known";
    const END: &str = "expected the end of the date, or `/` and the end of an interval";
    const LONG: &str =
        "expected `-` and the month, or the end of the date; a year of more than four digits begins with `Y`";
    const MONTH: &str = "expected the month or season as two digits, or `X` for a digit that is not known";
    const DAY: &str = "expected the day as two digits, or `X` for a digit that is not known";
    check("", &format!("at character 1: the text ends, {YEAR}"));
    check("yesterday", &format!("at character 1: found `y`, {YEAR}"));
    check(" 2025", &format!("at character 1: found a space, {YEAR}"));
    check("2025 ", &format!("at character 5: found a space, {END}"));
    check("2025\u{a0}", &format!("at character 5: found \\u{{a0}}, {END}"));
    check("202", &format!("at character 4: the text ends, {YEAR}"));
    check("199u", &format!("at character 4: found `u`, {YEAR}"));
    check("20250210", &format!("at character 5: found `0`, {LONG}"));
    check("2025-2-10", &format!("at character 7: found `-`, {MONTH}"));
    check("2025-", &format!("at character 6: the text ends, {MONTH}"));
    check("2025-02-1", &format!("at character 10: the text ends, {DAY}"));
    check("2025-02-1\u{301}", &format!("at character 10: found `\u{301}`, {DAY}"));
    check("2025-21-01", "at character 8: found `-`, expected the end of the date");
    check("2025..2026", &format!("at character 5: found `.`, {END}"));
    check("10.02.2025", &format!("at character 3: found `.`, {YEAR}"));
    check(
        "1984?~",
        "at character 6: found `~`, expected the end of the date; `?` and `~` together are written `%`",
    );
    check(
        "Y2025",
        "at character 1: found the year 2025 after `Y`, which is for years of more than four digits; expected 2025",
    );
    check(
        "Y-12",
        "at character 1: found the year -12 after `Y`, which is for years of more than four digits; expected -0012",
    );
    check("Y", "at character 2: the text ends, expected a year of more than four digits after `Y`");
    check("Y012345", "at character 2: found `0`, expected a first digit from 1 to 9");
    check(
        "Y12345-01",
        "at character 7: found `-`, expected the end of the date: after `Y` stands a year alone",
    );
}

#[test]
fn times() {
    const TIME: &str = "expected it only after a single date of year, month and day";
    check(
        "2025-02T10:00:00",
        &format!("at character 8: found a time of day after a date that is not one day; {TIME}"),
    );
    check(
        "2025-02-1XT10:00:00",
        &format!("at character 11: found a time of day after a date that is not one day; {TIME}"),
    );
    check(
        "2025-02-10?T10:00:00",
        &format!("at character 12: found a time of day after a qualification; {TIME}"),
    );
    check(
        "2025-02-10T10:00:00/2025",
        &format!("at character 20: found a time of day in an interval; {TIME}"),
    );
    check(
        "2025/2025-02-10T10:00:00",
        &format!("at character 16: found a time of day in an interval; {TIME}"),
    );
    check("[2025-02-10T10:00:00]", &format!("at character 12: found a time of day in a set; {TIME}"));
    check("2025-02-10T24:00:00", "at character 12: there is no hour 24; expected 00 to 23");
    check("2025-02-10T10:60:00", "at character 15: there is no minute 60; expected 00 to 59");
    check("2025-02-10T10:00:61", "at character 18: there is no second 61; expected 00 to 60");
    check("2025-02-10T10:00", "at character 17: the text ends, expected `:` and the seconds");
    check("2025-02-10T1:35", "at character 13: found `:`, expected two digits");
    check(
        "2025-02-10T10:00:00.5",
        "at character 20: found `.`, expected `Z`, `+` or `-` and the hours from UTC, or the end of the time",
    );
    check("2025-02-10T10:00:00+0430", "at character 23: found `3`, expected the end of the time");
    check(
        "2025-02-10T10:00:00-00",
        "at character 20: there is no zone -00; expected no difference from UTC as `Z` or `+00`",
    );
}

#[test]
fn intervals_and_sets() {
    const EMPTY_INTERVAL: &str =
        "at character 1: found an interval without a date; expected one on at least one side of `/`";
    const EMPTY_SET: &str = "found a set without a date; expected at least one between `[` and `]`";
    const MORE: &str = "expected `,` and another date, `..`, or `]`";
    const YEAR: &str = "expected a year of four digits, with `X` for a digit that is not known";
    let order = |place: usize, end: &str, start: &str| {
        format!(
            "at character {place}: the end {end} is before the start {start}; expected the earlier date first"
        )
    };
    for text in ["/", "../", "/..", "../.."] {
        check(text, EMPTY_INTERVAL);
    }
    check("..", "at character 3: the text ends, expected `/` and the end of an interval");
    check("2006/2005", &order(6, "2005", "2006"));
    check("2025-02-11/2025-02-10", &order(12, "2025-02-10", "2025-02-11"));
    check("2025-03-01/2025-02~", &order(12, "2025-02~", "2025-03-01"));
    check("2004/2005/2006", "at character 10: found `/`, expected the end of the interval");
    check("2004//", "at character 6: found `/`, expected the end of the interval");
    check("[]", &format!("at character 1: {EMPTY_SET}"));
    check("[..]", &format!("at character 2: {EMPTY_SET}"));
    check("[", &format!("at character 2: the text ends, {YEAR}"));
    check("[2025", &format!("at character 6: the text ends, {MORE}"));
    check("[2025,", &format!("at character 7: the text ends, {YEAR}"));
    check("[2025,]", &format!("at character 7: found `]`, {YEAR}"));
    check("[1667, 1668]", &format!("at character 7: found a space, {YEAR}"));
    check("[2025/2026]", &format!("at character 6: found `/`, {MORE}"));
    check("[2025]/2026", "at character 7: found `/`, expected the end of the text after `]`");
    check("[1672..1670]", &order(8, "1670", "1672"));
    check(
        "[1667..,1670]",
        "at character 6: found `..` without a date after it; expected that only at the end of a set",
    );
    check(
        "[1667,..1670]",
        "at character 7: found `..` without a date before it; expected that only at the start of a set",
    );
    check("[1667..1668..1670]", &format!("at character 12: found `.`, {MORE}"));
    check("[..1667..]", &format!("at character 8: found `.`, {MORE}"));
}
