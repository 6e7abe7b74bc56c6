//! What a generated file must be: what the site's own reader takes without a word, always the same.

use std::collections::HashSet;

use learning_cities::domain::city::City;
use learning_cities::domain::country::Countries;
use learning_cities::domain::issue::Reading;
use learning_cities::domain::record::{cross_check, read_cities, read_countries};

use super::*;

fn made(records: usize, form: Form) -> String {
    file(&Workspace::find().unwrap(), records, SEED, form).unwrap()
}

fn bundled(name: &str) -> String {
    let root = Workspace::find().unwrap().root;
    fs::read_to_string(root.join("public/data").join(name)).unwrap()
}

fn countries() -> Countries {
    read_countries("countries.json", &bundled("countries.json")).value
}

fn read(text: &str) -> Vec<City> {
    let Reading { value, issues } = read_cities("cities.json", text, &countries());
    assert_eq!(issues, [], "the reader has something to say");
    value.cities
}

type Property = fn(&City) -> bool;

fn share(cities: &[City], holds: Property) -> f64 {
    cities.iter().filter(|city| holds(city)).count() as f64 / cities.len() as f64
}

#[test]
fn two_runs_give_the_same_bytes_and_another_seed_gives_others() {
    let workspace = Workspace::find().unwrap();
    let seeded = |seed| file(&workspace, 2_000, seed, Form::Site).unwrap();
    assert!(seeded(7) == seeded(7), "two runs differ");
    assert!(seeded(7) != seeded(8), "two seeds agree");
}

#[test]
fn the_site_reads_either_form_without_any_issue() {
    for form in [Form::Site, Form::Plain] {
        assert_eq!(read(&made(3_000, form)).len(), 3_000);
    }
}

#[test]
fn every_record_lies_in_the_region_of_its_country() {
    let cities: Vec<City> = read(&made(3_000, Form::Site));
    let made_up = cities.get(365..).unwrap();
    assert_eq!(cross_check(made_up, &countries(), &[], &[]), []);
}

#[test]
fn the_real_records_stand_first_and_unchanged() {
    let real = read(&bundled("cities.json"));
    assert_eq!(read(&made(real.len(), Form::Site)), real);
    assert_eq!(read(&made(100, Form::Site)), real.get(..100).unwrap());
}

#[test]
fn a_longer_file_begins_with_the_shorter() {
    let cities = |records| read(&made(records, Form::Site));
    assert_eq!(cities(2_000).get(..900).unwrap(), cities(900));
}

#[test]
fn slugs_differ_and_few_names_are_the_same() {
    let cities = read(&made(20_000, Form::Site));
    let slugs: HashSet<&str> = cities.iter().map(|city| &*city.slug).collect();
    assert_eq!(slugs.len(), cities.len());
    let names: HashSet<&str> = cities.iter().map(|city| &*city.name).collect();
    assert!(names.len() > cities.len() / 2, "{} names", names.len());
}

#[test]
fn what_is_known_of_the_real_records_is_known_as_often_of_the_others() {
    let real = read(&bundled("cities.json"));
    let made_up = read(&made(10_000, Form::Site));
    let properties: [(&str, Property); 9] = [
        ("a year of joining", |city| city.joined().is_some()),
        ("a position", |city| city.position.is_some()),
        ("a population", |city| city.town_population.is_some()),
        ("an award", |city| !city.awards.is_empty()),
        ("names in other languages", |city| !city.names.is_empty()),
        ("other spellings", |city| !city.aliases.is_empty()),
        ("a native name", |city| city.native_name.is_some()),
        ("a Chinese native name", |city| {
            let native = city.native_name.as_deref().unwrap_or_default();
            native.contains(|letter| ('一'..='鿿').contains(&letter))
        }),
        ("a name beyond ASCII", |city| !city.name.is_ascii()),
    ];
    for (what, holds) in properties {
        let (there, here) = (share(&real, holds), share(&made_up, holds));
        assert!((there - here).abs() < 0.03, "{what}: {there} and {here}");
    }
    let twice = share(&made_up, |city| city.admissions.len() > 1);
    assert!((0.005..0.05).contains(&twice), "admitted twice: {twice}");
}

#[test]
fn a_file_says_that_its_records_are_invented() {
    for form in [Form::Site, Form::Plain] {
        let text = made(400, form);
        let head: String = text.chars().take(1_000).collect();
        assert!(
            head.contains("\"note\":\"For load only: all records after the first 365 are invented"),
            "{head}"
        );
    }
}

#[test]
fn a_plain_record_has_no_gap() {
    let text = made(1_000, Form::Plain);
    let records: Vec<serde_json::Map<String, serde_json::Value>> =
        serde_json::from_str(&text).unwrap();
    for record in records.iter().skip(1) {
        assert_eq!(record.len(), 11, "{record:?}");
        assert!(record.values().all(|value| !value.is_null()), "{record:?}");
    }
}
