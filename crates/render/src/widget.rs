//! What a built widget consists of, apart from its corpus: Wasm, script, style sheet. Read from Trunk's staging folder or from a finished
//! widget. No opinion about the pages composed of it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::lean::lean;
use crate::markup::{Element, elements};
use crate::{glue, names, script, style};

/// The parts of a widget that are the same for every corpus.
#[derive(Clone, Debug)]
pub struct Widget {
    /// The module.
    pub wasm: Vec<u8>,
    /// The inline script of every page.
    pub script: String,
    /// The style sheet, squeezed.
    pub style: String,
    /// The reload script, where Trunk serves the pages.
    pub reload: Option<String>,
}

impl Widget {
    /// Reads what Trunk staged; for a release, without what only panics need.
    ///
    /// # Errors
    /// When a file is missing, the glue cannot be inlined, or the module needs for something else what only panics should need.
    pub fn from_staging(dir: &Path, release: bool) -> Result<Self> {
        let staged = elements(&read(&dir.join("index.html"))?);
        let mut glue = read(&only(dir, ".js")?)?;
        let mut css = String::new();
        for link in staged.iter().filter(|element| element.attribute("rel") == Some("stylesheet")) {
            let address = link.attribute("href").unwrap_or_default();
            // Trunk puts every style sheet at the top of the folder, under whatever public address.
            let name = address.rsplit('/').next().unwrap_or_default();
            css.push_str(&read(&dir.join(name))?);
            css.push('\n');
        }
        let reload = staged
            .iter()
            .find(|element| element.name == "script" && element.text.contains("__TRUNK_ADDRESS__"));
        let wasm = only(dir, "_bg.wasm")?;
        let mut bytes = fs::read(&wasm).with_context(|| wasm.display().to_string())?;
        if release {
            let lean = lean(&bytes)?;
            (bytes, glue) = (lean.wasm, glue::prune(&glue, &lean.imports));
        }
        let (wasm, glue) = names::shorten(&bytes, &glue).with_context(|| wasm.display().to_string())?;
        Ok(Self {
            wasm,
            script: script::module(&glue)?,
            style: style::squeeze(&css),
            reload: reload.map(|element| element.text.clone()),
        })
    }

    /// Reads a finished widget: its `index.html` and the module beside it.
    ///
    /// # Errors
    /// When a file is missing, or the page was not composed by [`crate::site::write`].
    pub fn from_finished(dir: &Path) -> Result<Self> {
        let file = dir.join("index.html");
        let page = elements(&read(&file)?);
        let find = |name: &str, id: &str| -> Result<&Element> {
            let found = page.iter().find(|element| element.is(name, id));
            found.with_context(|| {
                format!("{}: no <{name} id={id:?}>; is this a finished widget?", file.display())
            })
        };
        let address = find("div", "parley")?.attribute("data-wasm").unwrap_or_default();
        let wasm = dir.join(address);
        Ok(Self {
            wasm: fs::read(&wasm).with_context(|| wasm.display().to_string())?,
            script: find("script", "pa-script")?.text.clone(),
            style: find("style", "pa-style")?.text.clone(),
            reload: None,
        })
    }
}

fn read(file: &Path) -> Result<String> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    // A browser hashes inline text with its line ends normalised.
    Ok(text.replace("\r\n", "\n"))
}

fn only(dir: &Path, ending: &str) -> Result<PathBuf> {
    let entries = fs::read_dir(dir).with_context(|| dir.display().to_string())?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let found: Vec<PathBuf> = paths
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ending)))
        .collect();
    match found.as_slice() {
        [one] => Ok(one.clone()),
        _ => bail!("{}: one file …{ending} was expected, {} are there", dir.display(), found.len()),
    }
}
