//! Writes the nodes of the page, one after the other: an element is begun, given its attributes and what is in it, and ended. Yew's
//! `html!` writes out the making of every node where it stands; here each step is a short call of a function that all nodes share, which
//! is a good part of the module's code less. The nodes are Yew's own either way. No opinion about what an element is for.

use std::borrow::Cow;
use std::rc::Rc;

use atlas::decimal::{drawn, px, whole};
use atlas::model::Text;
use atlas::search::Query;
use atlas::state::Action;
use atlas::words::Key;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VNode, VTag, VText};

use crate::context::Context;

/// An element with its attributes by name, for [`Writer::el`]: `tag!("li", "class": class, "data-entry": id)`. A value that is `None`
/// leaves its attribute out.
macro_rules! tag {
    ($name:literal $(, $key:literal : $value:literal)* $(,)?) => {
        |out: &mut $crate::view::writer::Writer<'_>| {
            const SHAPE: &$crate::view::writer::Shape = &$crate::view::writer::Shape {
                name: $name,
                fixed: &[$(($key, yew::virtual_dom::AttributeOrProperty::Static($value))),*],
                keys: &[],
            };
            out.begin(SHAPE);
        }
    };
    ($name:literal $(, $key:literal : $value:expr)+ $(,)?) => {
        |out: &mut $crate::view::writer::Writer<'_>| {
            const SHAPE: &$crate::view::writer::Shape =
                &$crate::view::writer::Shape { name: $name, fixed: &[], keys: &[$($key),+] };
            out.begin(SHAPE);
            $($crate::view::writer::Value::put($value, out, false);)+
        }
    };
}
pub(crate) use tag;

/// What is known of an element when the program is built: its name, and its attributes if none changes, else their names.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    pub(crate) fixed: &'static [(&'static str, AttributeOrProperty)],
    pub(crate) keys: &'static [&'static str],
}

/// Nodes that are being written.
pub(crate) struct Writer<'a> {
    /// Corpus, words, and where actions go.
    pub(crate) context: &'a Context,
    /// What is searched for, and marked where it is found.
    pub(crate) sought: Query,
    /// The elements that are not ended, the innermost last.
    open: Vec<VTag>,
    /// The attributes of the innermost that have their value.
    filled: usize,
    /// Nodes that are in no element.
    nodes: Vec<VNode>,
}

/// Writes nodes.
#[inline(always)]
pub(crate) fn written<'a>(context: &'a Context, body: impl FnOnce(&mut Writer<'a>)) -> Html {
    let mut out = Writer::new(context);
    body(&mut out);
    out.finish()
}

impl<'a> Writer<'a> {
    #[inline(never)]
    fn new(context: &'a Context) -> Self {
        Self { context, sought: Query::default(), open: Vec::new(), filled: 0, nodes: Vec::new() }
    }

    #[inline(never)]
    fn finish(mut self) -> Html {
        if self.nodes.len() == 1 {
            return self.nodes.pop().unwrap_or_default();
        }
        Html::VList(Rc::new(VList::from(self.nodes)))
    }

    /// An element and what is in it.
    #[inline(always)]
    pub(crate) fn el(&mut self, tag: impl FnOnce(&mut Self), body: impl FnOnce(&mut Self)) {
        tag(self);
        body(self);
        self.end();
    }

    /// An element with nothing in it.
    #[inline(always)]
    pub(crate) fn leaf(&mut self, tag: impl FnOnce(&mut Self)) {
        tag(self);
        self.end();
    }

    /// An element with a text in it.
    #[inline(always)]
    pub(crate) fn line(&mut self, tag: impl FnOnce(&mut Self), words: impl Value) {
        tag(self);
        words.put(self, true);
        self.end();
    }

    /// A text.
    #[inline(always)]
    pub(crate) fn text(&mut self, words: impl Value) {
        words.put(self, true);
    }

    /// The text of a message for a word of a closed vocabulary.
    #[inline(never)]
    pub(crate) fn text_of(&mut self, area: Key, word: &str) {
        self.text(self.context.cat.of(area, word).to_owned());
    }

    /// A text, marked where it has what is searched for.
    #[inline(never)]
    pub(crate) fn found(&mut self, text: &'static str) {
        let found = self.sought.found_in(text);
        self.marked(text, (0, text.len()), &found);
    }

    /// From one byte of a text to another, with these stretches of it marked.
    #[inline(never)]
    pub(crate) fn marked(
        &mut self,
        text: &'static str,
        (mut at, to): (usize, usize),
        found: &[(usize, usize)],
    ) {
        let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
        for &(from, past) in found {
            let (from, past) = (from.max(at), past.min(to));
            if from < past {
                self.text(part(at, from));
                self.line(tag!("mark", "class": "pa-found"), part(from, past));
                at = past;
            }
        }
        self.text(part(at, to));
    }

    /// Begins an element; [`tag!`] says of what shape.
    #[inline(never)]
    pub(crate) fn begin(&mut self, shape: &'static Shape) {
        let mut tag = VTag::new(shape.name);
        tag.attributes = if shape.keys.is_empty() {
            Attributes::Static(shape.fixed)
        } else {
            Attributes::Dynamic { keys: shape.keys, values: shape.keys.iter().map(|_| None).collect() }
        };
        self.open.push(tag);
        self.filled = 0;
    }

    #[inline(never)]
    fn end(&mut self) {
        if let Some(tag) = self.open.pop() {
            self.node(Html::VTag(Rc::new(tag)));
        }
    }

    /// A node that was made elsewhere.
    #[inline(never)]
    pub(crate) fn node(&mut self, node: Html) {
        match self.open.last_mut() {
            Some(tag) => tag.add_child(node),
            None => self.nodes.push(node),
        }
    }

    /// The value of the next attribute, or a text.
    #[inline(never)]
    fn take(&mut self, value: Option<AttrValue>, is_text: bool) {
        if is_text {
            if let Some(words) = value {
                self.node(Html::VText(VText::new(words)));
            }
            return;
        }
        if let Some(Attributes::Dynamic { values, .. }) = self.open.last_mut().map(|tag| &mut tag.attributes)
            && let Some(slot) = values.get_mut(self.filled)
        {
            *slot = value.map(AttributeOrProperty::Attribute);
        }
        self.filled += 1;
    }

    /// What the element is recognised by among its siblings when they are drawn anew.
    #[inline(never)]
    pub(crate) fn key(&mut self, key: &'static str) {
        if let Some(tag) = self.open.last_mut() {
            tag.key = Some(key.into());
        }
    }

    /// The same by number.
    #[inline(never)]
    pub(crate) fn key_number(&mut self, key: u32) {
        if let Some(tag) = self.open.last_mut() {
            tag.key = Some(whole(key.into()).into());
        }
    }

    /// Where the browser's element is to be found.
    #[inline(never)]
    pub(crate) fn found_by(&mut self, node: &NodeRef) {
        if let Some(tag) = self.open.last_mut() {
            tag.node_ref = node.clone();
        }
    }

    /// The value of a field.
    #[inline(never)]
    pub(crate) fn field(&mut self, value: String) {
        if let Some(tag) = self.open.last_mut() {
            tag.set_value(Some(AttrValue::from(value)));
        }
    }

    /// What follows an event, by the event's name (`keydown`).
    #[inline(never)]
    pub(crate) fn on(&mut self, name: &'static str, callback: Callback<Event>) {
        if let Some(tag) = self.open.last_mut() {
            tag.add_listener(Rc::new(On { name, callback }));
        }
    }

    /// What follows a click.
    #[inline(never)]
    pub(crate) fn act(&mut self, action: Action) {
        self.on("click", self.context.act(action));
    }

    /// What follows a click in place of what the browser would do, as with a link.
    #[inline(never)]
    pub(crate) fn follow(&mut self, action: Action) {
        self.on("click", self.context.follow(action));
    }
}

/// What an attribute or a text may be given.
pub(crate) trait Value {
    /// Gives it to the next attribute, or writes it as a text.
    fn put(self, out: &mut Writer<'_>, is_text: bool);
}

impl Value for &'static str {
    #[inline(never)]
    fn put(self, out: &mut Writer<'_>, is_text: bool) {
        out.take(Some(AttrValue::Static(self)), is_text);
    }
}

impl Value for AttrValue {
    #[inline(always)]
    fn put(self, out: &mut Writer<'_>, is_text: bool) {
        out.take(Some(self), is_text);
    }
}

impl Value for String {
    #[inline(never)]
    fn put(self, out: &mut Writer<'_>, is_text: bool) {
        out.take(Some(self.into()), is_text);
    }
}

/// A length, px.
impl Value for f64 {
    #[inline(never)]
    fn put(self, out: &mut Writer<'_>, is_text: bool) {
        px(self).put(out, is_text);
    }
}

/// A whole number, as scripts write it.
impl Value for usize {
    #[inline(never)]
    fn put(self, out: &mut Writer<'_>, is_text: bool) {
        whole(self as i64).put(out, is_text);
    }
}

/// `true` or `false`.
impl Value for bool {
    #[inline(never)]
    fn put(self, out: &mut Writer<'_>, is_text: bool) {
        if self { "true" } else { "false" }.put(out, is_text);
    }
}

/// A message.
impl Value for Key {
    #[inline(never)]
    fn put(self, out: &mut Writer<'_>, is_text: bool) {
        out.context.cat.get(self).to_owned().put(out, is_text);
    }
}

/// A text of the corpus, in the language of the page.
impl Value for Text {
    #[inline(never)]
    fn put(self, out: &mut Writer<'_>, is_text: bool) {
        self.in_language(out.context.cat.language()).put(out, is_text);
    }
}

impl<T: Value> Value for Option<T> {
    #[inline(always)]
    fn put(self, out: &mut Writer<'_>, is_text: bool) {
        match self {
            Some(value) => value.put(out, is_text),
            None => out.take(None, is_text),
        }
    }
}

/// The place of a group in a drawing, px.
pub(crate) fn shift(x: f64, y: f64) -> String {
    drawn("translate(# #)", &[x, y])
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
