//! The data as files for others.

use std::collections::BTreeSet;

use serde_json::Value;

use learning_cities_e2e::records::{Records, text};

use crate::site::{dist, json};

#[test]
fn every_json_file_of_the_site_can_be_read() {
    let files = dist().files().unwrap();
    let files: Vec<_> = files
        .iter()
        .filter(|path| {
            [".json", ".geojson", ".webmanifest"]
                .iter()
                .any(|ending| path.ends_with(ending))
        })
        .collect();
    assert!(files.len() > 365, "{}", files.len());
    for file in files {
        json(file);
    }
}

#[test]
fn the_table_has_a_row_for_each_city_with_the_values_of_its_record() {
    let table = dist().read("data/cities.csv").unwrap();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let columns = reader.headers().unwrap().clone();
    let column = |name: &str| {
        columns
            .iter()
            .position(|found| found == name)
            .unwrap_or_else(|| panic!("no column {name}"))
    };
    let (slug, name, iso2) = (column("slug"), column("name"), column("iso2"));
    let mut rows: Vec<[String; 3]> = reader
        .records()
        .map(|row| row.unwrap())
        .map(|row| [slug, name, iso2].map(|place| row[place].to_owned()))
        .collect();
    let records = Records::bundled().unwrap();
    let mut expected: Vec<[String; 3]> = records
        .list()
        .iter()
        .map(|record| ["slug", "name", "iso2"].map(|key| text(record, key)))
        .collect();
    rows.sort();
    expected.sort();
    assert_eq!(rows, expected);
}

#[test]
fn the_map_layer_has_a_point_on_the_globe_for_each_city_with_a_position() {
    let layer = json("data/cities.geojson");
    assert_eq!(layer["type"], "FeatureCollection");
    let features = layer["features"].as_array().unwrap();
    let mut found = BTreeSet::new();
    for feature in features {
        assert_eq!(feature["geometry"]["type"], "Point");
        let point: Vec<f64> = feature["geometry"]["coordinates"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_f64)
            .collect();
        assert!(
            point.len() == 2 && point[0].abs() <= 180.0 && point[1].abs() <= 90.0,
            "{feature}"
        );
        found.insert(feature["id"].as_str().unwrap().to_owned());
    }
    let placed = Records::bundled()
        .unwrap()
        .slugs(|record| record.get("lat").is_some_and(Value::is_number));
    assert_eq!(found, placed.into_iter().collect());
    // Longitude comes first (RFC 7946, 3.1.1): Nanjing lies east of 100 degrees.
    let nanjing = features
        .iter()
        .find(|feature| feature["id"] == "nanjing")
        .unwrap();
    assert!(nanjing["geometry"]["coordinates"][0].as_f64().unwrap() > 100.0);
}

#[test]
fn every_file_names_its_date_its_terms_its_sources_and_where_it_is_from() {
    let directory = json("data/cities.json");
    let layer = json("data/cities.geojson");
    assert_eq!(layer["compiled"], directory["compiled"]);
    assert!(layer["attribution"].as_str().unwrap().contains("CC BY 4.0"));
    let from = layer["exported_from"].as_str().unwrap();
    assert!(
        from.starts_with("http") && from.ends_with("/cities/"),
        "{from}"
    );
    let written = layer["sources"].as_array().unwrap();
    let written: BTreeSet<&str> = written
        .iter()
        .map(|source| source["id"].as_str().unwrap())
        .collect();
    let table = dist().read("data/cities.csv").unwrap();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let columns = reader.headers().unwrap().clone();
    for row in reader.records().map(Result::unwrap) {
        let value = |name: &str| {
            let place = columns.iter().position(|column| column == name);
            &row[place.unwrap_or_else(|| panic!("no column {name}"))]
        };
        assert_eq!(value("compiled"), directory["compiled"]);
        assert_eq!(value("licence"), layer["licence"]);
        assert_eq!(value("exported_from"), from);
        for id in value("sources").split(' ') {
            assert!(written.contains(id), "{}: {id}", value("slug"));
        }
    }
}

#[test]
fn the_map_layer_lists_the_cities_it_cannot_place() {
    let layer = json("data/cities.geojson");
    let listed = layer["without_position"].as_array().unwrap();
    let listed: BTreeSet<String> = listed.iter().map(|city| text(city, "slug")).collect();
    let unplaced = Records::bundled()
        .unwrap()
        .slugs(|record| !record.get("lat").is_some_and(Value::is_number));
    assert!(!listed.is_empty());
    assert_eq!(listed, unplaced.into_iter().collect());
}

#[test]
fn each_city_has_its_record_with_its_sources_written_out() {
    for record in Records::bundled().unwrap().list() {
        let slug = text(record, "slug");
        let file = json(&format!("data/cities/{slug}.json"));
        assert_eq!(file["name"], record["name"], "{slug}");
        let named = record["sources"].as_array().map_or(0, Vec::len);
        let written = file["sources"].as_array().unwrap();
        assert_eq!(written.len(), named, "{slug}");
        assert!(
            written.iter().all(|source| source["title"].is_string()),
            "{slug}"
        );
    }
}

#[test]
fn the_manifest_names_an_icon_that_is_there() {
    let manifest = json("manifest.webmanifest");
    let icon = manifest["icons"][0]["src"]
        .as_str()
        .unwrap()
        .trim_start_matches('/')
        .to_owned();
    assert!(dist().root().join(&icon).is_file(), "{icon}");
    assert!(
        manifest["name"]
            .as_str()
            .is_some_and(|name| !name.is_empty())
    );
}
