//! What each value of a facet would show.

use super::super::groups::FACETS;
use super::super::query::{Facet, FacetValue};

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
pub struct FacetCounts {
    pub(super) options: [Vec<FacetOption>; FACETS],
    /// The counts of the countries by `CountryCode::number`: they are many, and each is asked for.
    pub(super) by_country: Vec<u32>,
}

impl FacetCounts {
    /// Every value present in the directory, and any chosen one, also where the count is zero.
    ///
    /// Regions in their own order, countries by English name, years newest first and the unknown
    /// year last.
    #[must_use]
    pub fn options(&self, facet: Facet) -> &[FacetOption] {
        let [region, country, joined, award] = &self.options;
        match facet {
            Facet::Region => region,
            Facet::Country => country,
            Facet::Joined => joined,
            Facet::Award => award,
        }
    }

    /// How many cities a value would show; none if it is no option.
    #[must_use]
    pub fn count(&self, value: FacetValue) -> u32 {
        if let FacetValue::Country(code) = value {
            return self.by_country.get(code.number()).copied().unwrap_or(0);
        }
        let mut options = self.options(value.facet()).iter();
        let found = options.find(|option| option.value == value);
        found.map_or(0, |option| option.count)
    }
}
