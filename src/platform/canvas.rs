//! Draws the base map: on a canvas, or, in forced colours and on paper, as an SVG that lies ready for it. Both are drawn from the same
//! paths, in the colours of the style sheet. No opinion about where the map looks or what is chosen.

use atlas::geo::{Camera, Layer, SvgPath, Topology, draw_line, line};
use atlas::model::{Corpus, Country, Venue, VenueKind};
use gloo::utils::{document, window};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, Path2d};

/// Sharper than this no eye is.
const MAX_PIXEL_RATIO: f64 = 2.0;
const HATCH_STEP_PX: f64 = 6.0;
/// Hatching is so much stronger than the tint.
const HATCH: f64 = 3.1;
/// Paths are written in tenths of a pixel: one text a path is handed to the browser, instead of a call for every point.
pub const STEPS_PER_PX: f64 = 10.0;
/// Paths besides those of the venues' countries: land, parties, lakes, borders, disputed lines, ways.
const OTHERS: usize = 6;
/// Parts of a great circle.
const SEGMENTS: usize = 48;

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

/// Fills and strokes paths in colours of the style sheet; widths and dashes in pixels.
struct Brush<'a> {
    context: &'a CanvasRenderingContext2d,
    colours: &'a Palette,
}

impl Brush<'_> {
    fn stroke(&self, path: &Path2d, colour: &str, width_px: f64, dash_px: f64) {
        let dashes = Array::new();
        if dash_px > 0.0 {
            dashes.push(&JsValue::from(dash_px * STEPS_PER_PX));
        }
        // A positive number; no browser refuses it. One length is that of dashes and of gaps.
        let _ = self.context.set_line_dash(&dashes);
        self.context.set_stroke_style_str(&self.colours.get(colour));
        self.context.set_line_width(width_px * STEPS_PER_PX);
        self.context.stroke_with_path(path);
    }

    fn fill(&self, path: &Path2d, colour: &str) {
        self.context.set_fill_style_str(&self.colours.get(colour));
        self.context.fill_with_path_2d(path);
    }
}

/// How many paths the base has.
pub fn base_paths(corpus: Corpus) -> usize {
    corpus.venues().len() + OTHERS
}

/// What is drawn.
pub(super) struct Base<'a> {
    pub(super) corpus: Corpus,
    pub(super) topology: Option<&'a Topology>,
    pub(super) camera: Camera,
    /// Ways are drawn to it.
    pub(super) chosen: Option<Venue>,
    /// How strongly each venue's country is tinted, 0 to 1.
    pub(super) tints: &'a [f64],
    /// While the map moves, the coast has no vignette: it costs more than all the rest.
    pub(super) moving: bool,
}

impl Base<'_> {
    /// The paths, in the order in which they are painted: land, parties, the venues' countries, lakes, borders, disputed lines, ways.
    fn paths(&self) -> Vec<String> {
        let frame = self.topology.map(|topology| topology.project(&self.camera));
        let text = |layers: &[Layer]| {
            let mut path = SvgPath::new(STEPS_PER_PX);
            if let Some(frame) = &frame {
                layers.iter().for_each(|layer| frame.draw(*layer, &mut path));
            }
            path.into_text()
        };
        let layer = |country: Country| Layer::Country(country.iso() as u16);
        let parties = self.corpus.countries().filter(|country| country.is_party()).map(layer);
        let mut all = vec![text(&[Layer::Land]), text(&parties.collect::<Vec<Layer>>())];
        all.extend(self.corpus.venues().map(|venue| text(&[layer(venue.country())])));
        all.extend([Layer::Lakes, Layer::Borders, Layer::Disputed].map(|layer| text(&[layer])));
        let mut ways = SvgPath::new(STEPS_PER_PX);
        if let Some(venue) = self.chosen {
            for place in self.corpus.places().filter(|place| place.is_reference()) {
                let places = line(place.lon_lat().into(), venue.lon_lat().into(), SEGMENTS);
                draw_line(&self.camera, &places, &mut ways);
            }
        }
        all.push(ways.into_text());
        all
    }

    /// Draws on the canvas; a browser that refuses a drawing context keeps the marks over an empty sea.
    pub(super) fn paint(&self, canvas: &HtmlCanvasElement) {
        let Some(context) = canvas.get_context("2d").ok().flatten() else { return };
        let Ok(context) = context.dyn_into::<CanvasRenderingContext2d>() else { return };
        let ratio = window().device_pixel_ratio().clamp(1.0, MAX_PIXEL_RATIO);
        let (width, height) = (self.camera.width_px(), self.camera.height_px());
        let (pixels_x, pixels_y) = ((width * ratio).round() as u32, (height * ratio).round() as u32);
        if (canvas.width(), canvas.height()) != (pixels_x, pixels_y) {
            canvas.set_width(pixels_x);
            canvas.set_height(pixels_y);
        }
        let colours = Palette::of_page();
        let unit = ratio / STEPS_PER_PX;
        // The six numbers are those of a plain scale; no browser refuses them.
        let _ = context.set_transform(unit, 0.0, 0.0, unit, 0.0, 0.0);
        context.set_line_join("round");
        context.set_fill_style_str(&colours.get("--sea"));
        context.fill_rect(0.0, 0.0, width * STEPS_PER_PX, height * STEPS_PER_PX);
        self.paint_paths(&context, &colours);
    }

    fn paint_paths(&self, context: &CanvasRenderingContext2d, colours: &Palette) {
        let paths: Vec<Path2d> =
            self.paths().iter().filter_map(|text| Path2d::new_with_path_string(text).ok()).collect();
        let [land, parties, countries @ .., lakes, borders, disputed, ways] = paths.as_slice() else {
            return;
        };
        let brush = Brush { context, colours };
        if !self.moving {
            brush.stroke(land, "--sea-near", 15.0, 0.0);
            brush.stroke(land, "--sea-coast", 6.0, 0.0);
        }
        brush.fill(land, "--land");
        brush.fill(parties, "--party");
        let names: Vec<String> = self.corpus.venues().map(|venue| ["--v-", venue.id()].concat()).collect();
        for ((country, name), tint) in countries.iter().zip(&names).zip(self.tints) {
            context.set_global_alpha(*tint);
            brush.fill(country, name);
        }
        context.set_global_alpha(1.0);
        brush.fill(lakes, "--sea");
        brush.stroke(borders, "--border", 0.8, 0.0);
        brush.stroke(disputed, "--border", 0.8, 3.0);
        brush.stroke(land, "--coast", 0.8, 0.0);
        for (at, venue) in self.corpus.venues().enumerate() {
            let (Some(country), Some(name), Some(&tint)) =
                (countries.get(at), names.get(at), self.tints.get(at))
            else {
                return;
            };
            if venue.kind() == VenueKind::Area {
                brush.stroke(country, name, 1.6, if tint > 0.0 { 0.0 } else { 2.5 });
                context.set_global_alpha(tint * HATCH);
                self.hatch(&brush, country, name);
                context.set_global_alpha(1.0);
            }
            if self.chosen == Some(venue) {
                brush.stroke(ways, name, 1.6, 3.0);
            }
        }
    }

    /// Hatches a path.
    fn hatch(&self, brush: &Brush<'_>, path: &Path2d, colour: &str) {
        let (width, height) = (self.camera.width_px() * STEPS_PER_PX, self.camera.height_px() * STEPS_PER_PX);
        let Ok(lines) = Path2d::new() else { return };
        let mut x = -height;
        while x < width {
            lines.move_to(x, height);
            lines.line_to(x + height, 0.0);
            x += HATCH_STEP_PX * STEPS_PER_PX;
        }
        brush.context.save();
        brush.context.clip_with_path_2d(path);
        brush.stroke(&lines, colour, 1.4, 0.0);
        brush.context.restore();
    }

    /// Draws the SVG, whose elements are the paths in their order.
    pub(super) fn trace(&self, svg: &Element) {
        let paths = svg.children();
        for (at, text) in self.paths().iter().enumerate() {
            if let Some(path) = paths.item(at as u32) {
                // The name and the value are plain text; no browser refuses them.
                let _ = path.set_attribute("d", text);
            }
        }
    }
}
