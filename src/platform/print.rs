//! Printing: paper shows the record, which the app keeps closed. No opinion about how it is laid out.

use gloo::events::EventListener;
use gloo::utils::{document, window};

/// Opens the record while the page is printed, for as long as the page is there.
pub(super) fn open_record_for_print() {
    let record = || document().get_element_by_id("record");
    EventListener::new(&window(), "beforeprint", move |_| {
        if let Some(record) = record().filter(|record| !record.has_attribute("open")) {
            // Neither name can be refused: both are valid.
            let _ = record.set_attribute("open", "");
            let _ = record.set_attribute("data-printing", "");
        }
    })
    .forget();
    EventListener::new(&window(), "afterprint", move |_| {
        if let Some(record) = record().filter(|record| record.has_attribute("data-printing")) {
            let _ = record.remove_attribute("open");
            let _ = record.remove_attribute("data-printing");
        }
    })
    .forget();
}
