//! How well the search finds what a reader means, measured over the bundled cities with queries
//! from a seeded generator. The thresholds are promises, so a change that breaks one is a loss.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::Path;

use learning_cities::domain::city::{City, CityId};
use learning_cities::domain::country::CountryCode;
use learning_cities::domain::directory::Directory;
use learning_cities::domain::language::Language;
use learning_cities::domain::query::Query;
use learning_cities::domain::record::{read_cities, read_countries};
use learning_cities::domain::text::fold;

/// What fits on a small screen without scrolling.
const SHOWN: usize = 5;

/// Typos made in every name.
const TYPOS_PER_NAME: usize = 8;

/// A small generator of numbers (SplitMix64), so that every run asks the same.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }
}

/// How often what was meant came first, and how often among the first.
#[derive(Default)]
struct Recall {
    asked: usize,
    first: usize,
    shown: usize,
    missed: Vec<String>,
}

impl Recall {
    /// Counts one query. Any of several equally right answers will do.
    fn count(
        &mut self,
        directory: &Directory,
        text: &str,
        meant: CityId,
        right: impl Fn(&City) -> bool,
    ) {
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        let ids = directory.results(&query).ids;
        let is_right = |id: &CityId| *id == meant || right(directory.city(*id).unwrap());
        let rank = ids.iter().position(is_right);
        // Equally right ones may fill the screen, but only those.
        let crowded = ids.iter().take(SHOWN).all(is_right);
        let shown =
            ids.iter().take(SHOWN).any(|id| *id == meant) || (crowded && ids.contains(&meant));
        self.asked += 1;
        self.first += usize::from(rank == Some(0));
        self.shown += usize::from(shown);
        if !shown {
            self.missed
                .push(format!("{text} -> {}", directory.city(meant).unwrap().name));
        }
    }

    fn at_least(&self, name: &str, shown: f64, first: f64) {
        let share = |part: usize| part as f64 / self.asked as f64;
        println!(
            "{name}: {} queries, recall@{SHOWN} {:.4}, at rank 1 {:.4}; missed: {}",
            self.asked,
            share(self.shown),
            share(self.first),
            self.missed.join("; "),
        );
        assert!(self.asked > 50, "{name}: too few queries to mean anything");
        assert!(
            share(self.shown) >= shown,
            "{name}: recall {}",
            share(self.shown)
        );
        assert!(
            share(self.first) >= first,
            "{name}: at rank 1 {}",
            share(self.first)
        );
    }
}

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

fn names(city: &City) -> impl Iterator<Item = &str> {
    let others = city.names.iter().map(|(_, name)| name.as_str());
    let aliases = city.aliases.iter().map(String::as_str);
    [city.name.as_str()]
        .into_iter()
        .chain(city.native_name.as_deref())
        .chain(others)
        .chain(aliases)
}

fn has_name_with_prefix(city: &City, prefix: &str) -> bool {
    names(city).any(|name| fold(name).starts_with(prefix))
}

/// Makes one slip inside a word that is long enough to be forgiven: of five letters or more, so
/// that four are left when one is lost.
fn misspelt(name: &str, random: &mut Random) -> Option<String> {
    let mut letters: Vec<char> = name.chars().collect();
    let is_letter = |at: &usize| letters[*at].is_alphabetic();
    let mut words: Vec<Vec<usize>> = vec![vec![]];
    for at in 0..letters.len() {
        if is_letter(&at) {
            words.last_mut().unwrap().push(at);
        } else {
            words.push(vec![]);
        }
    }
    words.retain(|word| word.len() >= 5);
    if words.is_empty() {
        return None;
    }
    let word = &words[random.below(words.len())];
    let place = random.below(word.len());
    let at = word[place];
    let other = char::from(b"abcdefghijklmnopqrstuvwxyz"[random.below(26)]);
    match random.below(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, other),
        2 => letters[at] = other,
        _ => letters.swap(word[place.saturating_sub(1)], at),
    }
    let text: String = letters.into_iter().collect();
    (fold(&text) != fold(name)).then_some(text)
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
