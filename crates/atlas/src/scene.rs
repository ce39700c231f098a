//! What stands where over the base map: marks, what is behind a mark, pointers at the edge to what is out of view, and labels.
//!
//! CSS pixels of a view's frame, y down. The same items and the same view give the same scene; nothing is remembered. It puts `geo` and
//! `labels` together, and has no opinion about what a mark looks like, which words it carries, or what a press on it does.

use crate::geo::{Camera, Point};
use crate::labels::{Label, Rect, Request, Side};

/// Labels and pointers keep this distance from the edge of the map.
const EDGE_PX: f64 = 4.0;
/// What a pointer takes beside its name: the arrow and the room around both.
const ARROW_PX: f64 = 30.0;
/// A label that is led to its city stands this much farther off.
const REACH_PX: f64 = 22.0;
/// Two discs that overlap keep this distance, or one of them goes behind the other.
const APART_PX: f64 = 4.0;
/// A pointer at the edge stands inside it by more than sums are off.
const ROUNDING_PX: f64 = 0.5;
/// A pointer that is in the way of another moves on by this, so often at the most.
const STEP_PX: f64 = 4.0;
const STEPS: i32 = 120;

/// What wants to be on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A disc; where discs would overlap, the less important goes behind.
    City,
    /// An area, told by its name.
    Area,
    /// A small mark that gives way to names that are more important; out of view it is waited for at the edge, or it is not.
    Town {
        /// Whether it is.
        awaited: bool,
    },
    /// Words alone.
    Words,
}

/// How it stands on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Role {
    /// At its place.
    Mark,
    /// Out of view: in this direction, degrees clockwise from the right, and this wide.
    Pointer {
        /// Direction.
        turn_deg: f64,
        /// Width of the whole.
        width_px: f64,
    },
    /// Behind the mark of the item of this number.
    Behind(usize),
    /// Not at all.
    Absent,
}

/// One of them, of whatever kind: what it wants, and where it was put.
#[derive(Clone, Debug, PartialEq)]
pub struct Item<T> {
    /// What the caller knows it by.
    pub of: T,
    /// What it is.
    pub what: What,
    /// Half of its mark.
    pub radius_px: f64,
    /// Width and height of its name.
    pub name_px: (f64, f64),
    /// Width and height of what stands under the name where there is room for it.
    pub strip_px: (f64, f64),
    /// Width of its name in a pointer.
    pub pointer_px: f64,
    /// The middle of the mark or of the pointer.
    pub at: Point,
    /// How it stands there.
    pub role: Role,
    /// Its name, as seen from `at`; a pointer has its name within.
    pub label: Option<Label>,
    /// Whether the strip under the name found room.
    pub strip: bool,
}

impl<T> Item<T> {
    /// Something at a place that is not yet on the map; without names and strip.
    pub fn new(of: T, what: What, radius_px: f64, at: Point) -> Self {
        let (name_px, strip_px, pointer_px) = ((0.0, 0.0), (0.0, 0.0), 0.0);
        Self {
            of,
            what,
            radius_px,
            name_px,
            strip_px,
            pointer_px,
            at,
            role: Role::Absent,
            label: None,
            strip: false,
        }
    }

    /// The box of its mark.
    pub fn mark(&self) -> Rect {
        Rect::around(self.at.x_px, self.at.y_px, self.radius_px, self.radius_px)
    }
}

/// Gives every item its place, the most important first; each comes with where its place falls in the view. What is taken already, such
/// as by buttons, stays free; so do the lowest `foot_px` of the frame. No two targets are nearer to each other than `target_px`.
pub fn scene<T>(camera: &Camera, items: &mut [Item<T>], mut taken: Vec<Rect>, foot_px: f64, target_px: f64) {
    let frame = Rect {
        left: EDGE_PX,
        top: EDGE_PX,
        right: camera.width_px() - EDGE_PX,
        bottom: camera.height_px() - foot_px.max(EDGE_PX),
    };
    // Discs are where they are; all else gives way to them.
    for at in 0..items.len() {
        let (before, rest) = items.split_at_mut(at);
        let Some(item) = rest.first_mut().filter(|item| camera.shows(item.at)) else { continue };
        item.role = Role::Mark;
        if item.what == What::City {
            match behind(item, before, target_px) {
                Some(lead) => item.role = Role::Behind(lead),
                None => taken.push(item.mark()),
            }
        }
    }
    for item in items.iter_mut() {
        let awaited = !matches!(item.what, What::Words | What::Town { awaited: false });
        if item.role == Role::Absent && awaited {
            wait(item, camera, &mut taken, &frame, target_px);
        }
    }
    for item in items.iter_mut().filter(|item| item.role == Role::Mark) {
        if let What::Town { .. } = item.what {
            let mark = item.mark();
            if taken.iter().any(|other| other.intersects(&mark)) {
                item.role = Role::Absent;
                continue;
            }
            taken.push(mark);
        }
        name(item, &mut taken, &frame);
    }
}

/// The city before this one that it would overlap.
fn behind<T>(item: &Item<T>, before: &[Item<T>], target_px: f64) -> Option<usize> {
    before.iter().position(|other| {
        let apart = (item.radius_px + other.radius_px + APART_PX).max(target_px);
        other.what == What::City
            && other.role == Role::Mark
            && (other.at.x_px - item.at.x_px).hypot(other.at.y_px - item.at.y_px) < apart
    })
}

/// Puts a pointer at the edge, and on along it where it would stand on another.
fn wait<T>(item: &mut Item<T>, camera: &Camera, taken: &mut Vec<Rect>, frame: &Rect, target_px: f64) {
    let width_px = item.pointer_px + ARROW_PX;
    let (w, h) = (width_px / 2.0, target_px / 2.0);
    let edge = camera.edge(item.at, w + EDGE_PX + ROUNDING_PX, h + EDGE_PX + ROUNDING_PX);
    let turn_deg =
        (item.at.y_px - camera.height_px() / 2.0).atan2(item.at.x_px - camera.width_px() / 2.0).to_degrees();
    let aside = (edge.x_px - camera.width_px() / 2.0).abs()
        > camera.width_px() / 2.0 - w - EDGE_PX - 2.0 * ROUNDING_PX;
    for step in 0..2 * STEPS {
        // Nowhere, a step on, a step back, two steps on, ...; where there is no room along the edge, inwards.
        let along = step % STEPS;
        let by = f64::from((along + 1) / 2 * if along % 2 == 0 { -1 } else { 1 }) * STEP_PX;
        let (x_px, y_px) =
            if aside == (step < STEPS) { (edge.x_px, edge.y_px + by) } else { (edge.x_px + by, edge.y_px) };
        let rect = Rect::around(x_px, y_px, w, h);
        if rect.inside(frame) && !taken.iter().any(|other| other.intersects(&rect)) {
            taken.push(rect);
            item.at = Point { x_px, y_px };
            item.role = Role::Pointer { turn_deg, width_px };
            return;
        }
    }
}

fn name<T>(item: &mut Item<T>, taken: &mut Vec<Rect>, frame: &Rect) {
    let (sides, gap, reach): (&'static [Side], f64, f64) = match item.what {
        What::City => (&[(-1, 0), (1, 0), (0, -1), (0, 1)], item.radius_px + 1.0, REACH_PX),
        What::Town { .. } => (&[(1, 0), (-1, 0), (0, 1), (0, -1)], item.radius_px + 3.0, 0.0),
        What::Area => (&[(-1, 0), (0, -1), (0, 1), (1, 0), (0, 0)], item.radius_px, 0.0),
        What::Words => (&[(0, 0), (0, 1), (0, -1)], 2.0, 0.0),
    };
    let Point { x_px: x, y_px: y } = item.at;
    let (name, strip) = (item.name_px, item.strip_px);
    let place = |width: f64, height: f64, reach: f64| {
        Request { x, y, gap, reach, width, height, sides }.place(taken, frame)
    };
    // Beside the mark with all that belongs to it; else beside the mark alone; else farther off.
    let whole = (strip.0 > 0.0).then(|| place(name.0.max(strip.0), name.1 + strip.1, 0.0)).flatten();
    let label = whole.or_else(|| place(name.0, name.1, reach));
    taken.extend(label.map(|label| label.rect));
    item.strip = whole.is_some();
    item.label = label.map(|label| Label { rect: label.rect.from(x, y), ..label });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::geo::LonLat;
    use crate::labels::text_width_px;

    /// The frame's size, its foot and its targets, of a narrow, a compact and a wide map.
    const FRAMES: [(f64, f64, f64, f64); 4] = [
        (320.0, 212.0, 0.0, 40.0),
        (380.0, 288.0, 26.0, 24.0),
        (752.0, 428.0, 26.0, 24.0),
        (1400.0, 428.0, 26.0, 24.0),
    ];

    fn buttons(width_px: f64) -> Rect {
        Rect { left: width_px - 52.0, top: 0.0, right: width_px, bottom: 118.0 }
    }

    /// An item and the place that it is at.
    type Placed = Item<LonLat>;

    fn city(lon: f64, lat: f64, name: &str) -> Placed {
        let width = text_width_px(name, 15.0, true);
        let nowhere = Point { x_px: 0.0, y_px: 0.0 };
        Item {
            name_px: (width, 19.0),
            strip_px: (80.0, 18.0),
            pointer_px: width,
            ..Item::new(LonLat::new(lon, lat), What::City, 12.0, nowhere)
        }
    }

    fn item() -> impl Strategy<Value = Placed> {
        let what = prop_oneof![
            Just(What::City),
            Just(What::Area),
            Just(What::Town { awaited: true }),
            Just(What::Town { awaited: false }),
            Just(What::Words),
        ];
        // Names of twice the length of "United Arab Emirates".
        (what, -20.0..70.0, 10.0..65.0, 2.5..24.0, 10.0..340.0, 0.0..160.0).prop_map(
            |(what, lon, lat, radius_px, width, strip)| Item {
                what,
                radius_px,
                name_px: (width, 19.0),
                strip_px: (strip, 18.0),
                pointer_px: width * 0.8,
                ..city(lon, lat, "")
            },
        )
    }

    fn placed(
        camera: &Camera,
        items: &[Placed],
        taken: Vec<Rect>,
        foot_px: f64,
        target_px: f64,
    ) -> Vec<Placed> {
        let mut items = items.to_vec();
        for item in &mut items {
            item.at = camera.forward(item.of.into());
        }
        scene(camera, &mut items, taken, foot_px, target_px);
        items
    }

    fn name_of(item: &Placed) -> Option<Rect> {
        item.label.map(|label| label.rect.from(-item.at.x_px, -item.at.y_px))
    }

    /// What an item covers besides its name.
    fn covers(item: &Placed, target_px: f64) -> Option<Rect> {
        match (item.role, item.what) {
            (Role::Pointer { width_px, .. }, _) => {
                Some(Rect::around(item.at.x_px, item.at.y_px, width_px / 2.0, target_px / 2.0))
            }
            (Role::Mark, What::City | What::Town { .. }) => Some(item.mark()),
            _ => None,
        }
    }

    #[test]
    fn what_is_out_of_view_is_pointed_to() {
        let camera = Camera::new(LonLat::new(30.5, 41.0), 8.9, 752.0, 428.0);
        let check = |lon: f64, lat: f64, expected: (f64, f64), turn: f64| {
            let item = &placed(&camera, &[city(lon, lat, "Here")], vec![], 26.0, 24.0)[0];
            let Role::Pointer { turn_deg, .. } = item.role else { panic!("{item:?}") };
            assert!((turn_deg - turn).abs() < 1.0, "{turn_deg}");
            let Point { x_px, y_px } = item.at;
            assert!((x_px - expected.0).abs() < 1.0 && (y_px - expected.1).abs() < 1.0, "{item:?}");
        };
        check(-77.04, 38.91, (142.7, 16.5), -139.8);
        check(30.5, 75.0, (376.0, 16.5), -90.0);
        check(30.5, -40.0, (376.0, 387.5), 90.0);
    }

    #[test]
    fn pointers_make_room_for_each_other() {
        let camera = Camera::new(LonLat::new(30.5, 41.0), 2.0, 320.0, 212.0);
        let items: Vec<Placed> = (0..4).map(|n| city(-70.0 + f64::from(n), 39.0, "Far away")).collect();
        let items = placed(&camera, &items, vec![buttons(320.0)], 0.0, 40.0);
        assert!(items.iter().all(|item| matches!(item.role, Role::Pointer { .. })), "{items:?}");
    }

    #[test]
    fn cities_that_overlap_stand_behind_the_first_and_part_when_looked_at_closely() {
        let items = [city(30.5, 50.4, "Kyiv"), city(30.9, 50.4, "Near it"), city(39.0, 50.4, "Far")];
        let check = |km_per_px: f64, expected: Role| {
            let camera = Camera::new(LonLat::new(31.0, 50.4), km_per_px, 752.0, 428.0);
            let items = placed(&camera, &items, vec![], 26.0, 24.0);
            assert_eq!((items[0].role, items[1].role), (Role::Mark, expected));
        };
        check(8.9, Role::Behind(0));
        check(0.5, Role::Mark);
    }

    #[test]
    fn a_strip_is_left_out_before_the_name_is() {
        let camera = Camera::new(LonLat::new(30.5, 50.4), 2.0, 752.0, 428.0);
        let check = |taken: Vec<Rect>, strip: bool| {
            let item = &placed(&camera, &[city(30.5, 50.4, "Kyiv")], taken, 26.0, 24.0)[0];
            assert!(item.strip == strip && item.label.is_some(), "{item:?}");
        };
        let block = |left: f64, top: f64, right: f64, bottom: f64| Rect { left, top, right, bottom };
        check(vec![], true);
        let beside = [block(0.0, 218.0, 300.0, 236.0), block(450.0, 218.0, 752.0, 236.0)];
        let over_and_under = [block(200.0, 150.0, 550.0, 190.0), block(200.0, 240.0, 550.0, 260.0)];
        check([beside, over_and_under].concat(), false);
    }

    proptest! {
        #[test]
        fn nothing_overlaps_at_any_view_and_width(
            items in prop::collection::vec(item(), 0..24),
            frame in 0_usize..4, lon in -20.0..70.0, lat in 10.0..65.0, km_per_px in 0.2..30.0,
        ) {
            let (width, height, foot, target) = FRAMES[frame];
            let camera = Camera::new(LonLat::new(lon, lat), km_per_px, width, height);
            let items_placed = placed(&camera, &items, vec![buttons(width)], foot, target);
            prop_assert_eq!(&items_placed, &placed(&camera, &items, vec![buttons(width)], foot, target));
            let whole = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
            // Whose, whether a disc, and the box.
            let mut rects: Vec<(usize, bool, Rect)> = Vec::new();
            for (n, item) in items_placed.iter().enumerate() {
                if let Some(name) = name_of(item) {
                    prop_assert!(name.inside(&whole), "{:?}", name);
                    rects.push((n, false, name));
                }
                let disc = item.what == What::City && item.role == Role::Mark;
                rects.extend(covers(item, target).map(|rect| (n, disc, rect)));
                if let Role::Behind(lead) = item.role {
                    prop_assert_eq!(items_placed[lead].role, Role::Mark);
                }
            }
            for (i, (n, disc, a)) in rects.iter().enumerate() {
                for (m, other_disc, b) in &rects[i + 1..] {
                    // The boxes of two discs may overlap at their corners, where the discs do not.
                    let corners = *disc && *other_disc;
                    prop_assert!(n == m || corners || !a.intersects(b), "{:?} {:?}", (n, a), (m, b));
                }
            }
        }

        #[test]
        fn names_keep_their_side_while_the_map_is_pushed(
            places in prop::collection::vec((450_i32..950, 250_i32..650, 20_i32..90), 1..12), dx in -40_i32..40, dy in -40_i32..40,
        ) {
            // Far from the edge nothing but its neighbours decides where a name stands. In whole pixels, so that all sums are exact: names
            // that only just touch do so after the push too.
            let camera = Camera::new(LonLat::new(30.5, 41.0), 2.0, 1400.0, 900.0);
            let sides = |dx: i32, dy: i32| -> Vec<_> {
                let mut items: Vec<Placed> = places.iter().map(|&(x, y, width)| Item {
                    name_px: (f64::from(width), 19.0),
                    strip_px: (0.0, 0.0),
                    at: Point { x_px: f64::from(x + dx), y_px: f64::from(y + dy) },
                    ..city(0.0, 0.0, "")
                }).collect();
                scene(&camera, &mut items, vec![], 26.0, 24.0);
                items.iter().map(|item| (item.role, item.label)).collect()
            };
            prop_assert_eq!(sides(0, 0), sides(dx, dy));
        }
    }
}
