//! The companion files: countries, sources, profiles and the network's totals.
//! They are the publisher's own, so a record is read whole or left out.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::super::country::{Countries, Country, CountryCode};
use super::super::issue::{Issue, Reading, Severity, shorten};
use super::super::network::{Admission, NetworkCount, NetworkHistory};
use super::super::profile::{Highlight, Profile};
use super::super::region::Region;
use super::super::source::Source;
use super::city_record::Names;
use super::json::{Document, raw_member, record_lines, unreadable};
use super::suggest::suggested_region;

#[derive(Deserialize)]
struct CountryRecord {
    iso2: String,
    name: String,
    short_name: Option<String>,
    region: String,
    #[serde(default)]
    names: Names,
}

#[derive(Deserialize)]
struct SourceRecord {
    id: String,
    publisher: String,
    title: String,
    date: Option<String>,
    url: Option<String>,
    attests: Option<String>,
}

#[derive(Deserialize)]
struct ProfileRecord {
    slug: String,
    note: Option<String>,
    website: Option<String>,
    city_page: Option<String>,
    geonames_id: Option<u32>,
    parent_geonames_id: Option<u32>,
    #[serde(default)]
    highlights: Vec<HighlightRecord>,
    #[serde(default)]
    names_source: Names,
    native_name_source: Option<String>,
}

#[derive(Deserialize)]
struct HighlightRecord {
    text: String,
    source: String,
}

#[derive(Deserialize)]
struct CountRecord {
    date: String,
    members: u32,
    countries: u32,
    source: String,
    note: Option<String>,
}

#[derive(Deserialize)]
struct AdmissionRecord {
    year: u16,
    announced: u32,
    countries: u32,
    source: String,
}

/// A field whose text is of the right type and still means nothing.
struct Refusal {
    field: &'static str,
    found: String,
    expected: &'static str,
    suggestion: Option<String>,
}

/// Reads the list of countries.
#[must_use]
pub fn read_countries(file: &str, text: &str) -> Reading<Countries> {
    let Reading { value, issues } = read_list(file, text, "an array of countries", country);
    Reading { value: Countries::new(value), issues }
}

/// Reads the list of sources.
#[must_use]
pub fn read_sources(file: &str, text: &str) -> Reading<Vec<Source>> {
    read_list(file, text, "an array of sources", |record: SourceRecord| {
        let SourceRecord { id, publisher, title, date, url, attests } = record;
        Ok(Source { id, publisher, title, date, url, attests })
    })
}

/// Reads the profiles.
#[must_use]
pub fn read_profiles(file: &str, text: &str) -> Reading<Vec<Profile>> {
    read_list(file, text, "an array of profiles", |record: ProfileRecord| {
        let highlight = |HighlightRecord { text, source }| Highlight { text, source };
        Ok(Profile {
            slug: record.slug,
            note: record.note,
            website: record.website,
            city_page: record.city_page,
            geonames_id: record.geonames_id,
            parent_geonames_id: record.parent_geonames_id,
            highlights: record.highlights.into_iter().map(highlight).collect(),
            names_source: record.names_source.0,
            native_name_source: record.native_name_source,
        })
    })
}

/// Reads the network's totals.
#[must_use]
pub fn read_network(file: &str, text: &str) -> Reading<NetworkHistory> {
    let expected = "an object with the arrays \"counts\" and \"admissions\"";
    let keys = ["counts", "admissions"];
    let mut issues = Vec::new();
    let mut history = NetworkHistory::default();
    let document = match Document::open(file, text, &keys, expected, &mut issues) {
        Ok(document) => document,
        Err(issue) => return super::unreadable(issues, issue),
    };
    if let Err(error) = serde_json::from_str::<&RawValue>(document.text) {
        let issue = document.syntax_issue(file, &error, expected);
        return super::unreadable(issues, issue);
    }
    let list = Section { file, document: &document };
    history.counts = list.read("counts", &mut issues, |record: CountRecord| {
        let CountRecord { date, members, countries, source, note } = record;
        Ok(NetworkCount { date, members, countries, source, note })
    });
    history.admissions = list.read("admissions", &mut issues, |record: AdmissionRecord| {
        let AdmissionRecord { year, announced, countries, source } = record;
        Ok(Admission { year, announced, countries, source })
    });
    Reading { value: history, issues }
}

fn country(record: CountryRecord) -> Result<Country, Refusal> {
    let code = CountryCode::parse(&record.iso2).ok_or_else(|| Refusal {
        field: "iso2",
        found: record.iso2.clone(),
        expected: "a two-letter ISO 3166-1 code",
        suggestion: None,
    })?;
    let region = Region::parse(&record.region).ok_or_else(|| Refusal {
        field: "region",
        found: record.region.clone(),
        expected: "the slug or name of a UNESCO region",
        suggestion: suggested_region(&record.region),
    })?;
    let short_name = record.short_name.unwrap_or_else(|| record.name.clone());
    Ok(Country { code, name: record.name, short_name, region, names: record.names.0 })
}

/// The arrays of an object, read one by one.
struct Section<'a> {
    file: &'a str,
    document: &'a Document<'a>,
}

impl Section<'_> {
    fn read<R: for<'de> Deserialize<'de>, T>(
        &self,
        key: &str,
        issues: &mut Vec<Issue>,
        make: impl Fn(R) -> Result<T, Refusal>,
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

fn read_list<R: for<'de> Deserialize<'de>, T>(
    file: &str,
    text: &str,
    expected: &str,
    make: impl Fn(R) -> Result<T, Refusal>,
) -> Reading<Vec<T>> {
    let mut issues = Vec::new();
    let document = match Document::open(file, text, &[], expected, &mut issues) {
        Ok(document) => document,
        Err(issue) => return super::unreadable(issues, issue),
    };
    match serde_json::from_str::<Vec<&RawValue>>(document.text) {
        Ok(records) => {
            let lines = record_lines(&document, "");
            let value = read_records(file, &records, &lines, &mut issues, make);
            Reading { value, issues }
        }
        Err(error) => {
            let issue = document.syntax_issue(file, &error, expected);
            super::unreadable(issues, issue)
        }
    }
}

fn read_records<R: for<'de> Deserialize<'de>, T>(
    file: &str,
    records: &[&RawValue],
    lines: &[usize],
    issues: &mut Vec<Issue>,
    make: impl Fn(R) -> Result<T, Refusal>,
) -> Vec<T> {
    let mut read = Vec::with_capacity(records.len());
    for (row, raw) in (1..).zip(records) {
        let refusal = match serde_json::from_str::<R>(raw.get()).map(&make) {
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
            Ok(Refusal { field, found, expected, suggestion }) => Issue {
                field: field.to_owned(),
                found: format!("\"{}\"", shorten(&found)),
                expected: expected.to_owned(),
                suggestion,
                ..left_out
            },
            Err(error) => {
                let reason = error.to_string();
                let reason = reason.split(" at line ").next().unwrap_or_default();
                Issue { expected: format!("a whole record ({reason})"), ..left_out }
            }
        });
    }
    read
}
