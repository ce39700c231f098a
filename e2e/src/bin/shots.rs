//! Pictures of the page for looking at, the app or the document alone: the widths of the design and some between, light and dark.
//! Proves nothing.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use e2e::{Engine, Scripts, Session, Setup, Use, dist, out};

const WIDTHS_PX: [u32; 7] = [300, 320, 500, 700, 900, 1100, 1280];

fn main() -> Result<()> {
    let (mut folder, mut engine, mut to, mut query) = (dist(), Engine::Chromium, None, String::new());
    let (mut usage, mut scripts) = (Use::File, Scripts::On);
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().with_context(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--dist" => folder = PathBuf::from(value),
            "--engine" => engine = Engine::from_name(&value)?,
            "--out" => to = Some(PathBuf::from(value)),
            "--query" => query = value,
            "--scripts" if value == "off" => scripts = Scripts::Off,
            "--use" => {
                usage = Use::ALL.into_iter().find(|u| u.name() == value).with_context(|| value.clone())?
            }
            _ => bail!(
                "usage: shots [--dist DIR] [--engine chromium|firefox|webkitgtk] [--out DIR] \
                 [--use served|framed|file] [--scripts off] [--query a=b&c=d#state]"
            ),
        }
    }
    let to = to.map_or_else(|| out(engine), Ok)?;
    std::fs::create_dir_all(&to)?;

    let mut session = Session::start(Setup::new(engine).folder(folder).scripts(scripts))?;
    for theme in ["light", "dark"] {
        let rest = query.trim_start_matches(['?', '&']);
        let joint = if rest.is_empty() || rest.starts_with('#') { "" } else { "&" };
        session.open(usage, &format!("?theme={theme}{joint}{rest}"))?;
        if scripts == Scripts::On
            && let Err(error) = session.wait_ready()
        {
            eprintln!("not ready, taken as it is: {error}");
        }
        for width_px in WIDTHS_PX {
            let path = to.join(format!("{width_px}-{theme}.png"));
            session.screenshot_whole(&path, width_px)?;
            println!("{}", path.display());
        }
    }
    for line in session.console_lines()? {
        eprintln!("console: {line}");
    }
    Ok(())
}
