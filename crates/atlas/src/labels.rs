//! Label placement: one label after the other, most important first, deterministic, without overlap. CSS pixels, y down.
//!
//! A label that finds no free place is left out; the caller keeps its mark. What a label does depends on its distances from what is
//! there, not on where the whole stands: a map that is moved keeps its labels, but for those at its edge. No opinion about fonts: the
//! caller says how wide a text is, or asks [`text_width_px`] for a careful estimate.

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl Rect {
    /// A rectangle around a centre.
    pub fn around(x: f64, y: f64, half_width: f64, half_height: f64) -> Self {
        Self { left: x - half_width, top: y - half_height, right: x + half_width, bottom: y + half_height }
    }

    /// Whether two rectangles share an area.
    pub fn intersects(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether this rectangle lies in another.
    pub fn inside(&self, frame: &Self) -> bool {
        self.left >= frame.left
            && self.right <= frame.right
            && self.top >= frame.top
            && self.bottom <= frame.bottom
    }

    /// The rectangle as seen from a point.
    pub fn from(&self, x: f64, y: f64) -> Self {
        Self { left: self.left - x, top: self.top - y, right: self.right - x, bottom: self.bottom - y }
    }
}

/// Where a label stands from its anchor: steps to the right and down, -1, 0 or 1 each; `(0, 0)` is on it.
pub type Side = (i8, i8);

/// Every side but the middle; a label farther off may stand at any of them.
const AROUND: &[Side] = &[(1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1)];

/// A label that wants a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The anchor.
    pub x: f64,
    /// The anchor.
    pub y: f64,
    /// Distance that the label keeps from the anchor.
    pub gap: f64,
    /// How much farther off it may stand, tied to the anchor by a line; zero for not at all.
    pub reach: f64,
    /// Width of the text.
    pub width: f64,
    /// Height of the text.
    pub height: f64,
    /// The sides to try, best first.
    pub sides: &'static [Side],
}

/// A label that has a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Its place.
    pub rect: Rect,
    /// On which side of the anchor.
    pub side: Side,
    /// Whether a line has to tie it to its anchor.
    pub led: bool,
}

impl Request {
    /// The first place that lies in the frame and is clear of what is taken.
    pub fn place(&self, taken: &[Rect], frame: &Rect) -> Option<Label> {
        let (w, h) = (self.width / 2.0, self.height / 2.0);
        let at = |side: Side, gap: f64, led: bool| {
            let off = |step: i8, half: f64| f64::from(step) * (gap + half);
            let rect = Rect::around(self.x + off(side.0, w), self.y + off(side.1, h), w, h);
            Label { rect, side, led }
        };
        let beside = self.sides.iter().map(|&side| at(side, self.gap, false));
        let farther = if self.reach > 0.0 { AROUND } else { &[] };
        let all = beside.chain(farther.iter().map(|&side| at(side, self.gap + self.reach, true)));
        all.into_iter().find(|label| {
            label.rect.inside(frame) && !taken.iter().any(|other| other.intersects(&label.rect))
        })
    }
}

/// An upper estimate of a text's width: no system font that the widget may meet sets these letters wider.
pub fn text_width_px(text: &str, font_px: f64, bold: bool) -> f64 {
    let em: f64 = text
        .chars()
        .map(|c| match c {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | ' ' | '|' => 0.32,
            'f' | 'r' | 't' | '(' | ')' | '-' => 0.42,
            'm' | 'w' | 'M' | 'W' => 0.95,
            c if c.is_uppercase() || !c.is_ascii() => 0.74,
            _ => 0.6,
        })
        .sum();
    em * font_px * if bold { 1.08 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SIDES: &[Side] = &[(1, 0), (-1, 0), (0, -1), (0, 1), (0, 0)];
    const FRAME: Rect = Rect { left: 0.0, top: 0.0, right: 400.0, bottom: 300.0 };

    fn request(x: f64, y: f64, width: f64) -> Request {
        Request { x, y, gap: 5.0, reach: 0.0, width, height: 10.0, sides: SIDES }
    }

    fn all(requests: &[Request], mut taken: Vec<Rect>, frame: &Rect) -> Vec<Option<Label>> {
        let place = |request: &Request| {
            let label = request.place(&taken, frame);
            taken.extend(label.map(|label| label.rect));
            label
        };
        requests.iter().map(place).collect()
    }

    #[test]
    fn takes_the_first_free_side() {
        let check = |x: f64, y: f64, taken: &[Rect], expected: Option<(f64, f64)>| {
            let placed = request(x, y, 40.0).place(taken, &FRAME);
            assert_eq!(placed.map(|label| (label.rect.left, label.rect.top)), expected);
        };
        check(100.0, 100.0, &[], Some((105.0, 95.0)));
        check(390.0, 100.0, &[], Some((345.0, 95.0)));
        check(100.0, 100.0, &[Rect::around(120.0, 100.0, 5.0, 5.0)], Some((55.0, 95.0)));
        check(-90.0, 100.0, &[], None);
    }

    #[test]
    fn stands_farther_off_where_there_is_no_room_beside() {
        let crowd = Rect::around(100.0, 100.0, 30.0, 12.0);
        assert_eq!(request(100.0, 100.0, 40.0).place(&[crowd], &FRAME).map(|label| label.led), None);
        let led = Request { reach: 26.0, ..request(100.0, 100.0, 40.0) }.place(&[crowd], &FRAME).unwrap();
        assert!(led.led && !led.rect.intersects(&crowd));
    }

    proptest! {
        #[test]
        fn labels_never_intersect(
            points in prop::collection::vec((0.0_f64..400.0, 0.0_f64..300.0, 10.0_f64..120.0, 0.0_f64..30.0), 0..40),
            blocks in prop::collection::vec((0.0_f64..400.0, 0.0_f64..300.0), 0..10),
        ) {
            let requests: Vec<Request> =
                points.iter().map(|&(x, y, width, reach)| Request { reach, ..request(x, y, width) }).collect();
            let blocks: Vec<Rect> = blocks.iter().map(|&(x, y)| Rect::around(x, y, 8.0, 8.0)).collect();
            let placed: Vec<Rect> = all(&requests, blocks.clone(), &FRAME).into_iter().flatten().map(|l| l.rect).collect();
            for (i, a) in placed.iter().enumerate() {
                prop_assert!(a.inside(&FRAME));
                prop_assert!(!blocks.iter().any(|b| b.intersects(a)));
                prop_assert!(!placed[i + 1..].iter().any(|b| b.intersects(a)));
            }
        }

        #[test]
        fn labels_move_with_the_map(
            points in prop::collection::vec((0.0_f64..400.0, 0.0_f64..300.0, 10.0_f64..120.0), 0..40),
            dx in -64_i32..64, dy in -64_i32..64,
        ) {
            // Whole pixels and quarters, so that sums are exact.
            let quarters = |v: f64| (v * 4.0).round() / 4.0;
            let wide = Rect::around(0.0, 0.0, 4000.0, 4000.0);
            let at = |dx: f64, dy: f64| -> Vec<Option<Side>> {
                let moved: Vec<Request> = points
                    .iter()
                    .map(|&(x, y, width)| request(quarters(x) + dx, quarters(y) + dy, quarters(width)))
                    .collect();
                all(&moved, Vec::new(), &wide).iter().map(|label| label.map(|label| label.side)).collect()
            };
            prop_assert_eq!(at(0.0, 0.0), at(f64::from(dx), f64::from(dy)));
        }
    }
}
