//! One glyph, one stance or kind of event, on a 16-unit box around 0,0. Circle: attitude; square: event; pointed: initiative;
//! cross and diamond: negative. Square brackets: somebody else says so. Shape carries the meaning, tone repeats it.
//! No opinion about colour beyond the venue's (`--v`) and ink.

use atlas::model::{Attribution, Entry, EventKind, Kind, Stance, Status};

use crate::view::writer::{Writer, joined, tag};

/// A part of a glyph: its class, and its path or its radius.
enum Part {
    Path(&'static str, &'static str),
    Circle(&'static str, &'static str),
}

use Part::{Circle, Path};

/// The parts of a kind's glyph.
fn parts(kind: Kind) -> &'static [Part] {
    match kind {
        Kind::Statement(Stance::OffersToHost) => {
            &[Path("gs", "M0-7.2 7.2-.8V6.6H-7.2V-.8Z"), Path("gk", "M-1.9 6.8V1.6H1.9V6.8Z")]
        }
        Kind::Statement(Stance::Proposes) => &[Path("gs", "M0-7.2 7.6 6.2H-7.6Z")],
        Kind::Statement(Stance::Favours) => &[Circle("gs", "6.6")],
        Kind::Statement(Stance::OpenTo) => &[Circle("gh", "5.5")],
        Kind::Statement(Stance::RaisesAsPossible) => &[Circle("gd", "5.7"), Circle("gs", "1.9")],
        Kind::Statement(Stance::Doubts) => {
            &[Path("gi", "M0-7.2V7.2L-7.2 0Z"), Path("go", "M0-6.6 6.6 0 0 6.6-6.6 0Z")]
        }
        Kind::Statement(Stance::Refuses) => &[Path("gx", "M-5.2-5.2 5.2 5.2M5.2-5.2-5.2 5.2")],
        Kind::Statement(Stance::None) => &[Circle("gs", "3.2")],
        Kind::Event(EventKind::TookPlace) => {
            &[Path("gs", "M-6.6-6.6H6.6V6.6H-6.6Z"), Path("gt", "M-3.3.2-.9 2.7 3.5-2.6")]
        }
        Kind::Event(EventKind::Scheduled) => {
            &[Path("gh", "M-5.6-5.6H5.6V5.6H-5.6Z"), Path("gc", "M0-3V.4H2.8")]
        }
        Kind::Event(EventKind::Raised) => &[Path("gd", "M-5.6-5.6H5.6V5.6H-5.6Z"), Circle("gs", "1.9")],
        Kind::Event(EventKind::Decree) => {
            &[Path("go", "M-5.2-6.4H5.2V6.4H-5.2Z"), Path("gl", "M-2.6-2.8H2.6M-2.6 0H2.6M-2.6 2.8H.6")]
        }
        Kind::Event(EventKind::Ultimatum) => {
            &[Path("go", "M-5.6-5.6H5.6V5.6H-5.6Z"), Path("gl", "M0-3.2V.8M0 3V3.1")]
        }
        Kind::Event(EventKind::Vote) => &[Path("go", "M-6-1.4H6V6H-6Z"), Path("gl", "M-2.6-1.4V-6H2.6V-1.4")],
    }
}

/// Every glyph once, for [`of_kind`] to use: a page shows hundreds.
pub(crate) fn definitions(out: &mut Writer) {
    out.el(tag!("svg", "class": "pa-hidden", "width": "0", "height": "0", "aria-hidden": "true"), |out| {
        out.el(tag!("defs"), |out| {
            for kind in Kind::all() {
                out.el(tag!("g", "id": joined(&["pa-g-", kind.word()])), |out| {
                    for part in parts(kind) {
                        match *part {
                            Path(class, d) => out.leaf(tag!("path", "class": class, "d": d)),
                            Circle(class, r) => out.leaf(tag!("circle", "class": class, "r": r)),
                        }
                    }
                });
            }
            let brackets = "M-8.2-8H-10.4V8H-8.2M8.2-8H10.4V8H8.2";
            out.leaf(tag!("path", "id": "pa-g-brackets", "class": "gv", "d": brackets));
            for (id, d) in
                [("pa-g-corrected", "M3.4-9.6H10L6.7-3.8Z"), ("pa-g-retracted", "M-9.5 7.6 9.5-7.6")]
            {
                out.leaf(tag!("path", "id": id, "class": "gw", "d": d));
            }
        });
    });
}

/// The glyph of a kind in a part of an SVG, in brackets where somebody else says so.
pub(crate) fn of_kind(out: &mut Writer, kind: Kind, second_hand: bool) {
    out.leaf(tag!("use", "href": joined(&["#pa-g-", kind.word()])));
    if second_hand {
        out.leaf(tag!("use", "href": "#pa-g-brackets"));
    }
}

/// The same for an entry; with a sign where an article of it was corrected, struck through where one was retracted.
pub(crate) fn of_entry(out: &mut Writer, entry: Entry) {
    of_kind(out, entry.kind(), entry.attribution() == Attribution::SecondHand);
    let status = entry.status();
    if status != Status::Current {
        sign(out, status);
    }
}

fn sign(out: &mut Writer, status: Status) {
    out.leaf(tag!("use", "href": joined(&["#pa-g-", status.word()])));
}

/// The sign of a status on its own, beside words that say the same.
pub(crate) fn icon_of_status(out: &mut Writer, status: Status) {
    boxed(out, false, |out| sign(out, status));
}

/// The glyph of an entry on its own, beside words that say the same.
pub(crate) fn icon_of_entry(out: &mut Writer, entry: Entry) {
    let second_hand = entry.attribution() == Attribution::SecondHand;
    boxed(out, second_hand, |out| of_entry(out, entry));
}

/// The glyph of a kind on its own, beside words that say the same.
pub(crate) fn icon(out: &mut Writer, kind: Kind, second_hand: bool) {
    boxed(out, second_hand, |out| of_kind(out, kind, second_hand));
}

/// How high it is says the style sheet; it is as wide as its box then tells.
fn boxed(out: &mut Writer, second_hand: bool, glyph: impl FnOnce(&mut Writer)) {
    let view_box = if second_hand { "-11 -8 22 16" } else { "-8 -8 16 16" };
    out.el(tag!("svg", "class": "pa-glyph", "viewBox": view_box, "aria-hidden": "true"), glyph);
}
