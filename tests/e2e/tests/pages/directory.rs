//! The directory as it is served: whole, in order, with true counts.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use learning_cities_e2e::page_facts::{attributes, texts};
use learning_cities_e2e::records::{Records, awards, joined, text};

use crate::site::{content, document};

const FILE: &str = "cities/index.html";

#[test]
fn the_directory_holds_every_city_of_the_data_once_and_the_status_says_so() {
    let document = document(FILE);
    let shown = attributes(&document, "main [data-city]", "data-city").unwrap();
    let records = Records::bundled().unwrap();
    assert_eq!(
        shown.iter().collect::<BTreeSet<_>>(),
        records.slugs(|_| true).iter().collect::<BTreeSet<_>>()
    );
    assert_eq!(shown.len(), records.list().len());
    let status = texts(&document, "main [role=status]").unwrap().remove(0);
    let count: String = status
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    assert_eq!(count, records.list().len().to_string(), "{status}");
}

#[test]
fn the_directory_stands_in_the_order_of_names() {
    let names = texts(&document(FILE), "main [data-city] > a").unwrap();
    let key = |name: &String| folded(name);
    let misplaced: Vec<_> = names
        .windows(2)
        .filter(|pair| key(&pair[0]) > key(&pair[1]))
        .collect();
    assert!(misplaced.is_empty(), "{misplaced:?}");
    assert_eq!(names.len(), 365);
}

#[test]
fn every_option_of_a_facet_has_the_count_that_the_data_gives() {
    let document = document(FILE);
    let records = Records::bundled().unwrap();
    let mut expected: BTreeMap<(String, String), u32> = BTreeMap::new();
    for record in records.list() {
        let mut values = vec![
            ("region", text(record, "region")),
            ("country", text(record, "iso2").to_lowercase()),
        ];
        values.push(("joined", joined(record)));
        values.extend(awards(record).into_iter().map(|year| ("award", year)));
        for (facet, value) in values {
            *expected.entry((facet.to_owned(), value)).or_default() += 1;
        }
    }
    let boxes = "main label:has([data-count]) input[type=checkbox]";
    let names = attributes(&document, boxes, "name").unwrap();
    let values = attributes(&document, boxes, "value").unwrap();
    let counts = texts(
        &document,
        "main label:has(input[type=checkbox]) [data-count]",
    )
    .unwrap();
    assert_eq!(counts.len(), names.len(), "each option has one count");
    let shown: BTreeMap<(String, String), u32> = names
        .into_iter()
        .zip(values)
        .zip(counts)
        .map(|(key, count)| (key, count.trim().parse().unwrap()))
        .collect();
    // A year that is not known counts under no year; it may have an option of its own.
    let undated = ("joined".to_owned(), "unknown".to_owned());
    let (mut shown, mut expected) = (shown, expected);
    let (shown_undated, undated) = (shown.remove(&undated), expected.remove(&undated));
    assert_eq!(shown, expected);
    assert!(shown_undated.is_none() || shown_undated == undated);
}

#[test]
fn the_cities_that_may_have_left_say_so() {
    let document = document(FILE);
    let doubtful = Records::bundled()
        .unwrap()
        .slugs(|record| record["presumed_current"] == Value::Bool(false));
    assert_eq!(doubtful.len(), 26);
    let slugs = attributes(&document, "main [data-city]", "data-city").unwrap();
    let rows = texts(&document, "main [data-city]").unwrap();
    let marked: BTreeSet<String> = slugs
        .into_iter()
        .zip(rows)
        .filter(|(_, row)| row.contains("may have left"))
        .map(|(slug, _)| slug)
        .collect();
    assert_eq!(marked, doubtful.into_iter().collect());
}

#[test]
fn the_hooks_of_the_contract_are_unambiguous() {
    let document = document(FILE);
    let count = |selector: &str| texts(&document, selector).unwrap().len();
    assert_eq!(count("main input[type=search]"), 1);
    assert_eq!(count("main select"), 1);
    assert_eq!(
        count("main [data-city]"),
        count("main ul > li[data-city]"),
        "only results carry data-city"
    );
    assert_eq!(count("html[data-app=static]"), 1);
    assert!(!content(&document, "[data-notice=failed]").is_empty());
    assert!(!content(&document, "[data-notice=scripts-off]").is_empty());
}

#[test]
fn the_loader_asks_at_once_for_the_very_files_the_program_reads() {
    let document = document(FILE);
    let version = attributes(&document, "html", "data-version")
        .unwrap()
        .remove(0);
    let loader = texts(&document, "head script").unwrap().concat();
    for file in ["cities", "countries"] {
        let address = format!("\"/data/{file}.json?v={version}\"");
        assert!(loader.contains(&address), "{address} in {loader}");
    }
    assert!(loader.contains("_bg.wasm\""), "{loader}");
}

/// Lower case without accents; an apostrophe is nothing, other punctuation parts words, as in a
/// library's catalogue. Enough for the names on record.
fn folded(name: &str) -> String {
    const ACCENTS: [(&str, &str); 13] = [
        ("a", "àáâãäåā"),
        ("c", "çćč"),
        ("d", "đ"),
        ("e", "èéêëęė"),
        ("g", "ğ"),
        ("i", "ìíîïı"),
        ("l", "ł"),
        ("n", "ñń"),
        ("o", "òóôõöøō"),
        ("s", "şšś"),
        ("u", "ùúûüū"),
        ("y", "ýÿ"),
        ("z", "žźż"),
    ];
    let plain = |letter: char| {
        let accent = ACCENTS
            .iter()
            .find(|(_, accented)| accented.contains(letter));
        accent
            .and_then(|(plain, _)| plain.chars().next())
            .unwrap_or(letter)
    };
    let lower = name.to_lowercase().replace(['\u{307}', '\'', '’', 'ʼ'], "");
    let spaced = lower
        .chars()
        .map(plain)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' });
    spaced
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
