//! Facets, the filters together, and the way back, against counting by hand on random corpora.

use proptest::prelude::*;

use super::*;
use crate::model::columns::{actor, article, date, entry, format, meta, side, source, venue};
use crate::model::{Attribution, Corpus, Entry, EventKind, Kind, Stance};
use crate::pack::{PackWriter, Table};

const SIDES: u32 = 2;
const ACTORS: u32 = 3;
const FORMATS: u32 = 3;
/// The last is not known.
const OUTLETS: [&str; 3] = ["Gazette, The", "Кур’єр & Co=", ""];

/// Of an entry: actor (one of them none), stance or event, attribution, formats, outlets, venue (one of them none), day, summary.
type Told = (u32, (bool, u32), u32, Vec<u32>, Vec<usize>, u32, i32, bool);

fn told() -> impl Strategy<Value = Told> {
    let kind = (any::<bool>(), 0..3_u32);
    let outlets = prop::collection::vec(0..OUTLETS.len(), 1..4);
    let formats = prop::sample::subsequence((0..FORMATS).collect::<Vec<_>>(), 0..3);
    (0..=ACTORS, kind, 0..3_u32, formats, outlets, 0..3_u32, 0..20_i32, any::<bool>())
}

fn row(pack: &mut PackWriter, table: Table, columns: u32, cells: &[(u32, u32)]) -> u32 {
    let mut row = vec![0; columns as usize];
    for &(column, cell) in cells {
        row[column as usize] = cell;
    }
    pack.row(table, &row)
}

fn told_corpus(told: &[Told]) -> Corpus {
    let mut pack = PackWriter::default();
    row(&mut pack, Table::Meta, meta::COUNT, &[]);
    for n in 0..SIDES {
        let id = pack.text(&format!("side-{n}"));
        row(&mut pack, Table::Sides, side::COUNT, &[(side::ID, id)]);
    }
    for n in 0..ACTORS {
        let id = pack.text(&format!("actor-{n}"));
        row(&mut pack, Table::Actors, actor::COUNT, &[(actor::ID, id), (actor::SIDE, n % SIDES)]);
    }
    for n in 0..FORMATS {
        let id = pack.text(&format!("format-{n}"));
        row(&mut pack, Table::Formats, format::COUNT, &[(format::ID, id)]);
    }
    for n in 0..2 {
        let id = pack.text(&format!("venue-{n}"));
        row(&mut pack, Table::Venues, venue::COUNT, &[(venue::ID, id)]);
    }
    for outlet in OUTLETS {
        let outlet = pack.text(outlet);
        // Two articles of each.
        for _ in 0..2 {
            row(&mut pack, Table::Articles, article::COUNT, &[(article::OUTLET, outlet)]);
        }
    }
    for (n, (who, (is_event, kind), attribution, formats, outlets, at, day, peace)) in told.iter().enumerate()
    {
        let sources: Vec<u32> = outlets
            .iter()
            .enumerate()
            .map(|(k, outlet)| {
                row(
                    &mut pack,
                    Table::Sources,
                    source::COUNT,
                    &[(source::ARTICLE, (2 * outlet + k % 2) as u32)],
                )
            })
            .collect();
        let day = 20_150 + day;
        let cells = [(date::EARLIEST, day as u32), (date::LATEST, day as u32)];
        let on = row(&mut pack, Table::Dates, date::COUNT, &cells);
        let words = pack.text(if *peace { "On peace." } else { "On nothing." });
        let cells = [
            (entry::ID, pack.text(&format!("entry-{n}"))),
            (entry::ACTOR, *who),
            (entry::KIND, u32::from(*is_event)),
            (entry::POSITION, *kind),
            (entry::ATTRIBUTION, *attribution),
            (entry::FORMATS, pack.list(formats)),
            (entry::SOURCES, pack.list(&sources)),
            (entry::VENUE, *at),
            (entry::DATE, on),
            (entry::SUMMARY, pack.list(&[words])),
            // Reported from one day to two after.
            (entry::REPORTED_EARLIEST, day as u32 + 1),
            (entry::REPORTED_LATEST, day as u32 + 2),
        ];
        row(&mut pack, Table::Entries, entry::COUNT, &cells);
    }
    Corpus::open(Vec::leak(pack.finish())).unwrap()
}

/// The words of an entry's values, in another way than the code's.
fn words(entry: Entry, facet: Facet) -> Vec<String> {
    let mut words: Vec<String> = match facet {
        Facet::Side => entry.actor().map(|actor| actor.side().id().to_owned()).into_iter().collect(),
        Facet::Actor => entry.actor().map(|actor| actor.id().to_owned()).into_iter().collect(),
        Facet::Kind => vec![entry.kind().word().to_owned()],
        Facet::Attribution if matches!(entry.kind(), Kind::Event(_)) => Vec::new(),
        Facet::Attribution => vec![entry.attribution().word().to_owned()],
        Facet::Format => entry.formats().map(|format| format.id().to_owned()).collect(),
        Facet::Outlet => entry
            .sources()
            .map(|source| source.article().outlet().to_owned())
            .map(|outlet| if outlet.is_empty() { "none".to_owned() } else { outlet })
            .collect(),
    };
    words.sort();
    words.dedup();
    words
}

fn passes(state: &State, entry: Entry) -> bool {
    Facet::ALL.into_iter().all(|facet| {
        let of_facet: Vec<&str> =
            state.chosen.iter().filter(|choice| choice.facet == facet).map(|choice| choice.word).collect();
        of_facet.is_empty() || words(entry, facet).iter().any(|word| of_facet.contains(&word.as_str()))
    })
}

fn shown(corpus: Corpus, state: &State) -> Vec<Entry> {
    view(corpus, state).shown.into_iter().map(|(entry, _)| entry).collect()
}

/// Some values of the corpus, by numbers.
fn some(corpus: Corpus, numbers: &[usize]) -> Vec<Choice> {
    let all = tally(corpus, &State::default());
    let mut chosen = Vec::new();
    for number in numbers {
        if !all.is_empty() {
            facet::toggle(&mut chosen, all[number % all.len()].0);
        }
    }
    chosen
}

fn state(
    corpus: Corpus,
    (numbers, at, from, as_of, query): (Vec<usize>, u32, Option<i32>, Option<i32>, usize),
) -> State {
    State {
        chosen: some(corpus, &numbers),
        venue: match at {
            0 => VenueFilter::NoVenue,
            3.. => VenueFilter::All,
            n => VenueFilter::Venue(corpus.venues().nth(n as usize - 1).unwrap()),
        },
        period: Period { from: from.map(|day| Day::new(20_150 + day)), ..Period::default() },
        chosen_as_of: as_of.map(|day| Day::new(20_150 + day)),
        query: ["", "peace", "war"][query].to_owned(),
        ..State::default()
    }
}

fn asked() -> impl Strategy<Value = (Vec<usize>, u32, Option<i32>, Option<i32>, usize)> {
    (
        prop::collection::vec(0_usize..40, 0..4),
        0..6_u32,
        prop::option::of(0..20),
        prop::option::of(0..25),
        0_usize..3,
    )
}

proptest! {
    #[test]
    fn what_passes_and_what_is_counted(told in prop::collection::vec(told(), 0..12), asked in asked()) {
        let corpus = told_corpus(&told);
        let state = state(corpus, asked);
        let without = State { chosen: Vec::new(), ..state.clone() };
        let expected: Vec<Entry> = shown(corpus, &without).into_iter().filter(|entry| passes(&state, *entry)).collect();
        prop_assert_eq!(shown(corpus, &state), expected);
        // Each value has the number of entries that it alone would show of its facet, surely reported.
        let counts = tally(corpus, &state);
        for (choice, count) in &counts {
            let mut alone = state.clone();
            alone.chosen.retain(|other| other.facet != choice.facet);
            facet::toggle(&mut alone.chosen, *choice);
            let seen = view(corpus, &alone);
            prop_assert_eq!(*count, seen.shown.len() - seen.possibly, "{:?}", choice);
        }
        let mut all: Vec<(Facet, String)> = Vec::new();
        for entry in corpus.entries() {
            all.extend(Facet::ALL.into_iter().flat_map(|facet| words(entry, facet).into_iter().map(move |word| (facet, word))));
        }
        all.sort();
        all.dedup();
        let mut listed: Vec<(Facet, String)> = counts.iter().map(|(choice, _)| (choice.facet, choice.word.to_owned())).collect();
        listed.sort();
        prop_assert_eq!(listed, all);
        // An address keeps it all.
        let back = open(corpus, "", &super::super::fragment(&state));
        prop_assert_eq!(back, state);
    }

    #[test]
    fn the_smallest_way_back(told in prop::collection::vec(told(), 0..8), asked in asked(), pin: bool) {
        let corpus = told_corpus(&told);
        let mut state = state(corpus, asked);
        if pin {
            state.pins.as_of = state.chosen_as_of.take();
        }
        // Every set of filters that are set, removed.
        let one: Vec<Filters> = filters(&state).each().collect();
        let mut ways: Vec<(Filters, usize)> = Vec::new();
        for set in 0..1_u32 << one.len() {
            let lifted = one.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1).fold(Filters::NONE, |all, (_, one)| all | *one);
            let mut rest = state.clone();
            sieve::lift(&mut rest, lifted);
            prop_assert!(!filters(&rest).meets(lifted));
            let count = shown(corpus, &rest).len();
            if count > 0 {
                ways.push((lifted, count));
            }
        }
        let smallest = ways.iter().map(|way| way.0.len()).min();
        ways.retain(|way| Some(way.0.len()) == smallest);
        let mut found = undo(corpus, &state, usize::MAX);
        prop_assert!(found.is_sorted_by(|a, b| a.1 >= b.1));
        found.sort();
        ways.sort();
        prop_assert_eq!(&found, &ways);
        prop_assert!(undo(corpus, &state, 2).len() <= 2);
    }
}

fn three() -> Corpus {
    told_corpus(&[
        (1, (false, Stance::OffersToHost.code()), Attribution::OwnWords.code(), vec![0], vec![0], 1, 0, true),
        (
            2,
            (false, Stance::Proposes.code()),
            Attribution::ReportedSpeech.code(),
            vec![1, 2],
            vec![1, 2],
            2,
            1,
            false,
        ),
        (0, (true, EventKind::Raised.code()), 0, vec![], vec![2], 0, 2, true),
    ])
}

#[test]
fn addresses_of_facets() {
    let corpus = three();
    let check = |fragment: &str, expected: &str, entries: usize| {
        let state = open(corpus, "", fragment);
        assert_eq!(state.notes, [], "{fragment}");
        assert_eq!(super::super::fragment(&state), expected);
        assert_eq!(view(corpus, &state).shown.len(), entries, "{fragment}");
    };
    check("side=side-0", "side=side-0", 1);
    check("who=actor-1", "who=actor-1", 1);
    check("stance=raised", "stance=raised", 1);
    check("stance=proposes&stance=offers-to-host", "stance=proposes&stance=offers-to-host", 2);
    check("by=own-words", "by=own-words", 1);
    check("format=format-2", "format=format-2", 1);
    check("outlet=none", "outlet=none", 2);
    check("outlet=Gazette,%20The&by=own-words&by=own-words", "outlet=Gazette,%20The&by=own-words", 1);
    let noted = |fragment: &str, text: &str| {
        let state = open(corpus, "", fragment);
        assert_eq!(state.notes, [Note::BadValue(text.to_owned())], "{fragment}");
        assert_eq!(state.chosen, []);
    };
    noted("side=atlantis", "atlantis");
    noted("who=", "");
    noted("stance=likes", "likes");
    noted("by=1", "1");
    noted("outlet=actor-0", "actor-0");
    noted("format=%FF", "%FF");
}

#[test]
fn choosing_moves_neither_map_nor_timeline_and_is_a_step() {
    let corpus = three();
    let look = Some(Look { lon_deg: 1.0, lat_deg: 2.0, km_per_px: 3.0 });
    let before = State { look, seen: Some((day("2025-03-01"), day("2025-03-02"))), ..State::default() };
    let choice = some(corpus, &[0])[0];
    let chosen = reduce(corpus, &before, Action::Choose(choice)).unwrap();
    assert_eq!((chosen.look, chosen.seen, chosen.chosen.clone()), (before.look, before.seen, vec![choice]));
    assert_eq!(history(&before, &chosen), Write::Push);
    assert_eq!(reduce(corpus, &chosen, Action::Choose(choice)), Some(before.clone()));
    assert_eq!(reduce(corpus, &chosen, Action::Lift(Filters::ALL)).unwrap().chosen, []);
    let unfolded = reduce(corpus, &chosen, Action::UnfoldFacets(true)).unwrap();
    assert_eq!(history(&chosen, &unfolded), Write::Nothing);
    // Back brings the choice, and leaves them unfolded.
    let back = reduce(corpus, &unfolded, Action::Restore(Box::default())).unwrap();
    assert_eq!((back.chosen.as_slice(), back.facets_open), (&[][..], true));
}

#[test]
fn an_entry_that_is_asked_for_is_shown_whatever_hides_it() {
    let corpus = three();
    let last = corpus.entries().last().unwrap();
    let hidden = State { query: "war".to_owned(), chosen: some(corpus, &[0, 3]), ..State::default() };
    assert_eq!(shown(corpus, &hidden), []);
    let state = reduce(corpus, &hidden, Action::SelectEntry(last)).unwrap();
    assert!(shown(corpus, &state).contains(&last));
}

#[test]
fn what_is_searched_for_fits_an_address() {
    let corpus = three();
    let check = |typed: &str, expected: &str| {
        let state = reduce(corpus, &State::default(), Action::Search(typed.to_owned())).unwrap();
        assert_eq!(state.query, expected);
        let back = open(corpus, "", &super::super::fragment(&state));
        assert_eq!((back.query, back.notes), (state.query, Vec::new()));
    };
    check("a\u{0}b\u{1b}c\td", "abc\td");
    check("\u{202e}<script>", "\u{202e}<script>");
    check(&"é".repeat(1 << 20), &"é".repeat(200));
}
