//! What addresses mean, and what of them is left alone.

use super::*;

#[test]
fn addresses_that_are_understood() {
    let all = corpus(6);
    let check = |query: &str, fragment: &str, expected: &str| {
        let state = open(all, query, fragment);
        assert_eq!(state.notes, [], "?{query}#{fragment}");
        assert_eq!(super::fragment(&state), expected, "?{query}#{fragment}");
        assert_eq!(open(all, query, expected), state, "{expected} opened anew");
    };
    check("", "", "");
    check("", "venue=minsk", "venue=minsk");
    check("", "minsk", "venue=minsk");
    check("", "venue=none", "venue=none");
    check("", "entry-3", "entry-3");
    check("", "entry=entry-3", "entry-3");
    check("", "venue=minsk&entry=entry-3", "venue=minsk&entry=entry-3");
    check("", "q=peace%20talks", "q=peace%20talks");
    check("", "q=a%26b%3Dc%23d", "q=a%26b%3Dc%23d");
    check("", "asof=2025-03-10", "asof=2025-03-10");
    check("", "at=30.50,41.0,8.9", "at=30.5,41,8.9");
    check("", "from=2025-03-02&to=2025-03-04", "from=2025-03-02&to=2025-03-04");
    check("", "to=2025-03-04&within=surely", "to=2025-03-04&within=surely");
    check("", "time=2025-03-01..2025-06-02&spacing=equal", "time=2025-03-01..2025-06-02&spacing=equal");
    check("", "view=positions", "view=positions");
    check("", "view=map", "");
    check("view=positions", "", "");
    check("view=positions", "view=map", "view=map");
    check("", "view=positions&venue=minsk&against=geneva", "venue=minsk&view=positions&against=geneva");
    check("", "against=minsk&view=positions&geneva", "venue=geneva&view=positions&against=minsk");
    check("view=positions", "venue=minsk&against=geneva", "venue=minsk&against=geneva");
    // An entry outside of the period is shown all the same.
    check("", "entry=entry-3&from=2025-03-20", "entry-3");
    // Not ours: kept, and not a word said.
    check("", "?secret=abc123", "?secret=abc123");
    check("", "venue=minsk&amp=1", "venue=minsk&amp=1");
    check("", "venue=minsk#?secret=abc123", "venue=minsk&?secret=abc123");
    check("utm_source=x", "", "");
    check("", "record-minsk", "record-minsk");
    check("", "record%zz", "record%zz");
    check("x=%zz&utm=%FF", "=minsk&x=%zz", "=minsk&x=%zz");
    // Text is text, also where it looks like something else.
    check("", "q=%3Cscript%3E", "q=%3Cscript%3E");
    check("", "q=a+b", "q=a%2Bb");
    check("", "q=a%09b", "q=a%09b");
    check("", "asof=0001-01-01", "asof=0001-01-01");
    check("", "asof=9999-12-31", "asof=9999-12-31");
    // An entry of another venue is shown all the same.
    check("", "venue=geneva&entry=entry-3", "entry-3");
    // The editor's venue is where the reader starts.
    check("venue=geneva", "", "venue=geneva");
    check("venue=geneva", "venue=minsk", "venue=minsk");
}

#[test]
fn addresses_that_are_not_understood_leave_a_note_and_nothing_else() {
    let all = corpus(6);
    let check = |query: &str, fragment: &str, expected: Note| {
        let state = open(all, query, fragment);
        assert_eq!(state.notes, [expected], "?{query}#{fragment}");
        assert_eq!(State { notes: Vec::new(), ..state }, State::default(), "?{query}#{fragment}");
    };
    check("", "venue=atlantis", Note::UnknownVenue("atlantis".to_owned()));
    check("", "entry=nobody", Note::UnknownId("nobody".to_owned()));
    check("", "nobody", Note::UnknownId("nobody".to_owned()));
    check("", "asof=2025-02-30", Note::BadDate("2025-02-30".to_owned()));
    check("", "from=2025-13-01", Note::BadDate("2025-13-01".to_owned()));
    check("", "to=tomorrow", Note::BadDate("tomorrow".to_owned()));
    check("", "within=roughly", Note::BadValue("roughly".to_owned()));
    check("", "spacing=wide", Note::BadValue("wide".to_owned()));
    check("", "view=matrix", Note::BadValue("matrix".to_owned()));
    check("view=", "", Note::BadValue(String::new()));
    check("", "against=atlantis", Note::UnknownVenue("atlantis".to_owned()));
    check("", "against=none", Note::BadValue("none".to_owned()));
    check("", "against=%FF", Note::BadValue("%FF".to_owned()));
    // Beside nothing.
    check("", "against=minsk", Note::BadValue("minsk".to_owned()));
    check("", "time=2025-03-05..2025-03-01", Note::BadDate("2025-03-05..2025-03-01".to_owned()));
    check("asof=soon", "", Note::BadDate("soon".to_owned()));
    check("", "asof=0000-12-31", Note::BadDate("0000-12-31".to_owned()));
    check("", "asof=-0044-03-15", Note::BadDate("-0044-03-15".to_owned()));
    check("asof=%2B10000-01-01", "", Note::BadDate("+10000-01-01".to_owned()));
    // Broken escapes, bytes that are no text, and what nobody types.
    check("", "q=100%", Note::BadValue("100%".to_owned()));
    check("", "q=%4", Note::BadValue("%4".to_owned()));
    check("", "q=%zz", Note::BadValue("%zz".to_owned()));
    check("", "q=caf%E9", Note::BadValue("caf%E9".to_owned()));
    check("", "q=%00", Note::BadValue("%00".to_owned()));
    check("", "q=a\u{7f}b", Note::BadValue("ab".to_owned()));
    check("", "venue=%FF", Note::BadValue("%FF".to_owned()));
    check("", "%FF", Note::BadValue("%FF".to_owned()));
    check("theme=%", "", Note::BadValue("%".to_owned()));
    check("", "<script>", Note::UnknownId("<script>".to_owned()));
    check("", "%3Cscript%3E", Note::UnknownId("<script>".to_owned()));
    check("", &format!("q={}", "é".repeat(201)), Note::BadValue(format!("{}…", "é".repeat(40))));
    check(&"y".repeat(9000), "", Note::BadValue(format!("{}…", "y".repeat(40))));
    check("", &"y".repeat(9000), Note::BadValue(format!("{}…", "y".repeat(40))));
    // Long, and escaped twice: read once.
    check("", &"%2525".repeat(20_000), Note::BadValue("%2525".repeat(8) + "…"));
    check("", "venue=%2525", Note::UnknownVenue("%25".to_owned()));
    check("theme=pink", "", Note::BadValue("pink".to_owned()));
    check("chrome=gold", "", Note::BadValue("gold".to_owned()));
    check("lang=xx", "", Note::BadValue("xx".to_owned()));
    check("", "at=1,2", Note::BadValue("1,2".to_owned()));
    check("", "at=NaN,inf,1", Note::BadValue("NaN,inf,1".to_owned()));
    check("", &format!("venue={}", "x".repeat(60)), Note::UnknownVenue(format!("{}…", "x".repeat(40))));
}

#[test]
fn of_a_link_in_another_page_only_what_is_ours_is_taken() {
    let all = corpus(6);
    let check = |fragment: &str, expected: Option<&str>| {
        assert_eq!(link(all, fragment).as_deref(), expected, "{fragment}");
    };
    check("venue=minsk", Some("venue=minsk"));
    check("comments&venue=minsk&page=2&q=a%26b", Some("venue=minsk&q=a%26b"));
    check("minsk", Some("minsk"));
    check("entry-3", Some("entry-3"));
    // Asked of us in vain: it is told, as from any address.
    check("venue=atlantis", Some("venue=atlantis"));
    for theirs in ["", "comments", "page=2", "record-minsk", "pa-map", ":~:text=minsk", "=", "&&"] {
        check(theirs, None);
    }
}
