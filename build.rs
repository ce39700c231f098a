//! Compiles `corpus/` into the pack that the widget carries. No opinion about what a corpus may say; the compiler has.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=corpus");
    let Some(out) = env::var_os("OUT_DIR").map(PathBuf::from) else {
        println!("cargo::error=OUT_DIR is not set: this is a build script");
        return;
    };
    match atlas_compiler::compile(Path::new("corpus")) {
        Ok(pack) => {
            if let Err(error) = fs::write(out.join("corpus.pack"), pack) {
                println!("cargo::error=corpus.pack cannot be written: {error}");
            }
        }
        Err(report) => report.render().lines().for_each(|line| println!("cargo::error={line}")),
    }
}
