//! What the timeline shows of time, and what brings it elsewhere.

use super::*;

#[test]
fn the_timeline_keeps_the_open_entry_in_sight() {
    // A day apart from 2025-03-01 on: on Minsk the first, fourth, seventh, …
    let all = corpus(30);
    let minsk = VenueFilter::Venue(all.venues().next().unwrap());
    let check = |seen: (&str, &str), action: Action, stays: bool| {
        let seen = (day(seen.0), day(seen.1));
        let state = State { seen: Some(seen), ..State::default() };
        let next = reduce(all, &state, action.clone()).unwrap();
        let now = next.seen.unwrap();
        assert_eq!(now == seen, stays, "{action:?}: {now:?}");
        let open = view(all, &next).open.and_then(|at| view(all, &next).shown.get(at).map(|shown| shown.0));
        let at = open.unwrap().date().days().latest.unwrap();
        assert!(now.0 <= at && at <= now.1, "{action:?}: {at} is not in {now:?}");
        // As closely as before, but for whole days.
        let length = |days: (Day, Day)| days.1.number() - days.0.number();
        assert!((length(now) - length(seen)).abs() <= 1, "{action:?}: {now:?} for {seen:?}");
    };
    check(("2025-03-01", "2025-03-12"), Action::Step(1), true);
    check(("2025-03-01", "2025-03-12"), Action::Step(14), false);
    check(("2025-03-01", "2025-03-12"), Action::SelectEntry(all.entries().nth(25).unwrap()), false);
    check(("2025-03-15", "2025-03-26"), Action::SelectVenue(minsk), false);
    check(("2025-03-01", "2025-03-12"), Action::SelectVenue(minsk), true);
    check(("2025-03-15", "2025-03-26"), Action::Play, false);
}

#[test]
fn the_timeline_keeps_the_as_of_date_in_sight() {
    let all = corpus(30);
    let check = |as_of: &str, action: Action, sought: &str, stays: bool| {
        let seen = (day("2025-03-10"), day("2025-03-20"));
        let state = State { seen: Some(seen), chosen_as_of: as_of.parse().ok(), ..State::default() };
        let now = reduce(all, &state, action.clone()).unwrap().seen.unwrap();
        assert_eq!(now == seen, stays, "{action:?}: {now:?}");
        assert!(now.0 <= day(sought) && day(sought) <= now.1, "{action:?}: {sought} is not in {now:?}");
    };
    check("", Action::SetAsOf(Some(day("2025-03-12"))), "2025-03-12", true);
    check("", Action::SetAsOf(Some(day("2025-03-25"))), "2025-03-25", false);
    check("", Action::SetAsOf(Some(day("2025-03-02"))), "2025-03-02", false);
    // Entries are reported from the day after they are dated to the eighth.
    check("2025-03-14", Action::StepAsOf(-1), "2025-03-13", true);
    check("2025-03-10", Action::StepAsOf(-1), "2025-03-09", false);
    // What is shown as it is stands behind the last.
    check("2025-03-14", Action::SetAsOf(None), "2025-03-30", false);
}

#[test]
fn the_timeline_is_moved_by_a_part_of_what_is_seen() {
    let all = corpus(30);
    let pan = |seen: (&str, &str), part: f64| {
        let state = State { seen: Some((day(seen.0), day(seen.1))), ..State::default() };
        reduce(all, &state, Action::PanTime(part)).map(|next| next.seen.unwrap())
    };
    let (from, to) = pan(("2025-03-10", "2025-03-19"), 0.5).unwrap();
    assert_eq!((from, to), (day("2025-03-15"), day("2025-03-24")));
    let (from, to) = pan(("2025-03-10", "2025-03-19"), -0.5).unwrap();
    assert_eq!((from, to), (day("2025-03-05"), day("2025-03-14")));
    assert_eq!(reduce(all, &State::default(), Action::PanTime(0.5)), None);
}

#[test]
fn the_timeline_is_zoomed_in_its_middle_and_back() {
    let all = corpus(30);
    let zoom = |state: &State, factor: f64| reduce(all, state, Action::ZoomTime(factor));
    let whole = State { entry: all.entries().next(), ..State::default() };
    assert_eq!(zoom(&whole, 0.5), None);
    let near = zoom(&whole, 1.4).unwrap();
    let (from, to) = near.seen.unwrap();
    let nearer = zoom(&near, 1.3).unwrap().seen.unwrap();
    assert!(from < nearer.0 && nearer.1 < to, "{nearer:?} in {:?}", (from, to));
    assert_eq!(zoom(&near, 0.1), Some(whole));
}
