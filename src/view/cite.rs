//! Folds that cite: the excerpts of an entry, or all that is shown, which can be exported too, and a text held against the quotations.
//! What is in a fold is filled in by the platform when it is opened or used. No opinion about the texts; the core has it.

use atlas::cite::Form;
use atlas::model::Entry;
use atlas::state::{State, View};
use atlas::words::Key;

use crate::context::Shared;
use crate::platform;
use crate::view::writer::{Writer, tag};

/// What a fold cites.
#[derive(Clone, Debug)]
pub enum Subject {
    /// The excerpts of an entry.
    Entry(Entry),
    /// All that is shown.
    Shown(Shared<State>, Shared<View>),
}

/// A fold.
pub(crate) fn cite_fold(out: &mut Writer, subject: Subject) {
    let is_view = matches!(subject, Subject::Shown(..));
    let (label, group) =
        if is_view { (Key::CiteViewLabel, "pa-form-all") } else { (Key::CiteLabel, "pa-form") };
    let act = platform::on_cite(out.context, subject);
    out.el(tag!("details", "class": "pa-cite"), |out| {
        // Opened for another entry or another view it would show what is past: it is a new fold then, and closed.
        for event in ["toggle", "input", "click"] {
            out.on(event, act.clone());
        }
        out.el(tag!("summary"), |out| out.line(tag!("span"), label));
        out.el(tag!("div", "class": "pa-cite-box"), |out| {
            out.el(tag!("fieldset", "class": "pa-choices"), |out| {
                out.line(tag!("legend", "class": "pa-hidden"), Key::CiteForms);
                for form in Form::ALL.into_iter().filter(|form| is_view || !form.is_export()) {
                    out.el(tag!("label"), |out| {
                        let word = form.word();
                        let first = (form == Form::Plain).then_some("");
                        out.leaf(
                            tag!("input", "type": "radio", "name": group, "value": word, "checked": first),
                        );
                        out.el(tag!("span"), |out| out.text_of(Key::CiteForm, word));
                    });
                }
            });
            out.leaf(tag!(
                "textarea", "readonly": "", "rows": "5", "spellcheck": "false", "dir": "auto", "aria-label": Key::CiteResult,
            ));
            out.el(tag!("p", "class": "pa-choices"), |out| {
                for (key, word) in [(Key::CiteCopy, "copy"), (Key::CiteDownload, "save")] {
                    out.line(tag!("button", "type": "button", "class": "pa-button", "value": word), key);
                }
                out.leaf(tag!("span", "role": "status"));
            });
            if is_view {
                receipt(out);
            }
        });
    });
}

/// The field for a text, and room for what of it stands there.
fn receipt(out: &mut Writer) {
    out.el(tag!("section", "class": "pa-check", "aria-label": Key::Receipt), |out| {
        out.line(tag!("b"), Key::Receipt);
        out.line(tag!("p", "id": "pa-check-help"), Key::ReceiptHelp);
        out.leaf(tag!(
            "textarea", "rows": "3", "spellcheck": "false", "dir": "auto", "aria-label": Key::ReceiptLabel,
            "aria-describedby": "pa-check-help",
        ));
        out.leaf(tag!("p", "role": "status"));
        out.leaf(tag!("ul"));
    });
}
