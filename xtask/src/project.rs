//! The project on this disk: its root folder, its lock file, and commands that run in its root.
//!
//! Knows nothing of what the commands are for.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use duct::Expression;
use serde::Deserialize;

/// The project's root folder.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the root from the folder that Cargo names when it runs this program.
    pub(crate) fn find() -> Result<Self> {
        let manifest_dir = env::var_os("CARGO_MANIFEST_DIR")
            .context("this program finds the project through Cargo; run it as `cargo xtask`")?;
        let root = Path::new(&manifest_dir).parent().context("the folder `xtask` has no parent")?.to_owned();
        Ok(Self { root })
    }

    /// A path inside the project.
    pub(crate) fn path(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.root.join(inside)
    }

    /// A file of the project as text.
    pub(crate) fn read(&self, inside: &str) -> Result<String> {
        fs::read_to_string(self.path(inside)).with_context(|| format!("cannot read {inside}"))
    }

    /// A program with its arguments, to be run in the project's root (and, as `duct` has it, in no other folder
    /// that is set later).
    pub(crate) fn command(&self, program: impl Into<OsString>, args: &[&str]) -> Expression {
        duct::cmd(program.into(), args).dir(&self.root)
    }

    /// Cargo with arguments, to be run in the project's root.
    pub(crate) fn cargo(&self, args: &[&str]) -> Expression {
        self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), args)
    }
}

/// The version of a package in the text of a `Cargo.lock`.
pub(crate) fn locked_version(lock: &str, package: &str) -> Result<String> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Package>,
    }
    #[derive(Deserialize)]
    struct Package {
        name: String,
        version: String,
    }

    let lock: Lock = toml::from_str(lock).context("Cargo.lock is not a lock file")?;
    let mut versions = lock.package.into_iter().filter(|p| p.name == package).map(|p| p.version);
    let version = versions.next().with_context(|| format!("Cargo.lock names no `{package}`"))?;
    match versions.next() {
        None => Ok(version),
        Some(second) => anyhow::bail!("Cargo.lock names `{package}` at both {version} and {second}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lock: &str, expected: Result<&str, &str>) {
        let found = locked_version(lock, "wasm-bindgen").map_err(|e| e.to_string());
        assert_eq!(found.as_deref().map_err(String::as_str), expected);
    }

    #[test]
    fn version_comes_from_the_lock() {
        let one = "version = 4\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        let other = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n";
        let second = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.3.0\"\n";
        check(one, Ok("0.2.130"));
        check(&format!("{one}{other}"), Ok("0.2.130"));
        check(other, Err("Cargo.lock names no `wasm-bindgen`"));
        check(&format!("{one}{second}"), Err("Cargo.lock names `wasm-bindgen` at both 0.2.130 and 0.3.0"));
        check("not a lock", Err("Cargo.lock is not a lock file"));
    }
}
