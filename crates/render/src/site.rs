//! The files of a finished widget: pages per language, the module under a name made of its contents, the standalone page.
//! No opinion about where the widget's parts come from.

use std::fs;
use std::io::ErrorKind;
use std::num::NonZeroU64;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use atlas::model::Corpus;
use sha2::{Digest, Sha256};

use crate::document::{Document, shelf_pages};
use crate::letters;
use crate::locale::Locale;
use crate::page::{Page, Wasm, compose_shelf};
use crate::style::venue_rules;
use crate::widget::Widget;

/// A larger standalone page is refused: nobody would wait for it.
const STANDALONE_LIMIT_BYTES: usize = 4 << 20;

/// Why a widget has no standalone page. The folder is whole without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "standalone.html would have {bytes} bytes, the limit is {STANDALONE_LIMIT_BYTES}: serve the folder instead"
)]
pub struct TooLarge {
    /// What the page would have.
    pub bytes: usize,
}

/// For servers that read it: the module's name changes with its contents.
const HEADERS: &str =
    "/*.wasm\n  Content-Type: application/wasm\n  Cache-Control: public, max-age=31536000, immutable\n";

/// Writes the pages of `corpus` and everything they load to `out`: `index.html` (the corpus's default language), `<lang>/index.html`,
/// the module, pages by venue and year where the record cannot hold all entries, and, where asked for, `standalone.html`.
///
/// # Errors
/// When a catalogue is missing, a file cannot be written, or, after all other files, [`TooLarge`].
pub fn write(out: &Path, widget: &Widget, corpus: Corpus, locales: &Path, standalone: bool) -> Result<()> {
    let languages: Vec<&str> = corpus.languages().collect();
    ensure!(!languages.is_empty(), "the corpus names no language");
    let locales =
        languages.iter().map(|language| Locale::read(locales, language)).collect::<Result<Vec<_>>>()?;
    let colours = venue_rules(corpus);
    let digest = Sha256::digest(&widget.wasm);
    let name = format!(
        "parley-atlas-{}.wasm",
        digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>()
    );
    let above = format!("../{name}");
    put(&out.join(&name), &widget.wasm)?;
    put(&out.join("_headers"), HEADERS.as_bytes())?;
    let mut refused = None;
    for (number, locale) in locales.iter().enumerate() {
        let (language, text) = (&locale.language, &locale.text);
        let document = Document::render(corpus, number, language, text, true)?;
        let shelves = shelf_pages(corpus, number, language, text)?;
        let page = |wasm| Page {
            document: &document,
            locale,
            other_locales: &[],
            styles: [&widget.style, &colours],
            script: &widget.script,
            wasm,
            reload: widget.reload.as_deref(),
        };
        let shelve = |folder: &Path| {
            let pages = shelves.iter().map(|shelf| (folder.join("entries").join(&shelf.file_name), shelf));
            let styles = [&*widget.style, &*colours];
            pages
                .into_iter()
                .try_for_each(|(file, shelf)| put(&file, compose_shelf(shelf, &document, styles).as_bytes()))
        };
        let folder = out.join(language);
        put(&folder.join("index.html"), page(Wasm::Beside(&above)).compose()?.as_bytes())?;
        shelve(&folder)?;
        if number == 0 {
            put(&out.join("index.html"), page(Wasm::Beside(&name)).compose()?.as_bytes())?;
            shelve(out)?;
            if standalone {
                let wasm = packed(&widget.wasm)?;
                // One file has no pages beside it.
                let alone = Document::render(corpus, number, language, text, false)?;
                let page =
                    Page { document: &alone, other_locales: &locales[1..], ..page(Wasm::Inside(&wasm)) };
                let whole = page.compose()?;
                let standalone = out.join("standalone.html");
                if whole.len() > STANDALONE_LIMIT_BYTES {
                    refused = Some(TooLarge { bytes: whole.len() });
                    // One of another corpus would be taken for that of this one.
                    remove(&standalone)?;
                } else {
                    put(&standalone, whole.as_bytes())?;
                }
            }
        }
    }
    refused.map_or(Ok(()), |refused| Err(refused.into()))
}

/// Gzip as letters, the same for the same module.
fn packed(wasm: &[u8]) -> Result<String> {
    let mut gzip = Vec::new();
    // A twentieth smaller than the best of zlib. More rounds and blocks than these take longer and gain next to nothing.
    const ROUNDS: NonZeroU64 = NonZeroU64::new(5).unwrap();
    let options = zopfli::Options { iteration_count: ROUNDS, maximum_block_splits: 60, ..Default::default() };
    zopfli::compress(options, zopfli::Format::Gzip, wasm, &mut gzip)
        .context("the module cannot be compressed")?;
    Ok(letters::encode(&gzip))
}

fn put(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(dir) = file.parent() {
        fs::create_dir_all(dir).with_context(|| dir.display().to_string())?;
    }
    fs::write(file, bytes).with_context(|| file.display().to_string())
}

fn remove(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| file.display().to_string())
        }
        _ => Ok(()),
    }
}
