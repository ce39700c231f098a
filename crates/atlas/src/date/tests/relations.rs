//! Before, after and within, and the order of dates.

use super::{day, edtf};

/// What is surely so, what only possibly, and what is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Surely,
    Possibly,
    Not,
}
use Told::{Not, Possibly, Surely};

fn told(surely: bool, possibly: bool) -> Told {
    match (surely, possibly) {
        (true, true) => Surely,
        (false, true) => Possibly,
        (false, false) => Not,
        (true, false) => panic!("surely, and not possibly"),
    }
}

#[test]
fn before_and_after() {
    let check = |a: &str, b: &str, before: Told, after: Told| {
        let (a, b) = (edtf(a), edtf(b));
        assert_eq!(told(a.surely_before(&b), a.possibly_before(&b)), before, "{a} before {b}");
        assert_eq!(told(a.surely_after(&b), a.possibly_after(&b)), after, "{a} after {b}");
    };
    check("2025-02-10", "2025-02-11", Surely, Not);
    check("2025-02-11", "2025-02-10", Not, Surely);
    check("2025-02-10", "2025-02-10", Not, Not);
    check("2025-02", "2025-02-10", Possibly, Possibly);
    check("2025-02", "2025-02-28", Possibly, Not);
    check("2025-01", "2025-02", Surely, Not);
    check("[2025-02-10..2025-02-14]", "2025-02-15", Surely, Not);
    check("[2025-02-10..2025-02-14]", "2025-02-14", Possibly, Not);
    check("[2025-02-10..]", "2025-02-14", Possibly, Possibly);
    check("[..2025-02-10]", "2025-02-14", Surely, Not);
    check("../2025-02-10", "2025-02-14", Surely, Not);
    check("2025-02-10/", "2025-02-09", Not, Surely);
    check("2025-02-10/..", "2025-03-01/..", Possibly, Possibly);
    check("2025-02-2X", "2025-03", Surely, Not);
}

#[test]
fn within() {
    let check = |date: &str, from: &str, to: &str, expected: Told| {
        let (date, from, to) = (edtf(date), day(from), day(to));
        let found = told(date.surely_within(from, to), date.possibly_within(from, to));
        assert_eq!(found, expected, "{date} within {from} to {to}");
    };
    check("2025-02-10", "2025-02-10", "2025-02-10", Surely);
    check("2025-02-10", "2025-02-11", "2025-02-12", Not);
    check("2025-02-10", "2025-02-12", "2025-02-08", Not);
    check("2025-02", "2025-02-01", "2025-02-28", Surely);
    check("2025-02", "2025-02-02", "2025-02-27", Possibly);
    check("2025", "2025-12-31", "2026-01-31", Possibly);
    // An interval overlaps; a set needs a day of its own there.
    check("2025-02-01/2025-02-28", "2025-02-10", "2025-02-14", Possibly);
    check("[2025-02-01..2025-02-28]", "2025-02-10", "2025-02-14", Possibly);
    check("[2025-02-01,2025-02-28]", "2025-02-10", "2025-02-14", Not);
    check("[2025-02-01,2025-02-12,2025-02-28]", "2025-02-10", "2025-02-14", Possibly);
    check("[1667,1668,1670..1672]", "1669-01-01", "1669-12-31", Not);
    check("[1667,1668,1670..1672]", "1671-01-01", "1671-12-31", Possibly);
    check("[..1667,1672..]", "1668-01-01", "1671-12-31", Not);
    check("[..1667,1672..]", "1600-01-01", "1600-12-31", Possibly);
    // Digits left unspecified mean their candidates alone.
    check("XXXX-12-25", "2025-01-01", "2025-12-24", Not);
    check("XXXX-12-25", "2025-12-20", "2025-12-31", Possibly);
    check("XXXX-02-29", "2025-01-01", "2027-12-31", Not);
    check("XXXX-02-29", "1897-01-01", "1903-12-31", Not);
    check("2025-02-X1", "2025-02-02", "2025-02-10", Not);
    check("2025-02-2X", "2025-02-20", "2025-02-28", Surely);
    check("200X-24", "2008-02-01", "2008-02-02", Possibly);
    check("200X-24", "2008-03-01", "2008-11-30", Not);
    check("200X-24", "2010-02-28", "2010-02-28", Possibly);
    // Without a limit nothing is sure.
    check("2025-02-10/..", "2025-02-01", "2099-12-31", Possibly);
    check("2025-02-10/", "2025-02-01", "2025-02-09", Not);
    check("../2025-02-10", "1000-01-01", "2025-02-10", Possibly);
}

#[test]
fn order() {
    let sorted = [
        "[..2025-02-09]",
        "2025-02-09",
        "[..2025-02-10]",
        "2025-02-01/2025-02-10",
        "[2025-02-08..2025-02-10]",
        "2025-02-10",
        "2025-02",
        "2025-02-2X",
        "2025",
        "[2025-02-10..]",
        "2025-03-01/..",
    ];
    let mut shuffled: Vec<_> = sorted.iter().rev().map(|text| edtf(text)).collect();
    shuffled.sort_by_key(crate::date::Edtf::order_key);
    assert_eq!(shuffled.iter().map(ToString::to_string).collect::<Vec<_>>(), sorted);
}
