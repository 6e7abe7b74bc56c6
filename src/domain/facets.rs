//! Facets: which cities the chosen values let through, and how many each value would show.
//!
//! Within a facet any chosen value will do, across facets all must. A count respects the text and
//! the other facets, not the facet itself. A city admitted twice counts under its first year only.

use super::country::CountryCode;
use super::facts::Facts;
use super::query::{Facet, FacetValue, JoinedFilter, Query};
use super::region::Region;

/// The number of facets.
const FACETS: usize = Facet::ALL.len();

/// A value of a facet with the number of cities that choosing it would show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FacetOption {
    /// The value.
    pub value: FacetValue,
    /// Cities that match the text and the other facets and have this value.
    pub count: u32,
}

/// The options of every facet with their counts.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct FacetCounts([Vec<FacetOption>; FACETS]);

impl FacetCounts {
    /// Every value present in the directory, and any chosen one, also where the count is zero.
    ///
    /// Regions in their own order, countries by English name, years newest first and the unknown
    /// year last.
    #[must_use]
    pub fn options(&self, facet: Facet) -> &[FacetOption] {
        let [region, country, joined, award] = &self.0;
        match facet {
            Facet::Region => region,
            Facet::Country => country,
            Facet::Joined => joined,
            Facet::Award => award,
        }
    }
}

/// The cities' values, prepared for counting: every city belongs to one group of each facet, and
/// a group has the values that its cities share (several only for awards).
#[derive(Debug)]
pub(super) struct Columns {
    /// By name rank, the city's group in each facet.
    rows: Vec<[u32; FACETS]>,
    columns: [Column; FACETS],
    /// How many cities there are in each group, for the counts without text or choice.
    totals: [Vec<u32>; FACETS],
    countries_by_name: Vec<CountryCode>,
}

#[derive(Default, Debug)]
struct Column {
    /// The values of each group.
    groups: Vec<Vec<FacetValue>>,
    /// Where the values of each group stand among all.
    places: Vec<Vec<usize>>,
    /// All values, in the order shown.
    values: Vec<FacetValue>,
}

/// The numbers of the groups while cities are taken in, each list sorted.
#[derive(Default)]
struct Numbering<'a> {
    by_value: Vec<(FacetValue, u32)>,
    by_awards: Vec<(&'a [u16], u32)>,
}

/// Counts the cities that it lets through, facet by facet.
pub(super) struct Counter<'a> {
    columns: &'a Columns,
    /// By facet and group, whether a chosen value lets it through.
    passes: [Vec<bool>; FACETS],
    counts: [Vec<u32>; FACETS],
}

impl Columns {
    /// Prepares the columns of cities given in the order of their names; `countries_by_name` are
    /// the codes of their countries in the order shown.
    pub(super) fn new(facts: &[Facts<'_>], countries_by_name: Vec<CountryCode>) -> Self {
        let mut columns: [Column; FACETS] = Default::default();
        let mut numbering = Numbering::default();
        let rows = facts
            .iter()
            .map(|city| numbering.row(city, &mut columns))
            .collect();
        for column in &mut columns {
            column.settle(&countries_by_name);
        }
        let mut columns = Self {
            rows,
            columns,
            totals: Default::default(),
            countries_by_name,
        };
        let mut counter = columns.counter(&Query::default());
        for rank in 0..columns.rows.len() {
            counter.count(rank);
        }
        columns.totals = counter.counts;
        columns
    }

    /// The country codes in the order shown.
    pub(super) fn countries_by_name(&self) -> &[CountryCode] {
        &self.countries_by_name
    }

    /// The counts without text or choice.
    pub(super) fn totals(&self) -> FacetCounts {
        self.options(&Query::default(), &self.totals)
    }

    pub(super) fn counter(&self, query: &Query) -> Counter<'_> {
        let lets_through = |facet: Facet, group: &Vec<FacetValue>| {
            let unasked = !query.chosen().iter().any(|value| value.facet() == facet);
            unasked || group.iter().any(|value| query.contains(*value))
        };
        let mut passes: [Vec<bool>; FACETS] = Default::default();
        let mut counts: [Vec<u32>; FACETS] = Default::default();
        let prepared = passes
            .iter_mut()
            .zip(&mut counts)
            .zip(&self.columns)
            .zip(Facet::ALL);
        for (((passes, counts), column), facet) in prepared {
            *passes = column
                .groups
                .iter()
                .map(|group| lets_through(facet, group))
                .collect();
            *counts = vec![0; column.groups.len()];
        }
        Counter {
            columns: self,
            passes,
            counts,
        }
    }

    fn options(&self, query: &Query, counts: &[Vec<u32>; FACETS]) -> FacetCounts {
        let chosen = query.chosen();
        let mut options: [Vec<FacetOption>; FACETS] = Default::default();
        let facets = options
            .iter_mut()
            .zip(Facet::ALL)
            .zip(self.columns.iter().zip(counts));
        for ((options, facet), (column, counts)) in facets {
            *options = column.counted(counts);
            let absent = chosen
                .iter()
                .filter(|value| value.facet() == facet && !column.values.contains(value));
            for value in absent {
                let key = shown_order(*value, &self.countries_by_name);
                let at = options.partition_point(|option| {
                    shown_order(option.value, &self.countries_by_name) < key
                });
                let (value, count) = (*value, 0);
                options.insert(at, FacetOption { value, count });
            }
        }
        FacetCounts(options)
    }
}

impl<'a> Numbering<'a> {
    /// The city's group in each facet; groups not met before are added.
    fn row(&mut self, city: &Facts<'a>, columns: &mut [Column; FACETS]) -> [u32; FACETS] {
        let [regions, countries, years, awards] = columns;
        let joined = city
            .joined
            .map_or(JoinedFilter::Unknown, JoinedFilter::Year);
        [
            self.single(FacetValue::Region(city.region), regions),
            self.single(FacetValue::Country(city.country), countries),
            self.single(FacetValue::Joined(joined), years),
            self.several(city.awards, awards),
        ]
    }

    fn single(&mut self, value: FacetValue, column: &mut Column) -> u32 {
        let at = self.by_value.partition_point(|(other, _)| *other < value);
        match self.by_value.get(at) {
            Some((other, number)) if *other == value => *number,
            _ => {
                let number = column.add(vec![value]);
                self.by_value.insert(at, (value, number));
                number
            }
        }
    }

    fn several(&mut self, awards: &'a [u16], column: &mut Column) -> u32 {
        let at = self.by_awards.partition_point(|(other, _)| *other < awards);
        match self.by_awards.get(at) {
            Some((other, number)) if *other == awards => *number,
            _ => {
                let mut years = awards.to_vec();
                years.dedup();
                let number = column.add(years.into_iter().map(FacetValue::Award).collect());
                self.by_awards.insert(at, (awards, number));
                number
            }
        }
    }
}

impl Column {
    fn add(&mut self, values: Vec<FacetValue>) -> u32 {
        self.groups.push(values);
        u32::try_from(self.groups.len() - 1).unwrap_or(u32::MAX)
    }

    /// Brings the values of all groups into the order shown.
    fn settle(&mut self, countries_by_name: &[CountryCode]) {
        let key = |value: FacetValue| shown_order(value, countries_by_name);
        let mut keys: Vec<(usize, FacetValue)> = Vec::new();
        for value in self.groups.iter().flatten() {
            if let Err(at) = keys.binary_search(&key(*value)) {
                keys.insert(at, key(*value));
            }
        }
        let place = |value: &FacetValue| keys.binary_search(&key(*value)).ok();
        let places = self.groups.iter();
        self.places = places
            .map(|group| group.iter().filter_map(place).collect())
            .collect();
        self.values = keys.into_iter().map(|(_, value)| value).collect();
    }

    fn counted(&self, counts: &[u32]) -> Vec<FacetOption> {
        let values = self.values.iter();
        let mut options: Vec<FacetOption> = values
            .map(|value| FacetOption {
                value: *value,
                count: 0,
            })
            .collect();
        for (places, count) in self.places.iter().zip(counts) {
            for place in places {
                if let Some(option) = options.get_mut(*place) {
                    option.count += count;
                }
            }
        }
        options
    }
}

impl Counter<'_> {
    /// Counts a city that matches the text, and tells whether every facet lets it through.
    pub(super) fn count(&mut self, rank: usize) -> bool {
        let Some(row) = self.columns.rows.get(rank) else {
            return false;
        };
        let [a, b, c, d] = row.map(|group| group as usize);
        let [pass_a, pass_b, pass_c, pass_d] = &self.passes;
        let passes = [
            pass_a.get(a) == Some(&true),
            pass_b.get(b) == Some(&true),
            pass_c.get(c) == Some(&true),
            pass_d.get(d) == Some(&true),
        ];
        let stopped = passes.iter().filter(|passes| !**passes).count();
        if stopped > 1 {
            return false;
        }
        // The facet that alone stops a city is the one that would show it.
        for ((counts, group), passes) in self.counts.iter_mut().zip([a, b, c, d]).zip(passes) {
            if let (true, Some(count)) = (stopped == 0 || !passes, counts.get_mut(group)) {
                *count += 1;
            }
        }
        stopped == 0
    }

    pub(super) fn finish(self, query: &Query) -> FacetCounts {
        self.columns.options(query, &self.counts)
    }
}

/// A key that sorts the values of one facet as they are shown.
fn shown_order(value: FacetValue, countries_by_name: &[CountryCode]) -> (usize, FacetValue) {
    let place = match value {
        FacetValue::Region(region) => Region::ALL.iter().position(|other| *other == region),
        FacetValue::Country(code) => countries_by_name.iter().position(|other| *other == code),
        FacetValue::Joined(JoinedFilter::Year(year)) | FacetValue::Award(year) => {
            Some(usize::from(u16::MAX - year))
        }
        FacetValue::Joined(JoinedFilter::Unknown) => None,
    };
    (place.unwrap_or(usize::MAX), value)
}
