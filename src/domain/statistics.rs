//! The figures of the directory, counted from the records and never written down anywhere.

use std::collections::BTreeMap;

use super::city::Standing;
use super::directory::Directory;
use super::region::Region;

/// Counts over all records.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Statistics {
    /// Cities on record.
    pub on_record: usize,
    /// Those presumed to be members today.
    pub presumed_current: usize,
    /// Those that may have left.
    pub may_have_left: usize,
    /// Countries with a city on record.
    pub countries: usize,
    /// Cities with coordinates.
    pub with_position: usize,
    /// Cities whose year of admission is not known.
    pub joined_unknown: usize,
    /// Cities per admission, by year. A city admitted twice counts in both, because this counts
    /// admissions; the facet, which counts cities, has it in the first only.
    pub by_admission: Vec<(u16, usize)>,
    /// Cities per region, every region in its order.
    pub by_region: Vec<(Region, usize)>,
}

impl Statistics {
    /// Counts the cities of a directory.
    #[must_use]
    pub fn of(directory: &Directory) -> Self {
        let cities = directory.cities();
        let mut by_admission: BTreeMap<u16, usize> = BTreeMap::new();
        for year in cities.iter().flat_map(|city| &city.admissions) {
            *by_admission.entry(*year).or_default() += 1;
        }
        let in_region = |region| cities.iter().filter(|city| city.region == region).count();
        let current = |standing| {
            cities
                .iter()
                .filter(|city| city.standing == standing)
                .count()
        };
        Self {
            on_record: cities.len(),
            presumed_current: current(Standing::PresumedCurrent),
            may_have_left: current(Standing::MayHaveLeft),
            countries: directory.country_codes().len(),
            with_position: cities.iter().filter(|city| city.position.is_some()).count(),
            joined_unknown: cities.iter().filter(|city| city.joined().is_none()).count(),
            by_admission: by_admission.into_iter().collect(),
            by_region: Region::ALL.map(|region| (region, in_region(region))).into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::country::Countries;
    use crate::domain::record::read_cities;

    #[test]
    fn a_city_admitted_twice_counts_in_both_admissions_and_once_as_a_city() {
        let text = r#"[
            {"slug":"a","name":"A","iso2":"BH","region":"arab-states","cohorts":[2019,2024],"lat":1,"lon":2},
            {"slug":"b","name":"B","iso2":"BH","region":"arab-states","joined":2024,"presumed_current":false},
            {"slug":"c","name":"C","iso2":"KE","region":"africa"}
        ]"#;
        let cities = read_cities("cities.json", text, &Countries::default())
            .value
            .cities;
        let statistics = Statistics::of(&Directory::new(cities, Countries::default()));
        assert_eq!(
            statistics,
            Statistics {
                on_record: 3,
                presumed_current: 2,
                may_have_left: 1,
                countries: 2,
                with_position: 1,
                joined_unknown: 1,
                by_admission: vec![(2019, 1), (2024, 2)],
                by_region: vec![
                    (Region::Africa, 1),
                    (Region::ArabStates, 2),
                    (Region::AsiaAndThePacific, 0),
                    (Region::EuropeAndNorthAmerica, 0),
                    (Region::LatinAmericaAndTheCaribbean, 0),
                ],
            }
        );
    }
}
