//! The orders of the results. Every order is total: what ties goes by folded name, then by slug,
//! and a city without the value sorted by stands last.

use super::country::CountryCode;
use super::facts::{Facts, RecordedCountries};
use super::order::{Keyed, ascending, by_place};
use super::query::Sort;

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
    /// codes of their countries, which are those recorded, in the order of English names.
    pub(super) fn new(
        facts: &[Facts<'_>],
        recorded: &RecordedCountries,
        countries_by_name: &[CountryCode],
    ) -> Self {
        let years = || facts.iter().filter_map(|city| city.joined);
        let (first, last) = (years().min().unwrap_or(0), years().max().unwrap_or(0));
        let without = u32::from(last - first) + 1;
        let newest = |city: &Facts<'_>| city.joined.map_or(without, |year| (last - year).into());
        let oldest = |city: &Facts<'_>| city.joined.map_or(without, |year| (year - first).into());
        let mut places = vec![0; recorded.0.len()];
        for (code, place) in countries_by_name.iter().zip(0..) {
            let at = recorded.position(*code);
            if let Some(to) = at.and_then(|at| places.get_mut(at)) {
                *to = place;
            }
        }
        let place = |city: &Facts<'_>| {
            let at = recorded.position(city.country);
            at.and_then(|at| places.get(at)).copied().unwrap_or(0)
        };
        Self {
            joined_newest: ordered(facts, &newest),
            joined_oldest: ordered(facts, &oldest),
            population: by_population(facts),
            country: ordered(facts, &place),
        }
    }

    /// The ranks in an order; `None` where the order is that of names.
    pub(super) fn of(&self, sort: Sort) -> Option<&[u32]> {
        match sort {
            // Nearness is the reader's, who has not always said where that is.
            Sort::Name | Sort::Near => None,
            Sort::JoinedNewest => Some(&self.joined_newest),
            Sort::JoinedOldest => Some(&self.joined_oldest),
            Sort::Population => Some(&self.population),
            Sort::Country => Some(&self.country),
        }
    }
}

/// The ranks by ascending place; equal places stay in the order of names.
fn ordered(facts: &[Facts<'_>], place: &dyn Fn(&Facts<'_>) -> u32) -> Vec<u32> {
    let placed: Vec<(u32, u32)> = facts.iter().map(place).zip(0..).collect();
    by_place(&placed)
}

fn by_population(facts: &[Facts<'_>]) -> Vec<u32> {
    let descending = |people: u32| u128::from(u32::MAX - people);
    // A city without a population has a key greater than that of any.
    let keyed = facts.iter().zip(0..).map(|(city, rank)| Keyed {
        key: city.town_population.map_or(u128::MAX, descending),
        tie: 0,
        number: rank,
    });
    let mut keyed: Vec<Keyed> = keyed.collect();
    ascending(&mut keyed);
    keyed.into_iter().map(|keyed| keyed.number).collect()
}
