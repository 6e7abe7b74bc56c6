//! What only a city's own page tells, kept apart so that the list stays small.

use super::language::Language;

/// The particulars of a city's own page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Profile {
    /// The slug of the city it belongs to.
    pub slug: String,
    /// A remark on the record.
    pub note: Option<String>,
    /// The city's page at UNESCO.
    pub website: Option<String>,
    /// A page of the city itself.
    pub city_page: Option<String>,
    /// The city's number in the GeoNames gazetteer.
    pub geonames_id: Option<u32>,
    /// The number of the larger place whose coordinates stand in for the city's.
    pub parent_geonames_id: Option<u32>,
    /// What the city is known for in the network.
    pub highlights: Vec<Highlight>,
    /// Which reference each translated name comes from.
    pub names_source: Vec<(Language, String)>,
    /// Which reference the native name comes from.
    pub native_name_source: Option<String>,
}

/// One sentence about a city, with its source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Highlight {
    /// The sentence.
    pub text: String,
    /// The id of its source.
    pub source: String,
}
