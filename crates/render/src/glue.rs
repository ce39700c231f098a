//! The glue of wasm-bindgen in fewer bytes: comments and indentation go, what is said in two lines is said in one, and what is only called
//! in here has a short name. Nothing else is rewritten: a full minifier is a large library for little more. No opinion about what the
//! glue does, nor about glue by hand: every line is one that wasm-bindgen writes.

use std::collections::BTreeSet;

use crate::words;

/// Where the table of imports is written.
const IMPORTS: &str = "function __wbg_get_imports() {";

/// The glue without members of the table of imports that the module does not import, and without functions that nothing mentions then.
pub fn prune(glue: &str, imports: &BTreeSet<String>) -> String {
    let mut kept = Vec::new();
    let (mut in_table, mut dropping) = (false, None);
    for line in glue.lines() {
        in_table = line == IMPORTS || in_table && line != "}";
        if dropping.is_none() && in_table {
            let member = line.trim_start().split_once(": function(");
            let dropped = member.is_some_and(|(name, _)| words::is_word(name) && !imports.contains(name));
            // It ends where its brace stands as far in as its name.
            dropping = dropped.then(|| format!("{}}},", &line[..line.len() - line.trim_start().len()]));
        }
        match &dropping {
            Some(end) if line == end => dropping = None,
            Some(_) => {}
            None => kept.push(line),
        }
    }
    let mut glue = kept.join("\n");
    while let Some(unused) = unused(&glue) {
        glue = unused;
    }
    glue
}

/// The glue without the first function of the top level that only it mentions itself.
fn unused(glue: &str) -> Option<String> {
    let starts = glue.match_indices("\nfunction ").map(|(at, _)| at + 1);
    starts
        .filter_map(|start| {
            let end = start + glue[start..].find("\n}\n")? + "\n}\n".len();
            let name = glue[start + "function ".len()..].split_once('(')?.0;
            let rest = [&glue[..start], &glue[end..]].concat();
            let mut mentioned = false;
            words::replace(&rest, |_, word| {
                mentioned |= word == name;
                None
            });
            (!mentioned).then_some(rest)
        })
        .next()
}

/// The same glue in fewer bytes. Functions of the top level that are in `kept` keep their names.
pub fn squeeze(glue: &str, kept: &[&str]) -> String {
    // In a literal that spans lines a line would be text.
    if glue.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return glue.to_owned();
    }
    let mut lines: Vec<String> = Vec::new();
    for line in glue.lines().map(str::trim_start) {
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        if line == "return ret;"
            && let Some(last) = lines.last_mut()
            && let Some(value) = last.strip_prefix("const ret = ").filter(|value| value.ends_with(';'))
        {
            *last = format!("return {value}");
            continue;
        }
        // Members of the table of imports; nothing makes objects by them, so that they may be methods.
        lines.push(match line.split_once(": function(") {
            Some((name, rest)) if words::is_word(name) => format!("{name}({rest}"),
            _ => line.to_owned(),
        });
    }
    shorten(&lines.join("\n"), kept)
}

/// Short names begin with a dollar sign, as none of wasm-bindgen's does.
fn shorten(glue: &str, kept: &[&str]) -> String {
    let defined: Vec<&str> = glue
        .lines()
        .filter_map(|line| line.strip_prefix("function ")?.split_once('('))
        .map(|(name, _)| name)
        .filter(|name| !kept.contains(name))
        .collect();
    words::replace(glue, |before, word| {
        // The member of something that has the name of a function is not that function; what is spread is.
        if before.ends_with('.') && !before.ends_with("...") {
            return None;
        }
        let argument = word.strip_prefix("arg").filter(|number| number.parse::<u32>().is_ok());
        let function = || Some(words::short(defined.iter().position(|name| *name == word)?));
        Some(format!("${}", argument.map(str::to_owned).or_else(function)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(glue: &str, expected: &str) {
        assert_eq!(squeeze(glue, &["kept"]), expected);
        assert_eq!(squeeze(expected, &["kept"]), expected, "squeezed twice");
    }

    #[test]
    fn lines_that_say_nothing_go() {
        check("", "");
        check("    // Note.\n\n    f(1); // one\n", "f(1); // one");
        check("    return `1`;", "return `1`;");
        check("    return `1\n    // 2`;", "    return `1\n    // 2`;");
    }

    #[test]
    fn what_the_module_does_not_import_goes_and_all_that_only_that_calls() {
        let glue = "function __wbg_get_imports() {\n    const i = {\n        a: function(arg0) {\n            f(arg0);\n        },\n        \
            b: function(arg0) {\n            g(arg0);\n        },\n    };\n}\nfunction f(x) {\n    h(x);\n}\n\
            function g(x) {\n}\nfunction h(x) {\n    h(x);\n}\nexport function e() {\n}\nwasm.__wbg_get_imports();\n";
        let pruned = |imports: &[&str]| prune(glue, &imports.iter().map(|name| (*name).to_owned()).collect());
        let check = |imports: &[&str], functions: &[&str]| {
            let pruned = pruned(imports);
            let found: Vec<&str> =
                pruned.lines().filter_map(|line| line.split_once("(x) {")).map(|it| it.0).collect();
            assert_eq!(found, functions, "{pruned}");
            assert!(pruned.contains("    };\n}\n") && pruned.contains("export function e"), "{pruned}");
        };
        check(&["a", "b"], &["function f", "function g", "function h"]);
        check(&["a"], &["function f", "function h"]);
        check(&["b"], &["function g"]);
        check(&[], &[]);
    }

    #[test]
    fn two_lines_become_one() {
        check("const ret = f(\n1);\nreturn ret;", "const ret = f(\n1);\nreturn ret;");
        check("    const ret = f(1);\n    return ret;", "return f(1);");
        check("const ret = f(1);\nreturn 1;", "const ret = f(1);\nreturn 1;");
    }

    #[test]
    fn members_become_methods() {
        check("a: function(b) {", "a(b) {");
        check("a: function() { return f(function (b) {", "a() { return f(function (b) {");
        check("c = b ? a: function(b) {", "c = b ? a: function(b) {");
    }

    #[test]
    fn what_is_only_called_in_here_has_a_short_name() {
        check(
            "function first(arg0, arg12) { wasm.first(arg0); }\nfunction kept(args) { first(...arg12); }",
            "function $a($0, $12) { wasm.first($0); }\nfunction kept(args) { $a(...$12); }",
        );
    }
}
