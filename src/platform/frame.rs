//! What the page around the frame has to say. It speaks with `crates/render/src/guest.js`, which needs no app; here arrives the one thing that
//! does, the fragment of that page's address or of a link in it. No opinion about what it asks for: the core keeps what is ours of it.

use atlas::model::Corpus;
use atlas::state;
use gloo::utils::document;

/// The attribute of the document's element where a fragment is left.
const LINK: &str = "data-link";

/// Takes the fragment that was left. `Some(None)` is one that asks nothing of us.
pub(super) fn take_link(corpus: Corpus) -> Option<Option<String>> {
    let page = document().document_element()?;
    let link = page.get_attribute(LINK)?;
    // Refused only for names that are no attribute names.
    let _ = page.remove_attribute(LINK);
    Some(state::link(corpus, &link))
}
