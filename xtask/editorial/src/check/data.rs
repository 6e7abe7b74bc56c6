//! The files of data: what the core finds in them, at its line and column, and what they name in
//! each other.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use learning_cities::domain::edit_distance::nearest;
use learning_cities::domain::issue::{Issue, Reading, Severity};
use learning_cities::domain::language::Language;
use learning_cities::domain::record::{
    cross_check, cross_check_changes, read_changes, read_cities, read_countries, read_network,
    read_profiles, read_sources,
};

use crate::spreadsheet::FIELDS;

use super::document::{Document, Row, member};
use super::fields::{CHANGE, COUNTRY, PROFILE, SOURCE};
use super::finding::Finding;
use super::{DATA, Documents, doubts, keys};

/// The list of the log of changes.
const CHANGES: &str = "changes";

const UNKNOWN_SOURCE: &str = "Readers could not look up where the fact is from; the build stops.";

/// The files of data as they are held together; one that cannot be read is not there.
pub(super) struct Data<'d, 'f> {
    pub(super) cities: Option<&'d Document<'f>>,
    pub(super) countries: Option<&'d Document<'f>>,
    pub(super) sources: Option<&'d Document<'f>>,
    pub(super) profiles: Option<&'d Document<'f>>,
    pub(super) network: Option<&'d Document<'f>>,
    pub(super) changes: Option<&'d Document<'f>>,
}

/// Checks the files of data, each by itself and against each other.
pub(super) fn findings(documents: &Documents<'_>) -> Vec<Finding> {
    let get = |name: &str| documents.get(format!("{DATA}{name}").as_str());
    let data = Data {
        cities: get("cities.json"),
        countries: get("countries.json"),
        sources: get("sources.json"),
        profiles: get("profiles.json"),
        network: get("network.json"),
        changes: get("changes.json"),
    };
    let mut issues = Vec::new();
    let countries = data
        .countries
        .map(|it| read_countries("countries.json", &it.file.text));
    let countries = good(countries, &mut issues).unwrap_or_default();
    let cities = data
        .cities
        .map(|it| read_cities("cities.json", &it.file.text, &countries));
    let cities = good(cities, &mut issues).unwrap_or_default().cities;
    let sources = data
        .sources
        .map(|it| read_sources("sources.json", &it.file.text));
    let sources = good(sources, &mut issues).unwrap_or_default();
    let profiles = data
        .profiles
        .map(|it| read_profiles("profiles.json", &it.file.text));
    let profiles = good(profiles, &mut issues).unwrap_or_default();
    let network = data
        .network
        .map(|it| read_network("network.json", &it.file.text));
    good(network, &mut issues);
    let changes = data
        .changes
        .map(|it| read_changes("changes.json", &it.file.text));
    let changes = good(changes, &mut issues).unwrap_or_default();
    let mut across = cross_check(&cities, &countries, &sources, &profiles);
    across.extend(cross_check_changes(&changes, &cities, &sources));
    issues.extend(across.into_iter().filter(|issue| data.is_own_fault(issue)));
    let mut findings: Vec<Finding> = issues
        .iter()
        .map(|issue| located(issue, documents))
        .collect();
    findings.extend(data.strange_keys());
    findings.extend(data.network_sources());
    findings.extend(doubts::findings(&data, &cities, &countries));
    findings
}

fn good<T>(reading: Option<Reading<T>>, issues: &mut Vec<Issue>) -> Option<T> {
    let Reading { value, issues: own } = reading?;
    issues.extend(own);
    Some(value)
}

impl Data<'_, '_> {
    /// What another record names is not there. Where it is there but could not be read, that is told
    /// already, and those who name it are right.
    fn is_own_fault(&self, issue: &Issue) -> bool {
        let (file, field) = match (issue.field.as_str(), issue.file.as_str()) {
            ("sources", _) => (self.sources, "id"),
            ("slug", "profiles.json") if issue.expected.contains("cities.json") => {
                (self.cities, "slug")
            }
            ("city", _) => (self.cities, "slug"),
            ("iso2", _) => (self.countries, "iso2"),
            _ => return true,
        };
        let wanted = issue.found.trim_matches('"');
        file.is_some_and(|file| !holds(file, field, wanted))
    }

    fn strange_keys(&self) -> Vec<Finding> {
        let city = FIELDS.map(|(field, _)| field);
        let tags = Language::ALL.map(Language::tag);
        let lists = [
            (self.cities, "cities", city.as_slice()),
            (self.countries, "", COUNTRY),
            (self.sources, "", SOURCE),
            (self.profiles, "", PROFILE),
            (self.changes, CHANGES, CHANGE),
        ];
        let mut findings = Vec::new();
        for (document, list, known) in lists {
            for (document, row) in rows(document, list) {
                findings.extend(keys::unknown(document, &row, known));
                let names = row.get("names").and_then(Value::as_object);
                let told = keys::unknown_keys(document, names, &tags, "language tag");
                findings.extend(told.map(|finding| row.own(finding)));
            }
        }
        findings
    }

    /// The core reads the totals and leaves their sources to be held against the list.
    fn network_sources(&self) -> Vec<Finding> {
        let Some(sources) = self.sources else {
            return Vec::new();
        };
        let ids: Vec<&str> = sources.rows("").filter_map(|row| row.text("id")).collect();
        let mut findings = Vec::new();
        for list in ["counts", "admissions"] {
            for (document, row) in rows(self.network, list) {
                let Some((value, id)) = row.get("source").zip(row.text("source")) else {
                    continue;
                };
                if !ids.contains(&id) {
                    let expected = "the id of an entry of sources.json";
                    let told = document.finding(value, expected, UNKNOWN_SOURCE);
                    let meant = nearest(id, ids.iter().copied(), 1);
                    findings.push(row.own(told.field("source").meant(meant)));
                }
            }
        }
        findings
    }
}

/// The records of a list, with the file they stand in.
pub(super) fn rows<'d, 'f>(
    document: Option<&'d Document<'f>>,
    list: &str,
) -> impl Iterator<Item = (&'d Document<'f>, Row<'d, 'f>)> {
    let rows = document.map(|document| document.rows(list).map(move |row| (document, row)));
    rows.into_iter().flatten()
}

fn holds(document: &Document<'_>, field: &str, wanted: &str) -> bool {
    let is_same = |text: &str| match field {
        "iso2" => text.eq_ignore_ascii_case(wanted),
        _ => text == wanted,
    };
    document
        .rows("cities")
        .any(|row| row.text(field).is_some_and(is_same))
}

/// An issue of the core at its place.
fn located(issue: &Issue, documents: &Documents<'_>) -> Finding {
    let name = format!("{DATA}{}", issue.file);
    let harm = consequence(issue);
    let mut told = Finding::of_file(&name, "", &issue.expected, harm);
    told.found.clone_from(&issue.found);
    told.did_you_mean.clone_from(&issue.suggestion);
    told.line = issue.line;
    told.row = issue.row;
    told.record.clone_from(&issue.record);
    if !issue.field.is_empty() {
        told.field = Some(issue.field.clone());
    }
    let Some(document) = documents.get(name.as_str()) else {
        return told;
    };
    let lists = ["cities", "counts", "admissions", CHANGES];
    let rows = lists
        .into_iter()
        .filter_map(|list| row_of(document, list, issue));
    let is_there = |row: &Row<'_, '_>| {
        let line = document.file.place(row.value.start()).0;
        issue.line.is_none_or(|told| told == line)
    };
    let Some(row) = rows.into_iter().find(is_there) else {
        return beside_records(told, document, issue);
    };
    if issue.field == "lat" && issue.suggestion.is_none() {
        told.did_you_mean = exchanged(&row);
    }
    let value = row.get(&issue.field).unwrap_or(row.value);
    let value = culprit(document, value, &issue.found);
    let (line, column) = document.file.place(value.start());
    Finding {
        line: Some(line),
        column: Some(column),
        ..row.own(told)
    }
}

/// What stands beside the records, or what cannot be found again.
fn beside_records(told: Finding, document: &Document<'_>, issue: &Issue) -> Finding {
    let value = member(&document.value, &issue.field).filter(|_| issue.row.is_none());
    let place = value.map(|value| document.file.place(value.start()));
    Finding {
        line: place.map(|(line, _)| line).or(told.line),
        column: place.map(|(_, column)| column),
        ..told
    }
}

/// Latitude and longitude the other way round, where the latitude is none and the longitude could
/// be one: the commonest slip in copying a position.
fn exchanged(row: &Row<'_, '_>) -> Option<String> {
    let digits = |field: &str| row.get(field)?.as_number_lit().map(|it| it.value);
    let (lat, lon) = digits("lat").zip(digits("lon"))?;
    let is_latitude = lon
        .parse::<f64>()
        .is_ok_and(|degrees| degrees.abs() <= 90.0);
    let is_longitude = lat.parse::<f64>().is_ok_and(|degrees| degrees.abs() > 90.0);
    (is_latitude && is_longitude).then(|| format!("lat {lon}, lon {lat}"))
}

/// The record of an issue. Issues across files count good records only, so that their names are the
/// better guide; of two records of one name, the number tells.
fn row_of<'d, 'f>(document: &'d Document<'f>, list: &str, issue: &Issue) -> Option<Row<'d, 'f>> {
    let number = issue.row?;
    let is_named = |row: &Row<'_, '_>| {
        let names = ["slug", "id", "city", "name"].map(|name| row.text(name));
        issue.record.is_some() && names.contains(&issue.record.as_deref())
    };
    let is_there = |row: &Row<'_, '_>| row.number == number;
    let there = document.rows(list).find(is_there);
    match there {
        Some(row) if issue.record.is_none() || is_named(&row) => Some(row),
        there => document.rows(list).find(is_named).or(there),
    }
}

/// Of a list the element that the issue shows.
fn culprit<'d, 'f>(document: &Document<'_>, value: &'d Value<'f>, found: &str) -> &'d Value<'f> {
    let elements = value.as_array().into_iter().flat_map(|list| &list.elements);
    let mut shown = elements.filter(|it| document.file.slice(it.start(), it.end()) == found);
    shown.next().unwrap_or(value)
}

fn consequence(issue: &Issue) -> &'static str {
    match (issue.severity, issue.file.as_str()) {
        (Severity::FileUnreadable, _) => "Nothing of this file could be used; the build stops.",
        (Severity::RecordLeftOut, "cities.json") => {
            "The city would be missing from the directory and lose its page; the build stops."
        }
        (Severity::RecordLeftOut, _) => {
            "The entry would be left out, and whatever names it would lack it; the build stops."
        }
        (Severity::Warning, _) if issue.field == "sources" => UNKNOWN_SOURCE,
        (Severity::Warning, "cities.json") => {
            "The city would be shown without this fact, or with a wrong one; the build stops."
        }
        (Severity::Warning, _) => "Pages would show less than is known; the build stops.",
    }
}
