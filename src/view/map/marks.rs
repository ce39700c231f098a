//! Marks and labels over the base map: venues, capitals, countries and seas, placed without overlap.
//! Every mark is a group at its place (`data-lon`, `data-lat`), so that a gesture moves it by one attribute.
//! No opinion about the base.

use atlas::decimal::{decimal, px};
use atlas::geo::{Camera, LonLat};
use atlas::labels::{Rect, Request, Side, place, text_width_px};
use atlas::model::{Entry, EventKind, Kind, Venue, VenueKind};
use atlas::order::ordered;
use atlas::state::{Action, State, VenueFilter, View};
use atlas::words::Key;
use yew::prelude::*;

use crate::context::Context;
use crate::platform;
use crate::view::venue_class;

/// Beside a city first.
const CITY: &[Side] = &[Side::Left, Side::Right, Side::Above, Side::Below];
const CAPITAL: &[Side] = &[Side::Right, Side::Left, Side::Below, Side::Above];
const AREA: &[Side] = &[Side::Centre, Side::Left, Side::Below, Side::Above];
const ON_IT: &[Side] = &[Side::Centre];
/// Labels keep this distance from the edge of the map.
const EDGE_PX: f64 = 4.0;
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
    text: &'static str,
    request: Request,
}

/// All marks and labels of a view.
pub(super) fn marks(context: &Context, state: &State, view: &View, camera: &Camera) -> Html {
    let items = items(context, state, view, camera);
    let (width, height) = (camera.width_px(), camera.height_px());
    let frame = Rect { left: EDGE_PX, top: EDGE_PX, right: width - EDGE_PX, bottom: height - CARTOUCHE_PX };
    let mut obstacles: Vec<Rect> = items
        .iter()
        .filter_map(|item| {
            let half = match item.what {
                What::Venue(venue, count) if venue.kind() == VenueKind::City => radius_px(count) + 4.0,
                What::Capital => 4.0,
                _ => return None,
            };
            Some(Rect::around(item.request.x, item.request.y, half, half))
        })
        .collect();
    obstacles.push(Rect { left: width - BUTTONS_PX.0, top: 0.0, right: width, bottom: BUTTONS_PX.1 });
    let requests: Vec<Request> = items.iter().map(|item| item.request.clone()).collect();
    let placed = place(&requests, &obstacles, frame);
    let in_view = |item: &Item| {
        (-40.0..width + 40.0).contains(&item.request.x) && (-40.0..height + 40.0).contains(&item.request.y)
    };
    // Drawn from quiet to loud, so that venues stand on top.
    let drawn = items.iter().zip(placed).rev().filter(|(item, _)| in_view(item));
    html! { <g class="pa-marks">{ for drawn.map(|(item, label)| group(context, state, view, item, label)) }</g> }
}

/// What wants a label, most important first.
fn items(context: &Context, state: &State, view: &View, camera: &Camera) -> Vec<Item> {
    let language = context.cat.language();
    let corpus = context.corpus;
    let narrow = camera.width_px() < 500.0;
    let item =
        |what: What, (lon, lat): (f64, f64), text: &'static str, gap: f64, size: (f64, bool), sides| {
            let at = LonLat::new(lon, lat);
            let point = camera.forward(at.into());
            let width = text_width_px(text, size.0, size.1);
            let request = Request { x: point.x_px, y: point.y_px, gap, width, height: size.0 * 1.25, sides };
            Item { what, at, text, request }
        };
    let mut out = Vec::new();
    let chosen_first = |venue: &Venue| state.venue != VenueFilter::Venue(*venue);
    let rank = |(venue, count): &(Venue, usize)| (chosen_first(venue), std::cmp::Reverse(*count));
    let venues = ordered(&view.venue_counts, |a, b| rank(a).cmp(&rank(b)));
    for (venue, count) in venues {
        let (text, sides, gap) = match venue.kind() {
            VenueKind::City => (venue.name(), CITY, radius_px(count) + 7.0),
            VenueKind::Area if narrow => (venue.short(), AREA, 14.0),
            VenueKind::Area => (venue.name(), AREA, 14.0),
        };
        let what = What::Venue(venue, count);
        out.push(item(what, venue.lon_lat(), text.in_language(language), gap, (15.0, true), sides));
    }
    for spot in corpus.places() {
        out.push(item(
            What::Capital,
            spot.lon_lat(),
            spot.name().in_language(language),
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
                country.name().in_language(language),
                0.0,
                (16.0, false),
                ON_IT,
            ));
        }
    }
    for sea in corpus.seas() {
        out.push(item(What::Sea, sea.lon_lat(), sea.name().in_language(language), 0.0, (13.0, false), ON_IT));
    }
    out
}

/// Radius of a city's disc: its area grows with the number of entries.
fn radius_px(count: usize) -> f64 {
    8.0 + 1.9 * (count.saturating_sub(1) as f64).sqrt().min(7.0)
}

fn group(context: &Context, state: &State, view: &View, item: &Item, label: Option<Rect>) -> Html {
    let &Item { at, text, ref request, .. } = item;
    let transform = format!("translate({} {})", px(request.x), px(request.y));
    let (lon, lat) = (decimal(at.lon_deg, 4), decimal(at.lat_deg, 4));
    // Relative to the mark, so that the label moves with it.
    let centre = label.map(|rect| {
        (f64::midpoint(rect.left, rect.right) - request.x, f64::midpoint(rect.top, rect.bottom) - request.y)
    });
    let name = |class: &'static str| {
        centre.map(|(x, y)| {
            html! { <text {class} x={px(x)} y={px(y)} dy=".35em" text-anchor="middle">{ text }</text> }
        })
    };
    match item.what {
        What::Venue(venue, count) => {
            venue_group(context, state, view, (venue, count), (transform, lon, lat), name, centre)
        }
        What::Capital => html! {
            <g class="pa-capital" data-lon={lon} data-lat={lat} {transform}>
                <rect x="-2.5" y="-2.5" width="5" height="5" />{ for name("pa-capital-name") }
            </g>
        },
        What::Country => html! {
            <g data-lon={lon} data-lat={lat} {transform}>{ for name("pa-country-name") }</g>
        },
        What::Sea => html! { <g data-lon={lon} data-lat={lat} {transform}>{ for name("pa-sea-name") }</g> },
    }
}

fn venue_group(
    context: &Context,
    state: &State,
    view: &View,
    (venue, count): (Venue, usize),
    (transform, lon, lat): (String, String, String),
    name: impl Fn(&'static str) -> Option<Html>,
    centre: Option<(f64, f64)>,
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
        (count == 0).then_some("pa-none-left")
    );
    let choose = context.on(move || Action::SelectVenue(VenueFilter::Venue(venue)));
    let onkeydown = platform::on_activate(choose.clone());
    let onclick = choose.reform(|_: MouseEvent| ());
    let r = radius_px(count);
    let held =
        |entry: Entry| entry.kind() == Kind::Event(EventKind::TookPlace) && entry.venue() == Some(venue);
    let took_place = count > 0 && venue.entries().any(held) && !view.shown.is_empty();
    let number = context.cat.number(count);
    let body = match venue.kind() {
        VenueKind::City => html! { <>
            <circle class="pa-target" r={px((r + 8.0).max(14.0))} />
            if chosen { <circle class="pa-halo" r={px(r + 8.0)} /> }
            if took_place { <circle class="pa-ring" r={px(r + 3.6)} /> }
            <circle class="pa-disc" r={px(r)} />
            <text class="pa-count-on-disc" dy=".35em" text-anchor="middle">{ number }</text>
            { for name("pa-venue-name") }
        </> },
        VenueKind::Area => {
            let (x, y) = centre.unwrap_or_default();
            html! { <>
                <circle class="pa-target" r="16" />
                if chosen { <circle class="pa-halo" r="16" /> }
                { for name("pa-venue-name pa-area-name") }
                <text class="pa-area-count" x={px(x)} y={px(y + 15.0)} dy=".35em" text-anchor="middle">{ number }</text>
            </> }
        }
    };
    html! {
        <g
            key={venue.id()} {class} data-venue={venue.id()} data-lon={lon} data-lat={lat} {transform}
            role="button" tabindex="0" aria-label={label} aria-pressed={chosen.to_string()} {onclick} {onkeydown}
        >
            { body }
        </g>
    }
}
