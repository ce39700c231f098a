//! Packs that were cut or altered: always an error value, never a panic. Damage and not malice is meant.

use std::sync::LazyLock;

use atlas::model::Corpus;
use proptest::prelude::*;

use super::Sample;

static PACK: LazyLock<Vec<u8>> = LazyLock::new(|| crate::pack(&Sample::good().report().model.unwrap()));

fn check(bytes: Vec<u8>) {
    assert!(Corpus::open(bytes.leak()).is_err());
}

#[test]
fn cut_anywhere() {
    for len in 0..PACK.len() {
        check(PACK[..len].to_vec());
    }
    check([PACK.as_slice(), b"\0"].concat());
}

proptest! {
    #[test]
    fn one_byte_altered(at in 0..PACK.len(), change in 1..=u8::MAX) {
        let mut bytes = PACK.clone();
        bytes[at] ^= change;
        check(bytes);
    }

    #[test]
    fn a_stretch_overwritten(at in 0..PACK.len(), with in prop::collection::vec(any::<u8>(), 1..64)) {
        let mut bytes = PACK.clone();
        let end = (at + with.len()).min(bytes.len());
        bytes[at..end].copy_from_slice(&with[..end - at]);
        if bytes != *PACK {
            check(bytes);
        }
    }

    #[test]
    fn anything_else(bytes in prop::collection::vec(any::<u8>(), 0..256)) {
        check(bytes);
    }
}
