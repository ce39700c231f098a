//! What servers are to send with the files: `_headers`, as static hosts read it, and `nginx.conf`. Both hold the policies of this very build, so that
//! they cannot be those of another. No opinion about the policies, and none about who may frame the pages.

use std::fmt::Write;

/// Pages that share a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// A page, or `folder/*` for all of a folder, from the folder of the widget.
    pub path: String,
    /// As in the pages' own meta element.
    pub policy: String,
}

/// Whatever the file. Every link outwards has `rel="noreferrer"` already; this way the browser sees to it.
const ALWAYS: [(&str, &str); 2] = [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")];
/// A page is asked for anew: another build has another module.
const FRESH: &str = "no-cache";
/// The module's name changes with its contents.
const KEPT: &str = "public, max-age=31536000, immutable";

/// `_headers`, for pages by these rules and the module of this name. Hosts join what several rules say of one header, so no two rules name the same
/// one for a file; and not all of them take a `*` elsewhere than at the end.
pub fn static_host(rules: &[Rule], module: &str) -> String {
    let mut text = String::from(
        "# Read at the root of a site only. For a folder below it, put its path before each one here.\n",
    );
    let mut block = |address: &str, headers: &[(&str, &str)]| {
        text.push_str(address);
        headers.iter().for_each(|(name, value)| text.extend(["\n  ", name, ": ", value]));
        text.push('\n');
    };
    block("/*", &ALWAYS);
    block(&["/", module].concat(), &[("Content-Type", "application/wasm"), ("Cache-Control", KEPT)]);
    for Rule { path, policy } in rules {
        for address in addresses(path) {
            block(&address, &[("Cache-Control", FRESH), ("Content-Security-Policy", policy)]);
        }
    }
    text
}

/// Under which addresses static hosts serve a page: many leave out `index.html` and `.html`.
fn addresses(path: &str) -> Vec<String> {
    let short = path.strip_suffix("index.html").or_else(|| path.strip_suffix(".html"));
    [Some(path), short].into_iter().flatten().map(|path| ["/", path].concat()).collect()
}

/// A part of a configuration, to be included where the folder is served. It knows no address of the folder, and leaves room for headers
/// beside its own, which a `location` inside would not inherit.
pub fn nginx(rules: &[Rule]) -> String {
    let mut text = format!(
        "# Inside the location of the folder: location /atlas/ {{ include /srv/atlas/nginx.conf; }}\n\
         # Each build writes it anew, with the policies of its pages.\n\
         types {{ text/html html; application/wasm wasm; }}\n\
         charset utf-8;\ngzip on;\ngzip_types application/wasm;\ngzip_vary on;\n\
         set $parley_cache \"{FRESH}\";\nset $parley_policy \"\";\n\
         if ($uri ~ \"\\.wasm$\") {{ set $parley_cache \"{KEPT}\"; }}\n"
    );
    // The last one that fits stands: a page of a folder within comes after its namesake.
    for Rule { path, policy } in rules {
        let pattern = path.replace('.', "\\.").replace('*', "[^/]+");
        let _ = writeln!(text, "if ($uri ~ \"/{pattern}$\") {{ set $parley_policy \"{policy}\"; }}");
    }
    for (name, value) in ALWAYS {
        let _ = writeln!(text, "add_header {name} \"{value}\";");
    }
    text.push_str(
        "add_header Cache-Control $parley_cache;\nadd_header Content-Security-Policy $parley_policy;\n",
    );
    text
}
