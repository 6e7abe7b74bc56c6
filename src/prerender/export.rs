//! The data as files for others: a table, a map layer, one record for each city.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::domain::city::{City, Precision, Standing};
use crate::domain::region::Region;
use crate::state::catalogue::Catalogue;

use super::error::PrerenderError;

/// Whom the positions and town figures are owed to, in every file that holds them.
const ATTRIBUTION: &str = "Positions and town populations: GeoNames (https://www.geonames.org), CC BY 4.0. Names of countries: Unicode CLDR, Unicode-3.0. Facts of membership: the sources named in each record.";

const COLUMNS: [&str; 16] = [
    "slug",
    "name",
    "native_name",
    "country",
    "iso2",
    "region",
    "joined",
    "admissions",
    "awards",
    "last_attested",
    "presumed_current",
    "latitude",
    "longitude",
    "position_precision",
    "town_population",
    "sources",
];

/// The directory as comma-separated values (RFC 4180), a row for each city.
///
/// # Errors
/// Where a row cannot be written.
pub fn table(catalogue: &Catalogue) -> Result<String, PrerenderError> {
    let fault = |error: csv::Error| PrerenderError::content("data/cities.csv", error);
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(COLUMNS).map_err(fault)?;
    for city in catalogue.directory.cities() {
        writer.write_record(row(city)).map_err(fault)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| PrerenderError::content("data/cities.csv", error))?;
    String::from_utf8(bytes).map_err(|error| PrerenderError::content("data/cities.csv", error))
}

/// The cities with a position as GeoJSON (RFC 7946), licence and date as foreign members (6.1).
pub fn map_layer(catalogue: &Catalogue) -> Value {
    let features: Vec<Value> = catalogue
        .directory
        .cities()
        .iter()
        .filter_map(|city| {
            let position = city.position.as_ref()?;
            Some(json!({
                "type": "Feature",
                "id": city.slug,
                "geometry": {"type": "Point", "coordinates": [position.longitude, position.latitude]},
                "properties": {
                    "name": city.name,
                    "country": city.country_name,
                    "iso2": city.country.as_str(),
                    "region": city.region.slug(),
                    "joined": city.joined(),
                    "awards": city.awards,
                    "last_attested": city.last_attested,
                    "presumed_current": city.standing == Standing::PresumedCurrent,
                    "position_precision": precision(position.precision),
                },
            }))
        })
        .collect();
    json!({
        "type": "FeatureCollection",
        "compiled": catalogue.compiled,
        "attribution": ATTRIBUTION,
        "features": features,
    })
}

/// Each city's whole record by slug: what the directory file, the profiles and the sources hold.
///
/// # Errors
/// Where one of the files is not what it should be.
pub fn records(files: &BTreeMap<String, String>) -> Result<Vec<(String, Value)>, PrerenderError> {
    let cities = list(files, "data/cities.json", "slug")?;
    let profiles = list(files, "data/profiles.json", "slug")?;
    let sources = list(files, "data/sources.json", "id")?;
    Ok(cities
        .into_iter()
        .map(|(slug, mut record)| {
            if let Some(profile) = profiles.get(&slug) {
                record.extend(profile.clone());
            }
            let named: Vec<Value> = record
                .get("sources")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .filter_map(|id| sources.get(id).cloned().map(Value::Object))
                .collect();
            record.insert("sources".to_owned(), Value::Array(named));
            record.insert("attribution".to_owned(), ATTRIBUTION.into());
            (slug, Value::Object(record))
        })
        .collect())
}

fn row(city: &City) -> Vec<String> {
    let optional = |number: Option<String>| number.unwrap_or_default();
    let years = |years: &[u16]| {
        years
            .iter()
            .map(u16::to_string)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let position = city.position.as_ref();
    let region: Region = city.region;
    vec![
        guarded(&city.slug),
        guarded(&city.name),
        guarded(city.native_name.as_deref().unwrap_or_default()),
        guarded(&city.country_name),
        city.country.as_str().to_owned(),
        region.slug().to_owned(),
        optional(city.joined().map(|year| year.to_string())),
        years(&city.admissions),
        years(&city.awards),
        optional(city.last_attested.map(|year| year.to_string())),
        (city.standing == Standing::PresumedCurrent).to_string(),
        optional(position.map(|position| position.latitude.to_string())),
        optional(position.map(|position| position.longitude.to_string())),
        optional(position.map(|position| precision(position.precision).to_owned())),
        optional(
            city.town_population
                .map(|population| population.to_string()),
        ),
        city.sources.join(" "),
    ]
}

/// Spreadsheets run a cell that begins so as a formula (OWASP, CSV Injection); an apostrophe keeps
/// it text.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::City => "city",
        Precision::ParentPlace => "parent-place",
        Precision::PrincipalPlace => "principal-place",
    }
}

fn list(
    files: &BTreeMap<String, String>,
    path: &str,
    key: &str,
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
            Value::Object(record) => Some((record.get(key)?.as_str()?.to_owned(), record)),
            _ => None,
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue(records: &str) -> Catalogue {
        Catalogue::read(records, "[]").unwrap().0
    }

    #[test]
    fn a_name_that_a_spreadsheet_would_run_is_kept_text_and_quoted() {
        let catalogue = catalogue(
            r#"[{"slug":"a","name":"=1+1, \"x\"","iso2":"FR","region":"africa","country":"France","lat":-1.5,"lon":2,"joined":2020}]"#,
        );
        let table = table(&catalogue).unwrap();
        assert!(table.starts_with("slug,name,"));
        assert!(table.contains("\r\na,\"'=1+1, \"\"x\"\"\","), "{table}");
        assert!(
            table.contains(",-1.5,2,city,"),
            "numbers stay numbers: {table}"
        );
    }

    #[test]
    fn a_map_layer_has_longitude_first_and_leaves_out_what_has_no_position() {
        let catalogue = catalogue(
            r#"[{"slug":"a","name":"A","iso2":"FR","region":"africa","country":"France","lat":1,"lon":2},
                {"slug":"b","name":"B","iso2":"FR","region":"africa","country":"France"}]"#,
        );
        let layer = map_layer(&catalogue);
        assert_eq!(layer["features"].as_array().unwrap().len(), 1);
        assert_eq!(
            layer["features"][0]["geometry"]["coordinates"],
            json!([2.0, 1.0])
        );
    }

    #[test]
    fn a_record_carries_its_profile_and_its_sources_in_full() {
        let files = BTreeMap::from([
            (
                "data/cities.json".to_owned(),
                r#"{"cities":[{"slug":"a","sources":["s1","s9"]}]}"#.to_owned(),
            ),
            (
                "data/profiles.json".to_owned(),
                r#"[{"slug":"a","note":"n"}]"#.to_owned(),
            ),
            (
                "data/sources.json".to_owned(),
                r#"[{"id":"s1","title":"T"}]"#.to_owned(),
            ),
        ]);
        let records = records(&files).unwrap();
        assert_eq!(records[0].1["note"], "n");
        assert_eq!(records[0].1["sources"], json!([{"id": "s1", "title": "T"}]));
    }
}
