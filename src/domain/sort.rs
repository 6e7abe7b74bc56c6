//! The orders of the results. Every order is total: what ties goes by folded name, then by slug,
//! and a city without the value sorted by stands last.

use std::cmp::Reverse;

use super::city::City;
use super::country::Countries;
use super::query::Sort;
use super::text::fold;

/// The name ranks of all cities in each order but that of names, which is the ranks themselves.
#[derive(Debug)]
pub(super) struct Orders {
    joined_newest: Vec<u32>,
    joined_oldest: Vec<u32>,
    population: Vec<u32>,
    country: Vec<u32>,
}

impl Orders {
    /// Prepares the orders of cities given in the order of their names.
    pub(super) fn new(by_name: &[&City], countries: &Countries) -> Self {
        // Stable sorts of ascending ranks: what ties stays in the order of names.
        let order = |sort: &dyn Fn(&mut Vec<(u32, &City)>)| -> Vec<u32> {
            let mut ranked: Vec<(u32, &City)> = (0..).zip(by_name.iter().copied()).collect();
            sort(&mut ranked);
            ranked.into_iter().map(|(rank, _)| rank).collect()
        };
        Self {
            joined_newest: order(&|ranked| {
                ranked.sort_by_key(|(_, city)| (city.joined().is_none(), Reverse(city.joined())));
            }),
            joined_oldest: order(&|ranked| {
                ranked.sort_by_key(|(_, city)| (city.joined().is_none(), city.joined()));
            }),
            population: order(&|ranked| {
                ranked.sort_by_key(|(_, city)| {
                    (city.town_population.is_none(), Reverse(city.town_population))
                });
            }),
            country: order(&|ranked| sort_by_country(ranked, countries)),
        }
    }

    /// The ranks in an order; `None` where the order is that of names.
    pub(super) fn of(&self, sort: Sort) -> Option<&[u32]> {
        match sort {
            Sort::Name => None,
            Sort::JoinedNewest => Some(&self.joined_newest),
            Sort::JoinedOldest => Some(&self.joined_oldest),
            Sort::Population => Some(&self.population),
            Sort::Country => Some(&self.country),
        }
    }
}

/// The English name by which a country is sorted: the known one, else the record's.
fn sort_by_country(ranked: &mut [(u32, &City)], countries: &Countries) {
    let mut names: Vec<(super::country::CountryCode, String)> = Vec::new();
    for (_, city) in ranked.iter() {
        if let Err(at) = names.binary_search_by_key(&city.country, |(code, _)| *code) {
            let known = countries.get(city.country).map(|country| country.short_name.as_str());
            names.insert(at, (city.country, fold(known.unwrap_or(&city.country_name))));
        }
    }
    let mut by_name: Vec<usize> = (0..names.len()).collect();
    by_name.sort_by_key(|at| names.get(*at).map(|(code, name)| (name, *code)));
    let mut places = vec![0; names.len()];
    for (place, at) in by_name.into_iter().enumerate() {
        if let Some(to) = places.get_mut(at) {
            *to = place;
        }
    }
    ranked.sort_by_key(|(_, city)| {
        let at = names.binary_search_by_key(&city.country, |(code, _)| *code).ok();
        at.and_then(|at| places.get(at).copied())
    });
}
