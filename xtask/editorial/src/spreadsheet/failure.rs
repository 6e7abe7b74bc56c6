//! What keeps a table from being written or read.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why nothing was written.
#[derive(Debug)]
pub enum SpreadsheetFailure {
    /// A file cannot be read or written.
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// The file of cities has errors of its own.
    Cities(String),
    /// The table is none.
    Table(String),
    /// Rows that cannot stand, each with its place and cure.
    Rows(Vec<String>),
}

impl SpreadsheetFailure {
    pub(super) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::File { path, cause }
    }
}

impl fmt::Display for SpreadsheetFailure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, cause } => write!(out, "error: {}: {cause}", path.display()),
            Self::Cities(what) => write!(
                out,
                "error: public/data/cities.json: {what}; mend it first (cargo xtask check)"
            ),
            Self::Table(what) => write!(out, "error: the table: {what}"),
            Self::Rows(rows) => {
                for row in rows {
                    writeln!(out, "error: {row}")?;
                }
                write!(out, "Nothing is written.")
            }
        }
    }
}

impl std::error::Error for SpreadsheetFailure {}
