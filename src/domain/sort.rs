//! The orders of the results. Every order is total: what ties goes by folded name, then by slug,
//! and a city without the value sorted by stands last.

use std::collections::BTreeMap;

use super::country::CountryCode;
use super::facts::Facts;
use super::query::Sort;

/// The key of a city without the value: greater than that of any value.
const LAST: u64 = u64::MAX;

/// The name ranks of all cities in each order but that of names, which is the ranks themselves.
#[derive(Debug)]
pub(super) struct Orders {
    joined_newest: Vec<u32>,
    joined_oldest: Vec<u32>,
    population: Vec<u32>,
    country: Vec<u32>,
}

impl Orders {
    /// Prepares the orders of cities given in the order of their names; `countries_by_name` are the
    /// codes of their countries in the order of English names.
    pub(super) fn new(facts: &[Facts<'_>], countries_by_name: &[CountryCode]) -> Self {
        let by_year =
            |year: fn(u16) -> u64| ordered(facts.iter().map(|city| city.joined.map_or(LAST, year)));
        let people = |city: &Facts<'_>| city.town_population.map_or(LAST, descending);
        let places: BTreeMap<CountryCode, u64> =
            countries_by_name.iter().copied().zip(0..).collect();
        let place = |city: &Facts<'_>| places.get(&city.country).copied().unwrap_or(LAST);
        Self {
            joined_newest: by_year(|year| descending(year.into())),
            joined_oldest: by_year(u64::from),
            population: ordered(facts.iter().map(people)),
            country: ordered(facts.iter().map(place)),
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

/// The ranks by ascending key; equal keys stay in the order of names.
fn ordered(keys: impl Iterator<Item = u64>) -> Vec<u32> {
    let mut keyed: Vec<(u64, u32)> = keys.zip(0..).collect();
    // Stable, and fast where there are few distinct keys, as there are of years and countries.
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, rank)| rank).collect()
}

fn descending(value: u32) -> u64 {
    u64::from(u32::MAX - value)
}
