//! `cargo xtask serve`: builds, serves on this machine, rebuilds when a file changes.
//!
//! The default is the development build, which follows an edit within seconds; `--release` serves what is
//! published. Port 8080, or the next free one.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;
use std::{process, thread};

use anyhow::{Context as _, Result, bail};
use duct::Handle;

use crate::progress::announced;
use crate::project::Project;
use crate::trunk;

const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 100;
const ASK_AGAIN: Duration = Duration::from_millis(200);

/// Options of `serve`.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Open the address in a browser
    #[arg(long)]
    open: bool,
    /// Serve the build that is published (slow to rebuild)
    #[arg(long)]
    release: bool,
}

/// Serves until it is interrupted.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let toolbox = trunk::ensure(project)?;
    let release: &[&str] = if args.release { &["--release"] } else { &[] };
    // Trunk would build as well, but a port that is chosen now could be taken when a first build is done.
    announced("building", "2 min the first time, with --release 5 min, then seconds", || {
        trunk::command(project, &toolbox, &[&["build"], release].concat())?
            .run()
            .context("the build failed")?;
        Ok(())
    })?;
    let port = free_port(FIRST_PORT)?.to_string();
    let serve = ["serve", "--address", "127.0.0.1", "--disable-address-lookup", "--port", &port];
    let open: &[&str] = if args.open { &["--open"] } else { &[] };
    let trunk_args = [&serve, release, open].concat();
    let server = Arc::new(trunk::command(project, &toolbox, &trunk_args)?.unchecked().start()?);
    let ended = Arc::clone(&server);
    ctrlc::set_handler(move || {
        // The server may have ended by the same signal; then there is nothing to end.
        ended.kill().ok();
        process::exit(130);
    })?;
    announce(Arc::clone(&server), port.parse()?);
    let status = server.wait()?.status;
    if !status.success() {
        bail!("the server ended ({status}); its messages stand above");
    }
    Ok(())
}

/// Prints the address as soon as the server answers, from a thread that ends with the server.
fn announce(server: Arc<Handle>, port: u16) {
    thread::spawn(move || {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        while matches!(server.try_wait(), Ok(None)) {
            if TcpStream::connect_timeout(&address, ASK_AGAIN).is_ok() {
                println!("\nParley Atlas is served at http://{address}/ (Ctrl+C ends it)\n");
                return;
            }
            thread::sleep(ASK_AGAIN);
        }
    });
}

/// The first port from `first` on that nobody listens on.
fn free_port(first: u16) -> Result<u16> {
    for port in first..first.saturating_add(PORTS_TRIED) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(_) => return Ok(port),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("cannot listen on port {port}")),
        }
    }
    bail!("no free port from {first} on; end a server that is no longer needed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(free_port(port).unwrap() > port);
    }
}
