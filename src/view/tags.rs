//! The elements that the app writes and the attributes that each may have, as numbers. Elements of one name have one list of attributes,
//! whichever of them are given: so Yew, which compares lists by their address, compares value by value and never by name, and a release can
//! leave out what it would do otherwise. No opinion about what an element is for.

/// Elements by name, each with the names of its attributes, in the order in which they are written. A name stands once.
pub(crate) static TAGS: &[(&str, &[&str])] = &[
    ("a", &["class", "href", "transform", "aria-label", "target", "rel"]),
    ("b", &[]),
    ("bdi", &[]),
    ("blockquote", &["lang"]),
    (
        "button",
        &[
            "type",
            "id",
            "class",
            "value",
            "aria-label",
            "aria-expanded",
            "aria-pressed",
            "title",
            "disabled",
            "data-active",
            "data-choice",
            "data-facet",
            "data-pair",
            "data-value",
            "data-venue-chip",
        ],
    ),
    ("canvas", &["class", "aria-hidden"]),
    ("circle", &["class", "r", "cx", "cy"]),
    ("cite", &["lang"]),
    ("defs", &[]),
    ("details", &["class"]),
    ("div", &["id", "class", "role", "aria-label", "aria-hidden", "tabindex", "data-venue"]),
    ("fieldset", &[]),
    ("footer", &["class"]),
    (
        "g",
        &[
            "class",
            "transform",
            "id",
            "role",
            "tabindex",
            "aria-label",
            "aria-hidden",
            "aria-current",
            "aria-pressed",
            "aria-description",
            "aria-valuetext",
            "aria-valuemin",
            "aria-valuemax",
            "aria-valuenow",
            "data-edge",
            "data-lane",
            "data-lat",
            "data-lon",
            "data-mark",
            "data-period",
            "data-venue",
        ],
    ),
    ("h1", &[]),
    ("h2", &[]),
    ("header", &["id", "class"]),
    ("i", &["class"]),
    (
        "input",
        &[
            "id",
            "type",
            "min",
            "max",
            "aria-describedby",
            "autocomplete",
            "spellcheck",
            "maxlength",
            "placeholder",
            "readonly",
            "aria-label",
        ],
    ),
    ("label", &["class"]),
    ("legend", &[]),
    ("li", &["class", "data-entry", "aria-posinset", "aria-setsize", "aria-current"]),
    ("linearGradient", &["id", "class"]),
    ("main", &["class"]),
    ("mark", &["class"]),
    ("ol", &["id", "class"]),
    ("option", &["value", "selected"]),
    ("output", &[]),
    ("p", &["id", "class", "role", "tabindex", "aria-hidden"]),
    ("path", &["class", "d", "id", "transform"]),
    ("pattern", &["id", "x", "width", "height", "patternUnits", "patternTransform"]),
    ("rect", &["class", "transform", "x", "y", "width", "height", "rx", "fill"]),
    ("section", &["id", "class", "aria-label", "aria-live", "tabindex"]),
    ("select", &["aria-label"]),
    ("small", &[]),
    ("span", &["id", "class", "role", "aria-hidden"]),
    ("stop", &["offset", "stop-opacity"]),
    ("summary", &["class"]),
    ("svg", &["class", "x", "width", "height", "viewBox", "role", "aria-label", "aria-hidden"]),
    ("table", &["role", "class", "aria-label", "aria-rowcount"]),
    ("tbody", &[]),
    ("td", &["role", "class", "tabindex", "aria-selected"]),
    ("text", &["class", "x", "y", "dy", "text-anchor", "transform", "aria-hidden"]),
    ("textarea", &["aria-label", "readonly", "rows", "spellcheck", "dir"]),
    ("th", &["scope", "class", "tabindex", "aria-expanded"]),
    ("thead", &[]),
    ("title", &[]),
    ("tr", &[]),
    ("ul", &[]),
    ("use", &["href"]),
];

/// Bits of an element's number in a shape, and of that of each attribute.
pub(crate) const TAG_BITS: u32 = 6;
/// See [`TAG_BITS`].
pub(crate) const KEY_BITS: u32 = 5;

/// An element and the attributes that it is given, in that order, as one number: the lowest bits are the element's place in [`TAGS`],
/// followed by the place of each attribute in its list, from one. Names that are not listed do not compile.
pub(crate) const fn shape(name: &str, keys: &[&str]) -> u64 {
    let mut tag = 0;
    while !same(TAGS[tag].0, name) {
        tag += 1;
        assert!(tag < TAGS.len(), "view/tags.rs lists no element of this name");
    }
    assert!(tag < 1 << TAG_BITS && keys.len() as u32 * KEY_BITS + TAG_BITS <= u64::BITS);
    let (mut shape, mut at) = (tag as u64, 0);
    while at < keys.len() {
        let (listed, mut key) = (TAGS[tag].1, 0);
        while !same(listed[key], keys[at]) {
            key += 1;
            assert!(key < listed.len(), "view/tags.rs lists no attribute of this name for the element");
        }
        assert!(key + 1 < 1 << KEY_BITS);
        shape |= (key as u64 + 1) << (TAG_BITS + at as u32 * KEY_BITS);
        at += 1;
    }
    shape
}

const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}
