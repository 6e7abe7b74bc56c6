//! Facets: which cities the chosen values let through, and how many each value would show.
//!
//! Within a facet any chosen value will do, across facets all must. A count respects the text and
//! the other facets, not the facet itself. A city admitted twice counts under its first year only.

use super::country::CountryCode;
use super::groups::{FACETS, Groups, Row};
use super::query::{Facet, FacetValue, JoinedFilter, Query};
use super::region::Region;

mod counts;

pub use counts::{FacetCounts, FacetOption};

/// A bit for each facet, in the order of [`Facet::ALL`].
const REGION: u8 = 1;
const COUNTRY: u8 = 2;
const JOINED: u8 = 4;
const AWARD: u8 = 8;
const BITS: [u8; FACETS] = [REGION, COUNTRY, JOINED, AWARD];

/// The values of the groups, prepared for counting: every city belongs to one group of each facet,
/// and a group has the values that its cities share (several only for awards).
#[derive(Debug)]
pub(super) struct Columns {
    columns: [Column; FACETS],
    /// The counts without text or choice.
    totals: FacetCounts,
    countries: ShownCountries,
}

#[derive(Debug)]
struct Column {
    /// The values of each group.
    groups: Vec<Vec<FacetValue>>,
    /// Where the values of each group stand among all.
    places: Vec<Vec<usize>>,
    /// All values, in the order shown.
    values: Vec<FacetValue>,
}

/// The countries of the cities, in the order shown.
#[derive(Debug)]
struct ShownCountries {
    codes: Vec<CountryCode>,
    /// By [`CountryCode::number`], the place in that order.
    places: Vec<Option<usize>>,
}

/// Counts the cities that it lets through, facet by facet.
pub(super) struct Counter<'a> {
    columns: &'a Columns,
    /// By facet and group, the facet's bit where no chosen value lets the group through.
    refused: [Vec<u8>; FACETS],
    counts: [Vec<u32>; FACETS],
}

impl Columns {
    /// Prepares the values of groups; the countries' numbers come in the order shown.
    pub(super) fn new(groups: &Groups, countries_by_name: &[u32]) -> Self {
        let countries = ShownCountries::new(groups, countries_by_name);
        let sizes = sizes(groups);
        let mut values = values(groups);
        for (values, size) in values.iter_mut().flatten().zip(sizes.iter().flatten()) {
            // No city is there to show for it.
            if *size == 0 {
                values.clear();
            }
        }
        let mut columns = Self {
            columns: values.map(|values| Column::new(values, &countries)),
            totals: FacetCounts::default(),
            countries,
        };
        columns.totals = columns.counted(&Query::default(), &sizes);
        columns
    }

    /// The country codes in the order shown.
    pub(super) fn country_codes(&self) -> &[CountryCode] {
        &self.countries.codes
    }

    /// The counts without text or choice.
    pub(super) fn totals(&self) -> &FacetCounts {
        &self.totals
    }

    pub(super) fn counter(&self, query: &Query) -> Counter<'_> {
        let chosen = query.chosen();
        let lets_through = |facet: Facet, group: &Vec<FacetValue>| {
            let unasked = !chosen.iter().any(|value| value.facet() == facet);
            unasked || group.iter().any(|value| query.contains(*value))
        };
        let mut refused: [Vec<u8>; FACETS] = Default::default();
        let mut counts: [Vec<u32>; FACETS] = Default::default();
        let prepared = refused.iter_mut().zip(&mut counts);
        let facets = Facet::ALL.into_iter().zip(BITS);
        for ((refused, counts), (column, (facet, bit))) in
            prepared.zip(self.columns.iter().zip(facets))
        {
            let groups = column.groups.iter();
            let refusals = groups.map(|group| bit * u8::from(!lets_through(facet, group)));
            *refused = refusals.collect();
            *counts = vec![0; column.groups.len()];
        }
        Counter {
            columns: self,
            refused,
            counts,
        }
    }

    fn counted(&self, query: &Query, counts: &[Vec<u32>; FACETS]) -> FacetCounts {
        let chosen = query.chosen();
        let mut counted = FacetCounts::default();
        let facets = counted.options.iter_mut().zip(Facet::ALL);
        for ((options, facet), (column, counts)) in facets.zip(self.columns.iter().zip(counts)) {
            *options = column.counted(counts);
            let absent = |value: &&FacetValue| !column.values.contains(value);
            let of_facet = chosen.iter().filter(|value| value.facet() == facet);
            for value in of_facet.filter(absent) {
                let key = self.countries.order(*value);
                let before = |option: &FacetOption| self.countries.order(option.value) < key;
                let at = options.partition_point(before);
                let (value, count) = (*value, 0);
                options.insert(at, FacetOption { value, count });
            }
        }
        for option in counted.options.iter().flatten() {
            if let FacetValue::Country(code) = option.value {
                counted.by_country.resize(CountryCode::NUMBERS, 0);
                if let Some(count) = counted.by_country.get_mut(code.number()) {
                    *count = option.count;
                }
            }
        }
        counted
    }
}

/// How many cities each group has, facet by facet.
fn sizes(groups: &Groups) -> [Vec<u32>; FACETS] {
    let lists = [
        groups.countries.len(),
        groups.admissions.len(),
        groups.awards.len(),
    ];
    let [countries, admissions, awards] = lists.map(|groups| vec![0; groups]);
    let mut sizes = [vec![0; Region::ALL.len()], countries, admissions, awards];
    for row in &groups.rows {
        for (sizes, group) in sizes.iter_mut().zip(row) {
            if let Some(size) = sizes.get_mut(*group as usize) {
                *size += 1;
            }
        }
    }
    sizes
}

/// The values of each group, facet by facet.
fn values(groups: &Groups) -> [Vec<Vec<FacetValue>>; FACETS] {
    let regions = Region::ALL.map(|region| vec![FacetValue::Region(region)]);
    let countries = groups.countries.iter();
    let countries = countries.map(|country| vec![FacetValue::Country(country.code)]);
    let joined = groups.admissions.iter().map(|years| {
        let first = years.first().copied();
        let joined = first.map_or(JoinedFilter::Unknown, JoinedFilter::Year);
        vec![FacetValue::Joined(joined)]
    });
    let awards = groups.awards.iter();
    let awards = awards.map(|years| years.iter().copied().map(FacetValue::Award).collect());
    [
        regions.into(),
        countries.collect(),
        joined.collect(),
        awards.collect(),
    ]
}

impl ShownCountries {
    fn new(groups: &Groups, by_name: &[u32]) -> Self {
        let countries = by_name
            .iter()
            .filter_map(|number| groups.countries.get(*number as usize));
        let codes: Vec<CountryCode> = countries.map(|country| country.code).collect();
        let mut places = vec![None; CountryCode::NUMBERS];
        for (place, code) in codes.iter().enumerate() {
            if let Some(to) = places.get_mut(code.number()) {
                *to = Some(place);
            }
        }
        Self { codes, places }
    }

    /// A key that sorts the values of one facet as they are shown.
    fn order(&self, value: FacetValue) -> (usize, FacetValue) {
        let place = match value {
            FacetValue::Region(region) => Some(region as usize),
            FacetValue::Country(code) => self.places.get(code.number()).copied().flatten(),
            FacetValue::Joined(JoinedFilter::Year(year)) | FacetValue::Award(year) => {
                Some(usize::from(u16::MAX - year))
            }
            FacetValue::Joined(JoinedFilter::Unknown) => None,
        };
        (place.unwrap_or(usize::MAX), value)
    }
}

impl Column {
    fn new(groups: Vec<Vec<FacetValue>>, countries: &ShownCountries) -> Self {
        let mut keys: Vec<(usize, FacetValue)> = Vec::new();
        for value in groups.iter().flatten() {
            let key = countries.order(*value);
            if let Err(at) = keys.binary_search(&key) {
                keys.insert(at, key);
            }
        }
        let place = |value: &FacetValue| keys.binary_search(&countries.order(*value)).ok();
        let places = groups.iter();
        let places = places.map(|group| group.iter().filter_map(place).collect());
        Self {
            places: places.collect(),
            values: keys.iter().map(|(_, value)| *value).collect(),
            groups,
        }
    }

    fn counted(&self, counts: &[u32]) -> Vec<FacetOption> {
        let options = self.values.iter().map(|value| FacetOption {
            value: *value,
            count: 0,
        });
        let mut options: Vec<FacetOption> = options.collect();
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
    /// Whether every facet lets a city through.
    pub(super) fn lets_through(&self, row: &Row) -> bool {
        self.refusals(row) == 0
    }

    /// Counts a city that matches the text, and tells whether every facet lets it through.
    pub(super) fn count(&mut self, row: &Row) -> bool {
        let refusals = self.refusals(row);
        let [regions, countries, years, awards] = &mut self.counts;
        let [region, country, joined, award] = *row;
        // The count of a facet respects the others.
        if refusals & !REGION == 0 {
            count_one(regions, region);
        }
        if refusals & !COUNTRY == 0 {
            count_one(countries, country);
        }
        if refusals & !JOINED == 0 {
            count_one(years, joined);
        }
        if refusals & !AWARD == 0 {
            count_one(awards, award);
        }
        refusals == 0
    }

    /// The facets that do not let a city through, one bit each.
    fn refusals(&self, row: &Row) -> u8 {
        let [regions, countries, years, awards] = &self.refused;
        let [region, country, joined, award] = *row;
        refusal(regions, region)
            | refusal(countries, country)
            | refusal(years, joined)
            | refusal(awards, award)
    }

    pub(super) fn finish(self, query: &Query) -> FacetCounts {
        self.columns.counted(query, &self.counts)
    }
}

fn refusal(groups: &[u8], group: u32) -> u8 {
    groups.get(group as usize).copied().unwrap_or(u8::MAX)
}

fn count_one(counts: &mut [u32], group: u32) {
    if let Some(count) = counts.get_mut(group as usize) {
        *count += 1;
    }
}
