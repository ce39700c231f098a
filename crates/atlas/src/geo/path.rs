//! Where outlines go: a sink for moves and lines, and the one that writes SVG path text.
//!
//! Pixels, y down. A canvas is another sink, elsewhere. It has no opinion about strokes, fills or colours.

/// Takes a path, point by point. Either fill rule gives the same picture.
pub trait PathSink {
    /// Starts a new line here.
    fn move_to(&mut self, x_px: f64, y_px: f64);
    /// Draws on to here.
    fn line_to(&mut self, x_px: f64, y_px: f64);
    /// Closes the line to where it started.
    fn close(&mut self);
}

/// Writes the `d` of an SVG path: whole steps, relative, as short as it gets. What goes straight on is one line.
#[derive(Debug)]
pub struct SvgPath {
    text: String,
    steps_per_px: f64,
    /// Where the text ends, and what is still to be written from there.
    pen: (i64, i64),
    ahead: (i64, i64),
    start: (i64, i64),
}

impl SvgPath {
    /// An empty path. Its numbers count steps, so many to the pixel; what is finer is left out.
    pub fn new(steps_per_px: f64) -> Self {
        Self { text: String::new(), steps_per_px, pen: (0, 0), ahead: (0, 0), start: (0, 0) }
    }

    /// The finished text.
    pub fn into_text(mut self) -> String {
        self.write_ahead();
        self.text
    }

    fn write_ahead(&mut self) {
        let (dx, dy) = std::mem::take(&mut self.ahead);
        if (dx, dy) != (0, 0) {
            self.pair(dx, dy);
            self.pen = (self.pen.0 + dx, self.pen.1 + dy);
        }
    }

    /// By hand: a frame of a live map has tens of thousands of numbers, and the library's way takes five times as long.
    fn pair(&mut self, x: i64, y: i64) {
        for value in [x, y] {
            if value < 0 {
                self.text.push('-');
            } else if !self.text.ends_with('m') {
                self.text.push(' ');
            }
            let (value, mut unit) = (value.unsigned_abs() as u32, 1);
            while value / unit > 9 {
                unit *= 10;
            }
            while unit > 0 {
                self.text.push(char::from(b'0' + (value / unit % 10) as u8));
                unit /= 10;
            }
        }
    }

    fn step(&self, x_px: f64, y_px: f64) -> (i64, i64) {
        ((x_px * self.steps_per_px).round() as i64, (y_px * self.steps_per_px).round() as i64)
    }
}

impl PathSink for SvgPath {
    fn move_to(&mut self, x_px: f64, y_px: f64) {
        self.write_ahead();
        let to = self.step(x_px, y_px);
        // Pairs after this one are lines.
        self.text.push('m');
        self.pair(to.0 - self.pen.0, to.1 - self.pen.1);
        (self.pen, self.start) = (to, to);
    }

    fn line_to(&mut self, x_px: f64, y_px: f64) {
        let (x, y) = self.step(x_px, y_px);
        let (dx, dy) = (x - self.pen.0 - self.ahead.0, y - self.pen.1 - self.ahead.1);
        let straight_on =
            self.ahead.0 * dy == self.ahead.1 * dx && self.ahead.0 * dx + self.ahead.1 * dy >= 0;
        if !straight_on {
            self.write_ahead();
        }
        self.ahead = (self.ahead.0 + dx, self.ahead.1 + dy);
    }

    fn close(&mut self) {
        self.write_ahead();
        self.text.push('z');
        self.pen = self.start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_relative_and_does_not_drift() {
        let mut path = SvgPath::new(1.0);
        path.move_to(10.4, -2.0);
        for step in 1..=10 {
            path.line_to(10.4 + 0.4 * f64::from(step), -2.0);
        }
        path.close();
        path.move_to(0.0, 0.0);
        path.line_to(0.2, 0.2);
        path.line_to(5.0, -5.0);
        assert_eq!(path.into_text(), "m10-2 4 0zm-10 2 5-5");
        let mut fine = SvgPath::new(10.0);
        fine.move_to(0.0, 100.26);
        fine.line_to(-1.04, 1200.0);
        assert_eq!(fine.into_text(), "m0 1003-10 10997");
    }

    #[test]
    fn only_what_goes_straight_on_is_one_line() {
        fn check(points: &[(i32, i32)], expected: &str) {
            let mut path = SvgPath::new(1.0);
            path.move_to(0.0, 0.0);
            for (x_px, y_px) in points {
                path.line_to(f64::from(*x_px), f64::from(*y_px));
            }
            assert_eq!(path.into_text(), expected);
        }
        check(&[], "m0 0");
        check(&[(0, 0)], "m0 0");
        check(&[(2, 1), (4, 2), (10, 5)], "m0 0 10 5");
        check(&[(2, 1), (4, 3)], "m0 0 2 1 2 2");
        check(&[(2, 1), (2, 1), (1, 0)], "m0 0 2 1-1-1");
        check(&[(4, 0), (2, 0)], "m0 0 4 0-2 0");
    }
}
