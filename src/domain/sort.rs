//! The orders of the results. Every order is total: what ties goes by folded name, then by slug,
//! and a city without the value sorted by stands last.
//! Only the order of names is there from the start; another is made when it is first asked for.

use std::sync::OnceLock;

use super::city::{City, CityId};
use super::groups::{Groups, Row};
use super::order::{Keyed, ascending, by_place};
use super::query::Sort;

/// All cities in each order.
#[derive(Debug)]
pub(super) struct Orders {
    /// By folded name, then slug.
    by_name: Vec<CityId>,
    joined_newest: OnceLock<Vec<CityId>>,
    joined_oldest: OnceLock<Vec<CityId>>,
    population: OnceLock<Vec<CityId>>,
    country: OnceLock<Vec<CityId>>,
    /// By number, the place of a country's English name.
    country_places: Vec<u32>,
}

impl Orders {
    /// Takes the order of names, and the countries' numbers in the order of theirs.
    pub(super) fn new(by_name: Vec<CityId>, countries_by_name: &[u32]) -> Self {
        let numbered = countries_by_name.iter().copied().zip(0..);
        Self {
            by_name,
            joined_newest: OnceLock::new(),
            joined_oldest: OnceLock::new(),
            population: OnceLock::new(),
            country: OnceLock::new(),
            country_places: by_place(&numbered.collect::<Vec<(u32, u32)>>()),
        }
    }

    pub(super) fn by_name(&self) -> &[CityId] {
        &self.by_name
    }

    /// The order, which is made of the cities and their groups.
    pub(super) fn of(&self, sort: Sort, cities: &[City], groups: &Groups) -> &[CityId] {
        let without = u64::from(u16::MAX) + 1;
        let year = |row: &Row| {
            let [_, _, admissions, _] = row;
            let years = groups.admissions.get(*admissions as usize);
            years
                .and_then(|years| years.first())
                .copied()
                .map(u64::from)
        };
        let country = |row: &Row| {
            let [_, country, _, _] = row;
            let place = self.country_places.get(*country as usize);
            place.copied().map_or(0, u64::from)
        };
        match sort {
            // Nearness is the reader's, who has not always said where that is.
            Sort::Name | Sort::Near => &self.by_name,
            Sort::JoinedNewest => self.joined_newest.get_or_init(|| {
                let place = |row: &Row| year(row).map_or(without, |year| without - year);
                self.by_row(groups, &place)
            }),
            Sort::JoinedOldest => self.joined_oldest.get_or_init(|| {
                let place = |row: &Row| year(row).unwrap_or(without);
                self.by_row(groups, &place)
            }),
            Sort::Population => self.population.get_or_init(|| self.by_population(cities)),
            Sort::Country => self.country.get_or_init(|| self.by_row(groups, &country)),
        }
    }

    fn by_row(&self, groups: &Groups, key: &dyn Fn(&Row) -> u64) -> Vec<CityId> {
        self.by_key(&|id| groups.row(id).map_or(0, key))
    }

    fn by_population(&self, cities: &[City]) -> Vec<CityId> {
        // Largest first; a city without a population has a key greater than that of any.
        let population = |id: CityId| {
            cities
                .get(id.0 as usize)
                .and_then(|city| city.town_population)
        };
        self.by_key(&|id| population(id).map_or(u64::MAX, |people| (u32::MAX - people).into()))
    }

    /// The cities by ascending key; equal keys stay in the order of names.
    fn by_key(&self, key: &dyn Fn(CityId) -> u64) -> Vec<CityId> {
        let keyed = self.by_name.iter().map(|id| Keyed {
            key: key(*id),
            number: id.0,
        });
        let mut keyed: Vec<Keyed> = keyed.collect();
        ascending(&mut keyed);
        keyed
            .into_iter()
            .map(|keyed| CityId(keyed.number))
            .collect()
    }
}
