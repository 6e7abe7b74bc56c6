//! Results and counts against an oracle that walks over all cities and knows no index.

use proptest::prelude::*;

use super::super::city::{City, Standing};
use super::super::country::{Countries, Country, CountryCode};
use super::super::query::{Chosen, Facet, FacetValue, JoinedFilter};
use super::super::region::Region;
use super::super::suggestions::Suggestion;
use super::super::text::fold;
use super::*;
use naive::{has, matches_text, passes};

mod naive;

const CODES: [&str; 4] = ["CN", "KR", "DE", "EG"];

fn code(number: usize) -> CountryCode {
    CountryCode::parse(CODES[number % CODES.len()]).unwrap()
}

/// Letters of one query word never occur within a slip of another name, so that typos stay out
/// of the oracle: words have three letters, too few to forgive one.
fn any_city() -> impl Strategy<Value = City> {
    (
        prop::collection::vec("[abÀé]{1,3}", 1..3),
        0usize..4,
        prop::collection::btree_set(2018u16..2021, 0..3),
        prop::collection::btree_set(2016u16..2020, 0..3),
        prop::option::of(0u32..4),
    )
        .prop_map(|(words, country, joined, awards, town_population)| City {
            slug: String::new(),
            name: words.join("-"),
            recorded_name: None,
            native_name: None,
            country: code(country),
            country_name: format!("X{country}"),
            region: Region::ALL[country % 2],
            admissions: joined.into_iter().collect(),
            awards: awards.into_iter().collect(),
            position: None,
            town_population,
            names: vec![],
            aliases: vec![],
            last_attested: None,
            standing: Standing::PresumedCurrent,
            sources: vec![],
        })
}

fn any_directory() -> impl Strategy<Value = Directory> {
    prop::collection::vec(any_city(), 0..30).prop_map(|mut cities| {
        for (number, city) in cities.iter_mut().enumerate() {
            city.slug = format!("c{}", (number * 7) % 31);
        }
        let korea = Country {
            code: code(1),
            name: "AAA".into(),
            short_name: "AAA".into(),
            region: Region::Africa,
            names: vec![],
        };
        Directory::new(cities, Countries::new(vec![korea]))
    })
}

fn any_value() -> impl Strategy<Value = FacetValue> {
    prop_oneof![
        (0usize..3).prop_map(|number| FacetValue::Region(Region::ALL[number])),
        (0usize..4).prop_map(|number| FacetValue::Country(code(number))),
        (2018u16..2022).prop_map(|year| FacetValue::Joined(JoinedFilter::Year(year))),
        Just(FacetValue::Joined(JoinedFilter::Unknown)),
        (2015u16..2019).prop_map(FacetValue::Award),
    ]
}

fn any_query() -> impl Strategy<Value = Query> {
    let sort = prop::sample::select(Sort::ALL.to_vec());
    (
        "(([abé]{0,3}|20(1[5-9]|2[01])|20|202|award|awards) ){0,2}",
        prop::collection::vec(any_value(), 0..4),
        sort,
    )
        .prop_map(|(text, values, sort)| {
            let mut query = Query {
                text,
                sort,
                ..Query::default()
            };
            values
                .into_iter()
                .for_each(|value| query.set(value, Chosen::Yes));
            query
        })
}

proptest! {
    #[test]
    fn the_results_are_the_cities_that_a_walk_finds(
        directory in any_directory(), queries in prop::collection::vec(any_query(), 8),
    ) {
        for query in queries {
        let mut ids = directory.results(&query).ids;
        ids.sort_unstable();
        let expected: Vec<CityId> = directory
            .ids()
            .filter(|id| {
                let city = directory.city(*id).unwrap();
                matches_text(&directory, city, &query.text) && passes(&query, city, None)
            })
            .collect();
        prop_assert_eq!(ids, expected);
        }
    }

    #[test]
    fn a_count_is_what_a_walk_counts(
        directory in any_directory(), queries in prop::collection::vec(any_query(), 8),
    ) {
        for query in queries {
        let facets = directory.results(&query).facets;
        for facet in Facet::ALL {
            for option in facets.options(facet) {
                prop_assert_eq!(option.value.facet(), facet);
                let shown = |city: &&City| {
                    matches_text(&directory, city, &query.text)
                        && passes(&query, city, Some(facet))
                        && has(city, option.value)
                };
                let expected = directory.cities().iter().filter(shown).count();
                prop_assert_eq!(option.count as usize, expected, "{:?}", option.value);
                prop_assert_eq!(facets.count(option.value), option.count);
            }
        }
        }
    }

    #[test]
    fn every_value_of_the_directory_and_every_chosen_one_is_an_option_once(
        directory in any_directory(), query in any_query(),
    ) {
        let facets = directory.results(&query).facets;
        let options: Vec<FacetValue> = Facet::ALL
            .into_iter()
            .flat_map(|facet| facets.options(facet).iter().map(|option| option.value))
            .collect();
        let mut distinct = options.clone();
        distinct.sort_unstable();
        distinct.dedup();
        prop_assert_eq!(distinct.len(), options.len());
        for value in query.chosen() {
            prop_assert!(options.contains(&value));
        }
        for city in directory.cities() {
            prop_assert!(options.contains(&FacetValue::Region(city.region)));
            prop_assert!(options.contains(&FacetValue::Country(city.country)));
            for year in &city.awards {
                prop_assert!(options.contains(&FacetValue::Award(*year)));
            }
        }
    }

    #[test]
    fn every_order_is_total_and_without_the_value_means_last(
        directory in any_directory(), sort in prop::sample::select(Sort::ALL.to_vec()),
    ) {
        let english = super::super::language::Language::English;
        let results = directory.results(&Query { sort, ..Query::default() });
        prop_assert_eq!(results.ids.len(), directory.cities().len());
        let key = |id: &CityId| {
            let city = directory.city(*id).unwrap();
            let value = match sort {
                Sort::Name | Sort::Near => (false, 0, String::new()),
                Sort::JoinedNewest | Sort::JoinedOldest => {
                    let year = i64::from(city.joined().unwrap_or_default());
                    let sign = if sort == Sort::JoinedNewest { -1 } else { 1 };
                    (city.joined().is_none(), sign * year, String::new())
                }
                Sort::Population => {
                    let people = city.town_population.map(i64::from);
                    (people.is_none(), -people.unwrap_or_default(), String::new())
                }
                Sort::Country => (false, 0, fold(directory.country_name(city.country, english))),
            };
            (value, fold(&city.name), city.slug.clone())
        };
        prop_assert!(results.ids.is_sorted_by_key(key));
    }

    #[test]
    fn marks_are_on_character_boundaries_sorted_and_disjoint(
        city in any_city(), text in "[abéÀ' -]{0,8}",
    ) {
        let name = city.name.clone();
        let directory = Directory::new(vec![city], Countries::default());
        let marks = directory.explain(&Query { text, ..Query::default() }, CityId(0)).name;
        let mut end = 0;
        for range in marks {
            prop_assert!(range.start >= end && range.start < range.end);
            prop_assert!(name.get(range.clone()).is_some());
            end = range.end;
        }
    }

    #[test]
    fn every_offer_leaves_a_city(directory in any_directory(), query in any_query()) {
        for value in directory.offers(&query) {
            let accepted = directory.accept_offer(&query, value);
            prop_assert!(!query.contains(value) && accepted.contains(value));
            prop_assert!(!directory.results(&accepted).ids.is_empty());
        }
    }

    #[test]
    fn every_suggestion_leads_to_a_city(directory in any_directory(), query in any_query()) {
        let suggestions = directory.suggestions(&query);
        let empty = directory.results(&query).ids.is_empty();
        prop_assert!(empty || suggestions.is_empty());
        prop_assert!(!empty || directory.cities().is_empty() || !suggestions.is_empty());
        for suggestion in suggestions {
            let mut followed = query.clone();
            match suggestion {
                Suggestion::RemoveFilter(value) => followed.set(value, Chosen::No),
                Suggestion::Spelling(name) => followed.text = name,
                Suggestion::RemoveText => followed.text.clear(),
                Suggestion::ClearAll => followed = Query::default(),
            }
            prop_assert!(!directory.results(&followed).ids.is_empty());
        }
    }
}

#[test]
fn equal_scores_keep_their_order_and_higher_ones_come_first() {
    let scores = [5, 0, 9, 5, 0, 9, 1];
    let ids = |ids: &[u32]| ids.iter().copied().map(CityId).collect::<Vec<_>>();
    assert_eq!(
        by_score(&ids(&[3, 2, 0, 5, 6]), &scores),
        ids(&[2, 5, 3, 0, 6])
    );
    assert_eq!(by_score(&[], &scores), []);
}

#[test]
fn an_empty_directory_answers_everything_with_nothing() {
    let directory = Directory::new(vec![], Countries::default());
    let query = Query {
        text: "nanjing".into(),
        ..Query::default()
    };
    assert_eq!(directory.results(&query).ids, []);
    assert_eq!(directory.results(&Query::default()), Results::default());
    assert_eq!(directory.suggestions(&query), []);
    assert_eq!(directory.find("nanjing"), None);
    assert_eq!(directory.nearest(CityId(0), 3), []);
}
