//! Search against a plain one that was written apart, on random corpora and queries, packed and not.

use proptest::prelude::*;

use super::fold::{fold, is_apostrophe};
use super::*;
use crate::model::columns::{actor, article, entry, excerpt, meta, source, venue};
use crate::pack::{PackWriter, Table};

/// The texts of one entry: quotation, summary, place, outlet, author, and the names of its actor and venue with another spelling each.
type Told = [String; 9];

fn row(pack: &mut PackWriter, table: Table, columns: u32, cells: &[(u32, u32)]) -> u32 {
    let mut row = vec![0; columns as usize];
    for &(column, cell) in cells {
        row[column as usize] = cell;
    }
    pack.row(table, &row)
}

fn corpus(told: &[Told], is_packed: bool) -> Corpus {
    let mut pack = PackWriter::default();
    row(&mut pack, Table::Meta, meta::COUNT, &[]);
    for texts in told {
        let list = |pack: &mut PackWriter, text: &str| {
            let text = pack.text(text);
            pack.list(&[text])
        };
        let [exact, summary, place, outlet, author, name, spelling, city, alias] = texts;
        let cells = [(article::OUTLET, pack.text(outlet)), (article::AUTHORS, list(&mut pack, author))];
        let article = row(&mut pack, Table::Articles, article::COUNT, &cells);
        let cells = [(excerpt::ARTICLE, article), (excerpt::EXACT, pack.text(exact))];
        let excerpt = row(&mut pack, Table::Excerpts, excerpt::COUNT, &cells);
        let cells = [(source::ARTICLE, article), (source::EXCERPTS, pack.list(&[excerpt]))];
        let source = row(&mut pack, Table::Sources, source::COUNT, &cells);
        let cells = [(actor::NAME, list(&mut pack, name)), (actor::ALIASES, list(&mut pack, spelling))];
        let actor = row(&mut pack, Table::Actors, actor::COUNT, &cells);
        let cells = [(venue::NAME, list(&mut pack, city)), (venue::ALIASES, list(&mut pack, alias))];
        let venue = row(&mut pack, Table::Venues, venue::COUNT, &cells);
        let mut index = String::new();
        fold_all(&mut index, &mut [exact.as_str(), summary, place].into_iter());
        let cells = [
            (entry::ACTOR, actor + 1),
            (entry::VENUE, venue + 1),
            (entry::PLACE_NAMED, pack.text(place)),
            (entry::SUMMARY, list(&mut pack, summary)),
            (entry::SOURCES, pack.list(&[source])),
            (entry::FOLDED, pack.text(if is_packed { &index } else { "" })),
        ];
        row(&mut pack, Table::Entries, entry::COUNT, &cells);
    }
    Corpus::open(Vec::leak(pack.finish())).unwrap()
}

/// All of a text folded, letter by letter, then split.
fn words(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let cyrillic = |c: &char| ('\u{400}'..='\u{52f}').contains(c);
    let mut plain = String::new();
    for (at, &c) in letters.iter().enumerate() {
        if is_apostrophe(c) {
            let inside = plain.chars().last().is_some_and(|c| cyrillic(&c))
                && letters.get(at + 1).is_some_and(cyrillic);
            plain.push_str(if inside { "" } else { " " });
            continue;
        }
        let (one, other) = fold(c);
        plain.extend([one, other].into_iter().filter(|c| *c != '\0'));
    }
    plain.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What is typed, cut at its quotation marks and spaces; of the last part, whether it is being typed.
fn parts(query: &str) -> Vec<(Vec<String>, bool)> {
    let marks = ['"', '“', '”', '„', '‟', '«', '»'];
    let between: Vec<&str> = query.split(marks).collect();
    let mut parts: Vec<&str> = Vec::new();
    for (number, text) in between.iter().enumerate() {
        if number % 2 == 1 {
            parts.push(text);
        } else {
            parts.extend(text.split([' ', '\t', '\n', '\u{a0}']));
        }
    }
    let typed = |text: &str| text.chars().last().is_some_and(|c| is_apostrophe(c) || fold(c).0 != ' ');
    let last = parts.len() - 1;
    let all = parts.iter().enumerate().map(|(at, text)| (words(text), at == last && typed(text)));
    all.filter(|(words, _)| !words.is_empty()).collect()
}

fn has(texts: &[String], query: &str) -> bool {
    let stands = |text: &String, asked: &[String], open: bool| {
        words(text).windows(asked.len()).any(|window| {
            let mut pairs = window.iter().zip(asked).rev();
            let last = pairs
                .next()
                .is_some_and(|(word, asked)| if open { word.starts_with(asked) } else { word == asked });
            last && pairs.all(|(word, asked)| word == asked)
        })
    };
    parts(query).iter().all(|(asked, open)| texts.iter().any(|text| stands(text, asked, *open)))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "((peace|Peace|talks|talk|in|Мінск|п[’']ять|İstanbul|istanbul|ß|ss|a|ab|b)[ ,.-]{1,2}){0,8}",
        "\\PC{0,12}",
    ]
}

fn query() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "([\"“]?(peace|talks|tal|in|мінс|пять|п'|istanbul|ss|s|a|ab|b)[ ,.\"”-]{0,2}){0,5}",
        1 => "\\PC{0,12}",
        1 => "[ a-c\"«»\u{0}-\u{1f}\u{202e}\u{200b}<>&]{0,20}",
    ]
}

proptest! {
    #[test]
    fn as_a_plain_search_finds(told in prop::collection::vec(prop::array::uniform9(text()), 0..6), query in query(), is_packed: bool) {
        let corpus = corpus(&told, is_packed);
        let asked = Query::new(&query);
        let found = search(corpus, &asked);
        let expected: Vec<bool> = told.iter().map(|texts| has(texts, &query)).collect();
        prop_assert_eq!(asked.is_empty(), parts(&query).is_empty());
        prop_assert_eq!(found, if asked.is_empty() { Vec::new() } else { expected });
        // What is found in a text is marked in it.
        for texts in &told {
            let alone = |text: &String| has(std::slice::from_ref(text), &query);
            for text in texts.iter().filter(|text| alone(text)) {
                prop_assert!(asked.is_empty() || !asked.found_in(text).is_empty(), "{:?} in {:?}", query, text);
            }
        }
    }
}
