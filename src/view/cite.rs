//! Folds that cite: the excerpts of an entry, or all that is shown, which can be exported too, and a text held against the quotations.
//! What is in a fold is filled in by the platform when it is used. No opinion about the texts; the core has it.

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
    let (class, label) =
        if is_view { ("pa-cite pa-fold", Key::CiteViewLabel) } else { ("pa-cite", Key::CiteLabel) };
    let act = platform::on_cite(out.context, subject);
    out.el(tag!("details", "class": class), |out| {
        out.on("click", act.clone());
        out.on("input", act);
        out.line(tag!("summary"), label);
        out.el(tag!("div", "class": "pa-cite-box"), |out| {
            out.el(tag!("p", "class": "pa-choices"), |out| {
                out.el(tag!("select", "aria-label": Key::CiteForms), |out| {
                    for form in Form::ALL.into_iter().filter(|form| is_view || !form.is_export()) {
                        let word = form.word();
                        // Said, since browsers take one or the other where elements come one by one.
                        let first = (form == Form::Plain).then_some("");
                        let option = tag!("option", "value": word, "selected": first);
                        out.el(option, |out| out.text_of(Key::CiteForm, word));
                    }
                });
                for (key, word) in [(Key::CiteCopy, "copy"), (Key::CiteDownload, "save")] {
                    out.line(tag!("button", "type": "button", "class": "pa-button", "value": word), key);
                }
                out.leaf(tag!("output"));
            });
            text(out, Key::CiteResult, Some(""));
            if is_view {
                out.line(tag!("p"), Key::ReceiptHelp);
                out.el(tag!("div", "class": "pa-check"), |out| {
                    text(out, Key::ReceiptLabel, None);
                    out.leaf(tag!("output"));
                });
            }
        });
    });
}

/// A field of several lines.
fn text(out: &mut Writer, label: Key, readonly: Option<&'static str>) {
    out.leaf(tag!("textarea", "aria-label": label, "readonly": readonly, "rows": "4", "spellcheck": "false", "dir": "auto"));
}
