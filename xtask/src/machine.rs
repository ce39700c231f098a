//! What the browser tests need of the machine: browsers, drivers, fonts, Node.
//!
//! On Debian as root the packages are installed; elsewhere the missing ones are named, exactly, and that is an
//! error. Nothing is installed by any other way.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context as _, Result, bail};

use crate::progress::{announced, run_logged};

/// One thing that has to be there.
struct Need {
    what: &'static str,
    sign: Sign,
    /// The package that brings it on Debian.
    debian: &'static str,
}

/// How its presence is seen.
enum Sign {
    /// A program on the search path, under any of these names.
    Program(&'static [&'static str]),
    /// A file or folder, in any of these places.
    Path(&'static [&'static str]),
}

const NEEDS: [Need; 10] = [
    Need {
        what: "Chromium",
        sign: Sign::Program(&["chromium", "chromium-browser", "google-chrome"]),
        debian: "chromium",
    },
    Need { what: "Chromium's driver", sign: Sign::Program(&["chromedriver"]), debian: "chromium-driver" },
    Need { what: "Firefox", sign: Sign::Program(&["firefox-esr", "firefox"]), debian: "firefox-esr" },
    Need {
        what: "WebKitGTK's driver",
        sign: Sign::Program(&["WebKitWebDriver"]),
        debian: "webkit2gtk-driver",
    },
    Need { what: "a virtual screen (Xvfb)", sign: Sign::Program(&["Xvfb"]), debian: "xvfb" },
    Need { what: "xvfb-run", sign: Sign::Program(&["xvfb-run"]), debian: "xvfb" },
    Need { what: "xauth", sign: Sign::Program(&["xauth"]), debian: "xauth" },
    Need {
        what: "Noto fonts",
        sign: Sign::Path(&[
            "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
            "/usr/share/fonts/noto/NotoSans-Regular.ttf",
            "/usr/share/fonts/google-noto",
        ]),
        debian: "fonts-noto-core",
    },
    Need { what: "Node", sign: Sign::Program(&["node"]), debian: "nodejs" },
    Need { what: "npm", sign: Sign::Program(&["npm"]), debian: "npm" },
];

/// Installs what the browser tests need, or says what is missing.
pub(crate) fn ensure_browsers() -> Result<()> {
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    if !(is_debian(&fs::read_to_string("/etc/os-release").unwrap_or_default()) && is_root()) {
        bail!("{}", explain(&missing));
    }
    let mut packages: Vec<&str> = missing.iter().map(|need| need.debian).collect();
    packages.dedup();
    announced(&format!("installing {}", packages.join(" ")), "3 min", || apt_install(&packages))?;
    let missing = self::missing();
    if missing.is_empty() { Ok(()) } else { bail!("{}", explain(&missing)) }
}

fn missing() -> Vec<&'static Need> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
    let on_path = |name: &str| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        folders.iter().any(|folder| folder.join(&file).is_file())
    };
    let is_there = |need: &&Need| match need.sign {
        Sign::Program(names) => names.iter().any(|name| on_path(name)),
        Sign::Path(places) => places.iter().any(|place| Path::new(place).exists()),
    };
    NEEDS.iter().filter(|need| !is_there(need)).collect()
}

fn apt_install(packages: &[&str]) -> Result<()> {
    let log = env::temp_dir().join("parley-atlas-apt.log");
    let apt =
        |args: &[&str]| run_logged(duct::cmd("apt-get", args).env("DEBIAN_FRONTEND", "noninteractive"), &log);
    apt(&["update"]).context("cannot read the lists of packages")?;
    let mut args = vec!["install", "--yes", "--no-install-recommends"];
    args.extend(packages);
    apt(&args).with_context(|| format!("cannot install {}", packages.join(" ")))
}

fn is_root() -> bool {
    duct::cmd!("id", "-u").stderr_null().read().is_ok_and(|id| id == "0")
}

fn is_debian(os_release: &str) -> bool {
    os_release.lines().any(|line| matches!(line.trim(), "ID=debian" | "ID=\"debian\""))
}

fn explain(missing: &[&Need]) -> String {
    let mut text = String::from("the browser tests need what this machine does not have:\n");
    for Need { what, sign, debian } in missing {
        let looked_for = match sign {
            Sign::Program(names) => format!("program {}", names.join(" or ")),
            Sign::Path(places) => places.join(" or "),
        };
        text.push_str(&format!("  {what}: {looked_for} (Debian package {debian})\n"));
    }
    text.push_str(
        "On Debian, run this command as root and it installs them. The other tests need none of them: \
         cargo xtask test --only host,corpus,build,size",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_is_told_from_its_relatives() {
        let check = |text, expected| assert_eq!(is_debian(text), expected, "{text}");
        check("NAME=\"Debian GNU/Linux\"\nID=debian\n", true);
        check("ID=\"debian\"\n", true);
        check("ID=ubuntu\nID_LIKE=debian\n", false);
        check("VERSION_ID=debian\n", false);
        check("", false);
    }

    #[test]
    fn what_is_missing_is_named() {
        let text = explain(&[&NEEDS[2], &NEEDS[7]]);
        assert!(
            text.contains("Firefox: program firefox-esr or firefox (Debian package firefox-esr)"),
            "{text}"
        );
        assert!(text.contains("NotoSans-Regular.ttf"), "{text}");
    }
}
