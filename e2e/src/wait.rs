//! Waiting for a condition with a deadline. Has no opinion about what is waited for.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// Long enough for a loaded two-core machine; reached only where something is wrong.
const DEADLINE: Duration = Duration::from_secs(20);
const POLL: Duration = Duration::from_millis(25);

/// Asks `ask` again and again until it has an answer.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask()? {
            return Ok(answer);
        }
        if start.elapsed() > DEADLINE {
            bail!("waited {} s for {what}", DEADLINE.as_secs());
        }
        std::thread::sleep(POLL);
    }
}
