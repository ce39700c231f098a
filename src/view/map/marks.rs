//! Marks and labels over the base map, each a group at its place: `data-lon` and `data-lat`, so that the live map moves the group within
//! by one attribute. No opinion about where they stand, or about what follows a press: the map listens for all of them.

use atlas::decimal::{decimal, drawn};
use atlas::labels::{Label, Rect};
use atlas::model::{Kind, Venue, VenueKind};
use atlas::order::ordered;
use atlas::scene::Role;
use atlas::state::{State, VenueFilter, latest, took_place};
use atlas::words::Key;
use yew::AttrValue;

use super::things::{GLYPH_PX, Kin, NAME_PX, Sight, Thing, radius_px};
use crate::context::Context;
use crate::view::writer::{Writer, class, joined, shift, tag, word_if};
use crate::view::{entry_words, glyph, venue_word};

/// Half of the height of a pointer.
const POINTER_PX: f64 = 12.0;
/// The latest entries that are told of a venue.
const LATEST: usize = 2;

/// What the marks of a map need besides what they are.
pub(super) struct Marks<'a> {
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
    pub(super) fn draw(&self, out: &mut Writer, things: &[Thing]) {
        let pressed = |thing: &&Thing| matches!(thing.role, Role::Mark | Role::Pointer { .. });
        let venues: Vec<&Thing> =
            things.iter().filter(|thing| thing.of.venue().is_some()).filter(pressed).collect();
        let row = |thing: &Thing| thing.of.venue().map_or(0, Venue::row);
        let venues = ordered(&venues, |a, b| row(a).cmp(&row(b)));
        let is_there = |venue: &Venue| venues.iter().any(|thing| thing.of.venue() == Some(*venue));
        let chosen = self.state.venue.venue();
        let first = venues.first().and_then(|thing| thing.of.venue());
        let tabbed = self.tabbed.filter(is_there).or(chosen.filter(is_there)).or(first);
        out.el(tag!("g", "class": "pa-marks"), |out| {
            out.el(tag!("g"), |out| {
                // One node for each, whether it is there or not: siblings are compared one by one, and what moved up would be made anew.
                for thing in things.iter().filter(|thing| thing.of.venue().is_none()) {
                    quiet(out, thing);
                }
            });
            out.el(tag!("g", "role": "group", "aria-label": Key::MapVenues), |out| {
                for thing in venues {
                    self.venue(out, thing, things, tabbed);
                }
            });
        });
    }

    fn venue(&self, out: &mut Writer, thing: &Thing, things: &[Thing], tabbed: Option<Venue>) {
        let Kin::Venue(venue, count) = thing.of.kin else { return };
        let context = out.context;
        let behind = behind(thing, things).count();
        let chosen = self.state.venue == VenueFilter::Venue(venue);
        let edge = edge(thing);
        let class = class(&[
            "pa-venue",
            &venue_word(Some(venue)),
            word_if(edge.is_some(), "pa-at-edge"),
            word_if(chosen, "pa-chosen"),
            word_if(!chosen && self.state.venue != VenueFilter::All, "pa-other"),
            word_if(count == 0, "pa-none-left"),
        ]);
        let (place, lon, lat) = place(thing);
        let group = tag!(
            "g", "class": class, "data-venue": venue.id(), "data-lon": lon, "data-lat": lat, "data-edge": edge,
            "transform": place, "role": "button", "tabindex": if tabbed == Some(venue) { "0" } else { "-1" },
            "aria-pressed": chosen, "aria-label": self.name(context, venue, count, edge.is_some(), behind),
            "aria-description": self.about(context, venue, count),
        );
        out.el(group, |out| {
            out.key(venue.id());
            // The button has its name from its label.
            out.el(tag!("g", "aria-hidden": "true"), |out| {
                if let Role::Pointer { turn_deg, width_px } = thing.role {
                    pointer(out, turn_deg, width_px, &thing.of.text);
                } else {
                    self.mark(out, thing, venue, (count, behind), chosen);
                }
            });
        });
    }

    /// A venue where it is: a disc for a city, the name for an area. With its entries, and what is behind it.
    fn mark(
        &self,
        out: &mut Writer,
        thing: &Thing,
        venue: Venue,
        (count, behind): (usize, usize),
        chosen: bool,
    ) {
        let r = radius_px(count);
        let least = self.sight.target_px() / 2.0;
        let label = thing.label;
        let cat = &out.context.cat;
        let is_city = venue.kind() == VenueKind::City;
        // What comes and goes first, what stays last: siblings are compared from the last on.
        if let Some(label) = label {
            if thing.strip {
                strip(out, &thing.of.glyphs, label);
            }
            if label.led {
                leader(out, label);
            }
            target(out, label);
        }
        if is_city {
            if chosen {
                circle(out, "pa-halo", r + 8.0);
            }
            if behind > 0 {
                circle(out, "pa-disc pa-disc-behind", r + 3.0);
            }
            if count > 0 && took_place(venue, self.state.as_of()) {
                circle(out, "pa-ring", r + 3.6);
            }
            circle(out, "pa-disc", r);
        }
        circle(out, "pa-target", if is_city { (r + 8.0).max(least) } else { 20.0 });
        if let Some(label) = label {
            let text = match behind {
                0 => thing.of.text.clone(),
                n => cat.fill(Key::MapPlus, &[("venue", &thing.of.text), ("n", &cat.number(n))]).into(),
            };
            words(out, if is_city { "pa-venue-name" } else { "pa-venue-name pa-area-name" }, text, label);
        }
        if is_city {
            // The name before the number, as in the name of the button.
            let number = tag!("text", "class": "pa-count-on-disc", "dy": ".35em", "text-anchor": "middle");
            out.line(number, joined(&[" ", &cat.number(count)]));
        }
    }

    /// The name of a venue's button.
    fn name(
        &self,
        context: &Context,
        venue: Venue,
        count: usize,
        out_of_view: bool,
        behind: usize,
    ) -> String {
        let cat = &context.cat;
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
    fn about(&self, context: &Context, venue: Venue, count: usize) -> String {
        let cat = &context.cat;
        let mut told = self.distances.get(venue.row() as usize).cloned().unwrap_or_default();
        told.push_str(". ");
        let mut entries = String::new();
        let most = if count > 0 { LATEST } else { 0 };
        for entry in latest(venue, self.state.as_of(), most) {
            entries.push_str(if entries.is_empty() { "" } else { cat.get(Key::ClauseSeparator) });
            entries.push_str(&entry_words(context, entry));
        }
        told.push_str(&match entries.as_str() {
            "" => cat.get(Key::MapNothingYet).to_owned(),
            entries => cat.fill(Key::MapLatest, &[("entries", entries)]),
        });
        told.push('.');
        told
    }

    /// The card of a venue that has the pointer or the focus: beside its mark, by a spacer of so many pixels.
    pub(super) fn card(&self, out: &mut Writer, thing: &Thing) {
        /// Width, distance from the map's sides, and from the middle of the mark.
        const CARD_PX: (f64, f64, f64) = (260.0, 8.0, 16.0);
        let Kin::Venue(venue, count) = thing.of.kin else { return };
        let (width, aside, apart) = CARD_PX;
        let (at, camera) = (thing.at, self.sight.camera);
        let left = (at.x_px - width / 2.0).min(camera.width_px() - width - aside).max(aside);
        let under = at.y_px < camera.height_px() / 2.0;
        let off = if under { at.y_px } else { camera.height_px() - at.y_px } + apart;
        let context = out.context;
        // A screen reader has the same as name and description of the mark.
        let class = if under { "pa-about" } else { "pa-about pa-about-over" };
        out.el(tag!("div", "class": class, "aria-hidden": "true"), |out| {
            out.leaf(tag!("svg", "width": left, "height": off));
            out.el(tag!("div", "data-venue": venue.id()), |out| {
                out.line(tag!("b"), self.name(context, venue, count, edge(thing).is_some(), 0));
                out.line(tag!("p"), self.about(context, venue, count));
            });
        });
    }
}

/// A mark that is not pressed.
fn quiet(out: &mut Writer, thing: &Thing) {
    let is_town = thing.of.kin == Kin::Town;
    let name = match thing.of.kin {
        Kin::Town => "pa-capital-name",
        Kin::Country => "pa-country-name",
        Kin::Sea => "pa-sea-name",
        _ => "pa-way-name",
    };
    let (mut role, mut said) = (None, None);
    match thing.role {
        Role::Pointer { .. } => {
            role = Some("img");
            said = Some(out.context.cat.fill(Key::MapOutOfView, &[("what", &thing.of.text)]));
        }
        Role::Mark if is_town || thing.label.is_some() => {}
        _ => return out.leaf(tag!("g")),
    }
    let (place, lon, lat) = place(thing);
    let group = tag!(
        "g", "data-lon": lon, "data-lat": lat, "data-edge": edge(thing), "transform": place, "role": role,
        "aria-label": said,
    );
    out.el(group, |out| {
        out.el(tag!("g"), |out| {
            if let Role::Pointer { turn_deg, width_px } = thing.role {
                return pointer(out, turn_deg, width_px, &thing.of.text);
            }
            if is_town {
                out.leaf(tag!("path", "class": "pa-town", "d": "M-2.5-2.5H2.5V2.5H-2.5Z"));
            }
            if let Some(label) = thing.label {
                words(out, name, thing.of.text.clone(), label);
            }
        });
    });
}

/// What stands behind a mark.
pub(super) fn behind<'a>(thing: &Thing, things: &'a [Thing]) -> impl Iterator<Item = &'a Thing> {
    let at = things.iter().position(|other| other.of.kin == thing.of.kin);
    things.iter().filter(move |other| at.is_some_and(|at| other.role == Role::Behind(at)))
}

fn circle(out: &mut Writer, class: &'static str, r: f64) {
    out.leaf(tag!("circle", "class": class, "r": r));
}

fn place(thing: &Thing) -> (String, String, String) {
    let at = shift(thing.at.x_px, thing.at.y_px);
    (at, decimal(thing.of.place.lon_deg, 4), decimal(thing.of.place.lat_deg, 4))
}

/// Half the width of what stands at the edge.
fn edge(thing: &Thing) -> Option<f64> {
    match thing.role {
        Role::Pointer { width_px, .. } => Some(width_px / 2.0),
        _ => None,
    }
}

/// A name at the edge, with an arrow towards where it is.
fn pointer(out: &mut Writer, turn_deg: f64, width_px: f64, name: &AttrValue) {
    let left = -width_px / 2.0;
    out.leaf(tag!(
        "rect", "class": "pa-pointer", "x": left, "y": -POINTER_PX, "width": width_px, "height": 2.0 * POINTER_PX, "rx": "3",
    ));
    let turn = drawn("translate(#) rotate(#)", &[left + 13.0, turn_deg]);
    out.leaf(tag!("path", "class": "pa-arrow", "transform": turn, "d": "M-5 0H5M1-4 5 0 1 4"));
    let middle = f64::midpoint(left + 22.0, -left - 6.0);
    let words = tag!("text", "class": "pa-pointer-name", "x": middle, "dy": ".35em", "text-anchor": "middle");
    out.line(words, name.clone());
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

fn words(out: &mut Writer, class: &'static str, words: AttrValue, label: Label) {
    let (x, anchor) = along(label, 0.0);
    let y = label.rect.top + NAME_PX / 2.0;
    out.line(tag!("text", "class": class, "x": x, "y": y, "dy": ".35em", "text-anchor": anchor), words);
}

/// The glyphs under a name.
fn strip(out: &mut Writer, glyphs: &[(Kind, bool)], label: Label) {
    let width = glyphs.len() as f64 * GLYPH_PX;
    let ((left, _), top) = (along(label, width), label.rect.bottom - GLYPH_PX);
    out.leaf(tag!(
        "rect", "class": "pa-strip", "x": left, "y": top, "width": width, "height": GLYPH_PX, "rx": "8",
    ));
    for (n, (kind, by_others)) in glyphs.iter().enumerate() {
        let x = left + (n as f64 + 0.5) * GLYPH_PX;
        let at = drawn("translate(# #) scale(.7)", &[x, top + GLYPH_PX / 2.0]);
        out.el(tag!("g", "transform": at), |out| glyph::of_kind(out, *kind, *by_others));
    }
}

/// Ties a name that found no room beside its mark to it.
fn leader(out: &mut Writer, label: Label) {
    let Rect { left, top, right, bottom } = label.rect;
    let (x, y) = (left.max(0.0).min(right), top.max(0.0).min(bottom));
    out.leaf(tag!("path", "class": "pa-leader", "d": drawn("M0 0L# #", &[x, y])));
}

/// The name belongs to the mark: between the two nothing is missed.
fn target(out: &mut Writer, label: Label) {
    let Rect { left, top, right, bottom } = label.rect;
    let (least, most) = if label.led { (f64::INFINITY, f64::NEG_INFINITY) } else { (0.0, 0.0) };
    let (left, top, right, bottom) = (left.min(least), top.min(least), right.max(most), bottom.max(most));
    let (width, height) = (right - left, bottom - top);
    out.leaf(tag!("rect", "class": "pa-target", "x": left, "y": top, "width": width, "height": height));
}
