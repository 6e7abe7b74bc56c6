//! The built site as a host serves it, sometimes with a fault or another data file.

use std::fs;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;
use xtask::server::{Fault, Options, Server};

use crate::dist::Dist;
use crate::failure::{Failure, Outcome};

/// A served site; it stops when dropped.
#[derive(Debug)]
pub struct Served {
    server: Server,
    _copy: Option<TempDir>,
}

impl Served {
    /// As it was built.
    ///
    /// # Errors
    /// Where there is no site or no port.
    pub fn as_built() -> Outcome<Self> {
        Self::start(Options::new(Dist::find()?.root()), None)
    }

    /// With the files that end so held back.
    ///
    /// # Errors
    /// Where there is no site or no port.
    pub fn with_delay(endings: &[&str], delay: Duration) -> Outcome<Self> {
        Self::start(delayed(Dist::find()?.root(), endings, delay), None)
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

    /// With another file in the place of one, the program's held back so long.
    ///
    /// # Errors
    /// Where there is no site, no place for a copy, or no port.
    pub fn with_file(path: &str, content: &str, program_delay: Duration) -> Outcome<Self> {
        let copy = Dist::find()?.copy()?;
        let place = copy.path().join(path);
        fs::write(&place, content).map_err(Failure::system(place.display()))?;
        let options = delayed(copy.path(), &[".wasm"], program_delay);
        Self::start(options, Some(copy))
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

    /// The address of a page or file, given by its path below the site's first page.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.server.url())
    }

    /// Every path asked for so far.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.server.requests()
    }

    fn start(options: Options, copy: Option<TempDir>) -> Outcome<Self> {
        let server = Server::start(options).map_err(Failure::form("the server"))?;
        Ok(Self {
            server,
            _copy: copy,
        })
    }
}

fn delayed(root: &Path, endings: &[&str], delay: Duration) -> Options {
    let delay = endings
        .iter()
        .map(|ending| ((*ending).to_owned(), delay))
        .collect();
    Options {
        delay,
        ..Options::new(root)
    }
}
