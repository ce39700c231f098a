//! One drawing of the timeline as SVG, at one layout. No opinion about filters: what is not shown stays as a quiet dot.

use std::rc::Rc;

use atlas::date::Day;
use atlas::decimal::px;
use atlas::layout::Layout;
use atlas::model::Entry;
use atlas::state::{Action, Report, State, VenueFilter, View};
use atlas::timeline::{Mark, lanes, scale};
use atlas::words::Key;
use yew::prelude::*;

use super::as_of::{as_of, flag_words};
use super::axis::axis;
use super::frame::Frame;
use super::keys;
use super::labels::labels;
use super::lane::{Shown, lane_group};
use crate::context::{Context, Shared};
use crate::platform;
use crate::view::writer::{class, joined, tag, word_if, written};

/// A press that is no mark's is that of the nearest one, if that is not farther than this.
const NEAR_PX: f64 = 24.0;

/// Properties of [`Drawing`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct DrawingProps {
    pub(super) context: Context,
    pub(super) state: Shared<State>,
    pub(super) view: Shared<View>,
    pub(super) layout: Layout,
    /// Whether marks are pressed; in the document they are links into the record.
    pub(super) live: bool,
}

/// The drawing.
#[component]
pub(super) fn Drawing(props: &DrawingProps) -> Html {
    let DrawingProps { context, state, view, layout, live } = props;
    let looked = (context.corpus, *layout, state.spacing, state.seen);
    let laid = use_memo(looked, |(corpus, layout, spacing, seen)| {
        let width = layout.timeline_px.0 - layout.lane_names_px - layout.timeline_end_px;
        let whole = scale(*corpus, width, layout.gap_px, *spacing);
        lanes(*corpus, seen.map_or_else(|| whole.clone(), |days| whole.look_at(days)))
    });
    let svg = use_node_ref();
    let frame = Rc::new(Frame::of(*layout, &laid, state.venue == VenueFilter::NoVenue));
    let mut reports: Vec<Option<Report>> = vec![None; context.corpus.entries().len()];
    for &(entry, report) in &view.shown {
        if let Some(slot) = reports.get_mut(entry.row() as usize) {
            *slot = Some(report);
        }
    }
    let reports = Rc::new(reports);
    let shown = {
        let reports = Rc::clone(&reports);
        move |entry: Entry| reports.get(entry.row() as usize).is_some_and(Option::is_some)
    };
    let open = view.open.and_then(|at| view.shown.get(at)).map(|&(entry, _)| entry);
    // Where the arrow keys have gone since the open entry was opened.
    let gone = use_state(|| None::<(Option<Entry>, Entry)>);
    let gone_to = gone.filter(|gone| gone.0 == open && shown(gone.1)).map(|gone| gone.1);
    let stop = gone_to.or(open);
    platform::use_focus_mark(svg.clone(), gone_to.map(|entry| entry.id()));

    let tap = {
        let (laid, frame, shown, dispatch) =
            (Rc::clone(&laid), Rc::clone(&frame), shown.clone(), context.dispatch.clone());
        Callback::from(move |(x, y): (f64, f64)| {
            let lane = frame.lane_at(y).and_then(|at| laid.lanes.get(at));
            let far = |mark: &Mark| (mark.x_px - x).abs();
            let marks = lane.into_iter().flat_map(|lane| &lane.marks);
            let near = marks.filter(|mark| far(mark) <= NEAR_PX && shown(mark.entry));
            if let Some(mark) = near.reduce(|best, next| if far(next) < far(best) { next } else { best }) {
                dispatch.emit(Action::SelectEntry(mark.entry));
            }
        })
    };
    let gestures = platform::use_timeline(platform::TimelineSurface {
        svg: svg.clone(),
        scale: laid.scale.clone(),
        plot_from_px: layout.lane_names_px,
        axis_px: frame.bottom_px(),
        surely: state.period.surely,
        words: {
            let context = context.clone();
            Callback::from(move |on: Option<Day>| flag_words(&context, on))
        },
        act: context.dispatch.clone(),
        tap,
    });
    let keydown = {
        let (laid, shown, dispatch) = (Rc::clone(&laid), shown.clone(), context.dispatch.clone());
        platform::on_key(move |key| {
            keys::press(&laid, stop, &shown, &dispatch, &|entry| gone.set(Some((open, entry))), key)
        })
    };

    let labels = labels(context, &laid, &frame, &reports, open);
    let all = Shown { state, frame: &frame, reports: &reports, open, stop, labels: &labels, live: *live };
    let (width, height) = (px(layout.timeline_px.0), px(frame.height_px()));
    let class = class(&["pa-timeline-svg", word_if(state.seen.is_some(), "pa-zoomed")]);
    let view_box = joined(&["0 0 ", &width, " ", &height]);
    let drawing = tag!(
        "svg", "class": class, "viewBox": view_box, "width": width, "height": height, "role": "group",
        "aria-label": Key::TimelineHelp,
    );
    written(context, |out| {
        out.el(drawing, |out| {
            out.found_by(&svg);
            if *live {
                out.on("keydown", keydown);
                for (event, follow) in gestures {
                    out.on(event, follow);
                }
            }
            for (at, lane) in laid.lanes.iter().enumerate() {
                lane_group(out, &all, at, lane, laid.scale.width_px());
            }
            axis(out, state, &laid, &frame);
            as_of(out, state, &laid, &frame, *live);
        });
    })
}
