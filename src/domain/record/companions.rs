//! The companion files: countries, sources, profiles and the network's totals.
//! They are the publisher's own, so a record is read whole or left out.

use serde::Deserialize;

use super::super::country::{Countries, Country, CountryCode};
use super::super::issue::Reading;
use super::super::network::{Admission, NetworkCount, NetworkHistory};
use super::super::profile::{Highlight, Profile};
use super::super::region::Region;
use super::super::source::Source;
use super::json::Document;
use super::list::{Refusal, Section, read_list};
use super::suggest::suggested_region;
use super::wire::Names;

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

/// Reads the list of countries.
#[must_use]
pub fn read_countries(file: &str, text: &str) -> Reading<Countries> {
    let mut met: Vec<CountryCode> = Vec::new();
    let own = |record: CountryRecord| {
        let found = record.iso2.clone();
        let country = country(record)?;
        if met.contains(&country.code) {
            return Err(Refusal {
                field: "iso2",
                found,
                expected: "a code that no entry before it has",
                suggestion: None,
            });
        }
        met.push(country.code);
        Ok(country)
    };
    let Reading { value, issues } = read_list(file, text, "an array of countries", own);
    Reading {
        value: Countries::new(value),
        issues,
    }
}

/// Reads the list of sources.
#[must_use]
pub fn read_sources(file: &str, text: &str) -> Reading<Vec<Source>> {
    read_list(file, text, "an array of sources", |record: SourceRecord| {
        let SourceRecord {
            id,
            publisher,
            title,
            date,
            url,
            attests,
        } = record;
        Ok(Source {
            id,
            publisher,
            title,
            date,
            url,
            attests,
        })
    })
}

/// Reads the profiles.
#[must_use]
pub fn read_profiles(file: &str, text: &str) -> Reading<Vec<Profile>> {
    read_list(
        file,
        text,
        "an array of profiles",
        |record: ProfileRecord| {
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
        },
    )
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
        Err(issue) => return super::unreadable(issues, *issue),
    };
    if let Err(issue) = document.check_syntax(file, expected) {
        return super::unreadable(issues, *issue);
    }
    let list = Section {
        file,
        document: &document,
    };
    history.counts = list.read("counts", &mut issues, |record: CountRecord| {
        let CountRecord {
            date,
            members,
            countries,
            source,
            note,
        } = record;
        Ok(NetworkCount {
            date,
            members,
            countries,
            source,
            note,
        })
    });
    history.admissions = list.read("admissions", &mut issues, |record: AdmissionRecord| {
        let AdmissionRecord {
            year,
            announced,
            countries,
            source,
        } = record;
        Ok(Admission {
            year,
            announced,
            countries,
            source,
        })
    });
    Reading {
        value: history,
        issues,
    }
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
    Ok(Country {
        code,
        name: record.name,
        short_name,
        region,
        names: record.names.0,
    })
}
