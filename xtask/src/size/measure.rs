//! Measures the built files. The served page is `index.html`, which holds the glue in an inline module, and every
//! file of `dist/` that it names, the Wasm among them; other pages are not loaded with it.

use std::fs;
use std::io::Write as _;

use anyhow::{Context as _, Result, bail};

use super::Figures;
use crate::build::files;
use crate::project::Project;

const MAP: &str = "geodata/map.bin";

/// The figures of `dist/`, by the keys of the budget's rows.
pub(super) fn dist(project: &Project) -> Result<Figures> {
    let dist = project.path("dist");
    let read = |name: &str| {
        fs::read(dist.join(name))
            .with_context(|| format!("cannot read dist/{name}; run `cargo xtask build` first"))
    };
    let index = String::from_utf8(read("index.html")?).context("dist/index.html is no UTF-8")?;
    let page = Page::cut(&index).context("dist/index.html")?;

    let (mut program, mut document) = (compressed(page.glue.as_bytes())?, compressed(page.rest.as_bytes())?);
    let mut loaded = compressed(index.as_bytes())?;
    let mut has_wasm = false;
    for path in files(&dist)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".html") || !index.contains(&*name) {
            continue;
        }
        let bytes = compressed(&fs::read(&path)?)?;
        loaded += bytes;
        match name.rsplit('.').next() {
            Some("wasm" | "js") => program += bytes,
            _ => document += bytes,
        }
        has_wasm |= name.ends_with(".wasm");
    }
    if !has_wasm {
        bail!("dist/index.html names no Wasm file of dist/");
    }
    let map = fs::read(project.path(MAP))
        .with_context(|| format!("cannot read {MAP}, the map that the Wasm holds"))?;
    let figures = [
        ("wasm_and_glue", program),
        ("map", compressed(&map)?),
        ("document", document),
        ("page", loaded),
        ("standalone", read("standalone.html")?.len() as u64),
    ];
    Ok(figures.into_iter().map(|(key, bytes)| (key.to_owned(), bytes)).collect())
}

/// A page cut in two: the text of its inline modules, and all the rest.
#[derive(PartialEq, Eq, Debug)]
struct Page {
    glue: String,
    rest: String,
}

impl Page {
    fn cut(html: &str) -> Result<Self> {
        let (mut glue, mut rest, mut after) = (String::new(), String::new(), html);
        while let Some(start) = after.find("<script") {
            let open = after[start..].find('>').context("a script tag has no end")? + start + 1;
            let close = after[open..].find("</script").context("a script has no end")? + open;
            let is_module = after[start..open].contains("module");
            rest.push_str(&after[..open]);
            if is_module { &mut glue } else { &mut rest }.push_str(&after[open..close]);
            after = &after[close..];
        }
        rest.push_str(after);
        if glue.trim().is_empty() {
            bail!("holds no inline module");
        }
        Ok(Self { glue, rest })
    }
}

/// The length after Brotli at level 11 with the window that servers use.
fn compressed(bytes: &[u8]) -> Result<u64> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glue_is_cut_out_of_the_page() {
        let check = |html: &str, expected: Option<(&str, &str)>| {
            let expected = expected.map(|(glue, rest)| Page { glue: glue.to_owned(), rest: rest.to_owned() });
            assert_eq!(Page::cut(html).ok(), expected, "{html}");
        };
        check(
            "<p>a</p><script type=\"module\">let a = 1 > 0;</script><p>b</p>",
            Some(("let a = 1 > 0;", "<p>a</p><script type=\"module\"></script><p>b</p>")),
        );
        check(
            "<script type=application/json>{}</script><script type=module>x</script>",
            Some(("x", "<script type=application/json>{}</script><script type=module></script>")),
        );
        check("<script type=module>x</script><script type=module>y</script>", {
            Some(("xy", "<script type=module></script><script type=module></script>"))
        });
        check("<p>no script</p>", None);
        check("<script type=module src=a.js></script>", None);
        check("<script type=module>x", None);
        check("<script type=module", None);
    }

    #[test]
    fn compression_is_brotli_11() {
        let text = "Where were peace talks proposed? ".repeat(1_000);
        let bytes = compressed(text.as_bytes()).unwrap();
        assert!((10..100).contains(&bytes), "{bytes}");
        assert!(compressed(b"").unwrap() <= 2);
    }
}
