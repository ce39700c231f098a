//! The key of the marks: every kind that the corpus holds, in words. A row where there is room, folded elsewhere.
//! No opinion about counts.

use atlas::model::{Kind, Stance};
use atlas::words::Key;
use yew::prelude::*;

use crate::context::Context;
use crate::view::element::{attrs, el};
use crate::view::glyph;

/// The key, as a row or folded.
pub(crate) fn key_of_marks(context: &Context, kinds: &[Kind], folded: bool) -> Html {
    let label = context.say(Key::KeyLabel);
    let (whole, label) = if folded {
        (el("details", attrs! { "class": "pa-key v-key" }), el("summary", attrs! {}).text(label))
    } else {
        (el("div", attrs! { "class": "pa-key-row pa-only-wide v-key" }), el("b", attrs! {}).text(label))
    };
    let item = |mark: Html, words: AttrValue| {
        el("li", attrs! {}).with(mark).with(el("span", attrs! {}).text(words)).into()
    };
    let kind = |kind: &Kind| {
        item(glyph::icon(*kind, false, 14), context.cat.of(Key::Kind, kind.word()).to_owned().into())
    };
    let mut items: Vec<Html> = kinds.iter().map(kind).collect();
    let took_place = attrs! {
        "class": "pa-glyph", "width": "18", "height": "18", "viewBox": "-9 -9 18 18", "aria-hidden": "true",
    };
    let took_place = el("svg", took_place)
        .with(el("circle", attrs! { "class": "pa-ring", "r": "7.6" }))
        .with(el("circle", attrs! { "class": "pa-disc", "r": "4.6" }));
    let second_hand = glyph::icon(Kind::Statement(Stance::Refuses), true, 14);
    let span = el("i", attrs! { "class": "pa-key-span", "aria-hidden": "true" });
    let area = el("i", attrs! { "class": "pa-dot pa-dot-area", "aria-hidden": "true" });
    items.push(item(second_hand, context.say(Key::KeySecondHand)));
    items.push(item(span.into(), context.say(Key::KeyUnknownDay)));
    let tie = el("i", attrs! { "class": "pa-key-tie", "aria-hidden": "true" });
    items.push(item(tie.into(), context.say(Key::KeyReported)));
    items.push(item(took_place.into(), context.say(Key::MapTookPlace)));
    items.push(item(area.into(), context.say(Key::MapArea)));
    whole.with(label).with(el("ul", attrs! {}).list(items)).into()
}
