//! Marks and labels over the base map: venues, capitals, countries and seas, placed without overlap.
//! Every mark is a group at its place (`data-lon`, `data-lat`), so that a gesture moves it by one attribute.
//! No opinion about the base.

use atlas::decimal::{decimal, px};
use atlas::geo::{Camera, LonLat};
use atlas::labels::{Rect, Request, Side, place, text_width_px};
use atlas::model::{Entry, EventKind, Kind, Venue, VenueKind};
use atlas::order::ordered;
use atlas::state::{Action, Report, State, VenueFilter, View};
use atlas::words::Key;
use yew::prelude::*;

use crate::context::Context;
use crate::platform;
use crate::view::venue_class;

/// Beside a city first.
const CITY: &[Side] = &[Side::Left, Side::Right, Side::Above, Side::Below];
const CAPITAL: &[Side] = &[Side::Right, Side::Left, Side::Below, Side::Above];
const AREA: &[Side] = &[Side::Left, Side::Above, Side::Below, Side::Centre];
const ON_IT: &[Side] = &[Side::Centre];
/// Labels keep this distance from the edge of the map.
const EDGE_PX: f64 = 4.0;
/// The name of a mark at the edge keeps this distance.
const EDGE_GAP_PX: f64 = 9.0;
/// Half of a capital's mark, with the room around it.
const CAPITAL_PX: f64 = 4.0;
/// A mark at the edge stands this far inside.
const EDGE_MARK_PX: f64 = 14.0;
/// The corner of the zoom buttons, and the line at the foot of the map.
const BUTTONS_PX: (f64, f64) = (52.0, 118.0);
const CARTOUCHE_PX: f64 = 26.0;

enum What {
    Venue(Venue, usize),
    Capital,
    Country,
    Sea,
}

struct Item {
    what: What,
    at: LonLat,
    text: AttrValue,
    request: Request,
    at_edge: bool,
}

impl Item {
    fn is_venue(&self) -> bool {
        matches!(self.what, What::Venue(..))
    }

    fn around(&self, half_px: f64) -> Rect {
        Rect::around(self.request.x, self.request.y, half_px, half_px)
    }
}

/// All marks and labels of a view.
pub(super) fn marks(context: &Context, state: &State, view: &View, camera: &Camera) -> Html {
    let items = items(context, state, view, camera);
    let (width, height) = (camera.width_px(), camera.height_px());
    let frame = Rect { left: EDGE_PX, top: EDGE_PX, right: width - EDGE_PX, bottom: height - CARTOUCHE_PX };
    let mut taken = vec![Rect { left: width - BUTTONS_PX.0, top: 0.0, right: width, bottom: BUTTONS_PX.1 }];
    taken.extend(items.iter().filter_map(|item| match item.what {
        What::Venue(..) if item.at_edge => Some(item.around(EDGE_GAP_PX)),
        What::Venue(venue, count) if venue.kind() == VenueKind::City => {
            Some(item.around(radius_px(count) + 4.0))
        }
        _ => None,
    }));
    // Venues first; what a venue's name covers has no mark of its own.
    let venues =
        items.iter().filter(|item| item.is_venue()).map(|item| item.request.clone()).collect::<Vec<_>>();
    let names = place(&venues, &taken, frame);
    taken.extend(names.iter().flatten());
    let free = |item: &Item| {
        let mark = item.around(CAPITAL_PX);
        !matches!(item.what, What::Capital) || !taken.iter().any(|other| other.intersects(&mark))
    };
    let others: Vec<&Item> = items.iter().filter(|item| !item.is_venue() && free(item)).collect();
    let capitals = others.iter().filter(|item| matches!(item.what, What::Capital));
    let mut all = taken.clone();
    all.extend(capitals.map(|item| item.around(CAPITAL_PX)));
    let requests: Vec<Request> = others.iter().map(|item| item.request.clone()).collect();
    let placed = place(&requests, &all, frame);
    let in_view = |item: &Item| {
        (-40.0..width + 40.0).contains(&item.request.x) && (-40.0..height + 40.0).contains(&item.request.y)
    };
    // Quiet marks first, so that venues stand on top; venues always in their own order, so that none loses the focus by moving.
    let by_rank: Vec<(&Item, Option<Rect>)> =
        items.iter().filter(|item| item.is_venue()).zip(names).collect();
    let row = |item: &Item| match item.what {
        What::Venue(venue, _) => venue.row(),
        _ => 0,
    };
    let venues = ordered(&by_rank, |a, b| row(a.0).cmp(&row(b.0)));
    let drawn = others.into_iter().zip(placed).chain(venues).filter(|(item, _)| in_view(item));
    html! { <g class="pa-marks">{ for drawn.map(|(item, label)| group(context, state, item, label)) }</g> }
}

/// What wants a label, most important first.
fn items(context: &Context, state: &State, view: &View, camera: &Camera) -> Vec<Item> {
    let language = context.cat.language();
    let corpus = context.corpus;
    let narrow = camera.width_px() < 500.0;
    let item = |what: What, (lon, lat): (f64, f64), text: AttrValue, gap: f64, size: (f64, bool), sides| {
        let at = LonLat::new(lon, lat);
        let point = camera.forward(at.into());
        let width = text_width_px(&text, size.0, size.1);
        let (mut x, mut y) = (point.x_px, point.y_px);
        // A venue out of view waits at the edge, in its direction: one press away, by pointer and by keyboard.
        let at_edge = matches!(what, What::Venue(..)) && !in_frame(camera, x, y);
        if at_edge {
            // Not `clamp`: it can panic with its bounds, and printing any double takes 6 kB.
            x = x.max(EDGE_MARK_PX).min(camera.width_px() - EDGE_MARK_PX);
            y = y.max(EDGE_MARK_PX).min(camera.height_px() - CARTOUCHE_PX - EDGE_MARK_PX);
        }
        let gap = if at_edge { EDGE_GAP_PX } else { gap };
        let request = Request { x, y, gap, width, height: size.0 * 1.25, sides };
        Item { what, at, text, request, at_edge }
    };
    let mut out = Vec::new();
    let is_other = |venue: &Venue| state.venue != VenueFilter::Venue(*venue);
    let rank = |(venue, count): &(Venue, usize)| (is_other(venue), std::cmp::Reverse(*count));
    let venues = ordered(&view.venue_counts, |a, b| rank(a).cmp(&rank(b)));
    for (venue, count) in venues {
        let what = What::Venue(venue, count);
        let name = if narrow { venue.short() } else { venue.name() }.in_language(language);
        out.push(match venue.kind() {
            VenueKind::City => item(
                what,
                venue.lon_lat(),
                AttrValue::Static(name),
                radius_px(count) + if is_other(&venue) { 7.0 } else { 11.0 },
                (15.0, true),
                CITY,
            ),
            VenueKind::Area => {
                let words = format!("{name} {}", context.cat.number(count));
                item(what, venue.lon_lat(), words.into(), 26.0, (13.0, true), AREA)
            }
        });
    }
    spread(&mut out, camera);
    for spot in corpus.places() {
        out.push(item(
            What::Capital,
            spot.lon_lat(),
            AttrValue::Static(spot.name().in_language(language)),
            7.0,
            (12.0, false),
            CAPITAL,
        ));
    }
    for country in corpus.countries() {
        if let Some(at) = country.label_at() {
            // Set in spaced capitals.
            out.push(item(
                What::Country,
                at,
                AttrValue::Static(country.name().in_language(language)),
                0.0,
                (16.0, false),
                ON_IT,
            ));
        }
    }
    for sea in corpus.seas() {
        out.push(item(
            What::Sea,
            sea.lon_lat(),
            AttrValue::Static(sea.name().in_language(language)),
            0.0,
            (13.0, false),
            ON_IT,
        ));
    }
    out
}

/// Marks that would stand on each other at the edge stand below each other.
fn spread(items: &mut [Item], camera: &Camera) {
    let lowest = camera.height_px() - CARTOUCHE_PX - EDGE_MARK_PX;
    for at in 0..items.len() {
        let (before, rest) = items.split_at_mut(at);
        let Some(item) = rest.first_mut().filter(|item| item.at_edge) else { continue };
        let covered =
            |item: &Item| before.iter().any(|other| other.around(12.0).intersects(&item.around(12.0)));
        while covered(item) && item.request.y < lowest {
            item.request.y += 4.0;
        }
    }
}

fn in_frame(camera: &Camera, x: f64, y: f64) -> bool {
    (0.0..=camera.width_px()).contains(&x) && (0.0..=camera.height_px()).contains(&y)
}

/// Radius of a city's disc: its area grows with the number of entries.
fn radius_px(count: usize) -> f64 {
    8.0 + 1.9 * (count.saturating_sub(1) as f64).sqrt().min(7.0)
}

fn group(context: &Context, state: &State, item: &Item, label: Option<Rect>) -> Html {
    let Item { at, text, request, .. } = item;
    let transform = format!("translate({} {})", px(request.x), px(request.y));
    let (lon, lat) = (decimal(at.lon_deg, 4), decimal(at.lat_deg, 4));
    // Relative to the mark, so that the label moves with it.
    let label = label.map(|rect| Rect {
        left: rect.left - request.x,
        right: rect.right - request.x,
        top: rect.top - request.y,
        bottom: rect.bottom - request.y,
    });
    let name = |class: &'static str| {
        label.map(|rect| {
            let (x, y) = (f64::midpoint(rect.left, rect.right), f64::midpoint(rect.top, rect.bottom));
            html! { <text {class} x={px(x)} y={px(y)} dy=".35em" text-anchor="middle">{ text.clone() }</text> }
        })
    };
    // Every sibling has a key, or none counts.
    let key = |kind: &str| format!("{kind} {text}");
    match item.what {
        What::Venue(venue, count) => {
            venue_group(context, state, (venue, count, item.at_edge), (transform, lon, lat), name, label)
        }
        What::Capital => html! {
            <g key={key("capital")} class="pa-capital" data-lon={lon} data-lat={lat} {transform}>
                <rect x="-2.5" y="-2.5" width="5" height="5" />{ for name("pa-capital-name") }
            </g>
        },
        What::Country => html! {
            <g key={key("country")} data-lon={lon} data-lat={lat} {transform}>{ for name("pa-country-name") }</g>
        },
        What::Sea => {
            html! { <g key={key("sea")} data-lon={lon} data-lat={lat} {transform}>{ for name("pa-sea-name") }</g> }
        }
    }
}

fn venue_group(
    context: &Context,
    state: &State,
    (venue, count, at_edge): (Venue, usize, bool),
    (transform, lon, lat): (String, String, String),
    name: impl Fn(&'static str) -> Option<Html>,
    label_box: Option<Rect>,
) -> Html {
    let language = context.cat.language();
    let chosen = state.venue == VenueFilter::Venue(venue);
    let other = !chosen && state.venue != VenueFilter::All;
    let label = context.cat.fill(
        Key::MapVenue,
        &[
            ("venue", venue.name().in_language(language)),
            ("country", venue.country().name().in_language(language)),
            ("entries", &context.cat.count(Key::Entries, count, &[])),
        ],
    );
    let class = classes!(
        "pa-venue",
        venue_class(Some(venue)),
        chosen.then_some("pa-chosen"),
        other.then_some("pa-other"),
        at_edge.then_some("pa-at-edge"),
        (count == 0).then_some("pa-none-left")
    );
    let choose = context.on(move || Action::SelectVenue(VenueFilter::Venue(venue)));
    let onkeydown = platform::on_activate(choose.clone()).reform(|event: KeyboardEvent| event.into());
    let onclick = choose.reform(|event: MouseEvent| event.into());
    let r = radius_px(count);
    let held = |entry: Entry| {
        entry.kind() == Kind::Event(EventKind::TookPlace)
            && Report::of(entry, state.as_of()) == Report::Surely
    };
    let took_place = count > 0 && venue.entries().any(held);
    let number = context.cat.number(count);
    let body = match venue.kind() {
        _ if at_edge => html! { <>
            <circle class="pa-target" r="14" />
            <circle class="pa-disc" r="5" />
            { for name("pa-venue-name") }
        </> },
        VenueKind::City => html! { <>
            <circle class="pa-target" r={px((r + 8.0).max(14.0))} />
            if chosen { <circle class="pa-halo" r={px(r + 8.0)} /> }
            if took_place { <circle class="pa-ring" r={px(r + 3.6)} /> }
            <circle class="pa-disc" r={px(r)} />
            <text class="pa-count-on-disc" dy=".35em" text-anchor="middle">{ number }</text>
            { for name("pa-venue-name") }
        </> },
        VenueKind::Area => html! { <>
            <circle class="pa-target" r="20" />
            { for name("pa-venue-name pa-area-name") }
        </> },
    };
    html! {
        <g
            key={venue.id()} {class} data-venue={venue.id()} data-lon={lon} data-lat={lat} {transform}
            role="button" tabindex="0" aria-pressed={chosen.to_string()} {onclick} {onkeydown}
        >
            // A title, not a label: it names the button, and shows when the pointer rests on it.
            <title>{ label }</title>
            { for label_box.map(target) }
            { body }
        </g>
    }
}

/// The name belongs to the mark: between the two nothing is missed.
fn target(label: Rect) -> Html {
    let (left, right) = (label.left.min(0.0), label.right.max(0.0));
    let (top, bottom) = (label.top.min(0.0), label.bottom.max(0.0));
    html! { <rect class="pa-target" x={px(left)} y={px(top)} width={px(right - left)} height={px(bottom - top)} /> }
}
