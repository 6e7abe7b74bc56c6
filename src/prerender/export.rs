//! The data as files for others: a table, a map layer, one record for each city. The core writes
//! them, as it writes what a reader saves from the directory.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::domain::city::City;
use crate::domain::export::{
    self, ATTRIBUTION, ByteOrderMark, ExportScope, LICENCE, Member, source_object,
};
use crate::domain::source::Source;
use crate::state::catalogue::Catalogue;

use super::error::PrerenderError;

/// What the stable files are made from.
pub struct StableFiles<'a> {
    /// The cities.
    pub catalogue: &'a Catalogue,
    /// Every source the records name.
    pub sources: &'a [Source],
    /// What the files hold, in words.
    pub about: &'a str,
    /// The directory's address, origin included.
    pub address: &'a str,
}

impl StableFiles<'_> {
    /// The directory as comma-separated values, a row for each city. Most programs take a byte order
    /// mark for a part of the first heading, so there is none.
    pub fn table(&self) -> String {
        let headings = export::columns();
        export::table(
            &self.cities(),
            &self.scope(),
            &headings,
            ByteOrderMark::None,
        )
    }

    /// The directory as GeoJSON.
    pub fn map_layer(&self) -> String {
        export::map_layer(&self.cities(), &self.scope(), self.sources)
    }

    fn cities(&self) -> Vec<&City> {
        self.catalogue.directory.cities().iter().collect()
    }

    fn scope(&self) -> ExportScope<'_> {
        ExportScope {
            about: self.about,
            address: self.address,
            compiled: self.catalogue.compiled.as_deref(),
            network: self.catalogue.network.as_ref(),
            ..ExportScope::default()
        }
    }
}

/// Each city's whole record by slug: what the directory file, the profiles and the sources hold.
/// The records pass through as they were read, so that a field the program does not know stays.
///
/// # Errors
/// Where one of the files is not what it should be.
pub fn records(
    files: &BTreeMap<String, String>,
    sources: &[Source],
) -> Result<Vec<(String, Value)>, PrerenderError> {
    let cities = list(files, "data/cities.json")?;
    let profiles = list(files, "data/profiles.json")?;
    let mut records = Vec::with_capacity(cities.len());
    for (slug, mut record) in cities {
        if let Some(profile) = profiles.get(&slug) {
            record.extend(profile.clone());
        }
        let named = named_in_full(&record, sources)?;
        record.insert(Member::Sources.key().to_owned(), named);
        record.insert(Member::Licence.key().to_owned(), LICENCE.into());
        record.insert(Member::Attribution.key().to_owned(), ATTRIBUTION.into());
        records.push((slug, Value::Object(record)));
    }
    Ok(records)
}

/// The sources of a record in its own order, which the city's page keeps too.
fn named_in_full(record: &Map<String, Value>, sources: &[Source]) -> Result<Value, PrerenderError> {
    let ids = record.get(Member::Sources.key()).and_then(Value::as_array);
    let ids = ids.into_iter().flatten().filter_map(Value::as_str);
    let named = ids.filter_map(|id| sources.iter().find(|source| source.id == id));
    named
        .map(|source| serde_json::from_str(&source_object(source)))
        .collect::<Result<Vec<Value>, _>>()
        .map(Value::Array)
        .map_err(|error| PrerenderError::content("data/sources.json", error))
}

fn list(
    files: &BTreeMap<String, String>,
    path: &str,
) -> Result<BTreeMap<String, Map<String, Value>>, PrerenderError> {
    let text = files
        .get(path)
        .ok_or_else(|| PrerenderError::content(path, "was not read"))?;
    let value: Value =
        serde_json::from_str(text).map_err(|error| PrerenderError::content(path, error))?;
    let records = match value {
        Value::Array(records) => records,
        Value::Object(mut envelope) => match envelope.remove("cities") {
            Some(Value::Array(records)) => records,
            _ => {
                return Err(PrerenderError::content(
                    path,
                    "has no list named \"cities\"",
                ));
            }
        },
        _ => return Err(PrerenderError::content(path, "is no list")),
    };
    Ok(records
        .into_iter()
        .filter_map(|record| match record {
            Value::Object(record) => Some((record.get("slug")?.as_str()?.to_owned(), record)),
            _ => None,
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_stable_files_say_where_they_are_from_and_on_what_terms() {
        let text = r#"{"compiled":"2026-11-23","cities":[{"slug":"a","name":"A","iso2":"FR","region":"africa","country":"France","lat":1,"lon":2}]}"#;
        let catalogue = Catalogue::read(text, "[]", &crate::i18n::texts::Texts::english())
            .unwrap()
            .0;
        let files = StableFiles {
            catalogue: &catalogue,
            sources: &[],
            about: "About it",
            address: "https://example.org/cities/",
        };
        let row = "\r\na,A,,France,FR,africa,,,,,true,1,2,city,,,2026-11-23,";
        assert!(files.table().contains(row), "{}", files.table());
        let layer: Value = serde_json::from_str(&files.map_layer()).unwrap();
        for (key, value) in [
            ("about", "About it"),
            ("exported_from", files.address),
            ("compiled", "2026-11-23"),
            ("attribution", ATTRIBUTION),
        ] {
            assert_eq!(layer[key], value);
        }
        assert_eq!(layer.get("exported"), None);
    }

    #[test]
    fn a_record_carries_its_profile_and_its_sources_in_full() {
        let files = BTreeMap::from([
            (
                "data/cities.json".to_owned(),
                r#"{"cities":[{"slug":"a","status":"x","sources":["s1","s9"]}]}"#.to_owned(),
            ),
            (
                "data/profiles.json".to_owned(),
                r#"[{"slug":"a","note":"n"}]"#.to_owned(),
            ),
        ]);
        let source = Source {
            id: "s1".into(),
            publisher: "P".into(),
            title: "T".into(),
            date: None,
            url: None,
            attests: None,
        };
        let records = records(&files, &[source]).unwrap();
        let record = &records[0].1;
        assert_eq!(
            (&record["note"], &record["status"]),
            (&json!("n"), &json!("x"))
        );
        let named = json!([{"id": "s1", "publisher": "P", "title": "T"}]);
        assert_eq!(record["sources"], named);
    }
}
