//! Whole files that are not what they should be: refused with their place, or read as far as they
//! are good. Nothing stops the reader.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fmt::Write as _;

use learning_cities::domain::country::Countries;
use learning_cities::domain::issue::{Reading, Severity};
use learning_cities::domain::record::{CityFile, read_cities};
use proptest::prelude::*;

const GOOD: &str = r#"{"slug":"good","name":"Good","iso2":"CN","region":"africa"}"#;

fn read(text: &str) -> Reading<CityFile> {
    read_cities("cities.json", text, &Countries::default())
}

#[test]
fn what_is_no_file_of_cities_is_refused_with_its_place() {
    for (text, message) in [
        (
            "",
            "cities.json: found an empty file, expected an array of city records",
        ),
        (" \n\t", "found an empty file"),
        ("hello", "line 1, column 1 is not JSON: expected value"),
        ("[\n{\"slug\": \"a\",}\n]", "line 2: found `}`"),
        ("[{]", "column 3 is not JSON"),
        ("[1,", "found the end of the file"),
        ("\n\n[1 2]", "cities.json, line 3: found `2]`"),
        (
            "\"text\"",
            "found \"text\", expected an array of city records",
        ),
        ("42", "found 42"),
        ("{}", "found an object without \"cities\""),
        ("{\"cities\": 5}", "found \"cities\": 5"),
        ("{\"cities\": null}", "found an object without \"cities\""),
        ("[{}] x", "is not JSON: trailing characters"),
        ("<!doctype html>", "found `<!doctype html>`"),
    ] {
        let reading = read(text);
        assert_eq!(reading.value, CityFile::default(), "{text}");
        assert_eq!(reading.issues.len(), 1, "{text}");
        assert_eq!(
            reading.issues[0].severity,
            Severity::FileUnreadable,
            "{text}"
        );
        let issue = reading.issues[0].to_string();
        assert!(issue.contains(message), "{issue}\n{message}");
    }
}

#[test]
fn an_empty_list_and_a_byte_order_mark_are_mentioned() {
    for text in ["[]", "{\"cities\":[]}"] {
        let issues = read(text).issues;
        assert_eq!(
            issues[0].to_string(),
            "cities.json: found no records, expected at least one"
        );
        assert_eq!(issues[0].severity, Severity::Warning);
    }
    let reading = read(&format!("\u{feff}[{GOOD}]"));
    assert_eq!(reading.value.cities.len(), 1);
    assert!(reading.issues[0].to_string().contains("byte order mark"));
}

#[test]
fn what_stands_beside_the_records_may_be_wrong_without_costing_them() {
    let text = format!(r#"{{"compiled":5,"network":{{"members":"many"}},"cities":[{GOOD}]}}"#);
    let reading = read(&text);
    let fields: Vec<&str> = reading.issues.iter().map(|issue| &*issue.field).collect();
    assert_eq!(fields, ["compiled", "network"]);
    assert_eq!(reading.value.cities.len(), 1);
    assert_eq!(
        (reading.value.compiled, reading.value.network),
        (None, None)
    );
}

#[test]
fn a_nesting_bomb_costs_one_record_or_the_file_but_never_the_program() {
    let bomb = "[".repeat(200_000) + &"]".repeat(200_000);
    let reading = read(&format!(r#"[{GOOD},{{"slug":"x","name":{bomb}}}]"#));
    assert_eq!((reading.value.cities.len(), reading.value.left_out), (1, 1));
    let reading = read(&format!(
        r#"[{GOOD},{{"slug":"x","name":"X","iso2":"CN","region":"africa","mayor":{bomb}}}]"#
    ));
    assert_eq!(
        reading.value.cities.len(),
        2,
        "an unknown field is passed over"
    );
    let unclosed = read(&"[".repeat(200_000));
    assert_eq!(unclosed.issues[0].severity, Severity::FileUnreadable);
    let objects = read(&"{\"a\":".repeat(200_000));
    assert_eq!(objects.issues[0].severity, Severity::FileUnreadable);
}

#[test]
fn one_bad_record_among_a_hundred_thousand_loses_only_itself() {
    let mut text = "[".to_owned();
    for number in 0..100_000 {
        let region = if number == 77_776 { "5" } else { "\"africa\"" };
        let comma = if number == 0 { "" } else { "," };
        write!(
            text,
            "{comma}\n{{\"slug\":\"c{number}\",\"name\":\"C\",\"iso2\":\"CN\",\"region\":{region}}}"
        )
        .unwrap();
    }
    text.push_str("\n]");
    let reading = read(&text);
    assert_eq!(
        (reading.value.cities.len(), reading.value.left_out),
        (99_999, 1)
    );
    assert_eq!(reading.issues.len(), 1);
    assert_eq!(
        (reading.issues[0].row, reading.issues[0].line),
        (Some(77_777), Some(77_778))
    );
}

#[test]
fn a_field_that_stands_twice_is_told() {
    // Damage once joined two records into one, of which the first was lost without a word.
    let reading =
        read(r#"[{"slug":"a","name":"A","iso2":"CN","region":"africa","slug":"b","name":"B"}]"#);
    let told: Vec<String> = reading.issues.iter().map(ToString::to_string).collect();
    assert!(
        told.iter().any(|issue| issue.contains("each field once")),
        "{told:?}"
    );
}

proptest! {
    #[test]
    fn no_text_stops_the_reader(text in any::<String>()) {
        let reading = read(&text);
        prop_assert!(!reading.issues.is_empty());
    }

    #[test]
    fn no_damage_to_a_good_file_stops_the_reader(
        cut in 0usize..200, put in "[\\[\\]{}\",:0-9a-z\\\\é]{0,3}", length in 0usize..5,
    ) {
        let mut file: Vec<char> = format!(r#"{{"compiled":"2026-01-01","cities":[{GOOD},{GOOD}]}}"#).chars().collect();
        let start = cut.min(file.len());
        let end = (start + length).min(file.len());
        file.splice(start..end, put.chars());
        let text: String = file.into_iter().collect();
        let reading = read(&text);
        // Both records have one slug: unless the damage parted them, something must be said.
        prop_assert!(reading.value.cities.len() == 2 || !reading.issues.is_empty());
        prop_assert!(reading.value.cities.len() <= 2);
    }
}
