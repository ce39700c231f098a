//! The two commands, from the environment and the file system to [`site::write`]. No opinion about the pages.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, anyhow, bail};
use atlas::model::Corpus;

use crate::widget::Widget;
use crate::{alike, paths, places, site, wasm};

/// Composes the pages from what Trunk staged, in its staging folder, and removes what they no longer need.
///
/// Trunk says by its environment where that is; without it, `dist` of the current folder is taken. A development build keeps the names
/// of its functions and the paths of its sources, and has no standalone page.
///
/// # Errors
/// When a part is missing or cannot be used, or the module names a folder of this machine.
pub fn finish() -> Result<()> {
    let folder =
        |name: &str, default: &str| env::var_os(name).map_or_else(|| PathBuf::from(default), PathBuf::from);
    let (staging, project) = (folder("TRUNK_STAGING_DIR", "dist"), folder("TRUNK_SOURCE_DIR", "."));
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let mut widget = Widget::from_staging(&staging, release)?;
    if release {
        widget.wasm = wasm::without_custom_sections(&widget.wasm)?;
        places::blank(&mut widget.wasm)?;
        widget.wasm = alike::arrange(&widget.wasm)?;
        if let Some(word) = paths::leak(&widget.wasm, &paths::machine_words(&project)) {
            bail!(
                "the module still holds {word:?}, a path of this machine; \
                 build with RUSTFLAGS=\"--remap-path-prefix={word}=\" and tell where it comes from"
            );
        }
    }
    let corpus = Corpus::open(parley_atlas::EMBEDDED_PACK).context("the embedded corpus")?;
    clear(&staging)?;
    site::write(&staging, &widget, corpus, &project.join("locales"), release)
}

/// Packs the corpus in the folder `corpus`, or reads the pack `corpus`, and writes the widget `widget` with it to `out`, without recompiling.
/// A standalone page that would be too large is left out, and standard error says so.
///
/// # Errors
/// When the corpus has problems, or the widget is not a finished one.
pub fn append(corpus: &Path, widget: &Path, out: &Path) -> Result<()> {
    let bytes = if corpus.is_dir() {
        atlas_compiler::compile(corpus).map_err(|report| anyhow!("{}", report.render()))?
    } else {
        fs::read(corpus).with_context(|| corpus.display().to_string())?
    };
    // Kept for good: the program ends with the page.
    let bytes: &'static [u8] = Box::leak(bytes.into_boxed_slice());
    let opened = Corpus::open(bytes).with_context(|| corpus.display().to_string())?;
    let mut widget = Widget::from_finished(widget)?;
    widget.wasm = wasm::with_custom_section(&widget.wasm, wasm::CORPUS_SECTION, bytes)?;
    match site::write(out, &widget, opened, Path::new("locales"), true) {
        Err(error) if error.is::<site::TooLarge>() => {
            eprintln!("{error}");
            Ok(())
        }
        done => done,
    }
}

/// Everything that the pages load is read by now.
fn clear(staging: &Path) -> Result<()> {
    for entry in fs::read_dir(staging).with_context(|| staging.display().to_string())? {
        let path = entry.with_context(|| staging.display().to_string())?.path();
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.with_context(|| path.display().to_string())?;
    }
    Ok(())
}
