//! The bundled data: readable without a single issue, consistent across files, and as many records
//! as the report of its compilation counts.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::path::Path;

use learning_cities::domain::city::{City, Standing};
use learning_cities::domain::country::Countries;
use learning_cities::domain::directory::Directory;
use learning_cities::domain::issue::Reading;
use learning_cities::domain::record::{
    CityFile, cross_check, cross_check_changes, read_changes, read_cities, read_countries,
    read_network, read_profiles, read_sources,
};
use learning_cities::domain::statistics::Statistics;

fn text(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("public/data")
        .join(file);
    std::fs::read_to_string(path).unwrap()
}

/// The good part, once it is sure that there is no other.
fn flawless<T>(reading: Reading<T>) -> T {
    let issues: Vec<String> = reading.issues.iter().map(ToString::to_string).collect();
    assert!(issues.is_empty(), "{}", issues.join("\n"));
    reading.value
}

fn countries() -> Countries {
    flawless(read_countries("countries.json", &text("countries.json")))
}

fn city_file() -> CityFile {
    flawless(read_cities(
        "cities.json",
        &text("cities.json"),
        &countries(),
    ))
}

fn cities() -> Vec<City> {
    city_file().cities
}

#[test]
fn every_file_is_read_without_an_issue() {
    assert_eq!(city_file().left_out, 0);
    assert_eq!(countries().iter().count(), 87);
    assert_eq!(
        flawless(read_sources("sources.json", &text("sources.json"))).len(),
        234
    );
    assert_eq!(
        flawless(read_profiles("profiles.json", &text("profiles.json"))).len(),
        359
    );
    let network = flawless(read_network("network.json", &text("network.json")));
    assert_eq!((network.counts.len(), network.admissions.len()), (5, 5));
}

#[test]
fn the_files_agree_with_each_other() {
    let sources = flawless(read_sources("sources.json", &text("sources.json")));
    let profiles = flawless(read_profiles("profiles.json", &text("profiles.json")));
    let issues = cross_check(&cities(), &countries(), &sources, &profiles);
    let issues: Vec<String> = issues.iter().map(ToString::to_string).collect();
    assert!(issues.is_empty(), "{}", issues.join("\n"));
}

#[test]
fn the_log_of_changes_is_whole_and_begins_when_the_data_were_first_published() {
    let log = flawless(read_changes("changes.json", &text("changes.json")));
    let sources = flawless(read_sources("sources.json", &text("sources.json")));
    assert_eq!(log.first_published, "2026-11-23");
    assert_eq!(cross_check_changes(&log, &cities(), &sources), []);
    let compiled = city_file().compiled.unwrap();
    for change in log.changes {
        let is_within = change.date >= log.first_published && change.date <= compiled;
        assert!(is_within, "{}: {}", change.city, change.date);
    }
}

#[test]
fn the_network_totals_name_known_sources_and_the_same_latest_count() {
    let sources = flawless(read_sources("sources.json", &text("sources.json")));
    let network = flawless(read_network("network.json", &text("network.json")));
    let counted = network.counts.iter().map(|count| &count.source);
    for id in counted.chain(network.admissions.iter().map(|admission| &admission.source)) {
        assert!(sources.iter().any(|source| source.id == *id), "{id}");
    }
    let stated = city_file().network.unwrap();
    let latest = network
        .counts
        .iter()
        .max_by_key(|count| count.date.clone())
        .unwrap();
    assert_eq!(
        (stated.members, stated.countries),
        (latest.members, latest.countries)
    );
    assert_eq!(
        (stated.counted, stated.source),
        (latest.date.clone(), latest.source.clone())
    );
}

#[test]
fn there_are_365_records_of_which_339_are_presumed_current() {
    let cities = cities();
    assert_eq!(cities.len(), 365);
    let current = cities
        .iter()
        .filter(|city| city.standing == Standing::PresumedCurrent)
        .count();
    assert_eq!(current, 339);
}

#[test]
fn there_are_58_awards_on_57_cities() {
    let cities = cities();
    assert_eq!(
        cities.iter().map(|city| city.awards.len()).sum::<usize>(),
        58
    );
    assert_eq!(
        cities.iter().filter(|city| !city.awards.is_empty()).count(),
        57
    );
}

#[test]
fn the_admissions_are_as_many_as_were_found() {
    let directory = Directory::new(cities(), countries());
    let admissions: BTreeMap<u16, usize> = Statistics::of(&directory)
        .by_admission
        .into_iter()
        .collect();
    for (year, found) in [(2019, 19), (2020, 49), (2022, 69), (2024, 57), (2025, 50)] {
        assert_eq!(admissions[&year], found, "{year}");
    }
    let muharraq = directory.find("muharraq").unwrap();
    assert_eq!(directory.city(muharraq).unwrap().admissions, [2019, 2024]);
    for year in [2019, 2024] {
        assert!(directory.of_year(year).contains(&muharraq), "{year}");
    }
}

#[test]
fn every_record_names_a_source() {
    for city in cities() {
        assert!(!city.sources.is_empty(), "{}", city.slug);
    }
}

#[test]
fn nanjing_and_suzhou_joined_in_2024() {
    let directory = Directory::new(cities(), countries());
    for (slug, native_name) in [("nanjing", "南京"), ("suzhou", "苏州")] {
        let city = directory.city(directory.find(slug).unwrap()).unwrap();
        assert_eq!(city.joined(), Some(2024));
        assert_eq!(city.native_name.as_deref(), Some(native_name));
        assert_eq!(city.country.as_str(), "CN");
    }
}

#[test]
fn the_published_schema_describes_the_data_and_refuses_what_the_reader_refuses() {
    let schema: serde_json::Value = serde_json::from_str(&text("cities.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut data: serde_json::Value = serde_json::from_str(&text("cities.json")).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&data)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    assert!(
        validator.is_valid(&data["cities"]),
        "the bare array is as good"
    );
    for (field, value) in [
        ("slug", serde_json::json!("Abuja")),
        ("region", serde_json::json!("atlantis")),
        ("joined", serde_json::json!("2017")),
        ("lat", serde_json::json!(91)),
        ("population", serde_json::json!(-1)),
        ("awards", serde_json::json!([1999])),
    ] {
        let kept = std::mem::replace(&mut data["cities"][0][field], value);
        assert!(!validator.is_valid(&data), "{field}");
        data["cities"][0][field] = kept;
        if data["cities"][0][field].is_null() {
            data["cities"][0].as_object_mut().unwrap().remove(field);
        }
    }
    assert!(validator.is_valid(&data));
}

#[test]
fn the_schema_documents_every_field_that_the_data_uses() {
    let schema: serde_json::Value = serde_json::from_str(&text("cities.schema.json")).unwrap();
    let fields = schema["$defs"]["city"]["properties"].as_object().unwrap();
    for (name, field) in fields {
        assert!(
            field["description"]
                .as_str()
                .is_some_and(|text| text.len() > 20),
            "{name}"
        );
    }
    let data: serde_json::Value = serde_json::from_str(&text("cities.json")).unwrap();
    for record in data["cities"].as_array().unwrap() {
        for field in record.as_object().unwrap().keys() {
            assert!(fields.contains_key(field), "{field}");
        }
    }
}
