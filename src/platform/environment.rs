//! Reads the surroundings from the page, once, before the first draw. Lengths are CSS pixels.

use atlas::model::Corpus;
use atlas::words::Catalogue;
use web_sys::{Element, Window};

use super::frame::take_link;
use crate::{Environment, Shared};

/// The surroundings of the app that is to stand where `root` stands; none where the page's messages cannot be read.
pub(super) fn read(window: &Window, root: &Element, corpus: Corpus) -> Option<Environment> {
    let document = root.owner_document();
    let element = document.as_ref().and_then(|document| document.document_element());
    let catalogue = document.as_ref().and_then(|document| document.get_element_by_id("pa-catalogue"));
    let part = |part: Result<String, _>, mark: char| {
        part.map(|text: String| text.trim_start_matches(mark).to_owned()).unwrap_or_default().into()
    };
    let language = element.and_then(|element| element.get_attribute("lang")).unwrap_or_default();
    let language = corpus.languages().position(|tag| tag == language).unwrap_or(0);
    let catalogue = Catalogue::read(&catalogue?.text_content()?, language).ok()?;
    Some(Environment {
        catalogue: Shared::new(catalogue),
        width_px: Some(root.get_bounding_client_rect().width()),
        query: part(window.location().search(), '?'),
        // A link in the page around asks for more than the address that its author gave the frame.
        fragment: match take_link(corpus) {
            Some(Some(link)) => link.into(),
            _ => part(window.location().hash(), '#'),
        },
        framed: window.parent().is_ok_and(|parent| parent.is_none_or(|parent| &parent != window)),
    })
}
