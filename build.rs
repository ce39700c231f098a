//! Compiles `corpus/` into the pack that the widget carries. No opinion about what a corpus may say; the compiler has.

use std::path::PathBuf;
use std::{env, fs};

use atlas::model::columns::{actor, meta, side, venue};
use atlas::pack::{PackWriter, Table};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=corpus");
    let Some(out) = env::var_os("OUT_DIR").map(PathBuf::from) else {
        println!("cargo::error=OUT_DIR is not set: this is a build script");
        return;
    };
    if let Err(error) = fs::write(out.join("corpus.pack"), sample()) {
        println!("cargo::error=corpus.pack cannot be written: {error}");
    }
}

fn sample() -> Vec<u8> {
    let mut pack = PackWriter::default();
    let map = |pack: &mut PackWriter, text: &str| {
        let index = pack.text(text);
        pack.list(&[index])
    };
    let mut cells = vec![0; meta::COUNT as usize];
    cells[meta::ID as usize] = pack.text("sample");
    cells[meta::VERSION as usize] = pack.text("2026-11-21");
    cells[meta::LANGUAGES as usize] = map(&mut pack, "en");
    cells[meta::TITLE as usize] = map(&mut pack, "Where talks were proposed");
    cells[meta::DESCRIPTION as usize] = map(&mut pack, "Proposed venues, by whom and in whose words.");
    pack.row(Table::Meta, &cells);
    for (id, name, light, dark) in
        [("istanbul", "Istanbul", "#2262AE", "#7AA5F5"), ("minsk", "Minsk", "#A0522D", "#E0A070")]
    {
        let mut cells = vec![0; venue::COUNT as usize];
        cells[venue::ID as usize] = pack.text(id);
        cells[venue::NAME as usize] = map(&mut pack, name);
        cells[venue::LIGHT as usize] = pack.text(light);
        cells[venue::DARK as usize] = pack.text(dark);
        pack.row(Table::Venues, &cells);
    }
    pack.row(Table::Sides, &[0; side::COUNT as usize]);
    pack.row(Table::Actors, &[0; actor::COUNT as usize]);
    pack.finish()
}
