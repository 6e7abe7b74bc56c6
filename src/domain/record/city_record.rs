//! A city as the file writes it, and the checks that make a domain city of it.

use std::collections::HashSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{IgnoredAny, MapAccess, Visitor};

use super::super::city::{City, Position, Precision, Standing};
use super::super::country::{Countries, CountryCode};
use super::super::issue::{Issue, Severity, shorten};
use super::super::language::Language;
use super::super::network::NetworkTotal;
use super::super::region::Region;
use super::suggest::{suggested_code, suggested_region, suggested_slug};

/// Years a record can name: the network was founded in 2013; beyond 2100 it is a slip.
const FIRST_YEAR: i64 = 2013;
const LAST_YEAR: i64 = 2100;

/// The file as an object.
#[derive(Deserialize)]
pub(super) struct Envelope {
    pub(super) compiled: Option<String>,
    pub(super) network: Option<NetworkRecord>,
    pub(super) cities: Vec<CityRecord>,
}

/// The total stated beside the records.
#[derive(Deserialize)]
pub(super) struct NetworkRecord {
    members: u32,
    countries: u32,
    counted: String,
    source: String,
}

/// One record. Everything may be missing here; what must not be is told by the checks.
#[derive(Deserialize, Default)]
pub(super) struct CityRecord {
    pub(super) slug: Option<String>,
    pub(super) name: Option<String>,
    pub(super) native_name: Option<String>,
    pub(super) country: Option<String>,
    pub(super) iso2: Option<String>,
    pub(super) region: Option<String>,
    pub(super) joined: Option<i64>,
    pub(super) cohorts: Option<Vec<i64>>,
    pub(super) awards: Option<Vec<i64>>,
    pub(super) lat: Option<f64>,
    pub(super) lon: Option<f64>,
    pub(super) geo_precision: Option<String>,
    pub(super) population: Option<i64>,
    pub(super) names: Option<Names>,
    pub(super) aliases: Option<Vec<String>>,
    pub(super) last_attested: Option<i64>,
    pub(super) presumed_current: Option<bool>,
    pub(super) sources: Option<Vec<String>>,
}

/// Names by language tag; tags of other languages are passed over.
#[derive(Default)]
pub(super) struct Names(pub(super) Vec<(Language, String)>);

impl From<NetworkRecord> for NetworkTotal {
    fn from(record: NetworkRecord) -> Self {
        let NetworkRecord { members, countries, counted, source } = record;
        Self { members, countries, counted, source }
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NamesVisitor;
        impl<'de> Visitor<'de> for NamesVisitor {
            type Value = Names;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object of names by language tag")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Names, A::Error> {
                let mut names = Vec::new();
                while let Some(tag) = map.next_key::<String>()? {
                    match Language::from_tag(&tag) {
                        Some(language) => names.push((language, map.next_value()?)),
                        None => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(Names(names))
            }
        }
        deserializer.deserialize_map(NamesVisitor)
    }
}

/// Checks records one after the other, because slugs must differ.
pub(super) struct Validation<'a> {
    file: &'a str,
    countries: &'a Countries,
    slugs: HashSet<String>,
}

/// The issues of one record, as they are found.
struct Findings<'a> {
    file: &'a str,
    record: Option<String>,
    issues: &'a mut Vec<Issue>,
    /// Where this record's issues begin.
    from: usize,
}

impl<'a> Validation<'a> {
    pub(super) fn new(file: &'a str, countries: &'a Countries) -> Self {
        Self { file, countries, slugs: HashSet::new() }
    }

    /// The city of a record, or `None` where it must be left out; `from` tells where the issues of
    /// the record begin.
    pub(super) fn city(
        &mut self,
        record: CityRecord,
        issues: &mut Vec<Issue>,
        from: usize,
    ) -> Option<City> {
        let known_as = record.slug.as_ref().or(record.name.as_ref()).map(|name| shorten(name));
        let mut findings = Findings { file: self.file, record: known_as, issues, from };
        // Every check runs, so that all problems of a record are told at once.
        let slug = self.slug(&record, &mut findings);
        let name = findings.required("name", &record.name, "the city's name");
        let country = self.country(&record, &mut findings);
        let region = region(&record, &mut findings);
        let position = position(&record, &mut findings);
        let admissions = admissions(&record, &mut findings);
        let awards = findings.years("awards", record.awards.unwrap_or_default());
        let town_population = findings.population(record.population);
        let last_attested = findings.years("last_attested", record.last_attested).pop();
        let (slug, name, country, region) = (slug?, name?, country?, region?);
        self.slugs.insert(slug.clone());
        let country_name = record.country.filter(|name| !name.trim().is_empty());
        Some(City {
            slug,
            name,
            native_name: record.native_name.filter(|name| !name.trim().is_empty()),
            country,
            country_name: country_name.unwrap_or_else(|| self.name_of(country)),
            region,
            admissions,
            awards,
            position,
            town_population,
            names: record.names.unwrap_or_default().0,
            aliases: record.aliases.unwrap_or_default(),
            last_attested,
            standing: match record.presumed_current {
                Some(false) => Standing::MayHaveLeft,
                Some(true) | None => Standing::PresumedCurrent,
            },
            sources: record.sources.unwrap_or_default(),
        })
    }

    fn slug(&self, record: &CityRecord, findings: &mut Findings<'_>) -> Option<String> {
        let expected = "lower-case ASCII letters, digits and hyphens";
        let slug = findings.required("slug", &record.slug, expected)?;
        let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        if !slug.bytes().all(plain) {
            let suggestion = suggested_slug(&slug);
            findings.left_out("slug", &slug, expected, suggestion);
            return None;
        }
        if self.slugs.contains(&slug) {
            let expected = "a slug that no record before it has";
            findings.left_out("slug", &slug, expected, None);
            return None;
        }
        Some(slug)
    }

    fn country(&self, record: &CityRecord, findings: &mut Findings<'_>) -> Option<CountryCode> {
        let expected = "a two-letter ISO 3166-1 code";
        let text = findings.required("iso2", &record.iso2, expected)?;
        let code = CountryCode::parse(&text);
        if code.is_none() {
            let suggestion = suggested_code(&text, record.country.as_deref(), self.countries);
            findings.left_out("iso2", &text, expected, suggestion);
        }
        code
    }

    fn name_of(&self, code: CountryCode) -> String {
        let known = self.countries.get(code).map(|country| country.short_name.as_str());
        known.unwrap_or(code.as_str()).to_owned()
    }
}

impl Findings<'_> {
    fn add(&mut self, severity: Severity, field: &str, found: String, expected: &str) {
        self.issues.push(Issue {
            file: self.file.to_owned(),
            row: None,
            line: None,
            record: self.record.clone(),
            field: field.to_owned(),
            found,
            expected: expected.to_owned(),
            suggestion: None,
            severity,
        });
    }

    fn warn(&mut self, field: &str, found: impl fmt::Display, expected: &str) {
        self.add(Severity::Warning, field, shorten(&found.to_string()), expected);
    }

    fn left_out(&mut self, field: &str, text: &str, expected: &str, suggestion: Option<String>) {
        let found = format!("\"{}\"", shorten(text));
        self.add(Severity::RecordLeftOut, field, found, expected);
        if let Some(issue) = self.issues.last_mut() {
            issue.suggestion = suggestion;
        }
    }

    /// A text that must be there. Where the reading has already told what stands there instead,
    /// nothing is said twice.
    fn required(&mut self, field: &str, text: &Option<String>, expected: &str) -> Option<String> {
        let text = text.as_ref().filter(|text| !text.trim().is_empty()).cloned();
        let told = self.issues.iter().skip(self.from).any(|issue| issue.field == field);
        if text.is_none() && !told {
            self.add(Severity::RecordLeftOut, field, "nothing".to_owned(), expected);
        }
        text
    }

    /// The years that are possible, ascending.
    fn years(&mut self, field: &str, years: impl IntoIterator<Item = i64>) -> Vec<u16> {
        let expected = format!("a year from {FIRST_YEAR} to {LAST_YEAR}");
        let mut possible = Vec::new();
        for year in years {
            let known = (FIRST_YEAR..=LAST_YEAR).contains(&year);
            match u16::try_from(year).ok().filter(|_| known) {
                Some(year) => possible.push(year),
                None => self.warn(field, year, &expected),
            }
        }
        possible.sort_unstable();
        possible.dedup();
        possible
    }

    fn population(&mut self, population: Option<i64>) -> Option<u32> {
        let population = population?;
        let people = u32::try_from(population).ok();
        if people.is_none() {
            self.warn("population", population, "a number of people, not negative");
        }
        people
    }
}

fn region(record: &CityRecord, findings: &mut Findings<'_>) -> Option<Region> {
    let expected = "a region: africa, arab-states, asia-and-the-pacific, \
                    europe-and-north-america or latin-america-and-the-caribbean";
    let text = findings.required("region", &record.region, expected)?;
    let region = Region::parse(&text);
    if region.is_none() {
        findings.left_out("region", &text, expected, suggested_region(&text));
    }
    region
}

/// The years of admission: those listed, else the one year of joining.
fn admissions(record: &CityRecord, findings: &mut Findings<'_>) -> Vec<u16> {
    let joined = findings.years("joined", record.joined);
    let cohorts = findings.years("cohorts", record.cohorts.iter().flatten().copied());
    if let (Some(joined), Some(first)) = (joined.first(), cohorts.first()) {
        if joined != first {
            let expected = format!("{first}, the first year of cohorts");
            findings.warn("joined", joined, &expected);
        }
    }
    if cohorts.is_empty() { joined } else { cohorts }
}

fn position(record: &CityRecord, findings: &mut Findings<'_>) -> Option<Position> {
    let told = findings.issues.iter().skip(findings.from);
    let told = told.filter(|issue| issue.field == "lat" || issue.field == "lon").count() > 0;
    let (latitude, longitude) = match (record.lat, record.lon) {
        (Some(latitude), Some(longitude)) => (latitude, longitude),
        (None, None) => return None,
        (latitude, _) if !told => {
            let missing = if latitude.is_some() { "lon" } else { "lat" };
            findings.warn(missing, "nothing", "both lat and lon, or neither");
            return None;
        }
        _ => return None,
    };
    let north = (-90.0..=90.0).contains(&latitude);
    let east = (-180.0..=180.0).contains(&longitude);
    if !north {
        findings.warn("lat", latitude, "degrees from -90 to 90");
    }
    if !east {
        findings.warn("lon", longitude, "degrees from -180 to 180");
    }
    let precision = match record.geo_precision.as_deref() {
        None => Precision::City,
        Some(text) => Precision::parse(text).unwrap_or_else(|| {
            findings.warn("geo_precision", text, "city, parent-place or principal-place");
            Precision::City
        }),
    };
    (north && east).then_some(Position { latitude, longitude, precision })
}
