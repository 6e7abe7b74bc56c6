//! The same promises among ten thousand made-up cities.

use std::sync::LazyLock;

use learning_cities::domain::city::{City, CityId, Standing};
use learning_cities::domain::country::{Countries, CountryCode};
use learning_cities::domain::directory::Directory;
use learning_cities::domain::region::Region;
use learning_cities::domain::text::fold;

use super::recall::{Random, Recall, has_name_with_prefix, misspelt, names};

const CITIES: usize = 10_000;

/// Cities asked for; more would say the same.
const ASKED: usize = 400;

/// Parts of which plausible names are made.
const SYLLABLES: [&str; 48] = [
    "nan", "jing", "su", "zhou", "ka", "ra", "mi", "to", "san", "ta", "bel", "mon", "te", "vil",
    "la", "port", "al", "har", "bin", "go", "yang", "chi", "ang", "rai", "du", "lin", "ber", "gen",
    "os", "lo", "ma", "ri", "na", "qu", "é", "ö", "ñu", "šan", "ić", "ham", "wick", "ford", "xi",
    "fü", "dab", "pek", "zer", "cov",
];

const CHINESE: [char; 24] = [
    '南', '京', '苏', '州', '上', '海', '北', '杭', '成', '都', '武', '汉', '西', '安', '太', '原',
    '常', '熟', '深', '圳', '广', '东', '宁', '龙',
];

static DIRECTORY: LazyLock<Directory> = LazyLock::new(|| {
    let mut random = Random(10_000);
    let cities = (0..CITIES).map(|number| city(number, &mut random));
    Directory::new(cities.collect(), Countries::default())
});

fn city(number: usize, random: &mut Random) -> City {
    let mut name = String::new();
    for word in 0..=random.below(4) / 3 {
        if word > 0 {
            name.push([' ', '-'][random.below(2)]);
        }
        for _ in 0..3 + random.below(2) {
            name.push_str(SYLLABLES[random.below(SYLLABLES.len())]);
        }
    }
    let chinese = (0..3 + random.below(2)).map(|_| CHINESE[random.below(CHINESE.len())]);
    City {
        slug: format!("city-{number}"),
        name,
        recorded_name: None,
        native_name: number.is_multiple_of(3).then(|| chinese.collect()),
        country: CountryCode::parse(["CN", "KR", "DE", "EG"][random.below(4)]).unwrap(),
        country_name: "Land".to_owned(),
        region: Region::ALL[random.below(Region::ALL.len())],
        admissions: vec![],
        awards: vec![],
        position: None,
        town_population: None,
        names: vec![],
        aliases: vec![],
        last_attested: None,
        standing: Standing::PresumedCurrent,
        sources: vec![],
    }
}

/// Some of the cities, spread over all.
fn asked() -> impl Iterator<Item = (CityId, &'static City)> {
    let ids = DIRECTORY.ids().step_by(CITIES / ASKED);
    ids.map(|id| (id, DIRECTORY.city(id).unwrap()))
}

#[test]
fn a_name_in_full_is_found_among_ten_thousand() {
    let mut recall = Recall::default();
    for (id, meant) in asked() {
        let folded = fold(&meant.name);
        let same = |city: &City| names(city).any(|name| fold(name) == folded);
        recall.count(&DIRECTORY, &meant.name, id, same);
        recall.count(&DIRECTORY, &folded, id, same);
    }
    recall.at_least("name in full among 10,000", 0.99, 0.99);
}

#[test]
fn the_first_letters_of_a_name_are_enough_among_ten_thousand() {
    let mut recall = Recall::default();
    for (id, meant) in asked() {
        let letters = meant.name.chars().count();
        let prefix: String = meant
            .name
            .chars()
            .take((letters * 6).div_ceil(10))
            .collect();
        let folded = fold(&prefix);
        recall.count(&DIRECTORY, &prefix, id, |city| {
            has_name_with_prefix(city, &folded)
        });
    }
    recall.at_least("first 60 % of a name among 10,000", 0.99, 0.97);
}

#[test]
fn one_slip_is_forgiven_among_ten_thousand() {
    let mut recall = Recall::default();
    let mut random = Random(2025);
    for (id, meant) in asked() {
        if let Some(text) = misspelt(&meant.name, &mut random) {
            recall.count(&DIRECTORY, &text, id, |_| false);
        }
    }
    recall.at_least("one typo among 10,000", 0.95, 0.85);
}

#[test]
fn a_native_name_is_found_among_ten_thousand_in_either_characters() {
    let mut recall = Recall::default();
    for (id, meant) in asked() {
        let Some(name) = &meant.native_name else {
            continue;
        };
        let folded = fold(name);
        let same = |city: &City| names(city).any(|name| fold(name) == folded);
        recall.count(&DIRECTORY, name, id, same);
        recall.count(&DIRECTORY, &hanconv::s2t(name.clone()), id, same);
    }
    recall.at_least("native name among 10,000", 0.99, 0.97);
}
