//! The parts of a card that the record uses too: kind, quotation, who, source, date. No opinion about which of them are shown.

use atlas::model::{
    Actor, Article, Attribution, Basis, Dated, Entry, Excerpt, Kind, Modality, Source, Status,
};
use atlas::words::{Key, edtf};
use yew::prelude::*;

use crate::context::Context;
use crate::view::element::{Element, all, attrs, el, joined, text};
use crate::view::glyph;

/// "Favours Minsk", with its glyph.
pub(crate) fn kind_line(context: &Context, entry: Entry) -> Html {
    let second_hand = entry.attribution() == Attribution::SecondHand;
    let kind = context.cat.of(Key::Kind, entry.kind().word()).to_owned();
    let venue = entry
        .venue()
        .map(|venue| el("span", attrs! { "class": "pa-venue-word" }).text(context.text(venue.name())).into());
    let kind = el("span", attrs! { "class": "pa-kind" }).text(kind.into());
    let mut nodes = vec![glyph::icon(entry.kind(), second_hand, 16), kind.into(), text(" ")];
    nodes.extend(venue);
    all(nodes)
}

/// The words in our quotation marks, the key phrase marked; isolated, so that no character in it moves what stands around.
pub(crate) fn quotation(context: &Context, excerpt: Excerpt) -> Html {
    let (before, key, after) = excerpt.parts();
    let mark = |key: Key| el("span", attrs! { "class": "pa-quote-mark" }).text(context.say(key));
    let words = el("bdi", attrs! {})
        .with(mark(Key::QuoteOpen))
        .words(before)
        .with(el("mark", attrs! {}).words(key))
        .words(after)
        .with(mark(Key::QuoteClose));
    el("blockquote", attrs! { "lang": excerpt.article().language() }).key(excerpt.id()).with(words).into()
}

/// Who, in what role, according to whom, in what way.
pub(crate) fn actor_line(context: &Context, entry: Entry) -> Html {
    let cat = &context.cat;
    // An event is told by the reporter; whose words prove it is a question about statements.
    let statement = matches!(entry.kind(), Kind::Statement(_));
    if !statement && entry.actor().is_none() {
        return all(Vec::new());
    }
    let mut who = el("p", attrs! { "class": "pa-who" });
    if let Some(actor) = entry.actor() {
        who = with_role(context, who, actor);
    }
    if let Some(by) = entry.according_to() {
        let by = cat.fill(Key::AccordingTo, &[("by", by.name().in_language(cat.language()))]);
        who = who.words("; ").text(by.into());
    }
    let mut how = el("span", attrs! { "class": "pa-how" });
    if statement {
        how = how.words(" · ").text(cat.of(Key::Attribution, entry.attribution().word()).to_owned().into());
    }
    if entry.modality() == Modality::Expected {
        how = how.words(" · ").text(cat.of(Key::Modality, entry.modality().word()).to_owned().into());
    }
    who.with(how).into()
}

fn with_role(context: &Context, who: Element, actor: Actor) -> Element {
    let role = context.text(actor.role());
    let who = who.with(el("b", attrs! {}).text(context.text(actor.name())));
    if role.is_empty() { who } else { who.words(", ").text(role) }
}

/// Outlet, chain, authors, headline, address, publication date, status.
pub(super) fn source_lines(context: &Context, source: Source) -> Html {
    let cat = &context.cat;
    let article = source.article();
    let known = |text: &'static str, key: Key| {
        if text.is_empty() { context.say(key) } else { AttrValue::Static(text) }
    };
    // The outlet itself is named already.
    let chain: Vec<&str> = article.syndication().filter(|link| *link != article.outlet()).collect();
    let authors: Vec<&str> = article.authors().collect();
    let outlet = cat.fill(Key::ReportedBy, &[("outlet", &known(article.outlet(), Key::OutletUnknown))]);
    let mut reported = el("bdi", attrs! {}).text(outlet.into());
    if !chain.is_empty() {
        let via = cat.fill(Key::Via, &[("chain", &cat.list(Key::ListAnd, &chain))]);
        reported = reported.words(", ").text(via.into());
    }
    let author = if authors.is_empty() {
        context.say(Key::AuthorUnknown)
    } else {
        cat.list(Key::ListAnd, &authors).into()
    };
    let reported = reported.words("; ").text(author);
    let channel = context.text(source.channel());
    let channel = (!channel.is_empty()).then(|| el("p", attrs! {}).text(channel).into());
    let headline = el("bdi", attrs! {}).text(known(article.headline(), Key::HeadlineUnknown));
    let headline = el("cite", attrs! { "lang": article.language() }).with(headline);
    let date = cat.fill(Key::PublishedOn, &[("date", &edtf(cat, article.published().best_edtf()))]);
    el("div", attrs! { "class": "pa-source" })
        .key(article.id())
        .maybe(channel)
        .with(el("p", attrs! {}).with(reported))
        .with(el("p", attrs! {}).with(headline))
        .with(address(context, article.address()))
        .with(with_time(el("p", attrs! {}).text(date.into()), article.published()))
        .with(status(context, article))
        .into()
}

fn with_time(line: Element, date: Dated) -> Element {
    let time = date.time();
    if time.is_empty() { line } else { line.words(", ").words(time) }
}

/// That an article was corrected or retracted; nothing otherwise.
pub(crate) fn status(context: &Context, article: Article) -> Html {
    if article.status() == Status::Current {
        return all(Vec::new());
    }
    let word = context.cat.of(Key::Status, article.status().word()).to_owned();
    el("p", attrs! { "class": "pa-status" })
        .text(word.into())
        .words(". ")
        .text(context.text(article.status_note()))
        .into()
}

/// The article's address, as a link where it is one.
pub(crate) fn address(context: &Context, address: &'static str) -> Html {
    // Only what the compiler let through as http or https becomes a link.
    if address.starts_with("https://") || address.starts_with("http://") {
        let link = attrs! { "href": address, "target": "_blank", "rel": "noopener noreferrer" };
        el("p", attrs! {}).with(el("a", link).words(address)).into()
    } else {
        el("p", attrs! { "class": "pa-quiet" }).text(context.say(Key::AddressUnknown)).into()
    }
}

/// The date, how it is known, and what narrows it.
pub(crate) fn date_lines(context: &Context, date: Dated) -> Html {
    let cat = &context.cat;
    let why = date.why().in_language(cat.language());
    let known = match date.basis() {
        Basis::Stated => cat.of(Key::Basis, Basis::Stated.word()).to_owned(),
        Basis::Derived => cat.fill_of(Key::Basis, Basis::Derived.word(), &[("why", why)]),
    };
    let printed = date.printed();
    let basis = attrs! {
        "class": joined(&["pa-basis pa-basis-", date.basis().word()]), "aria-hidden": "true",
    };
    let line =
        el("p", attrs! {}).with(el("i", basis)).with(el("b", attrs! {}).text(edtf(cat, date.edtf()).into()));
    let line = with_time(line, date).words(" · ").text(known.into());
    let line = if printed.is_empty() {
        line
    } else {
        let printed = cat.fill(Key::DatePrinted, &[("printed", printed)]);
        line.words(" · ").with(el("bdi", attrs! {}).text(printed.into()))
    };
    let narrowed = date.record().map(|record| {
        let source = record.source.in_language(cat.language());
        let words = cat.fill(Key::DateRecord, &[("date", &edtf(cat, record.edtf)), ("source", source)]);
        el("p", attrs! {}).text(words.into()).into()
    });
    el("div", attrs! { "class": "pa-date-lines" }).with(line).maybe(narrowed).into()
}
