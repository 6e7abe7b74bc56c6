//! A set of results by the admissions in which its cities first came in.

use super::city::CityId;
use super::directory::Directory;

/// The cities of one admission.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AdmissionGroup {
    /// The year; `None` holds the cities whose year is not known.
    pub year: Option<u16>,
    /// The cities, in the order of the results.
    pub cities: Vec<CityId>,
}

impl Directory {
    /// Groups a set of its cities by their first admission, newest first, the unknown year last.
    #[must_use]
    pub fn timeline(&self, ids: &[CityId]) -> Vec<AdmissionGroup> {
        let mut groups: Vec<AdmissionGroup> = Vec::new();
        for id in ids {
            let Some(city) = self.city(*id) else { continue };
            let year = city.joined();
            // None is less than any year, so falling order puts it last.
            let at = groups.partition_point(|group| group.year > year);
            match groups.get_mut(at).filter(|group| group.year == year) {
                Some(group) => group.cities.push(*id),
                None => groups.insert(
                    at,
                    AdmissionGroup {
                        year,
                        cities: vec![*id],
                    },
                ),
            }
        }
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::super::country::Countries;
    use super::super::record::read_cities;
    use super::*;

    #[test]
    fn each_city_stands_once_under_its_first_year_in_the_order_of_the_results() {
        let text = r#"[
            {"slug":"a","name":"A","country":"France","iso2":"FR","region":"africa","joined":2016},
            {"slug":"b","name":"B","country":"France","iso2":"FR","region":"africa","cohorts":[2019,2024]},
            {"slug":"c","name":"C","country":"France","iso2":"FR","region":"africa"},
            {"slug":"d","name":"D","country":"France","iso2":"FR","region":"africa","joined":2019}
        ]"#;
        let cities = read_cities("cities.json", text, &Countries::default()).value;
        let directory = Directory::new(cities.cities, Countries::default());
        let ids = [3, 2, 1, 0].map(CityId);
        let groups: Vec<(Option<u16>, Vec<u32>)> = directory
            .timeline(&ids)
            .into_iter()
            .map(|group| (group.year, group.cities.iter().map(|id| id.0).collect()))
            .collect();
        let expected = [
            (Some(2019), vec![3, 1]),
            (Some(2016), vec![0]),
            (None, vec![2]),
        ];
        assert_eq!(groups, expected);
        assert_eq!(directory.timeline(&[]), []);
    }
}
