//! What can be wrong with the texts of a language, told so that an editor can mend it.

use std::fmt;

/// One problem of the files `program.json` and `pages.json` of a language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TextProblem {
    /// A text that the pages ask for is not there.
    Missing {
        /// Its key, with the plural category where there is one.
        key: String,
    },
    /// Nothing asks for a text.
    Idle {
        /// Its key.
        key: String,
    },
    /// A text has other `{places}` than the English one.
    Misplaced {
        /// Its key.
        key: String,
        /// The places it has, sorted.
        found: String,
        /// The places of the English text, sorted.
        expected: String,
    },
}

impl fmt::Display for TextProblem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("program.json or pages.json: ")?;
        match self {
            Self::Missing { key } => write!(out, "the text \"{key}\" is missing; add it"),
            Self::Idle { key } => write!(
                out,
                "nothing uses the text \"{key}\"; remove it or mend its spelling"
            ),
            Self::Misplaced {
                key,
                found,
                expected,
            } => write!(
                out,
                "the text \"{key}\" has the places \"{found}\", expected \"{expected}\""
            ),
        }
    }
}
