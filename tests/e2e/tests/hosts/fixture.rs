//! The site in a package, and the server that serves it. A package is made once for each base path.

use std::fs;
use std::path::{Path, PathBuf};

use learning_cities_e2e::dist::Dist;
use tempfile::TempDir;
use xtask::package::{self, Effort, Package};

use crate::running::{Program, Running};

/// A package that is being served.
pub(crate) struct Serving {
    pub(crate) base: String,
    pub(crate) running: Running,
    /// The files of the site, as paths below the base path; compressed ones are not among them.
    pub(crate) files: Vec<String>,
    place: PathBuf,
    _folders: [TempDir; 2],
}

impl Serving {
    pub(crate) fn start(program: Program, base: &str) -> Self {
        let built = if base == "/" {
            Dist::find().unwrap().copy().unwrap()
        } else {
            Dist::find().unwrap().prerendered_below(base).unwrap()
        };
        let files = Dist::at(built.path()).files().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("package");
        let order = Package {
            built: built.path().to_owned(),
            base: base.to_owned(),
            host: program.host(),
            effort: Effort::Trial,
        };
        package::write(&order, &target).unwrap();
        let work = tempfile::tempdir().unwrap();
        let running = Running::start(program, &target, work.path());
        let place = target.join(format!("site{base}"));
        Self {
            base: base.to_owned(),
            running,
            files,
            place,
            _folders: [folder, work],
        }
    }

    /// The content of a file of the package, none where it is not there.
    pub(crate) fn content(&self, file: &str) -> Option<Vec<u8>> {
        fs::read(self.place.join(file)).ok()
    }

    /// The address of a file: that of its folder where it is the folder's page.
    pub(crate) fn address(&self, file: &str) -> String {
        let is_page = Path::new(file)
            .file_name()
            .is_some_and(|name| name == "index.html");
        let path = if is_page {
            file.trim_end_matches("index.html")
        } else {
            file
        };
        format!("{}{path}", self.base)
    }
}
