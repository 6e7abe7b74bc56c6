//! Programs that come from the system: found where they are, never installed by hand.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// A program that the tests need, found or not.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// What people call it.
    pub(super) what: &'static str,
    /// The Debian package that brings it.
    pub(super) package: Option<&'static str>,
    /// The variable that tells the tests where it is.
    pub(super) variable: &'static str,
    /// Where it is.
    pub(super) path: Option<PathBuf>,
}

/// Finds a program on `PATH`.
pub(super) fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// Finds the first of several programs: names are looked for on `PATH`, paths where they say.
pub(super) fn find_first(candidates: &[&str]) -> Option<PathBuf> {
    candidates.iter().find_map(|candidate| {
        let path = Path::new(candidate);
        if path.is_absolute() {
            path.is_file().then(|| path.to_owned())
        } else {
            find_program(candidate)
        }
    })
}

/// Finds the browser of WebKitGTK, which distributions hide among their libraries.
pub(super) fn find_mini_browser() -> Option<PathBuf> {
    let mut libraries: Vec<PathBuf> = ["/usr/libexec", "/usr/lib64", "/usr/lib"]
        .map(PathBuf::from)
        .into();
    // Debian has one more level, named after the processor.
    let processors = fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    libraries.extend(processors.filter(|path| path.to_string_lossy().ends_with("-linux-gnu")));
    ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]
        .iter()
        .find_map(|version| {
            libraries
                .iter()
                .map(|library| library.join(version).join("MiniBrowser"))
                .find(|path| path.is_file())
        })
}
