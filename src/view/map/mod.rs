//! The map: a base of land and sea, and over it one SVG of marks and labels. In the browser the base is a canvas; in the document,
//! which has none, a coarse outline. No opinion about state: it reads the selection and sends actions.

#[cfg(feature = "ssr")]
mod base;
mod marks;
mod surface;
mod things;

use std::rc::Rc;

use atlas::decimal::drawn;
use atlas::geo::{Camera, LonLat, ScaleBar, Topology, WORLD};
use atlas::layout::{Layout, WidthClass};
use atlas::model::Venue;
use atlas::state::{Action, Look, State, View, camera};
use atlas::words::{Key, distances, whereabouts};
use yew::prelude::*;

use crate::app::Layouts;
use crate::context::{Context, Shared};
use crate::platform;
use crate::view::icon_button;
use crate::view::writer::{Writer, class, joined, tag, word_if, written};
use surface::surface;

/// Strength of the tint of a venue's country; of one that is not chosen.
const TINT: f64 = 0.2;
const QUIET_TINT: f64 = 0.08;
/// The scale bar is no longer than this.
const SCALE_PX: f64 = 80.0;
/// One press of a zoom button.
const ZOOM_STEP: f64 = 1.6;

/// Properties of [`MapView`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MapProps {
    /// Corpus, words, dispatch.
    pub context: Context,
    /// The state.
    pub state: Shared<State>,
    /// What it shows.
    pub view: Shared<View>,
    /// The layouts to draw.
    pub layouts: Rc<Layouts>,
}

/// What happens to the map.
#[derive(Debug)]
pub enum Message {
    /// This venue has the pointer or the focus now.
    Met(Option<Venue>),
}

/// The map.
pub struct MapView {
    land: Option<Shared<Topology>>,
    /// How far each venue is from where, in words.
    told: Vec<String>,
    cameras: Vec<(Layout, Camera)>,
    element: NodeRef,
    live: platform::LiveMap,
    /// The venue that has the pointer or the focus, and the last that had either.
    met: (Option<Venue>, Option<Venue>),
}

impl MapView {
    fn look(&mut self, props: &MapProps) {
        let MapProps { context, state, layouts, .. } = props;
        let camera = |layout| camera(context.corpus, state, layout, self.land.as_deref());
        self.cameras = layouts.iter().map(|layout| (*layout, camera(layout))).collect();
    }

    /// What is drawn where the width is known, and the map is live.
    fn surface(&self, props: &MapProps) -> Option<platform::MapSurface> {
        let [(_, camera)] = self.cameras.as_slice() else { return None };
        let (state, chosen) = (&props.state, props.state.venue.venue());
        Some(platform::MapSurface {
            element: self.element.clone(),
            corpus: props.context.corpus,
            camera: *camera,
            chosen,
            tints: tints(&props.view, chosen),
            theme: state.pins.theme.or(state.theme),
            topology: self.land.clone(),
        })
    }
}

impl Component for MapView {
    type Message = Message;
    type Properties = MapProps;

    fn create(ctx: &yew::Context<Self>) -> Self {
        let context = &ctx.props().context;
        // Bytes that do not decode leave marks, names and chips usable: the land is missing, nothing else.
        let land = Topology::decode(WORLD).ok();
        let told = |venue| distances(context.corpus, venue, land.as_ref(), &context.cat);
        let told = context.corpus.venues().map(told).collect();
        let dispatch = context.dispatch.clone();
        let settle = Callback::from(move |camera| dispatch.emit(Action::Settle(Look::of(&camera))));
        let mut map = Self {
            land: land.map(Shared::new),
            told,
            cameras: Vec::new(),
            element: NodeRef::default(),
            live: platform::LiveMap::new(settle),
            met: (None, None),
        };
        map.look(ctx.props());
        map
    }

    fn update(&mut self, _: &yew::Context<Self>, message: Message) -> bool {
        let Message::Met(venue) = message;
        let met = (venue, venue.or(self.met.1));
        std::mem::replace(&mut self.met, met) != met
    }

    fn changed(&mut self, ctx: &yew::Context<Self>, _: &MapProps) -> bool {
        self.look(ctx.props());
        true
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let MapProps { context, state, view, .. } = ctx.props();
        let land = self.land.as_ref();
        written(context, |out| {
            out.el(tag!("section", "id": "pa-map", "class": "pa-map", "aria-label": Key::MapLabel), |out| {
                let mut said = None;
                match self.cameras.as_slice() {
                    [(layout, camera)] => {
                        said = moved(context, state, view, camera);
                        let sight = things::Sight { camera, class: layout.class, topology: land };
                        let link = ctx.link().clone();
                        let meet = Callback::from(move |venue| link.send_message(Message::Met(venue)));
                        let live = self.live.clone();
                        let marks = marks::Marks { state, sight, distances: &self.told, tabbed: self.met.1 };
                        let gestures = Callback::from(move |event| live.follow(event));
                        surface(out, view, &marks, self.met.0, &self.element, gestures, meet);
                    }
                    cameras => coarse(out, state, view, land, cameras, &self.told),
                }
                for (layout, camera) in &self.cameras {
                    scale(out, layout, camera);
                }
                if land.is_none() {
                    out.line(tag!("p", "class": "pa-no-land"), Key::MapNoLand);
                }
                out.line(tag!("p", "class": "pa-hidden", "role": "status"), said.unwrap_or_default());
                out.el(tag!("div", "class": "pa-zoom"), |out| {
                    let zoom = |factor: f64| match self.cameras.first() {
                        Some((_, camera)) => {
                            let (x, y) = (camera.width_px() / 2.0, camera.height_px() / 2.0);
                            Action::Settle(Look::of(&camera.zoom_at(x, y, factor)))
                        }
                        None => Action::ResetLook,
                    };
                    icon_button(out, (Key::MapZoomIn, "M-6 0H6M0-6V6"), "", false, zoom(ZOOM_STEP));
                    icon_button(out, (Key::MapZoomOut, "M-6 0H6"), "", false, zoom(1.0 / ZOOM_STEP));
                    let reset = (Key::MapReset, "M-6-2V-6H-2M2-6H6V-2M6 2V6H2M-2 6H-6V2");
                    icon_button(out, reset, "", false, Action::ResetLook);
                });
                out.line(tag!("p", "class": "pa-cartouche"), Key::MapBoundaries);
            });
        })
    }

    fn rendered(&mut self, ctx: &yew::Context<Self>, _: bool) {
        if let Some(surface) = self.surface(ctx.props()) {
            self.live.show(surface);
        }
    }
}

/// The maps of the document, one for each width.
#[cfg(feature = "ssr")]
fn coarse(
    out: &mut Writer,
    state: &State,
    view: &View,
    topology: Option<&Shared<Topology>>,
    cameras: &[(Layout, Camera)],
    distances: &[String],
) {
    let context = out.context;
    out.node(base::definitions(context.corpus, topology, cameras));
    for (layout, camera) in cameras {
        let class = joined(&["pa-map-svg pa-only-", layout.class.word()]);
        let frame = drawn("0 0 # #", &[camera.width_px(), camera.height_px()]);
        out.el(tag!("svg", "class": class, "viewBox": frame), |out| {
            out.node(base::outline(context.corpus, camera, &tints(view, None)));
            let sight = things::Sight { camera, class: layout.class, topology };
            let marks = marks::Marks { state, sight, distances, tabbed: None };
            marks.draw(out, &things::things(context, state, view, &sight));
        });
    }
}

/// In the browser the width is known, and the map is live.
#[cfg(not(feature = "ssr"))]
fn coarse(
    _: &mut Writer,
    _: &State,
    _: &View,
    _: Option<&Shared<Topology>>,
    _: &[(Layout, Camera)],
    _: &[String],
) {
}

/// How strongly the country of each venue is tinted: not at all where no entry is left.
fn tints(view: &View, chosen: Option<Venue>) -> Vec<f64> {
    let tint = |&(venue, count): &(Venue, usize)| match chosen {
        _ if count == 0 => 0.0,
        Some(chosen) if chosen != venue => QUIET_TINT,
        _ => TINT,
    };
    view.venue_counts.iter().map(tint).collect()
}

/// The scale bar.
fn scale(out: &mut Writer, layout: &Layout, camera: &Camera) {
    let cat = &out.context.cat;
    let bar = ScaleBar::fitting(camera.km_per_px(), SCALE_PX);
    let inside = word_if(layout.class != WidthClass::Narrow, "pa-scale-in");
    let only = joined(&["pa-only-", layout.class.word()]);
    let class = class(&["pa-scale", inside, &only]);
    out.el(tag!("svg", "class": class, "width": "132", "height": "22", "aria-hidden": "true"), |out| {
        out.leaf(tag!("path", "d": drawn("M1 14V19H#V14", &[1.0 + bar.width_px])));
        let km = cat.fill(Key::Kilometres, &[("n", &cat.number(bar.km as usize))]);
        out.line(tag!("text", "x": bar.width_px + 7.0, "y": "19"), km);
    });
}

/// Where the reader has moved the map, in a few words; nothing where it follows the selection, which the answer tells of.
fn moved(context: &Context, state: &State, view: &View, camera: &Camera) -> Option<String> {
    state.look?;
    let cat = &context.cat;
    let seen = view.venue_counts.iter().map(|(venue, _)| *venue);
    let seen = seen.filter(|venue| camera.shows(camera.forward(LonLat::from(venue.lon_lat()).into())));
    let seen: Vec<&str> = seen.map(|venue| venue.short().in_language(cat.language())).collect();
    let seen = match seen.as_slice() {
        [] => cat.get(Key::MapNoneInView).to_owned(),
        seen => cat.list(Key::ListAnd, seen),
    };
    let place = whereabouts(context.corpus, camera.centre(), cat);
    Some(cat.fill(Key::MapMoved, &[("where", &place), ("venues", &seen)]))
}
