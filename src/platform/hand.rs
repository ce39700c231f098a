//! The hand on the live map: pointers, wheel and presses become cameras. What the hand holds stays under it; where it lets go is handed
//! over. No opinion about how the map is drawn, or about how it goes to where it was sent.

use std::rc::Rc;

use atlas::geo::LonLat;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent, WheelEvent};
use yew::prelude::Event;

use super::map::{INERTIA_MS, Live, Shareable, is_still, schedule, settle};

/// A press that moves less than this is a press, not a drag.
pub(super) const DRAG_PX: f64 = 4.0;
/// Two presses so near each other, in time and place, zoom in.
const TWICE_MS: f64 = 350.0;
const TWICE_PX: f64 = 24.0;
/// By this factor.
const TWICE: f64 = 2.0;
/// The wheel has come to rest after this.
pub(super) const WHEEL_REST_MS: u32 = 200;
/// How long a plain wheel is told what zooms.
const HINT_MS: u32 = 1600;
/// One line of a wheel that counts lines.
const LINE_PX: f64 = 16.0;
/// Wheel pixels that zoom by a factor of e.
const WHEEL_PX_PER_E: f64 = 400.0;
/// A finger that has not moved for so long before it is lifted gives no push.
const HELD_MS: f64 = 60.0;

/// The events of which gestures are made.
pub const GESTURES: [&str; 5] = ["pointerdown", "pointermove", "pointerup", "pointercancel", "wheel"];

/// A pointer that is down; places are those of the surface.
pub(super) struct Finger {
    id: i32,
    x: f64,
    y: f64,
}

/// What the fingers hold: the place under their middle, and how wide they were apart at which scale.
pub(super) struct Grip {
    place: LonLat,
    km_per_px: f64,
    spread_px: f64,
    moved: bool,
}

impl Live {
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

/// A pointer or the wheel has done something.
pub(super) fn gesture(live: &Shareable, event: Event) {
    match event.dyn_into::<WheelEvent>() {
        Ok(event) => wheel(live, &event),
        Err(event) => {
            if let Ok(event) = event.dyn_into::<PointerEvent>() {
                pointer(live, &event);
            }
        }
    }
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
            let push = grip.spread_px == 0.0 && now_ms - at_ms < HELD_MS && !is_still();
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
    let factor = wheel_factor(event);
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

/// What a turn of the wheel zooms by.
pub(super) fn wheel_factor(event: &WheelEvent) -> f64 {
    let unit_px = if event.delta_mode() == 0 { 1.0 } else { LINE_PX };
    js_sys::Math::exp(-event.delta_y() * unit_px / WHEEL_PX_PER_E)
}
