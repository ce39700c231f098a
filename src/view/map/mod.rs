//! The map: a base of land and sea, and over it one SVG of marks and labels. In the browser the base is a canvas; in the document,
//! which has none, a coarse outline. No opinion about state: it reads the selection and sends actions.

#[cfg(feature = "ssr")]
mod base;
mod marks;
mod surface;

use std::rc::Rc;

use atlas::geo::{Camera, LonLat, Topology, WORLD};
use atlas::layout::Layout;
use atlas::model::{Corpus, VenueKind};
use atlas::state::{Action, Look, State, VenueFilter, View};
use atlas::words::Key;
use yew::prelude::*;

use crate::app::Layouts;
use crate::context::{Context, Shared};
use surface::Surface;

/// How much closer the map looks at a chosen city.
const CLOSER: f64 = 0.6;
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
    // Bytes that do not decode leave marks, names and chips usable: the land is missing, nothing else.
    let topology = use_memo((), |()| Topology::decode(WORLD).ok().map(Shared::new));
    let live = layouts.len() == 1;
    let cameras: Vec<(Layout, Camera)> =
        layouts.iter().map(|layout| (*layout, camera(context.corpus, state, layout))).collect();
    let zoom = |factor: f64, key: Key, path: &'static str| {
        let dispatch = context.dispatch.clone();
        let camera = cameras.first().map(|(_, camera)| *camera);
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(camera) = camera {
                let (x, y) = (camera.width_px() / 2.0, camera.height_px() / 2.0);
                dispatch.emit(Action::Settle(look(&camera.zoom_at(x, y, factor))));
            }
        });
        button(context, key, path, onclick)
    };
    html! {
        <section id="pa-map" class="pa-map" aria-label={context.say(Key::MapLabel)}>
            if live {
                { for cameras.iter().map(|(_, camera)| html! {
                    <Surface
                        context={context.clone()} state={state.clone()} view={view.clone()}
                        camera={*camera} topology={(*topology).clone()}
                    />
                }) }
            } else {
                { coarse(context, state, view, topology.as_ref().as_ref(), &cameras) }
            }
            <div class="pa-zoom">
                { zoom(ZOOM_STEP, Key::MapZoomIn, "M-6 0H6M0-6V6") }
                { zoom(1.0 / ZOOM_STEP, Key::MapZoomOut, "M-6 0H6") }
                { button(context, Key::MapReset, "M-6-2V-6H-2M2-6H6V-2M6 2V6H2M-2 6H-6V2", context.on(|| Action::ResetLook)) }
            </div>
            <p class="pa-cartouche">{ context.say(Key::MapBoundaries) }</p>
        </section>
    }
}

/// The maps of the document, one for each width.
#[cfg(feature = "ssr")]
fn coarse(
    context: &Context,
    state: &State,
    view: &View,
    topology: Option<&Shared<Topology>>,
    cameras: &[(Layout, Camera)],
) -> Html {
    html! { <>
        { base::definitions(context.corpus, topology, cameras) }
        { for cameras.iter().map(|(layout, camera)| html! {
            <svg
                class={classes!("pa-map-svg", format!("pa-only-{}", layout.class.word()))}
                viewBox={format!("0 0 {} {}", atlas::decimal::px(camera.width_px()), atlas::decimal::px(camera.height_px()))}
            >
                { base::outline(context.corpus, camera) }
                { marks::marks(context, state, view, camera) }
            </svg>
        }) }
    </> }
}

/// In the browser the width is known, and the map is live.
#[cfg(not(feature = "ssr"))]
fn coarse(_: &Context, _: &State, _: &View, _: Option<&Shared<Topology>>, _: &[(Layout, Camera)]) -> Html {
    Html::default()
}

fn button(context: &Context, key: Key, path: &'static str, onclick: Callback<MouseEvent>) -> Html {
    let label = context.say(key);
    html! {
        <button type="button" aria-label={label.clone()} title={label} {onclick}>
            <svg class="pa-icon" viewBox="-8 -8 16 16" aria-hidden="true"><path d={path} /></svg>
        </button>
    }
}

/// Where the map looks: where the reader moved it, else at the chosen venue, else at the whole.
fn camera(corpus: Corpus, state: &State, layout: &Layout) -> Camera {
    let (width, height) = layout.map_px;
    let (lon, lat, km_per_px) = corpus.first_view();
    let whole = km_per_px * layout.map_scale;
    match (state.look, state.venue) {
        (Some(look), _) => {
            Camera::new(LonLat::new(look.lon_deg, look.lat_deg), look.km_per_px, width, height)
        }
        (None, VenueFilter::Venue(venue)) => {
            let (lon, lat) = venue.lon_lat();
            let closer = if venue.kind() == VenueKind::City { CLOSER } else { CLOSER * 0.8 };
            Camera::new(LonLat::new(lon, lat), whole * closer, width, height)
        }
        _ => Camera::new(LonLat::new(lon, lat), whole, width, height),
    }
}

fn look(camera: &Camera) -> Look {
    let centre = camera.centre();
    Look { lon_deg: centre.lon_deg, lat_deg: centre.lat_deg, km_per_px: camera.km_per_px() }
}
