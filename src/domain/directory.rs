//! The directory: all cities with what is prepared for asking about them.
//! It is built once and never changes; everything that the pages show of many cities comes from it.

use super::city::{City, CityId};
use super::country::{Countries, CountryCode};
use super::facets::Columns;
use super::facts::{RecordedCountries, facts_by_name};
use super::geo;
use super::language::Language;
use super::order::by_text;
use super::query::Query;
use super::search::explain::{Explanation, explain};
use super::search::{Places, SearchIndex};
use super::sort::Orders;
use super::text::fold;

/// All cities, and what is prepared for asking about them.
#[derive(Debug)]
pub struct Directory {
    pub(super) cities: Vec<City>,
    pub(super) countries: Countries,
    /// The cities by folded name, then slug; a place in it is a name rank.
    pub(super) by_name: Vec<CityId>,
    by_slug: Vec<CityId>,
    pub(super) index: SearchIndex,
    pub(super) columns: Columns,
    pub(super) orders: Orders,
    /// The names in the records, for countries the companion lacks.
    pub(super) recorded: RecordedCountries,
}

impl Directory {
    /// Prepares the directory. Of two cities with one slug, [`Directory::find`] finds the first.
    #[must_use]
    pub fn new(cities: Vec<City>, countries: Countries) -> Self {
        let by_slug = ids_by_slug(&cities);
        let by_name = ids_by_name(&cities, &by_slug);
        let recorded = RecordedCountries::of(&cities);
        let facts = facts_by_name(&cities, &by_name);
        let countries_by_name = recorded.codes_by_name(&countries);
        let places = Places::new(&facts, &recorded, &countries);
        let index = SearchIndex::new(&cities, &ranks(&by_name), places);
        let orders = Orders::new(&facts, &recorded, &countries_by_name);
        let columns = Columns::new(&facts, countries_by_name);
        Self {
            cities,
            countries,
            by_name,
            by_slug,
            index,
            columns,
            orders,
            recorded,
        }
    }

    /// The cities in the order they were given.
    #[must_use]
    pub fn cities(&self) -> &[City] {
        &self.cities
    }

    /// The city of an id.
    #[must_use]
    pub fn city(&self, id: CityId) -> Option<&City> {
        city_of(&self.cities, id)
    }

    /// The ids of all cities, in the order they were given.
    pub fn ids(&self) -> impl Iterator<Item = CityId> {
        (0..).take(self.cities.len()).map(CityId)
    }

    /// The city of a slug.
    #[must_use]
    pub fn find(&self, slug: &str) -> Option<CityId> {
        let slug_of = |id: &CityId| self.city(*id).map_or("", |city| city.slug.as_str());
        let at = self.by_slug.partition_point(|id| slug_of(id) < slug);
        self.by_slug
            .get(at)
            .copied()
            .filter(|id| slug_of(id) == slug)
    }

    /// The known countries.
    #[must_use]
    pub fn countries(&self) -> &Countries {
        &self.countries
    }

    /// A country's name: the known one, else that of its first record, else the empty text.
    #[must_use]
    pub fn country_name(&self, code: CountryCode, language: Language) -> &str {
        if let Some(country) = self.countries.get(code) {
            return country.name_in(language);
        }
        self.recorded.first_name(code).unwrap_or_default()
    }

    /// The countries of the cities, by English name.
    #[must_use]
    pub fn country_codes(&self) -> Vec<CountryCode> {
        self.columns.countries_by_name().to_vec()
    }

    /// What of a city matches the query's text.
    #[must_use]
    pub fn explain(&self, query: &Query, id: CityId) -> Explanation {
        let city = self.city(id);
        city.map(|city| explain(&query.text, city, &self.countries))
            .unwrap_or_default()
    }

    /// The cities of a country, by name.
    #[must_use]
    pub fn of_country(&self, code: CountryCode) -> Vec<CityId> {
        self.by_name_where(|city| city.country == code)
    }

    /// The cities admitted in a year, by name; a city admitted twice is found in both years.
    #[must_use]
    pub fn of_year(&self, year: u16) -> Vec<CityId> {
        self.by_name_where(|city| city.admissions.contains(&year))
    }

    /// The nearest other cities with their distances in kilometres, nearest first.
    #[must_use]
    pub fn nearest(&self, id: CityId, count: usize) -> Vec<(CityId, f64)> {
        let Some(origin) = self.city(id).and_then(|city| city.position) else {
            return Vec::new();
        };
        let others = self.by_name.iter().filter(|other| **other != id);
        let placed = others.filter_map(|other| Some((*other, self.city(*other)?.position?)));
        geo::nearest(&origin, placed, count)
    }

    fn by_name_where(&self, holds: impl Fn(&City) -> bool) -> Vec<CityId> {
        let holds = |id: &CityId| self.city(*id).is_some_and(&holds);
        self.by_name.iter().copied().filter(holds).collect()
    }
}

fn city_of(cities: &[City], id: CityId) -> Option<&City> {
    cities.get(id.0 as usize)
}

fn ids_by_slug(cities: &[City]) -> Vec<CityId> {
    let slug = |id: u32| city_of(cities, CityId(id)).map_or("", |city| &city.slug);
    let ids = by_text(cities.len(), &slug, &|id| id);
    ids.into_iter().map(|(id, _)| CityId(id.number)).collect()
}

fn ids_by_name(cities: &[City], by_slug: &[CityId]) -> Vec<CityId> {
    let names: Vec<String> = cities.iter().map(|city| fold(&city.name)).collect();
    let slug_ranks = ranks(by_slug);
    let name = |id: u32| names.get(id as usize).map_or("", String::as_str);
    let slug_rank = |id: u32| slug_ranks.get(id as usize).copied().unwrap_or(u32::MAX);
    let ids = by_text(cities.len(), &name, &slug_rank);
    ids.into_iter().map(|(id, _)| CityId(id.number)).collect()
}

/// The rank of every id in an order of all.
fn ranks(order: &[CityId]) -> Vec<u32> {
    let mut ranks = vec![0; order.len()];
    for (id, rank) in order.iter().zip(0..) {
        if let Some(to) = ranks.get_mut(id.0 as usize) {
            *to = rank;
        }
    }
    ranks
}
