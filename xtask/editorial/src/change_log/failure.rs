//! What keeps the log from being extended.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why nothing was written.
#[derive(Debug)]
pub enum ChangeLogFailure {
    /// A file cannot be read or written.
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// The earlier version cannot be had.
    Since {
        /// What was asked for.
        since: String,
        /// What Git says.
        cause: String,
    },
    /// A file of data is not what it should be.
    Data(String),
    /// The log has errors of its own.
    Log(String),
    /// The day of the changes is not known.
    Day(String),
}

impl ChangeLogFailure {
    pub(super) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::File { path, cause }
    }
}

impl fmt::Display for ChangeLogFailure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, cause } => write!(out, "error: {}: {cause}", path.display()),
            Self::Since { since, cause } => write!(
                out,
                "error: --since {since}: no such file or folder, and Git says: {cause}; give a \
                 revision (git log -- public/data), a folder with cities.json and profiles.json, or \
                 such a file"
            ),
            Self::Data(what) => write!(out, "error: {what}; mend it first (cargo xtask check)"),
            Self::Log(what) => write!(
                out,
                "error: the log of changes: {what}; mend it first (cargo xtask check)"
            ),
            Self::Day(what) => write!(
                out,
                "error: {what}; set compiled in cities.json to the day of this version, or give it \
                 as --date 2024-05-19"
            ),
        }
    }
}

impl std::error::Error for ChangeLogFailure {}
