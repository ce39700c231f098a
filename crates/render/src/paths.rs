//! Paths of the build machine, which a finished Wasm module must not hold. What carries them is blanked by [`crate::places`]; this is the check.
//! No opinion about what else a module holds.

use std::path::{MAIN_SEPARATOR, Path};

/// The first of the words that still stands in the module.
pub fn leak(wasm: &[u8], words: &[String]) -> Option<String> {
    words.iter().find(|word| find(wasm, word.as_bytes()).is_some()).cloned()
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
    fn a_path_that_is_left_is_named() {
        let words = ["/srv/a/".to_owned(), "/srv/project/".to_owned()];
        assert_eq!(leak(b"src/app.rs", &words), None);
        assert_eq!(leak(b"x/srv/project/src/app.rs", &words), Some("/srv/project/".to_owned()));
    }
}
