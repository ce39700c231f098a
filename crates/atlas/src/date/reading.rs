//! What an EDTF text says, without the text: as much as wording and drawing need, in cells of a pack. The text is read when the corpus
//! is packed; the widget holds no reader of EDTF, which takes 13 kB of Wasm, most of it to tell authors what is wrong.
//! No opinion about words.

use super::{Date, Day, Edtf, Endpoint, Member, Precision, Qualification, Season};

/// The dates of a text, in the order written. No date at all stands for one plain day, which is known from the bounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading(Vec<Part>);

/// One date of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its place in the text.
    pub role: Role,
    /// The finest unit that is given.
    pub precision: Precision,
    /// How it is qualified.
    pub qualification: Qualification,
    /// The season, if it is one.
    pub season: Option<Season>,
    /// The first day that fits.
    pub first: Day,
    /// The last day that fits.
    pub last: Day,
}

/// What a date is in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The whole of it.
    Alone,
    /// The start of what lasted.
    Start,
    /// The end of what lasted.
    End,
    /// One member of a set.
    Member,
    /// Where a range of a set starts; a range without it is open to the past.
    From,
    /// Where the range ends; a range without it is open to the future.
    To,
}

const ROLES: [Role; 6] = [Role::Alone, Role::Start, Role::End, Role::Member, Role::From, Role::To];
const PRECISIONS: [Precision; 7] = [
    Precision::Day,
    Precision::Month,
    Precision::Season,
    Precision::Year,
    Precision::Decade,
    Precision::Century,
    Precision::Partial,
];
const QUALIFICATIONS: [Qualification; 4] =
    [Qualification::Plain, Qualification::Uncertain, Qualification::Approximate, Qualification::Both];
const SEASONS: [Option<Season>; 5] =
    [None, Some(Season::Spring), Some(Season::Summer), Some(Season::Autumn), Some(Season::Winter)];

/// Cells of one date: its codes, eight bits each, and its days.
const CELLS: usize = 3;

impl Reading {
    /// The dates.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// Whether it lasted from a start to an end.
    pub fn is_interval(&self) -> bool {
        self.0.first().is_some_and(|part| matches!(part.role, Role::Start | Role::End))
    }

    /// The cells of a pack.
    pub fn to_cells(&self) -> Vec<u32> {
        let cells = |part: &Part| {
            let season = part.season.map_or(0, |season| u32::from(season.code()) - 20);
            let codes = [part.role as u32, part.precision as u32, part.qualification as u32, season];
            let codes = codes.into_iter().rev().fold(0, |sum, code| sum << 8 | code);
            [codes, part.first.number() as u32, part.last.number() as u32]
        };
        self.0.iter().flat_map(cells).collect()
    }

    /// The dates of the cells; what they do not make a date of is left out.
    pub fn from_cells(cells: impl Iterator<Item = u32>) -> Self {
        let cells: Vec<u32> = cells.collect();
        let part = |cells: &[u32]| {
            let &[codes, first, last] = cells else { return None };
            let code = |at: u32| (codes >> (8 * at) & 0xff) as usize;
            Some(Part {
                role: *ROLES.get(code(0))?,
                precision: *PRECISIONS.get(code(1))?,
                qualification: *QUALIFICATIONS.get(code(2))?,
                season: *SEASONS.get(code(3))?,
                first: Day::new(first as i32),
                last: Day::new(last as i32),
            })
        };
        Self(cells.chunks_exact(CELLS).filter_map(part).collect())
    }

    /// The reading of one plain day.
    pub fn of_day(day: Day) -> Self {
        Self(vec![Part {
            role: Role::Alone,
            precision: Precision::Day,
            qualification: Qualification::Plain,
            season: None,
            first: day,
            last: day,
        }])
    }

    fn push(&mut self, role: Role, date: Option<&Date>) {
        self.0.extend(date.map(|date| Part {
            role,
            precision: date.precision(),
            qualification: date.qualification(),
            season: date.season(),
            first: date.first(),
            last: date.last(),
        }));
    }
}

impl From<&Edtf> for Reading {
    fn from(edtf: &Edtf) -> Self {
        let mut reading = Self::default();
        match edtf {
            Edtf::Date(date) => reading.push(Role::Alone, Some(date)),
            Edtf::Interval { start, end } => {
                reading.push(Role::Start, Endpoint::date(start));
                reading.push(Role::End, Endpoint::date(end));
            }
            Edtf::OneOf(members) => {
                for member in members {
                    match member {
                        Member::Date(date) => reading.push(Role::Member, Some(date)),
                        Member::Range { from, to } => {
                            reading.push(Role::From, from.as_ref());
                            reading.push(Role::To, to.as_ref());
                        }
                    }
                }
            }
        }
        reading
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cells_read_back() {
        let check = |text: &str, parts: usize| {
            let reading = Reading::from(&text.parse::<Edtf>().unwrap());
            assert_eq!(reading.parts().len(), parts, "{text}");
            assert_eq!(Reading::from_cells(reading.to_cells().into_iter()), reading, "{text}");
        };
        check("2025-03-05", 1);
        check("-0044-03~", 1);
        check("20XX%", 1);
        check("2025-24?", 1);
        check("2014/2015", 2);
        check("../2015", 1);
        check("[2022-02-04,2022-02-11..2022-02-18,2023..]", 4);
    }

    proptest! {
        #[test]
        fn any_cells_are_read_without_panic(cells: Vec<u32>) {
            let _ = Reading::from_cells(cells.into_iter());
        }
    }
}
