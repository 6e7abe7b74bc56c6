//! A file of cities as it is written. Everything may be missing here; the checks tell what must not.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::super::language::Language;
use super::super::network::NetworkTotal;

/// What stands beside the records of a file.
#[derive(Default)]
pub(super) struct Beside {
    pub(super) compiled: Option<String>,
    pub(super) network: Option<NetworkRecord>,
}

/// Reads an array of records and hands each of them on.
pub(super) struct Records<'a>(pub(super) &'a mut dyn FnMut(CityRecord));

/// Reads an object whose `cities` is an array of records.
pub(super) struct Envelope<'a>(pub(super) &'a mut dyn FnMut(CityRecord));

/// The total stated beside the records.
#[derive(Deserialize)]
pub(super) struct NetworkRecord {
    members: u32,
    countries: u32,
    counted: String,
    source: String,
}

/// One record. Everything may be missing here; what must not be is told by the checks.
#[derive(Deserialize, Default)]
pub(super) struct CityRecord {
    pub(super) slug: Option<String>,
    pub(super) name: Option<String>,
    pub(super) native_name: Option<String>,
    pub(super) country: Option<String>,
    pub(super) iso2: Option<String>,
    pub(super) region: Option<String>,
    pub(super) joined: Option<i64>,
    pub(super) cohorts: Option<Vec<i64>>,
    pub(super) awards: Option<Vec<i64>>,
    pub(super) lat: Option<f64>,
    pub(super) lon: Option<f64>,
    pub(super) geo_precision: Option<String>,
    pub(super) population: Option<i64>,
    pub(super) names: Option<Names>,
    pub(super) aliases: Option<Vec<String>>,
    pub(super) last_attested: Option<i64>,
    pub(super) presumed_current: Option<bool>,
    pub(super) sources: Option<Vec<String>>,
}

/// Names by language tag; tags of other languages are passed over.
#[derive(Default)]
pub(super) struct Names(pub(super) Vec<(Language, String)>);

impl From<NetworkRecord> for NetworkTotal {
    fn from(record: NetworkRecord) -> Self {
        let NetworkRecord {
            members,
            countries,
            counted,
            source,
        } = record;
        Self {
            members,
            countries,
            counted,
            source,
        }
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NamesVisitor;
        impl<'de> Visitor<'de> for NamesVisitor {
            type Value = Names;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object of names by language tag")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Names, A::Error> {
                let mut names = Vec::new();
                while let Some(tag) = map.next_key::<String>()? {
                    match Language::from_tag(&tag) {
                        Some(language) => names.push((language, map.next_value()?)),
                        None => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(Names(names))
            }
        }
        deserializer.deserialize_map(NamesVisitor)
    }
}

impl<'de> DeserializeSeed<'de> for Records<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Records<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an array of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut records: A) -> Result<(), A::Error> {
        while let Some(record) = records.next_element()? {
            (self.0)(record);
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Envelope<'_> {
    type Value = Beside;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Beside, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Envelope<'_> {
    type Value = Beside;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object with the array \"cities\"")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Beside, A::Error> {
        let mut beside = Beside::default();
        let mut arrays = 0;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "compiled" => beside.compiled = map.next_value()?,
                "network" => beside.network = map.next_value()?,
                "cities" => {
                    map.next_value_seed(Records(&mut *self.0))?;
                    arrays += 1;
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        match arrays {
            1 => Ok(beside),
            _ => Err(serde::de::Error::custom(
                "there must be one array \"cities\"",
            )),
        }
    }
}
