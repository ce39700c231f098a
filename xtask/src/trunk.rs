//! Trunk as the project runs it: our tools first on the search path, and never a download of its own.

use std::env;

use anyhow::Result;
use duct::Expression;

use crate::project::Project;
use crate::rust;
use crate::tools::{Tool, Toolbox};

const TOOLS: [Tool; 2] = [Tool::Trunk, Tool::WasmBindgen];

/// Installs what a build of the widget needs.
pub(crate) fn ensure(project: &Project) -> Result<Toolbox> {
    rust::ensure_wasm_target(project)?;
    let toolbox = Toolbox::open(project)?;
    toolbox.ensure(&TOOLS)?;
    Ok(toolbox)
}

/// Trunk with arguments.
pub(crate) fn command(project: &Project, toolbox: &Toolbox, args: &[&str]) -> Result<Expression> {
    let mut command = project
        .command(toolbox.program(Tool::Trunk)?, args)
        .env("PATH", toolbox.search_path(&TOOLS)?)
        .env("TRUNK_OFFLINE", "true")
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    if let Ok(value) = env::var("NO_COLOR") {
        command = command.env("NO_COLOR", no_color(&value));
    }
    Ok(command)
}

/// Trunk reads `NO_COLOR` as `true` or `false` and refuses the usual `1`.
fn no_color(value: &str) -> &'static str {
    if value.is_empty() { "false" } else { "true" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_color_by_its_convention_is_any_word() {
        let check = |value, expected| assert_eq!(no_color(value), expected);
        check("", "false");
        check("1", "true");
        check("true", "true");
    }
}
