//! The timeline: lanes by venue, marks by stance, breaks where nothing is held, and the as-of date.
//! No opinion about where a mark stands; the core has laid it out.

mod drawing;
mod key;

use std::rc::Rc;

use atlas::state::{State, View};
use atlas::words::Key;
use yew::prelude::*;

use crate::app::Layouts;
use crate::context::{Context, Shared};
use drawing::Drawing;
pub(crate) use key::KeyOfMarks;

/// Properties of [`TimelineView`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TimelineProps {
    /// Corpus, words, dispatch.
    pub context: Context,
    /// The state.
    pub state: Shared<State>,
    /// What it shows.
    pub view: Shared<View>,
    /// The layouts to draw.
    pub layouts: Rc<Layouts>,
}

/// The timeline.
#[component]
pub fn TimelineView(props: &TimelineProps) -> Html {
    let TimelineProps { context, state, view, layouts } = props;
    let live = layouts.len() == 1;
    html! {
        <section id="pa-timeline" class="pa-timeline" aria-label={context.say(Key::TimelineLabel)}>
            <KeyOfMarks context={context.clone()} folded={false} />
            { for layouts.iter().map(|layout| {
                let only = (!live).then(|| format!("pa-only-{}", layout.class.word()));
                html! {
                    <div class={classes!("pa-plot", only)}>
                        <Drawing context={context.clone()} state={state.clone()} view={view.clone()} layout={*layout} {live} />
                    </div>
                }
            }) }
        </section>
    }
}
