//! One lane: its ground, its name, and its marks or, where they are too many, a strip of counts. No opinion about where it stands.

use atlas::decimal::drawn;
use atlas::layout::WidthClass;
use atlas::model::Entry;
use atlas::state::{Report, State, VenueFilter};
use atlas::timeline::{Lane, LaneOf, Mark};
use atlas::words::Key;

use super::clip;
use super::drawing::Laid;
use super::frame::LANE_PAD_PX;
use super::mark::{Look, mark_group, time};
use crate::view::venue_word;
use crate::view::writer::{Writer, class, tag, word_if};

/// Width of a bar of a strip, with the room beside it.
const DENSE_BIN_PX: f64 = 4.0;

/// The name of a lane less high than this is written smaller.
const THIN_PX: f64 = 17.0;

/// What all lanes share.
pub(super) struct Shown<'a> {
    pub(super) state: &'a State,
    pub(super) laid: &'a Laid,
    /// The mark that Tab leads to.
    pub(super) stop: Option<Entry>,
    pub(super) live: bool,
}

/// Lane number `at`.
pub(super) fn lane_group(out: &mut Writer, all: &Shown, at: usize, lane: &Lane) {
    let Shown { state, laid, .. } = all;
    let (frame, plot_px) = (&laid.frame, laid.lanes.scale.width_px());
    let cat = &out.context.cat;
    let (top, tall) = frame.lane_px(at);
    let (venue, filter, id, name) = match lane.of {
        LaneOf::Venue(venue) => {
            let name = venue.short().in_language(cat.language());
            (Some(venue), VenueFilter::Venue(venue), venue.id(), name)
        }
        LaneOf::NoVenue => {
            let wide = frame.layout.class == WidthClass::Wide;
            let name = if wide { Key::NoVenue } else { Key::TimelineNoVenue };
            (None, VenueFilter::NoVenue, "none", cat.get(name))
        }
    };
    let chosen = state.venue == filter;
    let quiet = !chosen && state.venue != VenueFilter::All;
    let words = [
        "pa-lane",
        &venue_word(venue),
        word_if(at % 2 == 1, "pa-odd"),
        word_if(chosen, "pa-chosen"),
        word_if(quiet, "pa-other"),
        word_if(tall < THIN_PX, "pa-thin"),
    ];
    let group = tag!("g", "class": class(&words), "data-lane": id, "aria-current": chosen.then_some("true"));
    out.el(group, |out| {
        out.key(id);
        let width = frame.layout.timeline_px.0;
        out.leaf(tag!("rect", "class": "pa-lane-ground", "y": top, "width": width, "height": tall));
        out.leaf(tag!("rect", "class": "pa-lane-edge", "y": top + 1.0, "width": "4", "height": tall - 2.0));
        let label = tag!("text", "class": "pa-lane-name", "x": "11", "y": top + tall / 2.0, "dy": ".35em");
        out.line(label, name.to_owned());
        clip(out, frame, |out| {
            out.el(tag!("g", "class": "pa-moves"), |out| {
                let lines = laid.ticks.iter().map(|tick| drawn("M# #v#", &[tick.x_px, top, tall]));
                out.leaf(tag!("path", "class": "pa-tick", "d": lines.collect::<String>()));
                let dense = frame.is_dense(at);
                if dense {
                    let bars = density(lane, &laid.reports, plot_px, (top, tall));
                    out.el(tag!("path", "class": "pa-density", "d": bars), |out| {
                        out.line(tag!("title"), Key::TimelineCounts);
                    });
                }
                let look = |mark: &Mark| Look {
                    report: laid.reports.get(mark.entry.row() as usize).copied().flatten(),
                    open: laid.open == Some(mark.entry),
                    stop: all.stop == Some(mark.entry),
                    row_px: frame.row_px,
                    label: laid.labels.iter().find(|label| label.entry == mark.entry),
                    live: all.live,
                };
                // Of too many marks the open one stands out, and the one that has the focus; the others are counted.
                let near = lane.marks.iter().map(|mark| (mark, look(mark))).filter(|(mark, look)| {
                    let near = (-plot_px..=2.0 * plot_px).contains(&mark.x_px);
                    look.open || look.stop || (!dense && near)
                });
                let near: Vec<(&Mark, Look)> = near.collect();
                // Times lie behind all glyphs of the lane.
                out.el(tag!("g"), |out| {
                    for (mark, look) in near.iter().filter(|(_, look)| look.report.is_some()) {
                        time(out, mark, frame.mark_y_px(at, mark), look);
                    }
                });
                out.el(tag!("g"), |out| {
                    for (mark, look) in &near {
                        mark_group(out, mark, frame.mark_y_px(at, mark), look);
                    }
                });
            });
        });
    });
}

/// A strip of counts: one bar for every few pixels, as high as what is shown there is many.
fn density(lane: &Lane, reports: &[Option<Report>], plot_px: f64, (top, tall): (f64, f64)) -> String {
    let is_shown = |mark: &&Mark| reports.get(mark.entry.row() as usize).is_some_and(Option::is_some);
    // From one width before what is seen to one width after.
    let mut counts: Vec<usize> = vec![0; (3.0 * plot_px / DENSE_BIN_PX) as usize + 1];
    for mark in lane.marks.iter().filter(is_shown) {
        let bin = ((mark.x_px + plot_px) / DENSE_BIN_PX).floor();
        if let Some(count) = counts.get_mut(if bin < 0.0 { usize::MAX } else { bin as usize }) {
            *count += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(1) as f64;
    let bottom = top + tall - LANE_PAD_PX / 2.0;
    let mut bars = String::new();
    for (bin, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let x = (bin as f64 + 0.5) * DENSE_BIN_PX - plot_px;
        let bar = -(tall - LANE_PAD_PX) * (count as f64 / most).sqrt();
        bars.push_str(&drawn("M# #v#", &[x, bottom, bar]));
    }
    bars
}
