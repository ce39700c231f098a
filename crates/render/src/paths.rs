//! Paths of the build machine in a Wasm module: panic messages of dependencies name their source files by them.
//!
//! The compiler can be told to leave them out (`--remap-path-prefix`), but only by a flag that names the path, which no file of the
//! project can know. So the prefix is blanked in the finished module: a run of bytes is overwritten by as many spaces, nothing moves.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

/// Blanks, in every source path of a dependency, all up to the name of the package. Length and structure of the module stay.
pub fn blank(wasm: &mut [u8], cargo_home: &Path) {
    for (folder, depth) in [("registry", 1), ("git", 2)] {
        let sources = if folder == "git" { "checkouts" } else { "src" };
        let mut prefix = cargo_home.join(folder).join(sources).display().to_string();
        prefix.push(MAIN_SEPARATOR);
        let mut from = 0;
        while let Some(at) = find(&wasm[from..], prefix.as_bytes()).map(|at| from + at) {
            let mut end = at + prefix.len();
            for _ in 0..depth {
                end += wasm[end..]
                    .iter()
                    .position(|&byte| byte == MAIN_SEPARATOR as u8)
                    .map_or(0, |slash| slash + 1);
            }
            wasm[at..end].fill(b' ');
            from = end;
        }
    }
}

/// The first of the words that still stands in the module.
pub fn leak(wasm: &[u8], words: &[String]) -> Option<String> {
    words.iter().find(|word| find(wasm, word.as_bytes()).is_some()).cloned()
}

/// Cargo's folder on this machine.
pub fn cargo_home() -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo")))
}

/// What a finished module must not hold: this user's folder, the project's, and any registry's.
pub fn machine_words(project: &Path) -> Vec<String> {
    let mut words = vec![format!("registry{MAIN_SEPARATOR}src{MAIN_SEPARATOR}")];
    let folders = [std::env::home_dir(), std::path::absolute(project).ok()];
    // A folder as short as `/` is in every path.
    words.extend(
        folders
            .into_iter()
            .flatten()
            .map(|path| format!("{}{MAIN_SEPARATOR}", path.display()))
            .filter(|p| p.len() > 2),
    );
    words
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn source_paths_keep_the_package_and_lose_the_machine() {
        fn check(text: &str, expected: &str) {
            let text = text.replace('/', std::path::MAIN_SEPARATOR_STR);
            let mut bytes = text.clone().into_bytes();
            blank(&mut bytes, Path::new(&"/srv/a/.cargo".replace('/', std::path::MAIN_SEPARATOR_STR)));
            assert_eq!(bytes.len(), text.len(), "{text}");
            let words: Vec<&str> = std::str::from_utf8(&bytes).unwrap().split_whitespace().collect();
            assert_eq!(words.join(" "), expected.replace('/', std::path::MAIN_SEPARATOR_STR), "{text}");
        }
        check("", "");
        check("no path", "no path");
        check("x/srv/a/.cargo/registry/src/host-1/yew-0.1.0/src/b.rs", "x yew-0.1.0/src/b.rs");
        check("/srv/a/.cargo/git/checkouts/yew-1/9f/src/b.rs", "src/b.rs");
        check("1/srv/a/.cargo/registry/src/h/c/d.rs/srv/a/.cargo/registry/src/h/e/f.rs2", "1 c/d.rs e/f.rs2");
        check("/srv/a/.cargo/registry/src/cut", "cut");
    }

    #[test]
    fn a_path_that_is_left_is_named() {
        let words = ["/srv/a/".to_owned(), "/srv/project/".to_owned()];
        assert_eq!(leak(b"src/app.rs", &words), None);
        assert_eq!(leak(b"x/srv/project/src/app.rs", &words), Some("/srv/project/".to_owned()));
    }
}
