//! The closed vocabularies: each value has a code in the pack and a word in corpus, URL and message keys.
//! No opinion about how a value is drawn or worded.

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// Every value, in the order in which they are shown.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The words that stand for them in files and addresses, in the same order.
            pub const WORDS: &[&str] = &[$($word),*];

            /// The word that stands for it in files and addresses.
            pub const fn word(self) -> &'static str {
                Self::WORDS[self as usize]
            }

            /// The value for a word.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }

            /// The value for a code; the first where the code is unknown.
            pub(crate) fn from_code(code: u32) -> Self {
                Self::ALL.get(code as usize).copied().unwrap_or(Self::ALL[0])
            }

            /// The code in the pack.
            pub const fn code(self) -> u32 {
                self as u32
            }
        }
    };
}

coded! {
    /// What an actor says of a venue, or of talks as such.
    Stance {
        /// Would have the talks at home.
        OffersToHost = "offers-to-host",
        /// Names the venue as one to use.
        Proposes = "proposes",
        /// Prefers it.
        Favours = "favours",
        /// Would come.
        OpenTo = "open-to",
        /// Says that it may be possible.
        RaisesAsPossible = "raises-as-possible",
        /// Sees obstacles.
        Doubts = "doubts",
        /// Would not come.
        Refuses = "refuses",
        /// Speaks of it and takes no position.
        None = "none",
    }
}

coded! {
    /// What kind of event.
    EventKind {
        /// Named as a possibility, by nobody named.
        Raised = "raised",
        /// Fixed for a date.
        Scheduled = "scheduled",
        /// Talks took place.
        TookPlace = "took-place",
        /// A decree that bears on the talks.
        Decree = "decree",
        /// An ultimatum that bears on the talks.
        Ultimatum = "ultimatum",
        /// A vote that bears on the talks.
        Vote = "vote",
    }
}

coded! {
    /// Whose words prove it.
    Attribution {
        /// Quoted: the words stand in the source's own quotation marks.
        OwnWords = "own-words",
        /// Told by the reporter.
        ReportedSpeech = "reported-speech",
        /// One speaker about another.
        SecondHand = "second-hand",
        /// The headline says it, the body does not.
        HeadlineOnly = "headline-only",
    }
}

coded! {
    /// Whether it was said or is expected.
    Modality {
        /// Said or done.
        Said = "said",
        /// Somebody expects it.
        Expected = "expected",
    }
}

coded! {
    /// How a date is known.
    Basis {
        /// The text gives it.
        Stated = "stated",
        /// Worked out from the texts and the calendar.
        Derived = "derived",
    }
}

coded! {
    /// What a venue is on the map.
    VenueKind {
        /// A point.
        City = "city",
        /// A country, because the text names no city.
        Area = "area",
    }
}

coded! {
    /// What an actor is.
    ActorKind {
        /// A person with a role.
        Person = "person",
        /// A government, a council, an agency.
        Body = "body",
    }
}

coded! {
    /// What became of an article after it was published.
    Status {
        /// As published.
        Current = "current",
        /// Changed by its publisher.
        Corrected = "corrected",
        /// Withdrawn by its publisher.
        Retracted = "retracted",
    }
}
