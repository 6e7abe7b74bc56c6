//! A set of results counted: by region, by country, by year of first admission. Each city counts
//! once in each, so every chart adds up to the set.

use super::city::CityId;
use super::directory::Directory;
use super::order::{Keyed, ascending};
use super::query::{Facet, FacetValue, JoinedFilter};

/// What is counted, in the order shown.
pub const COUNTED: [Facet; 3] = [Facet::Region, Facet::Country, Facet::Joined];

/// The counts of a set of results.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Summary {
    counts: [Vec<(FacetValue, u32)>; COUNTED.len()],
}

impl Summary {
    /// The values that occur with their counts: countries by falling count, then by name; regions
    /// and years as the filters list them. Empty for a facet that is not counted.
    #[must_use]
    pub fn of(&self, facet: Facet) -> &[(FacetValue, u32)] {
        let at = COUNTED.iter().position(|counted| *counted == facet);
        at.and_then(|at| self.counts.get(at))
            .map_or(&[], Vec::as_slice)
    }

    /// How many cities have a value.
    #[must_use]
    pub fn count(&self, value: FacetValue) -> u32 {
        let counts = self.of(value.facet()).iter();
        let mut of_value = counts.filter(|(other, _)| *other == value);
        of_value.next().map_or(0, |(_, count)| *count)
    }

    /// The largest count of a facet.
    #[must_use]
    pub fn most(&self, facet: Facet) -> u32 {
        self.of(facet)
            .iter()
            .map(|(_, count)| *count)
            .max()
            .unwrap_or(0)
    }
}

impl Directory {
    /// Counts a set of its cities.
    #[must_use]
    pub fn summary(&self, ids: &[CityId]) -> Summary {
        let mut counts: [Vec<(FacetValue, u32)>; COUNTED.len()] = Default::default();
        for city in ids.iter().filter_map(|id| self.city(*id)) {
            let joined = city.joined().map(JoinedFilter::Year);
            let values = [
                FacetValue::Region(city.region),
                FacetValue::Country(city.country),
                FacetValue::Joined(joined.unwrap_or(JoinedFilter::Unknown)),
            ];
            for (counts, value) in counts.iter_mut().zip(values) {
                match counts.binary_search_by_key(&value, |(value, _)| *value) {
                    Ok(at) => counts.iter_mut().skip(at).take(1).for_each(|it| it.1 += 1),
                    Err(at) => counts.insert(at, (value, 1)),
                }
            }
        }
        let countries = self.country_codes();
        let [regions, by_country, years] = &mut counts;
        *regions = ordered(regions, |_, number| number);
        // Newest first, the unknown year last.
        *years = ordered(years, |(value, _), _| match value {
            FacetValue::Joined(JoinedFilter::Year(year)) => (u16::MAX - year).into(),
            _ => u32::MAX,
        });
        *by_country = ordered(by_country, |(value, _), _| {
            let place = countries
                .iter()
                .position(|code| *value == FacetValue::Country(*code));
            place.and_then(|at| at.try_into().ok()).unwrap_or(u32::MAX)
        });
        *by_country = ordered(by_country, |(_, count), _| u32::MAX - count);
        Summary { counts }
    }
}

fn ordered(
    counts: &[(FacetValue, u32)],
    key: impl Fn(&(FacetValue, u32), u32) -> u32,
) -> Vec<(FacetValue, u32)> {
    let numbered = counts.iter().zip(0..);
    let mut keyed: Vec<Keyed> = numbered
        .map(|(count, number)| Keyed {
            key: key(count, number).into(),
            number,
        })
        .collect();
    ascending(&mut keyed);
    let at = |keyed: Keyed| counts.get(keyed.number as usize).copied();
    keyed.into_iter().filter_map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::super::country::Countries;
    use super::super::record::read_cities;
    use super::*;

    fn directory() -> Directory {
        let text = r#"[
            {"slug":"a","name":"A","country":"France","iso2":"FR","region":"europe-and-north-america","joined":2016},
            {"slug":"b","name":"B","country":"China","iso2":"CN","region":"asia-and-the-pacific","joined":2024,"cohorts":[2019,2024]},
            {"slug":"c","name":"C","country":"China","iso2":"CN","region":"asia-and-the-pacific"},
            {"slug":"d","name":"D","country":"Austria","iso2":"AT","region":"europe-and-north-america","joined":2024}
        ]"#;
        let cities = read_cities("cities.json", text, &Countries::default()).value;
        Directory::new(cities.cities, Countries::default())
    }

    fn shown(summary: &Summary, facet: Facet) -> Vec<(String, u32)> {
        let counts = summary.of(facet).iter();
        counts
            .map(|(value, count)| (value.value(), *count))
            .collect()
    }

    #[test]
    fn every_chart_adds_up_to_the_set_and_stands_in_its_order() {
        let directory = directory();
        let ids: Vec<CityId> = directory.ids().collect();
        let summary = directory.summary(&ids);
        let pairs = |pairs: &[(&str, u32)]| -> Vec<(String, u32)> {
            pairs
                .iter()
                .map(|(name, count)| ((*name).to_owned(), *count))
                .collect()
        };
        assert_eq!(
            shown(&summary, Facet::Country),
            pairs(&[("cn", 2), ("at", 1), ("fr", 1)])
        );
        assert_eq!(
            shown(&summary, Facet::Joined),
            pairs(&[("2024", 1), ("2019", 1), ("2016", 1), ("unknown", 1)])
        );
        assert_eq!(
            shown(&summary, Facet::Region),
            pairs(&[("asia-and-the-pacific", 2), ("europe-and-north-america", 2)])
        );
        for facet in COUNTED {
            let sum: u32 = summary.of(facet).iter().map(|(_, count)| count).sum();
            assert_eq!(sum as usize, ids.len());
        }
        assert_eq!(summary.most(Facet::Country), 2);
        assert_eq!(summary.of(Facet::Award), []);
    }

    #[test]
    fn the_empty_set_counts_nothing() {
        let summary = directory().summary(&[]);
        assert_eq!(summary, Summary::default());
        assert_eq!(summary.most(Facet::Region), 0);
    }
}
