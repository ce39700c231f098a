//! Where outlines go: a sink for moves and lines, and the one that writes SVG path text.
//!
//! Pixels, y down. A canvas is another sink, elsewhere. It has no opinion about strokes, fills or colours.

use std::fmt::Write as _;

/// Takes a path, point by point. Either fill rule gives the same picture.
pub trait PathSink {
    /// Starts a new line here.
    fn move_to(&mut self, x_px: f64, y_px: f64);
    /// Draws on to here.
    fn line_to(&mut self, x_px: f64, y_px: f64);
    /// Closes the line to where it started.
    fn close(&mut self);
}

/// Writes the `d` of an SVG path: whole pixels, relative, as short as it gets.
#[derive(Debug, Default)]
pub struct SvgPath {
    text: String,
    pen: (i32, i32),
    start: (i32, i32),
    in_line: bool,
}

impl SvgPath {
    /// The finished text.
    pub fn into_text(self) -> String {
        self.text
    }

    fn number(&mut self, value: i32) {
        let joined = value < 0 || self.text.ends_with(|c: char| c.is_ascii_alphabetic());
        let gap = if joined { "" } else { " " };
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{gap}{value}");
    }
}

impl PathSink for SvgPath {
    fn move_to(&mut self, x_px: f64, y_px: f64) {
        let (x, y) = (x_px.round() as i32, y_px.round() as i32);
        self.text.push('M');
        self.number(x);
        self.number(y);
        (self.pen, self.start, self.in_line) = ((x, y), (x, y), false);
    }

    fn line_to(&mut self, x_px: f64, y_px: f64) {
        let (x, y) = (x_px.round() as i32, y_px.round() as i32);
        let (dx, dy) = (x - self.pen.0, y - self.pen.1);
        if (dx, dy) == (0, 0) {
            return;
        }
        if !self.in_line {
            self.text.push('l');
        }
        self.number(dx);
        self.number(dy);
        (self.pen, self.in_line) = ((x, y), true);
    }

    fn close(&mut self) {
        self.text.push('z');
        (self.pen, self.in_line) = (self.start, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_relative_and_does_not_drift() {
        let mut path = SvgPath::default();
        path.move_to(10.4, -2.0);
        for step in 1..=10 {
            path.line_to(10.4 + 0.4 * f64::from(step), -2.0);
        }
        path.close();
        path.move_to(0.0, 0.0);
        path.line_to(0.2, 0.2);
        path.line_to(5.0, -5.0);
        assert_eq!(path.into_text(), "M10-2l1 0 1 0 1 0 1 0zM0 0l5-5");
    }
}
