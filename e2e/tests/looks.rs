//! Pictures of the page at each width, light and dark, kept for looking at; and axe without violations.

use anyhow::{Result, ensure};
use e2e::{Engine, Setup, Use, axe_violations, in_each_engine, in_engine, out, visit};

const WIDTHS_PX: [u32; 3] = [320, 700, 1280];
const THEMES: [&str; 2] = ["light", "dark"];

fn pictures(engine: Engine) -> Result<()> {
    let folder = out(engine)?;
    for theme in THEMES {
        visit(Setup::new(engine), Use::Served, &format!("?theme={theme}"), |page| {
            page.wait_ready()?;
            for width_px in WIDTHS_PX {
                page.screenshot_whole(&folder.join(format!("{width_px}-{theme}.png")), width_px)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn axe_finds_nothing() -> Result<()> {
    in_engine(Engine::Chromium, || {
        for theme in THEMES {
            for width_px in [WIDTHS_PX[0], WIDTHS_PX[2]] {
                for view in ["map", "positions", "positions#venue=minsk&against=istanbul"] {
                    let suffix = format!("?theme={theme}&view={view}");
                    visit(Setup::new(Engine::Chromium), Use::Served, &suffix, |page| {
                        page.resize(width_px, 700)?;
                        page.wait_ready()?;
                        let violations = axe_violations(page)?;
                        ensure!(violations.is_empty(), "{theme} at {width_px} px, {view}: {violations:#?}");
                        Ok(())
                    })?;
                }
            }
        }
        Ok(())
    })
}

in_each_engine! {
    pictures_are_taken: pictures;
}
