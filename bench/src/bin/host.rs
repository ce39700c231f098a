//! What the core and the compiler take on the host, for the shipped corpus and for many synthetic entries.
//! No opinion about browsers.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use atlas::geo::{Camera, Frame, Layer, LonLat, PathSink, Topology, WORLD};
use atlas::layout::{Layout, WidthClass};
use atlas::model::Corpus;
use atlas::search::{Query, search};
use atlas::state::{State, VenueFilter, tally, view};
use atlas::timeline::{Spacing, lanes, scale};
use atlas::words::{Catalogue, answer};
use atlas_bench::{MANY, Row, SEED, Table};
use tempfile::TempDir;

/// Stands in many entries of either corpus.
const WORD: &str = "talks";

fn main() -> Result<()> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = std::fs::read_to_string(project.join("locales/en.toml")).context("locales/en.toml")?;
    let catalogue = Catalogue::parse(&text, 0).context("locales/en.toml")?;
    let folder = TempDir::with_prefix("parley-bench-")?;
    let many = folder.path().join("corpus");
    atlas_compiler::synth(MANY, SEED, &many)?;

    eprintln!("the shipped corpus:");
    let sources = Some(project.join("../shared/sources")).filter(|sources| sources.is_dir());
    let shipped = of_corpus(&project.join("corpus"), sources, &catalogue)?;
    eprintln!("{MANY} synthetic entries:");
    let synthetic = of_corpus(&many, Some(many.join("sources")), &catalogue)?;
    eprintln!("the map:");
    let map = of_map(&project.join("corpus"))?;
    println!("The shipped corpus\n{shipped}\n{MANY} synthetic entries\n{synthetic}\nThe map\n{map}");
    println!("{}", shipped.ratios_to(&synthetic, &format!("{MANY} to shipped")));
    Ok(())
}

/// The same rows for either corpus. Those that need texts are left out where there are none.
fn of_corpus(dir: &Path, sources: Option<PathBuf>, catalogue: &Catalogue) -> Result<Table> {
    let mut table = Table::default();
    let report = atlas_compiler::check(dir, None);
    let model = report.model.as_ref().ok_or_else(|| anyhow!("{}", report.render()))?;
    let bytes: &'static [u8] = Box::leak(atlas_compiler::pack(model).into_boxed_slice());
    let corpus = Corpus::open(bytes)?;

    table.push(Row::measure("check against the lock", || atlas_compiler::check(dir, None)));
    table.push(Row::measure("pack", || atlas_compiler::pack(model)));
    table.push(Row::measure("check and pack", || atlas_compiler::compile(dir).is_ok()).budget_ms(5_000.0));
    // A handle lives for good, so that each run leaves a few words behind.
    table.push(Row::measure("open", || Corpus::open(bytes).is_ok()));

    let whole = State::default();
    let chosen = State {
        venue: corpus.venues().next().map_or(VenueFilter::All, VenueFilter::Venue),
        ..State::default()
    };
    let searched = State { query: WORD.to_owned(), ..State::default() };
    let middle = corpus.entries().nth(corpus.entries().len() / 2).and_then(|entry| entry.reported().latest);
    let as_of = State { chosen_as_of: middle, ..State::default() };
    let states =
        [("all", &whole), ("one venue", &chosen), ("a search word", &searched), ("as of a day", &as_of)];
    for (name, state) in states {
        table.push(Row::measure(format!("view: {name}"), || view(corpus, state)));
    }
    for (name, typed) in
        [("a word", "talks"), ("a phrase", "\"in istanbul\" talks"), ("what is nowhere", "qu")]
    {
        let query = Query::new(typed);
        table.push(Row::measure(format!("search: {name}"), || search(corpus, &query)).budget_ms(10.0));
    }
    table.push(Row::measure("facets: counts", || tally(corpus, &searched)));
    for (name, state) in [("all", &whole), ("one venue", &chosen)] {
        let seen = view(corpus, state);
        table.push(Row::measure(format!("answer: {name}"), || answer(corpus, state, &seen, catalogue)));
    }
    let layout = Layout::typical(WidthClass::Wide);
    let plot_px = layout.timeline_px.0 - layout.lane_names_px - layout.timeline_end_px;
    table.push(Row::measure("lanes of the timeline", || {
        lanes(corpus, scale(corpus, plot_px, layout.gap_px, Spacing::Proportional))
    }));
    if let Some(sources) = sources {
        table.push(Row::measure("check against the texts", || atlas_compiler::check(dir, Some(&sources))));
    }
    Ok(table)
}

/// The map does not depend on how many entries there are.
fn of_map(dir: &Path) -> Result<Table> {
    let bytes = atlas_compiler::compile(dir).map_err(|report| anyhow!("{}", report.render()))?;
    let corpus = Corpus::open(Box::leak(bytes.into_boxed_slice()))?;
    let (lon, lat, km_per_px) = corpus.first_view();
    let (width_px, height_px) = Layout::typical(WidthClass::Wide).map_px;
    let camera = Camera::new(LonLat::new(lon, lat), km_per_px, width_px, height_px);
    let topology = Topology::decode(WORLD)?;
    let countries: Vec<u16> = corpus
        .countries()
        .filter(|country| country.is_party())
        .chain(corpus.venues().map(|venue| venue.country()))
        .map(|country| country.iso() as u16)
        .collect();
    let mut table = Table::default();
    table.push(Row::measure("decode", || Topology::decode(WORLD).is_ok()));
    table.push(Row::measure("project", || topology.project(&camera)));
    table.push(Row::measure("project and draw", || points(&topology.project(&camera), &countries)));
    Ok(table)
}

/// How many points a frame has, drawn in all its layers.
fn points(frame: &Frame, countries: &[u16]) -> usize {
    let mut count = Count::default();
    let layers = [Layer::Coast, Layer::Land, Layer::Lakes, Layer::Borders, Layer::Disputed];
    for layer in layers.into_iter().chain(countries.iter().map(|&iso| Layer::Country(iso))) {
        frame.draw(layer, &mut count);
    }
    count.0
}

#[derive(Default)]
struct Count(usize);

impl PathSink for Count {
    fn move_to(&mut self, _: f64, _: f64) {
        self.0 += 1;
    }
    fn line_to(&mut self, _: f64, _: f64) {
        self.0 += 1;
    }
    fn close(&mut self) {}
}
