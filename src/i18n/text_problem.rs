//! What can be wrong with the texts of a language, told so that an editor can mend it.

use std::fmt;

use crate::domain::export::columns;
use crate::i18n::texts::Text;

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
    /// The headings of saved tables are more or fewer than their columns.
    Columns {
        /// How many there are.
        found: usize,
        /// How many columns there are.
        expected: usize,
    },
}

impl TextProblem {
    /// The problem of headings that stand in one text, where they have one.
    pub(super) fn of_headings(headings: &str) -> Option<Self> {
        let count = |row: &str| {
            row.split(',')
                .filter(|cell| !cell.trim().is_empty())
                .count()
        };
        let (found, expected) = (count(headings), count(&columns()));
        (found != expected).then_some(Self::Columns { found, expected })
    }
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
            Self::Columns { found, expected } => write!(
                out,
                "the text \"{}\" has {found} headings, expected {expected}: one for each column, with commas between",
                Text::ToolsColumns.key
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::i18n::texts::Texts;

    #[test]
    fn headings_in_english_are_those_that_programs_know() {
        let english = include_str!("../../public/content/en/program.json");
        let texts = Texts::of_file(Language::English, english);
        assert_eq!(texts.get(Text::ToolsColumns), columns());
    }

    #[test]
    fn a_heading_too_few_or_an_empty_one_is_told_with_the_cure() {
        let whole = columns();
        assert_eq!(TextProblem::of_headings(&whole), None);
        let (fewer, _) = whole.rsplit_once(',').unwrap();
        for row in [fewer.to_owned(), format!("{fewer}, ")] {
            let problem = TextProblem::of_headings(&row).unwrap().to_string();
            assert!(
                problem.contains("\"tools.columns\" has 18 headings, expected 19"),
                "{problem}"
            );
        }
    }
}
