//! `atlas-render finish` and `atlas-render append`. No opinion about anything but their arguments.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

const USAGE: &str = "usage:
  atlas-render finish
      composes the pages from what Trunk staged (run by Trunk as its post_build hook)
  atlas-render append --corpus PACK_OR_FOLDER --widget DIR --out DIR
      packs another corpus, renders its documents and appends it to a built widget";

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Vec<String>) -> Result<()> {
    match arguments.split_first().map(|(command, rest)| (command.as_str(), rest)) {
        Some(("finish", [])) => atlas_render::finish(),
        Some(("append", flags)) => {
            let value = |name: &str| flag(flags, name).with_context(|| format!("{name} is missing\n{USAGE}"));
            atlas_render::append(&value("--corpus")?, &value("--widget")?, &value("--out")?)
        }
        _ => bail!("{USAGE}"),
    }
}

fn flag(flags: &[String], name: &str) -> Option<PathBuf> {
    flags.chunks_exact(2).find(|pair| pair[0] == name).map(|pair| PathBuf::from(&pair[1]))
}
