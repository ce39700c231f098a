//! The committed map against its ceiling and its provenance.

use std::fs;
use std::path::{Path, PathBuf};

use atlas::geo::WORLD;

/// What the widget's budget leaves for the map.
const CEILING_BYTES: usize = 45_000;

fn geodata(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../geodata").join(name)
}

#[test]
fn the_map_stays_below_its_ceiling() {
    let packed = atlas_geodata::brotli_size(WORLD).unwrap();
    assert!(packed <= CEILING_BYTES, "{packed} bytes after brotli");
}

#[test]
fn the_provenance_is_of_this_map() {
    let text = fs::read_to_string(geodata("PROVENANCE.md")).unwrap();
    assert!(text.contains(&atlas_geodata::sha256(WORLD)), "run `cargo xtask geodata`");
    assert!(
        text.contains(&format!("| bytes after brotli 11 | {} |", atlas_geodata::brotli_size(WORLD).unwrap()))
    );
}

#[test]
fn the_lock_pins_by_content_and_names_no_host() {
    let lock = fs::read_to_string(geodata("package-lock.json")).unwrap();
    assert!(!lock.contains("\"resolved\"") && !lock.contains("://"), "{lock}");
    assert_eq!(lock.matches("\"integrity\": \"sha512-").count(), 2);
}
