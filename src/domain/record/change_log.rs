//! The log of changes: an entry is read whole or left out, and says what is wrong with it.

use serde::Deserialize;
use serde_json::Value;

use super::super::change_log::{
    Change, ChangeKind, ChangeLog, ChangedField, RecordedValue, is_day,
};
use super::super::edit_distance::nearest;
use super::super::issue::{Issue, Reading, Severity, shorten};
use super::super::slugs::is_slug;
use super::json::{Document, raw_member, unreadable};
use super::list::{Refusal, Section};

/// Slips within which another word is suggested.
const SUGGESTION_EDITS: usize = 2;

/// The key of the entries, and that of the day from which they are counted.
const CHANGES: &str = "changes";
const FIRST_PUBLISHED: &str = "first_published";

const EXPECTED: &str = "an object with the array \"changes\"";
const DAY: &str = "a day such as 2024-05-19 (ISO 8601)";

#[derive(Deserialize)]
struct ChangeRecord {
    date: String,
    kind: String,
    city: String,
    name: String,
    field: Option<String>,
    before: Option<Value>,
    after: Option<Value>,
    #[serde(default)]
    sources: Vec<String>,
}

/// Reads the log of changes.
#[must_use]
pub fn read_changes(file: &str, text: &str) -> Reading<ChangeLog> {
    let mut issues = Vec::new();
    let document = match Document::open(file, text, &[CHANGES], EXPECTED, &mut issues) {
        Ok(document) => document,
        Err(issue) => return super::unreadable(issues, *issue),
    };
    if let Err(issue) = document.check_syntax(file, EXPECTED) {
        return super::unreadable(issues, *issue);
    }
    let first_published = match first_day(file, document.text) {
        Ok(day) => day,
        Err(issue) => {
            issues.push(*issue);
            String::new()
        }
    };
    let list = Section {
        file,
        document: &document,
    };
    let changes = list.read(CHANGES, &mut issues, change);
    Reading {
        value: ChangeLog {
            first_published,
            changes,
        },
        issues,
    }
}

fn first_day(file: &str, text: &str) -> Result<String, Box<Issue>> {
    let raw = raw_member(text, FIRST_PUBLISHED).map_or("nothing", |raw| raw.get());
    let day = serde_json::from_str::<String>(raw).ok();
    day.filter(|day| is_day(day)).ok_or_else(|| {
        Box::new(Issue {
            field: FIRST_PUBLISHED.to_owned(),
            severity: Severity::Warning,
            ..unreadable(file, &shorten(raw), DAY)
        })
    })
}

fn change(record: ChangeRecord) -> Result<Change, Refusal> {
    if !is_day(&record.date) {
        return Err(refusal("date", &record.date, DAY));
    }
    let kind = ChangeKind::parse(&record.kind).ok_or_else(|| {
        let expected = "added, renamed, moved, left, removed or corrected";
        let known = ChangeKind::ALL.map(ChangeKind::value);
        suggesting(refusal("kind", &record.kind, expected), &known)
    })?;
    if !is_slug(&record.city) {
        return Err(refusal("city", &record.city, "the slug of a city"));
    }
    let field = field(kind, record.field.as_deref())?;
    if record.sources.is_empty() {
        let expected = "at least one id of sources.json, which says so";
        return Err(refusal("sources", "", expected));
    }
    Ok(Change {
        before: value("before", record.before)?,
        after: value("after", record.after)?,
        date: record.date,
        kind,
        city: record.city,
        name: record.name,
        field,
        sources: record.sources,
    })
}

fn field(kind: ChangeKind, text: Option<&str>) -> Result<Option<ChangedField>, Refusal> {
    match (kind.is_of_whole_record(), text) {
        (true, None) => Ok(None),
        (true, Some(text)) => {
            let expected = "no field, because the whole record is new or gone";
            Err(refusal("field", text, expected))
        }
        (false, text) => {
            let text = text.unwrap_or_default();
            let unknown = || {
                let known: Vec<String> = ChangedField::all()
                    .into_iter()
                    .map(ChangedField::value)
                    .collect();
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let expected = "the field that has changed, such as population or names.zh";
                suggesting(refusal("field", text, expected), &known)
            };
            ChangedField::parse(text).map(Some).ok_or_else(unknown)
        }
    }
}

fn value(field: &'static str, value: Option<Value>) -> Result<Option<RecordedValue>, Refusal> {
    let Some(value) = value else {
        return Ok(None);
    };
    let read = match &value {
        Value::Bool(answer) => Some(RecordedValue::Answer(*answer)),
        Value::Number(number) => number.as_f64().map(RecordedValue::Number),
        Value::String(text) => Some(RecordedValue::Text(text.clone())),
        Value::Array(values) => {
            let texts = values.iter().map(|it| it.as_str().map(str::to_owned));
            let numbers = values.iter().map(Value::as_f64);
            let texts = texts.collect::<Option<_>>().map(RecordedValue::Texts);
            texts.or_else(|| numbers.collect::<Option<_>>().map(RecordedValue::Numbers))
        }
        Value::Null | Value::Object(_) => None,
    };
    let expected = "a text, a number, yes or no (true, false), or a list of texts or numbers";
    read.map(Some)
        .ok_or_else(|| refusal(field, &value.to_string(), expected))
}

fn refusal(field: &'static str, found: &str, expected: &'static str) -> Refusal {
    Refusal {
        field,
        found: found.to_owned(),
        expected,
        suggestion: None,
    }
}

fn suggesting(refusal: Refusal, known: &[&str]) -> Refusal {
    let meant = nearest(&refusal.found, known.iter().copied(), SUGGESTION_EDITS);
    Refusal {
        suggestion: meant.map(str::to_owned),
        ..refusal
    }
}
