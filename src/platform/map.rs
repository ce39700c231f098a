//! The live map in the browser: draws the base when what it shows has changed, and glides to where the state looks. While the map moves,
//! base and marks follow once per animation frame, without the reducer; where a gesture ends is handed over once, and the way there is a
//! glide like any other. No opinion about what the hand does, or about what is drawn over the base.

use std::cell::RefCell;
use std::rc::Rc;

use atlas::decimal::{drawn, parse_decimal};
use atlas::geo::{Camera, LonLat, Point, Topology};
use atlas::model::{Corpus, Venue};
use atlas::state::Theme;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement};
use yew::prelude::{Callback, Event, NodeRef};

use super::canvas::Base;
use super::hand::{Finger, Grip, gesture};
use crate::context::Shared;

/// A glide has gone all but a part in e of its way after this: one to where the state looks, and one that a drag has set off.
const GLIDE_MS: f64 = 60.0;
pub(super) const INERTIA_MS: f64 = 160.0;
/// So many times that, and it is there.
const GLIDES: f64 = 5.0;

/// The element of a live map, and what it shows.
#[derive(Clone, PartialEq)]
pub struct MapSurface {
    /// Holds the canvas, the base as an SVG, and the marks: groups with `data-lon` and `data-lat`, each around a group that is moved.
    pub element: NodeRef,
    /// For countries and colours.
    pub corpus: Corpus,
    /// Where the map rests.
    pub camera: Camera,
    /// The selection.
    pub chosen: Option<Venue>,
    /// How strongly each venue's country is tinted.
    pub tints: Vec<f64>,
    /// The theme, whose colours are drawn in.
    pub theme: Option<Theme>,
    /// The land.
    pub topology: Option<Shared<Topology>>,
}

pub(super) struct Live {
    surface: Option<MapSurface>,
    /// Where a camera goes that came to rest.
    settle: Callback<Camera>,
    /// Where the map is while it moves.
    pub(super) camera: Option<Camera>,
    pub(super) fingers: Vec<Finger>,
    pub(super) grip: Option<Grip>,
    /// Of the fingers' middle, pixels per millisecond, and when it was taken.
    pub(super) speed: (f64, f64, f64),
    /// When and where it was last pressed.
    pub(super) pressed: (f64, f64, f64),
    pub(super) glide: Option<Glide>,
    pub(super) glide_ms: f64,
    frame: Option<AnimationFrame>,
    pub(super) rest: Option<Timeout>,
    pub(super) hint: Option<Timeout>,
    /// For the life of the page.
    listeners: Vec<EventListener>,
}

/// On the way to where the state looks.
pub(super) struct Glide {
    from: Camera,
    start_ms: Option<f64>,
}

pub(super) type Shareable = Rc<RefCell<Live>>;

impl Live {
    /// Where the map is.
    pub(super) fn now(&self) -> Option<Camera> {
        self.camera.or(self.surface.as_ref().map(|surface| surface.camera))
    }

    pub(super) fn element(&self) -> Option<Element> {
        self.surface.as_ref()?.element.cast()
    }
}

/// A live map.
#[derive(Clone)]
pub struct LiveMap(Shareable);

impl LiveMap {
    /// One that hands over where a camera came to rest.
    pub fn new(settle: Callback<Camera>) -> Self {
        Self(Rc::new(RefCell::new(Live {
            surface: None,
            settle,
            camera: None,
            fingers: Vec::new(),
            grip: None,
            speed: (0.0, 0.0, 0.0),
            pressed: (0.0, 0.0, 0.0),
            glide: None,
            glide_ms: GLIDE_MS,
            frame: None,
            rest: None,
            hint: None,
            listeners: Vec::new(),
        })))
    }

    /// Draws the map, if it shows something else than before.
    pub fn show(&self, surface: MapSurface) {
        if self.0.borrow().surface.as_ref() != Some(&surface) {
            show(&self.0, surface);
        }
    }

    /// Follows the listener for one of [`super::GESTURES`].
    pub fn follow(&self, event: Event) {
        gesture(&self.0, event);
    }
}

/// What the state does not know of: other colours, paper, and touches that the browser would take for its own.
fn listen(live: &Shareable, element: &Element) -> Vec<EventListener> {
    let mut listeners = Vec::new();
    for query in ["(prefers-color-scheme: dark)", "(forced-colors: active)"] {
        if let Ok(Some(media)) = window().match_media(query) {
            let live = Rc::clone(live);
            listeners.push(EventListener::new(&media, "change", move |_| schedule(&live)));
        }
    }
    let printed = Rc::clone(live);
    listeners.push(EventListener::new(&window(), "beforeprint", move |_| draw(&printed.borrow(), true)));
    let touched = Rc::clone(live);
    // Two fingers are the map's, whatever way they go. One finger is left to `touch-action`.
    let options = EventListenerOptions::enable_prevent_default();
    listeners.push(EventListener::new_with_options(element, "touchmove", options, move |event| {
        if touched.borrow().fingers.len() > 1 {
            event.prevent_default();
        }
    }));
    listeners
}

fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|media| media.matches())
}

/// Whether nothing is to move by itself.
pub(super) fn is_still() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// The state looks elsewhere, or shows something else.
fn show(live: &Shareable, surface: MapSurface) {
    {
        let mut live = live.borrow_mut();
        let to = surface.camera;
        let from = live.now().filter(|from| {
            let goal = from.forward(to.centre().into());
            let off_px = (goal.x_px - from.width_px() / 2.0).hypot(goal.y_px - from.height_px() / 2.0);
            let sized = (from.width_px(), from.height_px()) == (to.width_px(), to.height_px());
            let zoomed = (to.km_per_px() / from.km_per_px() - 1.0).abs() > 1e-3;
            sized && (off_px > 0.5 || zoomed) && !is_still()
        });
        live.surface = Some(surface);
        live.camera = from;
        live.glide = from.map(|from| Glide { from, start_ms: None });
        // The marks stand where they go; before they are seen there, they stand where they were.
        move_marks(&live);
    }
    let first = live.borrow().element().filter(|_| live.borrow().listeners.is_empty());
    if let Some(element) = first {
        let listeners = listen(live, &element);
        live.borrow_mut().listeners = listeners;
    }
    // In the next frame, not now: the theme is set on the page by the same draw of the app, after this.
    schedule(live);
}

/// Hands a camera over, for the state to look there.
pub(super) fn settle(live: &Shareable, goal: Option<Camera>) {
    let Some(goal) = goal else { return };
    let there = live.borrow().surface.as_ref().is_some_and(|surface| surface.camera == goal);
    if there {
        // The state would not change, and nothing would be drawn.
        live.borrow_mut().camera = None;
        schedule(live);
    } else {
        let settle = live.borrow().settle.clone();
        settle.emit(goal);
    }
}

/// Draws in the next animation frame, once, however often it is asked.
pub(super) fn schedule(live: &Shareable) {
    let later = Rc::clone(live);
    let frame = request_animation_frame(move |now_ms| {
        if step(&mut later.borrow_mut(), now_ms) {
            schedule(&later);
        }
    });
    live.borrow_mut().frame = Some(frame);
}

/// One frame; whether the glide goes on.
fn step(live: &mut Live, now_ms: f64) -> bool {
    let Some(to) = live.surface.as_ref().map(|surface| surface.camera) else { return false };
    if let Some(glide) = &mut live.glide {
        let Some(start_ms) = glide.start_ms else {
            // Nothing has moved yet, and nothing need be drawn.
            glide.start_ms = Some(now_ms);
            return true;
        };
        let times = (now_ms - start_ms) / live.glide_ms;
        if times < GLIDES {
            let gone = 1.0 - js_sys::Math::exp(-times);
            // Scale changes by equal factors in equal parts of the way, and the centre with it.
            let factor = to.km_per_px() / glide.from.km_per_px();
            let share = if (factor - 1.0).abs() < 1e-3 {
                gone
            } else {
                (js_sys::Math::pow(factor, gone) - 1.0) / (factor - 1.0)
            };
            live.camera = Some(glide.from.towards(&to, share));
        } else {
            (live.glide, live.camera, live.glide_ms) = (None, None, GLIDE_MS);
        }
    }
    draw(live, false);
    move_marks(live);
    live.glide.is_some()
}

fn draw(live: &Live, on_paper: bool) {
    let (Some(surface), Some(element), Some(camera)) = (&live.surface, live.element(), live.now()) else {
        return;
    };
    let base = Base {
        corpus: surface.corpus,
        topology: surface.topology.as_deref(),
        camera,
        chosen: surface.chosen,
        tints: &surface.tints,
        moving: live.camera.is_some(),
    };
    let find = |selector: &str| element.query_selector(selector).ok().flatten();
    if on_paper || matches("(forced-colors: active)") {
        if let Some(svg) = find(".pa-base") {
            base.trace(&svg);
        }
    } else if let Some(canvas) = find("canvas").and_then(|canvas| canvas.dyn_into::<HtmlCanvasElement>().ok())
    {
        base.paint(&canvas);
    }
}

/// Moves each mark from where it rests to where it is now. What waits at the edge stays there as long as it has to.
fn move_marks(live: &Live) {
    let (Some(surface), Some(element)) = (&live.surface, live.element()) else { return };
    let Ok(marks) = element.query_selector_all("[data-lon]") else { return };
    for at in 0..marks.length() {
        let Some(mark) = marks.item(at).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        let Some(inner) = mark.first_element_child() else { continue };
        let Some(now) = live.camera else {
            // The names and values here are plain text; no browser refuses them.
            let _ = inner.remove_attribute("transform");
            continue;
        };
        let number = |name: &str| mark.get_attribute(name).and_then(|text| parse_decimal(&text));
        if let (Some(lon), Some(lat)) = (number("data-lon"), number("data-lat")) {
            let aside_px = number("data-edge");
            let stands = |camera: &Camera| -> Point {
                let point = camera.forward(LonLat::new(lon, lat).into());
                aside_px.map_or(point, |aside_px| camera.edge(point, aside_px, 0.0))
            };
            let (rest, now) = (stands(&surface.camera), stands(&now));
            let moved = drawn("translate(# #)", &[now.x_px - rest.x_px, now.y_px - rest.y_px]);
            let _ = inner.set_attribute("transform", &moved);
        }
    }
}
