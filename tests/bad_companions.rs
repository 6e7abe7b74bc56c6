//! Companion files as they should not be, and files that do not agree with each other.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use learning_cities::domain::country::Countries;
use learning_cities::domain::issue::{Issue, Severity};
use learning_cities::domain::record::{
    cross_check, read_cities, read_countries, read_network, read_profiles, read_sources,
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
