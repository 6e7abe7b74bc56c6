//! The built site as a host serves it, sometimes with a fault or another data file.
//!
//! Where the variable `HOST_URL` names a site, journeys that need no more than one are made there, so
//! that a package can be tried on the host it is for.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use tempfile::TempDir;
use xtask::server::{Fault, Options, Server};

use crate::dist::Dist;
use crate::environment;
use crate::failure::{Failure, Outcome};

/// Names the first page of a site at a host.
const HOST: &str = "HOST_URL";

/// A served site; it stops when dropped, unless it is elsewhere.
#[derive(Debug)]
pub struct Served {
    place: Place,
    _copy: Option<TempDir>,
}

#[derive(Debug)]
enum Place {
    Here(Server),
    /// The address of the first page.
    Elsewhere(String),
}

impl Served {
    /// As it was built, here or at the host that is tried.
    ///
    /// # Errors
    /// Where there is no site or no port.
    pub fn as_built() -> Outcome<Self> {
        match environment::text(HOST) {
            Ok(url) => Ok(Self {
                place: Place::Elsewhere(url),
                _copy: None,
            }),
            Err(_) => Self::watched(),
        }
    }

    /// As it was built, by a server whose requests are known and which can be ended.
    ///
    /// # Errors
    /// Where there is no site or no port.
    pub fn watched() -> Outcome<Self> {
        Self::start(Options::new(Dist::find()?.root()), None)
    }

    /// Another folder than that of the built site.
    ///
    /// # Errors
    /// Where there is no port.
    pub fn folder(root: &Path) -> Outcome<Self> {
        Self::start(Options::new(root), None)
    }

    /// With the program held back until it is released.
    ///
    /// # Errors
    /// Where there is no site or no port.
    pub fn without_program_yet() -> Outcome<Self> {
        Self::start(held_back(Dist::find()?.root()), None)
    }

    /// With the files that end so broken.
    ///
    /// # Errors
    /// Where there is no site or no port.
    pub fn with_fault(ending: &str, fault: Fault) -> Outcome<Self> {
        let mut options = Options::new(Dist::find()?.root());
        options.broken.push((ending.to_owned(), fault));
        Self::start(options, None)
    }

    /// With another file in the place of one.
    ///
    /// # Errors
    /// Where there is no site, no place for a copy, or no port.
    pub fn with_file(path: &str, content: &str) -> Outcome<Self> {
        let copy = copy_with(path, content)?;
        Self::start(Options::new(copy.path()), Some(copy))
    }

    /// With another file in the place of one, and the program held back until it is released.
    ///
    /// # Errors
    /// Where there is no site, no place for a copy, or no port.
    pub fn with_file_without_program_yet(path: &str, content: &str) -> Outcome<Self> {
        let copy = copy_with(path, content)?;
        Self::start(held_back(copy.path()), Some(copy))
    }

    /// A folder of its own below a base path.
    ///
    /// # Errors
    /// Where there is no port.
    pub fn below(base: &str, folder: TempDir) -> Outcome<Self> {
        let options = Options {
            base: base.to_owned(),
            ..Options::new(folder.path())
        };
        Self::start(options, Some(folder))
    }

    /// A folder as it stands, on the port of a host that has ended; `whole_answers` as in [`Options`].
    ///
    /// # Errors
    /// Where there is no such folder, or the port cannot be had again.
    pub fn again(port: u16, root: &Path, whole_answers: Option<usize>) -> Outcome<Self> {
        let options = Options {
            port,
            whole_answers,
            ..Options::new(root)
        };
        Self::start(options, None)
    }

    /// The port, which another host can take when this one has ended.
    #[must_use]
    pub fn port(&self) -> u16 {
        match &self.place {
            Place::Here(server) => server.address().port(),
            Place::Elsewhere(_) => 0,
        }
    }

    /// The address of a page or file, given by its path below the site's first page.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        match &self.place {
            Place::Here(server) => format!("{}{path}", server.url()),
            Place::Elsewhere(url) => format!("{url}{path}"),
        }
    }

    /// Lets the program go that was held back, and ends what is wrong.
    pub fn release(&self) {
        if let Place::Here(server) = &self.place {
            server.release();
        }
    }

    /// Every path asked for so far.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        match &self.place {
            Place::Here(server) => server.requests(),
            Place::Elsewhere(_) => Vec::new(),
        }
    }

    fn start(options: Options, copy: Option<TempDir>) -> Outcome<Self> {
        let server = if options.port == 0 {
            on_fresh_port(&options)?
        } else {
            Server::start(options).map_err(Failure::form("the server"))?
        };
        Ok(Self {
            place: Place::Here(server),
            _copy: copy,
        })
    }
}

/// A server on a port that none had before: what a browser keeps of a host, it keeps by the port.
fn on_fresh_port(options: &Options) -> Outcome<Server> {
    static HAD: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    // They stay where they are meanwhile, so that no other gets their ports.
    let mut refused = Vec::new();
    loop {
        let server = Server::start(options.clone()).map_err(Failure::form("the server"))?;
        let mut had = HAD.lock().unwrap_or_else(PoisonError::into_inner);
        if had.insert(server.address().port()) {
            return Ok(server);
        }
        refused.push(server);
    }
}

fn held_back(root: &Path) -> Options {
    Options {
        broken: vec![(".wasm".to_owned(), Fault::Slow)],
        ..Options::new(root)
    }
}

fn copy_with(path: &str, content: &str) -> Outcome<TempDir> {
    let copy = Dist::find()?.copy()?;
    let place = copy.path().join(path);
    fs::write(&place, content).map_err(Failure::system(place.display()))?;
    Ok(copy)
}
