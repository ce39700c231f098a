//! Bytes as letters that stand in a script element as they are: 13 bits in two of the 91 printable letters of ASCII that mean nothing to
//! a parser of HTML, 81 % of the text, where base64 has 75 %. The loader reads them. No opinion about what the bytes are.

/// How many letters there are: a pair of them has 8281 values, of which 8192 are used.
const LETTERS: u32 = 91;

/// The bytes as text. The last letter stands alone where no more than 6 bits are left, so that the length of the text tells that of the
/// bytes: none of its bits make a further byte.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        if bits >= 13 {
            bits -= 13;
            pair(&mut text, held >> bits);
            held &= (1 << bits) - 1;
        }
    }
    match bits {
        0 => {}
        1..=6 => text.push(letter(held << (6 - bits))),
        _ => pair(&mut text, held << (13 - bits)),
    }
    text
}

fn pair(text: &mut String, value: u32) {
    text.push(letter(value / LETTERS));
    text.push(letter(value % LETTERS));
}

/// From `!` to `~`, without those that mean something.
fn letter(value: u32) -> char {
    const LEFT_OUT: [u8; 3] = *b"&<>";
    char::from(LEFT_OUT.iter().fold(b'!' + value as u8, |code, out| code + u8::from(code >= *out)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::markup::elements;

    /// What the loader does.
    fn decode(text: &str) -> Vec<u8> {
        let digit = |code: u8| {
            u32::from(code - 33) - [38, 60, 62].map(|out| u32::from(code > out)).iter().sum::<u32>()
        };
        let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
        for letters in text.as_bytes().chunks(2) {
            let (value, more) = match letters {
                [first, second] => (digit(*first) * LETTERS + digit(*second), 13),
                _ => (digit(letters[0]), 6),
            };
            held = held << more | value;
            bits += more;
            while bits > 7 {
                bits -= 8;
                bytes.push((held >> bits) as u8);
            }
        }
        assert_eq!(bytes.len(), (text.len() * 13) >> 4, "as long as the loader takes it to be");
        bytes
    }

    #[test]
    fn known_bytes_have_known_letters() {
        fn check(bytes: &[u8], expected: &str) {
            assert_eq!(encode(bytes), expected);
            assert_eq!(decode(expected), bytes);
        }
        check(b"", "");
        check(&[0], "!!");
        check(&[0xff; 13], "~\"~\"~\"~\"~\"~\"~\"~\"");
        check(b"Minsk", "?62+lAD");
    }

    #[test]
    fn every_letter_stands_in_a_script_as_it_is() {
        let text: String = (0..LETTERS).map(letter).collect();
        assert_eq!(text.chars().collect::<std::collections::BTreeSet<_>>().len(), 91);
        let page = elements(&format!("<script>{text}</script>"));
        assert_eq!(page.len(), 1);
        assert_eq!(page[0].text, text);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(bytes: Vec<u8>) {
            let text = encode(&bytes);
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_graphic() && !b"<&>".contains(&byte)));
            prop_assert!(text.len() <= bytes.len() * 16 / 13 + 1);
            prop_assert_eq!(decode(&text), bytes);
        }
    }
}
