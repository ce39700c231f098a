//! Back in the page around leaves that page, whatever was done in the widget before: a frame adds nothing to the history.

use anyhow::{Result, ensure};
use e2e::{Engine, FRAME, Host, Session, Setup, in_each_engine, looked};
use serde_json::json;

/// Selections, one after the other.
const SELECTIONS: usize = 200;

fn leaves(engine: Engine) -> Result<()> {
    looked(Setup::new(engine), "back", |page| {
        page.resize(760, 700)?;
        page.open_host(&Host { same_origin: true, ..Host::new("pym") })?;
        page.wait_ready_inside(FRAME)?;
        let length = |page: &Session| page.run("return history.length", json!([]));
        let before = length(page)?;
        page.inside(FRAME, |page| {
            // A venue, an entry of it, a step, and the positions, each drawn before the next.
            let script = "const [times] = arguments;
                const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                const press = selector => document.querySelector(selector)?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
                const chips = [...document.querySelectorAll('[data-venue-chip]')].map(chip => chip.dataset.venueChip);
                return (async () => {
                    for (let at = 0; at < times; at += 1) {
                        const what = [`[data-venue-chip=${chips[Math.floor(at / 3) % chips.length]}]`, '.pa-place + button', '#pa-view'];
                        press(what[at % what.length]);
                        await frame();
                    }
                })()";
            page.run(script, json!([SELECTIONS]))?;
            press_minsk(page)
        })?;
        let after = length(page)?;
        ensure!(after == before, "the history was {before} long, it is {after}");
        page.back_to_another_page()
    })
}

/// The last selection has reached the frame's own address.
fn press_minsk(page: &Session) -> Result<()> {
    let press = "const chip = document.querySelector('[data-venue-chip=minsk]');
        if (chip.getAttribute('aria-pressed') === 'false') chip.click()";
    page.run(press, json!([]))?;
    page.wait_until("the address", "return location.hash.includes('venue=minsk')", json!([]))
}

in_each_engine! {
    back_leaves_the_article: leaves;
}
