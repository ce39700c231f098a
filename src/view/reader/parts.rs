//! The parts of a card that the record uses too: kind, quotation, who, source, date. No opinion about which of them are shown.

use atlas::model::{Actor, Article, Basis, Dated, Entry, Excerpt, Kind, Modality, Source, Status, Text};
use atlas::words::{Key, day, edtf};

use crate::view::glyph;
use crate::view::writer::{Writer, joined, tag};

/// "Favours Minsk", with its glyph.
pub(crate) fn kind_line(out: &mut Writer, entry: Entry) {
    glyph::icon_of_entry(out, entry);
    out.el(tag!("span", "class": "pa-kind"), |out| out.text_of(Key::Kind, entry.kind().word()));
    out.text(" ");
    if let Some(venue) = entry.venue() {
        out.el(tag!("span", "class": "pa-venue-word"), |out| named(out, venue.name(), &mut venue.aliases()));
    }
    let status = entry.status();
    if status != Status::Current {
        out.el(tag!("span", "class": "pa-badge"), |out| out.text_of(Key::StatusShort, status.word()));
    }
}

/// A name; all of it is marked where another spelling was searched for.
fn named(out: &mut Writer, name: Text, mut aliases: &mut dyn Iterator<Item = &'static str>) {
    let name = name.in_language(out.context.cat.language());
    let mut found = out.sought.found_in(name);
    if found.is_empty() && Iterator::any(&mut aliases, |alias| !out.sought.found_in(alias).is_empty()) {
        found.push((0, name.len()));
    }
    out.marked(name, (0, name.len()), &found);
}

fn actor_name(out: &mut Writer, actor: Actor) {
    named(out, actor.name(), &mut actor.aliases());
}

/// A message around its one argument.
fn around(out: &mut Writer, key: Key, argument: impl FnOnce(&mut Writer)) {
    let message = out.context.cat.get(key);
    let place = |brace: u8| message.bytes().position(|byte| byte == brace).unwrap_or(message.len());
    out.text(message.get(..place(b'{')).unwrap_or_default().to_owned());
    argument(out);
    out.text(message.get(place(b'}') + 1..).unwrap_or_default().to_owned());
}

/// The words in our quotation marks, the key phrase marked; isolated, so that no character in it moves what stands around.
pub(crate) fn quotation(out: &mut Writer, excerpt: Excerpt) {
    let (exact, (before, key, _)) = (excerpt.exact(), excerpt.parts());
    let (from, to) = (before.len(), before.len() + key.len());
    let found = out.sought.found_in(exact);
    out.el(tag!("blockquote", "lang": excerpt.article().language()), |out| {
        out.key(excerpt.id());
        out.el(tag!("bdi"), |out| {
            out.line(tag!("span", "class": "pa-q"), Key::QuoteOpen);
            out.marked(exact, (0, from), &found);
            out.el(tag!("mark"), |out| out.marked(exact, (from, to), &found));
            out.marked(exact, (to, exact.len()), &found);
            out.line(tag!("span", "class": "pa-q"), Key::QuoteClose);
        });
    });
}

/// A link that opens the article at the words of an excerpt, where its address is known.
pub(crate) fn open_at(out: &mut Writer, excerpt: Excerpt) {
    let (address, words) = (excerpt.article().address(), excerpt.fragment());
    if !is_link(address) || words.is_empty() {
        return;
    }
    let hash = if address.contains('#') { "" } else { "#" };
    let href = joined(&[address, hash, ":~:text=", words]);
    out.el(tag!("p", "class": "pa-open-at"), |out| {
        out.line(tag!("a", "href": href, "target": "_blank", "rel": "noopener noreferrer"), Key::OpenAt);
    });
}

/// Only what the compiler let through as http or https becomes a link.
fn is_link(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// Who, in what role, according to whom, in what way.
pub(crate) fn actor_line(out: &mut Writer, entry: Entry) {
    let cat = &out.context.cat;
    // An event is told by the reporter; whose words prove it is a question about statements.
    let statement = matches!(entry.kind(), Kind::Statement(_));
    if !statement && entry.actor().is_none() {
        return;
    }
    out.el(tag!("p", "class": "pa-who"), |out| {
        if let Some(actor) = entry.actor() {
            out.el(tag!("b"), |out| actor_name(out, actor));
            let role = actor.role().in_language(cat.language());
            if !role.is_empty() {
                out.text(", ");
                out.text(role);
            }
        }
        if let Some(by) = entry.according_to() {
            out.text("; ");
            around(out, Key::AccordingTo, |out| actor_name(out, by));
        }
        out.el(tag!("span", "class": "pa-how"), |out| {
            if statement {
                out.text(" · ");
                out.text_of(Key::Attribution, entry.attribution().word());
            }
            if entry.modality() == Modality::Expected {
                out.text(" · ");
                out.text_of(Key::Modality, entry.modality().word());
            }
        });
    });
}

/// Outlet, chain, authors, headline, address, publication date, status.
pub(super) fn source_lines(out: &mut Writer, source: Source) {
    let cat = &out.context.cat;
    let article = source.article();
    // The outlet itself is named already.
    let chain: Vec<&str> = article.syndication().filter(|link| *link != article.outlet()).collect();
    out.el(tag!("div", "class": "pa-source"), |out| {
        out.key(article.id());
        let channel = source.channel().in_language(cat.language());
        if !channel.is_empty() {
            out.line(tag!("p"), channel);
        }
        out.el(tag!("p"), |out| {
            out.el(tag!("bdi"), |out| {
                around(out, Key::ReportedBy, |out| match article.outlet() {
                    "" => out.text(Key::OutletUnknown),
                    outlet => out.found(outlet),
                });
                if !chain.is_empty() {
                    out.text(", ");
                    out.text(cat.fill(Key::Via, &[("chain", &cat.list(Key::ListAnd, &chain))]));
                }
                out.text("; ");
                for (at, author) in article.authors().enumerate() {
                    if at > 0 {
                        out.text(", ");
                    }
                    out.found(author);
                }
                if article.authors().len() == 0 {
                    out.text(Key::AuthorUnknown);
                }
            });
        });
        out.el(tag!("p"), |out| {
            out.el(tag!("cite", "lang": article.language()), |out| {
                let headline = article.headline();
                let unknown = headline.is_empty().then(|| cat.get(Key::HeadlineUnknown).to_owned());
                out.line(tag!("bdi"), unknown.unwrap_or_else(|| headline.to_owned()));
            });
        });
        address(out, article);
        date_lines(out, Some(Key::PublishedOn), article.published());
        status(out, article);
    });
}

fn time(out: &mut Writer, date: Dated) {
    let time = date.time();
    if !time.is_empty() {
        out.text(", ");
        out.text(time);
    }
}

/// That an article was corrected or retracted; nothing otherwise.
pub(crate) fn status(out: &mut Writer, article: Article) {
    if article.status() != Status::Current {
        out.el(tag!("p", "class": "pa-status"), |out| {
            out.text_of(Key::Status, article.status().word());
            let date = article.status_date();
            if !date.is_empty() {
                out.text(": ");
                let cat = &out.context.cat;
                out.text(date.parse().map_or_else(|_| date.to_owned(), |date| day(cat, date)));
            }
            out.text(". ");
            out.text(article.status_note());
        });
    }
}

/// The article's address, as text that can be selected: its links lead there from the quotations, and a sandbox may keep a new tab from opening.
/// What to search for where it is not known.
pub(crate) fn address(out: &mut Writer, article: Article) {
    let address = article.address();
    if is_link(address) {
        out.el(tag!("p"), |out| out.line(tag!("bdi"), address));
    } else {
        // The headline and who printed it, else words that stand in the text.
        let mut words = article.headline();
        if words.is_empty() {
            let mut excerpts = out.context.corpus.excerpts().filter(|excerpt| excerpt.article() == article);
            words = excerpts.next().map_or("", Excerpt::exact);
        }
        let words = ["\"", words, "\" ", article.outlet()].concat();
        let words = out.context.cat.fill(Key::AddressUnknown, &[("words", words.trim_end())]);
        out.el(tag!("p", "class": "pa-quiet"), |out| out.line(tag!("bdi"), words));
    }
}

/// The date, in the words of a message if it is not the entry's own; how it is known, and what narrows it.
pub(crate) fn date_lines(out: &mut Writer, of: Option<Key>, date: Dated) {
    let cat = &out.context.cat;
    out.el(tag!("div", "class": "pa-date-lines"), |out| {
        out.el(tag!("p"), |out| {
            let basis = joined(&["pa-basis pa-basis-", date.basis().word()]);
            out.leaf(tag!("i", "class": basis));
            let words = edtf(cat, date.edtf());
            let words = of.map_or(words.clone(), |key| cat.fill(key, &[("date", &words)]));
            out.line(tag!("b"), words);
            time(out, date);
            out.text(" · ");
            match date.basis() {
                Basis::Stated => out.text_of(Key::Basis, Basis::Stated.word()),
                Basis::Derived => {
                    let why = date.why().in_language(cat.language());
                    out.text(cat.fill_of(Key::Basis, Basis::Derived.word(), &[("why", why)]));
                }
            }
            let printed = date.printed();
            if !printed.is_empty() {
                out.text(" · ");
                out.line(tag!("bdi"), cat.fill(Key::DatePrinted, &[("printed", printed)]));
            }
        });
        if let Some(record) = date.record() {
            let source = record.source.in_language(cat.language());
            let date = edtf(cat, record.edtf);
            out.line(tag!("p"), cat.fill(Key::DateRecord, &[("date", &date), ("source", source)]));
        }
    });
}
