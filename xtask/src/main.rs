//! Every command of the project, behind `cargo xtask`: one file per command, named as the command is.
//!
//! This file knows the words of the command line and which file answers them; it has no opinion about what a
//! command does. A new command is one variant of [`Command`] and one arm of [`Command::run`].

mod bench;
mod build;
mod check;
mod corpus;
mod geodata;
mod machine;
mod npm;
mod progress;
mod project;
mod rust;
mod serve;
mod size;
mod steps;
mod test;
mod tidy;
mod tools;
mod trunk;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::project::Project;

/// Commands of Parley Atlas.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what is missing, build, serve on this machine, rebuild on change
    Serve(serve::Args),
    /// Build `dist/` and `dist/standalone.html` as they are published
    Build,
    /// Install what the tests need and run every test
    Test(test::Args),
    /// Formatting, lints, licences, documentation and the house rules
    Check(check::Args),
    /// Check a corpus, make one up, pack one
    #[command(subcommand)]
    Corpus(corpus::Args),
    /// Make the map's bytes anew from published outlines
    Geodata,
    /// Measure the built files against their budgets
    Size(size::Args),
    /// Measure how long things take, on the host and in Chromium
    Bench(bench::Args),
}

impl Command {
    fn run(self, project: &Project) -> Result<()> {
        match self {
            Self::Serve(args) => serve::run(project, &args),
            Self::Build => build::run(project),
            Self::Test(args) => test::run(project, &args),
            Self::Check(args) => check::run(project, &args),
            Self::Corpus(args) => corpus::run(project, &args),
            Self::Geodata => geodata::run(project),
            Self::Size(args) => size::run(project, &args),
            Self::Bench(args) => bench::run(project, &args),
        }
    }
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match Project::find().and_then(|project| cli.command.run(&project)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
