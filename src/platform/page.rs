//! What the app does to the page around it, once it is drawn: the address, the theme, the story that plays by itself, and the width that
//! it is told of. No opinion about what is shown.

use std::rc::Rc;

use atlas::model::Corpus;
use atlas::state::{Action, State};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::ResizeObserver;
use yew::prelude::Callback;

use super::ROOT;
use super::address::Address;
use super::fold::watch_folds;
use super::input::forget_refused;
use super::story::Story;

/// The page, as the app has left it.
#[derive(Debug)]
pub struct Page {
    address: Rc<Address>,
    theme: Option<&'static str>,
    story: Story,
}

impl Page {
    /// A page whose address shows a state.
    pub fn new(state: &State) -> Self {
        Self { address: Rc::new(Address::new(state)), theme: None, story: Story::default() }
    }

    /// Listens to the page, for as long as it is there: for another address, for what folds
    /// away again, and for its width, px, from now on.
    pub fn listen(&self, corpus: Corpus, dispatch: &Callback<Action>, width: impl Fn(f64) + 'static) {
        self.address.listen(corpus, dispatch.clone());
        watch_width(width);
        watch_folds();
    }

    /// Takes the page along with the state: its theme, where `None` follows the device, and the number of the entry that is shown while
    /// the story plays.
    pub fn show(
        &mut self,
        state: &State,
        theme: Option<&'static str>,
        playing: Option<u32>,
        framed: bool,
        dispatch: &Callback<Action>,
    ) {
        forget_refused();
        self.address.write(state, framed);
        self.story.play(playing, dispatch);
        if std::mem::replace(&mut self.theme, theme) != theme
            && let Some(root) = document().document_element()
        {
            // The name and the values are fixed words; no browser refuses them.
            let _ = match theme {
                Some(word) => root.set_attribute("data-theme", word),
                None => root.remove_attribute("data-theme"),
            };
        }
    }
}

fn watch_width(report: impl Fn(f64) + 'static) {
    let measure = move || {
        let width = document().get_element_by_id(ROOT).map(|root| root.get_bounding_client_rect().width());
        // A frame that is hidden has no width; it keeps the one that it had.
        if let Some(width) = width.filter(|width| *width > 0.0) {
            report(width);
        }
    };
    let measure = Closure::<dyn FnMut()>::new(measure);
    let observer = ResizeObserver::new(measure.as_ref().unchecked_ref());
    // The body, not the root: the root is put into the page after the first draw.
    if let (Ok(observer), Some(body)) = (observer, document().body()) {
        observer.observe(&body);
    }
    measure.forget();
}
