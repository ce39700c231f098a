//! The map under the hand: every gesture and key, in three engines; the page keeps its own scrolling; names do not overlap as the
//! browser draws them; and the map without its land.

use anyhow::{Context, Result, ensure};
use e2e::{Engine, Session, Setup, Use, altered, dist, in_each_engine, out, visit};
use serde_json::json;

const SURFACE: &str = "#pa-map .pa-surface";
const MINSK: &str = "#pa-map [data-venue=minsk]";

/// Where the state looks: longitude, latitude, kilometres per pixel, from the address; none where it follows the selection.
fn look(page: &Session) -> Result<Option<[f64; 3]>> {
    let script = "const at = location.hash.match(/at=([^&]*)/);
        return at === null ? null : decodeURIComponent(at[1]).split(',').map(Number)";
    Ok(serde_json::from_value(page.run(script, json!([]))?)?)
}

/// Waits until the state looks elsewhere than before.
fn moved(page: &Session, before: Option<[f64; 3]>) -> Result<[f64; 3]> {
    let script = "const at = location.hash.match(/at=([^&]*)/);
        const now = at === null ? null : decodeURIComponent(at[1]).split(',').map(Number);
        return now !== null && JSON.stringify(now) !== JSON.stringify(arguments[0])";
    page.wait_until("the address of another view", script, json!([before]))?;
    look(page)?.context("a view")
}

/// Waits until the map has come to rest.
fn rests(page: &Session) -> Result<()> {
    page.wait_until(
        "the map to rest",
        "return document.querySelector('#pa-map [data-lon] > [transform^=translate]') === null",
        json!([]),
    )
}

/// Pointer events as a hand gives them, one a frame: `[type, id, x, y]`, from the surface's top left corner.
const HAND: &str = "
    const surface = document.querySelector('#pa-map .pa-surface');
    const box = surface.getBoundingClientRect();
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    return (async () => {
        for (const [type, id, x, y] of arguments[0]) {
            const target = document.elementFromPoint(box.x + x, box.y + y);
            (surface.contains(target) ? target : surface).dispatchEvent(new PointerEvent(type, {
                bubbles: true, cancelable: true, pointerId: id, pointerType: 'touch', isPrimary: id === 11, button: 0,
                buttons: type === 'pointerup' ? 0 : 1, clientX: box.x + x, clientY: box.y + y,
            }));
            await frame();
        }
        return [scrollX, scrollY];
    })()";

/// A visit of a page in which the map is in sight.
fn on_map(
    engine: Engine,
    width_px: u32,
    fragment: &str,
    look: impl FnOnce(&mut Session) -> Result<()>,
) -> Result<()> {
    visit(Setup::new(engine), Use::Served, fragment, |page| {
        page.resize(width_px, 700)?;
        page.wait_ready()?;
        page.run("document.querySelector('#pa-map').scrollIntoView({ block: 'center' })", json!([]))?;
        rests(page)?;
        let scrolled = page.scroll()?;
        look(page)?;
        ensure!(page.scroll()? == scrolled, "the page went from {scrolled:?} to {:?}", page.scroll()?);
        let lines = page.console_lines()?;
        ensure!(lines.is_empty(), "console: {lines:#?}");
        Ok(())
    })
}

/// A drag moves the map by what the hand moved, and what was thrown goes on; the rest is written to the address.
fn drag(engine: Engine) -> Result<()> {
    on_map(engine, 1280, "", |page| {
        let before = page.rects(&[MINSK])?[0].context("Minsk")?;
        page.drag_at(SURFACE, (-60, -40), (-160, -40))?;
        let [lon, _, km_per_px] = moved(page, None)?;
        rests(page)?;
        let after = page.rects(&[MINSK])?[0].context("Minsk")?;
        ensure!(lon > 38.0 && (km_per_px - 8.9).abs() < 0.1, "it looks at {lon}, {km_per_px}");
        ensure!(before.x - after.x > 70.0, "Minsk went from {before:?} to {after:?}");
        let pressed = page.count("[data-venue-chip]:not([data-venue-chip=all])[aria-pressed=true]")?;
        ensure!(pressed == 0, "a drag has selected a venue");
        Ok(())
    })
}

/// Two fingers that part zoom about their middle: what is under it stays within a few pixels.
fn pinch(engine: Engine) -> Result<()> {
    on_map(engine, 700, "", |page| {
        let before = page.rects(&[SURFACE, "#pa-map [data-venue=istanbul] .pa-disc"])?;
        let [Some(surface), Some(disc)] = before[..] else { anyhow::bail!("no map") };
        let (x, y) = (disc.x + disc.width / 2.0 - surface.x, disc.y + disc.height / 2.0 - surface.y);
        let mut hand = vec![json!(["pointerdown", 11, x - 30.0, y]), json!(["pointerdown", 12, x + 30.0, y])];
        for step in 1..=10 {
            let apart = 30.0 + 4.0 * f64::from(step);
            hand.push(json!(["pointermove", 11, x - apart, y]));
            hand.push(json!(["pointermove", 12, x + apart, y]));
        }
        hand.extend([json!(["pointerup", 11, x - 70.0, y]), json!(["pointerup", 12, x + 70.0, y])]);
        page.run(HAND, json!([hand]))?;
        let [_, _, km_per_px] = moved(page, None)?;
        rests(page)?;
        let closer = 8.9 * 1.66 / km_per_px;
        ensure!((closer - 70.0 / 30.0).abs() < 0.05, "{closer} times as close");
        let after = page.rects(&["#pa-map [data-venue=istanbul] .pa-disc"])?[0].context("Istanbul")?;
        let off = (after.x - disc.x).hypot(after.y - disc.y);
        ensure!(off < 2.0, "Istanbul went {off} px");
        Ok(())
    })
}

/// A wheel with Ctrl zooms at the pointer; without, it scrolls the page, and a hint is shown for a while.
fn wheel(engine: Engine) -> Result<()> {
    const WHEEL: &str = "
        const surface = document.querySelector('#pa-map .pa-surface'), box = surface.getBoundingClientRect();
        const event = new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: -120, ctrlKey: arguments[0],
            clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 });
        surface.dispatchEvent(event);
        return [event.defaultPrevented, surface.matches('.pa-hinting')]";
    on_map(engine, 1280, "", |page| {
        let plain = page.run(WHEEL, json!([false]))?;
        ensure!(plain == json!([false, true]), "a plain wheel: {plain}");
        ensure!(look(page)?.is_none(), "a plain wheel moves the map");
        let gone = "return !document.querySelector('#pa-map .pa-surface').matches('.pa-hinting')";
        page.wait_until("the hint to go", gone, json!([]))?;
        let zooms = page.run(WHEEL, json!([true]))?;
        ensure!(zooms == json!([true, false]), "a wheel with Ctrl: {zooms}");
        let [lon, lat, km_per_px] = moved(page, None)?;
        ensure!(
            (lon - 30.5).abs() < 0.1 && (lat - 41.0).abs() < 0.1 && km_per_px < 7.0,
            "{lon} {lat} {km_per_px}"
        );
        Ok(())
    })
}

/// Two presses in one place zoom in; one does not.
fn double(engine: Engine) -> Result<()> {
    on_map(engine, 1280, "", |page| {
        page.double_click_at(SURFACE, (100, 60))?;
        let [_, _, km_per_px] = moved(page, None)?;
        ensure!((km_per_px - 4.45).abs() < 0.05, "a double click: {km_per_px}");
        rests(page)?;
        let tap = |n: i32| [json!(["pointerdown", 11, 200 + n, 200]), json!(["pointerup", 11, 200 + n, 200])];
        let taps = [tap(0), tap(3)].concat();
        page.run(HAND, json!([taps]))?;
        let [_, _, closer] = moved(page, look(page)?)?;
        ensure!((closer - 2.225).abs() < 0.05, "a double tap: {closer}");
        Ok(())
    })
}

/// Keys on the map move it, zoom it and put it back; keys on a mark go from mark to mark and select.
fn keyboard(engine: Engine) -> Result<()> {
    on_map(engine, 1280, "", |page| {
        page.focus(SURFACE)?;
        page.keys("\u{e014}")?;
        let east = moved(page, None)?;
        ensure!(east[0] > 33.0, "the right arrow: {east:?}");
        page.keys("+")?;
        let closer = moved(page, Some(east))?;
        ensure!((closer[2] - 8.9 / 1.6).abs() < 0.05, "plus: {closer:?}");
        let said = page.text("#pa-map [role=status]")?;
        ensure!(said.contains("km") && said.contains("In view"), "a move is told as {said:?}");
        page.keys("-")?;
        moved(page, Some(closer))?;
        page.keys("0")?;
        page.wait_until("the whole map", "return !location.hash.includes('at=')", json!([]))?;
        let tabs = page.count("#pa-map [data-venue][tabindex='0']")?;
        ensure!(tabs == 1, "{tabs} marks are reached by Tab");
        page.keys("\u{e004}")?;
        let at = |page: &Session| page.run("return document.activeElement.dataset.venue ?? null", json!([]));
        ensure!(at(page)? == json!("minsk"), "Tab goes to {}", at(page)?);
        page.wait_for("#pa-map .pa-about")?;
        page.keys("\u{e014}")?;
        ensure!(at(page)? == json!("istanbul"), "the right arrow goes to {}", at(page)?);
        page.keys("\u{e010}")?;
        ensure!(at(page)? == json!("uae"), "End goes to {}", at(page)?);
        page.keys("\u{e00c}")?;
        page.wait_until("no card", "return document.querySelector('.pa-about') === null", json!([]))?;
        page.keys("\u{e007}")?;
        page.wait_attr("#pa-map [data-venue=uae]", "aria-pressed", "true")?;
        rests(page)?;
        let pointers = page.count("#pa-map .pa-at-edge[aria-label*='out of view']")?;
        ensure!(pointers == 3, "{pointers} venues are pointed to");
        Ok(())
    })
}

/// The pointer over a mark shows its card, and may go on to the card; away from both it is gone.
fn hover(engine: Engine) -> Result<()> {
    on_map(engine, 1280, "", |page| {
        page.hover_at("#pa-map [data-venue=istanbul] .pa-disc", (0, 0))?;
        page.wait_for("#pa-map .pa-about")?;
        let card = page.text("#pa-map .pa-about")?;
        let told = ["Istanbul: 9 entries (Turkey)", "1050 km south of Kyiv", "of Washington", "Latest:"];
        ensure!(told.iter().all(|words| card.contains(words)), "the card says {card:?}");
        let described = page.attr("#pa-map .pa-venue[data-venue=istanbul]", "aria-description")?;
        ensure!(
            described.as_ref().is_some_and(|words| card.contains(words)),
            "what is heard is {described:?}"
        );
        page.hover_at("#pa-map .pa-about b", (0, 0))?;
        page.hover_at("#pa-map .pa-about p", (0, 0))?;
        ensure!(page.count("#pa-map .pa-about")? == 1, "the card goes when the pointer is on it");
        page.hover_at("#pa-map .pa-zoom", (0, 0))?;
        page.wait_until("no card", "return document.querySelector('.pa-about') === null", json!([]))
    })
}

/// Buttons zoom in and out and put the map back.
fn buttons(engine: Engine) -> Result<()> {
    on_map(engine, 700, "", |page| {
        page.click_at("#pa-map .pa-zoom button:nth-child(1)")?;
        let closer = moved(page, None)?;
        page.click_at("#pa-map .pa-zoom button:nth-child(2)")?;
        let back = moved(page, Some(closer))?;
        ensure!((back[2] / closer[2] - 1.6).abs() < 0.01, "{closer:?} {back:?}");
        page.click_at("#pa-map .pa-zoom button:nth-child(3)")?;
        page.wait_until("the whole map", "return !location.hash.includes('at=')", json!([]))
    })
}

/// A finger that goes down the page is the page's: the browser takes it away, and the map stays where it was.
fn page_scrolls(engine: Engine) -> Result<()> {
    on_map(engine, 320, "", |page| {
        let style = "return getComputedStyle(document.querySelector('#pa-map .pa-surface')).touchAction";
        ensure!(page.run(style, json!([]))? == json!("pan-y"), "vertical swipes are not the page's");
        let hand = json!([
            ["pointerdown", 11, 100, 150],
            ["pointermove", 11, 101, 152],
            ["pointercancel", 11, 101, 152]
        ]);
        page.run(HAND, json!([hand]))?;
        ensure!(look(page)?.is_none(), "a swipe that the browser took moved the map");
        Ok(())
    })
}

/// No two names, nor a name and a disc, share an area as they are drawn, at four zooms and three widths. Boxes of text are taller than
/// its letters, by two pixels over and under.
fn names_do_not_overlap(engine: Engine) -> Result<()> {
    const OVERLAPS: &str = "
        const boxes = [...document.querySelectorAll('#pa-map .pa-marks text:not(.pa-count-on-disc), #pa-map .pa-marks .pa-disc')]
            .map((e) => [e.textContent || 'a disc', e.getBoundingClientRect()]);
        const out = [];
        boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
            const x = Math.min(p.right, q.right) - Math.max(p.left, q.left), y = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
            if (x > 0.5 && y > 4) out.push(`${a} and ${b}: ${x} by ${y}`);
        }));
        return out";
    let folder = out(engine)?;
    for zoom in ["", "#at=30.5,45,4", "#at=29,41.5,1.2", "#at=20,45,20"] {
        visit(Setup::new(engine), Use::Served, zoom, |page| {
            for width_px in [320, 700, 1280] {
                page.resize(width_px, 700)?;
                page.wait_ready()?;
                rests(page)?;
                let overlaps = page.run(OVERLAPS, json!([]))?;
                ensure!(overlaps == json!([]), "{zoom} at {width_px} px: {overlaps}");
                let name = zoom.trim_start_matches("#at=").replace(',', "-");
                page.screenshot(&folder.join(format!("map-{width_px}-{name}.png")))?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Under reduced motion a selection is there at once; in forced colours the base is an SVG. Both can be asked of Chromium alone.
#[test]
fn preferences() -> Result<()> {
    let engine = Engine::Chromium;
    e2e::in_engine(engine, || {
        on_map(engine, 1280, "", |page| {
            let media = |features: serde_json::Value| {
                page.devtools("Emulation.setEmulatedMedia", json!({ "features": features }))
            };
            media(json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]))?;
            let script = "document.querySelector('[data-venue-chip=minsk]').click();
                return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
                    done(document.querySelector('#pa-map [data-lon] > [transform^=translate]') === null))))";
            ensure!(page.run(script, json!([]))? == json!(true), "the map glides");
            media(json!([{ "name": "forced-colors", "value": "active" }]))?;
            let drawn = "return document.querySelector('#pa-map .pa-base path').getAttribute('d') !== null
                && getComputedStyle(document.querySelector('#pa-map canvas')).display === 'none'";
            page.wait_until("the base as an SVG", drawn, json!([]))
        })
    })
}

/// Land that cannot be read is told; venues and their list are there and work.
fn without_land(engine: Engine) -> Result<()> {
    const MAP: &[u8] = b"PMAP";
    let folder = altered(&dist(), |mut wasm| {
        // The magic itself may stand in the code, too; behind it the map has its version.
        let found: Vec<usize> = (0..wasm.len()).filter(|at| wasm[*at..].starts_with(MAP)).collect();
        ensure!(!found.is_empty(), "no map in the module");
        for at in found {
            wasm[at + MAP.len()] ^= 0x40;
        }
        Ok(wasm)
    })?;
    visit(Setup::new(engine).folder(folder.path()), Use::Served, "", |page| {
        page.wait_ready()?;
        ensure!(!page.text("#pa-map .pa-no-land")?.trim().is_empty(), "nothing is said");
        page.click_at("#pa-map [data-venue=istanbul]")?;
        page.wait_attr("button[data-venue-chip=istanbul]", "aria-pressed", "true")?;
        let lines = page.console_lines()?;
        ensure!(lines.is_empty(), "console: {lines:#?}");
        Ok(())
    })
}

in_each_engine! {
    a_drag_moves: drag;
    a_pinch_zooms: pinch;
    a_wheel_zooms_with_ctrl: wheel;
    a_double_press_zooms: double;
    keys_move: keyboard;
    buttons_zoom: buttons;
    a_mark_has_a_card: hover;
    the_page_scrolls: page_scrolls;
    no_names_overlap: names_do_not_overlap;
    the_land_is_missed: without_land;
}
