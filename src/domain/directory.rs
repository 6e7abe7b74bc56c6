//! The directory: all cities with what is prepared for asking about them.
//! It is built once and never changes; everything that the pages show of many cities comes from it.

use super::city::{City, CityId};
use super::country::{Countries, CountryCode};
use super::facets::Columns;
use super::geo;
use super::groups::Groups;
use super::language::Language;
use super::name_order::NameOrder;
use super::order::by_texts;
use super::query::Query;
use super::search::explain::{Explainer, Explanation};
use super::search::{Places, SearchIndex};
use super::sort::Orders;

/// All cities, and what is prepared for asking about them.
#[derive(Debug)]
pub struct Directory {
    pub(super) cities: Vec<City>,
    pub(super) countries: Countries,
    pub(super) groups: Groups,
    pub(super) index: SearchIndex,
    pub(super) columns: Columns,
    pub(super) orders: Orders,
}

impl Directory {
    /// Prepares the directory. Of two cities with one slug, [`Directory::find`] finds the first.
    #[must_use]
    pub fn new(cities: Vec<City>, countries: Countries) -> Self {
        Self::in_language(cities, countries, Language::English, &NameOrder::default())
    }

    /// Prepares the directory for readers of a language, in which the names have this order.
    #[must_use]
    pub fn in_language(
        mut cities: Vec<City>,
        countries: Countries,
        language: Language,
        order: &NameOrder,
    ) -> Self {
        for city in &mut cities {
            city.speak(language);
        }
        let groups = Groups::of(&cities);
        let countries_by_name = groups.countries_by_name(&countries, language, order);
        let columns = Columns::new(&groups, &countries_by_name);
        let (index, names) = SearchIndex::new(&cities, Places::new(&groups, &countries));
        let name = |id: u32| index.folded_name(&names, id);
        let slug = |id: u32| {
            cities
                .get(id as usize)
                .map_or("", |city| city.slug.as_str())
        };
        let place = |id: u32| order.city(slug(id));
        let by_name = by_texts(cities.len(), &[&place, &name, &slug]);
        let by_name = by_name.into_iter().map(CityId).collect();
        Self {
            orders: Orders::new(by_name, &countries_by_name),
            cities,
            countries,
            groups,
            index,
            columns,
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
        self.cities.get(id.0 as usize)
    }

    /// The ids of all cities, in the order they were given.
    pub fn ids(&self) -> impl Iterator<Item = CityId> {
        (0..).take(self.cities.len()).map(CityId)
    }

    /// The city of a slug.
    #[must_use]
    pub fn find(&self, slug: &str) -> Option<CityId> {
        // One page asks once: that is worth no order of all slugs.
        let at = self.cities.iter().position(|city| city.slug == slug)?;
        u32::try_from(at).ok().map(CityId)
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
        self.groups.first_name(code).unwrap_or_default()
    }

    /// The countries of the cities, by name.
    #[must_use]
    pub fn country_codes(&self) -> Vec<CountryCode> {
        self.columns.country_codes().to_vec()
    }

    /// What of a city matches the query's text.
    #[must_use]
    pub fn explain(&self, query: &Query, id: CityId) -> Explanation {
        self.explainer(query).explain(id)
    }

    /// Prepares for explaining many cities that match the query's text.
    #[must_use]
    pub fn explainer(&self, query: &Query) -> Explainer<'_> {
        Explainer::new(self, &query.text)
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
        let others = self.orders.by_name().iter().filter(|other| **other != id);
        let placed = others.filter_map(|other| Some((*other, self.city(*other)?.position?)));
        geo::nearest(&origin, placed, count)
    }

    fn by_name_where(&self, holds: impl Fn(&City) -> bool) -> Vec<CityId> {
        let holds = |id: &CityId| self.city(*id).is_some_and(&holds);
        self.orders
            .by_name()
            .iter()
            .copied()
            .filter(holds)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::query_codec::decode;
    use crate::domain::record::read_cities;
    use crate::domain::search::explain::Field;

    const CITIES: &str = r#"[
        {"slug":"beijing","name":"Beijing","iso2":"CN","country":"China","region":"asia-and-the-pacific","names":{"zh":"北京","fr":"Pékin"}},
        {"slug":"cork","name":"Cork","iso2":"IE","country":"Ireland","region":"europe-and-north-america"},
        {"slug":"nanjing","name":"Nanjing","iso2":"CN","country":"China","region":"asia-and-the-pacific","names":{"zh":"南京","fr":"Nankin"}}
    ]"#;

    fn directory(language: Language, order: &str) -> Directory {
        let read = read_cities("cities.json", CITIES, &Countries::default());
        let order = NameOrder::read(order, "");
        Directory::in_language(read.value.cities, Countries::default(), language, &order)
    }

    fn found(directory: &Directory, address: &str) -> Vec<String> {
        let results = directory.results(&decode(address).query);
        let names = results.ids.iter().filter_map(|id| directory.city(*id));
        names.map(|city| city.name.clone()).collect()
    }

    #[test]
    fn names_are_the_readers_where_they_are_known_and_stand_in_the_order_given() {
        let chinese = directory(Language::Chinese, "nanjing beijing");
        assert_eq!(found(&chinese, ""), ["南京", "北京", "Cork"]);
        let english = directory(Language::English, "");
        assert_eq!(found(&english, ""), ["Beijing", "Cork", "Nanjing"]);
    }

    #[test]
    fn a_city_is_found_by_every_name_whatever_language_is_shown() {
        let french = directory(Language::French, "cork nanjing beijing");
        for text in ["nanjing", "nankin", "%E5%8D%97%E4%BA%AC"] {
            assert_eq!(found(&french, &format!("q={text}")), ["Nankin"], "{text}");
        }
        let query = decode("q=nanjing").query;
        let explanation = french.explain(&query, french.find("nanjing").unwrap());
        let via = explanation.via.unwrap();
        assert_eq!(via.field, Field::NameIn(Language::English));
        assert_eq!(via.text, "Nanjing");
    }

    #[test]
    fn the_recorded_name_stays_and_a_name_of_another_language_is_told() {
        let french = directory(Language::French, "");
        let city = |slug: &str| french.city(french.find(slug).unwrap()).unwrap();
        assert_eq!(city("nanjing").recorded_name(), "Nanjing");
        assert_eq!(city("cork").recorded_name(), "Cork");
        let foreign = |slug: &str| city(slug).foreign_name_language(Language::French);
        assert_eq!(foreign("nanjing"), None);
        assert_eq!(foreign("cork"), Some(Language::English));
        assert_eq!(city("cork").foreign_name_language(Language::English), None);
    }
}
