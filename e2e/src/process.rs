//! Child processes that end when their value is dropped, with every process that they started. Has no opinion
//! about what runs. Linux: the family is read from `/proc`, because browsers leave their driver's process group.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, kill_process};

/// A running program.
pub(crate) struct Process {
    child: Child,
    name: String,
}

impl Process {
    /// Starts `command`; both its outputs go to the file `log`.
    pub(crate) fn start(command: &mut Command, log: &Path) -> Result<Self> {
        let output = File::create(log)?;
        command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
        Self::spawn(command)
    }

    /// Starts a display without a screen and gives its name, for the engine that cannot run without one.
    pub(crate) fn start_display() -> Result<(Self, String)> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut display = Self::spawn(&mut command)?;
        let output = display.child.stdout.take().context("output of Xvfb")?;
        let mut number = String::new();
        // The number is written once the display takes connections.
        BufReader::new(output).read_line(&mut number)?;
        ensure!(!number.trim().is_empty(), "Xvfb ended without giving a display");
        Ok((display, format!(":{}", number.trim())))
    }

    /// An error where the program has ended by itself.
    pub(crate) fn ensure_running(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            Some(status) => anyhow::bail!("{} ended early: {status}", self.name),
            None => Ok(()),
        }
    }

    fn spawn(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.spawn().with_context(|| format!("{name} does not start"))?;
        Ok(Self { child, name })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Gathered before the first one ends: an orphan no longer names its parent.
        for pid in family(self.child.id().cast_signed()) {
            if let Some(pid) = Pid::from_raw(pid) {
                // One that has just ended by itself is as good.
                let _ = kill_process(pid, Signal::KILL);
            }
        }
        let _ = self.child.wait();
    }
}

/// A port that was free a moment ago.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// `root` and all its descendants, parents first.
fn family(root: i32) -> Vec<i32> {
    let parents = parents();
    let mut family = vec![root];
    let mut next = 0;
    while let Some(&member) = family.get(next) {
        family.extend(parents.iter().filter(|(_, parent)| *parent == member).map(|(pid, _)| *pid));
        next += 1;
    }
    family
}

/// Every process with its parent.
fn parents() -> Vec<(i32, i32)> {
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    entries
        .flatten()
        .filter_map(|entry| {
            let pid = entry.file_name().to_str()?.parse().ok()?;
            let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
            // The name in parentheses may itself hold spaces and parentheses; state and parent follow it.
            let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            Some((pid, parent))
        })
        .collect()
}
