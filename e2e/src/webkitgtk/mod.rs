//! What WebKitGTK's MiniBrowser needs besides its driver: a display, a console that can be read, a narrow window.
//! Has no opinion about pages.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process::Process;

/// Prepares the driver's `command`; files go into `folder`. Gives the display, which has to outlive the browser.
pub(crate) fn prepare(command: &mut Command, folder: &Path) -> Result<Process> {
    let (display, name) = Process::start_display()?;
    let config = folder.join("config");
    fs::create_dir_all(config.join("gtk-3.0"))?;
    fs::write(config.join("gtk-3.0/gtk.css"), include_str!("gtk.css"))?;
    command.env("DISPLAY", name);
    command.env("XDG_CONFIG_HOME", config);
    command.env("LD_PRELOAD", compile(folder)?);
    // Needed as root, and without a graphics card.
    command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    Ok(display)
}

fn compile(folder: &Path) -> Result<std::path::PathBuf> {
    let (source, library) = (folder.join("keep_console.c"), folder.join("keep_console.so"));
    fs::write(&source, include_str!("keep_console.c"))?;
    let mut compiler = Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-o"]).arg(&library).arg(&source);
    ensure!(
        compiler.status().context("a C compiler, cc")?.success(),
        "cc does not compile {}",
        source.display()
    );
    Ok(library)
}
