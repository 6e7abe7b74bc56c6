//! Reading the data files: wire form in, domain types and a list of issues out.
//!
//! A file as it should be is read in one strict pass. Only where that fails does a tolerant pass
//! take every record by itself, so that a bad one loses only itself and all its problems are told.

mod city_record;
mod companions;
mod json;
mod suggest;
mod tolerant;

use super::city::City;
use super::country::Countries;
use super::issue::{Issue, Reading, Severity};
pub use super::cross_check::cross_check;
pub use super::network::NetworkTotal;
pub use companions::{read_countries, read_network, read_profiles, read_sources};

use city_record::{CityRecord, Validation};
use json::{Document, record_lines};
use tolerant::{RawEnvelope, tolerant_record};

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
        Err(issue) => return unreadable(issues, issue),
    };
    let mut reading = match strict_file(&document) {
        Some((records, value)) => {
            let tried = records.into_iter().map(|record| (Some(record), Vec::new()));
            read_records(file, countries, tried, value)
        }
        None => match RawEnvelope::open(file, &document, EXPECTED) {
            Ok((envelope, mut reading)) => {
                let tried = envelope.cities.iter().map(|raw| tolerant_record(file, raw));
                let records = read_records(file, countries, tried, reading.value);
                reading.issues.extend(records.issues);
                Reading { value: records.value, issues: reading.issues }
            }
            Err(issue) => return unreadable(issues, issue),
        },
    };
    name_lines(&document, &mut reading.issues);
    if reading.value.cities.is_empty() && reading.issues.is_empty() {
        issues.push(empty_file(file));
    }
    issues.append(&mut reading.issues);
    Reading { value: reading.value, issues }
}

/// The strict pass: the whole file at once, or nothing.
fn strict_file(document: &Document<'_>) -> Option<(Vec<CityRecord>, CityFile)> {
    if document.is_array() {
        let records: Vec<CityRecord> = serde_json::from_str(document.text).ok()?;
        return Some((records, CityFile::default()));
    }
    let envelope: city_record::Envelope = serde_json::from_str(document.text).ok()?;
    let network = envelope.network.map(NetworkTotal::from);
    let value = CityFile { compiled: envelope.compiled, network, ..CityFile::default() };
    Some((envelope.cities, value))
}

/// Checks the records one after the other. A record that is `None` could not be read at all.
fn read_records(
    file: &str,
    countries: &Countries,
    records: impl Iterator<Item = (Option<CityRecord>, Vec<Issue>)>,
    mut value: CityFile,
) -> Reading<CityFile> {
    let mut issues = Vec::new();
    let mut validation = Validation::new(file, countries);
    for (row, (record, found)) in (1..).zip(records) {
        let before = issues.len();
        issues.extend(found);
        let city = record.and_then(|record| validation.city(record, &mut issues, before));
        for issue in issues.iter_mut().skip(before) {
            issue.row = Some(row);
        }
        match city {
            Some(city) => value.cities.push(city),
            None => value.left_out += 1,
        }
    }
    Reading { value, issues }
}

/// Adds the line of its record to every issue that has none. A second pass, so that a good file
/// does not pay for it.
fn name_lines(document: &Document<'_>, issues: &mut [Issue]) {
    if issues.iter().all(|issue| issue.row.is_none() || issue.line.is_some()) {
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
    Reading { value: T::default(), issues }
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
