//! The keys of all messages that the code asks for. No opinion about their text.

macro_rules! keys {
    ($($name:ident = $key:literal,)*) => {
        /// A message, by what it is for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Key { $($name),* }

        impl Key {
            /// Every key.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The key as it stands in the catalogue.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }

            /// What tells these keys in this order from others: a hash of their names.
            pub(super) const SIGNATURE: u32 = signature(&[$($key),*]);
        }
    };
}

/// FNV-1a, 32 bits, computed when this is compiled, so that the names need not be in the Wasm.
const fn signature(names: &[&str]) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    let mut at = 0;
    while at < names.len() {
        let name = names[at].as_bytes();
        let mut byte = 0;
        while byte <= name.len() {
            // A name ends in what stands in none.
            let value = if byte < name.len() { name[byte] } else { b'\n' };
            hash = (hash ^ value as u32).wrapping_mul(0x0100_0193);
            byte += 1;
        }
        at += 1;
    }
    hash
}

keys! {
    NumberGroup = "number.group",
    Kilometres = "number.kilometres",

    ListSeparator = "list.separator",
    ListAnd = "list.and",
    ListOr = "list.or",
    ClauseSeparator = "list.clause",

    DateDay = "date.day",
    DateDayMonth = "date.day-month",
    DateMonth = "date.month",
    DateDecade = "date.decade",
    DateAround = "date.around",
    DatePerhaps = "date.perhaps",
    DatePerhapsAround = "date.perhaps-around",
    DateBetween = "date.between",
    DateBy = "date.by",
    DateSince = "date.since",
    DateInterval = "date.interval",
    DateFrom = "date.from",
    DateUntil = "date.until",
    DateUnknown = "date.unknown",

    Month = "month",

    MonthShort = "month-short",

    Season = "season",

    Entries = "count.entries",
    Articles = "count.articles",
    CountOf = "count.of",
    PossiblyReported = "count.possibly",

    AnswerAsOf = "answer.as-of",
    AnswerPeriod = "answer.period",
    AnswerPeriodSurely = "answer.period-surely",
    AnswerOverview = "answer.overview",
    AnswerCount = "answer.count",
    AnswerVenue = "answer.venue",
    AnswerNothing = "answer.nothing",
    AnswerNoRefusal = "answer.no-refusal",
    AnswerClause = "answer.clause",
    AnswerAccordingTo = "answer.according-to",
    AnswerExpectedBy = "answer.expected-by",
    AnswerHeadlineOnly = "answer.headline-only",

    NoActor = "no-actor",

    All = "venue.all",
    NoVenue = "venue.none",

    Kind = "kind",

    Attribution = "attribution",

    Modality = "modality",

    Basis = "basis",

    Status = "status",
    StatusShort = "status-short",

    SearchLabel = "search.label",
    SearchHint = "search.hint",
    SearchedFor = "search.for",
    NothingFor = "search.nothing",
    NothingHere = "search.nothing-here",

    FacetsLabel = "facets.label",
    Facet = "facet",
    FacetUnknownOutlet = "facet.outlet-unknown",
    ActiveLabel = "filter.active",
    ClearOne = "filter.clear-one",
    ClearAll = "filter.clear-all",
    Without = "filter.without",
    FilterLabel = "filter.label",

    MapLabel = "map.label",
    MapHelp = "map.help",
    MapZoomIn = "map.zoom-in",
    MapZoomOut = "map.zoom-out",
    MapReset = "map.reset",
    MapBoundaries = "map.boundaries",
    MapHint = "map.hint",
    MapNoLand = "map.no-land",
    MapVenues = "map.venues",
    MapVenue = "map.venue",
    MapAreaVenue = "map.venue-area",
    MapOutOfView = "map.out-of-view",
    MapBehind = "map.behind",
    MapPlus = "map.plus",
    MapDistance = "map.distance",
    MapDirection = "map.direction",
    MapRange = "map.range",
    MapLatest = "map.latest",
    MapNothingYet = "map.nothing",
    MapMoved = "map.moved",
    MapNoneInView = "map.none-in-view",
    MapTookPlace = "map.key-took-place",
    MapArea = "map.key-area",

    TimelineLabel = "timeline.label",
    TimelineGap = "timeline.gap",
    TimelineMonths = "timeline.months",
    TimelineMark = "timeline.mark",
    TimelineNoVenue = "timeline.no-venue",
    TimelineHelp = "timeline.help",
    TimelineZoomIn = "timeline.zoom-in",
    TimelineZoomOut = "timeline.zoom-out",
    TimelineWhole = "timeline.whole",
    TimelineEarlier = "timeline.earlier",
    TimelineLater = "timeline.later",
    TimelineCounts = "timeline.counts",
    SpacingByTime = "timeline.by-time",
    SpacingEqual = "timeline.equal",

    PeriodLabel = "period.label",
    PeriodFrom = "period.from",
    PeriodTo = "period.to",
    PeriodPossibly = "period.possibly",
    PeriodSurely = "period.surely",
    PeriodClear = "period.clear",
    DateRefused = "period.refused",

    StoryPlay = "story.play",
    StoryPause = "story.pause",

    PositionsLabel = "positions.label",
    PositionsHelp = "positions.help",
    PositionsParty = "positions.party",
    PositionsReports = "positions.reports",
    PositionsNone = "positions.none",
    CompareLabel = "compare.label",
    CompareHelp = "compare.help",
    CompareParty = "compare.party",

    KeyLabel = "key.label",
    KeyPossibly = "key.possibly",
    KeySecondHand = "key.second-hand",
    KeyUnknownDay = "key.unknown-day",
    KeyReported = "key.reported",

    ReaderLabel = "reader.label",
    ReaderPrevious = "reader.previous",
    ReaderNext = "reader.next",

    QuoteOpen = "quote.open",
    QuoteClose = "quote.close",

    ReportedBy = "card.reported-by",
    Via = "card.via",
    OutletUnknown = "card.outlet-unknown",
    AuthorUnknown = "card.author-unknown",
    HeadlineUnknown = "card.headline-unknown",
    OpenAt = "card.open-at",
    AddressUnknown = "card.address-unknown",
    AccordingTo = "card.according-to",
    PublishedOn = "card.published-on",
    DatePrinted = "card.date-printed",
    DateRecord = "card.date-record",
    FormatsAre = "card.formats",
    PlaceNamed = "card.place-named",
    PlaceImplied = "card.place-implied",
    Permalink = "card.link",

    RecordTitle = "record.title",
    RecordByDate = "record.by-date",
    RecordByVenue = "record.by-venue",
    RecordSources = "record.sources",
    RecordNotes = "record.notes",
    RecordMethod = "record.method",
    RecordBoundary = "record.boundary",
    RecordLicence = "record.licence",

    AsOfLabel = "as-of.label",
    AsOfPinned = "as-of.pinned",
    AsOfLater = "as-of.later",
    AsOfNotYet = "as-of.not-yet",
    AsOfFirst = "as-of.first",
    AsOfLatest = "as-of.latest",

    NoteUnknownVenue = "note.unknown-venue",
    NoteUnknownId = "note.unknown-id",
    NoteRetired = "note.retired",
    NoteBadDate = "note.bad-date",
    NoteBadValue = "note.bad-value",
    NoteClose = "note.close",

    FootQuotes = "foot.quotes",

    ShareLabel = "share.label",
    ShareWhat = "share.what",
    CiteCopied = "cite.copied",
    CiteByHand = "cite.by-hand",

    RecordSkipped = "record.skipped",

    ThemeLight = "theme.light",
    ThemeDark = "theme.dark",

    ReaderEarlier = "reader.earlier",
    ReaderLater = "reader.later",

    AsOfPossibly = "as-of.possibly",

    Statements = "count.statements",
    Events = "count.events",

    RecordVersion = "record.version",
    RecordSilence = "record.silence",

    CiteLabel = "cite.label",
    CiteViewLabel = "cite.view-label",
    CiteForms = "cite.forms",
    CiteForm = "cite.form",
    CiteResult = "cite.result",
    CiteCopy = "cite.copy",
    CiteDownload = "cite.download",
    CiteText = "cite.text",
    CiteChain = "cite.chain",
    CiteDate = "cite.date",
    CiteBasis = "cite.basis",
    CiteRecord = "cite.record",
    CiteStatus = "cite.status",
    CiteFrom = "cite.from",
    CiteView = "cite.view",
    CiteCollection = "cite.collection",

    ReceiptLabel = "receipt.label",
    ReceiptHelp = "receipt.help",
    ReceiptNone = "receipt.none",
    ReceiptSum = "receipt.sum",
    ReceiptExact = "receipt.exact",
    ReceiptSpaces = "receipt.spaces",
    ReceiptSigns = "receipt.signs",
    ReceiptDiffers = "receipt.differs",
    ReceiptAbsent = "receipt.absent",
}
