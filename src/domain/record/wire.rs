//! A file of cities as it is written. Everything may be missing here; the checks tell what must not.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

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
#[derive(Default)]
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

/// Where the value of a field goes: its type tells what is read. Few types, because each of them
/// takes room in the browser's program.
pub(super) enum Place<'r> {
    Text(&'r mut Option<String>),
    Texts(&'r mut Option<Vec<String>>),
    Whole(&'r mut Option<i64>),
    Wholes(&'r mut Option<Vec<i64>>),
    Degrees(&'r mut Option<f64>),
    Answer(&'r mut Option<bool>),
    Names(&'r mut Option<Names>),
}

/// Reads a key and gives the place of its value, or `None` for a key that means nothing here.
struct Key<'r>(&'r mut CityRecord);

/// Names by language tag; tags of other languages are passed over.
#[derive(Default)]
pub(super) struct Names(pub(super) Vec<(Language, String)>);

impl CityRecord {
    /// Where the value of a field goes.
    pub(super) fn place(&mut self, field: &str) -> Option<Place<'_>> {
        Some(match field {
            "slug" => Place::Text(&mut self.slug),
            "name" => Place::Text(&mut self.name),
            "native_name" => Place::Text(&mut self.native_name),
            "country" => Place::Text(&mut self.country),
            "iso2" => Place::Text(&mut self.iso2),
            "region" => Place::Text(&mut self.region),
            "joined" => Place::Whole(&mut self.joined),
            "cohorts" => Place::Wholes(&mut self.cohorts),
            "awards" => Place::Wholes(&mut self.awards),
            "lat" => Place::Degrees(&mut self.lat),
            "lon" => Place::Degrees(&mut self.lon),
            "geo_precision" => Place::Text(&mut self.geo_precision),
            "population" => Place::Whole(&mut self.population),
            "names" => Place::Names(&mut self.names),
            "aliases" => Place::Texts(&mut self.aliases),
            "last_attested" => Place::Whole(&mut self.last_attested),
            "presumed_current" => Place::Answer(&mut self.presumed_current),
            "sources" => Place::Texts(&mut self.sources),
            _ => return None,
        })
    }
}

impl<'de> Deserialize<'de> for CityRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RecordVisitor;
        impl<'de> Visitor<'de> for RecordVisitor {
            type Value = CityRecord;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a record")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<CityRecord, A::Error> {
                let mut record = CityRecord::default();
                while let Some(place) = map.next_key_seed(Key(&mut record))? {
                    match place {
                        Some(place) => map.next_value_seed(place)?,
                        None => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(record)
            }
        }
        deserializer.deserialize_map(RecordVisitor)
    }
}

impl<'de, 'r> DeserializeSeed<'de> for Key<'r> {
    type Value = Option<Place<'r>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'r> Visitor<'_> for Key<'r> {
    type Value = Option<Place<'r>>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the name of a field")
    }

    fn visit_str<E>(self, field: &str) -> Result<Self::Value, E> {
        Ok(self.0.place(field))
    }
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self {
            Self::Text(to) => once(to, deserializer),
            Self::Texts(to) => once(to, deserializer),
            Self::Whole(to) => once(to, deserializer),
            Self::Wholes(to) => once(to, deserializer),
            Self::Degrees(to) => once(to, deserializer),
            Self::Answer(to) => once(to, deserializer),
            Self::Names(to) => once(to, deserializer),
        }
    }
}

/// Fills a field that is still empty: of two values of one field, either may be the wrong one.
fn once<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    to: &mut Option<T>,
    deserializer: D,
) -> Result<(), D::Error> {
    if to.is_some() {
        return Err(serde::de::Error::custom("a field stands twice"));
    }
    *to = Option::deserialize(deserializer)?;
    Ok(())
}

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
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
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

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
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

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Beside, D::Error> {
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
