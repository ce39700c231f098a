//! Style sheets: what is spared on the wire, and the colours of the venues. No opinion about the looks.

use std::fmt::Write;

use atlas::model::Corpus;

/// A style sheet without comments and without marks and white space that separate nothing.
///
/// Nothing is rewritten: what a full minifier would gain beyond this is lost again in the compression on the wire. A comment counts as
/// nothing, so that one must not stand where it alone separates two words; and no selector has white space behind a colon.
pub fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut quote = None;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        if let Some(open) = quote {
            if c == '\\' {
                taken += rest.chars().nth(1).map_or(0, char::len_utf8);
            } else if c == open {
                quote = None;
            }
            out.push_str(&rest[..taken]);
        } else if rest.starts_with("/*") {
            taken = rest.find("*/").map_or(rest.len(), |end| end + 2);
        } else if c.is_ascii_whitespace() {
            if !out.ends_with(|last: char| " {};:,".contains(last)) {
                out.push(' ');
            }
        } else {
            if "{}".contains(c) && out.ends_with(' ') {
                out.pop();
            }
            if c == '}' && out.ends_with(';') {
                out.pop();
            }
            if c == '"' || c == '\'' {
                quote = Some(c);
            }
            out.push(c);
        }
        rest = &rest[taken..];
    }
    // A style sheet inside a page ends at this mark, wherever it stands; in a CSS string `\/` is `/`.
    out.trim().replace("</", "<\\/")
}

/// The venues' colours: `--v-<venue>` on the root, light, dark where asked for, dark where the device asks and the page is free;
/// and `--v` on `.v-<venue>`.
pub fn venue_rules(corpus: Corpus) -> String {
    let (mut light, mut dark, mut classes) = (String::new(), String::new(), String::new());
    for venue in corpus.venues() {
        let (id, (on_light, on_dark)) = (venue.id(), venue.colours());
        // Writing to a string does not fail.
        let _ = write!(light, "--v-{id}:{on_light};");
        let _ = write!(dark, "--v-{id}:{on_dark};");
        let _ = write!(classes, ".v-{id}{{--v:var(--v-{id})}}");
    }
    format!(
        ":root{{{light}}}:root[data-theme=dark]{{{dark}}}\
         @media(prefers-color-scheme:dark){{:root:not([data-theme]){{{dark}}}}}{classes}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_separates_nothing_goes_and_strings_stay() {
        fn check(css: &str, expected: &str) {
            assert_eq!(squeeze(css), expected);
            assert_eq!(squeeze(expected), expected, "squeezed twice");
        }
        check("", "");
        check("/* note */\n.a  .b {\n  color: red;\n}\n", ".a .b{color:red}");
        check(".a::before { content: \"  /* kept */ \"; }", ".a::before{content:\"  /* kept */ \"}");
        check(".a { content: '\\'  ;'; }", ".a{content:'\\'  ;'}");
        check(
            "@media (width < 40em) and (hover) {\n a { b: calc(1px + 2px) }\n}",
            "@media (width < 40em) and (hover){a{b:calc(1px + 2px)}}",
        );
        check(".a, .b { color: rgb(0, 0, 0); }", ".a,.b{color:rgb(0,0,0)}");
        check(".é { x: \"…\" }", ".é{x:\"…\"}");
        check(".a { content: \"</style>\" } /* never closed", ".a{content:\"<\\/style>\"}");
    }
}
