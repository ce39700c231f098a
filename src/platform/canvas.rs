//! Draws the base map on a canvas, in the colours of the style sheet. No opinion about where the map looks or what is chosen.

use atlas::geo::{Camera, Frame, Layer, PathSink, Topology};
use atlas::model::{Corpus, Venue, VenueKind};
use gloo::utils::{document, window};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Sharper than this no eye is.
const MAX_PIXEL_RATIO: f64 = 2.0;
const HATCH_STEP_PX: f64 = 6.0;

struct Pen<'a>(&'a CanvasRenderingContext2d);

impl PathSink for Pen<'_> {
    fn move_to(&mut self, x_px: f64, y_px: f64) {
        self.0.move_to(x_px, y_px);
    }
    fn line_to(&mut self, x_px: f64, y_px: f64) {
        self.0.line_to(x_px, y_px);
    }
    fn close(&mut self) {
        self.0.close_path();
    }
}

/// Colours, read from the custom properties of the page: the canvas is first drawn before it stands in the page, and has none then.
struct Palette(Option<web_sys::CssStyleDeclaration>);

impl Palette {
    fn of_page() -> Self {
        let root = document().document_element();
        Self(root.and_then(|root| window().get_computed_style(&root).ok().flatten()))
    }

    fn get(&self, property: &str) -> String {
        let value = self.0.as_ref().and_then(|style| style.get_property_value(property).ok());
        value.map(|text| text.trim().to_owned()).unwrap_or_default()
    }
}

/// What is drawn.
pub(super) struct Base<'a> {
    pub(super) corpus: Corpus,
    pub(super) topology: Option<&'a Topology>,
    pub(super) camera: Camera,
    pub(super) chosen: Option<Venue>,
    /// While a gesture runs, the coast has no vignette: it costs more than all the rest.
    pub(super) moving: bool,
}

/// Draws; a browser that refuses a drawing context keeps the marks over an empty sea.
pub(super) fn draw(canvas: &HtmlCanvasElement, base: &Base) {
    let Some(context) = canvas.get_context("2d").ok().flatten() else { return };
    let Ok(context) = context.dyn_into::<CanvasRenderingContext2d>() else { return };
    let ratio = window().device_pixel_ratio().clamp(1.0, MAX_PIXEL_RATIO);
    let (width, height) = (base.camera.width_px(), base.camera.height_px());
    let (pixels_x, pixels_y) = ((width * ratio).round() as u32, (height * ratio).round() as u32);
    if (canvas.width(), canvas.height()) != (pixels_x, pixels_y) {
        canvas.set_width(pixels_x);
        canvas.set_height(pixels_y);
    }
    let colours = Palette::of_page();
    // The six numbers are those of a plain scale; no browser refuses them.
    let _ = context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
    context.set_line_join("round");
    context.set_fill_style_str(&colours.get("--sea"));
    context.fill_rect(0.0, 0.0, width, height);
    let Some(topology) = base.topology else { return };
    let frame = topology.project(&base.camera);
    paint(&context, &frame, base, &colours);
}

fn paint(context: &CanvasRenderingContext2d, frame: &Frame, base: &Base, colours: &Palette) {
    let trace = |layer: Layer| {
        context.begin_path();
        frame.draw(layer, &mut Pen(context));
    };
    let stroke = |colour: &str, width_px: f64| {
        context.set_stroke_style_str(colour);
        context.set_line_width(width_px);
        context.stroke();
    };
    let fill = |colour: &str| {
        context.set_fill_style_str(colour);
        context.fill();
    };
    if !base.moving {
        trace(Layer::Coast);
        stroke(&colours.get("--sea-near"), 15.0);
        stroke(&colours.get("--sea-coast"), 6.0);
    }
    trace(Layer::Land);
    fill(&colours.get("--land"));
    for country in base.corpus.countries().filter(|country| country.is_party()) {
        trace(Layer::Country(country.iso() as u16));
        fill(&colours.get("--party"));
    }
    let tints = venue_colours(base.corpus, colours);
    for (venue, colour) in base.corpus.venues().zip(&tints) {
        let other = base.chosen.is_some_and(|chosen| chosen != venue);
        trace(Layer::Country(venue.country().iso() as u16));
        context.set_global_alpha(if other { 0.08 } else { 0.2 });
        fill(colour);
        context.set_global_alpha(1.0);
    }
    trace(Layer::Lakes);
    fill(&colours.get("--sea"));
    trace(Layer::Borders);
    stroke(&colours.get("--border"), 0.8);
    trace(Layer::Disputed);
    let _ = context.set_line_dash(&Array::of2(&JsValue::from(3), &JsValue::from(3)));
    stroke(&colours.get("--border"), 0.8);
    let _ = context.set_line_dash(&Array::new());
    trace(Layer::Coast);
    stroke(&colours.get("--coast"), 0.8);
    for (venue, colour) in
        base.corpus.venues().zip(&tints).filter(|(venue, _)| venue.kind() == VenueKind::Area)
    {
        trace(Layer::Country(venue.country().iso() as u16));
        stroke(colour, 1.6);
        hatch(context, base, colour);
    }
}

/// Hatches the present path.
fn hatch(context: &CanvasRenderingContext2d, base: &Base, colour: &str) {
    let (width, height) = (base.camera.width_px(), base.camera.height_px());
    context.save();
    context.clip();
    context.begin_path();
    let mut x = -height;
    while x < width {
        context.move_to(x, height);
        context.line_to(x + height, 0.0);
        x += HATCH_STEP_PX;
    }
    context.set_stroke_style_str(colour);
    context.set_global_alpha(0.62);
    context.set_line_width(1.4);
    context.stroke();
    context.restore();
}

/// The venues' colours in the present theme, read where the style sheet puts them.
fn venue_colours(corpus: Corpus, colours: &Palette) -> Vec<String> {
    corpus.venues().map(|venue| colours.get(&format!("--v-{}", venue.id()))).collect()
}
