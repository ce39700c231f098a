//! Elements of the page, built by calls. Yew's `html!` writes out the making of every node where it stands; here each step is one call
//! of a function that all nodes share, which is an eighth of the module's code less. The nodes are Yew's own either way.
//! No opinion about what an element is for.

use std::borrow::Cow;
use std::rc::Rc;

use atlas::decimal::px;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VTag, VText};

/// The attributes of an element, by name: `attrs! { "class": class, "data-entry": id }`. A value that is `None` leaves its attribute out.
macro_rules! attrs {
    () => { yew::virtual_dom::Attributes::Static(&[]) };
    ($($name:literal : $value:literal),+ $(,)?) => {{
        const FIXED: &[(&str, yew::virtual_dom::AttributeOrProperty)] =
            &[$(($name, yew::virtual_dom::AttributeOrProperty::Static($value))),+];
        yew::virtual_dom::Attributes::Static(FIXED)
    }};
    ($($name:literal : $value:expr),+ $(,)?) => {{
        const NAMES: &[&str] = &[$($name),+];
        $crate::view::element::attributes(NAMES, &mut [$($crate::view::element::Value::value($value)),+])
    }};
}
pub(crate) use attrs;

/// What an attribute may be given.
pub(crate) trait Value {
    /// The attribute's text, or that it is left out.
    fn value(self) -> Option<AttrValue>;
}

impl Value for &'static str {
    fn value(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Value for AttrValue {
    fn value(self) -> Option<AttrValue> {
        Some(self)
    }
}

impl Value for String {
    #[inline(never)]
    fn value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

/// A length, px.
impl Value for f64 {
    #[inline(never)]
    fn value(self) -> Option<AttrValue> {
        Some(px(self).into())
    }
}

impl<T: Value> Value for Option<T> {
    fn value(self) -> Option<AttrValue> {
        self.and_then(Value::value)
    }
}

/// The place of a group in a drawing, px.
#[inline(never)]
pub(crate) fn shift(x: f64, y: f64) -> AttrValue {
    joined(&["translate(", &px(x), " ", &px(y), ")"])
}

/// Names and values, as `attrs!` has them; the values are taken.
#[inline(never)]
pub(crate) fn attributes(keys: &'static [&'static str], values: &mut [Option<AttrValue>]) -> Attributes {
    let values = values.iter_mut().map(|value| value.take().map(AttributeOrProperty::Attribute)).collect();
    Attributes::Dynamic { keys, values }
}

/// Words of a class attribute, those that are empty left out.
#[inline(never)]
pub(crate) fn class(words: &[&str]) -> AttrValue {
    let mut all = String::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(word);
    }
    all.into()
}

/// A word, if.
pub(crate) fn word_if(holds: bool, word: &'static str) -> &'static str {
    if holds { word } else { "" }
}

/// Texts one after the other, for paths and the like.
#[inline(never)]
pub(crate) fn joined(parts: &[&str]) -> AttrValue {
    parts.concat().into()
}

/// An element that is being built.
pub(crate) struct Element(Rc<VTag>);

/// An element with its attributes.
#[inline(never)]
pub(crate) fn el(name: &'static str, attributes: Attributes) -> Element {
    let mut tag = VTag::new(name);
    tag.attributes = attributes;
    Element(Rc::new(tag))
}

/// A text.
#[inline(never)]
pub(crate) fn text(words: impl Into<AttrValue>) -> Html {
    Html::VText(VText::new(words))
}

/// Several nodes in a row.
#[inline(never)]
pub(crate) fn all(nodes: Vec<Html>) -> Html {
    Html::VList(Rc::new(VList::from(nodes)))
}

impl Element {
    fn change(&mut self) -> &mut VTag {
        Rc::make_mut(&mut self.0)
    }

    /// What it is recognised by among its siblings when they are drawn anew.
    #[inline(never)]
    pub(crate) fn key(mut self, key: &'static str) -> Self {
        self.change().key = Some(key.into());
        self
    }

    /// The same by number.
    pub(crate) fn key_number(mut self, key: u32) -> Self {
        self.change().key = Some(key.into());
        self
    }

    /// Where the browser's element is to be found.
    #[inline(never)]
    pub(crate) fn node(mut self, node: &NodeRef) -> Self {
        self.change().node_ref = node.clone();
        self
    }

    /// The value of a field.
    #[inline(never)]
    pub(crate) fn field(mut self, value: AttrValue) -> Self {
        self.change().set_value(Some(value));
        self
    }

    /// What follows an event, by the event's name (`keydown`).
    #[inline(never)]
    pub(crate) fn on(mut self, name: &'static str, callback: Callback<Event>) -> Self {
        self.change().add_listener(Rc::new(On { name, callback }));
        self
    }

    /// What follows a click.
    pub(crate) fn click(self, callback: Callback<Event>) -> Self {
        self.on("click", callback)
    }

    /// A node inside, after those that are there.
    #[inline(never)]
    pub(crate) fn with(mut self, node: impl Into<Html>) -> Self {
        self.change().add_child(node.into());
        self
    }

    /// A text inside.
    #[inline(never)]
    pub(crate) fn text(mut self, words: AttrValue) -> Self {
        self.change().add_child(Html::VText(VText::new(words)));
        self
    }

    /// The same, of words that never change.
    pub(crate) fn words(self, words: &'static str) -> Self {
        self.text(AttrValue::Static(words))
    }

    /// Several nodes inside.
    #[inline(never)]
    pub(crate) fn list(mut self, nodes: Vec<Html>) -> Self {
        let tag = self.change();
        for node in nodes {
            tag.add_child(node);
        }
        self
    }

    /// A node inside, if there is one.
    #[inline(never)]
    pub(crate) fn maybe(self, node: Option<Html>) -> Self {
        match node {
            Some(node) => self.with(node),
            None => self,
        }
    }
}

impl From<Element> for Html {
    fn from(element: Element) -> Self {
        Html::VTag(element.0)
    }
}

/// One listener for all kinds of events: what is done with an event is the callback's to know.
struct On {
    name: &'static str,
    callback: Callback<Event>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        // Kinds that have a variant of their own are cloned by a branch for each of the hundred.
        ListenerKind::other(Cow::Borrowed(self.name))
    }

    fn handle(&self, event: Event) {
        self.callback.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
