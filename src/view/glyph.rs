//! One glyph, one stance or kind of event, on a 16-unit box around 0,0. Circle: attitude; square: event; pointed: initiative;
//! cross and diamond: negative. Square brackets: somebody else says so. Shape carries the meaning, tone repeats it.
//! No opinion about colour beyond the venue's (`--v`) and ink.

use atlas::model::{Attribution, Entry, EventKind, Kind, Stance};
use yew::prelude::*;

/// The shapes of a kind.
pub(crate) fn shapes(kind: Kind) -> Html {
    match kind {
        Kind::Statement(Stance::OffersToHost) => html! { <>
            <path class="gs" d="M0-7.2 7.2-.8V6.6H-7.2V-.8Z" /><path class="gk" d="M-1.9 6.8V1.6H1.9V6.8Z" />
        </> },
        Kind::Statement(Stance::Proposes) => html! { <path class="gs" d="M0-7.2 7.6 6.2H-7.6Z" /> },
        Kind::Statement(Stance::Favours) => html! { <circle class="gs" r="6.6" /> },
        Kind::Statement(Stance::OpenTo) => html! { <circle class="gh" r="5.5" /> },
        Kind::Statement(Stance::RaisesAsPossible) => html! { <>
            <circle class="gd" r="5.7" /><circle class="gs" r="1.9" />
        </> },
        Kind::Statement(Stance::Doubts) => html! { <>
            <path class="gi" d="M0-7.2V7.2L-7.2 0Z" /><path class="go" d="M0-6.6 6.6 0 0 6.6-6.6 0Z" />
        </> },
        Kind::Statement(Stance::Refuses) => {
            html! { <path class="gx" d="M-5.2-5.2 5.2 5.2M5.2-5.2-5.2 5.2" /> }
        }
        Kind::Statement(Stance::None) => html! { <circle class="gs" r="3.2" /> },
        Kind::Event(EventKind::TookPlace) => html! { <>
            <path class="gs" d="M-6.6-6.6H6.6V6.6H-6.6Z" /><path class="gt" d="M-3.3.2-.9 2.7 3.5-2.6" />
        </> },
        Kind::Event(EventKind::Scheduled) => html! { <>
            <path class="gh" d="M-5.6-5.6H5.6V5.6H-5.6Z" /><path class="gc" d="M0-3V.4H2.8" />
        </> },
        Kind::Event(EventKind::Raised) => html! { <>
            <path class="gd" d="M-5.6-5.6H5.6V5.6H-5.6Z" /><circle class="gs" r="1.9" />
        </> },
        Kind::Event(EventKind::Decree) => html! { <>
            <path class="go" d="M-5.2-6.4H5.2V6.4H-5.2Z" /><path class="gl" d="M-2.6-2.8H2.6M-2.6 0H2.6M-2.6 2.8H.6" />
        </> },
        Kind::Event(EventKind::Ultimatum) => html! { <>
            <path class="go" d="M-5.6-5.6H5.6V5.6H-5.6Z" /><path class="gl" d="M0-3.2V.8M0 3V3.1" />
        </> },
        Kind::Event(EventKind::Vote) => html! { <>
            <path class="go" d="M-6-1.4H6V6H-6Z" /><path class="gl" d="M-2.6-1.4V-6H2.6V-1.4" />
        </> },
    }
}

/// The brackets around what somebody else says.
pub(crate) fn brackets() -> Html {
    html! { <path class="gv" d="M-8.2-8H-10.4V8H-8.2M8.2-8H10.4V8H8.2" /> }
}

/// The glyph of an entry, for use inside an SVG.
pub(crate) fn of_entry(entry: Entry) -> Html {
    let second_hand = entry.attribution() == Attribution::SecondHand;
    html! { <>{ shapes(entry.kind()) }if second_hand { { brackets() } }</> }
}

/// A glyph on its own, `px` high, beside words that say the same.
pub(crate) fn icon(kind: Kind, second_hand: bool, px: u32) -> Html {
    let (width, view_box) = if second_hand { (px * 11 / 8, "-11 -8 22 16") } else { (px, "-8 -8 16 16") };
    html! {
        <svg class="pa-glyph" width={width.to_string()} height={px.to_string()} viewBox={view_box} aria-hidden="true">
            { shapes(kind) }
            if second_hand { { brackets() } }
        </svg>
    }
}
