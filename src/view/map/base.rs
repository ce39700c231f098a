//! The base map of the static document: coarse outlines, once, scaled for each width. No opinion about marks.

use atlas::decimal::{decimal, px};
use atlas::geo::{Camera, Outline, Topology};
use atlas::layout::Layout;
use atlas::model::{Corpus, VenueKind};
use yew::prelude::*;

use crate::context::Shared;
use crate::view::venue_word;

/// Size of the outline's own frame, in the scale of the widest: what any container up to 1900 px shows of it, at each scale.
const FRAME_PX: (f64, f64) = (1400.0, 590.0);
/// No point of the outline is farther than this from its place.
const TOLERANCE_PX: f32 = 1.7;

/// The outlines, to be used by [`outline`].
pub(super) fn definitions(
    corpus: Corpus,
    topology: Option<&Shared<Topology>>,
    cameras: &[(Layout, Camera)],
) -> Html {
    let (Some(topology), Some((_, finest))) = (topology, cameras.last()) else { return Html::default() };
    let camera = Camera::new(finest.centre(), finest.km_per_px(), FRAME_PX.0, FRAME_PX.1);
    // Only what is filled on its own: the venues' countries and the parties to the war.
    let venues = corpus.venues().map(|venue| venue.country());
    let mut filled: Vec<u16> =
        venues.chain(corpus.countries().filter(|c| c.is_party())).map(|c| c.iso() as u16).collect();
    filled.sort_unstable();
    filled.dedup();
    let outline = Outline::of(topology, &camera, TOLERANCE_PX, &filled);
    let countries = outline.countries.iter();
    html! {
        <svg class="pa-hidden" width="0" height="0" aria-hidden="true">
            <defs>
                <path id="pa-land" d={outline.land.clone()} />
                <path id="pa-lakes" d={outline.lakes.clone()} />
                <path id="pa-borders" d={outline.borders.clone()} />
                <path id="pa-disputed" d={outline.disputed.clone()} />
                { for countries.map(|c| html! { <path key={c.iso} id={format!("pa-country-{}", c.iso)} d={c.path.clone()} /> }) }
                <pattern id="pa-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path class="pa-hatch" d="M0 0V6" />
                </pattern>
            </defs>
        </svg>
    }
}

/// The outlines as one camera sees them. The cameras of the document differ in scale alone.
pub(super) fn outline(corpus: Corpus, camera: &Camera, tints: &[f64]) -> Html {
    let (_, _, finest) = corpus.first_view();
    let scale = finest / camera.km_per_px();
    let (x, y) = (camera.width_px() / 2.0, camera.height_px() / 2.0);
    let transform = format!(
        "translate({} {}) scale({}) translate({} {})",
        px(x),
        px(y),
        decimal(scale, 4),
        px(-FRAME_PX.0 / 2.0),
        px(-FRAME_PX.1 / 2.0)
    );
    let tinted = corpus.venues().zip(tints).filter(|(_, tint)| **tint > 0.0).map(|(venue, _)| {
        let href = format!("#pa-country-{}", venue.country().iso());
        let area = venue.kind() == VenueKind::Area;
        html! { <>
            <use class={classes!("pa-tint", venue_word(Some(venue)))} href={href.clone()} />
            if area {
                <use class={classes!("pa-area", venue_word(Some(venue)))} href={href} />
            }
        </> }
    });
    let parties = corpus.countries().filter(|country| country.is_party()).map(|country| {
        html! { <use class="pa-party" href={format!("#pa-country-{}", country.iso())} /> }
    });
    html! { <>
        <g {transform}>
            <use class="pa-vignette pa-vignette-far" href="#pa-land" />
            <use class="pa-vignette pa-vignette-near" href="#pa-land" />
            <use class="pa-land" href="#pa-land" />
            { for parties }
            { for tinted }
            <use class="pa-lake" href="#pa-lakes" />
            <use class="pa-border" href="#pa-borders" />
            <use class="pa-disputed" href="#pa-disputed" />
        </g>
    </> }
}
