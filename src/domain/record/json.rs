//! The outermost form of a data file: is it JSON at all, an array or an object, and on which line
//! does each record begin.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::super::issue::{Issue, Severity, shorten};

/// What some editors put before the text of a file.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Characters shown of the place where a file stops being JSON.
const SHOWN_CHARACTERS: usize = 20;

/// A file that is JSON on the outside: its text begins with `[` or `{`.
pub(super) struct Document<'a> {
    pub(super) text: &'a str,
    /// Lines cut off before the text.
    lines_before: usize,
}

/// The members of an object, unread.
pub(super) struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'a> Members<'a> {
    /// The value of a key; of several the last.
    pub(super) fn get(&self, key: &str) -> Option<&'a RawValue> {
        let mut latest = self.0.iter().rev();
        latest
            .find(|(other, _)| other == key)
            .map(|(_, value)| *value)
    }
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MembersVisitor;
        impl<'de> Visitor<'de> for MembersVisitor {
            type Value = Members<'de>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(key) = map.next_key()? {
                    members.push((key, map.next_value()?));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(MembersVisitor)
    }
}

impl<'a> Document<'a> {
    /// Looks at the first character. `object_keys` names what an object would have to hold; where
    /// it is empty only an array will do.
    pub(super) fn open(
        file: &str,
        text: &'a str,
        object_keys: &[&str],
        expected: &str,
        issues: &mut Vec<Issue>,
    ) -> Result<Self, Box<Issue>> {
        let unmarked = text.strip_prefix(BYTE_ORDER_MARK);
        if unmarked.is_some() {
            issues.push(Issue {
                severity: Severity::Warning,
                ..unreadable(file, "a byte order mark", "plain UTF-8 without one")
            });
        }
        let whole = unmarked.unwrap_or(text);
        let text = whole.trim_start();
        let blank = whole.get(..whole.len() - text.len()).unwrap_or_default();
        let lines_before = newlines(blank);
        let document = Self { text, lines_before };
        match text.chars().next() {
            None => Err(Box::new(unreadable(file, "an empty file", expected))),
            Some('[') => Ok(document),
            Some('{') if !object_keys.is_empty() => Ok(document),
            Some(_) => match serde_json::from_str::<IgnoredAny>(text) {
                Err(error) => Err(document.syntax_issue(file, &error, expected)),
                Ok(_) => Err(Box::new(unreadable(file, &shorten(text), expected))),
            },
        }
    }

    pub(super) fn is_array(&self) -> bool {
        self.text.starts_with('[')
    }

    pub(super) fn check_syntax(&self, file: &str, expected: &str) -> Result<(), Box<Issue>> {
        match serde_json::from_str::<IgnoredAny>(self.text) {
            Ok(_) => Ok(()),
            Err(error) => Err(self.syntax_issue(file, &error, expected)),
        }
    }

    /// Says where the text stops being JSON.
    pub(super) fn syntax_issue(
        &self,
        file: &str,
        error: &serde_json::Error,
        expected: &str,
    ) -> Box<Issue> {
        let line = self.lines_before + error.line();
        let there = self
            .text
            .lines()
            .nth(error.line().saturating_sub(1))
            .unwrap_or_default();
        // The column is the last byte read, counted from 1.
        let place = there
            .get(error.column().saturating_sub(1)..)
            .unwrap_or_default();
        let place: String = place.chars().take(SHOWN_CHARACTERS).collect();
        let found = match place.trim() {
            _ if error.is_eof() => "the end of the file".to_owned(),
            "" => "the end of the line".to_owned(),
            place => format!("`{}`", shorten(place)),
        };
        let column = error.column();
        let reason = reason(error);
        let expected = format!("{expected}; line {line}, column {column} is not JSON: {reason}");
        Box::new(Issue {
            line: Some(line),
            ..unreadable(file, &found, &expected)
        })
    }

    fn line_of(&self, part: &str) -> usize {
        let offset = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let before = self.text.get(..offset).unwrap_or_default();
        self.lines_before + newlines(before) + 1
    }
}

/// The line on which each record of the array begins, or of the array under a key of the object.
pub(super) fn record_lines(document: &Document<'_>, key: &str) -> Vec<usize> {
    let array = match document.is_array() {
        true => Some(document.text),
        false => raw_member(document.text, key).map(RawValue::get),
    };
    let records: Vec<&RawValue> = array
        .and_then(|array| serde_json::from_str(array).ok())
        .unwrap_or_default();
    let mut lines = Vec::with_capacity(records.len());
    // Each line is counted from the record before: the file is walked through once.
    let mut last: Option<(&str, usize)> = None;
    for record in records {
        let raw = record.get();
        let line = match last {
            None => document.line_of(raw),
            Some((before, line)) => line + newlines_between(document.text, before, raw),
        };
        lines.push(line);
        last = Some((raw, line));
    }
    lines
}

/// The member of an object, unread.
pub(super) fn raw_member<'a>(object: &'a str, key: &str) -> Option<&'a RawValue> {
    serde_json::from_str::<Members<'_>>(object).ok()?.get(key)
}

/// Why a text could not be read, without the place.
pub(super) fn reason(error: &serde_json::Error) -> String {
    let mut reason = error.to_string();
    if let Some(end) = reason.find(" at line ") {
        reason.truncate(end);
    }
    reason
}

pub(super) fn unreadable(file: &str, found: &str, expected: &str) -> Issue {
    Issue {
        file: file.to_owned(),
        row: None,
        line: None,
        record: None,
        field: String::new(),
        found: found.to_owned(),
        expected: expected.to_owned(),
        suggestion: None,
        severity: Severity::FileUnreadable,
    }
}

fn newlines_between(text: &str, from: &str, to: &str) -> usize {
    let origin = text.as_ptr() as usize;
    let start = (from.as_ptr() as usize).saturating_sub(origin);
    let end = (to.as_ptr() as usize).saturating_sub(origin);
    newlines(text.get(start..end).unwrap_or_default())
}

fn newlines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}
