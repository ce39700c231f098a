//! The key of the marks: every kind that the corpus holds, in words. A row where there is room, folded elsewhere.
//! No opinion about counts.

use atlas::model::{Kind, Stance, Status};
use atlas::state::State;
use atlas::words::Key;

use crate::view::glyph;
use crate::view::writer::{Writer, tag};

/// The key, as a row or folded.
pub(crate) fn key_of_marks(out: &mut Writer, state: &State, kinds: &[Kind], folded: bool) {
    if folded {
        out.el(tag!("details", "class": "pa-key pa-fold v-key"), |out| {
            out.line(tag!("summary"), Key::KeyLabel);
            items(out, state, kinds);
        });
    } else {
        out.el(tag!("div", "class": "pa-key-row pa-only-wide v-key"), |out| {
            out.line(tag!("b"), Key::KeyLabel);
            items(out, state, kinds);
        });
    }
}

fn items(out: &mut Writer, state: &State, kinds: &[Kind]) {
    out.el(tag!("ul"), |out| {
        for kind in kinds {
            out.el(tag!("li"), |out| {
                glyph::icon(out, *kind, false);
                out.el(tag!("span"), |out| out.text_of(Key::Kind, kind.word()));
            });
        }
        let refuses = Kind::Statement(Stance::Refuses);
        item(out, Key::KeySecondHand, |out| glyph::icon(out, refuses, true));
        for status in [Status::Corrected, Status::Retracted] {
            if out.context.corpus.articles().any(|article| article.status() == status) {
                out.el(tag!("li"), |out| {
                    glyph::icon_of_status(out, status);
                    out.el(tag!("span"), |out| out.text_of(Key::StatusShort, status.word()));
                });
            }
        }
        if state.as_of().is_some() {
            item(out, Key::KeyPossibly, |out| {
                out.el(tag!("i", "class": "pa-possibly"), |out| glyph::icon(out, refuses, false));
            });
        }
        item(out, Key::KeyUnknownDay, |out| out.leaf(tag!("i", "class": "pa-key-span")));
        item(out, Key::KeyReported, |out| out.leaf(tag!("i", "class": "pa-key-tie")));
        let ring = tag!(
            "svg", "class": "pa-glyph pa-key-ring", "viewBox": "-9 -9 18 18", "aria-hidden": "true",
        );
        item(out, Key::MapTookPlace, |out| {
            out.el(ring, |out| {
                out.leaf(tag!("circle", "class": "pa-ring", "r": "7.6"));
                out.leaf(tag!("circle", "class": "pa-disc", "r": "4.6"));
            });
        });
        item(out, Key::MapArea, |out| out.leaf(tag!("i", "class": "pa-dot pa-dot-area")));
    });
}

#[inline(always)]
fn item(out: &mut Writer, words: Key, mark: impl FnOnce(&mut Writer)) {
    out.el(tag!("li"), |out| {
        mark(out);
        out.line(tag!("span"), words);
    });
}
