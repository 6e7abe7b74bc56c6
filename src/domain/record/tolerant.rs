//! The tolerant pass: every record by itself, every field by itself.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::super::issue::{Issue, Reading, Severity, shorten};
use super::super::network::NetworkTotal;
use super::CityFile;
use super::json::{Document, unreadable};
use super::wire::{CityRecord, NetworkRecord};

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
    if let Ok(record) = serde_json::from_str(raw.get()) {
        return (Some(record), Vec::new());
    }
    let whole = |expected: &str| Issue {
        severity: Severity::RecordLeftOut,
        ..unreadable(file, &shorten(raw.get()), expected)
    };
    if !raw.get().starts_with('{') {
        let expected = "a record: an object with slug, name, iso2 and region";
        return (None, vec![whole(expected)]);
    }
    match serde_json::from_str::<BTreeMap<String, &RawValue>>(raw.get()) {
        Ok(fields) => {
            let mut fields = Fields::new(file, fields);
            let record = fields.record();
            (Some(record), fields.issues)
        }
        Err(error) => {
            let reason = error.to_string();
            let reason = reason.split(" at line ").next().unwrap_or_default();
            (
                None,
                vec![whole(&format!("a record that can be read ({reason})"))],
            )
        }
    }
}

/// The fields of one record, taken out one after the other.
struct Fields<'a> {
    file: &'a str,
    record: Option<String>,
    fields: BTreeMap<String, &'a RawValue>,
    issues: Vec<Issue>,
}

impl<'a> Fields<'a> {
    fn new(file: &'a str, fields: BTreeMap<String, &'a RawValue>) -> Self {
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
        use Severity::{RecordLeftOut, Warning};
        let text = "a text in quotation marks";
        let year = "a year as a whole number";
        let years = "an array of years as whole numbers";
        let texts = "an array of texts";
        CityRecord {
            slug: self.take("slug", text, RecordLeftOut),
            name: self.take("name", text, RecordLeftOut),
            native_name: self.take("native_name", text, Warning),
            country: self.take("country", text, Warning),
            iso2: self.take("iso2", text, RecordLeftOut),
            region: self.take("region", text, RecordLeftOut),
            joined: self.take("joined", year, Warning),
            cohorts: self.take("cohorts", years, Warning),
            awards: self.take("awards", years, Warning),
            lat: self.take("lat", "degrees as a number", Warning),
            lon: self.take("lon", "degrees as a number", Warning),
            geo_precision: self.take("geo_precision", text, Warning),
            population: self.take("population", "a whole number", Warning),
            names: self.take("names", "an object of names by language tag", Warning),
            aliases: self.take("aliases", texts, Warning),
            last_attested: self.take("last_attested", year, Warning),
            presumed_current: self.take("presumed_current", "true or false", Warning),
            sources: self.take("sources", texts, Warning),
        }
    }

    /// Takes a field out. One of another type is told and dropped.
    fn take<T: DeserializeOwned>(
        &mut self,
        field: &str,
        expected: &str,
        severity: Severity,
    ) -> Option<T> {
        let value = self.fields.get(field)?.get();
        let taken = serde_json::from_str(value);
        if taken.is_err() {
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
        taken.ok().flatten()
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
