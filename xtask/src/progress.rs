//! Lines of progress for long work: what begins and about how long it takes, a sign of life each minute, and
//! how long it took. Output of the work itself goes to a log file, of which the end is shown when it fails.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use duct::Expression;

const SIGN_OF_LIFE: Duration = Duration::from_secs(60);
const LOG_LINES_SHOWN: usize = 25;

/// Does `work`, saying before what it is and about how long it takes, and afterwards how long it took.
pub(crate) fn announced<T>(what: &str, about: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("{what}: about {about} ...");
    let start = Instant::now();
    let value = work()?;
    println!("{what}: done in {}", took(start.elapsed()));
    Ok(value)
}

/// Runs a command whose output goes to the file `log`, with a sign of life each minute.
pub(crate) fn run_logged(command: Expression, log: &Path) -> Result<()> {
    let start = Instant::now();
    let handle = command.stdin_null().stderr_to_stdout().stdout_path(log).unchecked().start()?;
    let succeeded = loop {
        match handle.wait_timeout(SIGN_OF_LIFE)? {
            Some(output) => break output.status.success(),
            None => println!("  ... still at it after {}", took(start.elapsed())),
        }
    };
    if !succeeded {
        let text = fs::read(log).with_context(|| format!("cannot read {}", log.display()))?;
        bail!("the command failed; the end of {}:\n{}", log.display(), tail(&String::from_utf8_lossy(&text)));
    }
    Ok(())
}

/// A duration in words: `0.4 s`, `12 s`, `3 min 05 s`.
pub(crate) fn took(duration: Duration) -> String {
    match duration.as_secs() {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        secs @ 10..60 => format!("{secs} s"),
        secs => format!("{} min {:02} s", secs / 60, secs % 60),
    }
}

fn tail(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(LOG_LINES_SHOWN)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_in_words() {
        let check = |ms, words: &str| assert_eq!(took(Duration::from_millis(ms)), words);
        check(0, "0.0 s");
        check(412, "0.4 s");
        check(9_940, "9.9 s");
        check(10_000, "10 s");
        check(59_999, "59 s");
        check(60_000, "1 min 00 s");
        check(185_000, "3 min 05 s");
        check(4_000_000, "66 min 40 s");
    }

    #[test]
    fn tail_keeps_the_end() {
        let text: Vec<String> = (0..40).map(|n| n.to_string()).collect();
        let shown = tail(&text.join("\n"));
        assert!(shown.starts_with("15\n"), "{shown}");
        assert!(shown.ends_with("\n39"), "{shown}");
        assert_eq!(tail("one"), "one");
    }
}
