//! Companion files as they should not be, and files that do not agree with each other.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use learning_cities::domain::country::Countries;
use learning_cities::domain::issue::{Issue, Severity};
use learning_cities::domain::record::{
    cross_check, cross_check_changes, read_changes, read_cities, read_countries, read_network,
    read_profiles, read_sources,
};

#[test]
fn companions_name_their_bad_records_and_keep_the_good() {
    let countries = read_countries(
        "countries.json",
        "[\n{\"iso2\":\"CN\",\"name\":\"China\",\"region\":\"asia\"},\n{\"iso2\":\"KR\",\"name\":\"Korea\",\
         \"region\":\"asia-and-the-pacific\"},\n{\"iso2\":\"KOR\",\"name\":\"Korea\",\"region\":\"africa\"},\n{\"name\":1}]",
    );
    assert_eq!(countries.value.iter().count(), 1);
    let messages: Vec<String> = countries.issues.iter().map(Issue::to_string).collect();
    assert!(
        messages[0].starts_with("countries.json, record 1, line 2, field region: found \"asia\"")
    );
    assert!(
        messages[0].ends_with("did you mean \"asia-and-the-pacific\"?"),
        "{}",
        messages[0]
    );
    assert!(messages[1].starts_with("countries.json, record 3, line 4, field iso2: found \"KOR\""));
    assert!(messages[2].starts_with("countries.json, record 4, line 5: found {\"name\":1}"));

    let sources = read_sources(
        "sources.json",
        r#"[{"id":"s1","publisher":"P","title":"T"},{"id":"s2"}]"#,
    );
    assert_eq!((sources.value.len(), sources.issues.len()), (1, 1));
    assert!(
        sources.issues[0]
            .to_string()
            .contains("missing field `publisher`")
    );

    let profiles = read_profiles(
        "profiles.json",
        r#"[{"slug":"a"},{"slug":"b","highlights":[{}]}]"#,
    );
    assert_eq!((profiles.value.len(), profiles.issues.len()), (1, 1));

    let network = read_network("network.json", r#"{"counts":[{"date":5}],"admissions":7}"#);
    assert_eq!(network.issues.len(), 2);
    let lists = [
        read_sources("s", "").issues,
        read_sources("s", "{}").issues,
        read_network("n", "{").issues,
    ];
    assert!(
        lists
            .iter()
            .all(|issues| issues[0].severity == Severity::FileUnreadable)
    );
}

#[test]
fn what_one_file_names_and_another_lacks_is_found() {
    let countries = read_countries(
        "countries.json",
        r#"[{"iso2":"CN","name":"China","region":"asia-and-the-pacific"}]"#,
    );
    let cities = read_cities(
        "cities.json",
        r#"[{"slug":"nanjing","name":"N","iso2":"CN","region":"africa","sources":["s1","s9"]},
            {"slug":"cork","name":"C","iso2":"IE","region":"africa"}]"#,
        &Countries::default(),
    );
    let sources = read_sources(
        "sources.json",
        r#"[{"id":"s1","publisher":"P","title":"T"}]"#,
    );
    let profiles = read_profiles(
        "profiles.json",
        r#"[{"slug":"nanjng","highlights":[{"text":"t","source":"x"}]},{"slug":"cork"},{"slug":"cork"}]"#,
    );
    let issues = cross_check(
        &cities.value.cities,
        &countries.value,
        &sources.value,
        &profiles.value,
    );
    let messages: Vec<String> = issues.iter().map(Issue::to_string).collect();
    assert_eq!(
        messages,
        [
            "profiles.json, record 3 (\"cork\"), field slug: found \"cork\", expected a value other than that of record 2",
            "cities.json, record 1 (\"nanjing\"), field sources: found \"s9\", expected the id of an entry of sources.json; did you mean \"s1\"?",
            "cities.json, record 1 (\"nanjing\"), field region: found \"africa\", expected asia-and-the-pacific, the region of China; did you mean \"asia-and-the-pacific\"?",
            "cities.json, record 2 (\"cork\"), field iso2: found \"IE\", expected a country with an entry in countries.json",
            "profiles.json, record 1 (\"nanjng\"), field slug: found \"nanjng\", expected the slug of a city in cities.json; did you mean \"nanjing\"?",
            "profiles.json, record 1 (\"nanjng\"), field sources: found \"x\", expected the id of an entry of sources.json",
        ]
    );
}

#[test]
fn an_entry_of_the_log_that_cannot_stand_is_left_out_with_its_cure() {
    let entry = |fields: &str| {
        format!(
            r#"{{"date":"2026-12-01","kind":"corrected","city":"cork","name":"Cork","sources":["s1"]{fields}}}"#
        )
    };
    let good = entry(r#","field":"population","before":10,"after":12"#);
    let text = [
        good.clone(),
        good.replace("2026-12-01", "1.12.2026"),
        good.replace("\"corrected\"", "\"corected\""),
        good.replace("\"cork\"", "\"Cork\""),
        good.replace("\"population\"", "\"populaton\""),
        entry(""),
        good.replace("\"corrected\"", "\"added\""),
        good.replace("[\"s1\"]", "[]"),
        good.replace(":10", ":{\"a\":1}"),
        entry(r#","field":"awards","after":["2019",2021]"#),
        "{}".to_owned(),
    ];
    let text = text.join(",\n");
    let log = read_changes("changes.json", &format!("{{\"changes\":[\n{text}\n]}}"));
    assert_eq!(log.value.changes.len(), 1);
    let messages: Vec<String> = log.issues.iter().map(Issue::to_string).collect();
    let told = [
        "changes.json, field first_published: found nothing, expected a day such as",
        "record 2, line 3, field date: found \"1.12.2026\", expected a day such as 2024-05-19",
        "record 3, line 4, field kind: found \"corected\", expected added, renamed, moved, left, removed or corrected; did you mean \"corrected\"?",
        "record 4, line 5, field city: found \"Cork\", expected the slug of a city",
        "record 5, line 6, field field: found \"populaton\", expected the field that has changed, such as population or names.zh; did you mean \"population\"?",
        "record 6, line 7, field field: found \"\"",
        "record 7, line 8, field field: found \"population\", expected no field",
        "record 8, line 9, field sources: found \"\", expected at least one id of sources.json",
        "record 9, line 10, field before: found \"{\"a\":1}\", expected a text, a number",
        "record 10, line 11, field after: found \"[\"2019\",2021]\"",
        "record 11, line 12: found {}, expected a whole record (missing field `date`)",
    ];
    assert_eq!(messages.len(), told.len(), "{messages:#?}");
    for (message, told) in messages.iter().zip(told) {
        assert!(message.contains(told), "{message}\n{told}");
    }
    for (text, told) in [
        ("[]", "no \"changes\""),
        ("{", "is not JSON"),
        ("", "an empty file"),
    ] {
        let issues = read_changes("changes.json", text).issues;
        assert!(
            issues.iter().any(|issue| issue.to_string().contains(told)),
            "{issues:?}"
        );
    }
}

#[test]
fn the_log_names_cities_on_record_or_taken_out_and_known_sources() {
    let text = r#"{"first_published":"2026-11-23","changes":[
        {"date":"2026-12-01","kind":"added","city":"cork","name":"Cork","sources":["s9"]},
        {"date":"2026-12-01","kind":"added","city":"cokr","name":"Cork","sources":["s1"]},
        {"date":"2026-12-01","kind":"added","city":"gone","name":"Gone","sources":["s1"]},
        {"date":"2026-12-02","kind":"removed","city":"gone","name":"Gone","sources":["s1"]}]}"#;
    let log = read_changes("changes.json", text);
    assert_eq!(log.issues, []);
    let cities = read_cities(
        "cities.json",
        r#"[{"slug":"cork","name":"C","iso2":"IE","region":"africa"}]"#,
        &Countries::default(),
    );
    let sources = read_sources(
        "sources.json",
        r#"[{"id":"s1","publisher":"P","title":"T"}]"#,
    );
    let issues = cross_check_changes(&log.value, &cities.value.cities, &sources.value);
    let messages: Vec<String> = issues.iter().map(Issue::to_string).collect();
    assert_eq!(
        messages,
        [
            "changes.json, record 1 (\"cork\"), field sources: found \"s9\", expected the id of an entry of sources.json; did you mean \"s1\"?",
            "changes.json, record 2 (\"cokr\"), field city: found \"cokr\", expected the slug of a city in cities.json, or of one that an entry says is removed; did you mean \"cork\"?",
        ]
    );
}

#[test]
fn of_two_countries_with_one_code_the_second_is_told_of() {
    let text = r#"[{"iso2":"FR","name":"France","region":"europe-and-north-america"},
        {"iso2":"fr","name":"Again","region":"europe-and-north-america"}]"#;
    let reading = read_countries("countries.json", text);
    assert_eq!(reading.value.iter().count(), 1);
    let told: Vec<String> = reading.issues.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains("record 2") && told[0].contains("iso2"),
        "{told:?}"
    );
}
