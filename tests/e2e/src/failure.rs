//! Why a test could not be carried out; what a page does wrong is an assertion in the test itself.

use std::fmt;
use std::io;

/// What a step of a test gives.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Why a step could not be done.
#[derive(Debug)]
pub enum Failure {
    /// A variable that `cargo xtask test` sets is missing or means nothing.
    Environment(String),
    /// A file, folder or program.
    System {
        /// Which.
        what: String,
        /// Why.
        cause: io::Error,
    },
    /// The browser refused a command.
    Command(String),
    /// What was waited for did not happen.
    Waited(String),
    /// Something read is not of the form it must have.
    Form(String),
}

impl Failure {
    /// For `map_err`: names what an input or output error is about.
    pub fn system(what: impl fmt::Display) -> impl FnOnce(io::Error) -> Self {
        let what = what.to_string();
        move |cause| Self::System { what, cause }
    }

    /// For `map_err`: names what cannot be read.
    pub fn form<E: fmt::Display>(what: impl fmt::Display) -> impl FnOnce(E) -> Self {
        let what = what.to_string();
        move |error| Self::Form(format!("{what}: {error}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Environment(name) => {
                write!(
                    formatter,
                    "{name}: run `cargo xtask test`, which builds the site and says where everything is"
                )
            }
            Self::System { what, cause } => write!(formatter, "{what}: {cause}"),
            Self::Command(message) => write!(formatter, "the browser refused: {message}"),
            Self::Waited(what) => write!(formatter, "waited in vain: {what}"),
            Self::Form(message) => formatter.write_str(message),
        }
    }
}

impl std::error::Error for Failure {}

impl From<fantoccini::error::CmdError> for Failure {
    fn from(error: fantoccini::error::CmdError) -> Self {
        Self::Command(error.to_string())
    }
}
