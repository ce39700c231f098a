//! Letters and their cases in the alphabets that have cases and that readers of this field type: Latin, Greek, Cyrillic, Armenian; of
//! Latin without what [`fold`](super::fold) has in its table. The library knows all of Unicode, for 6 kB of Wasm.
//! No opinion about diacritics.

/// The small letter of a capital; anything else as it is.
pub(super) fn lower(c: char) -> char {
    let code = c as u32;
    let lower = match code {
        0x41..=0x5a | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 32,
        0x1f8..=0x21f | 0x222..=0x233 | 0x460..=0x481 | 0x48a..=0x4bf => code | 1,
        0x4d0..=0x52f | 0x1e00..=0x1e95 | 0x1ea0..=0x1eff => code | 1,
        0x1cd..=0x1dc | 0x4c1..=0x4ce => code + code % 2,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        0x400..=0x40f => code + 80,
        0x4c0 => 0x4cf,
        0x531..=0x556 => code + 48,
        0x1e9e => 0xdf,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

/// Whether it belongs to a word: what is no space and no sign of the common blocks.
pub(super) fn in_word(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' => true,
        '\u{80}'..='¿' | '،' | '؛' | '؟' | '٪'..='٭' | '۔' => false,
        '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{2bff}' => false,
        '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' => false,
        '\u{fe10}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' | '\u{fff0}'..='\u{ffff}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_library_has_it() {
        // Without what has no small letter of one character, and letters of scripts' history.
        let known = (0..0x80).chain(0x1cd..0x1dd).chain(0x1f8..0x220).chain(0x222..0x234).chain(0x386..0x3ac);
        let known = known.chain(0x400..0x557).chain(0x1e00..0x1f00).filter_map(char::from_u32);
        for c in known {
            assert_eq!(String::from(lower(c)), c.to_lowercase().to_string(), "{c} {:x}", c as u32);
        }
    }

    #[test]
    fn words_end_at_spaces_and_signs() {
        let check =
            |text: &str, expected: bool| text.chars().for_each(|c| assert_eq!(in_word(c), expected, "{c}"));
        check("aZ9éßğłЖїΩאم日", true);
        check(" .,;:!?'\"-–—“”‘’«»…\u{a0}\u{202f}§。、「」،؛؟€→\u{fffd}\u{1}", false);
    }
}
