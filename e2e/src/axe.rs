//! axe-core, run in the page. Has no opinion about which of its rules matter.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use crate::session::Session;

/// Every violation that axe finds in the open page: rule, what it asks for, the elements.
pub fn axe_violations(page: &Session) -> Result<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    let source = std::fs::read_to_string(&path).context("no axe-core: run `npm ci` in e2e")?;
    let script =
        "return axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.map(
        v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.target.join(' ')).join(', ')}`))";
    let violations = page.run(&format!("{source}\n{script}"), json!([]))?;
    serde_json::from_value(violations).context("the answer of axe")
}
