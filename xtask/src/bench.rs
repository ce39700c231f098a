//! `cargo xtask bench`: how long things take, on the host and in Chromium, beside their budgets.
//!
//! Never a test: a slow or busy machine fails nothing. What is measured is the affair of `bench/`.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use clap::ValueEnum;

use crate::progress::announced;
use crate::project::Project;
use crate::{build, machine};

/// The corpus with many entries: its size, and where its chance starts, as in `bench/src/lib.rs`.
const ENTRIES: u32 = 10_000;
const SEED: u64 = 1;
const SCRATCH: &str = "target/bench";

/// Options of `bench`.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Run these parts only
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Part::Host, Part::Browser])]
    only: Vec<Part>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Core and compiler
    Host,
    /// The built widget in Chromium
    Browser,
}

/// Measures, and prints tables.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    if args.only.contains(&Part::Host) {
        let bench =
            ["run", "--quiet", "--profile", "bench-host", "--package", "atlas-bench", "--bin", "bench-host"];
        announced("benchmarks of the host", "half a minute, and 1 min more the first time", || {
            project.cargo(&bench).run().map(drop).context("the benchmarks of the host failed")
        })?;
    }
    if args.only.contains(&Part::Browser) {
        browser(project)?;
    }
    Ok(())
}

fn browser(project: &Project) -> Result<()> {
    machine::ensure_browsers()?;
    if !project.path("dist/index.html").is_file() {
        build::run(project)?;
    }
    let scratch = project.path(SCRATCH);
    announced(&format!("a widget with {ENTRIES} entries"), "half a minute", || widget(project, &scratch))?;
    let mut bench = vec!["run", "--quiet", "--package", "atlas-bench", "--features", "browser"];
    let widget = scratch.join("widget").display().to_string();
    bench.extend(["--bin", "bench-browser", "--", &widget]);
    announced("benchmarks in Chromium", "1 min, and 3 min more the first time", || {
        project.cargo(&bench).run().map(drop).context("the benchmarks in Chromium failed")
    })
}

/// Makes the widget anew: the build may be another than the last time.
fn widget(project: &Project, scratch: &Path) -> Result<()> {
    if scratch.exists() {
        fs::remove_dir_all(scratch).with_context(|| format!("cannot remove {}", scratch.display()))?;
    }
    let path = |name: &str| scratch.join(name).display().to_string();
    let (corpus, widget) = (path("corpus"), path("widget"));
    atlas_compiler::synth(ENTRIES, SEED, Path::new(&corpus)).context("the corpus could not be made up")?;
    let append = ["run", "--quiet", "--package", "atlas-render", "--", "append"];
    let places = ["--corpus", &corpus, "--widget", "dist", "--out", &widget];
    project.cargo(&[&append[..], &places].concat()).run().context("the widget could not be made")?;
    Ok(())
}
