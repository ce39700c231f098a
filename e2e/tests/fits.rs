//! The widget in a frame as high as its promise: nothing scrolls but the cards and the answer, with the record closed. Lengths are CSS
//! pixels.

use anyhow::{Result, ensure};
use e2e::{Engine, Session, Setup, Use, in_each_engine, visit};
use serde_json::json;

/// Frames, and the chrome asked for.
const FRAMES: [(u32, u32, &str); 5] =
    [(320, 1000, "full"), (360, 1000, "full"), (599, 1000, "none"), (640, 700, "full"), (700, 700, "full")];

const VIEWS: [&str; 3] = ["map", "positions", "positions#venue=minsk&against=istanbul"];

/// How much higher the page is than its frame.
fn too_high_px(page: &Session) -> Result<f64> {
    let script = "return document.documentElement.scrollHeight - innerHeight";
    Ok(serde_json::from_value(page.run(script, json!([]))?)?)
}

fn fits(engine: Engine) -> Result<()> {
    visit(Setup::new(engine), Use::Framed, "", |page| {
        for ((width_px, height_px, chrome), view) in
            FRAMES.into_iter().flat_map(|frame| VIEWS.map(|view| (frame, view)))
        {
            page.resize(width_px, height_px)?;
            page.open(Use::Framed, &format!("?chrome={chrome}&view={view}"))?;
            page.wait_ready()?;
            let over_px = too_high_px(page)?;
            ensure!(over_px <= 0.0, "{over_px} px too high in {width_px} x {height_px}, {chrome}, {view}");
            // The line that opens the record is in sight, and a reader's own choice to open it makes the page higher.
            page.click_at("#record > summary")?;
            ensure!(too_high_px(page)? > 0.0, "the record does not open at {width_px} px, {chrome}");
        }
        Ok(())
    })
}

in_each_engine! {
    frames_need_no_scrolling: fits;
}
