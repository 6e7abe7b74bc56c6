//! The order of names in a language. To compare texts as a language does takes tables larger than
//! the whole program, so the build compares them and sends the order: the slugs of the cities and
//! the codes of the countries, one after the other. What is not among them follows, by its letters.

/// What stands after every place: no digit is greater.
const AFTER_ALL: &str = "~";

/// Places have as many digits as this, so that they sort as texts.
const FIRST_PLACE: u32 = 10_000;

/// The places of cities and countries in the order of their names.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct NameOrder {
    cities: Places,
    countries: Places,
}

/// What stands in an order, sorted, with its place as digits that sort as the numbers do.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
struct Places(Vec<(String, String)>);

impl NameOrder {
    /// Reads slugs and country codes, each in the order of the names, with spaces between.
    ///
    /// ```
    /// use learning_cities::domain::name_order::NameOrder;
    /// let order = NameOrder::read("suzhou nanjing", "FR CN");
    /// assert!(order.city("suzhou") < order.city("nanjing"));
    /// assert!(order.city("nanjing") < order.city("of-another-file"));
    /// ```
    #[must_use]
    pub fn read(cities: &str, countries: &str) -> Self {
        Self {
            cities: Places::read(cities),
            countries: Places::read(countries),
        }
    }

    /// A text that sorts as the name of the city of a slug does.
    #[must_use]
    pub fn city(&self, slug: &str) -> &str {
        self.cities.of(slug)
    }

    /// A text that sorts as the name of the country of a code does.
    #[must_use]
    pub fn country(&self, code: &str) -> &str {
        self.countries.of(code)
    }
}

impl Places {
    fn read(ordered: &str) -> Self {
        let mut places: Vec<(String, String)> = Vec::new();
        for (name, place) in ordered.split(' ').zip(FIRST_PLACE..) {
            let at = places.partition_point(|(known, _)| known.as_str() < name);
            places.insert(at, (name.to_owned(), place.to_string()));
        }
        Self(places)
    }

    fn of(&self, name: &str) -> &str {
        let at = self
            .0
            .binary_search_by(|(known, _)| known.as_str().cmp(name));
        let place = at.ok().and_then(|at| self.0.get(at));
        place.map_or(AFTER_ALL, |(_, place)| place)
    }
}
