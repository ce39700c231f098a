//! The one script of a page: the glue that wasm-bindgen wrote for the `web` target, and the loader. No opinion about the page.

const LOADER: &str = include_str!("loader.js");

/// Why glue cannot be inlined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ScriptError {
    /// It names other files.
    #[error(
        "the glue imports a file ({0:?}): inline JavaScript of a dependency cannot be shipped in one file"
    )]
    Import(&'static str),
    /// It is not what `wasm-bindgen --target web` writes.
    #[error("the glue has no {0:?}: it was written by another wasm-bindgen or for another target than `web`")]
    Shape(&'static str),
}

/// Glue and loader as the text of one inline module.
///
/// # Errors
/// When the glue is not self-contained, or not of the shape that the loader calls.
pub fn module(glue: &str) -> Result<String, ScriptError> {
    let mut lines = Vec::new();
    let mut exports = false;
    for line in glue.lines() {
        if line.starts_with("import ") {
            return Err(ScriptError::Import("import"));
        }
        if line.starts_with("export {") {
            exports = true;
            continue;
        }
        lines.push(line.strip_prefix("export ").unwrap_or(line));
    }
    if glue.contains("/snippets/") {
        return Err(ScriptError::Import("snippets"));
    }
    if !exports {
        return Err(ScriptError::Shape("export {"));
    }
    let entry = "async function __wbg_init(";
    if !glue.contains(entry) {
        return Err(ScriptError::Shape(entry));
    }
    lines.extend(LOADER.lines().filter(|line| !line.trim_start().starts_with("//")));
    Ok(inline(&lines.join("\n")))
}

/// JavaScript that can stand between `<script>` and `</script>`; what is escaped can only stand in strings and patterns, where `\/` is `/`.
fn inline(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(at) = rest.find('<') {
        let (before, tail) = rest.split_at(at + 1);
        out.push_str(before);
        let starts = |mark: &str| tail.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark));
        if starts("/script") || starts("!--") {
            out.push('\\');
        } else if starts("script") {
            // `<script` after `<!--` would hide the end tag; `\s` would be a class in a pattern, `\x73` is an s everywhere.
            out.push_str("\\x73");
            rest = &tail[1..];
            continue;
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}
