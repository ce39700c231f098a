//! Rendered markup in fewer bytes: what a parser of HTML puts back by itself is left out. Empty elements of SVG close themselves, and
//! values without signs stand without quotation marks. No opinion about pages written by hand: only the renderer's own output, where
//! every value stands in double quotation marks and every element is closed, is read.

/// Elements of SVG that the views leave empty; those of HTML would stay open.
const CLOSE_THEMSELVES: [&str; 5] = ["path", "circle", "rect", "use", "stop"];

/// The same document in fewer bytes.
pub fn squeeze(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some((text, tag)) = rest.split_once('<') {
        out.push_str(text);
        let Some((tag, after)) = split_tag(tag) else { break };
        rest = after;
        out.push('<');
        let unquoted = unquote(&mut out, tag);
        let name = tag.split(' ').next().unwrap_or_default();
        let end = format!("</{name}>");
        if CLOSE_THEMSELVES.contains(&name)
            && let Some(after) = rest.strip_prefix(&end)
        {
            // A slash would be a part of the value before it.
            out.push_str(if unquoted { " />" } else { "/>" });
            rest = after;
        } else {
            out.push('>');
        }
    }
    out.push_str(rest);
    out
}

/// A tag without its brackets, and what follows it. A `>` in a value ends nothing.
fn split_tag(text: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let end = text.find(|c| {
        quoted ^= c == '"';
        c == '>' && !quoted
    })?;
    Some((&text[..end], &text[end + 1..]))
}

/// Writes a tag; whether its last value has no quotation marks.
fn unquote(out: &mut String, tag: &str) -> bool {
    let mut unquoted = false;
    let mut rest = tag;
    while let Some((name, value)) = rest.split_once("=\"") {
        let Some((value, after)) = value.split_once('"') else { break };
        out.push_str(name);
        out.push('=');
        unquoted = !value.is_empty()
            && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.#:".contains(&byte));
        if unquoted {
            out.push_str(value);
        } else {
            out.push('"');
            out.push_str(value);
            out.push('"');
        }
        rest = after;
    }
    out.push_str(rest);
    unquoted && rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::elements;

    fn check(markup: &str, expected: &str) {
        assert_eq!(squeeze(markup), expected);
        assert_eq!(elements(&squeeze(markup)), elements(markup));
    }

    #[test]
    fn what_the_parser_puts_back_is_left_out() {
        check("", "");
        check("<p>a &lt; b</p> c", "<p>a &lt; b</p> c");
        check("<p class=\"pa-a\" title=\"a > b\"></p>", "<p class=pa-a title=\"a > b\"></p>");
        check("<p class=\"pa-a pa-b\" hidden>x=\"y\"</p>", "<p class=\"pa-a pa-b\" hidden>x=\"y\"</p>");
        check("<a href=\"\" id=\"a\"></a>", "<a href=\"\" id=a></a>");
        check("<a href=\"https://a.example/?b=c\"></a>", "<a href=\"https://a.example/?b=c\"></a>");
    }

    #[test]
    fn empty_shapes_close_themselves() {
        let check = |markup: &str, expected: &str| assert_eq!(squeeze(markup), expected);
        check("<circle r=\"2\"></circle><path d=\"M0 0\"></path>", "<circle r=2 /><path d=\"M0 0\"/>");
        check("<rect></rect><rect><title>a</title></rect>", "<rect/><rect><title>a</title></rect>");
        check("<i class=\"a\"></i><text></text>", "<i class=a></i><text></text>");
        check("<use href=\"#a\"></use>", "<use href=#a />");
    }
}
