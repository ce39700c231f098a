//! The live map in the browser: draws the base when what it shows has changed, glides to where the state looks, and turns pointers and
//! wheel into cameras. While the map moves, base and marks follow once per animation frame, without the reducer; where a gesture ends is
//! handed over once, and the way there is a glide like any other. No opinion about what is drawn over the base.

use std::cell::RefCell;
use std::rc::Rc;

use atlas::decimal::{parse_decimal, px};
use atlas::geo::{Camera, LonLat, Point, Topology};
use atlas::model::{Corpus, Venue};
use atlas::state::Theme;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement, PointerEvent, WheelEvent};
use yew::prelude::{Callback, Event, NodeRef, hook, use_effect_with, use_mut_ref};

use super::canvas::Base;
use crate::context::Shared;

/// A press that moves less than this is a press, not a drag.
const DRAG_PX: f64 = 4.0;
/// Two presses so near each other, in time and place, zoom in.
const TWICE_MS: f64 = 350.0;
const TWICE_PX: f64 = 24.0;
/// By this factor.
const TWICE: f64 = 2.0;
/// The wheel has come to rest after this.
const WHEEL_REST_MS: u32 = 200;
/// How long a plain wheel is told what zooms.
const HINT_MS: u32 = 1600;
/// One line of a wheel that counts lines.
const LINE_PX: f64 = 16.0;
/// Wheel pixels that zoom by a factor of e.
const WHEEL_PX_PER_E: f64 = 400.0;
/// A glide has gone all but a part in e of its way after this: one to where the state looks, and one that a drag has set off.
const GLIDE_MS: f64 = 60.0;
const INERTIA_MS: f64 = 160.0;
/// So many times that, and it is there.
const GLIDES: f64 = 5.0;
/// A finger that has not moved for so long before it is lifted gives no push.
const HELD_MS: f64 = 60.0;

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

/// The events of which gestures are made.
pub const GESTURES: [&str; 5] = ["pointerdown", "pointermove", "pointerup", "pointercancel", "wheel"];

struct Live {
    surface: Option<MapSurface>,
    /// Where a camera goes that came to rest.
    settle: Callback<Camera>,
    /// Where the map is while it moves.
    camera: Option<Camera>,
    fingers: Vec<Finger>,
    grip: Option<Grip>,
    /// Of the fingers' middle, pixels per millisecond, and when it was taken.
    speed: (f64, f64, f64),
    /// When and where it was last pressed.
    pressed: (f64, f64, f64),
    glide: Option<Glide>,
    glide_ms: f64,
    frame: Option<AnimationFrame>,
    rest: Option<Timeout>,
    hint: Option<Timeout>,
    /// For the life of the page.
    listeners: Vec<EventListener>,
}

/// A pointer that is down; places are those of the surface.
struct Finger {
    id: i32,
    x: f64,
    y: f64,
}

/// What the fingers hold: the place under their middle, and how wide they were apart at which scale.
struct Grip {
    place: LonLat,
    km_per_px: f64,
    spread_px: f64,
    moved: bool,
}

/// On the way to where the state looks.
struct Glide {
    from: Camera,
    start_ms: Option<f64>,
}

type Shareable = Rc<RefCell<Live>>;

impl Live {
    /// Where the map is.
    fn now(&self) -> Option<Camera> {
        self.camera.or(self.surface.as_ref().map(|surface| surface.camera))
    }

    fn element(&self) -> Option<Element> {
        self.surface.as_ref()?.element.cast()
    }

    /// The middle of the fingers, and how wide they are apart.
    fn hand(&self) -> Option<(f64, f64, f64)> {
        let (first, last) = (self.fingers.first()?, self.fingers.last()?);
        let spread_px = (last.x - first.x).hypot(last.y - first.y);
        Some((f64::midpoint(first.x, last.x), f64::midpoint(first.y, last.y), spread_px))
    }

    /// The fingers take hold anew.
    fn take_hold(&mut self, moved: bool) {
        let held = self.now().zip(self.hand());
        self.grip = held.and_then(|(camera, (x, y, spread_px))| {
            Some(Grip { place: camera.inverse(x, y)?, km_per_px: camera.km_per_px(), spread_px, moved })
        });
        self.speed = (0.0, 0.0, 0.0);
    }
}

/// Draws the map whenever what it shows changes, and gives the listener for [`GESTURES`].
#[hook]
pub fn use_map(surface: MapSurface, settle: Callback<Camera>) -> Callback<Event> {
    let live = use_mut_ref(|| Live {
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
    });
    use_effect_with(surface, {
        let live = live.clone();
        move |surface| show(&live, surface)
    });
    Callback::from(move |event: Event| match event.dyn_into::<WheelEvent>() {
        Ok(event) => wheel(&live, &event),
        Err(event) => {
            if let Ok(event) = event.dyn_into::<PointerEvent>() {
                pointer(&live, &event);
            }
        }
    })
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

/// The state looks elsewhere, or shows something else.
fn show(live: &Shareable, surface: &MapSurface) {
    {
        let mut live = live.borrow_mut();
        let to = surface.camera;
        let from = live.now().filter(|from| {
            let goal = from.forward(to.centre().into());
            let off_px = (goal.x_px - from.width_px() / 2.0).hypot(goal.y_px - from.height_px() / 2.0);
            let sized = (from.width_px(), from.height_px()) == (to.width_px(), to.height_px());
            let zoomed = (to.km_per_px() / from.km_per_px() - 1.0).abs() > 1e-3;
            sized && (off_px > 0.5 || zoomed) && !matches("(prefers-reduced-motion: reduce)")
        });
        live.surface = Some(surface.clone());
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

fn place_of(live: &Live, x: i32, y: i32) -> (f64, f64) {
    let rect = live.element().map(|element| element.get_bounding_client_rect());
    rect.map_or((0.0, 0.0), |rect| (f64::from(x) - rect.left(), f64::from(y) - rect.top()))
}

fn pointer(live: &Shareable, event: &PointerEvent) {
    match event.type_().as_str() {
        "pointerdown" => pointer_down(live, event),
        // A mouse that was let go outside, before it was the map's, moves without a button.
        "pointermove" if event.buttons() > 0 => pointer_moved(live, event),
        "pointerup" => pointer_up(live, event),
        _ => pointer_cancel(live, event),
    }
}

fn pointer_down(live: &Shareable, event: &PointerEvent) {
    let mut live = live.borrow_mut();
    if event.button() != 0 || live.fingers.len() > 1 {
        return;
    }
    let (x, y) = place_of(&live, event.client_x(), event.client_y());
    live.fingers.push(Finger { id: event.pointer_id(), x, y });
    // What is touched stands still.
    live.glide = None;
    let pinch = live.fingers.len() > 1;
    live.take_hold(pinch);
}

fn pointer_moved(live: &Shareable, event: &PointerEvent) {
    {
        let mut live = live.borrow_mut();
        let (x, y) = place_of(&live, event.client_x(), event.client_y());
        let before = live.hand();
        let held = live.grip.as_ref().is_some_and(|grip| grip.moved);
        let Some(finger) = live.fingers.iter_mut().find(|finger| finger.id == event.pointer_id()) else {
            return;
        };
        let start = (finger.x, finger.y);
        let tiny = (x - start.0).hypot(y - start.1) < DRAG_PX;
        if tiny && !held {
            return;
        }
        (finger.x, finger.y) = (x, y);
        let now_ms = event.time_stamp();
        let (Some(before), Some(hand), Some(camera)) = (before, live.hand(), live.now()) else { return };
        let Some(grip) = &mut live.grip else { return };
        let starts = !std::mem::replace(&mut grip.moved, true);
        let closer = if grip.spread_px > 0.0 { hand.2.max(1.0) / grip.spread_px } else { 1.0 };
        let camera = camera.holding(grip.place, grip.km_per_px / closer, hand.0, hand.1);
        live.camera = Some(camera);
        if let Some(element) = live.element().filter(|_| starts) {
            // From here on the pointer is the map's, wherever it goes; a press on a mark that did not move stays a press.
            // Refused only where the pointer is gone already; the drag then ends by itself.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
        let took_ms = (now_ms - live.speed.2).max(1.0);
        // The last step counts most.
        let mix = |old: f64, step: f64| 0.3 * old + 0.7 * step / took_ms;
        live.speed = (mix(live.speed.0, hand.0 - before.0), mix(live.speed.1, hand.1 - before.1), now_ms);
    }
    schedule(live);
}

fn pointer_up(live: &Shareable, event: &PointerEvent) {
    let goal = {
        let mut live = live.borrow_mut();
        let Some(grip) = lift(&mut live, event) else { return };
        let Some(camera) = live.now() else { return };
        let now_ms = event.time_stamp();
        if grip.moved {
            let (x, y, at_ms) = live.speed;
            let push = grip.spread_px == 0.0
                && now_ms - at_ms < HELD_MS
                && !matches("(prefers-reduced-motion: reduce)");
            live.glide_ms = INERTIA_MS;
            // As far as a glide goes that starts at the hand's speed.
            push.then(|| camera.pan(x * INERTIA_MS, y * INERTIA_MS)).or(Some(camera))
        } else {
            let (x, y) = place_of(&live, event.client_x(), event.client_y());
            let (before_ms, before_x, before_y) = std::mem::replace(&mut live.pressed, (now_ms, x, y));
            let twice = now_ms - before_ms < TWICE_MS && (x - before_x).hypot(y - before_y) < TWICE_PX;
            let on_mark = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let on_mark =
                on_mark.is_some_and(|element| element.closest(".pa-venue").ok().flatten().is_some());
            if twice && !on_mark { Some(camera.zoom_at(x, y, TWICE)) } else { live.camera }
        }
    };
    settle(live, goal);
}

fn pointer_cancel(live: &Shareable, event: &PointerEvent) {
    let goal = {
        let mut live = live.borrow_mut();
        if lift(&mut live, event).is_none() {
            return;
        }
        live.camera
    };
    settle(live, goal);
}

/// A finger is lifted; the last one lets go.
fn lift(live: &mut Live, event: &PointerEvent) -> Option<Grip> {
    let down = live.fingers.len();
    live.fingers.retain(|finger| finger.id != event.pointer_id());
    match live.fingers.len() {
        left if left == down => None,
        0 => live.grip.take(),
        _ => {
            live.take_hold(true);
            None
        }
    }
}

fn wheel(live: &Shareable, event: &WheelEvent) {
    // A plain wheel scrolls the page, and is told what zooms.
    if !(event.ctrl_key() || event.meta_key()) {
        let Some(element) = live.borrow().element() else { return };
        let _ = element.class_list().add_1("pa-hinting");
        let done = Timeout::new(HINT_MS, move || {
            let _ = element.class_list().remove_1("pa-hinting");
        });
        live.borrow_mut().hint = Some(done);
        return;
    }
    event.prevent_default();
    let unit_px = if event.delta_mode() == 0 { 1.0 } else { LINE_PX };
    let factor = js_sys::Math::exp(-event.delta_y() * unit_px / WHEEL_PX_PER_E);
    let later = Rc::clone(live);
    {
        let mut live = live.borrow_mut();
        let Some(camera) = live.now() else { return };
        let (x, y) = place_of(&live, event.client_x(), event.client_y());
        live.glide = None;
        live.camera = Some(camera.zoom_at(x, y, factor));
        live.rest = Some(Timeout::new(WHEEL_REST_MS, move || {
            let goal = later.borrow().camera;
            settle(&later, goal);
        }));
    }
    schedule(live);
}

/// Hands a camera over, for the state to look there.
fn settle(live: &Shareable, goal: Option<Camera>) {
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
fn schedule(live: &Shareable) {
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
            let (dx, dy) = (px(now.x_px - rest.x_px), px(now.y_px - rest.y_px));
            let _ = inner.set_attribute("transform", &format!("translate({dx} {dy})"));
        }
    }
}
