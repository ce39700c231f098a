//! The gestures of the live timeline: on the lanes pointers pan and the wheel zooms, on the axis a drag marks out a period, and the
//! handle of the as-of date follows its pointer. While one runs, a few attributes are written once per animation frame; when it ends, they
//! are as they were drawn, and the state is told once. No opinion about what is drawn. Lengths are CSS pixels.

use std::cell::RefCell;
use std::rc::Rc;

use atlas::date::Day;
use atlas::decimal::{decimal, drawn, px};
use atlas::state::{Action, Period};
use atlas::timeline::Scale;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent, WheelEvent};
use yew::prelude::*;

use super::hand::{DRAG_PX, WHEEL_REST_MS, wheel_factor};

/// The drawing, and where its gestures go.
pub struct TimelineSurface {
    /// The drawing: groups `pa-moves` that a gesture moves, in them `pa-x` that it does not stretch.
    pub svg: NodeRef,
    /// As it is drawn.
    pub scale: Scale,
    /// Where the line of the as-of date stands in the plot.
    pub as_of_px: f64,
    /// The left edge of the plot.
    pub plot_from_px: f64,
    /// The top of the axis.
    pub axis_px: f64,
    /// Whether a period that is dragged is meant surely.
    pub surely: bool,
    /// An as-of date in words.
    pub words: Callback<Option<Day>, String>,
    /// Where actions go.
    pub act: Callback<Action>,
    /// Where a press goes that is no mark's: its place in the plot.
    pub tap: Callback<(f64, f64)>,
}

/// The handle of the as-of date.
const HANDLE: &str = "[role=slider]";

/// What a drag holds.
#[derive(Clone, Copy, PartialEq)]
enum Held {
    Lanes,
    Axis,
    AsOf,
}

struct Drag {
    pointer: i32,
    held: Held,
    started: bool,
    /// Left edge of the plot in the window.
    origin_px: f64,
    /// Where it started and where it is, in the plot.
    from_px: f64,
    at_px: f64,
    /// Where the handle was drawn, and with which words.
    handle: Option<(String, String)>,
}

#[derive(Default)]
struct Live {
    surface: Option<TimelineSurface>,
    /// Where the gesture has brought the scale.
    scale: Option<Scale>,
    drag: Option<Drag>,
    frame: Option<AnimationFrame>,
    rest: Option<Timeout>,
}

type Shared = Rc<RefCell<Live>>;

/// The events of which its gestures are made.
pub const TIMELINE_GESTURES: [&str; 5] =
    ["pointerdown", "pointermove", "pointerup", "pointercancel", "wheel"];

/// A live timeline.
#[derive(Clone, Default)]
pub struct LiveTimeline(Shared);

impl LiveTimeline {
    /// Takes the drawing as it is now.
    pub fn show(&self, surface: TimelineSurface) {
        self.0.borrow_mut().surface = Some(surface);
    }

    /// Follows one of [`TIMELINE_GESTURES`].
    pub fn follow(&self, event: &Event) {
        match event.type_().as_str() {
            "pointerdown" => down(&self.0, event),
            "pointermove" => moved(&self.0, event),
            "pointerup" => up(&self.0, event),
            "pointercancel" => cancelled(&self.0, event),
            _ => wheel(&self.0, event),
        }
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

fn is_in(event: &Event, selector: &str) -> bool {
    target(event).is_some_and(|target| target.closest(selector).ok().flatten().is_some())
}

/// The left and the top edge of the plot in the window.
fn origin(surface: &TimelineSurface) -> Option<(f64, f64)> {
    let rect = surface.svg.cast::<Element>()?.get_bounding_client_rect();
    Some((rect.left() + surface.plot_from_px, rect.top()))
}

fn down(live: &Shared, event: &Event) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
    if pointer.button() != 0 || !pointer.is_primary() || is_in(event, ".pa-clear") {
        return;
    }
    let mut live = live.borrow_mut();
    let Some((surface, (left, top))) = live.surface.as_ref().and_then(|it| Some((it, origin(it)?))) else {
        return;
    };
    let held = if is_in(event, HANDLE) {
        Held::AsOf
    } else if f64::from(pointer.client_y()) - top >= surface.axis_px {
        Held::Axis
    } else {
        Held::Lanes
    };
    let drawn = |handle: Element| Some((handle.get_attribute("transform")?, flag(&handle)?.node_value()?));
    let handle = if held == Held::AsOf { find(surface, HANDLE).and_then(drawn) } else { None };
    let x = f64::from(pointer.client_x());
    // Wherever the handle is taken, it does not jump.
    let origin_px = if held == Held::AsOf { x - surface.as_of_px } else { left };
    let (pointer, from_px) = (pointer.pointer_id(), x - origin_px);
    live.drag = Some(Drag { pointer, held, started: false, origin_px, from_px, at_px: from_px, handle });
}

fn moved(live: &Shared, event: &Event) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
    if pointer.buttons() == 0 {
        // A mouse that was let go outside, before it was the timeline's; one that holds nothing only passes.
        if live.borrow().drag.is_some() {
            cancel(live);
        }
        return;
    }
    {
        let live = &mut *live.borrow_mut();
        let (Some(drag), Some(surface)) = (&mut live.drag, &live.surface) else { return };
        let mut at_px = f64::from(pointer.client_x()) - drag.origin_px;
        if drag.held == Held::Axis {
            // A period ends where nothing more is seen.
            at_px = at_px.max(0.0).min(surface.scale.width_px());
        }
        if drag.pointer != pointer.pointer_id() || (!drag.started && (at_px - drag.from_px).abs() < DRAG_PX) {
            return;
        }
        if !drag.started {
            drag.started = true;
            if let Some(svg) = surface.svg.cast::<Element>() {
                // Refused only where the pointer is gone already; the drag then ends by itself.
                let _ = svg.set_pointer_capture(drag.pointer);
            }
        }
        if drag.held == Held::Lanes {
            let scale = live.scale.as_ref().unwrap_or(&surface.scale).pan(at_px - drag.at_px);
            live.scale = Some(scale);
        }
        drag.at_px = at_px;
    }
    schedule(live);
}

fn up(live: &Shared, event: &Event) {
    let id = event.dyn_ref::<PointerEvent>().map(PointerEvent::pointer_id);
    let drag = live.borrow_mut().drag.take_if(|drag| Some(drag.pointer) == id);
    let Some(drag) = drag else { return };
    let tap = {
        let live = live.borrow();
        let Some(surface) = &live.surface else { return };
        let pointer = event.dyn_ref::<PointerEvent>();
        let top = origin(surface).map_or(0.0, |origin| origin.1);
        let y = pointer.map_or(0.0, |pointer| f64::from(pointer.client_y()) - top);
        (surface.tap.clone(), (drag.at_px, y))
    };
    match drag {
        Drag { started: true, .. } => settle(live, Some(&drag)),
        Drag { held: Held::Lanes, .. } if !is_in(event, "[data-mark]") => tap.0.emit(tap.1),
        _ => {}
    }
}

/// The browser has taken a pointer for scrolling, or two for its own zoom.
fn cancelled(live: &Shared, event: &Event) {
    let id = event.dyn_ref::<PointerEvent>().map(PointerEvent::pointer_id);
    if live.borrow().drag.as_ref().is_some_and(|drag| Some(drag.pointer) == id) {
        cancel(live);
    }
}

/// As if nothing had been held.
fn cancel(live: &Shared) {
    let live = &mut *live.borrow_mut();
    live.scale = None;
    if let Some(surface) = &live.surface {
        undo(surface, live.drag.as_ref());
    }
    live.drag = None;
    live.frame = None;
}

fn wheel(live: &Shared, event: &Event) {
    // A plain wheel scrolls the page.
    let Some(wheel) = event.dyn_ref::<WheelEvent>().filter(|wheel| wheel.ctrl_key() || wheel.meta_key())
    else {
        return;
    };
    event.prevent_default();
    {
        let live = &mut *live.borrow_mut();
        let Some((surface, (left, _))) = live.surface.as_ref().and_then(|it| Some((it, origin(it)?))) else {
            return;
        };
        let at_px = f64::from(wheel.client_x()) - left;
        live.scale = Some(live.scale.as_ref().unwrap_or(&surface.scale).zoom_at(at_px, wheel_factor(wheel)));
    }
    schedule(live);
    let rested = Rc::clone(live);
    live.borrow_mut().rest = Some(Timeout::new(WHEEL_REST_MS, move || settle(&rested, None)));
}

/// Leaves the drawing as it was, and tells the state where the gesture has ended.
fn settle(live: &Shared, drag: Option<&Drag>) {
    let (act, action) = {
        let live = &mut *live.borrow_mut();
        live.frame = None;
        let Some(surface) = &live.surface else { return };
        let moved = live.scale.take();
        undo(surface, drag);
        let scale = &surface.scale;
        let action = match (drag, moved) {
            (Some(drag), _) if drag.held == Held::AsOf => Action::SetAsOf(day_of(scale, drag)),
            (Some(drag), _) if drag.held == Held::Axis => {
                let (a, b) = (scale.day_at(drag.from_px), scale.day_at(drag.at_px));
                Action::SetPeriod(Period { from: Some(a.min(b)), to: Some(a.max(b)), surely: surface.surely })
            }
            (_, Some(moved)) => Action::LookAt(moved.seen()),
            _ => return,
        };
        (surface.act.clone(), action)
    };
    act.emit(action);
}

/// The as-of date where the handle is held; none at the end, where everything is shown.
fn day_of(scale: &Scale, drag: &Drag) -> Option<Day> {
    let is_end = drag.at_px >= scale.width_px() - DRAG_PX && scale.shows_end();
    (!is_end).then(|| scale.day_at(drag.at_px.max(0.0)))
}

/// Writes in the next animation frame, once, however often it is asked.
fn schedule(live: &Shared) {
    let later = Rc::clone(live);
    let frame = request_animation_frame(move |_| {
        let live = later.borrow();
        if let Some(surface) = &live.surface {
            write(surface, live.scale.as_ref().unwrap_or(&surface.scale), live.drag.as_ref());
        }
    });
    live.borrow_mut().frame = Some(frame);
}

/// Writes where the gesture is. Names and values are plain text: no browser refuses them.
fn write(surface: &TimelineSurface, scale: &Scale, drag: Option<&Drag>) {
    match drag {
        Some(drag) if drag.held == Held::AsOf => {
            let on = day_of(scale, drag);
            let x = on.map_or(scale.width_px(), |on| scale.x_of(on));
            hold(surface, &drawn("translate(# 0)", &[x]), &surface.words.emit(on));
        }
        Some(drag) if drag.held == Held::Axis => brush(surface, drag.from_px, drag.at_px),
        _ => {
            let (factor, by_px) = scale.from_drawn(&surface.scale);
            stretch(surface, factor, by_px);
        }
    }
}

/// Leaves everything as it was drawn.
fn undo(surface: &TimelineSurface, drag: Option<&Drag>) {
    stretch(surface, 1.0, 0.0);
    brush(surface, 0.0, 0.0);
    if let Some((transform, words)) = drag.and_then(|drag| drag.handle.as_ref()) {
        hold(surface, transform, words);
    }
}

fn find(surface: &TimelineSurface, selector: &str) -> Option<Element> {
    surface.svg.cast::<Element>()?.query_selector(selector).ok().flatten()
}

/// The text of the flag: the node that was drawn stays, only its words change.
fn flag(handle: &Element) -> Option<web_sys::Node> {
    handle.query_selector("text").ok().flatten()?.first_child()
}

fn hold(surface: &TimelineSurface, transform: &str, words: &str) {
    let Some(handle) = find(surface, HANDLE) else { return };
    let _ = handle.set_attribute("transform", transform);
    if let Some(flag) = flag(&handle) {
        flag.set_node_value(Some(words));
    }
}

fn brush(surface: &TimelineSurface, a_px: f64, b_px: f64) {
    if let Some(band) = find(surface, ".pa-brushing") {
        let _ = band.set_attribute("x", &px(a_px.min(b_px)));
        let _ = band.set_attribute("width", &px((a_px - b_px).abs()));
    }
}

fn stretch(surface: &TimelineSurface, factor: f64, by_px: f64) {
    let Some(svg) = surface.svg.cast::<Element>() else { return };
    let transform = [&drawn("translate(# 0) scale(", &[by_px]), decimal(factor, 4).as_str(), " 1)"].concat();
    let Ok(moving) = svg.query_selector_all(".pa-moves") else { return };
    for at in 0..moving.length() {
        if let Some(group) = moving.item(at).and_then(|node| node.dyn_into::<Element>().ok()) {
            let _ = group.set_attribute("transform", &transform);
        }
    }
    // Not only an element of HTML has a style; the interface that says so would be one more.
    let style = svg.unchecked_ref::<HtmlElement>().style();
    let _ = style.set_property("--pa-unstretch", &decimal(1.0 / factor, 4));
}
