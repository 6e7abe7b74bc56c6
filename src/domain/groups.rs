//! The facts by which cities are filtered, counted, found and ordered, taken from them in one walk.
//! Cities are large and lie apart in memory; what they share is kept once for a group of them, and
//! a city is then four small numbers.

use super::city::{City, CityId};
use super::country::{Countries, CountryCode};
use super::language::Language;
use super::name_order::NameOrder;
use super::order::by_texts;
use super::query::Facet;
use super::text::fold;

/// The number of facets.
pub(super) const FACETS: usize = Facet::ALL.len();

/// The group of the cities without a year, of admission or of an award.
pub(super) const WITHOUT_YEAR: u32 = 0;

/// A city's group in each facet, in the order of [`Facet::ALL`]; that of a region is its place among
/// all regions.
pub(super) type Row = [u32; FACETS];

/// What the cities share, by facet and group.
#[derive(Debug)]
pub(super) struct Groups {
    /// By id.
    pub(super) rows: Vec<Row>,
    /// In the order in which the records first name them.
    pub(super) countries: Vec<RecordedCountry>,
    /// The years of admission, ascending.
    pub(super) admissions: Vec<Vec<u16>>,
    /// The years of awards, ascending.
    pub(super) awards: Vec<Vec<u16>>,
}

/// A country that has cities.
#[derive(Debug)]
pub(super) struct RecordedCountry {
    pub(super) code: CountryCode,
    /// Its names in the records; the first is that of the first record.
    pub(super) names: Vec<String>,
}

/// Lists of years with their numbers.
struct Numbering<'a> {
    /// By year, the number of the list of that year alone; the number of no year where there is none.
    alone: Vec<u32>,
    /// Lists of several years, sorted.
    several: Vec<(&'a [u16], u32)>,
    lists: Vec<Vec<u16>>,
}

impl Groups {
    pub(super) fn of(cities: &[City]) -> Self {
        let mut countries: Vec<RecordedCountry> = Vec::new();
        let mut numbers = vec![None; CountryCode::NUMBERS];
        let (mut admissions, mut awards) = (Numbering::new(), Numbering::new());
        let mut rows = Vec::with_capacity(cities.len());
        for city in cities {
            let country = match numbers.get_mut(city.country.number()) {
                Some(number) => *number.get_or_insert_with(|| add(&mut countries, city.country)),
                None => continue,
            };
            if let Some(country) = countries.get_mut(country as usize) {
                country.take_name(&city.country_name);
            }
            rows.push([
                city.region as u32,
                country,
                admissions.number(&city.admissions),
                awards.number(&city.awards),
            ]);
        }
        Self {
            rows,
            countries,
            admissions: admissions.lists,
            awards: awards.lists,
        }
    }

    pub(super) fn row(&self, id: CityId) -> Option<&Row> {
        self.rows.get(id.0 as usize)
    }

    /// The name in the first record of a country.
    pub(super) fn first_name(&self, code: CountryCode) -> Option<&str> {
        let country = self.countries.iter().find(|country| country.code == code)?;
        country.names.first().map(String::as_str)
    }

    /// The countries' numbers by name: the known one, else that of the first record.
    pub(super) fn countries_by_name(
        &self,
        known: &Countries,
        language: Language,
        order: &NameOrder,
    ) -> Vec<u32> {
        let name = |country: &RecordedCountry| {
            let known = known.get(country.code);
            let known = known.map(|country| country.name_in(language));
            let first = country.names.first().map(String::as_str);
            fold(known.or(first).unwrap_or_default())
        };
        let names: Vec<String> = self.countries.iter().map(name).collect();
        let name = |number: u32| names.get(number as usize).map_or("", String::as_str);
        let code = |number: u32| self.countries.get(number as usize);
        let code = |number: u32| code(number).map_or("", |country| country.code.as_str());
        let place = |number: u32| order.country(code(number));
        by_texts(names.len(), &[&place, &name, &code])
    }
}

impl RecordedCountry {
    fn take_name(&mut self, name: &str) {
        // Records of one country nearly always name it alike: the last is enough to ask.
        if self.names.last().is_none_or(|last| last != name) {
            self.names.push(name.to_owned());
        }
    }
}

fn add(countries: &mut Vec<RecordedCountry>, code: CountryCode) -> u32 {
    countries.push(RecordedCountry {
        code,
        names: Vec::new(),
    });
    last_number(countries.len())
}

impl<'a> Numbering<'a> {
    fn new() -> Self {
        Self {
            alone: Vec::new(),
            several: Vec::new(),
            lists: vec![Vec::new()],
        }
    }

    fn number(&mut self, years: &'a [u16]) -> u32 {
        match years {
            [] => WITHOUT_YEAR,
            [year] => self.number_alone(usize::from(*year)),
            _ => match self.several.binary_search_by_key(&years, |(list, _)| *list) {
                Ok(at) => self.several.get(at).map_or(0, |(_, number)| *number),
                Err(at) => {
                    let number = self.add(years);
                    self.several.insert(at, (years, number));
                    number
                }
            },
        }
    }

    fn number_alone(&mut self, year: usize) -> u32 {
        if self.alone.len() <= year {
            self.alone.resize(year + 1, WITHOUT_YEAR);
        }
        match self.alone.get(year) {
            Some(number) if *number != WITHOUT_YEAR => *number,
            _ => {
                let number = self.add(&[u16::try_from(year).unwrap_or(u16::MAX)]);
                if let Some(to) = self.alone.get_mut(year) {
                    *to = number;
                }
                number
            }
        }
    }

    fn add(&mut self, years: &[u16]) -> u32 {
        let mut years = years.to_vec();
        years.dedup();
        self.lists.push(years);
        last_number(self.lists.len())
    }
}

fn last_number(count: usize) -> u32 {
    u32::try_from(count - 1).unwrap_or(u32::MAX)
}
