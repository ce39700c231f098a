//! What the widget carries of its libraries and never reaches, by the names of functions. Each is a trap in a release; that they are not reached
//! is a promise of the app's source, which the reasons name. No opinion about the rest.

/// Functions that go together.
#[derive(Clone, Copy, Debug)]
pub struct Unreached {
    /// Words that all stand in the name of each of them, hashes and angle brackets left out. Words that tell one type of the library from all
    /// others: the compiler makes one of functions that are equal, under the name of either.
    pub words: &'static [&'static str],
    /// What would have to be in the source for them to be reached.
    pub reason: &'static str,
}

/// Of Yew and what it keeps its work in.
pub const UNREACHED: &[Unreached] = &[
    Unreached { words: &["virtual_dom::vraw::VRaw as", "Reconcilable"], reason: MARKUP },
    Unreached { words: &["dom_bundle::braw::BRaw::"], reason: MARKUP },
    Unreached { words: &["virtual_dom::vsuspense::VSuspense as", "Reconcilable"], reason: SUSPENSE },
    Unreached {
        words: &["rc::Rcyew::virtual_dom::vsuspense::VSuspense as", "unwrap_or_clone"],
        reason: SUSPENSE,
    },
    Unreached { words: &["lifecycle::ComponentState::suspend", "call_once"], reason: SUSPENSE },
    Unreached { words: &["scope::AnyScope::find_parent_scope", "BaseSuspense"], reason: SUSPENSE },
    Unreached { words: &["virtual_dom::vportal::VPortal as", "Reconcilable"], reason: PORTAL },
    Unreached { words: &["rc::Rcyew::virtual_dom::vportal::VPortal as", "unwrap_or_clone"], reason: PORTAL },
    Unreached { words: &["virtual_dom::Attributes::apply_diff_as_maps"], reason: LISTS },
    Unreached { words: &["IndexMap", "AttributeOrProperty::get_index_of"], reason: LISTS },
    Unreached { words: &["virtual_dom::vnode::VNode as core::clone::Clone::clone"], reason: ONCE },
    Unreached { words: &["virtual_dom::vlist::VList as core::clone::Clone::clone"], reason: ONCE },
    Unreached {
        words: &["vec::Vecyew::virtual_dom::vnode::VNode as core::clone::Clone::clone"],
        reason: ONCE,
    },
    Unreached {
        words: &["virtual_dom::vcomp::PropsWrapper", "virtual_dom::vcomp::Mountable::copy"],
        reason: ONCE,
    },
    Unreached { words: &["btree::node::BalancingContextusize, yew::scheduler::QueueEntry"], reason: QUEUE },
    Unreached { words: &["btree::node::Handle", "QueueEntry", "::split"], reason: QUEUE },
    Unreached {
        words: &["btree::node::Handle", "QueueEntry", "marker::Internal", "::insert_fit"],
        reason: QUEUE,
    },
];

const MARKUP: &str = "a node made of markup as text";
const SUSPENSE: &str = "a view that waits";
const PORTAL: &str = "a node drawn elsewhere than it stands";
const LISTS: &str = "two elements of one name with different lists of attributes (src/view/tags.rs)";
const ONCE: &str = "a node that is drawn and kept";
const QUEUE: &str = "twelve components at once, since the queue holds one entry of each";
