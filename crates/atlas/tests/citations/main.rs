//! What is cited and exported reads back as it was, by parsers that are not ours, whatever the texts hold. No opinion about how a
//! citation is worded.

#![cfg(test)]

mod made_up;

use atlas::cite::{Form, cite};
use atlas::model::{Corpus, Excerpt};
use atlas::state::{Report, State, fragment, view};
use biblib::CitationParser;
use made_up::{Printed, corpus, english};
use proptest::prelude::*;
use serde_json::Value;

/// Texts that mean something to one of the forms, and others that mean something to who draws them.
fn hostile() -> impl Strategy<Value = String> {
    let signs = "[\"{}\\\\$&#^_~%,;:'`=+@*<>/()\\[\\]|!? \t\r\n\u{0}\u{1b}\u{7f}\u{85}\u{2028}\u{202e}\u{2066}\u{200b}\u{feff}a-zA-Z0-9é“”‘’–😀عربи-]";
    let words = [
        "TY  - NEWS",
        "\nER  - \r\nTY  - BOOK",
        "} and {",
        "=1+1",
        "@article{x,",
        "\\input{x}",
        "--",
        "''",
        "\r\n\"\"",
        " and ",
    ];
    let text = || prop::string::string_regex(&format!("{signs}{{1,24}}")).unwrap();
    (text(), prop::sample::select(words.to_vec()), text()).prop_map(|(a, b, c)| [&a, b, &c].concat())
}

fn printed() -> impl Strategy<Value = Printed> {
    let some = || prop_oneof![Just(String::new()), hostile()];
    let address = prop_oneof![
        Just(String::new()),
        "[a-z0-9/?&=%#_~-]{1,20}".prop_map(|rest| format!("https://example.org/{rest}"))
    ];
    let dates = [
        "2025-03-05",
        "2025-03",
        "2025",
        "[2025-05-30..2025-06-01]",
        "[2024-12-30..2025-01-02]",
        "[..2025-01-02]",
        "2025-22",
        "2025-03~",
    ];
    let date = prop::sample::select(dates.to_vec());
    let list = || prop::collection::vec(hostile(), 0..3);
    (some(), some(), list(), list(), address, date, some(), any::<bool>(), hostile(), hostile()).prop_map(
        |(headline, outlet, authors, chain, address, published, why, retracted, exact, summary)| Printed {
            headline,
            outlet,
            authors,
            chain,
            address,
            published: published.to_owned(),
            why,
            retracted,
            excerpts: vec![[exact, String::new(), String::new()]],
            summary,
        },
    )
}

/// The first excerpt, and the citation of its entry.
fn cited(corpus: Corpus, form: Form) -> (Excerpt, String) {
    let entry = corpus.entries().next().unwrap();
    (entry.excerpts().next().unwrap(), cite(corpus, &english(), &[(entry, Report::Surely)], None, form))
}

/// What a form made of lines keeps of a text.
fn spaced(text: &str) -> String {
    let parts = text.split(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
    });
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn quoted(excerpt: Excerpt) -> String {
    ["“", excerpt.exact(), "”"].concat()
}

fn strings(value: &Value) -> Vec<String> {
    value
        .as_array()
        .map(|all| all.iter().map(|one| one.as_str().unwrap().to_owned()).collect())
        .unwrap_or_default()
}

proptest! {
    #[test]
    fn bibtex_reads_back(printed in printed()) {
        let (excerpt, text) = cited(corpus(std::slice::from_ref(&printed)), Form::Bibtex);
        let parsed = biblatex::Bibliography::parse(&text).map_err(|error| TestCaseError::fail(format!("{error:?}: {text}")))?;
        prop_assert_eq!(parsed.len(), 1, "{}", text);
        let entry = parsed.get(excerpt.id()).unwrap();
        let field = |name: &str| {
            let chunks = entry.fields.get(name).map(Vec::as_slice).unwrap_or_default();
            spaced(&biblatex::ChunksExt::format_verbatim(chunks))
        };
        prop_assert_eq!(field("title"), spaced(&printed.headline), "{}", text);
        prop_assert_eq!(field("journaltitle"), spaced(&printed.outlet), "{}", text);
        prop_assert_eq!(field("annotation"), spaced(&quoted(excerpt)), "{}", text);
        // An address is taken as it is, not typeset.
        let raw = biblatex::RawBibliography::parse(&text).unwrap();
        let url = raw.entries[0].v.fields.iter().find(|field| field.key.v == "url");
        let url = url.map(|field| field.value.v.iter().map(|chunk| match chunk.v {
            biblatex::RawChunk::Normal(text) | biblatex::RawChunk::Abbreviation(text) => text,
        }).collect::<String>());
        prop_assert_eq!(url.unwrap_or_default(), printed.address, "{}", text);
        // Each name is one whole, as it is printed; what is between two of them is no name.
        let authors = raw.entries[0].v.fields.iter().filter(|field| field.key.v == "author").count();
        prop_assert_eq!(authors, usize::from(printed.authors.iter().any(|name| !name.is_empty())), "{}", text);
        let parsed = entry.author().map(|authors| authors.len()).unwrap_or(0);
        prop_assert!(parsed <= printed.authors.len(), "{}", text);
        prop_assert!(!field("note").is_empty());
    }

    #[test]
    fn ris_reads_back(printed in printed()) {
        let (excerpt, text) = cited(corpus(std::slice::from_ref(&printed)), Form::Ris);
        // Every line is a tag with its value: nothing in a text begins another.
        for line in text.lines() {
            let (tag, rest) = line.split_at(2);
            prop_assert!(tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) && rest.starts_with("  - "), "{}", line);
        }
        prop_assert!(text.split("\r\n").all(|line| !line.contains(['\r', '\n'])));
        let parsed = biblib::RisParser::new().parse(&text).map_err(|error| TestCaseError::fail(format!("{error:?}: {text}")))?;
        prop_assert_eq!(parsed.len(), 1, "{}", text);
        let same = |read: &str, was: &str| spaced(read) == spaced(was);
        prop_assert!(same(&parsed[0].title, &printed.headline), "{:?} {}", parsed[0], text);
        let notes = parsed[0].extra_fields.get("N1").cloned().unwrap_or_default();
        prop_assert_eq!(notes.len(), 2, "{}", text);
        prop_assert!(same(&notes[1], &quoted(excerpt)), "{}", text);
        prop_assert!(same(parsed[0].urls.first().map_or("", String::as_str), &printed.address), "{}", text);
    }

    #[test]
    fn csl_reads_back(printed in printed()) {
        let (excerpt, text) = cited(corpus(std::slice::from_ref(&printed)), Form::Csl);
        let parsed: Value = serde_json::from_str(&text).map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
        let item = &parsed[0];
        let field = |name: &str| item[name].as_str().unwrap_or_default().to_owned();
        prop_assert_eq!(field("id"), excerpt.id());
        prop_assert_eq!(field("title"), printed.headline);
        prop_assert_eq!(field("container-title"), printed.outlet);
        prop_assert_eq!(field("URL"), printed.address);
        prop_assert_eq!(field("annote"), quoted(excerpt));
        let authors: Vec<&str> = item["author"].as_array().into_iter().flatten().filter_map(|name| name["literal"].as_str()).collect();
        prop_assert_eq!(authors, printed.authors.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn csv_reads_back_and_computes_nothing(articles in prop::collection::vec(printed(), 0..3)) {
        let corpus = corpus(&articles);
        let state = State::default();
        let shown = view(corpus, &state);
        let text = cite(corpus, &english(), &shown.shown, Some(&fragment(&state)), Form::Csv);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        prop_assert_eq!(rows.len(), articles.len());
        for (row, printed) in rows.iter().zip(&articles) {
            let cell = |name: &str| &row[names.iter().position(|known| known == name).unwrap()];
            for cell in row {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{:?}", cell);
            }
            let same = |name: &str, was: &str| {
                let safe = was.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                cell(name) == [if safe { "'" } else { "" }, was].concat()
            };
            prop_assert!(same("exact", &printed.excerpts[0][0]));
            prop_assert!(same("headline", &printed.headline));
            prop_assert!(same("summary", &printed.summary));
            prop_assert!(same("authors", &printed.authors.join("; ")));
            prop_assert_eq!(cell("published"), &printed.published);
            prop_assert_eq!(cell("version"), "2026-11-21");
        }
    }

    #[test]
    fn json_reads_back(articles in prop::collection::vec(printed(), 0..3)) {
        let corpus = corpus(&articles);
        let state = State::default();
        let shown = view(corpus, &state);
        let text = cite(corpus, &english(), &shown.shown, Some(&fragment(&state)), Form::Json);
        let parsed: Value = serde_json::from_str(&text).map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
        let entries = parsed.as_array().unwrap();
        prop_assert_eq!(entries.len(), articles.len());
        for (entry, printed) in entries.iter().zip(&articles) {
            prop_assert_eq!(entry["summary"].as_str().unwrap(), &printed.summary);
            prop_assert_eq!(entry["side"].as_str().unwrap(), "Side one");
            prop_assert_eq!(&entry["version"], "2026-11-21");
            let field = |name: &str| entry[name].as_str().unwrap_or_default().to_owned();
            prop_assert_eq!(field("exact"), printed.excerpts[0][0].clone());
            prop_assert_eq!(field("headline"), printed.headline.clone());
            prop_assert_eq!(field("outlet"), printed.outlet.clone());
            prop_assert_eq!(field("published_basis"), if printed.why.is_empty() { "stated" } else { "derived" });
            prop_assert_eq!(strings(&entry["authors"]), printed.authors.clone());
            prop_assert_eq!(strings(&entry["syndication"]), printed.chain.clone());
        }
    }

    #[test]
    fn plain_text_is_one_line_that_says_all(printed in printed()) {
        let (excerpt, text) = cited(corpus(std::slice::from_ref(&printed)), Form::Plain);
        prop_assert_eq!(text.lines().count(), 1, "{:?}", text);
        let text = spaced(&text);
        for part in [excerpt.exact(), &printed.headline, &printed.outlet, &printed.address, "2026-11-21", "#a0-0"] {
            prop_assert!(text.contains(&spaced(part)), "{} {}", part, text);
        }
        prop_assert_eq!(text.contains("This article was retracted"), printed.retracted);
    }
}

#[test]
fn dates_are_ranges_where_they_were_worked_out() {
    let check = |published: &str, bibtex: &str, ris: &str, csl: &str| {
        let printed = Printed {
            published: published.to_owned(),
            why: "by the calendar".to_owned(),
            excerpts: vec![["words".to_owned(), String::new(), String::new()]],
            ..Printed::default()
        };
        let corpus = corpus(&[printed]);
        let has = |form, part: &str| {
            let text = cited(corpus, form).1;
            assert!(text.contains(part), "{part} in {text}");
            assert!(text.contains("worked out: by the calendar"), "{text}");
        };
        has(Form::Bibtex, &format!("date = {{{bibtex}}}"));
        has(Form::Ris, &format!("\r\nPY  - 2025\r\n{ris}"));
        has(Form::Csl, &format!("\"issued\":{{\"raw\":\"{csl}\"}}"));
        let parsed = biblatex::Bibliography::parse(&cited(corpus, Form::Bibtex).1).unwrap();
        let date = parsed.get("a0-0").unwrap().date().unwrap();
        assert!(matches!(date, biblatex::PermissiveType::Typed(_)), "{date:?}");
    };
    check("2025-05-30", "2025-05-30", "DA  - 2025/05/30\r\n", "2025-05-30");
    check("[2025-05-30..2025-06-01]", "2025-05-30/2025-06-01", "LA", "2025-05-30/2025-06-01");
    check("2025-22", "2025-06-01/2025-08-31", "LA", "2025-06-01/2025-08-31");
}

#[test]
fn what_is_not_known_is_left_out_or_said() {
    let printed = Printed {
        published: "2025".to_owned(),
        excerpts: vec![["words".to_owned(), String::new(), String::new()]],
        ..Printed::default()
    };
    let corpus = corpus(&[printed]);
    let check = |form, parts: &[&str], never: &[&str]| {
        let text = cited(corpus, form).1;
        parts.iter().for_each(|part| assert!(text.contains(part), "{part}: {text}"));
        never.iter().for_each(|part| assert!(!text.contains(part), "{part}: {text}"));
    };
    let said = ["author not named", "no headline in this text", "outlet that the text does not name"];
    check(Form::Plain, &said, &[]);
    check(Form::Bibtex, &["@misc{a0-0", "date = {2025}"], &["author", "title =", "url"]);
    check(Form::Ris, &["TY  - GEN", "PY  - 2025"], &["AU  -", "TI  -", "T2  -", "UR  -"]);
    check(Form::Csl, &["\"type\":\"document\""], &["author", "\"title\"", "container", "URL"]);
}

#[test]
fn a_line_for_people_is_worded() {
    let printed = Printed {
        headline: "Ovrel is named".to_owned(),
        outlet: "The Paper".to_owned(),
        authors: vec!["Ann Rask".to_owned(), "Bo Lind".to_owned()],
        chain: vec!["The Paper".to_owned(), "An Agency".to_owned()],
        published: "2025-03-05".to_owned(),
        excerpts: vec![["talks in Ovrel".to_owned(), String::new(), String::new()]],
        ..Printed::default()
    };
    let (_, text) = cited(corpus(&[printed]), Form::Plain);
    let expected = "Ann Rask and Bo Lind: Ovrel is named. The Paper, 5 March 2025. “talks in Ovrel” Through The Paper and An \
        Agency. Published 5 March 2025. In: Talks {made} up, version 2026-11-21, #a0-0\n";
    assert_eq!(text, expected);
}

#[test]
fn a_view_is_cited_with_its_address() {
    let printed = Printed {
        published: "2025".to_owned(),
        excerpts: vec![["words".to_owned(), String::new(), String::new()]],
        ..Printed::default()
    };
    let corpus = corpus(&[printed]);
    let state = atlas::state::open(corpus, "", "venue=ovrel&q=words&from=2025-01-01");
    let shown = view(corpus, &state);
    for form in Form::ALL.iter().filter(|form| !form.is_export()) {
        let text = cite(corpus, &english(), &shown.shown, Some(&fragment(&state)), *form);
        for part in ["2026-11-21", "1 entry", "venue=ovrel&q=words&from=2025-01-01"] {
            let part = if *form == Form::Bibtex { part.replace('&', "\\&") } else { part.to_owned() };
            assert!(text.contains(&part), "{part} in {text}");
        }
    }
}

#[test]
fn every_form_says_what_became_of_an_article() {
    let check = |retracted: bool, said: bool| {
        let printed = Printed {
            published: "2025".to_owned(),
            retracted,
            excerpts: vec![["words".to_owned(), String::new(), String::new()]],
            ..Printed::default()
        };
        let corpus = corpus(&[printed]);
        for form in Form::ALL {
            let text = cited(corpus, form).1;
            let word = if form.is_export() { "\"retracted\"" } else { "This article was retracted" };
            assert_eq!(text.contains(word), said, "{text}");
        }
    };
    check(true, true);
    check(false, false);
}
