//! What sorting, facets and search need of each city beside its names, close together.
//! Cities are large and lie apart in memory; walking over them in the order of names, once per
//! purpose, would take longer than all the sorting.

use super::city::{City, CityId};
use super::country::{Countries, CountryCode};
use super::order::by_text;
use super::region::Region;
use super::text::fold;

/// The facts of one city.
#[derive(Clone, Copy)]
pub(super) struct Facts<'a> {
    pub(super) region: Region,
    pub(super) country: CountryCode,
    pub(super) joined: Option<u16>,
    pub(super) town_population: Option<u32>,
    pub(super) awards: &'a [u16],
}

/// The facts of all cities, in the order of their names.
pub(super) fn facts_by_name<'a>(cities: &'a [City], by_name: &[CityId]) -> Vec<Facts<'a>> {
    let facts: Vec<Facts<'_>> = cities.iter().map(Facts::of).collect();
    let ranked = by_name.iter().filter_map(|id| facts.get(id.0 as usize));
    ranked.copied().collect()
}

impl<'a> Facts<'a> {
    fn of(city: &'a City) -> Self {
        Self {
            region: city.region,
            country: city.country,
            joined: city.joined(),
            town_population: city.town_population,
            awards: &city.awards,
        }
    }
}

/// The countries of the cities, by code, each with the names that records give it; the first is
/// that of the first record.
#[derive(Debug)]
pub(super) struct RecordedCountries(pub(super) Vec<(CountryCode, Vec<String>)>);

impl RecordedCountries {
    pub(super) fn of(cities: &[City]) -> Self {
        let mut countries: Vec<(CountryCode, Vec<String>)> = Vec::new();
        for city in cities {
            match countries.binary_search_by_key(&city.country, |(code, _)| *code) {
                Ok(at) => {
                    // Records of one country nearly always name it alike: the last is enough to ask.
                    let names = countries.get_mut(at).map(|(_, names)| names);
                    if let Some(names) = names.filter(|n| n.last() != Some(&city.country_name)) {
                        names.push(city.country_name.clone());
                    }
                }
                Err(at) => countries.insert(at, (city.country, vec![city.country_name.clone()])),
            }
        }
        Self(countries)
    }

    /// Where a country stands.
    pub(super) fn position(&self, code: CountryCode) -> Option<usize> {
        self.0.binary_search_by_key(&code, |(code, _)| *code).ok()
    }

    /// The name in the first record of a country.
    pub(super) fn first_name(&self, code: CountryCode) -> Option<&str> {
        let (_, names) = self.0.get(self.position(code)?)?;
        names.first().map(String::as_str)
    }

    /// The codes by English name: the known one, else that of the first record.
    pub(super) fn codes_by_name(&self, known: &Countries) -> Vec<CountryCode> {
        let name = |code: CountryCode| {
            let known = known.get(code).map(|country| country.short_name.as_str());
            fold(known.or(self.first_name(code)).unwrap_or_default())
        };
        let names: Vec<String> = self.0.iter().map(|(code, _)| name(*code)).collect();
        let name = |at: u32| names.get(at as usize).map_or("", String::as_str);
        let order = by_text(names.len(), &name, &|at| at);
        let codes = order
            .into_iter()
            .filter_map(|(at, _)| self.0.get(at.number as usize));
        codes.map(|(code, _)| *code).collect()
    }
}
