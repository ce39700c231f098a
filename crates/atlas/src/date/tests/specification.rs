//! The examples of the EDTF specification (Library of Congress, 4 February 2019), and some of ours.

use super::{day, edtf};
use crate::date::{Bounds, Precision, Qualification, Season, Year, Zone};

/// Reads, prints, and compares bounds and precision; `""` is a side without limit.
fn check(text: &str, earliest: &str, latest: &str, precision: Precision) {
    let date = edtf(text);
    assert_eq!(date.to_string(), text);
    let bound = |text: &str| (!text.is_empty()).then(|| day(text));
    let expected = Bounds { earliest: bound(earliest), latest: bound(latest) };
    assert_eq!(date.bounds(), expected, "{text}");
    assert_eq!(date.precision(), precision, "{text}");
}

#[test]
fn level_0_dates() {
    check("1985-04-12", "1985-04-12", "1985-04-12", Precision::Day);
    check("1985-04", "1985-04-01", "1985-04-30", Precision::Month);
    check("1985", "1985-01-01", "1985-12-31", Precision::Year);
    check("2024-02", "2024-02-01", "2024-02-29", Precision::Month);
    check("2025-02", "2025-02-01", "2025-02-28", Precision::Month);
    check("1900-02", "1900-02-01", "1900-02-28", Precision::Month);
    check("2000-02-29", "2000-02-29", "2000-02-29", Precision::Day);
    check("0000", "0000-01-01", "0000-12-31", Precision::Year);
    check("9999-12", "9999-12-01", "9999-12-31", Precision::Month);
}

#[test]
fn level_0_times() {
    let check_time = |text: &str, of_day: &str, zone| {
        check(text, of_day, of_day, Precision::Day);
        let crate::date::Edtf::Date(date) = edtf(text) else { panic!("{text}") };
        assert_eq!(date.time().map(|time| time.zone), Some(zone), "{text}");
        assert_eq!(edtf(text).is_certain_day(), Some(day(of_day)), "{text}");
    };
    check_time("1985-04-12T23:20:30", "1985-04-12", Zone::Local);
    check_time("1985-04-12T23:20:30Z", "1985-04-12", Zone::Utc);
    check_time("1985-04-12T23:20:30-04", "1985-04-12", Zone::Hours(-4));
    check_time("1985-04-12T23:20:30+04:30", "1985-04-12", Zone::Minutes(270));
    check_time("2025-03-05T13:35:00Z", "2025-03-05", Zone::Utc);
    check_time("2025-03-05T00:00:00-00:30", "2025-03-05", Zone::Minutes(-30));
    check_time("2016-12-31T23:59:60+00", "2016-12-31", Zone::Hours(0));
}

#[test]
fn level_0_intervals() {
    check("1964/2008", "1964-01-01", "2008-12-31", Precision::Year);
    check("2004-06/2006-08", "2004-06-01", "2006-08-31", Precision::Month);
    check("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", Precision::Day);
    check("2004-02-01/2005-02", "2004-02-01", "2005-02-28", Precision::Month);
    check("2004-02-01/2005", "2004-02-01", "2005-12-31", Precision::Year);
    check("2005/2006-02", "2005-01-01", "2006-02-28", Precision::Year);
}

#[test]
fn level_1_years() {
    check("-1985", "-1985-01-01", "-1985-12-31", Precision::Year);
    check("-0001-02-28", "-0001-02-28", "-0001-02-28", Precision::Day);
    check("Y17000", "+17000-01-01", "+17000-12-31", Precision::Year);
    check("Y-17000", "-17000-01-01", "-17000-12-31", Precision::Year);
    check("Y5881579", "+5881579-01-01", "+5881579-12-31", Precision::Year);
    check("Y-5877640", "-5877640-01-01", "-5877640-12-31", Precision::Year);
    check("Y17000?/Y18000", "+17000-01-01", "+18000-12-31", Precision::Year);
}

#[test]
fn level_1_seasons() {
    check("2001-21", "2001-03-01", "2001-05-31", Precision::Season);
    check("2001-22", "2001-06-01", "2001-08-31", Precision::Season);
    check("2003-23", "2003-09-01", "2003-11-30", Precision::Season);
    check("2024-24", "2024-12-01", "2025-02-28", Precision::Season);
    check("2023-24", "2023-12-01", "2024-02-29", Precision::Season);
    check("9999-24", "9999-12-01", "+10000-02-29", Precision::Season);
    let crate::date::Edtf::Date(date) = edtf("2001-24") else { panic!() };
    assert_eq!((date.year(), date.season(), date.month()), (Year::Known(2001), Some(Season::Winter), None));
}

#[test]
fn level_1_qualification() {
    let check_qualified = |text: &str, qualification| {
        assert_eq!(edtf(text).to_string(), text);
        assert_eq!(edtf(text).qualification(), qualification, "{text}");
        let plain = text.replace(['?', '~', '%'], "");
        assert_eq!(edtf(text).bounds(), edtf(&plain).bounds(), "{text}");
        assert!(edtf(text).is_certain_day().is_none(), "{text}");
    };
    check_qualified("1984?", Qualification::Uncertain);
    check_qualified("2004-06~", Qualification::Approximate);
    check_qualified("2004-06-11%", Qualification::Both);
    check_qualified("2001-21~", Qualification::Approximate);
    check_qualified("1984~/2004-06", Qualification::Approximate);
    check_qualified("1984?/2004-06~", Qualification::Both);
    check_qualified("1984?/..", Qualification::Uncertain);
    check_qualified("[1667,1668?,1670%..1672]", Qualification::Both);
    check_qualified("[2025-02-10~..2025-02-10]", Qualification::Approximate);
    check_qualified("2025-02-1X?", Qualification::Uncertain);
    assert_eq!(edtf("1984").qualification(), Qualification::Plain);
}

#[test]
fn level_1_unspecified_digits() {
    check("201X", "2010-01-01", "2019-12-31", Precision::Decade);
    check("20XX", "2000-01-01", "2099-12-31", Precision::Century);
    check("2004-XX", "2004-01-01", "2004-12-31", Precision::Year);
    check("1985-04-XX", "1985-04-01", "1985-04-30", Precision::Month);
    check("1985-XX-XX", "1985-01-01", "1985-12-31", Precision::Year);
    check("XXXX", "0000-01-01", "9999-12-31", Precision::Partial);
    check("-198X", "-1989-01-01", "-1980-12-31", Precision::Decade);
    check("-XXXX", "-9999-01-01", "-0001-12-31", Precision::Partial);
}

#[test]
fn level_1_open_and_unknown_ends() {
    check("1985-04-12/..", "1985-04-12", "", Precision::Day);
    check("1985-04/..", "1985-04-01", "", Precision::Month);
    check("1985/..", "1985-01-01", "", Precision::Year);
    check("../1985-04-12", "", "1985-04-12", Precision::Day);
    check("../1985-04", "", "1985-04-30", Precision::Month);
    check("../1985", "", "1985-12-31", Precision::Year);
    check("1985-04-12/", "1985-04-12", "", Precision::Day);
    check("1985-04/", "1985-04-01", "", Precision::Month);
    check("1985/", "1985-01-01", "", Precision::Year);
    check("/1985-04-12", "", "1985-04-12", Precision::Day);
    check("/1985-04", "", "1985-04-30", Precision::Month);
    check("/1985", "", "1985-12-31", Precision::Year);
}

#[test]
fn level_2_one_of_a_set() {
    check("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", Precision::Year);
    check("[..1760-12-03]", "", "1760-12-03", Precision::Day);
    check("[1760-12..]", "1760-12-01", "", Precision::Month);
    check("[1760-01,1760-02,1760-12..]", "1760-01-01", "", Precision::Month);
    check("[1667,1760-12]", "1667-01-01", "1760-12-31", Precision::Year);
    check("[..1984]", "", "1984-12-31", Precision::Year);
    check("[2025-02-10..2025-02-14]", "2025-02-10", "2025-02-14", Precision::Day);
    check("[2025-02-14,2025-02-10]", "2025-02-10", "2025-02-14", Precision::Day);
    check("[..1667,1670,1672..]", "", "", Precision::Year);
    check("[2025-02-10]", "2025-02-10", "2025-02-10", Precision::Day);
    check("[2025-02-2X,2025-03-01]", "2025-02-20", "2025-03-01", Precision::Partial);
}

#[test]
fn level_2_unspecified_digits() {
    check("156X-12-25", "1560-12-25", "1569-12-25", Precision::Partial);
    check("15XX-12-25", "1500-12-25", "1599-12-25", Precision::Partial);
    check("XXXX-12-XX", "0000-12-01", "9999-12-31", Precision::Partial);
    check("1XXX-XX", "1000-01-01", "1999-12-31", Precision::Partial);
    check("1XXX-12", "1000-12-01", "1999-12-31", Precision::Partial);
    check("1984-1X", "1984-10-01", "1984-12-31", Precision::Partial);
    check("2025-02-2X", "2025-02-20", "2025-02-28", Precision::Partial);
    check("2024-02-2X", "2024-02-20", "2024-02-29", Precision::Partial);
    check("2025-02-X1", "2025-02-01", "2025-02-21", Precision::Partial);
    check("2025-09-3X", "2025-09-30", "2025-09-30", Precision::Partial);
    check("2025-X1", "2025-01-01", "2025-11-30", Precision::Partial);
    check("2025-XX-31", "2025-01-31", "2025-12-31", Precision::Partial);
    check("XXXX-02-29", "0000-02-29", "9996-02-29", Precision::Partial);
    check("19XX-02-29", "1904-02-29", "1996-02-29", Precision::Partial);
    check("X985", "0985-01-01", "9985-12-31", Precision::Partial);
    check("199X-24", "1990-12-01", "2000-02-29", Precision::Partial);
    check("201X-XX-XX", "2010-01-01", "2019-12-31", Precision::Decade);
    check("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03", Precision::Month);
}

#[test]
fn kinds_and_certain_days() {
    let check = |text: &str, set: bool, interval: bool, certain: Option<&str>| {
        let date = edtf(text);
        assert_eq!((date.is_set(), date.is_interval()), (set, interval), "{text}");
        assert_eq!(date.is_certain_day(), certain.map(day), "{text}");
    };
    check("2025-02-10", false, false, Some("2025-02-10"));
    check("2025-02", false, false, None);
    check("2025-02-1X", false, false, None);
    check("2025-09-3X", false, false, Some("2025-09-30"));
    check("2025-02-10/2025-02-10", false, true, Some("2025-02-10"));
    check("2025-02-10/2025-02-11", false, true, None);
    check("2025-02-10/..", false, true, None);
    check("[2025-02-10..2025-02-14]", true, false, None);
    check("[2025-02-10..2025-02-10]", true, false, Some("2025-02-10"));
    check("[2025-02-10,2025-02-12]", true, false, None);
    check("[..1667,1672..]", true, false, None);
}
