//! One drawing of the timeline as SVG, at one layout. No opinion about filters: what is not shown stays as a quiet dot.

use std::rc::Rc;

use atlas::date::Day;
use atlas::decimal::drawn;
use atlas::layout::Layout;
use atlas::model::{Corpus, Entry};
use atlas::state::{Action, Report, State, VenueFilter, View};
use atlas::timeline::{LaneOf, Lanes, Mark, Spacing, Tick, lanes, scale, ticks};
use atlas::words::Key;
use yew::prelude::*;

use super::as_of::{as_of, flag_words, line_px};
use super::axis::axis;
use super::frame::Frame;
use super::keys;
use super::labels::{Label, labels};
use super::lane::{Shown, lane_group};
use crate::context::{Context, Shared};
use crate::platform;
use crate::view::writer::{class, tag, word_if, written};

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

/// What happens to the drawing.
#[derive(Debug)]
pub(super) enum Message {
    /// The arrow keys have gone to a mark.
    Go(Entry),
    /// A press that is no mark's, at a place of the plot.
    Tap(f64, f64),
    /// What else follows a selection has been shown for a frame.
    Follow,
}

/// What the properties come to: where everything stands.
pub(super) struct Laid {
    pub(super) lanes: Rc<Lanes>,
    pub(super) frame: Frame,
    /// How every entry stands to what is asked for, by its row; `None` where it is left out.
    pub(super) reports: Vec<Option<Report>>,
    pub(super) open: Option<Entry>,
    pub(super) labels: Vec<Label>,
    pub(super) ticks: Vec<Tick>,
}

impl Laid {
    fn of(props: &DrawingProps, lanes: Rc<Lanes>) -> Self {
        let DrawingProps { context, state, view, layout, .. } = props;
        let asked_for = match state.venue {
            VenueFilter::All => None,
            VenueFilter::Venue(venue) => Some(LaneOf::Venue(venue)),
            VenueFilter::NoVenue => Some(LaneOf::NoVenue),
        };
        let frame = Frame::of(*layout, &lanes, asked_for);
        let mut reports: Vec<Option<Report>> = vec![None; context.corpus.entries().len()];
        for &(entry, report) in &view.shown {
            if let Some(slot) = reports.get_mut(entry.row() as usize) {
                *slot = Some(report);
            }
        }
        let open = view.open.and_then(|at| view.shown.get(at)).map(|&(entry, _)| entry);
        let labels = labels(context, &lanes, &frame, &reports, open, state.as_of());
        let room = if layout.timeline_px.0 < 500.0 { 54.0 } else { 64.0 };
        let ticks = ticks(&lanes.scale, room);
        Self { lanes, frame, reports, open, labels, ticks }
    }

    /// Whether an entry is asked for.
    pub(super) fn shows(&self, entry: Entry) -> bool {
        self.reports.get(entry.row() as usize).is_some_and(Option::is_some)
    }

    /// The mark that a press at a place of the plot means.
    fn near(&self, x: f64, y: f64) -> Option<Entry> {
        let at = self.frame.lane_at(y)?;
        let far = |mark: &Mark| (mark.x_px - x).hypot(self.frame.mark_y_px(at, mark) - y);
        let marks = self.lanes.lanes.get(at)?.marks.iter();
        let near = marks.filter(|mark| far(mark) <= NEAR_PX && self.shows(mark.entry));
        Some(near.reduce(|best, next| if far(next) < far(best) { next } else { best })?.entry)
    }
}

/// What the lanes hang on.
type Seen = (Layout, Spacing, Option<(Day, Day)>);

fn seen(props: &DrawingProps) -> Seen {
    (props.layout, props.state.spacing, props.state.seen)
}

fn laid_out(corpus: Corpus, (layout, spacing, seen): Seen) -> Rc<Lanes> {
    let width = layout.timeline_px.0 - layout.lane_names_px - layout.timeline_end_px;
    let whole = scale(corpus, width, layout.gap_px, spacing);
    let scale = match seen {
        Some(days) => whole.look_at(days),
        None => whole,
    };
    Rc::new(lanes(corpus, scale))
}

/// The drawing.
pub(super) struct Drawing {
    seen: Seen,
    laid: Rc<Laid>,
    svg: NodeRef,
    live: platform::LiveTimeline,
    /// Where the arrow keys have gone since this entry was opened.
    gone: Option<(Option<Entry>, Entry)>,
    /// The mark that was given the focus.
    focused: Option<Entry>,
    /// There while the drawing is behind its properties.
    behind: Option<Rc<platform::Waiting>>,
}

impl Drawing {
    /// Where the arrow keys have gone.
    fn gone_to(&self) -> Option<Entry> {
        self.gone.filter(|gone| gone.0 == self.laid.open && self.laid.shows(gone.1)).map(|gone| gone.1)
    }

    /// Lays out what the properties come to.
    fn follow(&mut self, props: &DrawingProps) {
        self.behind = None;
        let lanes = if seen(props) == self.seen {
            Rc::clone(&self.laid.lanes)
        } else {
            laid_out(props.context.corpus, seen(props))
        };
        self.seen = seen(props);
        self.laid = Rc::new(Laid::of(props, lanes));
    }
}

impl Component for Drawing {
    type Message = Message;
    type Properties = DrawingProps;

    fn create(ctx: &yew::Context<Self>) -> Self {
        let props = ctx.props();
        Self {
            seen: seen(props),
            laid: Rc::new(Laid::of(props, laid_out(props.context.corpus, seen(props)))),
            svg: NodeRef::default(),
            live: platform::LiveTimeline::default(),
            gone: None,
            focused: None,
            behind: None,
        }
    }

    fn update(&mut self, ctx: &yew::Context<Self>, message: Message) -> bool {
        match message {
            Message::Go(entry) => self.gone = Some((self.laid.open, entry)),
            Message::Follow => self.follow(ctx.props()),
            Message::Tap(x, y) => {
                if let Some(entry) = self.laid.near(x, y) {
                    ctx.props().context.dispatch.emit(Action::SelectEntry(entry));
                }
                return false;
            }
        }
        true
    }

    /// Dates are followed at once: what a gesture has moved stays where it was left. A selection is followed a frame later than by the
    /// answer, the map and the cards, which are seen the sooner.
    fn changed(&mut self, ctx: &yew::Context<Self>, old: &DrawingProps) -> bool {
        let dates = |props: &DrawingProps| (seen(props), props.state.period, props.state.as_of());
        if dates(ctx.props()) != dates(old) {
            self.follow(ctx.props());
            return true;
        }
        if self.behind.is_none() {
            let (waiting, link) = (Rc::default(), ctx.link().clone());
            platform::after_frame(&waiting, move || link.send_message(Message::Follow));
            self.behind = Some(waiting);
        }
        false
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let DrawingProps { context, state, layout, live, .. } = ctx.props();
        let laid = &self.laid;
        let stop = self.gone_to().or(laid.open);
        let (width, height) = (layout.timeline_px.0, laid.frame.height_px());
        let class = class(&["pa-timeline-svg", word_if(state.seen.is_some(), "pa-zoomed")]);
        let view_box = drawn("0 0 # #", &[width, height]);
        let drawing = tag!(
            "svg", "class": class, "viewBox": view_box, "width": width, "height": height, "role": "group",
            "aria-label": Key::TimelineHelp,
        );
        written(context, |out| {
            out.el(drawing, |out| {
                out.found_by(&self.svg);
                if *live {
                    let live = self.live.clone();
                    let gestures = Callback::from(move |event| live.follow(&event));
                    for name in platform::TIMELINE_GESTURES {
                        out.on(name, gestures.clone());
                    }
                }
                let shown = Shown { state, laid, stop, live: *live };
                // Keys on the handle and on the period's cross are theirs.
                out.el(tag!("g"), |out| {
                    if *live {
                        let (laid, dispatch, link) =
                            (laid.clone(), context.dispatch.clone(), ctx.link().clone());
                        let go = move |entry| link.send_message(Message::Go(entry));
                        out.on(
                            "keydown",
                            platform::on_key(move |key| keys::press(&laid, stop, &dispatch, &go, key)),
                        );
                    }
                    for (at, lane) in laid.lanes.lanes.iter().enumerate() {
                        lane_group(out, &shown, at, lane);
                    }
                });
                axis(out, state, laid);
                as_of(out, state, &laid.lanes, &laid.frame, *live);
            });
        })
    }

    fn rendered(&mut self, ctx: &yew::Context<Self>, _: bool) {
        let DrawingProps { context, state, layout, .. } = ctx.props();
        let gone_to = self.gone_to();
        if let Some(entry) = gone_to.filter(|_| self.focused != gone_to) {
            platform::focus_mark(&self.svg, entry.id());
        }
        self.focused = gone_to;
        let (link, words) = (ctx.link().clone(), context.clone());
        self.live.show(platform::TimelineSurface {
            svg: self.svg.clone(),
            as_of_px: line_px(state, &self.laid.lanes).0,
            scale: self.laid.lanes.scale.clone(),
            plot_from_px: layout.lane_names_px,
            axis_px: self.laid.frame.bottom_px(),
            surely: state.period.surely,
            words: Callback::from(move |on: Option<Day>| flag_words(&words, on)),
            act: context.dispatch.clone(),
            tap: Callback::from(move |(x, y)| link.send_message(Message::Tap(x, y))),
        });
    }
}
