//! What is on the map: venues, places, countries, seas, and how far a chosen venue is. The most important first.
//! No opinion about where each stands, or what it looks like.

use atlas::geo::{Camera, LonLat, Topology, line};
use atlas::labels::{Rect, text_width_px};
use atlas::layout::WidthClass;
use atlas::model::{Kind, Text, Venue, VenueKind};
use atlas::order::ordered;
use atlas::scene::{Item, What, scene};
use atlas::state::{State, View, kinds};
use atlas::words::how_far;
use yew::AttrValue;

use crate::context::{Context, Shared};
use crate::view::writer::joined;

/// The corner of the buttons, that of the scale, and the line at the foot, which narrow maps have below them.
const BUTTONS_PX: (f64, f64) = (52.0, 134.0);
const SCALE_PX: (f64, f64) = (140.0, 28.0);
const FOOT_PX: f64 = 26.0;
/// The room of a glyph under a name, and the most that there are.
pub(super) const GLYPH_PX: f64 = 16.0;
const GLYPHS: usize = 8;
/// Height of a name.
pub(super) const NAME_PX: f64 = 20.0;

/// What something on the map is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kin {
    Venue(Venue, usize),
    Town,
    Country,
    Sea,
    Way,
}

/// Something on the map: what it is, its place, its name, and, under the name of a venue, each kind of entry and whether others alone say so.
#[derive(Clone, Debug)]
pub(super) struct Of {
    pub(super) kin: Kin,
    pub(super) place: LonLat,
    pub(super) text: AttrValue,
    pub(super) glyphs: Vec<(Kind, bool)>,
}

impl Of {
    /// The venue that it is.
    pub(super) fn venue(&self) -> Option<Venue> {
        match self.kin {
            Kin::Venue(venue, _) => Some(venue),
            _ => None,
        }
    }
}

/// It, and where it stands.
pub(super) type Thing = Item<Of>;

/// What a map shows: where it looks, at which width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sight<'a> {
    pub(super) camera: &'a Camera,
    pub(super) class: WidthClass,
    pub(super) topology: Option<&'a Shared<Topology>>,
}

impl Sight<'_> {
    /// The least size of what is pressed.
    pub(super) fn target_px(&self) -> f64 {
        if self.class == WidthClass::Narrow { 40.0 } else { 24.0 }
    }

    /// The name of a venue that there is room for.
    pub(super) fn name(&self, venue: Venue) -> Text {
        if self.class == WidthClass::Wide { venue.name() } else { venue.short() }
    }

    fn shows(&self, place: LonLat) -> bool {
        self.camera.shows(self.camera.forward(place.into()))
    }
}

/// Everything on the map, where it stands.
pub(super) fn things(context: &Context, state: &State, view: &View, sight: &Sight<'_>) -> Vec<Thing> {
    let mut out = Vec::new();
    venues(context, state, view, sight, &mut out);
    words(context, state, sight, &mut out);
    let (width, height) = (sight.camera.width_px(), sight.camera.height_px());
    let foot_px = if sight.class == WidthClass::Narrow { 0.0 } else { FOOT_PX };
    let taken = vec![
        Rect { left: width - BUTTONS_PX.0, top: 0.0, right: width, bottom: BUTTONS_PX.1 },
        Rect { left: 0.0, top: height - foot_px - SCALE_PX.1, right: SCALE_PX.0, bottom: height },
    ];
    scene(sight.camera, &mut out, taken, foot_px, sight.target_px());
    out
}

/// Something with a name of this size, where its place falls.
fn thing(
    sight: &Sight<'_>,
    kin: Kin,
    what: What,
    place: LonLat,
    text: AttrValue,
    radius_px: f64,
    font: (f64, bool),
) -> Thing {
    let name_px = (text_width_px(&text, font.0, font.1), NAME_PX);
    let pointer_px = text_width_px(&text, 12.0, true);
    let at = sight.camera.forward(place.into());
    let of = Of { kin, place, text, glyphs: Vec::new() };
    Item { name_px, pointer_px, ..Item::new(of, what, radius_px, at) }
}

/// The chosen one first, then by their entries.
fn venues(context: &Context, state: &State, view: &View, sight: &Sight<'_>, out: &mut Vec<Thing>) {
    let language = context.cat.language();
    let seen = if sight.class == WidthClass::Wide { kinds(view) } else { Vec::new() };
    let is_other = |venue: Venue| state.venue.venue() != Some(venue);
    let rank = |(venue, count): &(Venue, usize)| (is_other(*venue), std::cmp::Reverse(*count));
    for (venue, count) in ordered(&view.venue_counts, |a, b| rank(a).cmp(&rank(b))) {
        let name = sight.name(venue).in_language(language);
        let kin = Kin::Venue(venue, count);
        let mut thing = if venue.kind() == VenueKind::City {
            let radius = radius_px(count) + if is_other(venue) { 5.0 } else { 9.0 };
            thing(
                sight,
                kin,
                What::City,
                venue.lon_lat().into(),
                AttrValue::Static(name),
                radius,
                (15.0, true),
            )
        } else {
            let name = joined(&[name, " ", &context.cat.number(count)]);
            thing(sight, kin, What::Area, area_at(venue, sight), name, 26.0, (13.5, true))
        };
        thing.of.glyphs = glyphs(&seen, venue);
        thing.strip_px = (thing.of.glyphs.len() as f64 * GLYPH_PX, GLYPH_PX);
        out.push(thing);
    }
}

/// How far a chosen venue is from the reference places, these places, countries, seas, and the other places.
fn words(context: &Context, state: &State, sight: &Sight<'_>, out: &mut Vec<Thing>) {
    let cat = &context.cat;
    let mut add = |kin: Kin, what: What, place: LonLat, text: AttrValue, font_px: f64| {
        let radius_px = if kin == Kin::Town { 4.0 } else { 0.0 };
        out.push(thing(sight, kin, what, place, text, radius_px, (font_px, false)));
    };
    let corpus = context.corpus;
    let references = || corpus.places().filter(|place| place.is_reference());
    let km = |place, venue| how_far(place, venue, sight.topology.map(|land| &**land), cat);
    if let Some(venue) = state.venue.venue() {
        for place in references() {
            if let [_, middle, _] = line(place.lon_lat().into(), venue.lon_lat().into(), 2).as_slice() {
                add(Kin::Way, What::Words, (*middle).into(), km(place, venue).into(), 12.0);
            }
        }
    }
    for place in references() {
        let (at, name) = (LonLat::from(place.lon_lat()), context.text(place.name()));
        let name = match state.venue.venue().filter(|_| !sight.shows(at)) {
            Some(venue) => joined(&[&name, " ", &km(place, venue)]),
            None => name,
        };
        add(Kin::Town, What::Town { awaited: true }, at, name, 12.0);
    }
    for country in corpus.countries() {
        // An area that is a venue has its name already.
        let named =
            corpus.venues().any(|venue| venue.kind() == VenueKind::Area && venue.country() == country);
        if let Some(at) = country.label_at().filter(|_| !named) {
            // Set in spaced capitals.
            add(Kin::Country, What::Words, at.into(), context.text(country.name()), 18.0);
        }
    }
    for sea in corpus.seas() {
        add(Kin::Sea, What::Words, sea.lon_lat().into(), context.text(sea.name()), 13.5);
    }
    for place in corpus.places().filter(|place| !place.is_reference()) {
        add(
            Kin::Town,
            What::Town { awaited: false },
            place.lon_lat().into(),
            context.text(place.name()),
            12.0,
        );
    }
}

/// Where the name of an area stands: where the corpus has it, or in the middle of the view where that lies within the area.
fn area_at(venue: Venue, sight: &Sight<'_>) -> LonLat {
    let (at, middle, iso) = (venue.lon_lat().into(), sight.camera.centre(), venue.country().iso() as u16);
    let within = sight.topology.is_some_and(|land| land.contains(iso, middle.into()));
    if within && !sight.shows(at) { middle } else { at }
}

/// The kinds of entries that are shown of a venue, from all that are shown, and whether others alone say so.
fn glyphs(seen: &[(Venue, Kind, bool)], venue: Venue) -> Vec<(Kind, bool)> {
    let of_kind = |kind: Kind| {
        seen.iter().find(|known| (known.0, known.1) == (venue, kind)).map(|known| (kind, known.2))
    };
    Kind::all().filter_map(of_kind).take(GLYPHS).collect()
}

/// Radius of a city's disc: its area grows with the number of entries.
pub(super) fn radius_px(count: usize) -> f64 {
    8.0 + 1.9 * (count.saturating_sub(1) as f64).sqrt().min(7.0)
}
