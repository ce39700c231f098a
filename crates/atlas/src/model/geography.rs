//! Who and where: parties, actors, formats, venues and the places around them. No opinion about the map.

use super::columns::{actor, country, format, place, sea, side, venue};
use super::row::row_view;
use super::{ActorKind, Entry, Text, VenueKind};

row_view!(/// A party.
    Side in Sides);
row_view!(/// A format of talks.
    Format in Formats);
row_view!(/// A capital or another place that is no venue.
    Place in Places);
row_view!(/// A country that the corpus names.
    Country in Countries);
row_view!(/// A sea that carries a label.
    Sea in Seas);
row_view!(/// Where talks were proposed or held: a city or, where no city is named, a country.
    Venue in Venues);
row_view!(/// A person with a role, or a body.
    Actor in Actors);

impl Side {
    /// Stable word.
    pub fn id(self) -> &'static str {
        self.str(side::ID)
    }
    /// Name.
    pub fn name(self) -> Text {
        self.text(side::NAME)
    }
}

impl Format {
    /// Stable word.
    pub fn id(self) -> &'static str {
        self.str(format::ID)
    }
    /// Name.
    pub fn name(self) -> Text {
        self.text(format::NAME)
    }
}

impl Place {
    /// Stable word.
    pub fn id(self) -> &'static str {
        self.str(place::ID)
    }
    /// Name.
    pub fn name(self) -> Text {
        self.text(place::NAME)
    }
    /// Longitude and latitude, degrees.
    pub fn lon_lat(self) -> (f64, f64) {
        (self.degrees(place::LON), self.degrees(place::LAT))
    }
    /// Whether distances are told from here.
    pub fn is_reference(self) -> bool {
        self.cell(place::REFERENCE) != 0
    }
}

impl Country {
    /// Stable word.
    pub fn id(self) -> &'static str {
        self.str(country::ID)
    }
    /// ISO 3166-1 numeric.
    pub fn iso(self) -> u32 {
        self.cell(country::ISO)
    }
    /// Name.
    pub fn name(self) -> Text {
        self.text(country::NAME)
    }
    /// Where its label stands, degrees, if it carries one.
    pub fn label_at(self) -> Option<(f64, f64)> {
        (self.cell(country::LABELLED) != 0).then(|| (self.degrees(country::LON), self.degrees(country::LAT)))
    }
    /// Whether it is a party to the war.
    pub fn is_party(self) -> bool {
        self.cell(country::PARTY) != 0
    }
}

impl Sea {
    /// Name.
    pub fn name(self) -> Text {
        self.text(sea::NAME)
    }
    /// Where its label stands, degrees.
    pub fn lon_lat(self) -> (f64, f64) {
        (self.degrees(sea::LON), self.degrees(sea::LAT))
    }
}

impl Venue {
    /// Stable word.
    pub fn id(self) -> &'static str {
        self.str(venue::ID)
    }
    /// Name.
    pub fn name(self) -> Text {
        self.text(venue::NAME)
    }
    /// A short name for narrow places; the name where there is none.
    pub fn short(self) -> Text {
        let short = self.text(venue::SHORT);
        if short.is_empty() { self.name() } else { short }
    }
    /// City or area.
    pub fn kind(self) -> VenueKind {
        VenueKind::from_code(self.cell(venue::KIND))
    }
    /// The country that it lies in, or is.
    pub fn country(self) -> Country {
        Country::at(self.corpus, self.cell(venue::COUNTRY))
    }
    /// The city, or the label point of the area, degrees.
    pub fn lon_lat(self) -> (f64, f64) {
        (self.degrees(venue::LON), self.degrees(venue::LAT))
    }
    /// Its colour in the light and in the dark theme, `#RRGGBB`.
    pub fn colours(self) -> (&'static str, &'static str) {
        (self.str(venue::LIGHT), self.str(venue::DARK))
    }
    /// Other spellings.
    pub fn aliases(self) -> impl ExactSizeIterator<Item = &'static str> + Clone {
        self.strings(venue::ALIASES)
    }
    /// Its entries in reading order.
    pub fn entries(self) -> impl ExactSizeIterator<Item = Entry> + Clone {
        self.corpus.pack().list(self.cell(venue::ENTRIES)).map(move |row| Entry::at(self.corpus, row))
    }
}

impl Actor {
    /// Stable word.
    pub fn id(self) -> &'static str {
        self.str(actor::ID)
    }
    /// Name.
    pub fn name(self) -> Text {
        self.text(actor::NAME)
    }
    /// Person or body.
    pub fn kind(self) -> ActorKind {
        ActorKind::from_code(self.cell(actor::KIND))
    }
    /// The role in which the texts show the person; empty for a body.
    pub fn role(self) -> Text {
        self.text(actor::ROLE)
    }
    /// The party.
    pub fn side(self) -> Side {
        Side::at(self.corpus, self.cell(actor::SIDE))
    }
    /// Other spellings.
    pub fn aliases(self) -> impl ExactSizeIterator<Item = &'static str> + Clone {
        self.strings(actor::ALIASES)
    }
    /// The entries that state this actor's position or deed, in reading order.
    pub fn entries(self) -> impl ExactSizeIterator<Item = Entry> + Clone {
        self.corpus.pack().list(self.cell(actor::ENTRIES)).map(move |row| Entry::at(self.corpus, row))
    }
}
