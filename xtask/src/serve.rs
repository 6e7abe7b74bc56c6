//! Shows the site on this machine.

use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};

use xtask::server::{Options, Server, ServerError};

use crate::failure::Failure;
use crate::site;
use crate::workspace::Workspace;

/// How many ports are tried after one that is taken.
const PORTS_TRIED: u16 = 50;

/// Which site is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edition {
    /// The one that is published: built for release, every page prerendered.
    Release,
    /// One that follows every change of the source.
    Development,
}

/// Whether a browser is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// The reader opens it himself.
    Manual,
    /// We do.
    Automatic,
}

/// Builds the site and serves it until the program is ended.
pub(crate) fn serve(
    workspace: &Workspace,
    edition: Edition,
    opening: Opening,
    port: u16,
    base: &str,
) -> Result<(), Failure> {
    if edition == Edition::Development {
        let free = free_port(port, |candidate| {
            TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)).is_ok()
        });
        let port = free.ok_or_else(|| no_port(port))?;
        return site::watch(
            workspace,
            port,
            if opening == Opening::Automatic {
                &["--open"]
            } else {
                &[]
            },
        );
    }
    site::build(workspace, base)?;
    let server = start(Options {
        base: base.to_owned(),
        port,
        ..Options::new(workspace.dist())
    })?;
    if server.address().port() != port && port != 0 {
        eprintln!("port {port} is taken");
    }
    println!("{}", server.url());
    eprintln!("serving dist/ until you press Ctrl+C");
    if opening == Opening::Automatic {
        open(&server.url());
    }
    server.wait();
    Ok(())
}

fn start(options: Options) -> Result<Server, Failure> {
    let wanted = options.port;
    for port in candidates(wanted) {
        match Server::start(Options {
            port,
            ..options.clone()
        }) {
            Ok(server) => return Ok(server),
            Err(error) if error.is_port_taken() => {}
            Err(error @ ServerError::Port(..)) => {
                return Err(Failure::refused(
                    error.to_string(),
                    "choose another with --port, above 1023",
                ));
            }
            Err(error) => {
                return Err(Failure::refused(
                    error.to_string(),
                    "run `cargo xtask build`",
                ));
            }
        }
    }
    Err(no_port(wanted))
}

fn candidates(wanted: u16) -> impl Iterator<Item = u16> {
    wanted..=wanted.saturating_add(PORTS_TRIED)
}

fn free_port(wanted: u16, is_free: impl Fn(u16) -> bool) -> Option<u16> {
    candidates(wanted).find(|port| is_free(*port))
}

fn no_port(wanted: u16) -> Failure {
    Failure::refused(
        format!("port {wanted} and the {PORTS_TRIED} after it are taken"),
        "choose another with --port, or --port 0 for any",
    )
}

fn open(url: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else {
        Command::new("xdg-open")
    };
    let started = command
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if let Err(error) = started {
        eprintln!("cannot open a browser ({error}): open the address above yourself");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_free_port_is_taken() {
        assert_eq!(free_port(8080, |port| port >= 8083), Some(8083));
        assert_eq!(free_port(8080, |_| false), None);
    }

    #[test]
    fn the_search_for_a_port_ends_with_the_last_one() {
        assert_eq!(
            free_port(u16::MAX - 1, |port| port == u16::MAX),
            Some(u16::MAX)
        );
        assert_eq!(free_port(u16::MAX, |_| false), None);
    }
}
