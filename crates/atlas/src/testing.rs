//! Small corpora for the tests of this crate. No opinion about any real one.

use crate::date::{Day, Edtf};
use crate::model::columns::{country, date, entry, meta, venue};
use crate::model::{Attribution, Corpus, Days, EventKind, VenueKind};
use crate::pack::{PackWriter, Table};

/// Two venues, `minsk` and `geneva`, and `entries` entries `entry-0`, `entry-1`, … a day apart from 2025-03-01 on, each reported two
/// days after: on the first venue, on the second, on none, and again. Minsk is a city of Belarus, Geneva stands for all of Switzerland. All
/// entries are offers, the first second-hand; but in the seventh talks took place.
pub(crate) fn corpus(entries: usize) -> Corpus {
    let mut pack = PackWriter::default();
    let mut cells = vec![0; meta::COUNT as usize];
    let english = pack.text("en");
    cells[meta::ID as usize] = pack.text("test");
    cells[meta::LANGUAGES as usize] = pack.list(&[english]);
    for (column, number) in [(meta::VIEW_LON, 30.5_f32), (meta::VIEW_LAT, 41.0), (meta::VIEW_KM_PER_PX, 8.9)]
    {
        cells[column as usize] = number.to_bits();
    }
    pack.row(Table::Meta, &cells);
    let venues =
        [("minsk", VenueKind::City, 112, 27.56_f32, 53.9_f32), ("geneva", VenueKind::Area, 756, 8.2, 46.8)];
    for (row, (name, kind, iso, lon, lat)) in venues.into_iter().enumerate() {
        let mut cells = vec![0; country::COUNT as usize];
        cells[country::ISO as usize] = iso;
        pack.row(Table::Countries, &cells);
        let mut cells = vec![0; venue::COUNT as usize];
        let text = pack.text(name);
        cells[venue::ID as usize] = text;
        cells[venue::NAME as usize] = pack.list(&[text]);
        cells[venue::KIND as usize] = kind.code();
        cells[venue::COUNTRY as usize] = row as u32;
        (cells[venue::LON as usize], cells[venue::LAT as usize]) = (lon.to_bits(), lat.to_bits());
        let of_venue: Vec<u32> = (0..entries as u32).filter(|n| n % 3 == row as u32).collect();
        cells[venue::ENTRIES as usize] = pack.list(&of_venue);
        pack.row(Table::Venues, &cells);
    }
    let first = Day::from_ymd(2025, 3, 1).unwrap();
    for n in 0..entries as u32 {
        let day = first.plus(n as i32);
        let edtf: Edtf = day.to_string().parse().unwrap();
        let bounds = edtf.bounds();
        let (earliest, latest) = Days { earliest: bounds.earliest, latest: bounds.latest }.to_cells();
        let mut cells = vec![0; date::COUNT as usize];
        cells[date::EDTF as usize] = pack.text(&edtf.to_string());
        (cells[date::EARLIEST as usize], cells[date::LATEST as usize]) = (earliest, latest);
        let at = pack.row(Table::Dates, &cells);

        let mut cells = vec![0; entry::COUNT as usize];
        cells[entry::ID as usize] = pack.text(&format!("entry-{n}"));
        cells[entry::VENUE as usize] = if n % 3 == 2 { 0 } else { n % 3 + 1 };
        cells[entry::DATE as usize] = at;
        if n == 0 {
            cells[entry::ATTRIBUTION as usize] = Attribution::SecondHand.code();
        }
        if n == 6 {
            cells[entry::KIND as usize] = 1;
            cells[entry::POSITION as usize] = EventKind::TookPlace.code();
        }
        // Every fourth entry was reported on a day that is not known.
        let reported =
            Days { earliest: Some(day.plus(2)), latest: Some(day.plus(if n % 4 == 3 { 9 } else { 2 })) };
        (cells[entry::REPORTED_EARLIEST as usize], cells[entry::REPORTED_LATEST as usize]) =
            reported.to_cells();
        pack.row(Table::Entries, &cells);
    }
    Corpus::open(Vec::leak(pack.finish())).unwrap()
}
