//! Expected scores as sums of the named constants, and what the explanation marks.

use super::super::city::{City, Standing};
use super::super::country::{Countries, Country, CountryCode};
use super::super::directory::Directory;
use super::super::language::Language;
use super::super::query::Query;
use super::super::region::Region;
use super::explain::{Explanation, Field};
use super::scoring::*;
use super::{MAXIMUM_WORDS, Matches};

fn city(name: &str, code: &str, others: &[&str]) -> City {
    let slug = name
        .to_lowercase()
        .replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    City {
        slug,
        name: name.to_owned(),
        recorded_name: None,
        native_name: None,
        country: CountryCode::parse(code).unwrap(),
        country_name: format!("Land {code}x"),
        region: Region::AsiaAndThePacific,
        admissions: vec![],
        awards: vec![],
        position: None,
        town_population: None,
        names: vec![],
        aliases: others.iter().map(|&alias| alias.to_owned()).collect(),
        last_attested: None,
        standing: Standing::PresumedCurrent,
        sources: vec![],
    }
}

fn directory() -> Directory {
    let mut nanjing = city("Nanjing", "CN", &["Nanking"]);
    nanjing.native_name = Some("南京市".to_owned());
    nanjing.names = vec![(Language::Russian, "Нанкин".to_owned())];
    let mut york = city("York", "GB", &[]);
    york.region = Region::EuropeAndNorthAmerica;
    let mut ferrand = city("Clermont-Ferrand", "FR", &[]);
    ferrand.region = Region::EuropeAndNorthAmerica;
    let country = |code: &str, name: &str, chinese: &str| Country {
        code: CountryCode::parse(code).unwrap(),
        name: format!("Republic of {name}"),
        short_name: name.to_owned(),
        region: Region::AsiaAndThePacific,
        names: vec![(Language::Chinese, chinese.to_owned())],
    };
    let countries = vec![
        country("CN", "China", "中国"),
        country("BA", "Bosnia & Herzegovina", "波黑"),
    ];
    let cities = vec![
        nanjing,
        york,
        city("New York", "US", &[]),
        ferrand,
        city("L'Alcora", "ES", &["Alcora del Maestrat"]),
        city("Cnidus", "TR", &[]),
        city("Sarajevo", "BA", &[]),
        city("Goyang", "KR", &["고양시"]),
    ];
    Directory::new(cities, Countries::new(countries))
}

fn score(text: &str, name: &str) -> u16 {
    let directory = directory();
    let Matches::Scored(scores) = directory.index.matches(text, &directory.groups) else {
        panic!("{text} is a text");
    };
    let cities = directory.cities();
    scores[cities.iter().position(|city| city.name == name).unwrap()]
}

fn explanation(text: &str, name: &str) -> (City, Explanation) {
    let directory = directory();
    let id = directory
        .ids()
        .find(|id| directory.city(*id).unwrap().name == name)
        .unwrap();
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    (
        directory.city(id).unwrap().clone(),
        directory.explain(&query, id),
    )
}

/// The name with what is marked in brackets.
fn marked(text: &str, marks: &[std::ops::Range<usize>]) -> String {
    let mut out = text.to_owned();
    for range in marks.iter().rev() {
        out.insert(range.end, ']');
        out.insert(range.start, '[');
    }
    out
}

#[test]
fn scores_are_the_sums_of_their_reasons() {
    for (text, name, expected) in [
        ("nanjing", "Nanjing", EXACT + IN_NAME + WHOLE_NAME),
        ("NANJ", "Nanjing", PREFIX + IN_NAME + NAME_START),
        ("jing", "Nanjing", SUBSTRING + IN_NAME),
        ("nanjign", "Nanjing", ONE_EDIT + IN_NAME),
        ("nanking", "Nanjing", EXACT + IN_OTHER_NAME + WHOLE_NAME),
        ("нанкин", "Nanjing", EXACT + IN_OTHER_NAME + WHOLE_NAME),
        ("南京市", "Nanjing", EXACT + IN_OTHER_NAME + WHOLE_NAME),
        ("南京", "Nanjing", PREFIX + IN_OTHER_NAME + NAME_START),
        ("京", "Nanjing", PREFIX + IN_OTHER_NAME),
        ("china", "Nanjing", EXACT + IN_COUNTRY),
        ("chi", "Nanjing", PREFIX + IN_COUNTRY),
        ("中国", "Nanjing", EXACT + IN_COUNTRY),
        ("cn", "Nanjing", EXACT + IN_REGION),
        ("pacific", "Nanjing", EXACT + IN_REGION),
        ("york", "York", EXACT + IN_NAME + WHOLE_NAME),
        ("york", "New York", EXACT + IN_NAME),
        ("new york", "New York", 2 * (EXACT + IN_NAME) + WHOLE_NAME),
        ("york new", "New York", 2 * (EXACT + IN_NAME)),
        ("newyork", "New York", EXACT + IN_NAME + WHOLE_NAME),
        (
            "clermontf",
            "Clermont-Ferrand",
            PREFIX + IN_NAME + NAME_START,
        ),
        (
            "clermnot-ferand",
            "Clermont-Ferrand",
            2 * (ONE_EDIT + IN_NAME),
        ),
        ("clremntferrand", "Clermont-Ferrand", TWO_EDITS + IN_NAME),
        ("alcora", "L'Alcora", EXACT + IN_NAME + NAME_START),
        (
            "bosnia and herzegovina",
            "Sarajevo",
            3 * (EXACT + IN_COUNTRY),
        ),
        (
            "nanjing china",
            "Nanjing",
            EXACT + IN_NAME + EXACT + IN_COUNTRY,
        ),
        ("고야", "Goyang", PREFIX + IN_OTHER_NAME + NAME_START),
        ("양", "Goyang", PREFIX + IN_OTHER_NAME),
        ("nanjing france", "Nanjing", 0),
        ("j", "Nanjing", 0),
        ("yrok", "New York", ONE_EDIT + IN_NAME),
        ("yok", "York", 0),
    ] {
        assert_eq!(score(text, name), expected, "{text} {name}");
    }
}

#[test]
fn a_code_does_not_push_names_that_begin_so_from_the_top() {
    assert!(score("cn", "Cnidus") > score("cn", "Nanjing"));
    assert!(score("cn", "Nanjing") > 0);
}

#[test]
fn one_letter_names_no_country_and_two_name_no_region() {
    for (text, expected) in [
        ("c", 0),
        ("ch", PREFIX + IN_COUNTRY),
        ("hi", 0),
        ("hin", SUBSTRING + IN_COUNTRY),
        ("as", 0),
        ("asi", PREFIX + IN_REGION),
        ("中", PREFIX + IN_COUNTRY),
    ] {
        assert_eq!(score(text, "Nanjing"), expected, "{text}");
    }
}

#[test]
fn the_gaps_between_the_constants_keep_their_promises() {
    const { assert!(EXACT > PREFIX + NAME_START && PREFIX > SUBSTRING + NAME_START) };
    const { assert!(SUBSTRING > ONE_EDIT && ONE_EDIT > TWO_EDITS) };
    const { assert!(IN_NAME - IN_OTHER_NAME > NAME_START && WHOLE_NAME > IN_NAME - IN_OTHER_NAME) };
    const { assert!(EXACT + IN_COUNTRY > PREFIX + IN_NAME + NAME_START) };
    const { assert!(PREFIX + IN_OTHER_NAME > EXACT + IN_REGION) };
    const { assert!(SUBSTRING + IN_NAME > ONE_EDIT + IN_NAME + NAME_START) };
    const {
        assert!(
            (MAXIMUM_WORDS as u64) * (EXACT + IN_NAME) as u64 + (WHOLE_NAME as u64)
                < u16::MAX as u64
        )
    };
}

#[test]
fn misspellings_count_only_where_nothing_begins_with_the_word() {
    // "york" begins two names: "yorn" may be misspelt, "york" may not.
    assert_eq!(score("york", "Nanjing"), 0);
    let directory = Directory::new(
        vec![
            city("Sinop", "TR", &[]),
            city("Sinope", "TR", &[]),
            city("Sinob", "TR", &[]),
        ],
        Countries::default(),
    );
    let found = |text: &str| {
        directory
            .results(&Query {
                text: text.to_owned(),
                ..Query::default()
            })
            .ids
            .len()
    };
    assert_eq!(found("sinop"), 2);
    assert_eq!(found("sinpo"), 1);
    assert_eq!(found("sinobe"), 2);
}

#[test]
fn blank_and_wordless_texts_ask_for_everything() {
    for text in ["", "  ", "-", "'", "\u{301}"] {
        let directory = directory();
        let matches = directory.index.matches(text, &directory.groups);
        assert_eq!(matches, Matches::All, "{text:?}");
    }
}

#[test]
fn what_matched_is_marked_in_the_name() {
    for (text, name, expected) in [
        ("nanj", "Nanjing", "[Nanj]ing"),
        ("JING", "Nanjing", "Nan[jing]"),
        ("york new", "New York", "[New] [York]"),
        ("newyork", "New York", "[New York]"),
        ("alcora", "L'Alcora", "L'[Alcora]"),
        ("ferand", "Clermont-Ferrand", "Clermont-[Ferrand]"),
        ("clremntferrand", "Clermont-Ferrand", "[Clermont-Ferrand]"),
        ("", "York", "York"),
    ] {
        let (city, explanation) = explanation(text, name);
        assert_eq!(marked(&city.name, &explanation.name), expected, "{text}");
        assert_eq!(explanation.via, None, "{text}");
    }
    let (city, explanation) = explanation("京", "Nanjing");
    assert_eq!(
        marked(&city.native_name.unwrap(), &explanation.native_name),
        "南[京]市"
    );
}

#[test]
fn what_matched_instead_of_the_name_is_told() {
    for (text, name, field, expected) in [
        ("nankin", "Nanjing", Field::Alias, "[Nankin]g"),
        (
            "нан",
            "Nanjing",
            Field::NameIn(Language::Russian),
            "[Нан]кин",
        ),
        ("china", "Nanjing", Field::Country, "[China]"),
        ("republic", "Nanjing", Field::Country, "[Republic] of China"),
        ("chian", "Nanjing", Field::Country, "[China]"),
        ("中国", "Nanjing", Field::Country, "[中国]"),
        (
            "pacific asia",
            "Nanjing",
            Field::Region,
            "[Asia] and the [Pacific]",
        ),
        ("cn", "Nanjing", Field::CountryCode, "[CN]"),
        ("nanjing china", "Nanjing", Field::Country, "[China]"),
        ("고양", "Goyang", Field::Alias, "[고양]시"),
    ] {
        let via = explanation(text, name).1.via.unwrap();
        assert_eq!(via.field, field, "{text}");
        assert_eq!(marked(&via.text, &via.marks), expected, "{text}");
    }
}
