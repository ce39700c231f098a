//! The app: one state, one reducer, and the regions in the order of the page.
//! No opinion about the browser: what it does there is an effect of `platform`, and nothing calls it while rendering.

use std::rc::Rc;

use atlas::layout::{Layout, WidthClass};
use atlas::model::{Corpus, Kind};
use atlas::state::{self, Action, State, Theme, reduce};
use yew::prelude::*;

use crate::Environment;
use crate::context::{Context, Shared};
use crate::platform;
use crate::view::chrome::{bar, foot, head, notes};
use crate::view::glyph;
use crate::view::map::MapView;
use crate::view::reader::{Reader, answer_view};
use crate::view::timeline::timeline;
use crate::view::writer::{joined, tag, written};

/// What the app is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// What is shown.
    pub corpus: Corpus,
    /// Where it is shown.
    pub environment: Environment,
}

struct Model {
    corpus: Corpus,
    state: State,
}

impl Reducible for Model {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match reduce(self.corpus, &self.state, action) {
            Some(state) => Rc::new(Self { corpus: self.corpus, state }),
            None => self,
        }
    }
}

/// The layouts to draw: the one of the present width, or all three where it is not known and the style sheet chooses.
pub type Layouts = Vec<Layout>;

/// The shell.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { corpus, environment } = props.clone();
    let model = use_reducer({
        let environment = environment.clone();
        move || Model { corpus, state: state::open(corpus, &environment.query, &environment.fragment) }
    });
    let context = use_memo(model.dispatcher(), |dispatcher| {
        let dispatcher = dispatcher.clone();
        let dispatch = Callback::from(move |action| dispatcher.dispatch(action));
        Context { corpus, cat: environment.catalogue.clone(), dispatch }
    });
    let width_px = use_state(|| environment.width_px);
    platform::use_width({
        let width_px = width_px.setter();
        Callback::from(move |px| width_px.set(Some(px)))
    });
    platform::use_address(corpus, &model.state, environment.framed, context.dispatch.clone());

    let shown = use_memo(model.state.clone(), move |state| Shared::new(state::view(corpus, state)));
    let layouts: Rc<Layouts> = use_memo(*width_px, |width| match width {
        Some(px) => vec![Layout::of(*px)],
        None => WidthClass::ALL.map(Layout::typical).to_vec(),
    });
    let state = Shared::clone(&*use_memo(model.state.clone(), |state| Shared::new(state.clone())));
    let context = (*context).clone();
    let view = (*shown).clone();

    let framed_light = environment.framed.then_some(Theme::Light);
    let theme = state.pins.theme.or(state.theme).or(framed_light).map(Theme::word);
    platform::use_theme(theme);
    let open = shown.open.and_then(|at| shown.shown.get(at)).map(|(entry, _)| entry.row());
    platform::use_story(open.filter(|_| state.playing), context.dispatch.clone());
    let kinds = use_memo((), |()| held(corpus));
    let map = html! {
        <MapView context={context.clone()} state={state.clone()} view={view.clone()} layouts={layouts.clone()} />
    };
    let reader = html! {
        <Reader context={context.clone()} state={state.clone()} view={view.clone()} live={layouts.len() == 1} />
    };
    written(&context, |out| {
        out.el(tag!("main", "class": joined(&["pa pa-chrome-", state.pins.chrome.word()])), |out| {
            glyph::definitions(out);
            head(out, &state);
            bar(out, &state, &view);
            answer_view(out, &state, &view);
            out.el(tag!("div", "class": "pa-main"), |out| {
                out.node(map);
                timeline(out, &state, &view, &layouts, &kinds);
                out.node(reader);
            });
            foot(out, &state, &view, &kinds);
            notes(out, &state);
        });
    })
}

/// The kinds of statements and events that a corpus holds.
fn held(corpus: Corpus) -> Vec<Kind> {
    Kind::all().filter(|kind| corpus.entries().any(|entry| entry.kind() == *kind)).collect()
}
