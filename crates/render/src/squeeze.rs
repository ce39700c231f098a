//! Rendered markup in fewer bytes: what a parser of HTML puts back by itself is left out, and what only the app asks for or what says or
//! draws nothing. Empty elements of SVG close themselves, items and paragraphs end where the next begins, and values without signs stand
//! without quotation marks. No opinion about pages written by hand: only the renderer's own output, where every value stands in double
//! quotation marks and every element is closed, is read.

/// Elements of SVG that the views leave empty; those of HTML would stay open.
const CLOSE_THEMSELVES: [&str; 5] = ["path", "circle", "rect", "use", "stop"];
/// Attributes by which the app moves its marks; the document's stand still.
const FOR_THE_APP: [&str; 2] = [" data-lon", " data-lat"];
/// What ends an element without its end tag. A parser ends a paragraph before many more.
const ENDED_BY: [(&str, &[&str]); 2] = [
    ("/li", &["li", "/ul", "/ol"]),
    (
        "/p",
        &["p", "div", "ul", "ol", "section", "blockquote", "h3", "h4", "/div", "/section", "/li", "/details"],
    ),
];

/// The same document in fewer bytes.
pub fn squeeze(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some((text, tag)) = rest.split_once('<') {
        out.push_str(text);
        let Some((tag, after)) = split_tag(tag) else { break };
        rest = after;
        let name = name(tag);
        if ENDED_BY
            .iter()
            .any(|(end, by)| *end == name && rest.strip_prefix('<').is_some_and(|next| begins(next, by)))
        {
            continue;
        }
        if name == "g"
            && !tag.contains(" id=")
            && let Some(after) = rest.strip_prefix("</g>")
        {
            rest = after;
            continue;
        }
        out.push('<');
        let unquoted = unquote(&mut out, tag);
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

fn name(tag: &str) -> &str {
    tag.split([' ', '>']).next().unwrap_or_default()
}

fn begins(next: &str, names: &[&str]) -> bool {
    names.contains(&name(next))
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
        rest = after;
        if let Some(before) = FOR_THE_APP.iter().find_map(|attribute| name.strip_suffix(attribute)) {
            out.push_str(before);
            continue;
        }
        if let Some(before) = name.strip_suffix(" class").filter(|_| value.is_empty()) {
            out.push_str(before);
            continue;
        }
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
    fn items_and_paragraphs_end_where_the_parser_ends_them() {
        check("<ol><li>a</li><li><p>b</p></li></ol>", "<ol><li>a<li><p>b</ol>");
        check("<p>a</p><p>b</p><div></div>", "<p>a<p>b<div></div>");
        check("<p>a</p> <p>b</p><b>c</b>", "<p>a</p> <p>b</p><b>c</b>");
        check("<a><p>a</p></a><p>b</p>", "<a><p>a</p></a><p>b</p>");
        check("<p>a</p><path></path>", "<p>a</p><path/>");
    }

    #[test]
    fn what_draws_nothing_and_what_only_the_app_asks_for_goes() {
        let check = |markup: &str, expected: &str| assert_eq!(squeeze(markup), expected);
        check("<g class=\"a\"><g id=\"b\"></g><g class=\"c\"></g></g>", "<g class=a><g id=b></g></g>");
        check("<g class=\"\" id=\"a\">b</g>", "<g id=a>b</g>");
        check("<g data-lon=\"1.5\" data-lat=\"2\" class=\"a\">b</g>", "<g class=a>b</g>");
        check("<use class=\"a\" data-lon=\"1\"></use>", "<use class=a />");
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
