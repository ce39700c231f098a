//! The live map: a canvas below, the marks above, what follows gestures, presses and keys, and the card of the venue that has the pointer
//! or the focus. While the map moves, base and marks follow without the reducer; where it comes to rest is dispatched once.
//! No opinion about where the map looks without a gesture.

use atlas::decimal::drawn;
use atlas::geo::Camera;
use atlas::model::Venue;
use atlas::scene::Role;
use atlas::state::{Action, Look, VenueFilter, View};
use atlas::words::Key;
use yew::prelude::*;

use super::marks::{Marks, behind};
use super::things::{Thing, things};
use crate::platform;
use crate::view::writer::{Writer, tag};

/// One press of an arrow key moves the map by this.
const ARROW_PX: f64 = 60.0;
/// So near the closest view, looking closer parts nothing any more.
const CLOSEST_KM_PER_PX: f64 = 0.25;
/// What the map listens for besides gestures.
const EVENTS: [&str; 6] = ["click", "keydown", "pointerover", "pointerout", "focusin", "focusout"];

/// The live map, with the card of the venue that is `met`.
pub(super) fn surface(
    out: &mut Writer,
    view: &View,
    marks: &Marks,
    met: Option<Venue>,
    element: &NodeRef,
    gestures: Callback<Event>,
    meet: Callback<Option<Venue>>,
) {
    let context = out.context;
    let camera = *marks.sight.camera;
    let things = things(context, marks.state, view, &marks.sight);
    let surface =
        tag!("div", "class": "pa-surface", "tabindex": "0", "role": "group", "aria-label": Key::MapHelp);
    out.el(surface, |out| {
        out.found_by(element);
        // First: siblings are compared from the last on, and the marks must not be made anew.
        let there = |thing: &&Thing| !matches!(thing.role, Role::Behind(_) | Role::Absent);
        let met = things.iter().filter(there).find(|thing| met.is_some() && thing.of.venue() == met);
        if let Some(thing) = met {
            marks.card(out, thing);
        }
        out.leaf(tag!("canvas", "class": "pa-canvas", "aria-hidden": "true"));
        let (width, height) = (camera.width_px(), camera.height_px());
        let frame = |steps: f64| drawn("0 0 # #", &[width * steps, height * steps]);
        let base = tag!(
            "svg", "class": "pa-map-svg pa-base", "aria-hidden": "true", "viewBox": frame(platform::STEPS_PER_PX),
        );
        out.el(base, |out| {
            // A path for each that the platform draws.
            for _ in 0..platform::base_paths(context.corpus) {
                out.leaf(tag!("path"));
            }
        });
        out.el(tag!("svg", "class": "pa-map-svg", "viewBox": frame(1.0)), |out| marks.draw(out, &things));
        out.line(tag!("p", "class": "pa-hint", "aria-hidden": "true"), Key::MapHint);
        let (dispatch, corpus) = (context.dispatch.clone(), context.corpus);
        let act = Callback::from(move |event: Event| {
            let id = platform::value_at(&event, "data-venue");
            let venue = corpus.venues().find(|venue| id.as_deref() == Some(venue.id()));
            match event.type_().as_str() {
                "click" => {
                    if let Some(venue) = venue {
                        dispatch.emit(press(venue, &things, &camera));
                    }
                }
                "keydown" => {
                    let key = platform::key(&event);
                    let action = match (key.as_str(), venue) {
                        ("Enter" | " ", Some(venue)) => press(venue, &things, &camera),
                        ("Escape", _) => return meet.emit(None),
                        _ if venue.is_some() && platform::roved(&event, ".pa-marks", "[data-venue]") => {
                            return;
                        }
                        (key, _) => match moved(key, &camera) {
                            Some(action) => action,
                            None => return,
                        },
                    };
                    event.prevent_default();
                    dispatch.emit(action);
                }
                "pointerover" | "focusin" if platform::is_met(&event) => meet.emit(venue),
                "pointerout" if platform::is_leaving(&event, ".pa-surface") => meet.emit(None),
                "focusout" => meet.emit(None),
                _ => {}
            }
        });
        for name in EVENTS {
            out.on(name, act.clone());
        }
        for name in platform::GESTURES {
            out.on(name, gestures.clone());
        }
    });
}

/// A press on a venue selects it; where others stand behind it, they part first.
fn press(venue: Venue, things: &[Thing], camera: &Camera) -> Action {
    let pressed = things.iter().find(|thing| thing.of.venue() == Some(venue));
    let mut places: Vec<_> =
        pressed.into_iter().flat_map(|thing| behind(thing, things)).map(|other| other.of.place).collect();
    if places.is_empty() || camera.km_per_px() < CLOSEST_KM_PER_PX {
        return Action::SelectVenue(VenueFilter::Venue(venue));
    }
    places.push(venue.lon_lat().into());
    Action::Settle(Look::of(&Camera::fit(
        &places,
        camera.width_px(),
        camera.height_px(),
        camera.height_px() / 3.0,
    )))
}

/// What a key does to the map.
fn moved(key: &str, camera: &Camera) -> Option<Action> {
    let (x, y) = (camera.width_px() / 2.0, camera.height_px() / 2.0);
    let (dx, dy, factor) = match key {
        "ArrowLeft" => (ARROW_PX, 0.0, 1.0),
        "ArrowRight" => (-ARROW_PX, 0.0, 1.0),
        "ArrowUp" => (0.0, ARROW_PX, 1.0),
        "ArrowDown" => (0.0, -ARROW_PX, 1.0),
        "+" | "=" => (0.0, 0.0, super::ZOOM_STEP),
        "-" => (0.0, 0.0, 1.0 / super::ZOOM_STEP),
        "0" => return Some(Action::ResetLook),
        _ => return None,
    };
    Some(Action::Settle(Look::of(&camera.pan(dx, dy).zoom_at(x, y, factor))))
}
