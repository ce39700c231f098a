//! What of an address was ignored, and why. No opinion about wording; the text in a note is text and is cut to a length one can read.

/// Characters of a foreign text that a note repeats.
const SHOWN_CHARS: usize = 40;

/// A part of the address that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// No venue has this id.
    UnknownVenue(String),
    /// Nothing has this id.
    UnknownId(String),
    /// The id was retired; what took its place, if anything, is shown instead.
    Retired(&'static str),
    /// Not a date.
    BadDate(String),
    /// A value that its key does not know.
    BadValue(String),
}

impl Note {
    /// The text that was not understood.
    pub fn text(&self) -> &str {
        match self {
            Self::Retired(id) => id,
            Self::UnknownVenue(text) | Self::UnknownId(text) | Self::BadDate(text) | Self::BadValue(text) => {
                text
            }
        }
    }
}

/// Cut for a note.
pub(super) fn shorten(text: &str) -> String {
    let mut shown: String = text.chars().filter(|c| !c.is_control()).take(SHOWN_CHARS).collect();
    if text.chars().nth(SHOWN_CHARS).is_some() {
        shown.push('…');
    }
    shown
}
