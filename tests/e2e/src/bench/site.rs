//! A built site, of ours or of another maker, served with the records of the measurement.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use xtask::plan::Build;
use xtask::server::{Fallback, Options, Server};

use crate::dist::Dist;
use crate::failure::{Failure, Outcome};

/// Pages that answer what is missing where a script writes all pages, the likelier first.
const SHELLS: [&str; 2] = ["404.html", "index.html"];

/// A served site; it stops when dropped.
#[derive(Debug)]
pub struct Site {
    server: Server,
    directory: &'static str,
    _copy: TempDir,
}

impl Site {
    /// Serves a copy of a build, with another data file in the place of its own if one is given.
    ///
    /// # Errors
    /// Where there is no data file to replace, no place for a copy, or no port.
    pub fn serve(build: &Build, data: Option<&Path>) -> Outcome<Self> {
        let dist = Dist::at(&build.dist);
        let files = dist.files()?;
        let copy = dist.copy()?;
        if let Some(data) = data {
            let mut places = files.iter().filter(|path| is_data_file(path)).peekable();
            if places.peek().is_none() {
                let message = format!("{}: no file named cities.json or alike", build.name);
                return Err(Failure::Form(message));
            }
            for place in places {
                fs::copy(data, copy.path().join(place)).map_err(Failure::system(place))?;
            }
        }
        let has = |path: &str| files.iter().any(|file| file == path);
        let (directory, fallback) = if has("cities/index.html") {
            ("cities/", Fallback::NotFound)
        } else {
            let shell = SHELLS.into_iter().find(|shell| has(shell));
            let shell = shell.map_or(Fallback::NotFound, |shell| Fallback::Page(shell.to_owned()));
            ("cities", shell)
        };
        let options = Options {
            fallback,
            ..Options::new(copy.path())
        };
        let server = Server::start(options).map_err(Failure::form("the server"))?;
        Ok(Self {
            server,
            directory,
            _copy: copy,
        })
    }

    /// The address of the directory.
    #[must_use]
    pub fn directory(&self) -> String {
        format!("{}{}", self.server.url(), self.directory)
    }
}

/// `cities.json`, or with something that a build tool put before the ending: `cities-1a2b.json`.
fn is_data_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some(middle) = name
        .strip_prefix("cities")
        .and_then(|rest| rest.strip_suffix(".json"))
    else {
        return false;
    };
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-');
    let hash = middle.strip_prefix(['-', '.']);
    middle.is_empty() || hash.is_some_and(|hash| !hash.is_empty() && hash.chars().all(is_plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_file_is_known_by_its_name_with_or_without_a_hash() {
        for path in [
            "cities.json",
            "data/cities.json",
            "assets/cities-1a_2B.json",
            "cities.1a2b.json",
        ] {
            assert!(is_data_file(path), "{path}");
        }
        for path in [
            "cities/nanjing.json",
            "cities.schema.json.txt",
            "cities-.json",
            "citiesx.json",
            "countries.json",
            "cities.json.br",
        ] {
            assert!(!is_data_file(path), "{path}");
        }
    }

    #[test]
    fn a_build_without_a_directory_page_gets_a_shell_and_one_without_data_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), "shell").unwrap();
        let build = Build {
            name: "other".to_owned(),
            dist: folder.path().to_owned(),
        };
        let site = Site::serve(&build, None).unwrap();
        assert!(site.directory().ends_with("/cities"));
        let refusal = Site::serve(&build, Some(Path::new("any.json"))).unwrap_err();
        assert!(refusal.to_string().contains("other"), "{refusal}");
    }
}
