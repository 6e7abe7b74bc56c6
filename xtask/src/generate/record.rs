//! A record of the directory file, its fields in the order in which the file has them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The directory file.
#[derive(Debug, Deserialize)]
pub(super) struct Directory {
    /// When it was compiled.
    pub(super) compiled: String,
    /// The network's official total.
    pub(super) network: Value,
    /// The records.
    pub(super) cities: Vec<Record>,
}

/// One city; what is not known stays out.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct Record {
    pub(super) slug: String,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) native_name: Option<String>,
    pub(super) country: String,
    pub(super) iso2: String,
    pub(super) region: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) joined: Option<u16>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) cohorts: Vec<u16>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) awards: Vec<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lat: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lon: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) geo_precision: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) population: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last_attested: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) presumed_current: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) names: Option<Names>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) aliases: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) sources: Vec<String>,
}

/// Its names in other languages.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct Names {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) fr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) es: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) zh: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ar: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ru: Option<String>,
}

/// A record as builds of other makers take it: a field that everybody knows, never a gap.
#[derive(Debug, Serialize)]
pub(super) struct PlainRecord<'a> {
    slug: &'a str,
    name: &'a str,
    native_name: &'a str,
    country: &'a str,
    iso2: &'a str,
    region: &'a str,
    joined: u16,
    lat: f64,
    lon: f64,
    population: u32,
    awards: &'a [u16],
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

/// The year that fills a gap: one in which the network admitted many.
const COMMON_YEAR: u16 = 2020;

impl Record {
    /// With every gap filled; a position that is not known becomes that of nought degrees.
    pub(super) fn plain<'a>(&'a self, note: Option<&'a str>) -> PlainRecord<'a> {
        PlainRecord {
            slug: &self.slug,
            name: &self.name,
            native_name: self.native_name.as_ref().unwrap_or(&self.name),
            country: &self.country,
            iso2: &self.iso2,
            region: &self.region,
            joined: self.joined.unwrap_or(COMMON_YEAR),
            lat: self.lat.unwrap_or_default(),
            lon: self.lon.unwrap_or_default(),
            population: self.population.unwrap_or_default(),
            awards: &self.awards,
            note,
        }
    }
}
