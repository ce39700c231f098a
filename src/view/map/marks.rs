//! Marks and labels over the base map, each a group at its place: `data-lon` and `data-lat`, so that the live map moves the group within
//! by one attribute. No opinion about where they stand, or about what follows a press: the map listens for all of them.

use atlas::decimal::{decimal, px};
use atlas::labels::{Label, Rect};
use atlas::model::{Kind, Venue, VenueKind};
use atlas::order::ordered;
use atlas::scene::Role;
use atlas::state::{State, VenueFilter, latest, took_place};
use atlas::words::Key;
use yew::prelude::*;

use super::things::{GLYPH_PX, Kin, NAME_PX, Sight, Thing, radius_px};
use crate::context::Context;
use crate::view::element::{Element, attrs, class, el, joined, text, word_if};
use crate::view::{entry_words, glyph, venue_word};

/// Half of the height of a pointer.
const POINTER_PX: f64 = 12.0;
/// The latest entries that are told of a venue.
const LATEST: usize = 2;

/// What the marks of a map need besides what they are.
pub(super) struct Marks<'a> {
    pub(super) context: &'a Context,
    pub(super) state: &'a State,
    pub(super) sight: Sight<'a>,
    /// How far each venue is from where, in words.
    pub(super) distances: &'a [String],
    /// The venue that Tab goes to, if it is on the map.
    pub(super) tabbed: Option<Venue>,
}

impl Marks<'_> {
    /// All marks and labels. Quiet ones first, so that venues stand on top; venues always in their own order, so that none loses the
    /// focus by moving.
    pub(super) fn draw(&self, things: &[Thing]) -> Html {
        // One node for each, whether it is there or not: siblings are compared one by one, and what moved up would be made anew.
        let quiet =
            things.iter().filter(|thing| thing.of.venue().is_none()).map(|thing| self.quiet(thing)).collect();
        let pressed = |thing: &&Thing| matches!(thing.role, Role::Mark | Role::Pointer { .. });
        let venues: Vec<&Thing> =
            things.iter().filter(|thing| thing.of.venue().is_some()).filter(pressed).collect();
        let row = |thing: &Thing| thing.of.venue().map_or(0, Venue::row);
        let venues = ordered(&venues, |a, b| row(a).cmp(&row(b)));
        let is_there = |venue: &Venue| venues.iter().any(|thing| thing.of.venue() == Some(*venue));
        let chosen = self.state.venue.venue();
        let first = venues.first().and_then(|thing| thing.of.venue());
        let tabbed = self.tabbed.filter(is_there).or(chosen.filter(is_there)).or(first);
        let group = attrs! { "role": "group", "aria-label": self.context.say(Key::MapVenues) };
        el("g", attrs! { "class": "pa-marks" })
            .with(el("g", attrs! {}).list(quiet))
            .with(
                el("g", group)
                    .list(venues.into_iter().map(|thing| self.venue(thing, things, tabbed)).collect()),
            )
            .into()
    }

    /// A mark that is not pressed.
    fn quiet(&self, thing: &Thing) -> Html {
        let is_town = thing.of.kin == Kin::Town;
        let name = match thing.of.kin {
            Kin::Town => "pa-capital-name",
            Kin::Country => "pa-country-name",
            Kin::Sea => "pa-sea-name",
            _ => "pa-way-name",
        };
        let (mut role, mut said, mut edge) = (None, None, None);
        let mut body = el("g", attrs! {});
        match thing.role {
            Role::Pointer { turn_deg, width_px } => {
                (role, edge) = (Some("img"), Some(px(width_px / 2.0)));
                said = Some(self.context.cat.fill(Key::MapOutOfView, &[("what", &thing.of.text)]));
                body = pointer(body, turn_deg, width_px, &thing.of.text);
            }
            Role::Mark if is_town || thing.label.is_some() => {
                if is_town {
                    body =
                        body.with(el("path", attrs! { "class": "pa-town", "d": "M-2.5-2.5H2.5V2.5H-2.5Z" }));
                }
                body = body.maybe(thing.label.map(|label| words(name, &thing.of.text, label)));
            }
            _ => return el("g", attrs! {}).into(),
        }
        let (transform, lon, lat) = place(thing);
        let attributes = attrs! {
            "data-lon": lon, "data-lat": lat, "data-edge": edge, "transform": transform, "role": role, "aria-label": said,
        };
        el("g", attributes).with(body).into()
    }

    fn venue(&self, thing: &Thing, things: &[Thing], tabbed: Option<Venue>) -> Html {
        let Kin::Venue(venue, count) = thing.of.kin else { return Html::default() };
        let behind = behind(thing, things).count();
        let chosen = self.state.venue == VenueFilter::Venue(venue);
        // The button has its name from its label.
        let (mut edge, mut body) = (None, el("g", attrs! { "aria-hidden": "true" }));
        if let Role::Pointer { turn_deg, width_px } = thing.role {
            edge = Some(px(width_px / 2.0));
            body = pointer(body, turn_deg, width_px, &thing.of.text);
        } else {
            body = self.mark(body, thing, venue, count, behind, chosen);
        }
        let class = class(&[
            "pa-venue",
            &venue_word(Some(venue)),
            word_if(edge.is_some(), "pa-at-edge"),
            word_if(chosen, "pa-chosen"),
            word_if(!chosen && self.state.venue != VenueFilter::All, "pa-other"),
            word_if(count == 0, "pa-none-left"),
        ]);
        let (transform, lon, lat) = place(thing);
        let attributes = attrs! {
            "class": class, "data-venue": venue.id(), "data-lon": lon, "data-lat": lat,
            "data-edge": edge.clone(), "transform": transform, "role": "button",
            "tabindex": if tabbed == Some(venue) { "0" } else { "-1" },
            "aria-pressed": if chosen { "true" } else { "false" },
            "aria-label": self.name(venue, count, edge.is_some(), behind),
            "aria-description": self.about(venue, count),
        };
        el("g", attributes).key(venue.id()).with(body).into()
    }

    /// A venue where it is: a disc for a city, the name for an area.
    fn mark(
        &self,
        body: Element,
        thing: &Thing,
        venue: Venue,
        count: usize,
        behind: usize,
        chosen: bool,
    ) -> Element {
        let r = radius_px(count);
        let least = self.sight.target_px() / 2.0;
        let label = thing.label;
        let cat = &self.context.cat;
        let text = match behind {
            0 => thing.of.text.clone(),
            n => cat.fill(Key::MapPlus, &[("venue", &thing.of.text), ("n", &cat.number(n))]).into(),
        };
        let is_city = venue.kind() == VenueKind::City;
        // What comes and goes first, what stays last: siblings are compared from the last on.
        let mut body = match label.filter(|_| thing.strip) {
            Some(label) => strip(body, &thing.of.glyphs, label),
            None => body,
        };
        body = body.maybe(label.filter(|label| label.led).map(leader)).maybe(label.map(target));
        if is_city {
            if chosen {
                body = circle(body, "pa-halo", r + 8.0);
            }
            if behind > 0 {
                body = circle(body, "pa-disc pa-disc-behind", r + 3.0);
            }
            if count > 0 && took_place(venue, self.state.as_of()) {
                body = circle(body, "pa-ring", r + 3.6);
            }
            body = circle(body, "pa-disc", r);
        }
        let name = if is_city { "pa-venue-name" } else { "pa-venue-name pa-area-name" };
        body = circle(body, "pa-target", if is_city { (r + 8.0).max(least) } else { 20.0 });
        body = body.maybe(label.map(|label| words(name, &text, label)));
        if is_city {
            // The name before the number, as in the name of the button.
            let number = attrs! { "class": "pa-count-on-disc", "dy": ".35em", "text-anchor": "middle" };
            body = body.with(el("text", number).text(joined(&[" ", &cat.number(count)])));
        }
        body
    }

    /// The name of a venue's button.
    fn name(&self, venue: Venue, count: usize, out_of_view: bool, behind: usize) -> String {
        let cat = &self.context.cat;
        let language = cat.language();
        let key = if venue.kind() == VenueKind::City { Key::MapVenue } else { Key::MapAreaVenue };
        let entries = cat.count(Key::Entries, count, &[]);
        let country = venue.country().name().in_language(language);
        let venue = self.sight.name(venue).in_language(language);
        let name = cat.fill(key, &[("venue", venue), ("country", country), ("entries", &entries)]);
        match (out_of_view, behind) {
            (true, _) => cat.fill(Key::MapOutOfView, &[("what", &name)]),
            (_, 0) => name,
            (_, n) => cat.count(Key::MapBehind, n, &[("what", &name)]),
        }
    }

    /// What else is told of it: how far it is from where, and the latest of its entries.
    fn about(&self, venue: Venue, count: usize) -> String {
        let cat = &self.context.cat;
        let mut told = self.distances.get(venue.row() as usize).cloned().unwrap_or_default();
        told.push_str(". ");
        let mut entries = String::new();
        let most = if count > 0 { LATEST } else { 0 };
        for entry in latest(venue, self.state.as_of(), most) {
            entries.push_str(if entries.is_empty() { "" } else { cat.get(Key::ClauseSeparator) });
            entries.push_str(&entry_words(self.context, entry));
        }
        told.push_str(&match entries.as_str() {
            "" => cat.get(Key::MapNothingYet).to_owned(),
            entries => cat.fill(Key::MapLatest, &[("entries", entries)]),
        });
        told.push('.');
        told
    }

    /// The card of a venue that has the pointer or the focus: beside its mark, by a spacer of so many pixels.
    pub(super) fn card(&self, thing: &Thing) -> Option<Html> {
        /// Width, distance from the map's sides, and from the middle of the mark.
        const CARD_PX: (f64, f64, f64) = (260.0, 8.0, 16.0);
        let Kin::Venue(venue, count) = thing.of.kin else { return None };
        let (width, aside, apart) = CARD_PX;
        let (at, camera) = (thing.at, self.sight.camera);
        let left = (at.x_px - width / 2.0).min(camera.width_px() - width - aside).max(aside);
        let under = at.y_px < camera.height_px() / 2.0;
        let off = if under { at.y_px } else { camera.height_px() - at.y_px } + apart;
        let out_of_view = matches!(thing.role, Role::Pointer { .. });
        let card = el("div", attrs! { "data-venue": venue.id() })
            .with(el("b", attrs! {}).text(self.name(venue, count, out_of_view, 0).into()))
            .with(el("p", attrs! {}).text(self.about(venue, count).into()));
        // A screen reader has the same as name and description of the mark.
        let class = if under { "pa-about" } else { "pa-about pa-about-over" };
        let spacer = el("svg", attrs! { "width": px(left), "height": px(off) });
        Some(el("div", attrs! { "class": class, "aria-hidden": "true" }).with(spacer).with(card).into())
    }
}

/// What stands behind a mark.
pub(super) fn behind<'a>(thing: &Thing, things: &'a [Thing]) -> impl Iterator<Item = &'a Thing> {
    let at = things.iter().position(|other| other.of.kin == thing.of.kin);
    things.iter().filter(move |other| at.is_some_and(|at| other.role == Role::Behind(at)))
}

fn circle(body: Element, class: &'static str, r: f64) -> Element {
    body.with(el("circle", attrs! { "class": class, "r": px(r) }))
}

fn place(thing: &Thing) -> (AttrValue, String, String) {
    let (x, y) = (px(thing.at.x_px), px(thing.at.y_px));
    (
        joined(&["translate(", &x, " ", &y, ")"]),
        decimal(thing.of.place.lon_deg, 4),
        decimal(thing.of.place.lat_deg, 4),
    )
}

/// A name at the edge, with an arrow towards where it is.
fn pointer(body: Element, turn_deg: f64, width_px: f64, name: &AttrValue) -> Element {
    let left = -width_px / 2.0;
    let frame = attrs! {
        "class": "pa-pointer", "x": px(left), "y": px(-POINTER_PX), "width": px(width_px), "height": px(2.0 * POINTER_PX), "rx": "3",
    };
    let turn = joined(&["translate(", &px(left + 13.0), ") rotate(", &decimal(turn_deg, 0), ")"]);
    let arrow = attrs! { "class": "pa-arrow", "transform": turn, "d": "M-5 0H5M1-4 5 0 1 4" };
    let middle = px(f64::midpoint(left + 22.0, -left - 6.0));
    let words = attrs! { "class": "pa-pointer-name", "x": middle, "dy": ".35em", "text-anchor": "middle" };
    body.with(el("rect", frame)).with(el("path", arrow)).with(el("text", words).text(name.clone()))
}

/// Where words of a width stand in a label: next to the mark that they belong to.
fn along(label: Label, width: f64) -> (f64, &'static str) {
    let Rect { left, right, .. } = label.rect;
    match label.side.0 {
        -1 => (right - width, "end"),
        1 => (left, "start"),
        _ => (f64::midpoint(left, right) - width / 2.0, "middle"),
    }
}

fn words(class: &'static str, words: &AttrValue, label: Label) -> Html {
    let (x, anchor) = along(label, 0.0);
    let y = px(label.rect.top + NAME_PX / 2.0);
    let attributes = attrs! { "class": class, "x": px(x), "y": y, "dy": ".35em", "text-anchor": anchor };
    el("text", attributes).with(text(words.clone())).into()
}

/// The glyphs under a name.
fn strip(body: Element, glyphs: &[(Kind, bool)], label: Label) -> Element {
    let width = glyphs.len() as f64 * GLYPH_PX;
    let ((left, _), top) = (along(label, width), label.rect.bottom - GLYPH_PX);
    let pill = attrs! {
        "class": "pa-strip", "x": px(left), "y": px(top), "width": px(width), "height": px(GLYPH_PX), "rx": "8",
    };
    glyphs.iter().enumerate().fold(body.with(el("rect", pill)), |body, (n, (kind, by_others))| {
        let x = px(left + (n as f64 + 0.5) * GLYPH_PX);
        let at = joined(&["translate(", &x, " ", &px(top + GLYPH_PX / 2.0), ") scale(.7)"]);
        body.with(glyph::of_kind(el("g", attrs! { "transform": at }), *kind, *by_others))
    })
}

/// Ties a name that found no room beside its mark to it.
fn leader(label: Label) -> Html {
    let Rect { left, top, right, bottom } = label.rect;
    let (x, y) = (left.max(0.0).min(right), top.max(0.0).min(bottom));
    el("path", attrs! { "class": "pa-leader", "d": joined(&["M0 0L", &px(x), " ", &px(y)]) }).into()
}

/// The name belongs to the mark: between the two nothing is missed.
fn target(label: Label) -> Html {
    let Rect { left, top, right, bottom } = label.rect;
    let (least, most) = if label.led { (f64::INFINITY, f64::NEG_INFINITY) } else { (0.0, 0.0) };
    let (left, top, right, bottom) = (left.min(least), top.min(least), right.max(most), bottom.max(most));
    let attributes = attrs! {
        "class": "pa-target", "x": px(left), "y": px(top), "width": px(right - left), "height": px(bottom - top),
    };
    el("rect", attributes).into()
}
