//! Tests of the files: what readers written by others, and the site's own, find in them.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::country::Countries;
use super::super::record::{read_cities, read_countries, read_sources};
use super::*;

const CITIES: &str = include_str!("../../../public/data/cities.json");
const COUNTRIES: &str = include_str!("../../../public/data/countries.json");
const SOURCES: &str = include_str!("../../../public/data/sources.json");
const SCHEMA: &str = include_str!("../../../public/data/cities.schema.json");

fn cities(records: &str) -> Vec<City> {
    let reading = read_cities("cities.json", records, &Countries::default());
    assert!(!reading.value.cities.is_empty(), "{:?}", reading.issues);
    reading.value.cities
}

fn bundled() -> (Vec<City>, Vec<Source>) {
    let countries = read_countries("countries.json", COUNTRIES).value;
    let cities = read_cities("cities.json", CITIES, &countries).value.cities;
    (cities, read_sources("sources.json", SOURCES).value)
}

fn rows(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(table.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn scope(filters: &[String]) -> ExportScope<'_> {
    ExportScope {
        about: "About \"it\"",
        filters,
        address: "https://example.org/cities/?region=africa",
        compiled: Some("2026-11-23"),
        exported: Some("2026-11-25"),
        network: None,
    }
}

#[test]
fn the_table_has_its_columns_in_the_published_order_and_new_ones_last() {
    let (cities, _) = bundled();
    let listed: Vec<&City> = cities.iter().collect();
    let rows = rows(&table(
        &listed,
        &scope(&[]),
        &columns(),
        ByteOrderMark::None,
    ));
    assert_eq!(rows.len(), cities.len() + 1);
    let columns = "slug name native_name country iso2 region joined admissions awards \
        last_attested presumed_current latitude longitude position_precision town_population \
        sources compiled licence exported_from";
    assert_eq!(rows[0].join(" "), columns);
    let adrar = rows.iter().find(|row| row[0] == "adrar").unwrap();
    assert_eq!(adrar[11..13], ["27.8743", "-0.2939"]);
    assert_eq!(adrar[16..], ["2026-11-23", LICENCE, scope(&[]).address]);
}

#[test]
fn a_text_that_a_spreadsheet_would_run_is_kept_text_and_numbers_stay_numbers() {
    let cities = cities(
        r#"[{"slug":"a","name":"=1+1, \"x\"","native_name":"-a\nb","iso2":"FR","region":"africa","country":"@F","lat":-1.5,"lon":2,"joined":2020,"awards":[2017,2019]}]"#,
    );
    let table = table(&[&cities[0]], &scope(&[]), &columns(), ByteOrderMark::None);
    assert!(
        table.ends_with("\r\n") && table.contains(",\"'=1+1, \"\"x\"\"\","),
        "{table}"
    );
    let row = &rows(&table)[1];
    assert_eq!(row[1..4], ["'=1+1, \"x\"", "'-a\nb", "'@F"]);
    assert_eq!(
        row[7..14],
        ["2020", "2017 2019", "", "true", "-1.5", "2", "city"]
    );
}

#[test]
fn a_byte_order_mark_comes_first_where_it_is_wanted() {
    let marked = table(&[], &scope(&[]), &columns(), ByteOrderMark::Leading);
    let plain = table(&[], &scope(&[]), &columns(), ByteOrderMark::None);
    assert_eq!(marked, format!("\u{feff}{plain}"));
}

#[test]
fn a_document_is_read_back_as_the_same_cities_and_fits_the_published_schema() {
    let (cities, sources) = bundled();
    let listed: Vec<&City> = cities.iter().collect();
    let text = document(&listed, &scope(&[]), &sources);
    let again = read_cities("cities.json", &text, &Countries::default());
    assert_eq!(again.issues, []);
    assert_eq!(again.value.cities, cities);
    assert_eq!(again.value.compiled.as_deref(), Some("2026-11-23"));
    let validator = jsonschema::validator_for(&json_of(SCHEMA)).unwrap();
    assert!(validator.is_valid(&json_of(&text)));
}

#[test]
fn a_document_says_what_it_is_of_and_writes_the_sources_out_that_it_names() {
    let (cities, sources) = bundled();
    let nanjing = cities.iter().find(|city| city.slug == "nanjing").unwrap();
    let network = NetworkTotal {
        members: 425,
        countries: 91,
        counted: "2025-12-04".into(),
        source: "s12".into(),
    };
    let filters = ["Region: Africa".to_owned()];
    let scope = ExportScope {
        network: Some(&network),
        ..scope(&filters)
    };
    let file = json_of(&document(&[nanjing], &scope, &sources));
    for (member, value) in [
        (Member::About, json!("About \"it\"")),
        (Member::Filters, json!(["Region: Africa"])),
        (Member::ExportedFrom, json!(scope.address)),
        (Member::Compiled, json!("2026-11-23")),
        (Member::Exported, json!("2026-11-25")),
        (Member::Licence, json!(LICENCE)),
        (Member::Attribution, json!(ATTRIBUTION)),
    ] {
        assert_eq!(file[member.key()], value);
    }
    assert_eq!(file["network"]["members"], 425);
    let written = file["sources"].as_array().unwrap().iter();
    let written: BTreeSet<&str> = written
        .map(|source| source["id"].as_str().unwrap())
        .collect();
    assert_eq!(
        written,
        nanjing.sources.iter().map(String::as_str).collect()
    );
    assert_eq!(
        file["sources"][0]["title"],
        json!(
            sources
                .iter()
                .find(|source| nanjing.sources.contains(&source.id))
                .unwrap()
                .title
        )
    );
}

#[test]
fn without_a_list_of_sources_the_ids_stand_alone() {
    let cities =
        cities(r#"[{"slug":"a","name":"A","iso2":"FR","region":"africa","sources":["s1"]}]"#);
    let file = json_of(&document(&[&cities[0]], &scope(&[]), &[]));
    assert_eq!(file.get("sources"), None);
    assert_eq!(file["cities"][0]["sources"], json!(["s1"]));
}

#[test]
fn a_map_layer_has_longitude_first_and_lists_what_it_cannot_place() {
    let cities = cities(
        r#"[{"slug":"a","name":"A","iso2":"FR","region":"africa","country":"France","lat":1,"lon":-2.25},
            {"slug":"b","name":"B","iso2":"FR","region":"africa","country":"France","joined":2020}]"#,
    );
    let listed: Vec<&City> = cities.iter().collect();
    let layer = json_of(&map_layer(&listed, &scope(&[]), &[]));
    assert_eq!(layer["type"], "FeatureCollection");
    assert_eq!(layer["features"].as_array().unwrap().len(), 1);
    let feature = &layer["features"][0];
    assert_eq!(feature["id"], "a");
    assert_eq!(
        feature["geometry"],
        json!({"type": "Point", "coordinates": [-2.25, 1]})
    );
    assert_eq!(feature["properties"]["joined"], Value::Null);
    assert_eq!(layer["without_position"][0]["slug"], "b");
    assert_eq!(layer["without_position"][0]["joined"], 2020);
    assert_eq!(layer["licence"], LICENCE);
}

#[test]
fn names_of_columns_and_keys_are_unique_and_every_field_stands_in_a_file() {
    let names = |name: fn(Field) -> Option<&'static str>| {
        let all: Vec<&str> = Field::ALL.into_iter().filter_map(name).collect();
        let unique: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), unique.len(), "{all:?}");
        all
    };
    names(|field| Some(field.name()));
    names(Field::property);
    names(Field::json_key);
    assert!(Field::ALL.into_iter().all(|field| !field.name().is_empty()));
    let members: BTreeSet<&str> = Member::ALL.into_iter().map(Member::key).collect();
    assert_eq!(members.len(), Member::ALL.len());
}

proptest! {
    #[test]
    fn any_name_comes_back_from_a_table_as_it_was_but_for_the_guard(
        name in "(?s)\\PC{0,3}[\"',;=+@\t\r\n a-]{0,6}\\PC{0,3}",
        ids in prop::collection::vec("[a-z0-9]{1,4}", 0..3),
    ) {
        let mut city = cities(r#"[{"slug":"a","name":"A","iso2":"FR","region":"africa"}]"#).remove(0);
        city.name.clone_from(&name);
        city.sources.clone_from(&ids);
        let rows = rows(&table(&[&city], &scope(&[]), &columns(), ByteOrderMark::None));
        let written = &rows[1][1];
        let is_guarded = name.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let expected = if is_guarded { format!("'{name}") } else { name.clone() };
        prop_assert_eq!(written, &expected);
        prop_assert_eq!(&rows[1][15], &ids.join(" "));
        let document = json_of(&document(&[&city], &scope(&[]), &[]));
        prop_assert_eq!(document["cities"][0]["name"].as_str(), Some(name.as_str()));
    }
}
