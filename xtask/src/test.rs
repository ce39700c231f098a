//! `cargo xtask test`: installs what the tests need, then every test of the project, part by part.
//!
//! A part that fails does not hide the others; the last lines are a table of parts and durations, and the time that all
//! parts took beside what they may take.

use std::env;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure as require};
use clap::ValueEnum;

use crate::project::Project;
use crate::steps::Steps;
use crate::tools::{Tool, Toolbox};
use crate::{build, machine, npm, size, trunk};

/// The texts that the corpus quotes, where a machine has them; the project carries excerpts, never articles.
const SOURCES: &str = "../shared/sources";

/// What the tests may take on two cores once the tools are there; more fails where CI runs, and is only told elsewhere.
const LIMIT: Duration = Duration::from_secs(25 * 60);

/// How many browser tests are begun at a time. Each engine has one browser at work, and those that wait for their turn keep no other engine
/// waiting (`frames` takes 277 s so, and 340 s with two at a time).
const BROWSER_TESTS: &str = "8";

/// Options of `test`.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Run these parts only, in the usual order
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = Part::ALL)]
    only: Vec<Part>,
}

/// A part of the tests.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Tests that need no browser
    Host,
    /// Every quotation against its text or its lock
    Corpus,
    /// The release build, of which the next two parts speak
    Build,
    /// The built files against their budgets
    Size,
    /// The built widget in real browsers
    Browsers,
}

impl Part {
    const ALL: [Self; 5] = [Self::Host, Self::Corpus, Self::Build, Self::Size, Self::Browsers];

    const fn name(self) -> &'static str {
        match self {
            Self::Host => "host tests",
            Self::Corpus => "corpus",
            Self::Build => "release build",
            Self::Size => "size budgets",
            Self::Browsers => "browser tests",
        }
    }

    fn run(self, project: &Project) -> Result<()> {
        match self {
            Self::Host => host(project),
            Self::Corpus => corpus(project),
            Self::Build => build::run(project),
            Self::Size => size::check(project),
            Self::Browsers => browsers(project),
        }
    }

    /// Whether the part looks at what the build made.
    const fn reads_build(self) -> bool {
        matches!(self, Self::Size | Self::Browsers)
    }
}

/// Runs the parts that are asked for.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let parts = Part::ALL.into_iter().filter(|part| args.only.contains(part));
    let mut steps = Steps::default();
    // Before anything long is run, so that a missing browser shows at once.
    if !steps.run("what the tests need", || ensure(project, &args.only)) {
        return steps.finish();
    }
    let start = Instant::now();
    let mut build_failed = false;
    for part in parts {
        if build_failed && part.reads_build() {
            steps.skip(part.name(), "the build failed");
            continue;
        }
        let passed = steps.run(part.name(), || part.run(project));
        build_failed |= part == Part::Build && !passed;
    }
    let passed = steps.finish();
    let ci = env::var("CI").is_ok_and(|ci| ci == "true");
    passed.and(in_time(start.elapsed(), ci))
}

fn in_time(took: Duration, ci: bool) -> Result<()> {
    let minutes = |duration: Duration| duration.as_secs().div_ceil(60);
    println!("took {} min of {}", minutes(took), minutes(LIMIT));
    require!(!ci || took <= LIMIT, "the tests took longer than {} min", minutes(LIMIT));
    Ok(())
}

fn ensure(project: &Project, parts: &[Part]) -> Result<()> {
    if parts.contains(&Part::Browsers) {
        machine::ensure_browsers()?;
        npm::ensure_packages(project, "e2e")?;
        Toolbox::open(project)?.ensure(&[Tool::Geckodriver])?;
    }
    if parts.contains(&Part::Build) {
        trunk::ensure(project)?;
    }
    println!("all there");
    Ok(())
}

fn host(project: &Project) -> Result<()> {
    project.cargo(&["test", "--workspace", "--exclude", "e2e"]).run().context("a host test failed")?;
    Ok(())
}

/// The same command that an author runs.
fn corpus(project: &Project) -> Result<()> {
    let mut args = vec!["xtask", "corpus", "check"];
    let sources: PathBuf = project.path(SOURCES);
    if sources.is_dir() {
        println!("quotations are checked against the texts in {SOURCES}");
        args.extend(["--sources", SOURCES]);
    } else {
        println!("quotations are checked against the lock alone: {SOURCES} is not there");
    }
    project.cargo(&args).run().context("the corpus has problems")?;
    Ok(())
}

fn browsers(project: &Project) -> Result<()> {
    let toolbox = Toolbox::open(project)?;
    project
        .cargo(&["test", "--package", "e2e", "--", "--test-threads", BROWSER_TESTS])
        .env("PATH", toolbox.search_path(&[Tool::Geckodriver])?)
        .run()
        .context("a browser test failed")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_long_fails_in_ci_alone() {
        let check = |took: Duration, ci, ok| assert_eq!(in_time(took, ci).is_ok(), ok, "{took:?} {ci}");
        let second = Duration::from_secs(1);
        check(LIMIT, true, true);
        check(LIMIT + second, true, false);
        check(LIMIT + second, false, true);
    }
}
