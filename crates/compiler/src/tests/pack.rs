//! From files to views: every field of the format arrives where the reader looks for it.

use atlas::model::{
    ActorKind, Attribution, Basis, Corpus, Days, EventKind, Kind, Modality, Stance, Status, Text, VenueKind,
};

use atlas::model::columns::entry;
use atlas::pack::Table;
use atlas::search::{PACKED_FROM, Query, fold_all, search};

use super::{Sample, compare};

fn corpus() -> Corpus {
    let report = Sample::good().report();
    Corpus::open(crate::pack(&report.model.unwrap()).leak()).unwrap()
}

fn both(text: Text) -> [&'static str; 2] {
    [text.in_language(0), text.in_language(1)]
}

fn bounds(days: Days) -> (String, String) {
    let show = |day: Option<atlas::date::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    (show(days.earliest), show(days.latest))
}

#[track_caller]
fn check_days(days: Days, earliest: &str, latest: &str) {
    assert_eq!(bounds(days), (earliest.to_owned(), latest.to_owned()));
}

#[test]
fn head() {
    let corpus = corpus();
    assert_eq!((corpus.id(), corpus.version()), ("sample", "2025-06-01"));
    assert_eq!(corpus.languages().collect::<Vec<_>>(), ["en", "de"]);
    assert_eq!(both(corpus.title()), ["Places named for talks", "Für Gespräche genannte Orte"]);
    assert_eq!(both(corpus.description()), ["A small corpus."; 2]);
    assert_eq!(corpus.first_view(), (30.5, 50.25, 8.5));
    assert_eq!(
        corpus.sides().map(|side| (side.id(), both(side.name())[0])).collect::<Vec<_>>(),
        [("aldern", "Aldern"), ("borea", "Borea")]
    );
    assert_eq!(
        corpus.formats().map(|format| (format.id(), both(format.name())[1])).collect::<Vec<_>>(),
        [("bilateral", "Bilateral"), ("summit", "Gipfel")]
    );
    let places = corpus
        .places()
        .map(|place| (place.id(), both(place.name())[0], place.lon_lat(), place.is_reference()));
    assert_eq!(
        places.collect::<Vec<_>>(),
        [("capital", "Capital", (-77.5, 38.5), true), ("harbour", "Harbour", (4.5, -50.5), false)]
    );
    let countries = corpus
        .countries()
        .map(|one| (one.id(), both(one.name())[0], one.iso(), one.label_at(), one.is_party()));
    assert_eq!(
        countries.collect::<Vec<_>>(),
        [("aldern", "Aldern", 616, Some((19.5, 52.0)), true), ("farland", "Farland", 8, None, false)]
    );
    assert_eq!(
        corpus.seas().map(|sea| (both(sea.name())[0], sea.lon_lat())).collect::<Vec<_>>(),
        [("Grey Sea", (34.5, 43.25))]
    );
    let retired = |id| corpus.retired(id).map(|gone| (gone.to, both(gone.note)[0]));
    assert_eq!(retired("old-entry"), Some(("rask-host", "Now told with another.")));
    assert_eq!(retired("gone"), Some(("", "Withdrawn.")));
    assert_eq!(retired("beta"), None);
}

#[test]
fn venues_and_actors() {
    let corpus = corpus();
    let [ovrel, farland] = ["ovrel", "farland"].map(|id| corpus.venue_by_id(id).unwrap());
    assert_eq!((ovrel.kind(), farland.kind()), (VenueKind::City, VenueKind::Area));
    assert_eq!((both(ovrel.short()), both(farland.short())), (["Ovrel"; 2], ["UF"; 2]));
    assert_eq!(both(farland.name()), ["United Farland", "Vereinigtes Fernland"]);
    assert_eq!((ovrel.country().id(), farland.country().id()), ("aldern", "farland"));
    assert_eq!((ovrel.lon_lat(), farland.lon_lat()), ((21.0, 52.25), (29.5, -26.5)));
    assert_eq!(ovrel.colours(), ("#2262AE", "#7AA5F5"));
    assert_eq!(ovrel.aliases().collect::<Vec<_>>(), ["Owrel", "Оврел"]);
    assert_eq!(farland.aliases().len(), 0);
    assert_eq!(ovrel.entries().map(|entry| entry.id()).collect::<Vec<_>>(), ["rask-come", "rask-host"]);

    let [rask, assembly]: [_; 2] = corpus.actors().collect::<Vec<_>>().try_into().unwrap();
    assert_eq!((rask.id(), both(rask.name())[0], rask.kind()), ("iven-rask", "Iven Rask", ActorKind::Person));
    assert_eq!((assembly.kind(), assembly.role().is_empty()), (ActorKind::Body, true));
    assert_eq!(both(rask.role()), ["Foreign minister", "Außenminister"]);
    assert_eq!((rask.side().id(), assembly.side().id()), ("aldern", "borea"));
    assert_eq!(rask.aliases().collect::<Vec<_>>(), ["I. Rask"]);
    // Not the one that it is told by.
    assert_eq!(
        rask.entries().map(|entry| entry.id()).collect::<Vec<_>>(),
        ["rask-come", "rask-host", "headline-ovrel"]
    );
}

#[test]
fn articles_and_excerpts() {
    let corpus = corpus();
    let [beta, alpha]: [_; 2] = corpus.articles().collect::<Vec<_>>().try_into().unwrap();
    assert_eq!((alpha.id(), alpha.headline()), ("alpha", "Ovrel could host talks in spring, minister says"));
    assert_eq!((alpha.outlet(), alpha.language()), ("The Ovrel Gazette", "en-GB"));
    assert_eq!(alpha.authors().collect::<Vec<_>>(), ["Edda Brook", "Nils Harrow"]);
    assert_eq!(alpha.syndication().collect::<Vec<_>>(), ["The Ovrel Gazette"]);
    assert_eq!(alpha.address(), "https://example.org/alpha?a=1#b");
    assert_eq!((alpha.status(), alpha.status_date()), (Status::Corrected, "2025-03-07"));
    assert_eq!(both(alpha.status_note())[0], "A name was mended.");
    let date = alpha.published();
    assert_eq!((date.edtf().text(), date.basis()), ("2025-03-05", Basis::Stated));
    assert_eq!((date.printed(), date.time(), date.record()), ("March 5, 2025", "1:35 PM", None));
    check_days(date.days(), "2025-03-05", "2025-03-05");

    assert_eq!(
        (beta.headline(), beta.outlet(), beta.address(), beta.status()),
        ("", "", "", Status::Current)
    );
    let date = beta.published();
    assert_eq!(
        (date.edtf().text(), date.basis(), both(date.why())),
        ("[2025-01..]", Basis::Derived, ["It has no date.", "Es hat kein Datum."])
    );
    let record = date.record().unwrap();
    assert_eq!(
        (record.edtf.text(), both(record.source)[0]),
        ("[2025-01-20..2025-02-28]", "A well-known fact.")
    );
    check_days(date.days_by_texts(), "2025-01-01", "");
    check_days(date.days(), "2025-01-20", "2025-02-28");

    let ids = ["b-took-place", "a-host", "a-headline", "a-come", "a-hour", "a-never", "a-vote", "a-open"];
    assert_eq!(corpus.excerpts().map(|excerpt| excerpt.id()).collect::<Vec<_>>(), ids);
    let find = |id: &str| corpus.excerpts().find(|excerpt| excerpt.id() == id).unwrap();
    assert_eq!((find("b-took-place").article(), find("a-open").article()), (beta, alpha));
    assert_eq!(find("a-come").parts(), ("“We would ", "come to Ovrel", ", and we would stay,”"));
    assert_eq!(find("a-open").exact(), "the matter was \"open\"");
    assert_eq!((find("a-vote").prefix(), find("a-open").suffix()), ("Borean Assembly ", ", that"));
    assert!(find("a-headline").is_headline() && !find("a-host").is_headline());
}

#[test]
fn entries() {
    let corpus = corpus();
    let order = [
        "farland-round",
        "assembly-none",
        "assembly-open",
        "rask-come",
        "assembly-refuses",
        "rask-host",
        "headline-ovrel",
        "vote-in-may",
    ];
    assert_eq!(corpus.entries().map(|entry| entry.id()).collect::<Vec<_>>(), order);
    let find = |id: &str| corpus.entry_by_id(id).unwrap();

    let host = find("rask-host");
    assert_eq!(host.kind(), Kind::Statement(Stance::Proposes));
    assert_eq!((host.attribution(), host.modality()), (Attribution::ReportedSpeech, Modality::Said));
    assert_eq!(host.actor().unwrap().id(), "iven-rask");
    assert_eq!(
        (host.venue().unwrap().id(), host.place_named(), host.is_venue_implied()),
        ("ovrel", "Ovrel", false)
    );
    assert_eq!(host.formats().map(|format| format.id()).collect::<Vec<_>>(), ["summit", "bilateral"]);
    assert_eq!(both(host.summary()), ["Rask names Ovrel.", "Rask nennt Ovrel."]);
    assert_eq!(host.date().printed(), "Wednesday");
    let source = host.sources().next().unwrap();
    assert_eq!((source.article().id(), both(source.channel())[0]), ("alpha", "to reporters"));
    assert_eq!(host.excerpts().map(|excerpt| excerpt.id()).collect::<Vec<_>>(), ["a-host", "a-hour"]);
    check_days(host.reported(), "2025-03-05", "2025-03-05");

    let come = find("rask-come");
    check_days(come.date().days(), "", "2025-03-05");
    assert_eq!(come.sources().map(|source| source.article().id()).collect::<Vec<_>>(), ["alpha", "beta"]);
    assert!(come.sources().all(|source| source.channel().is_empty()));
    check_days(come.reported(), "2025-01-20", "2025-02-28");

    let refuses = find("assembly-refuses");
    assert_eq!(
        (refuses.attribution(), refuses.according_to().unwrap().id()),
        (Attribution::SecondHand, "iven-rask")
    );
    assert_eq!((refuses.venue(), refuses.place_named()), (None, ""));
    let open = find("assembly-open");
    assert_eq!((open.modality(), open.date().best_edtf().text()), (Modality::Expected, "2025-03-04"));

    let round = find("farland-round");
    assert_eq!((round.kind(), round.actor()), (Kind::Event(EventKind::TookPlace), None));
    assert!(round.is_venue_implied());
    assert_eq!(find("vote-in-may").kind(), Kind::Event(EventKind::Vote));
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    let pack = |report: crate::Report| crate::pack(&report.model.unwrap());
    assert!(pack(Sample::good().report()) == pack(Sample::good().report_locked()));
    // The order of entries in their files is of no account.
    let text = super::ENTRIES.rsplit("\n\n").collect::<Vec<_>>().join("\n\n");
    let sample = Sample::good().add("entries/all.toml", text.as_bytes());
    compare(&sample.report(), &[]);
    let ids = |report: crate::Report| {
        report.model.unwrap().entries.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(sample.report()), ids(Sample::good().report()));
}

#[test]
fn a_large_corpus_holds_its_texts_folded() {
    let folder = tempfile::tempdir().unwrap();
    let check = |entries: u32, is_packed: bool| {
        let dir = folder.path().join(entries.to_string());
        crate::synth(entries, 1, &dir).unwrap();
        let corpus = Corpus::open(crate::compile(&dir).unwrap().leak()).unwrap();
        for one in corpus.entries() {
            let index = corpus.pack().text(corpus.pack().cell(Table::Entries, entry::FOLDED, one.row()));
            let exact = one.excerpts().map(|excerpt| excerpt.exact());
            let mut texts = String::new();
            fold_all(&mut texts, &mut exact.chain(one.summary().all()).chain(Some(one.place_named())));
            assert_eq!(index, if is_packed { texts.as_str() } else { "" }, "{}", one.id());
        }
        // What is found does not depend on it.
        for query in ["talks", "\"on talks\"", "Minsk trilateral", "nowhere"] {
            let found = search(corpus, &Query::of(corpus, query));
            let has = |number: usize| found.get(number) == Some(&true);
            assert_eq!(
                (0..found.len()).any(has),
                !matches!(query, "nowhere" | "Minsk trilateral"),
                "{query}"
            );
        }
    };
    check(PACKED_FROM as u32 / 2, false);
    check(PACKED_FROM as u32 + 4, true);
}
