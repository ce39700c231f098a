//! Programs that the commands run, at pinned versions, in a cache folder that every clone shares.
//!
//! ```text
//! $PARLEY_TOOLS, else $XDG_CACHE_HOME/parley-atlas/tools, else ~/.cache/parley-atlas/tools
//!   trunk-0.21.14/bin/trunk      one folder for each tool and version
//!   logs/trunk-0.21.14.log       what its installation said
//! ```
//!
//! A folder with a version in its name is whole: an installation gets its name when it is done. Old versions
//! stay for clones that still want them.

mod install;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::project::{Project, locked_version};

/// A program of the cache.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tool {
    /// Builds and serves the widget.
    Trunk,
    /// Makes the glue between Wasm and the browser.
    WasmBindgen,
    /// Drives Firefox.
    Geckodriver,
    /// Checks licences, duplicates and sources of dependencies.
    CargoDeny,
}

/// How a tool is had.
struct Recipe {
    /// Name of the program and, with the version, of its folder.
    program: &'static str,
    /// Name of the package that holds it.
    package: &'static str,
    version: Version,
    /// Arguments that choose the fewest features.
    features: &'static [&'static str],
    /// Roughly how long it takes to build on two cores.
    about: &'static str,
}

enum Version {
    Pinned(&'static str),
    /// The version of a library in `Cargo.lock`.
    Locked(&'static str),
}

impl Tool {
    const fn recipe(self) -> Recipe {
        match self {
            Self::Trunk => Recipe {
                program: "trunk",
                package: "trunk",
                version: Version::Pinned("0.21.14"),
                features: &["--no-default-features", "--features", "rustls"],
                about: "4 min",
            },
            Self::WasmBindgen => Recipe {
                program: "wasm-bindgen",
                package: "wasm-bindgen-cli",
                // Library and program have to be of one version.
                version: Version::Locked("wasm-bindgen"),
                features: &[],
                about: "2 min",
            },
            Self::Geckodriver => Recipe {
                program: "geckodriver",
                package: "geckodriver",
                version: Version::Pinned("0.37.1"),
                features: &[],
                about: "2 min",
            },
            Self::CargoDeny => Recipe {
                program: "cargo-deny",
                package: "cargo-deny",
                version: Version::Pinned("0.20.2"),
                features: &[],
                about: "2 min",
            },
        }
    }
}

/// The cache folder, and the project's lock file, from which one version comes.
pub(crate) struct Toolbox {
    folder: PathBuf,
    lock: String,
}

impl Toolbox {
    /// Finds the cache folder; it need not exist yet.
    pub(crate) fn open(project: &Project) -> Result<Self> {
        let folder = cache_folder(|name| env::var_os(name), env::home_dir())?;
        Ok(Self { folder, lock: project.read("Cargo.lock")? })
    }

    /// Installs those tools that are missing.
    pub(crate) fn ensure(&self, tools: &[Tool]) -> Result<()> {
        let mut wanted = Vec::new();
        for &tool in tools {
            let recipe = tool.recipe();
            let version = self.version(&recipe)?;
            if !self.folder_of(&recipe, &version).join("bin").join(executable(recipe.program)).is_file() {
                wanted.push((recipe, version));
            }
        }
        if wanted.is_empty() { Ok(()) } else { install::install(self, &wanted) }
    }

    /// The path of a tool that [`Self::ensure`] has seen.
    pub(crate) fn program(&self, tool: Tool) -> Result<PathBuf> {
        Ok(self.bin(tool)?.join(executable(tool.recipe().program)))
    }

    /// The search path of this process with the folders of these tools before it.
    pub(crate) fn search_path(&self, tools: &[Tool]) -> Result<OsString> {
        let mut folders = tools.iter().map(|&tool| self.bin(tool)).collect::<Result<Vec<_>>>()?;
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        env::join_paths(folders).context("the tools' folder cannot stand in a search path; set PARLEY_TOOLS")
    }

    fn bin(&self, tool: Tool) -> Result<PathBuf> {
        let recipe = tool.recipe();
        Ok(self.folder_of(&recipe, &self.version(&recipe)?).join("bin"))
    }

    fn version(&self, recipe: &Recipe) -> Result<String> {
        match recipe.version {
            Version::Pinned(version) => Ok(version.to_owned()),
            Version::Locked(library) => locked_version(&self.lock, library),
        }
    }

    fn folder_of(&self, recipe: &Recipe, version: &str) -> PathBuf {
        self.folder.join(format!("{}-{version}", recipe.program))
    }
}

fn executable(program: &str) -> String {
    format!("{program}{}", env::consts::EXE_SUFFIX)
}

fn cache_folder(variable: impl Fn(&str) -> Option<OsString>, home: Option<PathBuf>) -> Result<PathBuf> {
    // An empty variable counts as none, and a relative one cannot be shared.
    let folder = |name| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    if let Some(tools) = folder("PARLEY_TOOLS") {
        return Ok(tools);
    }
    let cache = match folder("XDG_CACHE_HOME") {
        Some(cache) => cache,
        None => home
            .filter(|path| path.is_absolute())
            .context("there is no home folder to keep tools in; set PARLEY_TOOLS to an absolute path")?
            .join(".cache"),
    };
    Ok(cache.join(Path::new("parley-atlas/tools")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cache_folder_is_shared_by_clones() {
        let check = |set: &[(&str, &str)], home: Option<&str>, expected: Option<&str>| {
            let variable = |name: &str| {
                set.iter().find(|(set_name, _)| *set_name == name).map(|(_, value)| value.into())
            };
            assert_eq!(cache_folder(variable, home.map(PathBuf::from)).ok(), expected.map(PathBuf::from));
        };
        check(&[], Some("/h"), Some("/h/.cache/parley-atlas/tools"));
        check(&[("XDG_CACHE_HOME", "/c")], Some("/h"), Some("/c/parley-atlas/tools"));
        check(&[("XDG_CACHE_HOME", "")], Some("/h"), Some("/h/.cache/parley-atlas/tools"));
        check(&[("PARLEY_TOOLS", "/t"), ("XDG_CACHE_HOME", "/c")], Some("/h"), Some("/t"));
        check(&[("PARLEY_TOOLS", "near")], Some("/h"), Some("/h/.cache/parley-atlas/tools"));
        check(&[], None, None);
    }

    #[test]
    fn versions_agree_with_the_project_files() {
        let project = Project::find().unwrap();
        let toolbox = Toolbox { folder: "/t".into(), lock: project.read("Cargo.lock").unwrap() };
        let check = |tool: Tool, expected: &str| {
            assert_eq!(toolbox.version(&tool.recipe()).unwrap(), expected);
        };
        let config: toml::Table = project.read("Trunk.toml").unwrap().parse().unwrap();
        check(Tool::Trunk, config["trunk-version"].as_str().unwrap().trim_start_matches('='));
        check(Tool::WasmBindgen, config["tools"]["wasm_bindgen"].as_str().unwrap());
    }
}
