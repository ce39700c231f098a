//! A build's `_headers`, as static hosts read it. No opinion about what it says.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Result, bail};

/// The rules of a folder, in their order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Headers {
    rules: Vec<(String, Vec<(String, String)>)>,
}

impl Headers {
    /// Those of the file in this folder; none where there is none.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let text = match fs::read_to_string(folder.join("_headers")) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            text => text?,
        };
        let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            match (line.strip_prefix("  ").and_then(|line| line.split_once(": ")), rules.last_mut()) {
                (Some((name, value)), Some((_, headers))) => {
                    headers.push((name.to_owned(), value.to_owned()));
                }
                (None, _) if line.starts_with('/') => rules.push((line.to_owned(), Vec::new())),
                _ => bail!("a line of _headers that is neither a path nor a header: {line:?}"),
            }
        }
        Ok(Self { rules })
    }

    /// What is sent with this address: of all rules that fit, the values of one header joined.
    pub(crate) fn of(&self, address: &str) -> Vec<(String, String)> {
        let mut sent: Vec<(String, String)> = Vec::new();
        let rules = self.rules.iter().filter(|(pattern, _)| fits(pattern, address));
        for (name, value) in rules.flat_map(|(_, headers)| headers) {
            match sent.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
                Some((_, values)) => values.extend([", ", value]),
                None => sent.push((name.clone(), value.clone())),
            }
        }
        sent
    }
}

/// A `*` stands for any letters, slashes too.
fn fits(pattern: &str, address: &str) -> bool {
    pattern.split_once('*').map_or(pattern == address, |(before, after)| {
        address.len() >= before.len() + after.len() && address.starts_with(before) && address.ends_with(after)
    })
}
