//! The parts of a card that the record uses too: kind, quotation, who, source, date. No opinion about which of them are shown.

use atlas::model::{Actor, Attribution, Basis, Dated, Entry, Excerpt, Kind, Modality, Source, Status};
use atlas::words::{Key, edtf};
use yew::prelude::*;

use crate::context::Context;
use crate::view::glyph;

/// "Favours Minsk", with its glyph.
pub(crate) fn kind_line(context: &Context, entry: Entry) -> Html {
    let second_hand = entry.attribution() == Attribution::SecondHand;
    html! { <>
        { glyph::icon(entry.kind(), second_hand, 16) }
        <span class="pa-kind">{ context.cat.of(Key::Kind, entry.kind().word()).to_owned() }</span>
        { " " }
        if let Some(venue) = entry.venue() {
            <span class="pa-venue-word">{ context.text(venue.name()) }</span>
        }
    </> }
}

/// The words in our quotation marks, the key phrase marked; isolated, so that no character in it moves what stands around.
pub(crate) fn quotation(context: &Context, excerpt: Excerpt) -> Html {
    let (before, key, after) = excerpt.parts();
    html! {
        <blockquote key={excerpt.id()} lang={excerpt.article().language()}>
            <bdi><span class="pa-quote-mark">{ context.say(Key::QuoteOpen) }</span>{ before }<mark>{ key }</mark>{ after }<span class="pa-quote-mark">{ context.say(Key::QuoteClose) }</span></bdi>
        </blockquote>
    }
}

/// Who, in what role, according to whom, in what way.
pub(crate) fn actor_line(context: &Context, entry: Entry) -> Html {
    let cat = &context.cat;
    let with_role = |actor: Actor| {
        let role = context.text(actor.role());
        html! { <><b>{ context.text(actor.name()) }</b>if !role.is_empty() { { ", " }{ role } }</> }
    };
    let attribution = cat.of(Key::Attribution, entry.attribution().word()).to_owned();
    let modality = cat.of(Key::Modality, entry.modality().word()).to_owned();
    // An event is told by the reporter; whose words prove it is a question about statements.
    let statement = matches!(entry.kind(), Kind::Statement(_));
    if !statement && entry.actor().is_none() {
        return Html::default();
    }
    html! {
        <p class="pa-who">
            { for entry.actor().map(with_role) }
            if let Some(by) = entry.according_to() {
                { "; " }{ cat.fill(Key::AccordingTo, &[("by", by.name().in_language(cat.language()))]) }
            }
            <span class="pa-how">
                if statement { { " · " }{ attribution } }
                if entry.modality() == Modality::Expected { { " · " }{ modality } }
            </span>
        </p>
    }
}

/// Outlet, chain, authors, headline, address, publication date, status.
pub(crate) fn source_lines(context: &Context, source: Source) -> Html {
    let cat = &context.cat;
    let article = source.article();
    let known = |text: &'static str, key: Key| {
        if text.is_empty() { cat.get(key).to_owned() } else { text.to_owned() }
    };
    // The outlet itself is named already.
    let chain: Vec<&str> = article.syndication().filter(|link| *link != article.outlet()).collect();
    let authors: Vec<&str> = article.authors().collect();
    let outlet = cat.fill(Key::ReportedBy, &[("outlet", &known(article.outlet(), Key::OutletUnknown))]);
    let via = (!chain.is_empty()).then(|| cat.fill(Key::Via, &[("chain", &cat.list(Key::ListAnd, &chain))]));
    let author = if authors.is_empty() {
        cat.get(Key::AuthorUnknown).to_owned()
    } else {
        cat.list(Key::ListAnd, &authors)
    };
    let channel = context.text(source.channel());
    html! {
        <div key={article.id()} class="pa-source">
            if !channel.is_empty() { <p>{ channel }</p> }
            <p><bdi>{ outlet }if let Some(via) = via { { ", " }{ via } }{ "; " }{ author }</bdi></p>
            <p><cite lang={article.language()}><bdi>{ known(article.headline(), Key::HeadlineUnknown) }</bdi></cite></p>
            { address(context, article.address()) }
            <p>{ cat.fill(Key::PublishedOn, &[("date", &edtf(cat, article.published().best_edtf()))]) }if !article.published().time().is_empty() { { ", " }{ article.published().time() } }</p>
            if article.status() != Status::Current {
                <p class="pa-status">{ cat.of(Key::Status, article.status().word()).to_owned() }{ ". " }{ context.text(article.status_note()) }</p>
            }
        </div>
    }
}

fn address(context: &Context, address: &'static str) -> Html {
    // Only what the compiler let through as http or https becomes a link.
    if address.starts_with("https://") || address.starts_with("http://") {
        html! { <p><a href={address} target="_blank" rel="noopener noreferrer">{ address }</a></p> }
    } else {
        html! { <p class="pa-quiet">{ context.say(Key::AddressUnknown) }</p> }
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
    let basis_class = classes!("pa-basis", format!("pa-basis-{}", date.basis().word()));
    html! {
        <div class="pa-date-lines">
            <p>
                <i class={basis_class} aria-hidden="true" />
                <b>{ edtf(cat, date.edtf()) }</b>
                if !date.time().is_empty() { { ", " }{ date.time() } }
                { " · " }{ known }
                if !printed.is_empty() { { " · " }<bdi>{ cat.fill(Key::DatePrinted, &[("printed", printed)]) }</bdi> }
            </p>
            if let Some(record) = date.record() {
                <p>{ cat.fill(Key::DateRecord, &[
                    ("date", &edtf(cat, record.edtf)), ("source", record.source.in_language(cat.language())),
                ]) }</p>
            }
        </div>
    }
}
