//! The tolerant pass: every record by itself, every field by itself.

use serde::Deserialize;
use serde::de::DeserializeSeed;
use serde_json::value::RawValue;

use super::super::issue::{Issue, Reading, Severity, shorten};
use super::super::network::NetworkTotal;
use super::CityFile;
use super::json::{Document, Members, reason, unreadable};
use super::wire::{CityRecord, NetworkRecord, Place};

const TEXT: &str = "a text in quotation marks";
const TEXTS: &str = "an array of texts";
const YEAR: &str = "a year as a whole number";
const YEARS: &str = "an array of years as whole numbers";
const DEGREES: &str = "degrees as a number";

/// What each field of a record should be, and what it costs where it is not, in the order in which
/// problems are told.
const FIELDS: [(&str, &str, Severity); 18] = [
    ("slug", TEXT, Severity::RecordLeftOut),
    ("name", TEXT, Severity::RecordLeftOut),
    ("native_name", TEXT, Severity::Warning),
    ("country", TEXT, Severity::Warning),
    ("iso2", TEXT, Severity::RecordLeftOut),
    ("region", TEXT, Severity::RecordLeftOut),
    ("joined", YEAR, Severity::Warning),
    ("cohorts", YEARS, Severity::Warning),
    ("awards", YEARS, Severity::Warning),
    ("lat", DEGREES, Severity::Warning),
    ("lon", DEGREES, Severity::Warning),
    ("geo_precision", TEXT, Severity::Warning),
    ("population", "a whole number", Severity::Warning),
    (
        "names",
        "an object of names by language tag",
        Severity::Warning,
    ),
    ("aliases", TEXTS, Severity::Warning),
    ("last_attested", YEAR, Severity::Warning),
    ("presumed_current", "true or false", Severity::Warning),
    ("sources", TEXTS, Severity::Warning),
];

/// The file, with its records unread.
pub(super) struct RawEnvelope<'a> {
    pub(super) cities: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct RawObject<'a> {
    #[serde(borrow)]
    compiled: Option<&'a RawValue>,
    #[serde(borrow)]
    network: Option<&'a RawValue>,
    #[serde(borrow)]
    cities: Option<&'a RawValue>,
}

impl<'a> RawEnvelope<'a> {
    /// Takes the file apart; what stands beside the records is read on the way.
    pub(super) fn open(
        file: &str,
        document: &Document<'a>,
        expected: &str,
    ) -> Result<(Self, Reading<CityFile>), Box<Issue>> {
        let syntax = |error| document.syntax_issue(file, &error, expected);
        let mut reading = Reading {
            value: CityFile::default(),
            issues: Vec::new(),
        };
        if document.is_array() {
            let cities = serde_json::from_str(document.text).map_err(syntax)?;
            return Ok((Self { cities }, reading));
        }
        let object: RawObject<'a> = serde_json::from_str(document.text).map_err(syntax)?;
        let Some(cities) = object.cities else {
            return Err(Box::new(unreadable(
                file,
                "an object without \"cities\"",
                expected,
            )));
        };
        let Ok(cities) = serde_json::from_str(cities.get()) else {
            let found = format!("\"cities\": {}", shorten(cities.get()));
            return Err(Box::new(unreadable(file, &found, expected)));
        };
        let mut beside = |field: &str, raw: &RawValue, expected: &str| {
            reading.issues.push(Issue {
                field: field.to_owned(),
                severity: Severity::Warning,
                ..unreadable(file, &shorten(raw.get()), expected)
            });
        };
        if let Some(raw) = object.compiled {
            match serde_json::from_str(raw.get()) {
                Ok(date) => reading.value.compiled = Some(date),
                Err(_) => beside("compiled", raw, "an ISO date as a string"),
            }
        }
        if let Some(raw) = object.network {
            match serde_json::from_str::<NetworkRecord>(raw.get()) {
                Ok(total) => reading.value.network = Some(NetworkTotal::from(total)),
                Err(_) => beside(
                    "network",
                    raw,
                    "an object with members, countries, counted, source",
                ),
            }
        }
        Ok((Self { cities }, reading))
    }
}

/// Reads what can be read of a record, and tells what cannot.
pub(super) fn tolerant_record(file: &str, raw: &RawValue) -> (Option<CityRecord>, Vec<Issue>) {
    let strict = match serde_json::from_str(raw.get()) {
        Ok(record) => return (Some(record), Vec::new()),
        Err(error) => reason(&error),
    };
    let whole = |expected: &str| Issue {
        severity: Severity::RecordLeftOut,
        ..unreadable(file, &shorten(raw.get()), expected)
    };
    if !raw.get().starts_with('{') {
        let expected = "a record: an object with slug, name, iso2 and region";
        return (None, vec![whole(expected)]);
    }
    match serde_json::from_str::<Members<'_>>(raw.get()) {
        Ok(fields) => {
            let mut fields = Fields::new(file, fields);
            let record = fields.record();
            if fields.issues.is_empty() {
                // Each field is right and yet the record is not: one of them stands twice.
                let expected = format!("each field once ({strict})");
                fields.issues.push(Issue {
                    severity: Severity::Warning,
                    ..whole(&expected)
                });
            }
            (Some(record), fields.issues)
        }
        Err(error) => {
            let expected = format!("a record that can be read ({})", reason(&error));
            (None, vec![whole(&expected)])
        }
    }
}

/// The fields of one record, taken out one after the other.
struct Fields<'a> {
    file: &'a str,
    record: Option<String>,
    fields: Members<'a>,
    issues: Vec<Issue>,
}

impl<'a> Fields<'a> {
    fn new(file: &'a str, fields: Members<'a>) -> Self {
        let text = |field: &str| {
            let raw = fields.get(field)?;
            let text: String = serde_json::from_str(raw.get()).ok()?;
            Some(shorten(&text))
        };
        let record = text("slug").or_else(|| text("name"));
        Self {
            file,
            record,
            fields,
            issues: Vec::new(),
        }
    }

    fn record(&mut self) -> CityRecord {
        let mut record = CityRecord::default();
        for (field, expected, severity) in FIELDS {
            if let Some(place) = record.place(field) {
                self.take(place, field, expected, severity);
            }
        }
        record
    }

    /// Takes a field out. One of another type is told and dropped.
    fn take(&mut self, place: Place<'_>, field: &str, expected: &str, severity: Severity) {
        let Some(value) = self.fields.get(field).map(RawValue::get) else {
            return;
        };
        let mut json = serde_json::Deserializer::from_str(value);
        if place.deserialize(&mut json).is_err() {
            let found = shorten(value);
            let suggestion = quoted_number(value);
            self.issues.push(Issue {
                record: self.record.clone(),
                field: field.to_owned(),
                suggestion,
                severity,
                ..unreadable(self.file, &found, expected)
            });
        }
    }
}

/// A number in quotation marks, the commonest slip of all, without them.
fn quoted_number(raw: &str) -> Option<String> {
    let inner = raw.strip_prefix('"')?.strip_suffix('"')?.trim();
    let is_number = inner.contains(|letter: char| letter.is_ascii_digit())
        && inner
            .chars()
            .all(|letter| letter.is_ascii_digit() || matches!(letter, '-' | '.'));
    is_number.then(|| inner.to_owned())
}
