//! What every view is handed: the corpus, the words, and where actions go. All three stay the same for the life of the page.
//! No opinion about state.

use std::ops::Deref;
use std::rc::Rc;

use atlas::model::{Corpus, Text};
use atlas::state::Action;
use atlas::words::{Catalogue, Key};
use yew::prelude::*;

/// A value that is shared and compared by where it stands, not by what it holds: honest for what never changes, and quick.
#[derive(Debug)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Shares a value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// Corpus, words, and the way back.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    /// What is shown.
    pub corpus: Corpus,
    /// In which words.
    pub cat: Shared<Catalogue>,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

impl Context {
    /// A message.
    pub fn say(&self, key: Key) -> AttrValue {
        self.cat.get(key).to_owned().into()
    }

    /// A text of the corpus in the language of the page.
    pub fn text(&self, text: Text) -> AttrValue {
        AttrValue::Static(text.in_language(self.cat.language()))
    }

    /// Sends an action, whatever the event.
    pub fn act(&self, action: Action) -> Callback<Event> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(action.clone()))
    }

    /// Sends an action in place of what the browser would do, as with a link.
    pub fn follow(&self, action: Action) -> Callback<Event> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            dispatch.emit(action.clone());
        })
    }
}
