//! The checks that make a domain city of a record. Every check runs, so that all problems of a
//! record are told at once.

use std::collections::HashSet;
use std::fmt;
use std::hash::BuildHasher;

use super::super::city::{City, Standing};
use super::super::country::{Countries, CountryCode};
use super::super::issue::{Issue, Severity, shorten};
use super::super::region::Region;
use super::position::position;
use super::suggest::{suggested_code, suggested_region, suggested_slug};
use super::wire::CityRecord;

/// Years a record can name: the network was founded in 2013; beyond 2100 it is a slip.
const FIRST_YEAR: i64 = 2013;
const LAST_YEAR: i64 = 2100;

/// Checks records one after the other, because slugs must differ.
pub(super) struct Validation<'a> {
    file: &'a str,
    countries: &'a Countries,
    /// Hashes of the slugs met: what they lack is surely new, what they have is looked up.
    slug_hashes: HashSet<u64>,
}

/// The issues of one record, as they are found.
pub(super) struct Findings<'a> {
    file: &'a str,
    /// The record's slug or name.
    known_as: Option<&'a str>,
    issues: &'a mut Vec<Issue>,
    /// Where this record's issues begin.
    from: usize,
}

impl<'a> Validation<'a> {
    pub(super) fn new(file: &'a str, countries: &'a Countries) -> Self {
        Self {
            file,
            countries,
            slug_hashes: HashSet::new(),
        }
    }

    /// The city of a record, or `None` where it must be left out; `before` are the cities read so
    /// far, `from` tells where the issues of the record begin.
    pub(super) fn city(
        &mut self,
        record: CityRecord,
        before: &[City],
        issues: &mut Vec<Issue>,
        from: usize,
    ) -> Option<City> {
        let mut findings = Findings {
            file: self.file,
            known_as: record.slug.as_deref().or(record.name.as_deref()),
            issues,
            from,
        };
        // Every check runs, so that all problems of a record are told at once.
        let slug = self.slug(&record, before, &mut findings).is_some();
        let name = findings.required("name", record.name.as_deref(), "the city's name");
        let named = slug && name.is_some();
        let country = self.country(&record, &mut findings);
        let region = region(&record, &mut findings);
        let position = position(&record, &mut findings);
        let admissions = admissions(&record, &mut findings);
        let awards = findings.years("awards", record.awards.as_deref().unwrap_or_default());
        let town_population = findings.population(record.population);
        let last_attested = findings
            .years("last_attested", record.last_attested.as_slice())
            .pop();
        let (country, region) = (country?, region?);
        let (slug, name) = record.slug.zip(record.name).filter(|_| named)?;
        self.slug_hashes.insert(self.slug_hash(&slug));
        let country_name = record.country.filter(|name| !name.trim().is_empty());
        Some(City {
            slug,
            name,
            recorded_name: None,
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

    fn slug<'r>(
        &self,
        record: &'r CityRecord,
        before: &[City],
        findings: &mut Findings<'_>,
    ) -> Option<&'r str> {
        let expected = "lower-case ASCII letters, digits and hyphens";
        let slug = findings.required("slug", record.slug.as_deref(), expected)?;
        let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        if !slug.bytes().all(plain) {
            let suggestion = suggested_slug(slug);
            findings.left_out("slug", slug, expected, suggestion);
            return None;
        }
        let met = self.slug_hashes.contains(&self.slug_hash(slug));
        if met && before.iter().any(|city| city.slug == slug) {
            let expected = "a slug that no record before it has";
            findings.left_out("slug", slug, expected, None);
            return None;
        }
        Some(slug)
    }

    fn slug_hash(&self, slug: &str) -> u64 {
        self.slug_hashes.hasher().hash_one(slug)
    }

    fn country(&self, record: &CityRecord, findings: &mut Findings<'_>) -> Option<CountryCode> {
        let expected = "a two-letter ISO 3166-1 code";
        let text = findings.required("iso2", record.iso2.as_deref(), expected)?;
        let code = CountryCode::parse(text);
        if code.is_none() {
            let suggestion = suggested_code(text, record.country.as_deref(), self.countries);
            findings.left_out("iso2", text, expected, suggestion);
        }
        code
    }

    fn name_of(&self, code: CountryCode) -> String {
        let known = self
            .countries
            .get(code)
            .map(|country| country.short_name.as_str());
        known.unwrap_or(code.as_str()).to_owned()
    }
}

impl Findings<'_> {
    #[cold]
    #[inline(never)]
    fn add(&mut self, severity: Severity, field: &str, found: String, expected: &str) {
        self.issues.push(Issue {
            file: self.file.to_owned(),
            row: None,
            line: None,
            record: self.known_as.map(shorten),
            field: field.to_owned(),
            found,
            expected: expected.to_owned(),
            suggestion: None,
            severity,
        });
    }

    /// Whether there is an issue of a field of this record.
    pub(super) fn has_told(&self, field: &str) -> bool {
        let mut issues = self.issues.iter().skip(self.from);
        issues.any(|issue| issue.field == field)
    }

    #[cold]
    #[inline(never)]
    pub(super) fn warn(&mut self, field: &str, found: &dyn fmt::Display, expected: &str) {
        self.add(
            Severity::Warning,
            field,
            shorten(&found.to_string()),
            expected,
        );
    }

    #[cold]
    #[inline(never)]
    fn left_out(&mut self, field: &str, text: &str, expected: &str, suggestion: Option<String>) {
        let found = format!("\"{}\"", shorten(text));
        self.add(Severity::RecordLeftOut, field, found, expected);
        if let Some(issue) = self.issues.last_mut() {
            issue.suggestion = suggestion;
        }
    }

    /// A text that must be there. Where the reading has already told what stands there instead,
    /// nothing is said twice.
    fn required<'t>(
        &mut self,
        field: &str,
        text: Option<&'t str>,
        expected: &str,
    ) -> Option<&'t str> {
        let text = text.filter(|text| !text.trim().is_empty());
        if text.is_none() && !self.has_told(field) {
            self.add(
                Severity::RecordLeftOut,
                field,
                "nothing".to_owned(),
                expected,
            );
        }
        text
    }

    /// The years that are possible, ascending.
    fn years(&mut self, field: &str, years: &[i64]) -> Vec<u16> {
        let mut possible = Vec::new();
        for year in years {
            let known = (FIRST_YEAR..=LAST_YEAR).contains(year);
            match u16::try_from(*year).ok().filter(|_| known) {
                Some(year) => {
                    if let Err(at) = possible.binary_search(&year) {
                        possible.insert(at, year);
                    }
                }
                None => self.warn(
                    field,
                    year,
                    &format!("a year from {FIRST_YEAR} to {LAST_YEAR}"),
                ),
            }
        }
        possible
    }

    fn population(&mut self, population: Option<i64>) -> Option<u32> {
        let population = population?;
        let people = u32::try_from(population).ok();
        if people.is_none() {
            self.warn(
                "population",
                &population,
                "a number of people, not negative",
            );
        }
        people
    }
}

fn region(record: &CityRecord, findings: &mut Findings<'_>) -> Option<Region> {
    let expected = "a region: africa, arab-states, asia-and-the-pacific, \
                    europe-and-north-america or latin-america-and-the-caribbean";
    let text = findings.required("region", record.region.as_deref(), expected)?;
    let region = Region::parse(text);
    if region.is_none() {
        findings.left_out("region", text, expected, suggested_region(text));
    }
    region
}

/// The years of admission: those listed, else the one year of joining.
fn admissions(record: &CityRecord, findings: &mut Findings<'_>) -> Vec<u16> {
    let joined = findings.years("joined", record.joined.as_slice());
    let cohorts = findings.years("cohorts", record.cohorts.as_deref().unwrap_or_default());
    if let (Some(joined), Some(first)) = (joined.first(), cohorts.first())
        && joined != first
    {
        let expected = format!("{first}, the first year of cohorts");
        findings.warn("joined", &joined, &expected);
    }
    if cohorts.is_empty() { joined } else { cohorts }
}
