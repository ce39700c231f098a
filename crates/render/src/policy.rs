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
    /// The Wasm, and the development server with its reload script, whose text is known only when it is served.
    Development,
}

/// The policy of a page with these inline styles and this script. `frame-ancestors` has no effect here: the page may be framed.
pub fn policy(reach: Reach, styles: &[&str], script: &str) -> String {
    let styles: Vec<String> = styles.iter().map(|style| hash_source(style)).collect();
    let styles = styles.join(" ");
    let (script, connect) = match reach {
        Reach::Served => (hash_source(script), "'self'"),
        Reach::Standalone => (hash_source(script), "'none'"),
        Reach::Development => ("'unsafe-inline'".to_owned(), "'self' ws: wss:"),
    };
    format!(
        "default-src 'none'; script-src {script} 'wasm-unsafe-eval'; style-src {styles}; img-src data:; \
         connect-src {connect}; base-uri 'none'; form-action 'none'"
    )
}
