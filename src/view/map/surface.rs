//! The live map: a canvas below, the marks above, what follows gestures, presses and keys, and the card of the venue that has the pointer
//! or the focus. While the map moves, base and marks follow without the reducer; where it comes to rest is dispatched once.
//! No opinion about where the map looks without a gesture.

use atlas::decimal::px;
use atlas::geo::{Camera, Topology};
use atlas::layout::WidthClass;
use atlas::model::Venue;
use atlas::scene::Role;
use atlas::state::{Action, Look, State, VenueFilter, View};
use atlas::words::Key;
use yew::prelude::*;

use super::marks::{Marks, behind};
use super::things::{Sight, Thing, things};
use super::tints;
use crate::context::{Context, Shared};
use crate::platform;
use crate::view::writer::{joined, tag, written};

/// One press of an arrow key moves the map by this.
const ARROW_PX: f64 = 60.0;
/// So near the closest view, looking closer parts nothing any more.
const CLOSEST_KM_PER_PX: f64 = 0.25;
/// What the map listens for besides gestures.
const EVENTS: [&str; 6] = ["click", "keydown", "pointerover", "pointerout", "focusin", "focusout"];

/// Properties of [`Surface`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct SurfaceProps {
    /// Corpus, words, dispatch.
    pub(super) context: Context,
    /// The state.
    pub(super) state: Shared<State>,
    /// What it shows.
    pub(super) view: Shared<View>,
    /// Where the map looks.
    pub(super) camera: Camera,
    /// How wide the page is.
    pub(super) class: WidthClass,
    /// The land, if its bytes could be read.
    pub(super) topology: Option<Shared<Topology>>,
    /// How far each venue is from where, in words.
    pub(super) distances: Shared<Vec<String>>,
}

/// The live map.
#[component]
pub(super) fn Surface(props: &SurfaceProps) -> Html {
    let SurfaceProps { context, state, view, camera, class, topology, distances } = props.clone();
    let element = use_node_ref();
    // The venue that has the pointer or the focus, and the last that had either.
    let (met, update) = (use_mut_ref(|| (None::<Venue>, None::<Venue>)), use_force_update());
    let (shown, tabbed) = *met.borrow();
    let settle = context.dispatch.reform(|camera: Camera| Action::Settle(Look::of(&camera)));
    let gestures = platform::use_map(
        platform::MapSurface {
            element: element.clone(),
            corpus: context.corpus,
            camera,
            chosen: state.venue.venue(),
            tints: tints(&view, state.venue.venue()),
            theme: state.pins.theme.or(state.theme),
            topology: topology.clone(),
        },
        settle,
    );
    let sight = Sight { camera: &camera, class, topology: topology.as_ref() };
    let things = things(&context, &state, &view, &sight);
    let marks = Marks { state: &state, sight, distances: &distances, tabbed };
    let drawn = written(&context, |out| marks.draw(out, &things));
    let there = |thing: &&Thing| !matches!(thing.role, Role::Behind(_) | Role::Absent);
    let shown = things.iter().filter(there).find(|thing| shown.is_some() && thing.of.venue() == shown);
    let card = shown.map(|thing| written(&context, |out| marks.card(out, thing)));
    let act = {
        let (dispatch, corpus) = (context.dispatch.clone(), context.corpus);
        let meet = move |venue: Option<Venue>| {
            let now = (venue, venue.or(met.borrow().1));
            if met.replace(now) != now {
                update.force_update();
            }
        };
        Callback::from(move |event: Event| {
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
                        ("Escape", _) => return meet(None),
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
                "pointerover" | "focusin" if platform::is_met(&event) => meet(venue),
                "pointerout" if platform::is_leaving(&event, ".pa-surface") => meet(None),
                "focusout" => meet(None),
                _ => {}
            }
        })
    };
    written(&context, |out| {
        let surface =
            tag!("div", "class": "pa-surface", "tabindex": "0", "role": "group", "aria-label": Key::MapHelp);
        out.el(surface, |out| {
            out.found_by(&element);
            for name in EVENTS {
                out.on(name, act.clone());
            }
            for name in platform::GESTURES {
                out.on(name, gestures.clone());
            }
            // First: siblings are compared from the last on, and the marks must not be made anew.
            if let Some(card) = card {
                out.node(card);
            }
            out.leaf(tag!("canvas", "class": "pa-canvas", "aria-hidden": "true"));
            let (width, height) = (camera.width_px(), camera.height_px());
            let frame = |steps: f64| joined(&["0 0 ", &px(width * steps), " ", &px(height * steps)]);
            let base =
                tag!("svg", "class": "pa-map-svg pa-base", "aria-hidden": "true", "viewBox": frame(platform::STEPS_PER_PX));
            out.el(base, |out| {
                // A path for each that the platform draws.
                for _ in 0..platform::base_paths(out.context.corpus) {
                    out.leaf(tag!("path"));
                }
            });
            out.el(tag!("svg", "class": "pa-map-svg", "viewBox": frame(1.0)), |out| out.node(drawn));
            out.line(tag!("p", "class": "pa-hint", "aria-hidden": "true"), Key::MapHint);
        });
    })
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
