//! Synthetic corpora of any size: for tests, benchmarks and for seeing what many entries look like. Seeded: the same call writes the
//! same files. No opinion about the real world; every name is invented.

mod article;
mod entry;
mod frame;
mod vocabulary;

use std::path::Path;
use std::{fs, io};

/// Excerpts of one article, and so entries that lean on it.
const PER_ARTICLE: u32 = 4;
/// Entries in one file.
const PER_FILE: u32 = 500;

/// Writes a corpus of `entries` entries with one excerpt each, four to an article, into the folder `out`, its texts into `out/sources`,
/// and its lock; it passes [`crate::check`]. The folder has to be empty or absent.
///
/// # Errors
/// When the folder is not empty, `entries` is zero, or a file cannot be written.
pub fn synth(entries: u32, seed: u64, out: &Path) -> io::Result<()> {
    if entries == 0 {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "a corpus needs at least one entry"));
    }
    if out.exists() && fs::read_dir(out)?.next().is_some() {
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("{} is not empty", out.display())));
    }
    for folder in ["articles", "entries", "sources"] {
        fs::create_dir_all(out.join(folder))?;
    }
    let mut random = fastrand::Rng::with_seed(seed);
    let mut written = Vec::new();
    for number in 0..entries.div_ceil(PER_ARTICLE) {
        let count = PER_ARTICLE.min(entries - number * PER_ARTICLE);
        let article = article::Article::new(number, count, &mut random);
        fs::write(out.join(format!("articles/{}.toml", article.id())), article.to_toml())?;
        fs::write(out.join("sources").join(article.source()), article.to_text())?;
        written.extend(entry::entries_of(&article, &mut random));
    }
    for (number, chunk) in written.chunks(PER_FILE as usize).enumerate() {
        fs::write(out.join(format!("entries/entries-{:03}.toml", number + 1)), chunk.concat())?;
    }
    for (name, text) in frame::files(&written.concat()) {
        fs::write(out.join(name), text)?;
    }
    let report = crate::check(out, Some(&out.join("sources")));
    if !report.is_ok() {
        return Err(io::Error::other(report));
    }
    crate::write_lock(out, &report).map(|_| ())
}
