//! The keys of the timeline: arrows from mark to mark, plus and minus to zoom. No opinion about what a mark does when it is pressed.

use atlas::model::Entry;
use atlas::state::Action;
use atlas::timeline::Toward;
use yew::prelude::Callback;

use super::drawing::Laid;

/// One press of plus.
pub(super) const ZOOM_STEP: f64 = 1.6;

/// What a key does while the mark of `at` has the focus: zooms, or goes to another mark, which is brought into sight.
/// Whether the key was taken.
pub(super) fn press(
    laid: &Laid,
    at: Option<Entry>,
    dispatch: &Callback<Action>,
    go: &dyn Fn(Entry),
    key: &str,
) -> bool {
    let lanes = &laid.lanes;
    // What has the focus stays where it is.
    let place = at.and_then(|at| lanes.find(at)).map(|(_, mark)| mark.x_px);
    let x = place.unwrap_or(lanes.scale.width_px() / 2.0);
    let about = |factor: f64| Action::LookAt(lanes.scale.zoom_at(x, factor).seen());
    let zoom = |action: Action| {
        dispatch.emit(action);
        true
    };
    let toward = match key {
        "+" | "=" => return zoom(about(ZOOM_STEP)),
        "-" => return zoom(about(1.0 / ZOOM_STEP)),
        "0" => return zoom(Action::LookAt(None)),
        "ArrowLeft" => Toward::Left,
        "ArrowRight" => Toward::Right,
        "ArrowUp" => Toward::Up,
        "ArrowDown" => Toward::Down,
        "Home" => Toward::Home,
        "End" => Toward::End,
        _ => return false,
    };
    if let Some(mark) = at.and_then(|at| lanes.step(at, toward, &|entry| laid.shows(entry))) {
        let width = lanes.scale.width_px();
        if !(0.0..=width).contains(&mark.x_px) {
            dispatch.emit(Action::LookAt(lanes.scale.pan(width / 2.0 - mark.x_px).seen()));
        }
        go(mark.entry);
    }
    // At the end of a lane too: the page does not scroll by the same key that has just gone from mark to mark.
    true
}
