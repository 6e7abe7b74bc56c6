//! Records as they should not be: every message names the place and the cure, and good records stay.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use learning_cities::domain::country::Countries;
use learning_cities::domain::issue::{Issue, Reading, Severity};
use learning_cities::domain::record::{CityFile, read_cities};

const GOOD: &str = r#"{"slug":"good","name":"Good","iso2":"CN","region":"africa"}"#;

fn read(text: &str) -> Reading<CityFile> {
    read_cities("cities.json", text, &Countries::default())
}

/// Reads a good record, the given one and another good one, and gives the issues of the middle.
fn issues_of(record: &str) -> (Reading<CityFile>, Vec<String>) {
    let last = GOOD.replace("good", "last");
    let reading = read(&format!("[\n{GOOD},\n{record},\n{last}\n]"));
    let slugs: Vec<&str> = reading
        .value
        .cities
        .iter()
        .map(|city| &*city.slug)
        .collect();
    assert_eq!(slugs[0], "good", "{record}");
    assert_eq!(slugs[slugs.len() - 1], "last", "{record}");
    let messages = reading.issues.iter().map(Issue::to_string).collect();
    for issue in &reading.issues {
        assert_eq!((issue.row, issue.line), (Some(2), Some(3)), "{issue}");
    }
    (reading, messages)
}

#[test]
fn a_record_that_cannot_be_used_is_left_out_and_the_message_says_why() {
    for (record, message) in [
        (
            r#"{"slug":"xanadu","name":"Xanadu","iso2":"CX1","region":"africa"}"#,
            r#"(\"xanadu\"), line 3, field iso2: found "CX1", expected a two-letter ISO 3166-1 code; did you mean "CX"?"#,
        ),
        (
            r#"{"slug":"xanadu","name":"Xanadu","iso2":"ZZ","region":"africa"}"#,
            r#"(\"xanadu\"), line 3, field iso2: found "ZZ", expected a two-letter ISO 3166-1 code"#,
        ),
        (
            r#"{"slug":"xanadu","name":"Xanadu","iso2":86,"region":"africa"}"#,
            r#"(\"xanadu\"), line 3, field iso2: found 86, expected a text in quotation marks"#,
        ),
        (
            r#"{"slug":"xanadu","name":"Xanadu","iso2":"CN","region":"Afrika"}"#,
            r#"did you mean "africa"?"#,
        ),
        (
            r#"{"name":"Xanadu","iso2":"CN","region":"africa"}"#,
            r#"(\"Xanadu\"), line 3, field slug: found nothing, expected lower-case ASCII letters"#,
        ),
        (
            r#"{"slug":"Xana Du","name":"Xanadu","iso2":"CN","region":"africa"}"#,
            r#"field slug: found "Xana Du", expected lower-case ASCII letters, digits and hyphens; did you mean "xana-du"?"#,
        ),
        (
            r#"{"slug":"good","name":"Xanadu","iso2":"CN","region":"africa"}"#,
            r#"field slug: found "good", expected a slug that no record before it has"#,
        ),
        (
            r#"{"slug":"xanadu","name":" ","iso2":"CN","region":"africa"}"#,
            r#"field name: found nothing, expected the city's name"#,
        ),
        (
            "42",
            "record 2, line 3: found 42, expected a record: an object with slug",
        ),
        ("null", "record 2, line 3: found null, expected a record"),
        ("[]", "record 2, line 3: found [], expected a record"),
    ] {
        let (reading, messages) = issues_of(record);
        let message = message.replace('\\', "");
        assert_eq!(messages.len(), 1, "{messages:?}");
        assert!(messages[0].contains(&message), "{}\n{message}", messages[0]);
        assert_eq!(reading.issues[0].severity, Severity::RecordLeftOut);
        assert_eq!(
            (reading.value.cities.len(), reading.value.left_out),
            (2, 1),
            "{record}"
        );
    }
}

/// Fields of a record with what their message must say.
const BAD_OPTIONAL_VALUES: &[(&str, &str)] = &[
    (
        r#""lat":91,"lon":0"#,
        "field lat: found 91, expected degrees from -90 to 90",
    ),
    (
        r#""lat":0,"lon":-180.5"#,
        "field lon: found -180.5, expected degrees from -180 to 180",
    ),
    (
        r#""lat":10"#,
        "field lon: found nothing, expected both lat and lon, or neither",
    ),
    (
        r#""lon":10"#,
        "field lat: found nothing, expected both lat and lon, or neither",
    ),
    (
        r#""lat":"10","lon":10"#,
        r#"field lat: found "10", expected degrees as a number; did you mean "10"?"#,
    ),
    (
        r#""joined":2012"#,
        "field joined: found 2012, expected a year from 2013 to 2100",
    ),
    (
        r#""joined":"2016""#,
        r#"found "2016", expected a year as a whole number; did you mean "2016"?"#,
    ),
    (r#""joined":2016.5"#, "field joined: found 2016.5"),
    (r#""joined":99999999999999999999"#, "field joined"),
    (
        r#""joined":2020,"cohorts":[2019,2024]"#,
        "expected 2019, the first year of cohorts",
    ),
    (
        r#""awards":[2101]"#,
        "field awards: found 2101, expected a year from 2013 to 2100",
    ),
    (
        r#""awards":2017"#,
        "field awards: found 2017, expected an array of years",
    ),
    (r#""population":-1"#, "field population: found -1"),
    (
        r#""population":5000000000"#,
        "field population: found 5000000000",
    ),
    (
        r#""names":["a"]"#,
        "field names: found [\"a\"], expected an object of names by language tag",
    ),
    (
        r#""aliases":"a""#,
        "field aliases: found \"a\", expected an array of texts",
    ),
    (
        r#""presumed_current":"no""#,
        "field presumed_current: found \"no\", expected true or false",
    ),
    (
        r#""geo_precision":"town","lat":1,"lon":1"#,
        "expected city, parent-place or principal-place",
    ),
];

#[test]
fn an_optional_value_that_cannot_be_used_is_dropped_and_the_record_stays() {
    for (field, message) in BAD_OPTIONAL_VALUES {
        let record =
            format!(r#"{{"slug":"xanadu","name":"Xanadu","iso2":"CN","region":"africa",{field}}}"#);
        let (reading, messages) = issues_of(&record);
        assert_eq!(messages.len(), 1, "{messages:?}");
        assert!(messages[0].contains(message), "{}\n{message}", messages[0]);
        assert_eq!(reading.issues[0].severity, Severity::Warning, "{field}");
        assert_eq!(
            (reading.value.cities.len(), reading.value.left_out),
            (3, 0),
            "{field}"
        );
        let city = &reading.value.cities[1];
        let placed = field.starts_with("\"geo_precision");
        assert_eq!(city.position.is_some(), placed, "{field}");
        assert!(
            city.awards.is_empty() && city.town_population.is_none(),
            "{field}"
        );
    }
}

#[test]
fn null_and_unknown_fields_are_nothing_to_complain_about() {
    let record = r#"{"slug":"x","name":"X","iso2":"cn","region":"Arab States","lat":null,"joined":null,
        "names":{"de":"X","fr":"Ixe","tlh":{"a":[1]}},"mayor":{"name":[1,{}]}}"#;
    let (reading, messages) = issues_of(record);
    assert_eq!(messages, [""; 0]);
    let city = &reading.value.cities[1];
    assert_eq!(city.names.len(), 1);
    assert_eq!(city.country_name, "CN");
}

#[test]
fn all_problems_of_a_record_are_told_at_once() {
    let (reading, messages) =
        issues_of(r#"{"slug":7,"iso2":"ZZ","region":"mars","lat":99,"lon":0}"#);
    let fields: Vec<&str> = reading.issues.iter().map(|issue| &*issue.field).collect();
    assert_eq!(
        fields,
        ["slug", "name", "iso2", "region", "lat"],
        "{messages:?}"
    );
}
