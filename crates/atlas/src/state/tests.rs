//! The state as a whole: addresses, reducer, what is shown.

mod addresses;
mod filters;
mod seen;

use proptest::prelude::*;

use super::*;
use crate::date::Day;
use crate::testing::corpus;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn period(from: &str, to: &str) -> Period {
    Period { from: Some(day(from)), to: Some(day(to)), surely: false }
}

#[test]
fn a_period_that_ends_before_it_begins_has_no_end() {
    for fragment in ["from=2025-03-05&to=2025-03-04", "to=2025-03-04&from=2025-03-05"] {
        let state = open(corpus(6), "", fragment);
        assert_eq!(state.notes, [Note::BadDate("2025-03-04".to_owned())]);
        assert_eq!(state.period, Period { from: Some(day("2025-03-05")), ..Period::default() });
    }
}

#[test]
fn pins_outrank_the_reader() {
    let state = open(corpus(6), "asof=2025-03-04&theme=dark&chrome=compact", "asof=2025-03-20");
    assert_eq!(state.as_of(), Some(day("2025-03-04")));
    assert_eq!((state.pins.theme, state.pins.chrome), (Some(Theme::Dark), Chrome::Compact));
    let restored = reduce(corpus(6), &state, Action::Restore(Box::default()));
    assert_eq!(restored.map(|state| state.pins), Some(state.pins));
}

#[test]
fn actions_that_change_nothing_give_nothing() {
    let all = corpus(6);
    let minsk = all.venues().next().unwrap();
    let first = all.entries().next().unwrap();
    let chosen = reduce(all, &State::default(), Action::SelectEntry(first)).unwrap();
    let check =
        |state: &State, action: Action| assert_eq!(reduce(all, state, action.clone()), None, "{action:?}");
    check(&State::default(), Action::SelectVenue(VenueFilter::All));
    check(&State::default(), Action::Search(String::new()));
    check(&State::default(), Action::SetAsOf(None));
    check(&State::default(), Action::ResetLook);
    check(&State::default(), Action::DismissNotes);
    check(&State::default(), Action::SetPeriod(Period::default()));
    check(&State::default(), Action::SetPeriod(period("2025-03-05", "2025-03-04")));
    check(&State::default(), Action::StepAsOf(1));
    check(&State::default(), Action::Advance);
    check(&State::default(), Action::Pause);
    check(&chosen, Action::SelectEntry(first));
    check(&chosen, Action::Step(-1));
    // And one that does: choosing a venue drops an entry that it does not hold.
    let geneva = VenueFilter::Venue(all.venues().nth(1).unwrap());
    assert_eq!(reduce(all, &chosen, Action::SelectVenue(geneva)).unwrap().entry, None);
    let minsk = reduce(all, &chosen, Action::SelectVenue(VenueFilter::Venue(minsk))).unwrap();
    assert_eq!(minsk.entry, Some(first));
    assert_eq!(reduce(all, &minsk, Action::SelectVenue(minsk.venue)).unwrap().venue, VenueFilter::All);
}

/// What stands beside what after each action, from the address of the state before it.
#[test]
fn two_venues_stand_side_by_side() {
    let all = corpus(6);
    let [minsk, geneva] = [0, 1].map(|at| all.venues().nth(at).unwrap());
    let of_geneva = all.entries().nth(1).unwrap();
    let check = |from: &str, action: Action, expected: &str, pushed: bool| {
        let state = open(all, "", from);
        let next = reduce(all, &state, action.clone()).unwrap();
        assert_eq!(fragment(&next), expected, "{from}: {action:?}");
        assert_eq!(history(&state, &next) == Write::Push, pushed, "{from}: {action:?}");
        assert_eq!(next.pair().is_some(), next.against.is_some(), "{from}: {action:?}");
        assert!(next.pair().is_none_or(|pair| pair == [minsk, geneva]), "the order is the corpus's");
    };
    let both = "venue=minsk&view=positions&against=geneva";
    check("view=positions", Action::Compare(minsk), "venue=minsk&view=positions", true);
    check("venue=minsk&view=positions", Action::Compare(geneva), both, true);
    check(both, Action::Compare(geneva), "venue=minsk&view=positions", true);
    check(both, Action::Compare(minsk), "venue=geneva&view=positions", true);
    check("venue=none&view=positions", Action::Compare(minsk), "venue=minsk&view=positions", true);
    // The one that is selected changes places with the other; and one alone is no pair.
    let turned = "venue=geneva&view=positions&against=minsk";
    check(both, Action::SelectVenue(VenueFilter::Venue(geneva)), turned, true);
    check(both, Action::SelectVenue(VenueFilter::Venue(minsk)), "view=positions", true);
    check(both, Action::SelectVenue(VenueFilter::NoVenue), "venue=none&view=positions", true);
    check(both, Action::Lift(Filters::VENUE), "view=positions", true);
    check(both, Action::ShowPositions(false), "venue=minsk", true);
    let ask = Action::Ask(VenueFilter::Venue(geneva), Party::Reports, of_geneva);
    check(both, ask, "venue=geneva&view=positions&against=minsk&entry=entry-1", true);
    // An entry that the newly selected venue does not hold is let go.
    let open_of_geneva = "venue=geneva&view=positions&against=minsk&entry=entry-1";
    check(open_of_geneva, Action::Compare(geneva), "venue=minsk&view=positions", true);
    check(both, Action::Search("a".to_owned()), "venue=minsk&view=positions&against=geneva&q=a", false);
}

#[test]
fn no_venue_stands_beside_itself_or_on_the_map() {
    for fragment in [
        "venue=minsk&view=positions&against=minsk",
        "venue=minsk&against=geneva",
        "venue=none&view=positions&against=minsk",
    ] {
        let state = open(corpus(6), "", fragment);
        let against = fragment.rsplit('=').next().unwrap();
        assert_eq!(
            (state.against, state.notes),
            (None, vec![Note::BadValue(against.to_owned())]),
            "{fragment}"
        );
    }
}

#[test]
fn steps_stay_inside_what_is_shown() {
    let all = corpus(6);
    let minsk = VenueFilter::Venue(all.venues().next().unwrap());
    let mut state = reduce(all, &State::default(), Action::SelectVenue(minsk)).unwrap();
    for expected in ["entry-3", "entry-3", "entry-0"] {
        let by = if expected == "entry-0" { -1 } else { 1 };
        state = reduce(all, &state, Action::Step(by)).unwrap_or(state);
        assert_eq!(state.entry.map(|entry| entry.id()), Some(expected));
    }
}

#[test]
fn as_of_tells_surely_from_possibly() {
    let all = corpus(6);
    // Entry n was reported two days after 1 + n March; entry 3 up to nine days after.
    let check = |as_of: &str, shown: &str, total: usize| {
        let state = State { chosen_as_of: Some(day(as_of)), ..State::default() };
        let view = view(all, &state);
        let words: String = view
            .shown
            .iter()
            .map(|(entry, report)| {
                format!("{}{}", &entry.id()[6..], if *report == Report::Possibly { "?" } else { "" })
            })
            .collect();
        assert_eq!((words.as_str(), view.total), (shown, total), "{as_of}");
        assert_eq!(view.possibly, shown.matches('?').count());
    };
    check("2025-03-02", "", 0);
    check("2025-03-03", "0", 1);
    check("2025-03-05", "012", 3);
    check("2025-03-06", "0123?", 3);
    check("2025-03-07", "0123?4", 4);
    check("2025-03-13", "012345", 6);
}

#[test]
fn the_as_of_date_steps_through_the_reports() {
    let all = corpus(4);
    // Entries 0 to 2 were reported on 3, 4 and 5 March, entry 3 between 6 and 13 March.
    assert_eq!(report_dates(all), Some((day("2025-03-03"), day("2025-03-13"))));
    let check = |from: &str, by: i32, expected: &str| {
        let state = State { chosen_as_of: from.parse().ok(), ..State::default() };
        let next = reduce(all, &state, Action::StepAsOf(by)).unwrap_or(state);
        assert_eq!(next.chosen_as_of.map(|day| day.to_string()).unwrap_or_default(), expected, "{from} {by}");
    };
    check("", -1, "2025-03-13");
    check("2025-03-13", -1, "2025-03-06");
    check("2025-03-06", -1, "2025-03-05");
    check("2025-03-03", -1, "2025-03-03");
    check("2025-03-03", 1, "2025-03-04");
    check("2025-03-07", 1, "2025-03-13");
    check("2025-03-13", 1, "");
    check("", 1, "");
}

#[test]
fn the_story_is_played_to_its_end_and_by_nothing_but_time() {
    let all = corpus(3);
    let act = |state: &State, action: Action| reduce(all, state, action).unwrap_or(state.clone());
    let opened = |state: &State| (state.entry.map(|entry| entry.id()), state.playing);
    let started = act(&State::default(), Action::Play);
    assert_eq!(opened(&started), (Some("entry-0"), true));
    let second = act(&started, Action::Advance);
    assert_eq!(opened(&second), (Some("entry-1"), true));
    let ended = act(&second, Action::Advance);
    assert_eq!(opened(&ended), (Some("entry-2"), false));
    assert_eq!(opened(&act(&ended, Action::Play)), (Some("entry-0"), true));
    // What is played does not fill the history.
    assert_eq!(history(&started, &second), Write::Replace);
    // Pausing, and anything else that a reader does.
    for action in
        [Action::Play, Action::Pause, Action::Step(-1), Action::Search("a".to_owned()), Action::DismissNotes]
    {
        assert!(!act(&second, action.clone()).playing, "{action:?}");
    }
}

#[test]
fn a_period_filters_everything_that_is_shown() {
    let all = corpus(6);
    let state =
        reduce(all, &State::default(), Action::SetPeriod(period("2025-03-02", "2025-03-05"))).unwrap();
    let view = view(all, &state);
    let counts: Vec<usize> = view.venue_counts.iter().map(|count| count.1).collect();
    assert_eq!((view.shown.len(), view.total, counts, view.no_venue_count), (4, 4, vec![1, 2], 1));
    assert_eq!(view.venue_entries.len(), 4);
    // An entry that is asked for is shown, whatever the period.
    let last = all.entries().nth(5).unwrap();
    assert!(reduce(all, &state, Action::SelectEntry(last)).unwrap().period.is_all());
}

#[test]
fn steps_are_pushed_and_what_is_continuous_replaces() {
    let all = corpus(6);
    let minsk = VenueFilter::Venue(all.venues().next().unwrap());
    let check = |action: Action, expected: Write| {
        let old = State::default();
        let new = reduce(all, &old, action).unwrap();
        assert_eq!(history(&old, &new), expected);
    };
    check(Action::SelectVenue(minsk), Write::Push);
    check(Action::SelectEntry(all.entries().next().unwrap()), Write::Push);
    check(Action::SetAsOf(Some(day("2025-03-05"))), Write::Push);
    check(Action::SetPeriod(period("2025-03-02", "2025-03-05")), Write::Push);
    check(Action::LookAt(Some((day("2025-03-02"), day("2025-03-05")))), Write::Replace);
    check(Action::SetSpacing(Spacing::Equal), Write::Replace);
    check(Action::Search("a".to_owned()), Write::Replace);
    check(Action::Settle(Look { lon_deg: 1.0, lat_deg: 2.0, km_per_px: 3.0 }), Write::Replace);
    check(Action::SetTheme(Theme::Dark), Write::Nothing);
}

#[test]
fn a_run_of_steps_is_pushed_once() {
    let all = corpus(6);
    let minsk = VenueFilter::Venue(all.venues().next().unwrap());
    let fourth = all.entries().nth(4).unwrap();
    let check = |actions: &[Action], expected: &[Write]| {
        let mut state = State::default();
        let mut written = Vec::new();
        for action in actions {
            let new = reduce(all, &state, action.clone()).unwrap_or_else(|| state.clone());
            written.push(history(&state, &new));
            state = new;
        }
        assert_eq!(written, expected, "{actions:?}");
    };
    use Action::{ResetLook, Search, SelectEntry, SelectVenue, SetTheme, Step};
    use Write::{Nothing, Push, Replace};
    check(&[Step(1), Step(1), Step(-1), Step(2)], &[Push, Replace, Replace, Replace]);
    // A step past the end, or an action that changes nothing, is no part of a run and does not end it.
    check(&[Step(9), Step(1), Step(-1)], &[Push, Nothing, Replace]);
    check(&[Step(1), ResetLook, Step(1)], &[Push, Nothing, Replace]);
    check(&[Action::StepAsOf(-1), Action::StepAsOf(-1), Action::StepAsOf(1)], &[Push, Replace, Replace]);
    // Whatever else changes something ends it.
    check(&[Step(1), SelectEntry(fourth), Step(1)], &[Push, Push, Push]);
    check(&[Step(1), SelectVenue(minsk), Step(1), Step(-1)], &[Push, Push, Push, Replace]);
    check(&[Step(1), Search("a".to_owned()), Step(1)], &[Push, Replace, Push]);
    check(&[Step(1), SetTheme(Theme::Dark), Step(1)], &[Push, Nothing, Push]);
    check(&[Step(1), Action::Restore(Box::default()), Step(1)], &[Push, Push, Push]);
}

proptest! {
    #[test]
    fn as_of_never_shows_a_later_report(as_of in 20_140_i32..20_170, count in 0_usize..30) {
        let all = corpus(count);
        let day = Day::new(as_of);
        let view = view(all, &State { chosen_as_of: Some(day), ..State::default() });
        for (entry, report) in &view.shown {
            prop_assert!(entry.reported().earliest.unwrap() <= day);
            prop_assert_eq!(*report == Report::Surely, entry.reported().latest.unwrap() <= day);
        }
        prop_assert_eq!(view.shown.len() + view.later, count);
    }

    #[test]
    fn opening_is_total(query in ".{0,200}", fragment in ".{0,200}") {
        let all = corpus(3);
        let state = open(all, &query, &fragment);
        // What was written once is written the same again.
        let once = super::fragment(&state);
        prop_assert_eq!(super::fragment(&open(all, "", &once)), once);
    }

    /// Against another way to undo escapes: byte by byte.
    #[test]
    fn a_value_is_read_whole_or_not_at_all(raw in "(%[0-9a-fA-F]{0,2}|%C3%A9|[a-z=+<é\u{1}]){0,12}") {
        let state = open(corpus(3), "", &format!("q={raw}"));
        let mut bytes = Vec::new();
        let mut rest = raw.as_bytes();
        let mut whole = true;
        while let [first, after @ ..] = rest {
            let escape = if *first == b'%' { after.get(..2) } else { None };
            let byte = escape.and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
            whole &= *first != b'%' || byte.is_some();
            bytes.push(byte.unwrap_or(*first));
            rest = if byte.is_some() { &after[2..] } else { after };
        }
        let text = String::from_utf8(bytes).ok().filter(|text| whole && !text.contains(|c: char| c.is_ascii_control() && c != '\t'));
        prop_assert_eq!(state.notes.len(), usize::from(text.is_none()));
        prop_assert_eq!(state.query, text.unwrap_or_default());
    }

    #[test]
    fn every_search_that_can_be_typed_comes_back(query in "\\PC{0,200}") {
        let state = State { query, ..State::default() };
        prop_assert_eq!(open(corpus(3), "", &super::fragment(&state)), state);
    }

    #[test]
    fn dates_have_years_of_four_digits(number in -3_000_000_i32..4_000_000) {
        let day = Day::new(number);
        let state = open(corpus(3), &format!("asof={}", day.to_string().replace('+', "%2B")), "");
        let sensible = (1..=9999).contains(&day.ymd().0);
        prop_assert_eq!(state.as_of(), sensible.then_some(day));
        prop_assert_eq!(state.notes.len(), usize::from(!sensible));
    }

    #[test]
    fn fragments_round_trip(
        venue in 0_usize..4, entry in 0_usize..7, query in "\\PC{0,60}", as_of in prop::option::of(20_000_i32..21_000),
        from in prop::option::of(20_000_i32..20_100), to in prop::option::of(20_200_i32..20_300), surely: bool, equal: bool,
        seen in prop::option::of((20_000_i32..20_100, 20_200_i32..20_300)), beside: bool,
    ) {
        let period = Period { from: from.map(Day::new), to: to.map(Day::new), surely };
        let all = corpus(6);
        let venue = match venue {
            0 => VenueFilter::All,
            1 => VenueFilter::NoVenue,
            n => VenueFilter::Venue(all.venues().nth(n - 2).unwrap()),
        };
        let state = State {
            // Never a venue beside an entry of another, nor beside itself: that is no state that the reducer makes.
            against: all.venues().find(|other| beside && surely != equal && venue.venue().is_some_and(|venue| venue != *other)),
            positions: surely != equal, venue, query, entry: all.entries().nth(entry).filter(|&entry| reduce::fits(entry, venue) && period.holds(entry.date().days())),
            chosen_as_of: as_of.map(Day::new), period, seen: seen.map(|(a, b)| (Day::new(a), Day::new(b))),
            spacing: if equal { Spacing::Equal } else { Spacing::Proportional }, ..State::default()
        };
        prop_assert_eq!(open(all, "", &super::fragment(&state)), state);
    }
}
