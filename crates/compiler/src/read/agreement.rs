//! Whether what an entry says of itself can all be true. No opinion about single keys.

use std::collections::HashSet;

use atlas::model::{Attribution, Days, EventKind, Kind, Modality};

use crate::files::Place;
use crate::locate::Text;
use crate::model::{Dated, Source};
use crate::problem::{Problem, Problems};
use crate::table::Value;

/// What entries can lean on, and which of it they did.
#[derive(Debug, Default)]
pub(crate) struct Proof<'a> {
    /// Of each article: its days of publication and its text, where they are known.
    pub(crate) articles: Vec<(Option<Days>, Option<&'a Text<'a>>)>,
    /// Of each excerpt: its article, and whether it is a headline's.
    pub(crate) excerpts: Vec<(usize, bool)>,
    pub(crate) used_excerpts: HashSet<usize>,
    pub(crate) used_venues: HashSet<usize>,
    pub(crate) used_actors: HashSet<usize>,
    /// Whether some reference of an entry could not be resolved, so that the sets above may lack something.
    pub(crate) is_patchy: bool,
}

/// What has to agree within an entry.
#[derive(Clone, Copy)]
pub(super) struct Head<'a> {
    pub(super) at: Place,
    pub(super) kind: Option<Kind>,
    pub(super) attribution: Option<Attribution>,
    pub(super) modality: Option<Modality>,
    pub(super) actor_at: Option<Value<'a>>,
    pub(super) according_to_at: Option<Value<'a>>,
}

impl Head<'_> {
    /// What goes with the attribution and the kind.
    pub(super) fn check(&self, actor: Option<usize>, according_to: Option<usize>, problems: &Problems) {
        match (self.attribution, self.according_to_at) {
            (Some(Attribution::SecondHand), None) => {
                let problem = Problem::at(self.at, "a second-hand statement must say according to whom");
                problems.add(problem.help("add `according_to`, the actor who says so"));
            }
            (Some(Attribution::SecondHand), Some(value)) if actor.is_some() && actor == according_to => {
                let problem = Problem::at(value.place, "nobody is second-hand about oneself");
                let problem =
                    self.actor_at.into_iter().fold(problem, |problem, at| problem.also(at.place, "the same"));
                problems
                    .add(problem.help("write `own-words` or `reported-speech`, or name the one who says so"));
            }
            (Some(attribution), Some(value)) if attribution != Attribution::SecondHand => {
                let message = format!("`according_to` with `{}`", attribution.word());
                value.bad::<()>(message, "it is for `second-hand` alone: remove it, or write `second-hand`");
            }
            _ => {}
        }
        if self.kind == Some(Kind::Event(EventKind::TookPlace)) && self.modality == Some(Modality::Expected) {
            let problem = Problem::at(self.at, "what took place is not expected");
            problems.add(problem.help("write `kind = \"scheduled\"`, or remove `modality`"));
        }
    }

    /// A headline-only statement is proved by a headline, and what headlines alone prove is headline-only.
    pub(super) fn check_sources(
        &self,
        sources: &[Source],
        at: Place,
        proof: &Proof<'_>,
        problems: &Problems,
    ) {
        let Some(attribution) = self.attribution else { return };
        let is_headline = |number: &usize| proof.excerpts.get(*number).is_some_and(|(_, headline)| *headline);
        let mut excerpts = sources.iter().flat_map(|source| &source.excerpts);
        if attribution == Attribution::HeadlineOnly {
            if !excerpts.any(is_headline) {
                let problem =
                    Problem::at(at, "a headline-only statement without a headline among its excerpts");
                problems.add(problem.help("name an excerpt with `headline = true`"));
            }
        } else if excerpts.all(is_headline) {
            let message = format!("`{}` is proved by nothing but a headline", attribution.word());
            let problem = Problem::at(at, message);
            problems
                .add(problem.help("write `attribution = \"headline-only\"`, or name an excerpt of the body"));
        }
    }

    /// Nobody reports what is not yet said or done.
    pub(super) fn check_reported(
        &self,
        date: &Dated,
        sources: &[Source],
        proof: &Proof<'_>,
        problems: &Problems,
    ) {
        let is_past = matches!(
            self.kind,
            Some(Kind::Statement(_) | Kind::Event(EventKind::Raised | EventKind::TookPlace))
        );
        if !is_past || self.modality == Some(Modality::Expected) {
            return;
        }
        let Some(earliest) = date.best_days().earliest else { return };
        let published = sources.iter().filter_map(|source| proof.articles.get(source.article));
        if let Some(latest) = published
            .filter_map(|(days, _)| days.and_then(|days| days.latest))
            .find(|&latest| latest < earliest)
        {
            let message =
                format!("the date is {earliest} at the earliest, but was reported by {latest} at the latest");
            let problem = Problem::at(self.at, message);
            problems.add(problem.help("mend the date of the entry, or that of the article"));
        }
    }
}
