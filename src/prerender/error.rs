//! What can keep the pages from being written.

use std::fmt::{Display, Formatter, Result as FormatResult};
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::issue::Issue;

/// Why the pages could not be written.
#[derive(Debug)]
pub enum PrerenderError {
    /// A file could not be read or written.
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// A file is not what it should be.
    Content {
        /// Which.
        file: String,
        /// What is wrong, and the cure.
        message: String,
    },
    /// Data files with records that cannot stand.
    Issues(Vec<Issue>),
    /// Trunk's output lacks something.
    Bundle(String),
    /// A stylesheet that cannot be read.
    Stylesheet(String),
}

impl PrerenderError {
    /// A file that could not be read or written.
    pub fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::File { path, cause }
    }

    /// A file that is not what it should be.
    pub fn content(file: impl Into<String>, message: impl Display) -> Self {
        Self::Content {
            file: file.into(),
            message: message.to_string(),
        }
    }
}

impl Display for PrerenderError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FormatResult {
        match self {
            Self::File { path, cause } => write!(formatter, "{}: {cause}", path.display()),
            Self::Content { file, message } => write!(formatter, "{file}: {message}"),
            Self::Issues(issues) => {
                writeln!(formatter, "{} problem(s) in the data files:", issues.len())?;
                issues
                    .iter()
                    .try_for_each(|issue| writeln!(formatter, "  {issue}"))
            }
            Self::Bundle(message) => write!(formatter, "trunk's output: {message}"),
            Self::Stylesheet(message) => write!(formatter, "style: {message}"),
        }
    }
}

impl std::error::Error for PrerenderError {}
