//! The cities shown as files for others: a table, a JSON document, a map layer. The stable files of
//! the site and what a reader saves from a query are written here, by the same code.

mod degrees;
pub mod dictionary;
mod document;
mod field;
mod json_text;
mod map_layer;
mod table;

use super::city::City;
use super::network::NetworkTotal;
use super::order::by_texts;
use super::source::Source;

pub use document::{document, source_object};
pub use field::{Cell, Field, Member};
pub use map_layer::map_layer;
pub use table::{ByteOrderMark, FORMULA_STARTS, columns, table};

/// On what terms the data may be used, short enough for every row of a table.
pub const LICENCE: &str = "facts free to use; GeoNames CC BY 4.0; CLDR Unicode-3.0";

/// Whom the data are owed to, in every file that holds them.
pub const ATTRIBUTION: &str = "Positions, town populations and other names: GeoNames (https://www.geonames.org), CC BY 4.0. Names of countries and some names of cities: Unicode CLDR, Unicode-3.0. Facts of membership: the sources named in each record.";

/// What an export is of; it stands in the file, so that a saved one still says where it is from.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExportScope<'a> {
    /// What the file holds, in words.
    pub about: &'a str,
    /// The filters in words, none for all cities.
    pub filters: &'a [String],
    /// The address at which the same is shown.
    pub address: &'a str,
    /// The day the records were compiled, ISO 8601.
    pub compiled: Option<&'a str>,
    /// The day of the export, ISO 8601; the stable files have none, so that they change only with
    /// the data.
    pub exported: Option<&'a str>,
    /// The official total, which the records need not reach.
    pub network: Option<&'a NetworkTotal>,
}

/// The sources that the cities name, each once, in the order of the list.
#[must_use]
pub fn named_sources<'a>(cities: &[&City], sources: &'a [Source]) -> Vec<&'a Source> {
    let id = |number: u32| {
        let source = sources.get(number as usize);
        source.map_or("", |source| source.id.as_str())
    };
    let ordered = by_texts(sources.len(), &[&id]);
    let mut is_named = vec![false; sources.len()];
    for wanted in cities.iter().flat_map(|city| &city.sources) {
        let at = ordered.partition_point(|number| id(*number) < wanted.as_str());
        let found = ordered.get(at).copied();
        let found = found.filter(|number| id(*number) == wanted.as_str());
        if let Some(mark) = found.and_then(|number| is_named.get_mut(number as usize)) {
            *mark = true;
        }
    }
    let marked = sources.iter().zip(is_named);
    marked
        .filter_map(|(source, is_named)| is_named.then_some(source))
        .collect()
}

#[cfg(test)]
mod tests;
