//! Which column of which table holds what: the one place that compiler and reader share.
//!
//! A cell is a string index, a list index (text maps are lists of strings in the order of the languages; zero stands for a missing one),
//! a row number, a row number plus one where there may be none, a code, or the bits of an `f32` or `i32`.

macro_rules! columns {
    ($($table:ident { $($name:ident),* $(,)? })*) => {
        $(
            #[doc = concat!("Columns of the table of ", stringify!($table), ".")]
            #[allow(missing_docs)]
            pub mod $table {
                columns!(@number 0; $($name)*);
            }
        )*
    };
    (@number $n:expr; $head:ident $($tail:ident)*) => {
        pub const $head: u32 = $n;
        columns!(@number $n + 1; $($tail)*);
    };
    (@number $n:expr;) => {
        /// Number of columns.
        pub const COUNT: u32 = $n;
    };
}

columns! {
    meta { ID, VERSION, LANGUAGES, TITLE, DESCRIPTION, VIEW_LON, VIEW_LAT, VIEW_KM_PER_PX }
    side { ID, NAME }
    format { ID, NAME }
    place { NAME, LON, LAT, REFERENCE, ID }
    country { ID, ISO, NAME, LON, LAT, LABELLED, PARTY }
    sea { NAME, LON, LAT }
    venue { ID, NAME, SHORT, KIND, COUNTRY, LON, LAT, LIGHT, DARK, ALIASES, ENTRIES }
    actor { ID, NAME, KIND, ROLE, SIDE, ALIASES, ENTRIES }
    date {
        EDTF, READING, EARLIEST, LATEST, BASIS, WHY, PRINTED, TIME,
        RECORD_EDTF, RECORD_READING, RECORD_EARLIEST, RECORD_LATEST, RECORD_SOURCE,
    }
    article {
        ID, HEADLINE, OUTLET, AUTHORS, ADDRESS, SYNDICATION, LANGUAGE, PUBLISHED, STATUS, STATUS_DATE, STATUS_NOTE,
    }
    excerpt { ID, ARTICLE, EXACT, KEY_START, KEY_END, PREFIX, SUFFIX, FRAGMENT, HEADLINE }
    source { ARTICLE, EXCERPTS, CHANNEL }
    entry {
        ID, KIND, ACTOR, ACCORDING_TO, VENUE, PLACE_NAMED, IMPLIED, POSITION, ATTRIBUTION, MODALITY, FORMATS, DATE,
        SUMMARY, SOURCES, REPORTED_EARLIEST, REPORTED_LATEST, FOLDED,
    }
    retired { ID, TO, NOTE }
}

/// A day bound that is open or unknown, as it stands in a cell: earlier and later than every day.
pub const NO_EARLIEST: i32 = i32::MIN;
/// See [`NO_EARLIEST`].
pub const NO_LATEST: i32 = i32::MAX;
