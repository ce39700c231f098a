//! The three engines and where their programs are. Has no opinion about how they are started.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// A browser engine, each driven through its own WebDriver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chromium by chromedriver.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser by WebKitWebDriver.
    WebKitGtk,
}

/// The two programs of an engine.
#[derive(Clone, Debug)]
pub struct Binaries {
    /// The WebDriver server.
    pub driver: PathBuf,
    /// The browser that it starts.
    pub browser: PathBuf,
}

impl Engine {
    /// Every engine, in the order of reports.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKitGtk];

    /// The word for it in arguments, file names and messages.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKitGtk => "webkitgtk",
        }
    }

    /// The engine of that name.
    pub fn from_name(name: &str) -> Result<Self> {
        Engine::ALL
            .into_iter()
            .find(|engine| engine.name() == name)
            .with_context(|| format!("no engine {name:?}; there are chromium, firefox and webkitgtk"))
    }

    /// The engines that `PARLEY_ENGINES` asks for; all where it is not set, and always all under `CI=true`.
    pub fn wanted() -> Result<Vec<Self>> {
        let Some(names) = env::var("PARLEY_ENGINES").ok().filter(|names| !names.is_empty()) else {
            return Ok(Engine::ALL.to_vec());
        };
        if env::var("CI").as_deref() == Ok("true") {
            bail!("PARLEY_ENGINES={names} with CI=true: there every engine has to run");
        }
        names.split(',').map(|name| Engine::from_name(name.trim())).collect()
    }

    /// Its programs on this machine, or what is missing.
    pub fn find(self) -> Result<Binaries> {
        let path = search_path();
        let (driver, browser, package) = match self {
            Engine::Chromium => (
                first(&path, &["chromedriver"]),
                first(&path, &["chromium", "chromium-browser", "google-chrome"]),
                "chromium and chromium-driver",
            ),
            Engine::Firefox => {
                (geckodriver(&path), first(&path, &["firefox-esr", "firefox"]), "firefox-esr and geckodriver")
            }
            Engine::WebKitGtk => {
                let libraries = webkit_folders();
                let driver = first(&path, &["WebKitWebDriver"]);
                let driver = driver.or_else(|| first(&libraries, &["WebKitWebDriver"]));
                (driver, first(&libraries, &["MiniBrowser"]), "webkit2gtk-driver, xvfb and xauth")
            }
        };
        match (driver, browser) {
            (Some(driver), Some(browser)) => Ok(Binaries { driver, browser }),
            (driver, browser) => bail!(
                "{name} cannot be tested here: driver {driver:?}, browser {browser:?}; it needs {package}. \
                 `cargo xtask test` installs them on Debian; PARLEY_ENGINES={others} leaves {name} out.",
                name = self.name(),
                others = Engine::ALL
                    .map(Engine::name)
                    .into_iter()
                    .filter(|n| *n != self.name())
                    .collect::<Vec<_>>()
                    .join(","),
            ),
        }
    }
}

fn search_path() -> Vec<PathBuf> {
    env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default()
}

fn first(folders: &[PathBuf], names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// `PARLEY_GECKODRIVER`, else the search path, else the newest in the folder of the project's tools.
fn geckodriver(path: &[PathBuf]) -> Option<PathBuf> {
    if let Some(named) = env::var_os("PARLEY_GECKODRIVER") {
        return Some(PathBuf::from(named)).filter(|file| file.is_file());
    }
    first(path, &["geckodriver"]).or_else(|| {
        let versions = tools().map(|tools| children(&tools, "geckodriver-")).unwrap_or_default();
        let folders: Vec<_> = versions.iter().rev().map(|version| version.join("bin")).collect();
        first(&folders, &["geckodriver"])
    })
}

/// The cache that all clones share.
fn tools() -> Option<PathBuf> {
    env::var_os("PARLEY_TOOLS").map(PathBuf::from).or_else(|| {
        let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        let cache = cache.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cache")))?;
        Some(cache.join("parley-atlas/tools"))
    })
}

/// Distributions put WebKitGTK's programs into a folder named after its interface version, newest last.
fn webkit_folders() -> Vec<PathBuf> {
    let mut parents = vec![PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")];
    parents.extend(children(Path::new("/usr/lib"), ""));
    let mut folders: Vec<_> = parents
        .iter()
        .flat_map(|parent| [children(parent, "webkit2gtk-"), children(parent, "webkitgtk-")].concat())
        .collect();
    folders.reverse();
    folders
}

/// Folders in `parent` with a name that begins with `prefix`, by name.
fn children(parent: &Path, prefix: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(parent) else { return Vec::new() };
    let mut found: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .filter(|path| path.file_name().and_then(OsStr::to_str).is_some_and(|name| name.starts_with(prefix)))
        .collect();
    found.sort();
    found
}
