//! Up to four cities side by side, fact by fact. What is not known is `None`, so that a page can say
//! so, and every city comes with the sources that its facts rest on.

use super::city::{City, CityId, Position, Standing};
use super::country::CountryCode;
use super::directory::Directory;
use super::display::MOST_COMPARED;
use super::geo::distance_km;
use super::language::Language;
use super::region::Region;

/// Cities side by side.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Comparison<'a> {
    /// The cities, in the order given.
    pub cities: Vec<ComparedCity<'a>>,
    /// The facts, in the order of [`ComparedFact::ALL`].
    pub rows: Vec<ComparisonRow<'a>>,
}

/// A city that is compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ComparedCity<'a> {
    /// The city.
    pub id: CityId,
    /// The ids of the sources of its record.
    pub sources: &'a [String],
}

/// One fact of all the cities.
#[derive(Clone, PartialEq, Debug)]
pub struct ComparisonRow<'a> {
    /// The fact.
    pub fact: ComparedFact,
    /// Its value for each city, in their order; `None` where it is not known.
    pub values: Vec<Option<ComparedValue<'a>>>,
}

/// A fact by which cities are compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ComparedFact {
    /// The country.
    Country,
    /// The UNESCO region.
    Region,
    /// All years of admission.
    Joined,
    /// The years of awards.
    Awards,
    /// Whether it is presumed to be a member today.
    Standing,
    /// The latest year in which a source names it a member.
    LastAttested,
    /// Where it lies.
    Position,
    /// The inhabitants of its town, where that may be compared.
    TownPopulation,
    /// How far it lies from the first city.
    DistanceToFirst,
    /// Its names in other languages.
    Names,
}

/// What a fact is for one city.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum ComparedValue<'a> {
    /// A country.
    Country(CountryCode),
    /// A region.
    Region(Region),
    /// Years, ascending; no awards are an empty list, because awards are all on record.
    Years(&'a [u16]),
    /// A year.
    Year(u16),
    /// A standing.
    Standing(Standing),
    /// A position, with what it belongs to.
    Position(Position),
    /// Inhabitants of the town, not of the member.
    TownPopulation(u32),
    /// The place from which distances are measured.
    Origin,
    /// A distance in kilometres.
    DistanceKm(f64),
    /// Names by language.
    Names(&'a [(Language, String)]),
}

impl ComparedFact {
    /// Every fact, in the order shown.
    pub const ALL: [Self; 10] = [
        Self::Country,
        Self::Region,
        Self::Joined,
        Self::Awards,
        Self::Standing,
        Self::LastAttested,
        Self::Position,
        Self::TownPopulation,
        Self::DistanceToFirst,
        Self::Names,
    ];
}

impl Directory {
    /// Lays cities side by side: the first [`MOST_COMPARED`] of those that exist, each once.
    #[must_use]
    pub fn comparison(&self, ids: &[CityId]) -> Comparison<'_> {
        let mut known: Vec<(CityId, &City)> = Vec::new();
        for id in ids {
            let is_new = known.len() < MOST_COMPARED && known.iter().all(|(other, _)| other != id);
            known.extend(self.city(*id).filter(|_| is_new).map(|city| (*id, city)));
        }
        let first = known.first().copied();
        let rows = ComparedFact::ALL.map(|fact| ComparisonRow {
            fact,
            values: known
                .iter()
                .map(|(id, city)| match (fact, first) {
                    (ComparedFact::DistanceToFirst, Some((origin, from))) => {
                        distance((origin, from), (*id, city))
                    }
                    _ => value(fact, city),
                })
                .collect(),
        });
        let compared = known.iter().map(|(id, city)| ComparedCity {
            id: *id,
            sources: &city.sources,
        });
        Comparison {
            cities: compared.collect(),
            rows: rows.into(),
        }
    }
}

fn value(fact: ComparedFact, city: &City) -> Option<ComparedValue<'_>> {
    Some(match fact {
        ComparedFact::Country => ComparedValue::Country(city.country),
        ComparedFact::Region => ComparedValue::Region(city.region),
        ComparedFact::Joined => ComparedValue::Years(some(&city.admissions)?),
        ComparedFact::Awards => ComparedValue::Years(&city.awards),
        ComparedFact::Standing => ComparedValue::Standing(city.standing),
        ComparedFact::LastAttested => ComparedValue::Year(city.last_attested?),
        ComparedFact::Position => ComparedValue::Position(city.position?),
        ComparedFact::TownPopulation => {
            ComparedValue::TownPopulation(city.comparable_population()?)
        }
        ComparedFact::Names => ComparedValue::Names(some(&city.names)?),
        // It needs two cities.
        ComparedFact::DistanceToFirst => return None,
    })
}

fn some<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}

fn distance<'a>(
    (origin, from): (CityId, &City),
    (id, city): (CityId, &City),
) -> Option<ComparedValue<'a>> {
    let (from, to) = (from.position?, city.position?);
    Some(if id == origin {
        ComparedValue::Origin
    } else {
        ComparedValue::DistanceKm(distance_km(&from, &to))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::country::Countries;
    use crate::domain::record::read_cities;

    fn directory() -> Directory {
        let text = r#"[
            {"slug":"a","name":"A","iso2":"CN","region":"africa","joined":2019,"cohorts":[2019,2024],"awards":[2021],
             "lat":0,"lon":0,"population":5,"last_attested":2024,"names":{"fr":"Â"},"sources":["s1","s2"]},
            {"slug":"b","name":"B","iso2":"FR","region":"africa","presumed_current":false},
            {"slug":"c","name":"C","iso2":"FR","region":"africa","lat":0,"lon":1,"population":7,"geo_precision":"parent-place"}
        ]"#;
        let reading = read_cities("cities.json", text, &Countries::default());
        Directory::new(reading.value.cities, Countries::default())
    }

    fn row<'a>(comparison: &Comparison<'a>, fact: ComparedFact) -> Vec<Option<ComparedValue<'a>>> {
        let row = comparison.rows.iter().find(|row| row.fact == fact);
        row.unwrap().values.clone()
    }

    #[test]
    fn facts_stand_side_by_side_with_gaps_where_nothing_is_known() {
        let directory = directory();
        let shown = directory.comparison(&[CityId(0), CityId(1)]);
        assert_eq!(
            row(&shown, ComparedFact::Joined),
            [Some(ComparedValue::Years(&[2019, 2024])), None]
        );
        assert_eq!(
            row(&shown, ComparedFact::Awards),
            [
                Some(ComparedValue::Years(&[2021])),
                Some(ComparedValue::Years(&[]))
            ]
        );
        assert_eq!(
            row(&shown, ComparedFact::Standing),
            [Standing::PresumedCurrent, Standing::MayHaveLeft]
                .map(|standing| Some(ComparedValue::Standing(standing)))
        );
        for fact in [
            ComparedFact::LastAttested,
            ComparedFact::Position,
            ComparedFact::TownPopulation,
            ComparedFact::Names,
        ] {
            let values = row(&shown, fact);
            assert!(values[0].is_some() && values[1].is_none(), "{fact:?}");
        }
        assert_eq!(shown.cities[0].sources, ["s1", "s2"]);
    }

    #[test]
    fn distances_are_measured_from_the_first_city() {
        let directory = directory();
        let shown = directory.comparison(&[CityId(0), CityId(1), CityId(2)]);
        let distances = row(&shown, ComparedFact::DistanceToFirst);
        assert_eq!(distances[..2], [Some(ComparedValue::Origin), None]);
        // A degree of the equator is 111.32 km.
        assert!(
            matches!(distances[2], Some(ComparedValue::DistanceKm(km)) if (km - 111.32).abs() < 0.01)
        );
        let from_unknown = directory.comparison(&[CityId(1), CityId(2)]);
        assert_eq!(
            row(&from_unknown, ComparedFact::DistanceToFirst),
            [None, None]
        );
    }

    #[test]
    fn a_town_that_is_not_the_member_is_not_compared() {
        let directory = directory();
        let shown = directory.comparison(&[CityId(2)]);
        assert_eq!(row(&shown, ComparedFact::TownPopulation), [None]);
    }

    #[test]
    fn unknown_and_repeated_cities_are_passed_over_and_four_are_enough() {
        let directory = directory();
        let ids = [9, 1, 1, 0, 2, 0].map(CityId);
        let shown = directory.comparison(&ids);
        let shown: Vec<CityId> = shown.cities.iter().map(|city| city.id).collect();
        assert_eq!(shown, [1, 0, 2].map(CityId));
        assert_eq!(directory.comparison(&[]).cities, []);
        assert!(
            directory
                .comparison(&[])
                .rows
                .iter()
                .all(|row| row.values.is_empty())
        );
    }
}
