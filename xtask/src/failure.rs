//! What can go wrong in the build tool, each with a line on what to try.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a command of the build tool stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// An external program could not start, or ended with a failure.
    Command {
        /// The program and its arguments.
        command: String,
        /// Its exit code, or why it did not start.
        outcome: String,
        /// The end of its output and where all of it is, if it was not shown.
        output: Option<(String, PathBuf)>,
        /// What to try.
        cure: String,
    },
    /// A file or folder could not be read or written.
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Something else is not as it must be.
    Refused {
        /// What.
        what: String,
        /// What to try.
        cure: String,
    },
}

impl Failure {
    /// Something is not as it must be.
    pub(crate) fn refused(what: impl Into<String>, cure: impl Into<String>) -> Self {
        Self::Refused {
            what: what.into(),
            cure: cure.into(),
        }
    }

    /// For `map_err`: names the file of an input or output error.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Command {
                command,
                outcome,
                output,
                cure,
            } => {
                if let Some((tail, log)) = output.as_ref().filter(|(tail, _)| !tail.is_empty()) {
                    writeln!(formatter, "{tail}\n(the end of {})\n", log.display())?;
                }
                write!(
                    formatter,
                    "error: `{command}` {outcome}\nwhat to try: {cure}"
                )
            }
            Self::File { path, source } => write!(
                formatter,
                "error: {}: {source}\nwhat to try: see that the file exists and that you may read and write there",
                path.display()
            ),
            Self::Refused { what, cure } => write!(formatter, "error: {what}\nwhat to try: {cure}"),
        }
    }
}

impl std::error::Error for Failure {}
