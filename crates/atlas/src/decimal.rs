//! Numbers in markup and addresses: whole ones, and fractions with a few decimals, no exponents. The library's own routines print and read
//! every double to the last bit, for 35 kB of Wasm, and bring the machinery of formats with them; nothing here needs either. No opinion
//! about numbers for readers; [`crate::words`] has those.

/// A whole number.
pub fn whole(value: i64) -> String {
    let text = digits(value.unsigned_abs(), 1);
    if value < 0 { ["-", &text].concat() } else { text }
}

/// The digits of a number, at least so many.
pub(crate) fn digits(value: u64, least: usize) -> String {
    // As many as the largest number has.
    let mut written = [b'0'; 20];
    let (mut rest, mut start) = (value, written.len());
    for (at, digit) in written.iter_mut().enumerate().rev() {
        if rest == 0 {
            break;
        }
        *digit += (rest % 10) as u8;
        rest /= 10;
        start = at;
    }
    let start = start.min(written.len().saturating_sub(least));
    written.iter().skip(start).copied().map(char::from).collect()
}

/// The value with at most so many decimals, without zeros at the end; what is too large for the markup of a page is cut off.
pub fn decimal(value: f64, places: u32) -> String {
    let unit = 10_u32.pow(places);
    let steps = (value.abs() * f64::from(unit)).round_ties_even() as u32;
    let (whole, mut rest) = (steps / unit, steps % unit);
    let mut text = digits(whole.into(), 1);
    if value < 0.0 && steps > 0 {
        text.insert(0, '-');
    }
    if rest > 0 {
        text.push('.');
    }
    let mut place = unit / 10;
    while rest > 0 {
        text.push(char::from(b'0' + (rest / place) as u8));
        rest %= place;
        place /= 10;
    }
    text
}

/// A length in markup, to a tenth of a pixel.
pub fn px(length: f64) -> String {
    decimal(length, 1)
}

/// A text with lengths in place of each `#`, to a tenth of a pixel: paths, frames and the like. What has no length is left out.
pub fn drawn(pattern: &str, lengths_px: &[f64]) -> String {
    let mut text = String::new();
    let mut lengths_px = lengths_px.iter();
    for part in pattern.split_inclusive('#') {
        match part.strip_suffix('#') {
            Some(part) => {
                text.push_str(part);
                text.extend(lengths_px.next().map(|length| px(*length)));
            }
            None => text.push_str(part),
        }
    }
    text
}

/// Reads `-12.5`; none of what is written in any other way.
pub fn parse_decimal(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |digits| (-1.0, digits));
    let (mut value, mut unit, mut behind_point, mut any) = (0.0, 1.0, false, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                value = value * 10.0 + f64::from(byte - b'0');
                unit *= if behind_point { 10.0 } else { 1.0 };
                any = true;
            }
            b'.' if !behind_point => behind_point = true,
            _ => return None,
        }
    }
    let value: f64 = sign * value / unit;
    (any && value.is_finite()).then_some(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lengths_stand_where_the_pattern_has_them() {
        let check = |pattern, lengths: &[f64], expected: &str| assert_eq!(drawn(pattern, lengths), expected);
        check("M0 #V#", &[7.0, -1.25], "M0 7V-1.2");
        check("translate(# #) scale(.7)", &[0.04, 3.5], "translate(0 3.5) scale(.7)");
        check("#", &[1.0, 2.0], "1");
        check("# #!", &[1.0], "1 !");
        check("", &[1.0], "");
    }

    #[test]
    fn digits_are_as_many_as_are_asked_for() {
        let check = |value, least, expected: &str| assert_eq!(digits(value, least), expected);
        check(0, 1, "0");
        check(0, 4, "0000");
        check(25, 4, "0025");
        check(2025, 2, "2025");
        check(u64::MAX, 1, "18446744073709551615");
    }

    #[test]
    fn decimals_are_rounded_and_end_without_zeros() {
        let check = |value, places, expected: &str| assert_eq!(decimal(value, places), expected);
        check(0.0, 1, "0");
        check(-0.04, 1, "0");
        check(-0.06, 1, "-0.1");
        check(12.0, 2, "12");
        check(12.5, 2, "12.5");
        check(0.05, 2, "0.05");
        check(99.96, 1, "100");
        check(-2.345_67, 4, "-2.3457");
        check(f64::NAN, 1, "0");
        check(f64::INFINITY, 0, "4294967295");
    }

    #[test]
    fn what_is_no_plain_decimal_is_refused() {
        let check = |text, expected| assert_eq!(parse_decimal(text), expected, "{text}");
        check("12", Some(12.0));
        check("-0.25", Some(-0.25));
        check(".5", Some(0.5));
        check("5.", Some(5.0));
        for text in ["", "-", ".", "1e3", "+1", "1.2.3", "--1", " 1", "inf", "NaN", "١"] {
            check(text, None);
        }
        check(&"9".repeat(400), None);
    }

    proptest! {
        #[test]
        fn whole_numbers_are_written_as_the_library_writes_them(value: i64) {
            prop_assert_eq!(whole(value), value.to_string());
        }

        #[test]
        fn what_is_written_reads_back(value in -9000.0..9000.0) {
            let back = parse_decimal(&decimal(value, 4)).unwrap();
            prop_assert!((back - value).abs() <= 0.000_05 + 1e-9);
        }

        #[test]
        fn any_text_is_read_without_panic(text: String) {
            let _ = parse_decimal(&text);
        }
    }
}
