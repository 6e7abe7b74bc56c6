//! The totals add up, and the data files are described whole.

use std::collections::BTreeSet;

use learning_cities_e2e::page_facts::texts;
use learning_cities_e2e::records::Records;

use crate::site::{content, dist, document, json};

const FILE: &str = "about/index.html";

#[test]
fn the_totals_are_those_of_the_data_and_add_up() {
    let document = document(FILE);
    let cells = texts(&document, "main table td").unwrap();
    let headings = texts(&document, "main table tbody th").unwrap();
    let network = json("data/cities.json")["network"]["members"]
        .as_u64()
        .unwrap();
    assert_eq!(network, 425);
    assert!(!headings.is_empty());
    for total in [339, 26, 365, network, network - 365] {
        assert!(
            cells.iter().any(|cell| cell.trim() == total.to_string()),
            "{total} is in no table: {cells:?}"
        );
    }
}

#[test]
fn what_is_found_and_what_is_missing_make_what_was_announced() {
    let table = content(&document(FILE), "main table:nth-of-type(1)");
    assert!(!table.is_empty());
    let history = json("data/network.json");
    let rows = row_cells();
    for admission in history["admissions"].as_array().unwrap() {
        let year = admission["year"].as_u64().unwrap().to_string();
        let numbers = &rows
            .iter()
            .find(|(heading, _)| *heading == year)
            .unwrap_or_else(|| panic!("no row {year}"))
            .1;
        assert_eq!(Some(numbers[0]), admission["announced"].as_u64(), "{year}");
        assert_eq!(
            numbers[1] + numbers[2],
            numbers[0],
            "{year}: found and missing make announced"
        );
    }
}

#[test]
fn everything_on_record_stands_among_the_admissions_and_what_is_counted_twice_is_said() {
    let found: u64 = row_cells()
        .iter()
        .filter(|(heading, _)| heading.starts_with("20") || heading.contains("not known"))
        .map(|(_, numbers)| {
            if numbers.len() >= 2 {
                numbers[1]
            } else {
                numbers[0]
            }
        })
        .sum();
    let records = Records::bundled().unwrap();
    let admitted_again = records
        .list()
        .iter()
        .filter(|record| record["cohorts"].as_array().map_or(0, Vec::len) > 1)
        .count();
    assert_eq!(found, records.list().len() as u64 + admitted_again as u64);
    assert!(
        content(&document(FILE), "main").contains("A city admitted twice stands under both years")
    );
}

#[test]
fn every_column_and_key_of_the_files_is_described() {
    let document = document(FILE);
    let headings: BTreeSet<String> = texts(&document, "main table th[scope=row]")
        .unwrap()
        .iter()
        .map(|heading| heading.trim().to_owned())
        .collect();
    let described = content(&document, "main table");
    let table = dist().read("data/cities.csv").unwrap();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    for column in reader.headers().unwrap() {
        assert!(headings.contains(column), "the column {column}");
    }
    let layer = json("data/cities.geojson");
    let standard = ["type", "features"];
    let members = layer.as_object().unwrap().keys();
    for member in members.filter(|member| !standard.contains(&member.as_str())) {
        assert!(headings.contains(member), "the member {member}");
    }
    for property in layer["features"][0]["properties"]
        .as_object()
        .unwrap()
        .keys()
    {
        assert!(headings.contains(property), "the property {property}");
    }
    for key in ["lat", "lon", "cohorts", "geo_precision", "population"] {
        assert!(described.contains(&format!("JSON as {key}")), "{key}");
    }
}

#[test]
fn the_log_of_changes_stands_there_as_the_file_has_it() {
    let log = json("data/changes.json");
    let changes = log["changes"].as_array().unwrap();
    let document = document(FILE);
    let page = content(&document, "main");
    assert_eq!(
        changes.is_empty(),
        page.contains("The data stand as first published on 23 November 2026.")
    );
    let days: BTreeSet<&str> = changes
        .iter()
        .filter_map(|it| it["date"].as_str())
        .collect();
    let captions = texts(&document, "main caption").unwrap();
    let shown = captions
        .iter()
        .filter(|caption| caption.starts_with("Changes of "));
    assert_eq!(shown.count(), days.len());
}

#[test]
fn the_examples_ask_for_files_that_are_there() {
    let examples = texts(&document(FILE), "main pre.code code").unwrap();
    assert_eq!(examples.len(), 3, "curl, Python and R");
    let words = examples
        .iter()
        .flat_map(|example| example.split([' ', '"', '\n']));
    let mut files = BTreeSet::new();
    for address in words.filter(|word| word.starts_with("http")) {
        let (_, file) = address.split_once("/data/").unwrap();
        assert!(dist().root().join("data").join(file).is_file(), "{address}");
        files.insert(file.to_owned());
    }
    assert_eq!(files.len(), 3, "{files:?}");
    assert!(
        examples
            .iter()
            .all(|example| !example.contains("_address}")),
        "a place is left open: {examples:?}"
    );
}

/// The heading of each row of any table, with the numbers of its cells.
fn row_cells() -> Vec<(String, Vec<u64>)> {
    let document = document(FILE);
    let rows = scraper::Selector::parse("main table tr").unwrap();
    let (heading, cell) = (
        scraper::Selector::parse("th[scope=row]").unwrap(),
        scraper::Selector::parse("td").unwrap(),
    );
    document
        .select(&rows)
        .filter_map(|row| {
            let heading: String = row.select(&heading).next()?.text().collect();
            let digits = |text: String| text.replace(',', "").trim().parse().ok();
            let numbers = row
                .select(&cell)
                .filter_map(|cell| digits(cell.text().collect()))
                .collect();
            Some((heading.trim().to_owned(), numbers))
        })
        .collect()
}
