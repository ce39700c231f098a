//! The parts of the Rust toolchain beyond the compiler itself: the Wasm target, Clippy and rustfmt.
//!
//! Asks the compiler what is there, so that a toolchain from elsewhere than rustup serves as well.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::progress::announced;
use crate::project::Project;

/// The target of the widget.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the Wasm target if the toolchain has none.
pub(crate) fn ensure_wasm_target(project: &Project) -> Result<()> {
    let libraries = project
        .command("rustc", &["--print", "target-libdir", "--target", WASM])
        .read()
        .context("rustc does not answer")?;
    if Path::new(&libraries).is_dir() {
        return Ok(());
    }
    rustup(project, &format!("adding the target {WASM}"), &["target", "add", WASM])
}

/// Adds Clippy and rustfmt if the toolchain has none.
pub(crate) fn ensure_components(project: &Project) -> Result<()> {
    for (component, subcommand) in [("clippy", "clippy"), ("rustfmt", "fmt")] {
        let answer =
            project.cargo(&[subcommand, "--version"]).stdout_null().stderr_null().unchecked().run()?;
        if !answer.status.success() {
            rustup(project, &format!("adding {component}"), &["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(project: &Project, what: &str, args: &[&str]) -> Result<()> {
    announced(what, "1 min", || {
        project.command("rustup", args).run().map(drop).with_context(|| {
            format!("{what} needs rustup; if the toolchain comes from elsewhere, add it there by hand")
        })
    })
}
