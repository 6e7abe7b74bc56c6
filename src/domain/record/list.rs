//! Arrays of records of which each is read whole or left out.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::super::issue::{Issue, Reading, Severity, shorten};
use super::json::{Document, raw_member, reason, record_lines, unreadable};

/// A field whose text is of the right type and still means nothing.
pub(super) struct Refusal {
    pub(super) field: &'static str,
    pub(super) found: String,
    pub(super) expected: &'static str,
    pub(super) suggestion: Option<String>,
}

/// The arrays of an object, read one by one.
pub(super) struct Section<'a> {
    pub(super) file: &'a str,
    pub(super) document: &'a Document<'a>,
}

impl Section<'_> {
    pub(super) fn read<R: for<'de> Deserialize<'de>, T>(
        &self,
        key: &str,
        issues: &mut Vec<Issue>,
        make: impl FnMut(R) -> Result<T, Refusal>,
    ) -> Vec<T> {
        let expected = format!("an object with the array \"{key}\"");
        let Some(member) = raw_member(self.document.text, key) else {
            issues.push(unreadable(self.file, &format!("no \"{key}\""), &expected));
            return Vec::new();
        };
        match serde_json::from_str::<Vec<&RawValue>>(member.get()) {
            Ok(records) => {
                let lines = record_lines(self.document, key);
                read_records(self.file, &records, &lines, issues, make)
            }
            Err(_) => {
                issues.push(unreadable(self.file, &shorten(member.get()), &expected));
                Vec::new()
            }
        }
    }
}

/// Reads a file that is an array of records.
pub(super) fn read_list<R: for<'de> Deserialize<'de>, T>(
    file: &str,
    text: &str,
    expected: &str,
    make: impl FnMut(R) -> Result<T, Refusal>,
) -> Reading<Vec<T>> {
    let mut issues = Vec::new();
    let document = match Document::open(file, text, &[], expected, &mut issues) {
        Ok(document) => document,
        Err(issue) => return super::unreadable(issues, *issue),
    };
    match serde_json::from_str::<Vec<&RawValue>>(document.text) {
        Ok(records) => {
            let lines = record_lines(&document, "");
            let value = read_records(file, &records, &lines, &mut issues, make);
            Reading { value, issues }
        }
        Err(error) => {
            let issue = document.syntax_issue(file, &error, expected);
            super::unreadable(issues, *issue)
        }
    }
}

fn read_records<R: for<'de> Deserialize<'de>, T>(
    file: &str,
    records: &[&RawValue],
    lines: &[usize],
    issues: &mut Vec<Issue>,
    mut make: impl FnMut(R) -> Result<T, Refusal>,
) -> Vec<T> {
    let mut read = Vec::with_capacity(records.len());
    for (row, raw) in (1..).zip(records) {
        let refusal = match serde_json::from_str::<R>(raw.get()).map(&mut make) {
            Ok(Ok(record)) => {
                read.push(record);
                continue;
            }
            Ok(Err(refusal)) => Ok(refusal),
            Err(error) => Err(error),
        };
        let left_out = Issue {
            row: Some(row),
            line: lines.get(row - 1).copied(),
            severity: Severity::RecordLeftOut,
            ..unreadable(file, &shorten(raw.get()), "")
        };
        issues.push(match refusal {
            Ok(Refusal {
                field,
                found,
                expected,
                suggestion,
            }) => Issue {
                field: field.to_owned(),
                found: format!("\"{}\"", shorten(&found)),
                expected: expected.to_owned(),
                suggestion,
                ..left_out
            },
            Err(error) => {
                let reason = reason(&error);
                Issue {
                    expected: format!("a whole record ({reason})"),
                    ..left_out
                }
            }
        });
    }
    read
}
