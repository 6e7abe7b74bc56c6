//! What is wrong in a data file, said so that its owner can mend it: where, what was found,
//! what is expected and what was probably meant.

use std::fmt;

/// Longest rendering of a found value: enough to recognise it, short enough for one line.
const FOUND_CHARACTERS: usize = 60;

/// One problem in a data file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Issue {
    /// The file's name.
    pub file: String,
    /// The record, counted from 1.
    pub row: Option<usize>,
    /// The line, counted from 1.
    pub line: Option<usize>,
    /// The record's slug or name, where readable.
    pub record: Option<String>,
    /// The field; empty where the whole record or file is meant.
    pub field: String,
    /// What stands there, shortened.
    pub found: String,
    /// What should stand there.
    pub expected: String,
    /// What was probably meant.
    pub suggestion: Option<String>,
    /// What the problem costs.
    pub severity: Severity,
}

/// What a problem costs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// The record stays, without the value.
    Warning,
    /// The record is left out.
    RecordLeftOut,
    /// Nothing of the file could be used.
    FileUnreadable,
}

/// What could be read, and what could not.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading<T> {
    /// The good part.
    pub value: T,
    /// The problems, in the order of the file.
    pub issues: Vec<Issue>,
}

/// Shortens a found value to what fits into a message, on one line.
#[must_use]
pub fn shorten(found: &str) -> String {
    let mut characters = found.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut short: String = characters.by_ref().take(FOUND_CHARACTERS).collect();
    if characters.next().is_some() {
        short.pop();
        short.push('…');
    }
    short
}

impl fmt::Display for Issue {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(out, ", record {row}")?;
        }
        if let Some(record) = &self.record {
            write!(out, " (\"{record}\")")?;
        }
        if let Some(line) = self.line {
            write!(out, ", line {line}")?;
        }
        if !self.field.is_empty() {
            write!(out, ", field {}", self.field)?;
        }
        write!(out, ": found {}, expected {}", self.found, self.expected)?;
        match &self.suggestion {
            Some(suggestion) => write!(out, "; did you mean \"{suggestion}\"?"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown_code() -> Issue {
        Issue {
            file: "cities.json".into(),
            row: Some(12),
            line: None,
            record: Some("xanadu".into()),
            field: "iso2".into(),
            found: "\"CX1\"".into(),
            expected: "a two-letter ISO 3166-1 code".into(),
            suggestion: Some("CX".into()),
            severity: Severity::RecordLeftOut,
        }
    }

    #[test]
    fn an_issue_is_one_line_that_names_place_and_cure() {
        assert_eq!(
            unknown_code().to_string(),
            "cities.json, record 12 (\"xanadu\"), field iso2: found \"CX1\", \
             expected a two-letter ISO 3166-1 code; did you mean \"CX\"?"
        );
    }

    #[test]
    fn the_line_is_named_where_it_is_known() {
        let issue = Issue {
            line: Some(14),
            suggestion: None,
            ..unknown_code()
        };
        assert_eq!(
            issue.to_string(),
            "cities.json, record 12 (\"xanadu\"), line 14, field iso2: found \"CX1\", \
             expected a two-letter ISO 3166-1 code"
        );
    }

    #[test]
    fn long_values_are_cut_at_sixty_characters_and_stay_on_one_line() {
        assert_eq!(shorten("a\nb"), "a b");
        assert_eq!(shorten(&"中".repeat(60)), "中".repeat(60));
        assert_eq!(shorten(&"中".repeat(61)), "中".repeat(59) + "…");
    }
}
