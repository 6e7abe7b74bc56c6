//! What is wrong or doubtful in a file, as an editor reads it: where, what was found, what is
//! allowed, what was probably meant, and what it would break.

use std::fmt;

use serde::Serialize;

use super::source_file::SourceFile;
use learning_cities::domain::issue::shorten;

/// Whether the site can be built.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// It must be mended: the build stops or a page would be wrong.
    Error,
    /// It may be right; somebody should look.
    Warning,
}

/// One problem.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Finding {
    /// How grave it is.
    pub weight: Weight,
    /// The file, from the project's folder, with `/` between the parts.
    pub file: String,
    /// The line, counted from 1; none where the whole file is meant.
    pub line: Option<usize>,
    /// The character in the line, counted from 1 in Unicode characters.
    pub column: Option<usize>,
    /// The record of a list, counted from 1.
    pub row: Option<usize>,
    /// The record's slug, id or code.
    pub record: Option<String>,
    /// The field or the key of the text; none where the whole record or file is meant.
    pub field: Option<String>,
    /// What stands there, shortened.
    pub found: String,
    /// What is allowed, or the cure.
    pub expected: String,
    /// What was probably meant.
    pub did_you_mean: Option<String>,
    /// What it would break, in a sentence.
    pub would_break: String,
}

impl Finding {
    /// An error of a whole file.
    pub(super) fn of_file(file: &str, found: &str, expected: &str, would_break: &str) -> Self {
        Self {
            weight: Weight::Error,
            file: file.to_owned(),
            line: None,
            column: None,
            row: None,
            record: None,
            field: None,
            found: shorten(found),
            expected: expected.to_owned(),
            did_you_mean: None,
            would_break: would_break.to_owned(),
        }
    }

    /// An error at a place, which is a number of bytes from the beginning of the text.
    pub(super) fn at(
        file: &SourceFile,
        offset: usize,
        found: &str,
        expected: &str,
        would_break: &str,
    ) -> Self {
        let (line, column) = file.place(offset);
        Self {
            line: Some(line),
            column: Some(column),
            ..Self::of_file(&file.name, found, expected, would_break)
        }
    }

    /// The same as a warning.
    pub(super) fn doubtful(self) -> Self {
        Self {
            weight: Weight::Warning,
            ..self
        }
    }

    /// The same with its field.
    pub(super) fn field(self, field: &str) -> Self {
        Self {
            field: Some(field.to_owned()),
            ..self
        }
    }

    /// The same with what was probably meant.
    pub(super) fn meant(self, meant: Option<&str>) -> Self {
        Self {
            did_you_mean: meant.map(str::to_owned),
            ..self
        }
    }
}

/// All that was found.
///
/// As JSON: `{"version": 1, "errors": n, "warnings": n, "findings": [...]}`, where each finding has
/// the fields of [`Finding`], `null` where one does not apply. The version changes when a field
/// goes or changes its meaning.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Report {
    /// Of the form of this report.
    pub version: u32,
    /// How many errors there are.
    pub errors: usize,
    /// How many warnings there are.
    pub warnings: usize,
    /// Errors and warnings by file and place.
    pub findings: Vec<Finding>,
}

impl Report {
    pub(super) fn new(mut findings: Vec<Finding>) -> Self {
        findings.sort_by(|a, b| {
            let place = |it: &Finding| (it.line, it.column, it.weight);
            (&a.file, place(a)).cmp(&(&b.file, place(b)))
        });
        findings.dedup();
        let warnings = findings
            .iter()
            .filter(|finding| finding.weight == Weight::Warning)
            .count();
        Self {
            version: 1,
            errors: findings.len() - warnings,
            warnings,
            findings,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weight = match self.weight {
            Weight::Error => "error",
            Weight::Warning => "warning",
        };
        write!(out, "{weight}: {}", self.file)?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(out, ":{number}")?;
        }
        let row = self.row.map(|row| format!("record {row}"));
        let record = self.record.as_ref().map(|record| format!("“{record}”"));
        let field = self.field.as_ref().map(|field| format!("field {field}"));
        let parts: Vec<String> = [row, record, field].into_iter().flatten().collect();
        if !parts.is_empty() {
            write!(out, "\n  where:     {}", parts.join(", "))?;
        }
        write!(out, "\n  found:     {}", self.found)?;
        write!(out, "\n  expected:  {}", self.expected)?;
        if let Some(meant) = &self.did_you_mean {
            write!(out, "\n  you meant: {meant}?")?;
        }
        writeln!(out, "\n  else:      {}", self.would_break)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            writeln!(out, "{finding}")?;
        }
        let counted = |count: usize, word: &str| match count {
            1 => format!("1 {word}"),
            _ => format!("{count} {word}s"),
        };
        let errors = counted(self.errors, "error");
        let warnings = counted(self.warnings, "warning");
        writeln!(out, "{errors}, {warnings}")
    }
}
