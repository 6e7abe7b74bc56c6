//! How well the search finds what a reader means, measured over the bundled cities and over ten
//! thousand made-up ones, with queries from a seeded generator. The thresholds are promises, so a
//! change that breaks one is a loss.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod generated;
mod recall;

use std::path::Path;

use learning_cities::domain::city::City;
use learning_cities::domain::country::CountryCode;
use learning_cities::domain::directory::Directory;
use learning_cities::domain::language::Language;
use learning_cities::domain::query::Query;
use learning_cities::domain::record::{read_cities, read_countries};
use learning_cities::domain::text::fold;

use recall::{Random, Recall, has_name_with_prefix, misspelt, names};

/// Typos made in every name.
const TYPOS_PER_NAME: usize = 8;

fn directory() -> Directory {
    let text = |file: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("public/data")
            .join(file);
        std::fs::read_to_string(path).unwrap()
    };
    let countries = read_countries("countries.json", &text("countries.json")).value;
    let cities = read_cities("cities.json", &text("cities.json"), &countries)
        .value
        .cities;
    Directory::new(cities, countries)
}

#[test]
fn a_name_in_full_is_found() {
    let directory = directory();
    let mut recall = Recall::default();
    for id in directory.ids() {
        let name = directory.city(id).unwrap().name.clone();
        recall.count(&directory, &name, id, |_| false);
    }
    recall.at_least("name in full", 0.99, 0.97);
}

#[test]
fn the_first_letters_of_a_name_are_enough() {
    let directory = directory();
    let mut recall = Recall::default();
    for id in directory.ids() {
        let name = directory.city(id).unwrap().name.clone();
        let letters = name.chars().count();
        let prefix: String = name.chars().take((letters * 6).div_ceil(10)).collect();
        let folded = fold(&prefix);
        recall.count(&directory, &prefix, id, |city| {
            has_name_with_prefix(city, &folded)
        });
    }
    recall.at_least("first 60 % of a name", 0.99, 0.97);
}

#[test]
fn accents_need_not_be_typed() {
    let directory = directory();
    let mut recall = Recall::default();
    for id in directory.ids() {
        let city = directory.city(id).unwrap();
        let accented = names(city).filter(|name| fold(name).is_ascii() && !name.is_ascii());
        for name in accented.map(str::to_owned).collect::<Vec<_>>() {
            let plain = fold(&name);
            recall.count(&directory, &plain, id, |city| {
                names(city).any(|name| fold(name) == plain)
            });
        }
    }
    recall.at_least("name without accents", 0.99, 0.97);
}

#[test]
fn one_slip_is_forgiven() {
    let directory = directory();
    let mut recall = Recall::default();
    let mut random = Random(2024);
    for id in directory.ids() {
        let name = directory.city(id).unwrap().name.clone();
        for text in (0..TYPOS_PER_NAME).filter_map(|_| misspelt(&name, &mut random)) {
            recall.count(&directory, &text, id, |_| false);
        }
    }
    recall.at_least("one typo", 0.95, 0.85);
}

#[test]
fn the_native_name_is_found() {
    let directory = directory();
    let mut recall = Recall::default();
    for id in directory.ids() {
        let Some(name) = directory.city(id).unwrap().native_name.clone() else {
            continue;
        };
        let folded = fold(&name);
        let same = |city: &City| names(city).any(|name| fold(name) == folded);
        recall.count(&directory, &name, id, same);
    }
    recall.at_least("native name", 0.99, 0.97);
}

#[test]
fn two_chinese_characters_in_a_row_are_enough() {
    let directory = directory();
    let china = CountryCode::parse("CN").unwrap();
    let mut recall = Recall::default();
    for id in directory.ids() {
        let city = directory.city(id).unwrap();
        let native = city
            .native_name
            .as_deref()
            .filter(|_| city.country == china);
        let name = city.name_in(Language::Chinese).or(native);
        let characters: Vec<char> = name.unwrap_or_default().chars().collect();
        for pair in characters.windows(2) {
            let text: String = pair.iter().collect();
            let has = |city: &City| names(city).any(|name| name.contains(&text));
            recall.count(&directory, &text, id, has);
        }
    }
    recall.at_least("two Chinese characters", 0.99, 0.95);
}

#[test]
fn traditional_characters_find_the_simplified_name() {
    let directory = directory();
    let mut recall = Recall::default();
    for id in directory.ids() {
        let city = directory.city(id).unwrap();
        let Some(name) = city.name_in(Language::Chinese).map(str::to_owned) else {
            continue;
        };
        let traditional = hanconv::s2t(name.clone());
        if traditional != name {
            let folded = fold(&name);
            let same = |city: &City| names(city).any(|name| fold(name) == folded);
            recall.count(&directory, &traditional, id, same);
        }
    }
    recall.at_least("traditional Chinese", 0.99, 0.97);
}

#[test]
fn years_and_awards_find_exactly_the_cities_that_have_them() {
    let directory = directory();
    let found = |text: String| {
        let query = Query {
            text,
            ..Query::default()
        };
        directory.results(&query).ids.len()
    };
    let count = |holds: &dyn Fn(&City) -> bool| {
        let cities = directory.cities().iter();
        cities.filter(|city| holds(city)).count()
    };
    for year in 2013..=2026 {
        let has = |city: &City| city.admissions.contains(&year) || city.awards.contains(&year);
        assert_eq!(found(year.to_string()), count(&has), "{year}");
        let has = |city: &City| city.awards.contains(&year);
        assert_eq!(found(format!("award {year}")), count(&has), "{year}");
    }
    assert_eq!(
        found("award".into()),
        count(&|city| !city.awards.is_empty())
    );
}

#[test]
fn every_row_says_why_it_is_there() {
    let directory = directory();
    let mut texts: Vec<String> = "南 蘇州 korea 2022|award 2019|award|20|cn|pacific|nankin|suzhuo|\
        clermontferrand|sud corée|republic|xian|s hertogenbosch|nanjing chian|مصر|서울|2013 award"
        .split('|')
        .map(str::to_owned)
        .collect();
    let mut random = Random(7);
    let misspelt = |city: &City| misspelt(&city.name, &mut random);
    texts.extend(directory.cities().iter().step_by(5).filter_map(misspelt));
    for text in texts {
        let query = Query {
            text,
            ..Query::default()
        };
        let mut explainer = directory.explainer(&query);
        for id in directory.results(&query).ids {
            let explanation = explainer.explain(id);
            assert_eq!(explanation, directory.explain(&query, id));
            let says = !explanation.name.is_empty()
                || !explanation.native_name.is_empty()
                || explanation.via.is_some();
            let name = &directory.city(id).unwrap().name;
            assert!(says, "{} does not say why {name} is there", query.text);
        }
    }
}

#[test]
fn a_name_that_is_there_brings_no_noise() {
    let directory = directory();
    for (text, most) in [
        ("nanking", 1),
        ("nanjing", 1),
        ("南京", 1),
        ("hamburg", 1),
        ("xian", 1),
    ] {
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        let found = directory.results(&query).ids.len();
        assert!((1..=most).contains(&found), "{text}: {found} results");
    }
}

#[test]
fn a_country_brings_all_its_cities_and_they_come_first() {
    let directory = directory();
    for (text, code) in [
        ("china", "CN"),
        ("中国", "CN"),
        ("corée du sud", "KR"),
        ("мексика", "MX"),
        ("مصر", "EG"),
    ] {
        let code = CountryCode::parse(code).unwrap();
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        let ids = directory.results(&query).ids;
        let expected = directory.of_country(code).len();
        let first = ids
            .iter()
            .take(expected)
            .filter(|id| directory.city(**id).unwrap().country == code);
        assert_eq!(first.count(), expected, "{text}");
    }
}
