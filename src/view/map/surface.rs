//! The live map: a canvas below, the marks above, and the gestures. While a gesture runs, the camera lives here and moves canvas and
//! marks once per animation frame, without the reducer; when it comes to rest, the view is dispatched once.
//! No opinion about where the map looks without a gesture.

use atlas::decimal::px;
use atlas::geo::{Camera, Topology};
use atlas::state::{Action, State, View};
use atlas::words::Key;
use yew::prelude::*;

use super::{look, marks};
use crate::context::{Context, Shared};
use crate::platform;

/// One press of an arrow key moves the map by this.
const ARROW_PX: f64 = 60.0;

/// Properties of [`Surface`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct SurfaceProps {
    /// Corpus, words, dispatch.
    pub(super) context: Context,
    /// The state.
    pub(super) state: Shared<State>,
    /// What it shows.
    pub(super) view: Shared<View>,
    /// Where the map looks.
    pub(super) camera: Camera,
    /// The land, if its bytes could be read.
    pub(super) topology: Option<Shared<Topology>>,
}

/// The live map.
#[component]
pub(super) fn Surface(props: &SurfaceProps) -> Html {
    let SurfaceProps { context, state, view, camera, topology } = props.clone();
    let canvas = use_node_ref();
    let overlay = use_node_ref();
    let settle = context.dispatch.reform(|camera: Camera| Action::Settle(look(&camera)));
    let gestures = platform::use_map(platform::MapSurface {
        canvas: canvas.clone(),
        overlay: overlay.clone(),
        corpus: context.corpus,
        camera,
        venue: state.venue,
        theme: state.pins.theme.or(state.theme),
        topology,
        settle: settle.clone(),
    });
    let onkeydown = {
        let reset = context.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let (x, y) = (camera.width_px() / 2.0, camera.height_px() / 2.0);
            let moved = match event.key().as_str() {
                "ArrowLeft" => camera.pan(ARROW_PX, 0.0),
                "ArrowRight" => camera.pan(-ARROW_PX, 0.0),
                "ArrowUp" => camera.pan(0.0, ARROW_PX),
                "ArrowDown" => camera.pan(0.0, -ARROW_PX),
                "+" | "=" => camera.zoom_at(x, y, super::ZOOM_STEP),
                "-" => camera.zoom_at(x, y, 1.0 / super::ZOOM_STEP),
                "0" => {
                    event.prevent_default();
                    return reset.emit(Action::ResetLook);
                }
                _ => return,
            };
            event.prevent_default();
            settle.emit(moved);
        })
    };
    html! {
        <div
            class="pa-surface" tabindex="0" role="group" aria-label={context.say(Key::MapHelp)} {onkeydown}
            onpointerdown={gestures.down} onpointermove={gestures.moved} onpointerup={gestures.up.clone()}
            onpointercancel={gestures.up} onwheel={gestures.wheel}
        >
            <canvas ref={canvas} class="pa-canvas" aria-hidden="true"></canvas>
            <svg
                ref={overlay} class="pa-map-svg"
                viewBox={format!("0 0 {} {}", px(camera.width_px()), px(camera.height_px()))}
            >
                { marks::marks(&context, &state, &view, &camera) }
            </svg>
        </div>
    }
}
