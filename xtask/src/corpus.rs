//! `cargo xtask corpus`: checks a corpus, makes one up, packs one. No opinion about what a corpus may say; `atlas-compiler` has.

use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use atlas_compiler::LockState;
use clap::Subcommand;

use crate::progress::took;
use crate::project::Project;

#[derive(Subcommand)]
pub(crate) enum Args {
    /// Report every problem of a corpus; with the texts, compare every quotation and rewrite the lock
    Check {
        /// The folder of the corpus
        #[arg(default_value = "corpus")]
        dir: PathBuf,
        /// The folder of the texts
        #[arg(long)]
        sources: Option<PathBuf>,
    },
    /// Make up a corpus with its texts, the same for the same seed
    Synth {
        /// How many entries
        #[arg(long)]
        entries: u32,
        /// Where chance starts
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// The folder to write
        #[arg(long)]
        out: PathBuf,
    },
    /// Check a corpus against its lock and write its pack
    Pack {
        /// The folder of the corpus
        #[arg(default_value = "corpus")]
        dir: PathBuf,
        /// The file to write
        #[arg(long)]
        out: PathBuf,
    },
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let start = Instant::now();
    match args {
        Args::Check { dir, sources } => {
            check(&project.path(dir), sources.as_ref().map(|dir| project.path(dir)))?
        }
        Args::Synth { entries, seed, out } => {
            atlas_compiler::synth(*entries, *seed, out).with_context(|| out.display().to_string())?;
            let report = atlas_compiler::check(out, Some(&out.join("sources")));
            if !report.is_ok() {
                bail!("the corpus that was made up is not sound:\n{}", report.render());
            }
            atlas_compiler::write_lock(out, &report).context("its lock cannot be written")?;
            println!("{entries} entries in {}", out.display());
        }
        Args::Pack { dir, out } => {
            let pack = match atlas_compiler::compile(&project.path(dir)) {
                Ok(pack) => pack,
                Err(report) => bail!("nothing was written.\n{}", report.render()),
            };
            fs::write(out, &pack).with_context(|| out.display().to_string())?;
            println!("{}: {} bytes", out.display(), pack.len());
        }
    }
    println!("took {}", took(start.elapsed()));
    Ok(())
}

fn check(dir: &Path, sources: Option<PathBuf>) -> Result<()> {
    let report = atlas_compiler::check(dir, sources.as_deref());
    print!("{}", report.summary());
    if !report.is_ok() {
        bail!("{}", report.render());
    }
    // A lock that is out of date is mended by hand and committed, never silently on a machine that only tests.
    if env::var("CI").is_ok_and(|ci| ci == "true")
        && !matches!(report.lock, LockState::Current)
        && report.model.is_some()
        && sources.is_some()
    {
        bail!(
            "quotations.lock is not the one that these texts give; run the same command without CI and commit the file"
        );
    }
    let is_ci = env::var("CI").is_ok_and(|ci| ci == "true");
    if is_ci && report.has_new_ids() {
        bail!("ids.lock lacks ids of this corpus; run the same command without CI and commit the file");
    }
    if atlas_compiler::write_ids(dir, &report).context("ids.lock cannot be written")? {
        println!("ids.lock: new ids added");
    }
    if atlas_compiler::write_lock(dir, &report).context("quotations.lock cannot be written")? {
        println!("quotations.lock: written anew");
    }
    Ok(())
}
