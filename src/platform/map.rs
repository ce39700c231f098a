//! The live map in the browser: draws the base, and turns pointers and wheel into cameras. While a gesture runs, canvas and marks are
//! moved once per animation frame; when it ends, the camera is handed over once. No opinion about what is drawn over the base.

use std::cell::RefCell;
use std::rc::Rc;

use atlas::decimal::{parse_decimal, px};
use atlas::geo::{Camera, LonLat, Topology};
use atlas::model::{Corpus, Venue};
use atlas::state::{Theme, VenueFilter};
use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement};
use yew::prelude::*;

use super::canvas::{Base, draw};
use crate::context::Shared;

/// A press that moves less than this is a press, not a drag.
pub(super) const DRAG_PX: f64 = 4.0;
/// The wheel has come to rest after this.
pub(super) const WHEEL_REST_MS: u32 = 200;
/// One line of a wheel that counts lines.
const LINE_PX: f64 = 16.0;
/// Wheel pixels that zoom by a factor of e.
const WHEEL_PX_PER_E: f64 = 400.0;

/// The elements of a live map, and what it shows.
#[derive(Clone, PartialEq)]
pub struct MapSurface {
    /// The base.
    pub canvas: NodeRef,
    /// The marks over it: groups with `data-lon` and `data-lat`.
    pub overlay: NodeRef,
    /// For countries and colours.
    pub corpus: Corpus,
    /// Where the map rests.
    pub camera: Camera,
    /// The selection.
    pub venue: VenueFilter,
    /// The theme, whose colours are drawn in.
    pub theme: Option<Theme>,
    /// The land.
    pub topology: Option<Shared<Topology>>,
    /// Where a camera goes that came to rest.
    pub settle: Callback<Camera>,
}

/// What the element that takes the gestures listens with.
pub struct Gestures {
    /// Pointer down.
    pub down: Callback<PointerEvent>,
    /// Pointer moved.
    pub moved: Callback<PointerEvent>,
    /// Pointer up, or taken away.
    pub up: Callback<PointerEvent>,
    /// Wheel.
    pub wheel: Callback<WheelEvent>,
}

#[derive(Default)]
struct Live {
    surface: Option<MapSurface>,
    /// Where the gesture has brought the map.
    camera: Option<Camera>,
    drag: Option<Drag>,
    frame: Option<AnimationFrame>,
    rest: Option<Timeout>,
}

struct Drag {
    pointer: i32,
    at: (f64, f64),
    started: bool,
}

/// Draws the map whenever what it shows changes, and gives the listeners.
#[hook]
pub fn use_map(surface: MapSurface) -> Gestures {
    let live = use_mut_ref(Live::default);
    use_effect_with(surface, {
        let live = live.clone();
        move |surface| {
            {
                let mut live = live.borrow_mut();
                live.surface = Some(surface.clone());
                live.camera = None;
            }
            // In the next frame, not now: the theme is set on the page by the same draw of the app, after this.
            schedule(&live, false);
            // The theme of the device changes the colours, not the state.
            let repaint = {
                let live = live.clone();
                move |_: &Event| schedule(&live, false)
            };
            let dark = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
            let listener = dark.map(|media| EventListener::new(&media, "change", repaint));
            move || drop(listener)
        }
    });
    Gestures {
        down: with(&live, pointer_down),
        moved: with(&live, pointer_moved),
        up: with(&live, pointer_up),
        wheel: with(&live, wheel),
    }
}

fn with<E: 'static>(live: &Rc<RefCell<Live>>, act: fn(&Rc<RefCell<Live>>, E)) -> Callback<E> {
    let live = Rc::clone(live);
    Callback::from(move |event| act(&live, event))
}

fn pointer_down(live: &Rc<RefCell<Live>>, event: PointerEvent) {
    if event.button() == 0 && event.is_primary() {
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        live.borrow_mut().drag = Some(Drag { pointer: event.pointer_id(), at, started: false });
    }
}

fn pointer_moved(live: &Rc<RefCell<Live>>, event: PointerEvent) {
    let at = (f64::from(event.client_x()), f64::from(event.client_y()));
    {
        let mut live = live.borrow_mut();
        let camera = live.camera.or(live.surface.as_ref().map(|surface| surface.camera));
        let (Some(drag), Some(camera)) = (&mut live.drag, camera) else { return };
        let (dx, dy) = (at.0 - drag.at.0, at.1 - drag.at.1);
        if drag.pointer != event.pointer_id() || (!drag.started && dx.hypot(dy) < DRAG_PX) {
            return;
        }
        if !drag.started {
            drag.started = true;
            capture(&event);
        }
        drag.at = at;
        live.camera = Some(camera.pan(dx, dy));
    }
    schedule(live, true);
}

/// From here on the pointer is the map's, wherever it goes; a press on a mark that did not move stays a press.
fn capture(event: &PointerEvent) {
    let target = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(target) = target {
        // Refused only where the pointer is gone already; the drag then ends by itself.
        let _ = target.set_pointer_capture(event.pointer_id());
    }
}

fn pointer_up(live: &Rc<RefCell<Live>>, _: PointerEvent) {
    let started = live.borrow_mut().drag.take().is_some_and(|drag| drag.started);
    if started {
        settle(live);
    }
}

fn wheel(live: &Rc<RefCell<Live>>, event: WheelEvent) {
    // A plain wheel scrolls the page.
    if !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    event.prevent_default();
    let factor = wheel_factor(&event);
    {
        let mut live = live.borrow_mut();
        let Some(camera) = live.camera.or(live.surface.as_ref().map(|surface| surface.camera)) else {
            return;
        };
        let origin = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()).map_or(
            (0.0, 0.0),
            |element| {
                let rect = element.get_bounding_client_rect();
                (rect.left(), rect.top())
            },
        );
        let at = (f64::from(event.client_x()) - origin.0, f64::from(event.client_y()) - origin.1);
        live.camera = Some(camera.zoom_at(at.0, at.1, factor));
    }
    schedule(live, true);
    let rested = Rc::clone(live);
    live.borrow_mut().rest = Some(Timeout::new(WHEEL_REST_MS, move || settle(&rested)));
}

/// What a turn of the wheel zooms by.
pub(super) fn wheel_factor(event: &WheelEvent) -> f64 {
    let unit_px = if event.delta_mode() == 0 { 1.0 } else { LINE_PX };
    js_sys::Math::exp(-event.delta_y() * unit_px / WHEEL_PX_PER_E)
}

fn settle(live: &Rc<RefCell<Live>>) {
    let handed = {
        let live = live.borrow();
        live.surface.as_ref().zip(live.camera).map(|(surface, camera)| (surface.settle.clone(), camera))
    };
    if let Some((settle, camera)) = handed {
        settle.emit(camera);
    }
}

/// Draws in the next animation frame, once, however often it is asked.
fn schedule(live: &Rc<RefCell<Live>>, moving: bool) {
    let later = Rc::clone(live);
    let frame = request_animation_frame(move |_| {
        redraw(&later, moving);
    });
    live.borrow_mut().frame = Some(frame);
}

fn redraw(live: &Rc<RefCell<Live>>, moving: bool) {
    let live = live.borrow();
    let Some(surface) = &live.surface else { return };
    let Some(canvas) = surface.canvas.cast::<HtmlCanvasElement>() else { return };
    let camera = live.camera.unwrap_or(surface.camera);
    let chosen: Option<Venue> = match surface.venue {
        VenueFilter::Venue(venue) => Some(venue),
        _ => None,
    };
    let topology = surface.topology.as_deref();
    draw(&canvas, &Base { corpus: surface.corpus, topology, camera, chosen, moving });
    if live.camera.is_some() {
        move_marks(&surface.overlay, &camera);
    }
}

fn move_marks(overlay: &NodeRef, camera: &Camera) {
    let Some(overlay) = overlay.cast::<Element>() else { return };
    let Ok(marks) = overlay.query_selector_all("[data-lon]") else { return };
    for at in 0..marks.length() {
        let Some(mark) = marks.item(at).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        let degrees = |name: &str| mark.get_attribute(name).and_then(|text| parse_decimal(&text));
        if let (Some(lon), Some(lat)) = (degrees("data-lon"), degrees("data-lat")) {
            let point = camera.forward(LonLat::new(lon, lat).into());
            let transform = format!("translate({} {})", px(point.x_px), px(point.y_px));
            // The name and the value are plain text; no browser refuses them.
            let _ = mark.set_attribute("transform", &transform);
        }
    }
}
