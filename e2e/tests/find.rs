//! Search and facets, in three engines: what is typed is found and marked, a value is chosen by mouse and by key, chips and ways back
//! take it away, Back restores, and no text changes more than the result.

use anyhow::{Context, Result, ensure};
use e2e::{Engine, Session, in_each_engine, opened};
use serde_json::{Value, json};

const WIDE_PX: (u32, u32) = (1280, 900);
const PHONE_PX: (u32, u32) = (320, 1000);
/// Keys, as WebDriver names them.
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";

/// The number of entries that is announced.
fn counted(page: &Session) -> Result<u32> {
    let words = page.text("#pa-count b")?;
    words.split_whitespace().next().and_then(|word| word.parse().ok()).with_context(|| words.clone())
}

fn wait_counted(page: &Session, entries: u32) -> Result<()> {
    let script = "return parseInt(document.querySelector('#pa-count b')?.textContent) === arguments[0]";
    page.wait_until(&format!("{entries} entries"), script, json!([entries]))
}

/// Puts a text into the search as pasting would.
fn paste(page: &Session, text: &str) -> Result<()> {
    let script = "const field = document.querySelector('#pa-search');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    page.run(script, json!([text])).map(drop)
}

/// The texts that are marked as found, in the whole reader.
fn marked(page: &Session) -> Result<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('#pa-reader mark.pa-found')].map(mark => mark.textContent)";
    Ok(serde_json::from_value(page.run(script, json!([]))?)?)
}

fn search(engine: Engine) -> Result<()> {
    opened(WIDE_PX, engine, "", |page| {
        let all = counted(page)?;
        page.focus("#pa-search")?;
        page.keys("Зеленський")?;
        page.wait_address("q=Зеленський", true)?;
        let found = counted(page)?;
        ensure!(found > 0 && found < all, "{found} of {all}");
        let announced = page.run("return document.querySelector('#pa-count').textContent", json!([]))?;
        ensure!(announced.as_str().is_some_and(|words| words.contains("“Зеленський”")), "{announced}");
        // Another spelling marks the name as it is shown.
        ensure!(marked(page)?.iter().all(|name| name.starts_with("Zelensky")), "{:?}", marked(page)?);
        for spelling in ["Zelenskyy", "zelensky", "ZELENSKIY"] {
            paste(page, spelling)?;
            page.wait_address(&format!("q={spelling}"), true)?;
            wait_counted(page, found)?;
        }
        let mut places = Vec::new();
        for spelling in ["Istanbul", "İstanbul", "istanbul"] {
            paste(page, spelling)?;
            page.wait_address(&format!("q={spelling}"), true)?;
            places.push(counted(page)?);
        }
        ensure!(places.iter().all(|count| *count == places[0] && *count > 0), "{places:?}");
        paste(page, "Стамбул")?;
        page.wait_address("q=Стамбул", true)?;
        ensure!(marked(page)?.iter().any(|name| name == "Istanbul"), "{:?}", marked(page)?);
        // Words in any order, then as a phrase, then a phrase that is nowhere.
        paste(page, "talks peace")?;
        page.wait_address("q=talks peace", true)?;
        let words = counted(page)?;
        paste(page, "“peace talks”")?;
        page.wait_address("q=“peace talks”", true)?;
        let phrase = counted(page)?;
        ensure!(0 < phrase && phrase < words, "{phrase} as a phrase, {words} as words");
        ensure!(marked(page)?.iter().all(|text| text.to_lowercase() == "peace talks"), "{:?}", marked(page)?);
        paste(page, "“talks peace”")?;
        wait_counted(page, 0)?;
        ensure!(page.text(".pa-nothing p")?.contains("talks peace"), "what was asked is not said");
        // The one way back says how many it would show, and shows them.
        let way = page.text(".pa-nothing button")?;
        ensure!(way.contains(&format!("{all} entries")), "{way}");
        page.click_at(".pa-nothing button")?;
        wait_counted(page, all)?;
        ensure!(marked(page)?.is_empty(), "marks are left");
        let value = page.run("return document.querySelector('#pa-search').value", json!([]))?;
        ensure!(value == json!(""), "{value} is left in the field");
        Ok(())
    })
}

fn boxes(page: &Session) -> Result<Vec<Value>> {
    let boxes =
        page.rects(&["#pa-head", ".pa-bar", "#pa-answer", "#pa-map", "#pa-timeline", "#pa-reader"])?;
    let height = page.document_height()?;
    let boxes = boxes.into_iter().flatten().map(|b| json!([b.x, b.y, b.width, b.height]));
    Ok(boxes.chain([json!(height)]).collect())
}

fn facets(engine: Engine) -> Result<()> {
    for size_px in [WIDE_PX, PHONE_PX] {
        opened(size_px, engine, "", |page| {
            let (all, before) = (counted(page)?, boxes(page)?);
            ensure!(page.count("#pa-facets-panel")? == 0, "values are drawn while they are folded");
            page.click_at("#pa-facets")?;
            page.wait_for("#pa-facets-panel [data-facet]")?;
            page.wait_attr("#pa-facets", "aria-expanded", "true")?;
            let small = "return [...document.querySelectorAll('#pa-facets-panel button')].map(b => b.getBoundingClientRect())
                .filter(b => b.width < 24 || b.height < 24 || b.left < 0 || b.right > innerWidth).length";
            ensure!(page.run(small, json!([]))? == json!(0), "a value is too small or out of sight");
            let value = "[data-facet=side][data-value=russia]";
            let count: u32 = page.text(&format!("{value} b"))?.trim().parse()?;
            page.click_at(value)?;
            page.wait_attr(value, "aria-pressed", "true")?;
            wait_counted(page, count)?;
            page.wait_address("side=russia", true)?;
            ensure!(count < all, "{count} of {all}");
            ensure!(
                page.run("return location.hash.length < 200", json!([]))? == json!(true),
                "a long address"
            );
            // By key, a second value of the same facet: either.
            let other = "[data-facet=side][data-value=ukraine]";
            let more: u32 = page.text(&format!("{other} b"))?.trim().parse()?;
            page.focus(other)?;
            page.keys(ENTER)?;
            wait_counted(page, count + more)?;
            page.wait_address("side=ukraine", true)?;
            let focused = page.run("return document.activeElement.dataset.value", json!([]))?;
            ensure!(focused == json!("ukraine"), "the focus went to {focused}");
            // A year is a period, and pressed again all of time.
            let year = "[data-facet=year]:first-child";
            let of_year: u32 = page.text(&format!("{year} b"))?.trim().parse()?;
            ensure!(of_year < count + more, "{of_year} of {}", count + more);
            page.click_at(year)?;
            page.wait_attr(year, "aria-pressed", "true")?;
            wait_counted(page, of_year)?;
            page.wait_address("from=2014-01-01&to=2014-12-31", true)?;
            page.click_at(year)?;
            page.wait_attr(year, "aria-pressed", "false")?;
            wait_counted(page, count + more)?;
            page.wait_address("from=", false)?;
            page.focus(other)?;
            page.keys(ESCAPE)?;
            page.wait_until(
                "folded",
                "return document.querySelector('#pa-facets-panel') === null",
                json!([]),
            )?;
            let focused = page.run("return document.activeElement.id", json!([]))?;
            ensure!(focused == json!("pa-facets"), "the focus went to {focused}");
            ensure!(boxes(page)? == before, "boxes moved: {:?} for {before:?}", boxes(page)?);
            // Two chips and one for all; the focus stays among them, then goes to the count.
            ensure!(page.count("[data-active]")? == 2, "{} chips", page.count("[data-active]")?);
            page.focus("[data-active]")?;
            page.keys(ENTER)?;
            wait_counted(page, more)?;
            page.wait_address("side=russia", false)?;
            let focused =
                page.run("return document.activeElement.closest('#pa-active') !== null", json!([]))?;
            ensure!(focused == json!(true), "the focus left the chips");
            page.focus("[data-active]")?;
            page.keys(ENTER)?;
            wait_counted(page, all)?;
            let focused = page.run("return document.activeElement.id", json!([]))?;
            ensure!(focused == json!("pa-count"), "the focus went to {focused}");
            ensure!(page.count("#pa-active")? == 0, "chips are left");
            // Each was a step, once the address has it.
            page.wait_address("side=", false)?;
            page.run("history.back()", json!([]))?;
            wait_counted(page, more)?;
            page.run("history.back()", json!([]))?;
            wait_counted(page, count + more)?;
            page.wait_address("side=russia&side=ukraine", true)
        })?;
    }
    Ok(())
}

/// Filters that leave nothing: what was asked stands there, and the fewest that have to go.
fn nothing(engine: Engine) -> Result<()> {
    opened(PHONE_PX, engine, "#venue=geneva&side=belarus&q=minsk%20agreement", |page| {
        wait_counted(page, 0)?;
        let asked = page.text(".pa-nothing p")?;
        for part in ["Geneva", "Belarus", "minsk agreement"] {
            ensure!(asked.contains(part), "{asked} does not say {part}");
        }
        let way = page.text(".pa-nothing button")?;
        let shown = way.split(": ").last().and_then(|words| words.split(' ').next()?.parse().ok());
        page.click_at(".pa-nothing button")?;
        wait_counted(page, shown.with_context(|| way.clone())?)?;
        let focused = page.run("return document.activeElement.id", json!([]))?;
        ensure!(focused == json!("pa-count"), "the focus went to {focused}");
        Ok(())
    })
}

/// Whatever is put into the search changes nothing but the result.
fn hostile(engine: Engine) -> Result<()> {
    opened(WIDE_PX, engine, "", |page| {
        let (all, before) = (counted(page)?, boxes(page)?);
        let elements =
            "return document.querySelectorAll('script, iframe, img, object, style, link, base, form').length";
        let outside = page.run(elements, json!([]))?;
        let long = "ab ".repeat(350_000);
        let texts = [
            "<img src=x onerror=alert(1)>",
            "</bdi><script>alert(1)</script>",
            "\u{202e}\u{2066}sknim",
            "\u{200b}\u{200d}\u{feff}",
            "\u{1}\u{1b}[0m\u{7f}",
            "\"“”„«»",
            "%00%FF&q=x#y",
            "' OR 1=1 --",
            &long,
        ];
        for text in texts {
            paste(page, text)?;
            let words = text.chars().take(12).collect::<String>();
            page.wait_until(&words, "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))", json!([]))?;
            ensure!(page.run(elements, json!([]))? == outside, "{words:?} made elements");
            ensure!(boxes(page)? == before, "{words:?} moved the page");
            let count = counted(page)?;
            ensure!(count == 0 || count == all, "{words:?} finds {count}");
        }
        paste(page, "")?;
        wait_counted(page, all)
    })
}

in_each_engine! {
    what_is_typed_is_found_and_marked: search;
    values_are_chosen_and_taken_back: facets;
    nothing_has_ways_back: nothing;
    any_text_changes_nothing_but_the_result: hostile;
}
