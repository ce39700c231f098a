//! The content security policy of a page: what the browser is to enforce. No opinion about how the page is composed.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The source expression that allows exactly this inline text.
pub fn hash_source(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// What a page may load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The Wasm beside it.
    Served,
    /// Nothing: everything is inside.
    Standalone,
    /// Nothing, and it runs no script.
    Text,
    /// The Wasm, and the development server with its reload script, whose text is known only when it is served.
    Development,
}

/// The policy of a page with these inline styles and this script. `frame-ancestors` has no effect here: the page may be framed.
pub fn policy(reach: Reach, styles: &[&str], script: &str) -> String {
    let styles: Vec<String> = styles.iter().map(|style| hash_source(style)).collect();
    let styles = styles.join(" ");
    let runs = |source: &str| format!("{source} 'wasm-unsafe-eval'");
    let (script, connect) = match reach {
        Reach::Served => (runs(&hash_source(script)), "'self'"),
        Reach::Standalone => (runs(&hash_source(script)), "'none'"),
        Reach::Text => ("'none'".to_owned(), "'none'"),
        Reach::Development => (runs("'unsafe-inline'"), "'self' ws: wss:"),
    };
    format!(
        "default-src 'none'; script-src {script}; style-src {styles}; img-src data:; \
         connect-src {connect}; base-uri 'none'; form-action 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inline_text_is_allowed_by_the_hash_that_browsers_compute() {
        // The example of the W3C's Content Security Policy Level 2, section 7.17.1.
        let expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(hash_source("alert('Hello, world.');"), expected);
    }

    #[test]
    fn each_reach_connects_only_as_far_as_it_must() {
        fn check(reach: Reach, expected: &str, scripts: &str) {
            let policy = policy(reach, &["a{}", "b{}"], "run()");
            let directives: Vec<&str> = policy.split("; ").collect();
            let script = directives.iter().find(|directive| directive.starts_with("script-src")).unwrap();
            assert!(directives.contains(&format!("connect-src {expected}").as_str()), "{policy}");
            assert!(directives.contains(&"default-src 'none'"), "{policy}");
            assert_eq!(*script, format!("script-src {scripts}"));
        }
        let ours = format!("{} 'wasm-unsafe-eval'", hash_source("run()"));
        check(Reach::Served, "'self'", &ours);
        check(Reach::Standalone, "'none'", &ours);
        check(Reach::Text, "'none'", "'none'");
        check(Reach::Development, "'self' ws: wss:", "'unsafe-inline' 'wasm-unsafe-eval'");
    }
}
