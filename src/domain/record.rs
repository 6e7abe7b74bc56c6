//! Reading the data files: wire form in, domain types and a list of issues out.
//!
//! A file as it should be is read in one strict pass. Only where that fails does a tolerant pass
//! take every record by itself, so that a bad one loses only itself and all its problems are told.

mod change_log;
mod companions;
mod json;
mod list;
mod position;
mod suggest;
mod tolerant;
mod validation;
mod wire;

use serde::de::DeserializeSeed;

use super::city::City;
use super::country::Countries;
pub use super::cross_check::{cross_check, cross_check_changes};
use super::issue::{Issue, Reading, Severity};
pub use super::network::NetworkTotal;
pub use change_log::read_changes;
pub use companions::{read_countries, read_network, read_profiles, read_sources};

use json::{Document, record_lines};
use tolerant::{RawEnvelope, tolerant_record};
use validation::Validation;
use wire::{Beside, CityRecord, Envelope, Records};

/// What a file of cities holds.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct CityFile {
    /// The good records, in the order of the file.
    pub cities: Vec<City>,
    /// When the file was compiled, as an ISO date.
    pub compiled: Option<String>,
    /// The network's official total, to set the records beside.
    pub network: Option<NetworkTotal>,
    /// How many records had to be left out.
    pub left_out: usize,
}

/// What is expected of the file as a whole.
const EXPECTED: &str = "an array of city records, or an object whose \"cities\" is one";

/// Reads a file of cities; `file` is the name that issues give it.
#[must_use]
pub fn read_cities(file: &str, text: &str, countries: &Countries) -> Reading<CityFile> {
    let mut issues = Vec::new();
    let document = match Document::open(file, text, &["cities"], EXPECTED, &mut issues) {
        Ok(document) => document,
        Err(issue) => return unreadable(issues, *issue),
    };
    let strict = Reader::new(file, countries).read(&document).ok();
    let mut reading = match strict {
        Some(reading) => reading,
        None => match tolerant_reading(file, &document, countries) {
            Ok(reading) => reading,
            Err(issue) => return unreadable(issues, *issue),
        },
    };
    name_lines(&document, &mut reading.issues);
    if reading.value.cities.is_empty() && reading.issues.is_empty() {
        issues.push(empty_file(file));
    }
    issues.append(&mut reading.issues);
    Reading {
        value: reading.value,
        issues,
    }
}

/// The tolerant pass: every record by itself.
fn tolerant_reading(
    file: &str,
    document: &Document<'_>,
    countries: &Countries,
) -> Result<Reading<CityFile>, Box<Issue>> {
    let (envelope, beside) = RawEnvelope::open(file, document, EXPECTED)?;
    let mut reader = Reader {
        reading: beside,
        ..Reader::new(file, countries)
    };
    for raw in envelope.cities {
        let (record, issues) = tolerant_record(file, raw);
        reader.take(record, issues);
    }
    Ok(reader.reading)
}

/// Takes records one by one, checks them and keeps the good ones.
struct Reader<'a> {
    validation: Validation<'a>,
    reading: Reading<CityFile>,
    row: usize,
}

impl<'a> Reader<'a> {
    fn new(file: &'a str, countries: &'a Countries) -> Self {
        let reading = Reading {
            value: CityFile::default(),
            issues: Vec::new(),
        };
        Self {
            validation: Validation::new(file, countries),
            reading,
            row: 0,
        }
    }

    /// The strict pass: the whole file, or an error at the first value of a wrong type. Records are
    /// taken as they are parsed, because a list of all of them would cost more than the parsing.
    fn read(mut self, document: &Document<'_>) -> serde_json::Result<Reading<CityFile>> {
        let mut json = serde_json::Deserializer::from_str(document.text);
        let beside = match document.is_array() {
            true => {
                Records(&mut |record| self.take(Some(record), Vec::new()))
                    .deserialize(&mut json)?;
                Beside::default()
            }
            false => Envelope(&mut |record| self.take(Some(record), Vec::new()))
                .deserialize(&mut json)?,
        };
        json.end()?;
        self.reading.value.compiled = beside.compiled;
        self.reading.value.network = beside.network.map(NetworkTotal::from);
        Ok(self.reading)
    }

    /// Takes a record with the issues found on reading it; `None` could not be read at all.
    fn take(&mut self, record: Option<CityRecord>, found: Vec<Issue>) {
        self.row += 1;
        let Reading { value, issues } = &mut self.reading;
        let from = issues.len();
        issues.extend(found);
        match record.and_then(|record| self.validation.city(record, &value.cities, issues, from)) {
            Some(city) => value.cities.push(city),
            None => value.left_out += 1,
        }
        for issue in issues.iter_mut().skip(from) {
            issue.row = Some(self.row);
        }
    }
}

/// Adds the line of its record to every issue that has none. A second pass, so that a good file
/// does not pay for it.
fn name_lines(document: &Document<'_>, issues: &mut [Issue]) {
    if issues
        .iter()
        .all(|issue| issue.row.is_none() || issue.line.is_some())
    {
        return;
    }
    let lines = record_lines(document, "cities");
    for issue in issues {
        let line = issue.row.and_then(|row| lines.get(row - 1).copied());
        issue.line = issue.line.or(line);
    }
}

fn unreadable<T: Default>(mut issues: Vec<Issue>, issue: Issue) -> Reading<T> {
    issues.push(issue);
    Reading {
        value: T::default(),
        issues,
    }
}

fn empty_file(file: &str) -> Issue {
    Issue {
        file: file.to_owned(),
        row: None,
        line: None,
        record: None,
        field: String::new(),
        found: "no records".to_owned(),
        expected: "at least one".to_owned(),
        suggestion: None,
        severity: Severity::Warning,
    }
}
