//! The editor's choices: they stand in the query of the address and outrank the reader's, so that an article's embed stays as it was placed.
//! No opinion about what a theme looks like.

use crate::date::Day;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The word in addresses and in `data-theme`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How much stands around the views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chrome {
    /// Title, search, filters, foot.
    #[default]
    Full,
    /// No sentence under the title.
    Compact,
    /// Views only.
    None,
}

impl Chrome {
    /// The word in addresses and classes.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Compact => "compact",
            Self::None => "none",
        }
    }
}

/// What the editor fixed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pins {
    /// As-of date.
    pub as_of: Option<Day>,
    /// Number of the language in the corpus.
    pub language: Option<usize>,
    /// Theme; `None` follows the device, or is light in a frame.
    pub theme: Option<Theme>,
    /// Chrome.
    pub chrome: Chrome,
    /// Whether the positions are shown at first. The reader may leave them.
    pub positions: bool,
}
