//! What a reader waits for in Chromium: the built widget with the shipped corpus, and one with many synthetic entries.
//!
//! *Selection to painted frame* is from the click on a venue to the first task after the frame that shows it. The click comes right
//! after a frame, so a whole beat of the screen (16.7 ms) is part of it; *its work* is the same with the click at the start of a frame,
//! so without the wait. *Work of a frame while panning* is the handler of one pointer move, and from the start of the next frame to the
//! first task after it: script, style, layout, paint and what is rastered on the main thread, not the compositor's own threads.
//! *Script*, *style* and *layout* are the browser's own counters around a selection.
//! No opinion about other engines: they cannot be slowed.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use atlas_bench::{MANY, Row, Table};
use e2e::{Engine, Session, Setup, Use, dist, visit};
use serde_json::json;

const SELECTIONS: usize = 20;
const PAN_FRAMES: usize = 120;
const SLOWED: f64 = 4.0;
const SIZE_PX: (u32, u32) = (1280, 800);

/// Clicks a venue when the last click has come to rest, and waits for the frame; `inFrame` clicks at the start of a frame.
const SELECT: &str = "
    const [venue, inFrame] = arguments;
    const chip = document.querySelectorAll('[data-venue-chip]')[1 + venue];
    const after = () => new Promise((done) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now());
        requestAnimationFrame(() => channel.port2.postMessage(0));
    });
    // The map flies to a venue: what began before has to have ended.
    const rest = async (until) => { while (performance.now() < until) await after(); };
    return rest(performance.now() + 1000).then(() => new Promise((done) => {
        const act = () => {
            const start = performance.now();
            chip.click();
            const channel = new MessageChannel();
            channel.port1.onmessage = () => done(performance.now() - start);
            if (inFrame) channel.port2.postMessage(0);
            else requestAnimationFrame(() => channel.port2.postMessage(0));
        };
        if (inFrame) requestAnimationFrame(act); else act();
    }))";

/// Drags a surface by a few pixels a frame, back and forth, and gives each frame's work.
const PAN: &str = "
    const surface = document.querySelector(arguments[1]);
    const box = surface.getBoundingClientRect();
    const at = (type, step) => surface.dispatchEvent(new PointerEvent(type, {
        bubbles: true, pointerId: 1, isPrimary: true, button: 0, buttons: 1,
        clientX: box.x + box.width / 2 + 120 * Math.sin(step / 20), clientY: box.y + box.height / 2 + step / 4,
    }));
    const move = (step) => new Promise((done) => {
        const channel = new MessageChannel();
        let frame = 0;
        requestAnimationFrame((now) => { frame = performance.now(); channel.port2.postMessage(0); });
        const start = performance.now();
        at('pointermove', step);
        const handled = performance.now() - start;
        channel.port1.onmessage = () => done(handled + performance.now() - frame);
    });
    return (async (frames) => {
        const work = [];
        at('pointerdown', 0);
        for (let step = 1; step <= frames; step++) work.push(await move(step));
        at('pointerup', frames);
        return work;
    })(arguments[0])";

fn main() -> Result<()> {
    let many = std::env::args_os().nth(1).map(PathBuf::from);
    let many = many.context("usage: bench-browser DIR, the folder of a widget with many entries")?;
    eprintln!("the shipped corpus:");
    let shipped = of_widget(&dist(), 50.0)?;
    eprintln!("{MANY} synthetic entries:");
    let synthetic = of_widget(&many, 100.0)?;
    println!("Chromium, the shipped corpus\n{shipped}\nChromium, {MANY} synthetic entries\n{synthetic}");
    println!("{}", shipped.ratios_to(&synthetic, &format!("{MANY} to shipped")));
    Ok(())
}

fn of_widget(folder: &Path, selection_budget_ms: f64) -> Result<Table> {
    // Of the timeline a part is seen, else it could not be panned.
    visit(Setup::new(Engine::Chromium).folder(folder), Use::Served, "#time=2024-06-01..2025-06-01", |page| {
        page.resize(SIZE_PX.0, SIZE_PX.1)?;
        page.wait_ready()?;
        let mut table = Table::default();
        for (what, surface) in [("map", "#pa-map .pa-surface"), ("timeline", "#pa-timeline .pa-timeline-svg")]
        {
            let frames = serde_json::from_value(page.run(PAN, json!([PAN_FRAMES, surface]))?)?;
            let name = format!("work of a frame while panning the {what}");
            table.push(Row::new(name, frames).budget_of_95th_ms(16.0));
        }
        page.devtools("Performance.enable", json!({}))?;
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWED }))?;
        let waits = selections(page, false)?;
        table.push(
            Row::new("selection to painted frame, CPU 4x slowed", waits.whole_ms)
                .budget_ms(selection_budget_ms),
        );
        for (name, counted_ms) in COUNTERS.into_iter().zip(waits.counted_ms) {
            table.push(Row::new(format!("  of it {}", name.0), counted_ms));
        }
        table.push(Row::new("its work, without the wait for a frame", selections(page, true)?.whole_ms));
        Ok(table)
    })
}

/// Words, and the name of the browser's counter in seconds.
const COUNTERS: [(&str, &str); 3] =
    [("script", "ScriptDuration"), ("style", "RecalcStyleDuration"), ("layout", "LayoutDuration")];

struct Selections {
    whole_ms: Vec<f64>,
    counted_ms: [Vec<f64>; COUNTERS.len()],
}

/// Chooses the first venue, the second, the first, ...
fn selections(page: &Session, in_frame: bool) -> Result<Selections> {
    let mut out = Selections { whole_ms: Vec::new(), counted_ms: Default::default() };
    for number in 0..SELECTIONS {
        let before = counters(page)?;
        let took = page.run(SELECT, json!([number % 2, in_frame]))?;
        out.whole_ms.push(took.as_f64().context("a duration")?);
        for ((list, before), after) in out.counted_ms.iter_mut().zip(before).zip(counters(page)?) {
            list.push((after - before) * 1e3);
        }
    }
    Ok(out)
}

fn counters(page: &Session) -> Result<[f64; COUNTERS.len()]> {
    let answer = page.devtools("Performance.getMetrics", json!({}))?;
    let metrics = answer["metrics"].as_array().context("metrics")?;
    let value = |name: &str| {
        let found = metrics.iter().find(|metric| metric["name"] == name);
        found.and_then(|metric| metric["value"].as_f64()).unwrap_or_default()
    };
    Ok(COUNTERS.map(|(_, name)| value(name)))
}
