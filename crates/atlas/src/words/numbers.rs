//! Numbers as text. No opinion about units.

use super::{Catalogue, Key};
use crate::decimal::whole;

impl Catalogue {
    /// A whole number with the language's group separator, from five digits on.
    pub fn number(&self, n: usize) -> String {
        let digits = whole(n as i64);
        let separator = self.get(Key::NumberGroup);
        if digits.len() < 5 {
            return digits;
        }
        let mut out = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push_str(separator);
            }
            out.push(digit);
        }
        out
    }

    /// Kilometres, rounded to what a reader can use: tens from 100 on, fifties from 1000 on.
    pub fn kilometres(&self, km: f64) -> String {
        let step = if km >= 1000.0 {
            50.0
        } else if km >= 100.0 {
            10.0
        } else {
            1.0
        };
        let rounded = (km / step).round() * step;
        self.fill(Key::Kilometres, &[("n", &self.number(rounded.max(0.0) as usize))])
    }
}

#[cfg(test)]
mod tests {
    use crate::words::catalogue::english;

    #[test]
    fn groups_digits_and_rounds() {
        let check = |n, expected: &str| assert_eq!(english().number(n), expected);
        check(0, "0");
        check(9999, "9999");
        check(10_000, "10,000");
        check(1_234_567, "1,234,567");
        let check = |km, expected: &str| assert_eq!(english().kilometres(km), expected);
        check(7.6, "8 km");
        check(433.0, "430 km");
        check(1055.0, "1050 km");
        check(-1.0, "0 km");
    }
}
