//! The fields of the records of each file, beside those of cities, which the spreadsheet knows.

pub(super) const COUNTRY: &[&str] = &["iso2", "name", "short_name", "region", "names"];

pub(super) const SOURCE: &[&str] = &["id", "publisher", "title", "date", "url", "attests"];

pub(super) const PROFILE: &[&str] = &[
    "slug",
    "note",
    "website",
    "city_page",
    "geonames_id",
    "parent_geonames_id",
    "highlights",
    "names_source",
    "native_name_source",
];

pub(super) const CHANGE: &[&str] = &[
    "date", "kind", "city", "name", "field", "before", "after", "sources",
];
