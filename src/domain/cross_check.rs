//! Rules that span files: what a record names must exist where it is kept.
//! For the build and the publisher's checks; the browser has no need of them.

use std::collections::{BTreeMap, BTreeSet};

use super::change_log::{Change, ChangeKind, ChangeLog};
use super::city::City;
use super::country::Countries;
use super::edit_distance::nearest;
use super::issue::{Issue, Severity, shorten};
use super::profile::Profile;
use super::source::Source;

/// Slips within which another id or slug is suggested.
const SUGGESTION_EDITS: usize = 2;

/// Checks cities, countries, sources and profiles against each other.
#[must_use]
pub fn cross_check(
    cities: &[City],
    countries: &Countries,
    sources: &[Source],
    profiles: &[Profile],
) -> Vec<Issue> {
    let ids: BTreeSet<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    let slugs: BTreeSet<&str> = cities.iter().map(|city| city.slug.as_str()).collect();
    let mut issues = doubled(
        "sources.json",
        "id",
        sources.iter().map(|source| &*source.id),
    );
    issues.extend(doubled(
        "profiles.json",
        "slug",
        profiles.iter().map(|profile| &*profile.slug),
    ));
    for (row, city) in (1..).zip(cities) {
        let unknown = city.sources.iter().filter(|id| !ids.contains(id.as_str()));
        issues.extend(unknown.map(|id| unknown_source(("cities.json", row), &city.slug, id, &ids)));
        issues.extend(country_issue(row, city, countries));
    }
    for (row, profile) in (1..).zip(profiles) {
        if !slugs.contains(profile.slug.as_str()) {
            let place = Place {
                file: "profiles.json",
                row,
                record: &profile.slug,
            };
            let expected = "the slug of a city in cities.json";
            issues.push(place.unknown_city("slug", expected, &slugs));
        }
        let unknown = profile
            .highlights
            .iter()
            .filter(|told| !ids.contains(told.source.as_str()));
        issues.extend(
            unknown.map(|told| {
                unknown_source(("profiles.json", row), &profile.slug, &told.source, &ids)
            }),
        );
    }
    issues
}

/// Checks the log of changes against cities and sources.
#[must_use]
pub fn cross_check_changes(log: &ChangeLog, cities: &[City], sources: &[Source]) -> Vec<Issue> {
    let ids: BTreeSet<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    let slugs: BTreeSet<&str> = cities.iter().map(|city| city.slug.as_str()).collect();
    let is_removed = |change: &Change| {
        let mut changes = log.changes.iter();
        changes.any(|other| other.kind == ChangeKind::Removed && other.city == change.city)
    };
    let mut issues = Vec::new();
    for (row, change) in (1..).zip(&log.changes) {
        if !slugs.contains(change.city.as_str()) && !is_removed(change) {
            let place = Place {
                file: "changes.json",
                row,
                record: &change.city,
            };
            let expected =
                "the slug of a city in cities.json, or of one that an entry says is removed";
            issues.push(place.unknown_city("city", expected, &slugs));
        }
        let unknown = change
            .sources
            .iter()
            .filter(|id| !ids.contains(id.as_str()));
        issues.extend(
            unknown.map(|id| unknown_source(("changes.json", row), &change.city, id, &ids)),
        );
    }
    issues
}

/// Where an issue stands.
struct Place<'a> {
    file: &'a str,
    row: usize,
    record: &'a str,
}

impl Place<'_> {
    /// The record is of a city that is not on record.
    fn unknown_city(&self, field: &str, expected: &str, slugs: &BTreeSet<&str>) -> Issue {
        let meant = nearest(self.record, slugs.iter().copied(), SUGGESTION_EDITS);
        self.issue(field, self.record, expected, meant)
    }

    fn issue(&self, field: &str, found: &str, expected: &str, meant: Option<&str>) -> Issue {
        Issue {
            file: self.file.to_owned(),
            row: Some(self.row),
            line: None,
            record: Some(shorten(self.record)),
            field: field.to_owned(),
            found: format!("\"{}\"", shorten(found)),
            expected: expected.to_owned(),
            suggestion: meant.map(str::to_owned),
            severity: Severity::Warning,
        }
    }
}

fn unknown_source(
    (file, row): (&str, usize),
    record: &str,
    id: &str,
    ids: &BTreeSet<&str>,
) -> Issue {
    let meant = nearest(id, ids.iter().copied(), 1);
    Place { file, row, record }.issue("sources", id, "the id of an entry of sources.json", meant)
}

fn country_issue(row: usize, city: &City, countries: &Countries) -> Option<Issue> {
    let place = Place {
        file: "cities.json",
        row,
        record: &city.slug,
    };
    let Some(country) = countries.get(city.country) else {
        let expected = "a country with an entry in countries.json";
        return Some(place.issue("iso2", city.country.as_str(), expected, None));
    };
    let region = country.region.slug();
    let expected = format!("{region}, the region of {}", country.short_name);
    (country.region != city.region)
        .then(|| place.issue("region", city.region.slug(), &expected, Some(region)))
}

fn doubled<'a>(file: &str, field: &str, keys: impl Iterator<Item = &'a str>) -> Vec<Issue> {
    let mut first_rows: BTreeMap<&str, usize> = BTreeMap::new();
    let mut issues = Vec::new();
    for (row, key) in (1..).zip(keys) {
        let first = *first_rows.entry(key).or_insert(row);
        if first != row {
            let expected = format!("a value other than that of record {first}");
            issues.push(
                Place {
                    file,
                    row,
                    record: key,
                }
                .issue(field, key, &expected, None),
            );
        }
    }
    issues
}
