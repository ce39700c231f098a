//! Label placement: greedy by priority, deterministic, without overlap. All lengths are CSS pixels, y down.
//!
//! A label that finds no free place is left out; the caller keeps its mark. No opinion about fonts: the caller says how wide a text is,
//! or asks [`text_width_px`] for a careful estimate.

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

    fn inside(&self, frame: &Self) -> bool {
        self.left >= frame.left
            && self.right <= frame.right
            && self.top >= frame.top
            && self.bottom <= frame.bottom
    }
}

/// Where a label stands from its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Beside it, towards the end of the line.
    Right,
    /// Beside it, towards the start of the line.
    Left,
    /// Over it.
    Above,
    /// Under it.
    Below,
    /// On it: areas and seas.
    Centre,
}

/// A label that wants a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The anchor.
    pub x: f64,
    /// The anchor.
    pub y: f64,
    /// Distance that the label keeps from the anchor.
    pub gap: f64,
    /// Width of the text.
    pub width: f64,
    /// Height of the text.
    pub height: f64,
    /// The sides to try, best first.
    pub sides: &'static [Side],
}

/// Places the requests in their order, most important first, inside `frame` and clear of `obstacles`.
pub fn place(requests: &[Request], obstacles: &[Rect], frame: Rect) -> Vec<Option<Rect>> {
    let mut taken = obstacles.to_vec();
    requests
        .iter()
        .map(|request| {
            let found = request
                .sides
                .iter()
                .map(|&side| candidate(request, side))
                .find(|rect| rect.inside(&frame) && !taken.iter().any(|other| other.intersects(rect)));
            taken.extend(found);
            found
        })
        .collect()
}

fn candidate(request: &Request, side: Side) -> Rect {
    let &Request { x, y, gap, width, height, .. } = request;
    let (w, h) = (width / 2.0, height / 2.0);
    match side {
        Side::Right => Rect::around(x + gap + w, y, w, h),
        Side::Left => Rect::around(x - gap - w, y, w, h),
        Side::Above => Rect::around(x, y - gap - h, w, h),
        Side::Below => Rect::around(x, y + gap + h, w, h),
        Side::Centre => Rect::around(x, y, w, h),
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

    const ALL: &[Side] = &[Side::Right, Side::Left, Side::Above, Side::Below, Side::Centre];
    const FRAME: Rect = Rect { left: 0.0, top: 0.0, right: 400.0, bottom: 300.0 };

    #[test]
    fn takes_the_first_free_side() {
        let check = |x: f64, y: f64, obstacles: &[Rect], expected: Option<(f64, f64)>| {
            let request = Request { x, y, gap: 5.0, width: 40.0, height: 10.0, sides: ALL };
            let placed = place(&[request], obstacles, FRAME)[0];
            assert_eq!(placed.map(|rect| (rect.left, rect.top)), expected);
        };
        check(100.0, 100.0, &[], Some((105.0, 95.0)));
        check(390.0, 100.0, &[], Some((345.0, 95.0)));
        check(100.0, 100.0, &[Rect::around(120.0, 100.0, 5.0, 5.0)], Some((55.0, 95.0)));
        check(-90.0, 100.0, &[], None);
    }

    proptest! {
        #[test]
        fn labels_never_intersect(
            points in prop::collection::vec((0.0_f64..400.0, 0.0_f64..300.0, 10.0_f64..120.0), 0..40),
            blocks in prop::collection::vec((0.0_f64..400.0, 0.0_f64..300.0), 0..10),
        ) {
            let requests: Vec<Request> = points
                .iter()
                .map(|&(x, y, width)| Request { x, y, gap: 4.0, width, height: 14.0, sides: ALL })
                .collect();
            let blocks: Vec<Rect> = blocks.iter().map(|&(x, y)| Rect::around(x, y, 8.0, 8.0)).collect();
            let placed: Vec<Rect> = place(&requests, &blocks, FRAME).into_iter().flatten().collect();
            for (i, a) in placed.iter().enumerate() {
                prop_assert!(a.inside(&FRAME));
                prop_assert!(!blocks.iter().any(|b| b.intersects(a)));
                prop_assert!(!placed[i + 1..].iter().any(|b| b.intersects(a)));
            }
        }
    }
}
