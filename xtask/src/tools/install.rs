//! Installing tools with Cargo, so that an interrupted installation is never taken for a whole one and two
//! clones never install at once.
//!
//! ```text
//! tools/.lock          held while anything is installed
//! tools/.build/        Cargo's target folder, shared by one run, then removed
//! tools/.new/          becomes `trunk-0.21.14/` when it is whole
//! ```

use std::env;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use duct::Expression;

use super::{Recipe, Toolbox, executable};
use crate::progress::{announced, run_logged};

/// Little optimisation: the tools run for seconds and would build for many minutes.
const BUILD_SETTINGS: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

/// Installs tools at their versions, one after the other.
pub(super) fn install(toolbox: &Toolbox, wanted: &[(Recipe, String)]) -> Result<()> {
    let folder = &toolbox.folder;
    fs::create_dir_all(folder.join("logs"))
        .with_context(|| format!("cannot create {}; set PARLEY_TOOLS to another folder", folder.display()))?;
    let lock = File::create(folder.join(".lock"))?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("another command is installing tools; waiting for it ...");
            lock.lock()?;
        }
        Err(TryLockError::Error(error)) => return Err(error).context("cannot lock the tools' folder"),
    }
    // The command that was waited for may have installed some.
    let missing: Vec<_> =
        wanted.iter().filter(|(r, version)| !toolbox.folder_of(r, version).exists()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = missing.iter().map(|(r, version)| format!("{} {version}", r.program)).collect();
    println!("into {}, once for every clone: {}", folder.display(), names.join(", "));
    for (recipe, version) in missing {
        install_one(folder, &toolbox.folder_of(recipe, version), recipe, version)?;
    }
    remove(&folder.join(".build"))
}

fn install_one(folder: &Path, whole: &Path, recipe: &Recipe, version: &str) -> Result<()> {
    let Recipe { program, package, about, .. } = recipe;
    announced(&format!("installing {program} {version}"), about, || {
        let new = folder.join(".new");
        let log = folder.join(format!("logs/{program}-{version}.log"));
        remove(&new)?;
        let locked = run_logged(cargo_install(folder, &new, recipe, version, &["--locked"]), &log);
        if locked.is_err() {
            println!("  not with the versions that {program} locks; again with the newest that fit ...");
            remove(&new)?;
            run_logged(cargo_install(folder, &new, recipe, version, &[]), &log).with_context(|| {
                format!(
                    "cannot install {program}; it needs a package registry and a C compiler, or by hand: \
                     cargo install {package} --version {version} --root {}",
                    whole.display()
                )
            })?;
        }
        let installed = new.join("bin").join(executable(program));
        let answer = duct::cmd!(&installed, "--version").read().context("it does not start")?;
        ensure!(answer.contains(version), "{program} says it is `{answer}`, not {version}");
        fs::rename(&new, whole).with_context(|| format!("cannot name {}", whole.display()))
    })
}

fn cargo_install(
    folder: &Path,
    root: &Path,
    recipe: &Recipe,
    version: &str,
    how: &[&'static str],
) -> Expression {
    let root = root.display().to_string();
    let mut args = vec!["install", recipe.package, "--version", version, "--root", &root];
    args.extend(recipe.features);
    args.extend(how);
    let mut command = duct::cmd(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), args)
        .dir(folder)
        .env("CARGO_TARGET_DIR", folder.join(".build"));
    for (name, value) in BUILD_SETTINGS {
        command = command.env(name, value);
    }
    command
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}
