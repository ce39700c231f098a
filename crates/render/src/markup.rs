//! Reads and writes markup: escaping, and the elements of a page with their attributes and raw text.
//! No opinion about what the markup means.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Token, Tokenizer};

/// A start tag, and the text directly behind it up to the next tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Lower-case name.
    pub name: String,
    /// Names and values in order of names.
    pub attributes: Vec<(String, String)>,
    /// The text behind the tag; of `script` and `style`, all of it, as it stands.
    pub text: String,
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether it is a `name` whose `id` is `id`.
    pub fn is(&self, name: &str, id: &str) -> bool {
        self.name == name && self.attribute("id") == Some(id)
    }
}

/// The elements of `html`, in order.
pub fn elements(html: &str) -> Vec<Element> {
    let mut emitter = DefaultEmitter::default();
    // Without it the text of a script would be read as tags.
    emitter.naively_switch_states(true);
    let mut all: Vec<Element> = Vec::new();
    let mut within = false;
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let attributes =
                    tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
                all.push(Element { name: text(&tag.name), attributes, text: String::new() });
                within = true;
            }
            Token::String(string) if within => {
                if let Some(element) = all.last_mut() {
                    element.text.push_str(&text(&string));
                }
            }
            Token::EndTag(_) => within = false,
            _ => {}
        }
    }
    all
}

/// Plain text as the value of an attribute in double quotes, or as text.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn text(string: &HtmlString) -> String {
    String::from_utf8_lossy(string).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_come_with_attributes_and_raw_text() {
        let page =
            "<p id=a TITLE='x &amp; y'>1 &lt; 2<b>3</b>4</p><script type=module>if (a<b) c('<p>')</script>";
        let found = elements(page);
        let names: Vec<&str> = found.iter().map(|element| element.name.as_str()).collect();
        assert_eq!(names, ["p", "b", "script"]);
        assert!(found[0].is("p", "a"));
        assert_eq!(found[0].attribute("title"), Some("x & y"));
        assert_eq!(found[0].text, "1 < 2");
        assert_eq!(found[2].text, "if (a<b) c('<p>')");
    }

    #[test]
    fn escaped_text_reads_back() {
        fn check(text: &str) {
            let markup = format!("<i title=\"{0}\">{0}</i>", escape(text));
            let found = elements(&markup);
            assert_eq!((found[0].attribute("title"), found[0].text.as_str()), (Some(text), text));
        }
        check("plain");
        check("“Talks” & <b> \"now\" &amp;");
    }
}
