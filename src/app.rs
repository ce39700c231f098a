//! The app: one state, one reducer, and the regions in the order of the page.
//! No opinion about the browser: what it does there is done by `platform` once the page is drawn, and nothing calls it while rendering.

use std::rc::Rc;

use atlas::layout::{Layout, WidthClass};
use atlas::model::{Corpus, Kind};
use atlas::state::{self, Action, State, Theme, View, reduce};
use yew::prelude::*;

use crate::Environment;
use crate::context::{Context, Shared};
use crate::platform;
use crate::view::chrome::{bar, foot, head, notes};
use crate::view::map::MapView;
use crate::view::reader::{Reader, answer_view};
use crate::view::timeline::timeline;
use crate::view::writer::{joined, tag, written};
use crate::view::{glyph, positions};

/// What the app is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// What is shown.
    pub corpus: Corpus,
    /// Where it is shown.
    pub environment: Environment,
    /// Told when the app has been drawn for the first time.
    #[prop_or_default]
    pub on_drawn: Callback<()>,
}

/// What happens to the app.
#[derive(Debug)]
pub enum Message {
    /// The reader, or something for the reader.
    Act(Action),
    /// The page has another width, px.
    Width(f64),
}

/// The layouts to draw: the one of the present width, or all three where it is not known and the style sheet chooses.
pub type Layouts = Vec<Layout>;

/// The shell.
#[derive(Debug)]
pub struct App {
    context: Context,
    state: Shared<State>,
    view: Shared<View>,
    layouts: Rc<Layouts>,
    /// Of entries that the corpus holds.
    kinds: Vec<Kind>,
    page: platform::Page,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &yew::Context<Self>) -> Self {
        let AppProps { corpus, environment, .. } = ctx.props();
        let corpus = *corpus;
        let link = ctx.link().clone();
        let dispatch = Callback::from(move |action| link.send_message(Message::Act(action)));
        let state = state::open(corpus, &environment.query, &environment.fragment);
        Self {
            context: Context { corpus, cat: environment.catalogue.clone(), dispatch },
            view: Shared::new(state::view(corpus, &state)),
            page: platform::Page::new(&state),
            state: Shared::new(state),
            layouts: Rc::new(match environment.width_px {
                Some(px) => vec![Layout::of(px)],
                None => WidthClass::ALL.map(Layout::typical).to_vec(),
            }),
            kinds: Kind::all().filter(|kind| corpus.entries().any(|entry| entry.kind() == *kind)).collect(),
        }
    }

    fn update(&mut self, _: &yew::Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(action) => {
                let Some(state) = reduce(self.context.corpus, &self.state, action) else { return false };
                self.view = Shared::new(state::view(self.context.corpus, &state));
                self.state = Shared::new(state);
            }
            Message::Width(px) => {
                let layouts = vec![Layout::of(px)];
                if layouts == *self.layouts {
                    return false;
                }
                self.layouts = Rc::new(layouts);
            }
        }
        true
    }

    fn view(&self, _: &yew::Context<Self>) -> Html {
        let Self { context, state, view, layouts, kinds, .. } = self;
        let map = html! {
            <MapView context={context.clone()} state={state.clone()} view={view.clone()} layouts={layouts.clone()} />
        };
        let reader = html! {
            <Reader context={context.clone()} state={state.clone()} view={view.clone()} live={layouts.len() == 1} />
        };
        written(context, |out| {
            out.el(tag!("main", "class": joined(&["pa pa-chrome-", state.pins.chrome.word()])), |out| {
                glyph::definitions(out);
                head(out, state);
                bar(out, state, view);
                answer_view(out, state, view);
                if state.positions {
                    out.el(tag!("div", "class": "pa-main pa-beside"), |out| {
                        out.key("positions");
                        positions::table(out, state);
                        out.node(reader);
                    });
                } else {
                    out.el(tag!("div", "class": "pa-main"), |out| {
                        out.key("map");
                        out.node(map);
                        timeline(out, state, view, layouts, kinds);
                        out.node(reader);
                    });
                }
                foot(out, state, view, kinds);
                notes(out, state);
            });
        })
    }

    fn rendered(&mut self, ctx: &yew::Context<Self>, first: bool) {
        let AppProps { corpus, environment, on_drawn } = ctx.props();
        let framed_light = environment.framed.then_some(Theme::Light);
        let theme = self.state.pins.theme.or(self.state.theme).or(framed_light);
        let open = self.view.open.and_then(|at| self.view.shown.get(at)).map(|(entry, _)| entry.row());
        let playing = open.filter(|_| self.state.playing);
        self.page.show(
            &self.state,
            theme.map(Theme::word),
            playing,
            environment.framed,
            &self.context.dispatch,
        );
        if first {
            let link = ctx.link().clone();
            self.page
                .listen(*corpus, &self.context.dispatch, move |px| link.send_message(Message::Width(px)));
            on_drawn.emit(());
        }
    }
}
