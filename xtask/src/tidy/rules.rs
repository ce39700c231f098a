//! The house rules as a table: what is looked for, in which files, and why.
//!
//! Lines of source are counted with their blank lines and comments. Comments are no use of a name: code is
//! looked at, up to a `//`, unless the rule says that the whole text counts.

/// One rule.
pub(super) struct Rule {
    /// The rule and its reason, as the message says it.
    reason: &'static str,
    /// Files whose path begins with one of these; an empty text is any file.
    within: &'static [&'static str],
    /// Exceptions, by the beginning of the path.
    except: &'static [&'static str],
    look: Look,
}

/// What breaks a rule.
enum Look {
    /// One of these texts anywhere, not as the end of a longer path.
    Path(&'static [&'static str]),
    /// One of these names in the code of a Rust file, not as the end of a longer name.
    Code(&'static [&'static str]),
    /// A Rust file that does not open with its module doc.
    NoModuleDoc,
    /// A Rust file of more lines, unless its module doc gives a reason.
    Longer(usize),
}

/// Every rule.
pub(super) const RULES: &[Rule] = &[
    Rule {
        reason: "no path of one machine: it says nothing on another",
        within: &[""],
        except: &["xtask/src/tidy/rules.rs"],
        look: Look::Path(&["/home/", "/root/", "/work/"]),
    },
    Rule {
        reason: "a file opens with its module doc: what it is for, and what it has no opinion about",
        within: &[""],
        except: &[],
        look: Look::NoModuleDoc,
    },
    Rule {
        reason: "a file of more than 400 lines says why in its module doc, in a sentence with the word `lines`",
        within: &[""],
        except: &[],
        look: Look::Longer(400),
    },
    Rule {
        reason: "the core knows no browser, no framework and no clock, so that it runs and is tested anywhere",
        within: &["crates/atlas/"],
        except: &[],
        look: Look::Code(&["web_sys", "gloo", "yew", "js_sys", "Instant::now", "SystemTime"]),
    },
    Rule {
        reason: "the browser is touched in `src/platform` alone, so that views run on the host",
        within: &["src/"],
        except: &["src/platform/", "src/platform.rs"],
        look: Look::Code(&["web_sys", "gloo"]),
    },
    Rule {
        reason: "Yew belongs to the widget and to what renders it on the host",
        within: &["crates/", "xtask/", "e2e/"],
        except: &["crates/atlas/", "crates/render/", "xtask/src/tidy/"],
        look: Look::Code(&["yew"]),
    },
    Rule {
        reason: "the policy of the built page refuses inline styles, markup from strings, and evaluated text",
        within: &["src/", "crates/render/src/"],
        except: &[],
        look: Look::Code(&[
            "style=",
            "innerHTML",
            "set_inner_html",
            "set_outer_html",
            "insert_adjacent_html",
            "from_html_unchecked",
            "eval(",
        ]),
    },
];

/// The problems of one file, each as `path:line: text: reason`.
pub(super) fn problems(path: &str, text: &str) -> Vec<String> {
    let starts = |beginnings: &[&str]| beginnings.iter().any(|beginning| path.starts_with(beginning));
    RULES
        .iter()
        .filter(|rule| starts(rule.within) && !starts(rule.except))
        .flat_map(|rule| {
            let broken = rule.look.find(path.ends_with(".rs"), text).into_iter();
            broken.map(|(line, found)| format!("{path}:{line}: {found}: {}", rule.reason))
        })
        .collect()
}

impl Look {
    /// Line numbers, from 1, and what stands there.
    fn find(&self, is_rust: bool, text: &str) -> Vec<(usize, String)> {
        match self {
            Self::Path(paths) => {
                find_in_lines(text, paths, |line| line, |c| c.is_alphanumeric() || "._-~*/}".contains(c))
            }
            _ if !is_rust => Vec::new(),
            Self::Code(names) => find_in_lines(text, names, code_of, |c| c.is_alphanumeric() || c == '_'),
            Self::NoModuleDoc if module_doc(text).is_empty() => vec![(1, "no module doc".to_owned())],
            Self::Longer(most) if text.lines().count() > *most && !module_doc(text).contains("lines") => {
                vec![(most + 1, format!("{} lines", text.lines().count()))]
            }
            Self::NoModuleDoc | Self::Longer(_) => Vec::new(),
        }
    }
}

/// Lines in which one of the texts stands, unless `joins` says that the character before it makes it the end of
/// something longer.
fn find_in_lines<'a>(
    text: &'a str,
    wanted: &[&str],
    part: impl Fn(&'a str) -> &'a str,
    joins: impl Fn(char) -> bool,
) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = part(line);
        for want in wanted {
            let mut places = line.match_indices(want);
            if places.any(|(place, _)| !line[..place].chars().next_back().is_some_and(&joins)) {
                found.push((index + 1, format!("`{want}`")));
            }
        }
    }
    found
}

/// A line up to its comment. The `//` of an address in a string is no comment.
fn code_of(line: &str) -> &str {
    let comment = line.match_indices("//").find(|(place, _)| !line[..*place].ends_with(':'));
    comment.map_or(line, |(place, _)| &line[..place])
}

/// The lines at the head of a file that start with `//!`.
fn module_doc(text: &str) -> String {
    text.lines().take_while(|line| line.starts_with("//!")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line numbers at which a file with a module doc, and then `body`, breaks a rule.
    fn check(path: &str, body: &str, expected: &[usize]) {
        let text = format!("//! What it is for.\n{body}");
        let mut lines: Vec<usize> = problems(path, &text)
            .iter()
            .map(|problem| problem[path.len() + 1..].split(':').next().unwrap().parse().unwrap())
            .collect();
        lines.dedup();
        assert_eq!(lines, expected, "{path}: {body}");
    }

    #[test]
    fn paths_of_a_machine() {
        check("README.md", "see /home/ann/atlas", &[2]);
        check("README.md", "a\n`/work/x` and \"/root/y\"", &[3]);
        check("Trunk.toml", "p = '/home/ann'", &[2]);
        check("README.md", "https://example.org/work/4 and ../work/5 and network/root/", &[]);
    }

    #[test]
    fn module_docs() {
        assert_eq!(problems("src/lib.rs", "use std::fmt;\n").len(), 1);
        assert_eq!(problems("src/lib.rs", "").len(), 1);
        assert_eq!(problems("src/lib.rs", "//! The widget.\n").len(), 0);
        assert_eq!(problems("build.sh", "echo\n").len(), 0);
    }

    #[test]
    fn long_files_need_a_reason() {
        check("e2e/src/lib.rs", &"\n".repeat(399), &[]);
        check("e2e/src/lib.rs", &"\n".repeat(400), &[401]);
        check("e2e/src/lib.rs", &format!("//! More lines than usual: one table.\n{}", "\n".repeat(400)), &[]);
        check("Cargo.lock", &"\n".repeat(500), &[]);
    }

    #[test]
    fn the_core_is_apart() {
        check("crates/atlas/src/state.rs", "use web_sys::Window;", &[2]);
        check("crates/atlas/src/state.rs", "let now = std::time::Instant::now();", &[2]);
        check("crates/atlas/src/state.rs", "use gloo_timers::X;\nuse js_sys::Y;\nuse yew::Z;", &[2, 3, 4]);
        check("crates/atlas/src/state.rs", "// unlike yew\n/// and `gloo`\nlet n = 1; // no web_sys", &[]);
        check("crates/atlas/src/state.rs", "let my_yew = 1;", &[]);
        check("crates/render/src/lib.rs", "use yew::ServerRenderer;", &[]);
    }

    #[test]
    fn the_browser_is_in_platform() {
        check("src/view/map.rs", "use gloo::events::X;", &[2]);
        check("src/app.rs", "web_sys::window();", &[2]);
        check("src/platform/url.rs", "web_sys::window(); gloo::render::x();", &[]);
        check("src/platform/url.rs", "use yew::Callback;", &[]);
        check("xtask/src/url.rs", "use yew::Callback;", &[2]);
        check("src/app.rs", "use yew::prelude::*;", &[]);
        check("src/view/map.rs", "use yew::prelude::*;", &[]);
    }

    #[test]
    fn the_policy_is_kept() {
        check("src/view/map.rs", "html! { <p style=\"top:0\" /> }", &[2]);
        check("src/platform/page.rs", "node.set_inner_html(text);", &[2]);
        check("crates/render/src/lib.rs", "let script = \"node.innerHTML = x\";", &[2]);
        check("src/platform/page.rs", "js.eval(text);", &[2]);
        check("src/view/map.rs", "medieval(text); node.inner_html();", &[]);
    }
}
