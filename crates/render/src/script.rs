//! The one script of a page: the glue that wasm-bindgen wrote for the `web` target, what speaks with a page around, and the loader. No
//! opinion about the page.

use crate::glue;

/// What speaks comes first: it needs nothing of what the loader does.
const OURS: [&str; 2] = [include_str!("guest.js"), include_str!("loader.js")];

/// The functions that the loader calls.
const CALLED: [&str; 2] = ["__wbg_get_imports", "__wbg_finalize_init"];
/// Functions that do what the loader does, in more ways; nothing else calls them.
const REPLACED: [&str; 4] = [
    "async function __wbg_load(",
    "function initSync(",
    "async function __wbg_init(",
    "async function __wbg_init_once(",
];

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

/// Glue, guest and loader as the text of one inline module.
///
/// # Errors
/// When the glue is not self-contained, or not of the shape that the loader calls.
pub fn module(glue: &str) -> Result<String, ScriptError> {
    let mut lines = Vec::new();
    let mut exports = false;
    let mut replaced = false;
    for line in glue.lines() {
        if line.starts_with("import ") {
            return Err(ScriptError::Import("import"));
        }
        if line.starts_with("export {") {
            exports = true;
            continue;
        }
        let line = line.strip_prefix("export ").unwrap_or(line);
        replaced |= REPLACED.iter().any(|start| line.starts_with(start));
        if replaced {
            // A function of the top level ends where its brace stands at the margin.
            replaced = line != "}";
            continue;
        }
        lines.push(line);
    }
    if glue.contains("/snippets/") {
        return Err(ScriptError::Import("snippets"));
    }
    if !exports {
        return Err(ScriptError::Shape("export {"));
    }
    let defined = |name: &&str| lines.iter().any(|line| line.starts_with(&format!("function {name}(")));
    if let Some(missing) = CALLED.into_iter().find(|name| !defined(name)) {
        return Err(ScriptError::Shape(missing));
    }
    let glue = glue::squeeze(&lines.join("\n"), &CALLED);
    let ours: Vec<&str> = OURS
        .iter()
        .flat_map(|text| text.lines())
        .map(str::trim_start)
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect();
    // In a literal that spans lines a line would be text.
    let spans = glue.lines().any(|line| line.matches('`').count() % 2 == 1);
    let glue = glue.lines().map(|line| if spans { line.to_owned() } else { tight(line) });
    let lines: Vec<String> = glue.chain(ours.into_iter().map(tight)).collect();
    Ok(inline(&lines.join("\n")))
}

/// A line without the spaces beside punctuation. What stands in quotation marks stays, and so does a line with a slash, which may begin a pattern.
fn tight(line: &str) -> String {
    const PUNCTUATION: &str = "=(){}[],;:?<>|&!";
    if line.contains('/') {
        return line.to_owned();
    }
    let mut out = String::with_capacity(line.len());
    let mut quote = None;
    let mut escaped = false;
    let mut rest = line.chars().peekable();
    while let Some(letter) = rest.next() {
        match quote {
            Some(mark) => {
                if letter == mark && !escaped {
                    quote = None;
                }
                escaped = letter == '\\' && !escaped;
            }
            None if "'\"`".contains(letter) => quote = Some(letter),
            None if letter == ' ' => {
                let beside = [out.chars().last(), rest.peek().copied()];
                if beside.into_iter().flatten().any(|letter| PUNCTUATION.contains(letter)) {
                    continue;
                }
            }
            None => {}
        }
        out.push(letter);
    }
    out
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

    const GLUE: &str = "export function f() {}\n\
        function __wbg_get_imports() {}\n\
        function __wbg_finalize_init(instance, module) {}\n\
        async function __wbg_init(m) {\n    if (m) {\n    }\n}\n\
        export { __wbg_init as default };\n";

    #[test]
    fn glue_and_loader_make_one_module_without_exports() {
        let module = module(GLUE).unwrap();
        assert!(module.starts_with("function $a(){}\nfunction __wbg_get_imports(){}\n"), "{module}");
        assert!(!module.contains("__wbg_init"), "{module}");
        assert!(
            !module.lines().any(|line| line.starts_with("export") || line.trim_start().starts_with("//")),
            "{module}"
        );
        assert!(module.contains("parley-corpus"), "the loader is there");
    }

    #[test]
    fn glue_that_is_not_self_contained_or_of_another_shape_is_refused() {
        fn check(glue: &str, expected: ScriptError) {
            assert_eq!(module(glue), Err(expected), "{glue}");
        }
        check("", ScriptError::Shape("export {"));
        check("export { a };", ScriptError::Shape(CALLED[0]));
        check(&GLUE.replace("_finalize_init", "_end"), ScriptError::Shape(CALLED[1]));
        check(&format!("import * as a from './b.js';\n{GLUE}"), ScriptError::Import("import"));
        check(&format!("{GLUE}// ./snippets/a/inline0.js"), ScriptError::Import("snippets"));
    }

    #[test]
    fn spaces_beside_punctuation_go_and_no_others() {
        fn check(line: &str, expected: &str) {
            assert_eq!(tight(line), expected);
        }
        check("const a = b ? (c) : { d: [1, 2] };", "const a=b?(c):{d:[1,2]};");
        check("} else if (a instanceof b) return a - b;", "}else if(a instanceof b)return a - b;");
        check("f('a = b', \"c, d\", `e: ${f ? g : h}`)", "f('a = b',\"c, d\",`e: ${f ? g : h}`)");
        check("f('it\\'s = a', b)", "f('it\\'s = a',b)");
        check("a = /b = c/", "a = /b = c/");
        check("a + +b", "a + +b");
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
