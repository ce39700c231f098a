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
    // Indentation is a fifth of the glue; inside a literal that spans lines it would be text.
    let literal = glue.lines().any(|line| line.matches('`').count() % 2 == 1);
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
        let line = line.strip_prefix("export ").unwrap_or(line);
        lines.push(if literal { line } else { line.trim_start() });
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

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str =
        "export function f() {}\nasync function __wbg_init(m) {}\nexport { __wbg_init as default };\n";

    #[test]
    fn glue_and_loader_make_one_module_without_exports() {
        let module = module(GLUE).unwrap();
        assert!(module.starts_with("function f() {}\nasync function __wbg_init(m) {}\n"), "{module}");
        assert!(
            !module.lines().any(|line| line.starts_with("export") || line.trim_start().starts_with("//")),
            "{module}"
        );
        assert!(module.contains("parley-corpus"), "the loader is there");
    }

    #[test]
    fn indentation_goes_unless_it_may_be_text() {
        fn check(line: &str, expected: &str) {
            let module = module(&format!("{GLUE}{line}\n")).unwrap();
            assert!(
                module.contains(&format!(";\n{expected}\n")) || module.contains(&format!("}}\n{expected}\n")),
                "{module}"
            );
        }
        check("    return 1;", "return 1;");
        check("    return `1`;", "return `1`;");
        check("    return `1\n    2`;", "    return `1\n    2`;");
    }

    #[test]
    fn glue_that_is_not_self_contained_or_of_another_shape_is_refused() {
        fn check(glue: &str, expected: ScriptError) {
            assert_eq!(module(glue), Err(expected), "{glue}");
        }
        check("", ScriptError::Shape("export {"));
        check("export { a };", ScriptError::Shape("async function __wbg_init("));
        check(&format!("import * as a from './b.js';\n{GLUE}"), ScriptError::Import("import"));
        check(&format!("{GLUE}// ./snippets/a/inline0.js"), ScriptError::Import("snippets"));
    }

    #[test]
    fn no_script_ends_the_element_that_it_stands_in() {
        fn check(script: &str, expected: &str) {
            assert_eq!(inline(script), expected);
        }
        check("a < b", "a < b");
        check("'</script>'", "'<\\/script>'");
        check("'</SCRIPT >' + '</'", "'<\\/SCRIPT >' + '</'");
        check("'<!-- <script>'", "'<\\!-- <\\x73cript>'");
        check("'<", "'<");
        check("/<é/", "/<é/");
    }
}
