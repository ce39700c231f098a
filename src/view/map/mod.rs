//! The map: a base of land and sea, and over it one SVG of marks and labels. In the browser the base is a canvas; in the document,
//! which has none, a coarse outline. No opinion about state: it reads the selection and sends actions.

#[cfg(feature = "ssr")]
mod base;
mod marks;
mod surface;
mod things;

use std::rc::Rc;

use atlas::decimal::px;
use atlas::geo::{Camera, LonLat, ScaleBar, Topology, WORLD};
use atlas::layout::{Layout, WidthClass};
use atlas::model::Venue;
use atlas::state::{Action, Look, State, View, camera};
use atlas::words::{Key, distances, whereabouts};
use yew::prelude::*;

use crate::app::Layouts;
use crate::context::{Context, Shared};
use crate::view::icon_button;
use crate::view::writer::{Writer, class, joined, tag, word_if, written};
use surface::Surface;

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

/// The map.
#[component]
pub fn MapView(props: &MapProps) -> Html {
    let MapProps { context, state, view, layouts } = props;
    let fixed = use_memo((), |()| {
        // Bytes that do not decode leave marks, names and chips usable: the land is missing, nothing else.
        let land = Topology::decode(WORLD).ok();
        let told = |venue| distances(context.corpus, venue, land.as_ref(), &context.cat);
        let told = context.corpus.venues().map(told).collect::<Vec<String>>();
        (land.map(Shared::new), Shared::new(told))
    });
    let (land, told) = (fixed.0.as_ref(), &fixed.1);
    let live = layouts.len() == 1;
    let cameras: Vec<(Layout, Camera)> = layouts
        .iter()
        .map(|layout| (*layout, camera(context.corpus, state, layout, land.map(|land| &**land))))
        .collect();
    let map = match cameras.as_slice() {
        [(layout, camera)] if live => html! {
            <Surface
                context={context.clone()} state={state.clone()} view={view.clone()}
                camera={*camera} class={layout.class} topology={fixed.0.clone()} distances={told.clone()}
            />
        },
        _ => coarse(context, state, view, land, &cameras, told),
    };
    let said = cameras.first().filter(|_| live).and_then(|(_, camera)| moved(context, state, view, camera));
    written(context, |out| {
        out.el(tag!("section", "id": "pa-map", "class": "pa-map", "aria-label": Key::MapLabel), |out| {
            out.node(map);
            for (layout, camera) in &cameras {
                scale(out, layout, camera);
            }
            if land.is_none() {
                out.line(tag!("p", "class": "pa-no-land"), Key::MapNoLand);
            }
            out.line(tag!("p", "class": "pa-hidden", "role": "status"), said.unwrap_or_default());
            out.el(tag!("div", "class": "pa-zoom"), |out| {
                let zoom = |factor: f64| match cameras.first() {
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

/// The maps of the document, one for each width.
#[cfg(feature = "ssr")]
fn coarse(
    context: &Context,
    state: &State,
    view: &View,
    topology: Option<&Shared<Topology>>,
    cameras: &[(Layout, Camera)],
    distances: &[String],
) -> Html {
    let marks = |layout: &Layout, camera: &Camera| {
        let sight = things::Sight { camera, class: layout.class, topology };
        let marks = marks::Marks { state, sight, distances, tabbed: None };
        let things = things::things(context, state, view, &sight);
        written(context, |out| marks.draw(out, &things))
    };
    html! { <>
        { base::definitions(context.corpus, topology, cameras) }
        { for cameras.iter().map(|(layout, camera)| html! {
            <svg
                class={classes!("pa-map-svg", format!("pa-only-{}", layout.class.word()))}
                viewBox={format!("0 0 {} {}", atlas::decimal::px(camera.width_px()), atlas::decimal::px(camera.height_px()))}
            >
                { base::outline(context.corpus, camera, &tints(view, None)) }
                { marks(layout, camera) }
            </svg>
        }) }
    </> }
}

/// In the browser the width is known, and the map is live.
#[cfg(not(feature = "ssr"))]
fn coarse(
    _: &Context,
    _: &State,
    _: &View,
    _: Option<&Shared<Topology>>,
    _: &[(Layout, Camera)],
    _: &[String],
) -> Html {
    Html::default()
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
        out.leaf(tag!("path", "d": joined(&["M1 14V19H", &px(1.0 + bar.width_px), "V14"])));
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
