//! Invented names and neutral words for synthetic corpora. Nothing here is anywhere; the coordinates only spread the marks.

/// A side.
pub(super) const SIDES: [(&str, &str); 4] =
    [("aldern", "Aldern"), ("borea", "Borea"), ("calvane", "Calvane"), ("others", "Other states")];

/// A country of this world's map under an invented name: id, name, ISO 3166-1 numeric, longitude, latitude.
pub(super) const COUNTRIES: [(&str, &str, &str, f64, f64); 6] = [
    ("aldern", "Aldern", "616", 19.4, 52.1),
    ("borea", "Borea", "246", 26.2, 64.5),
    ("calvane", "Calvane", "380", 12.6, 42.9),
    ("dorvia", "Dorvia", "250", 2.4, 46.6),
    ("estmark", "Estmark", "642", 24.9, 45.9),
    ("farland", "Farland", "818", 29.9, 26.6),
];

/// A venue: id, name, country, longitude, latitude, light and dark colour. The last is an area.
pub(super) const VENUES: [(&str, &str, usize, f64, f64, &str, &str); 6] = [
    ("ovrel", "Ovrel", 0, 21.0, 52.2, "#2262AE", "#7AA5F5"),
    ("sintra-bay", "Sintra Bay", 2, 12.5, 41.9, "#AB400F", "#EC8A5C"),
    ("hallin", "Hallin", 1, 24.9, 60.6, "#08563D", "#62E3C6"),
    ("morvane", "Morvane", 3, 2.3, 48.9, "#6B3FA0", "#B79CF0"),
    ("tesk", "Tesk", 4, 26.1, 44.4, "#7A5A00", "#E0B84A"),
    ("farland", "Farland", 5, 29.9, 26.6, "#9C2759", "#F08CB5"),
];

/// An actor: id, name, role, side. An actor without a role is a body.
pub(super) const ACTORS: [(&str, &str, &str, usize); 10] = [
    ("mara-tolen", "Mara Tolen", "President of Aldern", 0),
    ("iven-rask", "Iven Rask", "Foreign minister of Aldern", 0),
    ("council-of-aldern", "Council of Aldern", "", 0),
    ("olin-veddar", "Olin Veddar", "Chancellor of Borea", 1),
    ("sera-quill", "Sera Quill", "Spokeswoman of the chancellor of Borea", 1),
    ("borean-assembly", "Borean Assembly", "", 1),
    ("tomas-eldin", "Tomas Eldin", "Prime minister of Calvane", 2),
    ("lina-marsh", "Lina Marsh", "Envoy of Calvane", 2),
    ("joren-pike", "Joren Pike", "President of Dorvia", 3),
    ("anel-corvo", "Anel Corvo", "King of Farland", 3),
];

/// A format of talks.
pub(super) const FORMATS: [(&str, &str); 3] =
    [("bilateral", "Bilateral"), ("trilateral", "Trilateral"), ("summit", "Summit of leaders")];

/// An outlet.
pub(super) const OUTLETS: [&str; 5] =
    ["The Ovrel Gazette", "Hallin Post", "Morning Ledger", "The Tesk Observer", "Calvane Press Service"];

/// An author.
pub(super) const AUTHORS: [&str; 5] = ["Edda Brook", "Nils Harrow", "Pia Lund", "Remy Stone", "Uma Vale"];

/// Tells apart the sentences of one article.
pub(super) const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];

pub(super) const WEEKDAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

/// What talks are about.
pub(super) const TOPICS: [&str; 8] = [
    "river treaty",
    "grain route",
    "border crossing",
    "rail link",
    "prisoner list",
    "harbour rules",
    "winter truce",
    "observer mission",
];

/// Fills the body of an article.
pub(super) const FILLER: [&str; 10] = [
    "Officials on both sides had spent the week with drafts that nobody wanted to show.",
    "The agenda has changed several times since the spring, and may change again.",
    "Reporters who waited outside the building were given a short printed note.",
    "A spokesman declined to say who else had been invited to the table.",
    "Diplomats describe the mood as calm, with little hope of a quick result.",
    "The last meeting of this kind ended after two hours without a joint text.",
    "Neighbouring states have said that they would welcome any step that lasts.",
    "Several members of the delegation are expected to travel by train.",
    "The budget for the conference was approved in a separate session.",
    "No further details were given, and calls to the ministry were not answered.",
];
