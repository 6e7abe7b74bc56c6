//! Damage that nobody has thought of: thousands of spoilt files and addresses. No reader stops at
//! any, and none loses a record without a word.
//!
//! For longer: `PROPTEST_CASES=100000 cargo test --test damaged_input`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::Path;
use std::sync::OnceLock;

use learning_cities::domain::country::Countries;
use learning_cities::domain::issue::{Issue, Reading};
use learning_cities::domain::language::Language;
use learning_cities::domain::query_codec::{decode, encode_shown};
use learning_cities::domain::record::{
    read_changes, read_cities, read_countries, read_network, read_profiles, read_sources,
};
use learning_cities::i18n::texts::Texts;
use learning_cities::routes::CorrectionAddress;
use proptest::prelude::*;

/// So many lines of a file are spoilt: enough for records before and after the damage.
const SAMPLE_LINES: usize = 12;

/// What a log would hold; so far the real one is empty.
const LOG: &str = r#"{"first_published":"2026-11-23",
"changes":[
{"date":"2026-12-01","kind":"corrected","city":"abuja","name":"Abuja","field":"awards","before":[2019],"after":[2019,2021],"sources":["s32"]},
{"date":"2026-12-01","kind":"moved","city":"adrar","name":"Adrar","field":"position","before":[27.8,-0.2],"after":[27.9,-0.3],"sources":["s29","s30"]},
{"date":"2027-01-02","kind":"renamed","city":"agadir","name":"Agadir","field":"names.zh","after":"阿加迪尔","sources":["s05"]},
{"date":"2027-01-02","kind":"removed","city":"zefta","name":"Zefta","sources":["s05"]}
]}
"#;

/// How many records could be read, and what was wrong.
type Read = (usize, Vec<Issue>);

/// Reads the text of a file.
type Reader = fn(&str) -> Read;

/// A good file, and its reader.
struct Subject {
    text: String,
    read: Reader,
}

/// A piece of a text that is replaced by another.
#[derive(Clone, Debug)]
struct Damage {
    /// Where, as a part of the whole.
    place: f64,
    /// So many characters are lost.
    lost: usize,
    /// What stands there instead.
    put: String,
}

fn subjects() -> &'static [Subject] {
    static SUBJECTS: OnceLock<Vec<Subject>> = OnceLock::new();
    SUBJECTS.get_or_init(|| {
        let files: [(&str, Reader); 5] = [
            ("cities.json", |text| {
                let reading = read_cities("f", text, &Countries::default());
                (reading.value.cities.len(), reading.issues)
            }),
            ("countries.json", |text| {
                counted(read_countries("f", text), |it| it.iter().count())
            }),
            ("sources.json", |text| {
                counted(read_sources("f", text), Vec::len)
            }),
            ("profiles.json", |text| {
                counted(read_profiles("f", text), Vec::len)
            }),
            ("network.json", |text| {
                counted(read_network("f", text), |it| {
                    it.counts.len() + it.admissions.len()
                })
            }),
        ];
        let mut subjects: Vec<Subject> = files
            .into_iter()
            .map(|(name, read)| Subject {
                text: sample(name),
                read,
            })
            .collect();
        subjects.push(Subject {
            text: LOG.to_owned(),
            read: |text| counted(read_changes("f", text), |it| it.changes.len()),
        });
        subjects
    })
}

fn counted<T>(reading: Reading<T>, count: impl Fn(&T) -> usize) -> Read {
    (count(&reading.value), reading.issues)
}

/// The beginning of a real file with its end.
fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("public/data")
        .join(name);
    let text = std::fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let Some((last, _)) = lines
        .split_last()
        .filter(|_| lines.len() > 2 * SAMPLE_LINES)
    else {
        return text;
    };
    let kept = lines[..SAMPLE_LINES].join("\n");
    format!("{}\n{last}\n", kept.trim_end_matches(','))
}

fn damage() -> impl Strategy<Value = Damage> {
    let put = prop_oneof![
        "[\\[\\]{}\",:0-9a-z\\\\ é\n-]{0,4}",
        prop::sample::select(vec![
            "null", "true", "1e999", "-0", "\"\"", "[]", "{}", "\u{0}", "\\ud800"
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    (0.0..1.0, 0usize..6, put).prop_map(|(place, lost, put)| Damage { place, lost, put })
}

fn damaged(text: &str, damages: &[Damage]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for Damage { place, lost, put } in damages {
        let start = (place * characters.len() as f64) as usize;
        let end = (start + lost).min(characters.len());
        characters.splice(start..end, put.chars());
    }
    characters.into_iter().collect()
}

/// An address of known keys, each with any value.
fn address() -> impl Strategy<Value = String> {
    let key = prop_oneof![
        prop::sample::select(vec![
            "q", "region", "country", "joined", "award", "only", "sort", "view", "at", "compare",
            "like", "by",
        ])
        .prop_map(str::to_owned),
        "[a-z%&=]{0,4}",
    ];
    let value = prop_oneof![
        prop::sample::select(vec![
            "nanjing",
            "suzhou,cork",
            "africa",
            "cn",
            "2024",
            "unknown",
            "name",
            "-joined",
            "near",
            "map",
            "table",
            "10,20,3.5",
            "-91,181,1e9",
            "NaN,0,1",
            "region,size",
            "%FF",
            "%E4%BD",
        ])
        .prop_map(str::to_owned),
        "[a-z0-9,.%+-]{0,12}",
        any::<String>(),
    ];
    let pairs = prop::collection::vec((key, value), 0..6);
    pairs.prop_map(|pairs| {
        let pairs: Vec<String> = pairs
            .into_iter()
            .map(|(key, value)| format!("{key}={value}"))
            .collect();
        pairs.join("&")
    })
}

#[test]
fn the_samples_are_good_before_they_are_spoilt() {
    for subject in subjects() {
        let (count, issues) = (subject.read)(&subject.text);
        assert_eq!(issues, [], "{:.200}", subject.text);
        assert!(count >= 4, "{count}: {:.200}", subject.text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(2_048), ..ProptestConfig::default() })]

    #[test]
    fn one_place_of_damage_loses_no_record_without_a_word(number in 0usize..6, damage in damage()) {
        let subject = &subjects()[number];
        let (before, _) = (subject.read)(&subject.text);
        let text = damaged(&subject.text, &[damage]);
        let (after, issues) = (subject.read)(&text);
        prop_assert!(after >= before || !issues.is_empty(), "{}", text);
    }

    #[test]
    fn much_damage_stops_no_reader(number in 0usize..6, damages in prop::collection::vec(damage(), 1..12)) {
        let subject = &subjects()[number];
        let text = damaged(&subject.text, &damages);
        let (_, issues) = (subject.read)(&text);
        for issue in issues {
            prop_assert!(!issue.to_string().contains('\n'), "an issue is a line: {issue}");
        }
    }

    #[test]
    fn an_address_of_known_keys_with_any_values_is_read_and_written_to_the_same_end(address in address()) {
        let read = decode(&address);
        let again = decode(&encode_shown(&read.query, &read.display));
        prop_assert_eq!(again.dropped, []);
        prop_assert_eq!(again.query, read.query);
        prop_assert_eq!(again.display, read.display);
    }

    #[test]
    fn damaged_texts_are_read_as_far_as_they_go(damages in prop::collection::vec(damage(), 1..4)) {
        let text = damaged(r##"{"site.name":"A","results.count#one":"{count} city"}"##, &damages);
        let texts = Texts::of_file(Language::English, &text);
        prop_assert!(!texts.problems().is_empty());
    }

    #[test]
    fn whatever_is_reported_stays_within_the_address(
        address in prop_oneof![
            "mailto:[a-z@.?=&+-]{0,12}",
            "https://[a-z./@?=&#-]{0,16}",
            Just("mailto:a@b.example".to_owned()),
            any::<String>(),
        ],
        subject in any::<String>(),
        text in any::<String>(),
    ) {
        if let Some(parsed) = CorrectionAddress::parse(&address) {
            let href = parsed.href(&subject, &text);
            prop_assert!(href.starts_with(&address));
            let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"\"'<>`".contains(&byte);
            prop_assert!(href.bytes().all(is_plain), "{}", href);
            let added = href.strip_prefix(&address).unwrap();
            prop_assert_eq!(added.matches('&').count() + added.matches('?').count(), 2, "{}", href);
        }
    }
}
