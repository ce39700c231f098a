//! The timeline by hand, by key and by field, in three engines: a period, the as-of date, the story, the way from mark to mark, and
//! fingers. In one file for all its lines, since every test reads the page by the same few helpers. Lengths are CSS pixels.

use anyhow::{Context, Result, ensure};
use atlas::words::Key;
use e2e::{Engine, Rect, Session, in_each_engine, opened};
use serde_json::json;

const WIDE_PX: (u32, u32) = (1280, 1080);
const PHONE_PX: (u32, u32) = (360, 1080);
/// Keys, as WebDriver names them.
const SHIFT: &str = "\u{e008}";
const ESCAPE: &str = "\u{e00c}";
const ENTER: &str = "\u{e007}";
const END: &str = "\u{e010}";
const HOME: &str = "\u{e011}";
const LEFT: &str = "\u{e012}";
const RIGHT: &str = "\u{e014}";
const DOWN: &str = "\u{e015}";
const HANDLE: &str = "#pa-timeline [role=slider]";

fn rect(page: &Session, selector: &str) -> Result<Rect> {
    page.rects(&[selector])?.into_iter().flatten().next().with_context(|| format!("{selector} is not there"))
}

/// The button of a message.
fn choice(key: Key) -> String {
    format!("[data-choice='{}']", key as usize)
}

/// How many entries are listed: the last number over the cards.
fn listed(page: &Session) -> Result<u32> {
    let place = page.text(".pa-place")?;
    place.split_whitespace().last().and_then(|word| word.parse().ok()).with_context(|| place.clone())
}

/// Fills a field as its browser does when a reader has chosen a date.
fn fill(page: &Session, field: &str, date: &str) -> Result<()> {
    let script = "const field = document.querySelector(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return field.value";
    let value = page.run(script, json!([field, date]))?;
    ensure!(value == json!(date), "{field} holds {value}");
    Ok(())
}

/// A period by a drag on the axis, and by its fields; one press clears it; one that ends before it begins is refused beside the field.
fn period(engine: Engine) -> Result<()> {
    opened(WIDE_PX, engine, "", |page| {
        let all = listed(page)?;
        let axis = rect(page, ".pa-axis-strip")?;
        let at = |part: f64| (axis.x + axis.width * part, axis.y + axis.height / 2.0);
        page.drag(at(0.5), at(0.7))?;
        page.wait_for("#pa-timeline [data-period]")?;
        page.wait_address("from=2025-", true)?;
        let dragged = listed(page)?;
        ensure!(dragged > 0 && dragged < all, "{dragged} of {all} entries in the period");
        let chip: u32 = page.text("[data-venue-chip=all] b")?.trim().parse()?;
        ensure!(chip == dragged, "{chip} on the venues' button, {dragged} in the reader");
        ensure!(page.text("#pa-answer")?.contains("dated"), "the answer does not say the period");
        page.click_at(".pa-clear")?;
        page.wait_address("from=", false)?;
        ensure!(listed(page)? == all, "not everything is back");

        page.click_at(".pa-period summary")?;
        fill(page, "#pa-from", "2025-03-01")?;
        page.wait_address("from=2025-03-01", true)?;
        fill(page, "#pa-to", "2025-05-25")?;
        page.wait_address("to=2025-05-25", true)?;
        let possibly = listed(page)?;
        page.click_at(&choice(Key::PeriodSurely))?;
        page.wait_address("within=surely", true)?;
        let surely = listed(page)?;
        ensure!(surely < possibly, "{surely} surely, {possibly} possibly");
        let address = page.address()?;
        let refused = "return document.querySelector('#pa-to-refused').getClientRects().length > 0";
        ensure!(page.run(refused, json!([]))? == json!(false), "refused before anything was wrong");
        fill(page, "#pa-to", "2024-01-01")?;
        page.wait_until("the refusal beside the field", refused, json!([]))?;
        ensure!(page.address()? == address && listed(page)? == surely, "the last good state is gone");
        page.click_at(&choice(Key::PeriodClear))?;
        page.wait_address("from=", false)?;
        ensure!(listed(page)? == all, "not everything is back");
        Ok(())
    })
}

/// The period's cross by key: the period goes, the focus stays on the timeline. What unfolds over the page folds away by Escape, by a press
/// outside, and when the focus goes on.
fn folds(engine: Engine) -> Result<()> {
    opened(WIDE_PX, engine, "#from=2025-03-01&to=2025-05-25", |page| {
        page.focus(".pa-clear")?;
        page.keys(RIGHT)?;
        let focused = "return document.activeElement.matches(arguments[0])";
        ensure!(
            page.run(focused, json!([".pa-clear"]))? == json!(true),
            "an arrow takes the focus from the cross"
        );
        page.keys(ENTER)?;
        page.wait_address("from=", false)?;
        page.wait_until("the focus on a mark", focused, json!(["#pa-timeline [data-mark]"]))?;
        // A field that was emptied so is not one that was filled in wrongly.
        let refused = "return document.querySelector('.pa-refused').getClientRects().length > 0";
        page.click_at(".pa-period summary")?;
        page.wait_for("#pa-from")?;
        ensure!(page.run(refused, json!([]))? == json!(false), "refused without having been filled in");
        page.click_at(".pa-period summary")?;

        let open = "return document.querySelector('.pa-period').open === arguments[0]";
        let unfold = |page: &Session| {
            page.click_at(".pa-period summary")?;
            page.wait_until("the fold to open", open, json!([true]))
        };
        unfold(page)?;
        page.focus("#pa-from")?;
        page.wait_until("the fold to stay", open, json!([true]))?;
        page.keys(ESCAPE)?;
        page.wait_until("Escape to close it", open, json!([false]))?;
        ensure!(page.run(focused, json!([".pa-period summary"]))? == json!(true), "the focus is lost");
        unfold(page)?;
        page.click_at("h1")?;
        page.wait_until("a press outside to close it", open, json!([false]))?;
        unfold(page)?;
        page.focus("#pa-play")?;
        page.wait_until("the focus elsewhere to close it", open, json!([false]))
    })
}

/// What is refused is said on a phone too, whole, beside what was typed, and the page is no wider for it.
fn refusal(engine: Engine) -> Result<()> {
    opened(PHONE_PX, engine, "#from=2025-03-01", |page| {
        let before = listed(page)?;
        page.click_at(".pa-period summary")?;
        fill(page, "#pa-to", "2024-01-01")?;
        let refused = "return document.querySelector('#pa-to-refused').getClientRects().length > 0";
        page.wait_until("the refusal beside the field", refused, json!([]))?;
        let words = rect(page, "#pa-to-refused")?;
        let wide = page
            .run("return document.documentElement.clientWidth", json!([]))?
            .as_f64()
            .context("a width")?;
        ensure!(words.x >= 0.0 && words.x + words.width <= wide, "the words are cut: {words:?} of {wide} px");
        let scrolled = page.run("return document.documentElement.scrollWidth", json!([]))?;
        ensure!(scrolled.as_f64() == Some(wide), "the page is {scrolled} px wide in {wide}");
        // Twice a frame later, after whatever a change of the width would have drawn anew.
        let frames = "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
            .then(() => document.querySelector('#pa-to').value)";
        ensure!(page.run(frames, json!([]))? == json!("2024-01-01"), "what was typed is gone");
        ensure!(listed(page)? == before, "the last good state is gone");
        Ok(())
    })
}

/// The handle by arrows, Home and End, and by a drag; pinned there is none, and the foot says that later entries exist.
fn as_of(engine: Engine) -> Result<()> {
    opened(WIDE_PX, engine, "", |page| {
        let all = listed(page)?;
        let words = |page: &Session| page.attr(HANDLE, "aria-valuetext");
        let latest = words(page)?;
        page.focus(HANDLE)?;
        let mut last = all;
        for _ in 0..3 {
            let before = words(page)?;
            page.keys(LEFT)?;
            let script =
                "return document.querySelector(arguments[0]).getAttribute('aria-valuetext') !== arguments[1]";
            page.wait_until("an earlier report", script, json!([HANDLE, before]))?;
            let now = listed(page)?;
            ensure!(now <= last, "{now} entries after {last}: earlier, more was reported");
            last = now;
        }
        page.wait_address("asof=", true)?;
        page.keys(HOME)?;
        page.wait_until(
            "the first report",
            "return Number(document.querySelector('.pa-place').textContent.split(' ').pop()) < arguments[0]",
            json!([all]),
        )?;
        let focused = page.run("return document.activeElement.getAttribute('role')", json!([]))?;
        ensure!(focused == json!("slider"), "the focus went to {focused}");
        page.keys(END)?;
        page.wait_address("asof=", false)?;
        ensure!(words(page)? == latest && listed(page)? == all, "the end is not the whole");

        let knob = rect(page, ".pa-knob")?;
        let from = (knob.x + knob.width / 2.0, knob.y + knob.height / 2.0);
        page.drag(from, (from.0 - 330.0, from.1 + 40.0))?;
        page.wait_address("asof=2025-0", true)?;
        ensure!(listed(page)? < all, "the drag hides nothing");
        Ok(())
    })?;
    // Where its day is out of sight the handle waits at the edge on its side; a step brings both back.
    opened(WIDE_PX, engine, "#asof=2025-03-06&time=2025-05-01..2025-06-10", |page| {
        let flag = "return document.querySelector(`${arguments[0]} .pa-flag + text`).textContent.includes('‹') === arguments[1]";
        page.wait_until("an arrow to the day", flag, json!([HANDLE, true]))?;
        page.focus(HANDLE)?;
        page.keys(LEFT)?;
        page.wait_until("the day in sight", flag, json!([HANDLE, false]))?;
        let (knob, plot) = (rect(page, ".pa-knob")?, rect(page, ".pa-axis-strip")?);
        let x = knob.x + knob.width / 2.0;
        ensure!(plot.x <= x && x <= plot.x + plot.width, "the handle at {x} is not on {plot:?}");
        Ok(())
    })?;
    // Before the collection begins, one press leads to its first report.
    opened(WIDE_PX, engine, "#asof=2001-01-01", |page| {
        ensure!(listed(page).is_err() || listed(page)? == 0, "something is reported before the first report");
        page.click_at(".pa-nothing .pa-button:last-child")?;
        page.wait_address("asof=2001", false)?;
        page.wait_for("#pa-cards [data-entry]")
    })?;
    opened(WIDE_PX, engine, "?asof=2025-03-10#asof=2025-08-01", |page| {
        ensure!(page.count(HANDLE)? == 0 && page.count("#pa-as-of")? == 0, "what is pinned can be moved");
        let said = page.text(".pa-pinned")?;
        ensure!(said.contains("10 March 2025") && said.contains("Later entries exist"), "said: {said}");
        Ok(())
    })
}

/// Entry after entry, until the reader does anything.
fn story(engine: Engine) -> Result<()> {
    opened(WIDE_PX, engine, "", |page| {
        let place = page.text(".pa-place")?;
        let paused = page.attr("#pa-play", "aria-label")?;
        page.click_at("#pa-play")?;
        let label = "return document.querySelector('#pa-play').getAttribute('aria-label') === arguments[0]";
        page.wait_until(
            "the story plays",
            &format!("return !({})", label.trim_start_matches("return ")),
            json!([paused]),
        )?;
        let other = "return document.querySelector('.pa-place').textContent !== arguments[0]";
        page.wait_until("the next entry", other, json!([place]))?;
        ensure!(page.text(".pa-place")?.starts_with("2 "), "{}", page.text(".pa-place")?);
        // Keys of the button itself play and pause.
        page.focus("#pa-search")?;
        page.keys(SHIFT)?;
        page.wait_until("the story pauses", label, json!([paused]))?;
        Ok(())
    })
}

/// From mark to mark by arrows, Enter opens, plus and minus zoom; the page does not scroll.
fn keys(engine: Engine) -> Result<()> {
    opened(WIDE_PX, engine, "#venue=minsk", |page| {
        let focused = "const at = document.activeElement; return [at.dataset.mark, at.closest('[data-lane]')?.dataset.lane]";
        let at = |page: &Session| -> Result<(String, String)> {
            Ok(serde_json::from_value(page.run(focused, json!([]))?)?)
        };
        page.click_at("[data-venue-chip=all]")?;
        page.focus("#pa-timeline [data-mark][tabindex='0']")?;
        let first = at(page)?;
        let moved =
            "const at = document.activeElement.dataset.mark; return at !== undefined && at !== arguments[0]";
        let press = |page: &Session, key: &str, from: &(String, String)| -> Result<(String, String)> {
            page.keys(key)?;
            page.wait_until(&format!("another mark after {}", from.0), moved, json!([from.0]))?;
            at(page)
        };
        let right = press(page, RIGHT, &first)?;
        ensure!(right.1 == first.1, "{right:?} is in another lane than {first:?}");
        let last = press(page, END, &right)?;
        let home = press(page, HOME, &last)?;
        ensure!(home.1 == last.1, "{home:?} is in another lane than {last:?}");
        let down = press(page, DOWN, &home)?;
        ensure!(down.1 != first.1, "{down:?} is in the same lane");
        let stops = page.count("#pa-timeline [data-mark][tabindex='0']")?;
        ensure!(stops == 1, "Tab leads to {stops} marks");
        page.keys(ENTER)?;
        page.wait_attr("#pa-reader [data-entry][aria-current]", "data-entry", &down.0)?;
        page.keys("+")?;
        page.wait_address("time=", true)?;
        ensure!(at(page)?.0 == down.0, "zooming takes the focus");
        page.keys("0")?;
        page.wait_address("time=", false)?;
        // Keys pressed elsewhere are the page's.
        page.focus("#pa-play")?;
        for key in ["+", "-", END] {
            page.keys(key)?;
        }
        page.run("document.activeElement.blur()", json!([]))?;
        page.keys("+")?;
        // What follows is written to the address after any of it would have been.
        page.click_at("[data-venue-chip=geneva]")?;
        page.wait_address("venue=geneva", true)?;
        ensure!(!page.address()?.contains("time="), "keys pressed elsewhere zoom");
        ensure!(page.scroll()? == (0.0, 0.0), "the page was scrolled");
        Ok(())
    })
}

/// Every mark that is drawn is pressed where it stands, however near others are: on a phone they are nearest.
fn press(engine: Engine) -> Result<()> {
    opened(PHONE_PX, engine, "", |page| {
        let all = "return [...document.querySelectorAll('#pa-timeline [data-mark]')].map(mark => mark.dataset.mark)";
        let marks: Vec<String> = serde_json::from_value(page.run(all, json!([]))?)?;
        ensure!(marks.len() > 10, "{} marks", marks.len());
        for mark in marks {
            let target = rect(page, &format!("[data-mark='{mark}'] .pa-target"))?;
            let middle = (target.x + target.width / 2.0, target.y + target.height / 2.0);
            page.drag(middle, middle)?;
            page.wait_attr("#pa-reader [data-entry][aria-current]", "data-entry", &mark)?;
        }
        Ok(())
    })
}

/// Buttons beside every drag and key: closer, farther, the whole; and days as far apart as entries follow each other.
fn spacing(engine: Engine) -> Result<()> {
    opened(WIDE_PX, engine, "", |page| {
        let press = |page: &Session, key: Key| page.click_at(&choice(key));
        page.click_at(".pa-period summary")?;
        press(page, Key::TimelineZoomIn)?;
        page.wait_address("time=", true)?;
        let once = page.address()?;
        press(page, Key::TimelineZoomIn)?;
        page.wait_until(
            "closer",
            "return location.hash !== arguments[0]",
            json!([once.split_once('#').map(|it| format!("#{}", it.1))]),
        )?;
        press(page, Key::TimelineZoomOut)?;
        press(page, Key::TimelineZoomOut)?;
        page.wait_address("time=", false)?;
        press(page, Key::TimelineZoomIn)?;
        page.wait_address("time=", true)?;
        // Moved on and back.
        let seen = "return location.hash.match(/time=([^&]*)/)?.[1]";
        let before = page.run(seen, json!([]))?;
        press(page, Key::TimelineLater)?;
        page.wait_until(
            "later days",
            "return location.hash.match(/time=([^&]*)/)?.[1] > arguments[0]",
            json!([before]),
        )?;
        press(page, Key::TimelineEarlier)?;
        page.wait_until(
            "earlier days",
            "return location.hash.match(/time=([^&]*)/)?.[1] <= arguments[0]",
            json!([before]),
        )?;
        press(page, Key::TimelineWhole)?;
        page.wait_address("time=", false)?;

        // Distances from mark to mark, over all lanes, from the least on.
        let steps = "const at = [...document.querySelectorAll('#pa-timeline [data-mark]')]
            .map(mark => mark.transform.baseVal.getItem(0).matrix.e).sort((a, b) => a - b);
            return at.slice(1).map((x, i) => x - at[i]).filter(step => step > .2).sort((a, b) => a - b)";
        let even = |page: &Session| -> Result<bool> {
            let steps: Vec<f64> = serde_json::from_value(page.run(steps, json!([]))?)?;
            // All but the two breaks, beside which marks stand farther apart.
            let within = steps.get(..steps.len().saturating_sub(2)).unwrap_or_default();
            Ok(within.last().zip(within.first()).is_some_and(|(most, least)| most - least < 1.0))
        };
        ensure!(!even(page)?, "evenly spaced from the first");
        press(page, Key::SpacingEqual)?;
        page.wait_address("spacing=equal", true)?;
        ensure!(even(page)?, "not evenly spaced");
        press(page, Key::TimelineZoomIn)?;
        page.wait_address("time=", true)?;
        press(page, Key::TimelineWhole)?;
        page.wait_address("time=", false)?;
        press(page, Key::SpacingByTime)?;
        page.wait_address("spacing=", false)?;
        ensure!(!even(page)?, "still evenly spaced");
        Ok(())
    })
}

/// A finger moves the timeline sideways; up and down are the page's.
fn touch(engine: Engine) -> Result<()> {
    opened(WIDE_PX, engine, "#time=2025-02-01..2025-04-01", |page| {
        let free = "return getComputedStyle(document.querySelector('.pa-timeline-svg')).touchAction";
        let free = page.run(free, json!([]))?;
        ensure!(free == json!("pan-y pinch-zoom"), "touch-action: {free}");
        // A driver has no finger that all three engines know.
        let finger = "const svg = document.querySelector('.pa-timeline-svg'), box = svg.getBoundingClientRect();
            const [type, x] = arguments;
            svg.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 7, pointerType: 'touch', isPrimary: true,
                button: 0, buttons: 1, clientX: box.x + x, clientY: box.y + 60 }))";
        let send = |page: &Session, kind: &str, x: f64| page.run(finger, json!([kind, x]));
        let moving = "return document.querySelector('.pa-moves').getAttribute('transform')";
        send(page, "pointerdown", 600.0)?;
        send(page, "pointermove", 500.0)?;
        page.wait_until("the lanes move", &format!("{moving}?.startsWith('translate(-100')"), json!([]))?;
        page.wait_address("time=2025-02-01..2025-04-01", true)?;
        // The browser takes it to scroll the page: as it was.
        send(page, "pointercancel", 500.0)?;
        ensure!(
            page.run(moving, json!([]))? == json!("translate(0 0) scale(1 1)"),
            "it stays where it was left"
        );
        send(page, "pointerdown", 600.0)?;
        send(page, "pointermove", 400.0)?;
        // Another finger that the browser takes is not this one.
        let other = "document.querySelector('.pa-timeline-svg').dispatchEvent(
            new PointerEvent('pointercancel', { bubbles: true, pointerId: 8, pointerType: 'touch' }))";
        page.run(other, json!([]))?;
        send(page, "pointerup", 400.0)?;
        page.wait_address("time=2025-02-01..", false)?;
        page.wait_address("time=2025-0", true)
    })?;
    // A mouse that passes while the wheel has not come to rest takes nothing back.
    opened(WIDE_PX, engine, "", |page| {
        let turn = "const svg = document.querySelector('.pa-timeline-svg'), box = svg.getBoundingClientRect();
            const at = { bubbles: true, cancelable: true, clientX: box.x + 600, clientY: box.y + 60 };
            svg.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: -200, ctrlKey: true }));
            svg.dispatchEvent(new PointerEvent('pointermove', { ...at, pointerId: 1, pointerType: 'mouse', buttons: 0 }))";
        page.run(turn, json!([]))?;
        page.wait_address("time=", true)
    })
}

in_each_engine! {
    a_period_is_dragged_and_filled_in: period;
    what_unfolds_folds_away: folds;
    a_refusal_fits_a_phone: refusal;
    the_as_of_date_is_moved: as_of;
    the_story_is_played: story;
    keys_go_from_mark_to_mark: keys;
    each_mark_is_pressed: press;
    buttons_zoom_and_space: spacing;
    a_finger_moves_it: touch;
}
