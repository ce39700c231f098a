//! `cargo xtask check`: everything that can be said of the project without running it.

use anyhow::{Context as _, Result};
use duct::Expression;

use crate::project::Project;
use crate::steps::Steps;
use crate::tools::{Tool, Toolbox};
use crate::{rust, tidy};

/// Options of `check`.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Also look for known vulnerabilities, in a list that is fetched from the network
    #[arg(long)]
    advisories: bool,
}

/// Runs every check.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let mut steps = Steps::default();
    let toolbox = Toolbox::open(project)?;
    let ready = steps.run("what the checks need", || {
        rust::ensure_components(project)?;
        rust::ensure_wasm_target(project)?;
        toolbox.ensure(&[Tool::CargoDeny])
    });
    if !ready {
        return steps.finish();
    }
    let cargo = |args: &[&str]| passes(project.cargo(args));
    steps.run("tidy", || tidy::run(project));
    steps.run("format", || cargo(&["fmt", "--all", "--check"]));
    steps.run("lints", || {
        let lint = ["clippy", "--workspace", "--all-targets", "--features", "atlas-bench/browser", "--quiet"];
        cargo(&[&lint[..], &["--", "-D", "warnings"]].concat())
    });
    steps.run("lints of the widget for Wasm", || {
        cargo(&[
            "clippy",
            "--package",
            "parley-atlas",
            "--target",
            rust::WASM,
            "--quiet",
            "--",
            "-D",
            "warnings",
        ])
    });
    steps.run("dependencies", || {
        let mut subjects = vec!["check", "--hide-inclusion-graph", "bans", "licenses", "sources"];
        if args.advisories {
            subjects.push("advisories");
        }
        passes(project.command(toolbox.program(Tool::CargoDeny)?, &subjects))
    });
    steps.run("documentation", || {
        passes(
            project.cargo(&["doc", "--workspace", "--no-deps", "--quiet"]).env("RUSTDOCFLAGS", "-D warnings"),
        )
    });
    steps.finish()
}

fn passes(command: Expression) -> Result<()> {
    command.run().context("see the messages above")?;
    Ok(())
}
