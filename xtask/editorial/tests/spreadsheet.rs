//! The cities in a spreadsheet and back: nothing is lost, nothing is written unasked, and a bad row
//! keeps all from being written.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod project;

use std::fs;
use std::path::PathBuf;

use editorial::spreadsheet::{Consent, export, import};
use learning_cities::domain::export::ByteOrderMark;
use project::Project;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A copy of the project with a table of its cities.
struct Desk {
    project: Project,
}

impl Desk {
    fn new(mark: ByteOrderMark) -> Self {
        let desk = Self {
            project: Project::copy(),
        };
        export(&desk.project.folder, &desk.table(), mark).unwrap();
        desk
    }

    fn table(&self) -> PathBuf {
        self.project.folder.join("cities.csv")
    }

    fn cities(&self) -> String {
        fs::read_to_string(self.project.folder.join("public/data/cities.json")).unwrap()
    }

    fn set_cities(&self, cities: &[Value]) {
        let text = json!({ "cities": cities }).to_string();
        fs::write(self.project.folder.join("public/data/cities.json"), text).unwrap();
        fs::write(self.project.folder.join("public/data/profiles.json"), "[]").unwrap();
    }

    /// Changes the table as a spreadsheet would.
    fn edit(&self, change: impl FnOnce(String) -> String) {
        let text = fs::read_to_string(self.table()).unwrap();
        fs::write(self.table(), change(text)).unwrap();
    }

    /// What is told, and whether it went well.
    fn import(&self, consent: Consent) -> Result<String, String> {
        import(&self.project.folder, &self.table(), consent).map_err(|failure| failure.to_string())
    }
}

#[test]
fn an_export_that_nobody_edits_leaves_every_byte_as_it_is() {
    for mark in [ByteOrderMark::None, ByteOrderMark::Leading] {
        let desk = Desk::new(mark);
        let before = desk.cities();
        let told = desk.import(Consent::Given).unwrap();
        assert_eq!(told, "Nothing would change.");
        assert_eq!(desk.cities(), before);
    }
}

#[test]
fn every_record_of_the_file_written_anew_is_the_line_that_stands_there() {
    let desk = Desk::new(ByteOrderMark::None);
    let before = desk.cities();
    let (head, list) = before.split_once("\"cities\":[\n").unwrap();
    let first = list.lines().next().unwrap().trim_end_matches(',');
    let only = format!("{head}\"cities\":[\n{first}\n]}}\n");
    fs::write(desk.project.folder.join("public/data/cities.json"), only).unwrap();
    desk.import(Consent::Given).unwrap();
    assert_eq!(desk.cities(), before);
}

#[test]
fn a_table_as_european_excel_saves_it_changes_nothing() {
    let desk = Desk::new(ByteOrderMark::Leading);
    let before = desk.cities();
    desk.edit(|text| {
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        writer.write_record(reader.headers().unwrap()).unwrap();
        let headings = reader.headers().unwrap().clone();
        for record in reader.records() {
            let record = record.unwrap();
            let cells = headings.iter().zip(&record);
            let cells = cells.map(|(heading, cell)| match heading {
                "lat" | "lon" => cell.replace('.', ","),
                _ => cell.to_owned(),
            });
            writer.write_record(cells).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        format!("\u{feff}{text};;;;;;;;;;;;;;;;;;;;;;;\r\n")
    });
    assert_eq!(
        desk.import(Consent::Given).unwrap(),
        "Nothing would change."
    );
    assert_eq!(desk.cities(), before);
}

#[test]
fn what_changes_is_told_by_field_and_written_only_when_accepted() {
    let desk = Desk::new(ByteOrderMark::None);
    let before = desk.cities();
    desk.edit(|text| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let abuja = lines
            .iter()
            .position(|line| line.starts_with("abuja,"))
            .unwrap();
        lines[abuja] = lines[abuja].replace("2690000", "2700000");
        let agadir = lines
            .iter()
            .position(|line| line.starts_with("agadir,"))
            .unwrap();
        lines.remove(agadir);
        let new = lines[abuja].replace("abuja,Abuja", "abuja-two,Second Abuja");
        lines.insert(1, new);
        lines.join("\r\n")
    });
    // Profiles tell of Agadir, so a record that they name cannot go.
    let refused = desk.import(Consent::Given).unwrap_err();
    assert!(
        refused.contains("agadir") && refused.contains("profiles.json"),
        "{refused}"
    );
    fs::write(desk.project.folder.join("public/data/profiles.json"), "[]").unwrap();
    let told = desk.import(Consent::Awaited).unwrap();
    for line in [
        "1 added, 1 removed, 1 changed",
        "added    abuja-two",
        "removed  agadir",
        "changed  abuja, population: \"2690000\" becomes \"2700000\"",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert_eq!(desk.cities(), before);
    desk.import(Consent::Given).unwrap();
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (lines(&before), lines(&desk.cities()));
    assert_eq!(old.len(), new.len());
    let differ = old.iter().filter(|line| !new.contains(line)).count();
    assert_eq!(
        differ, 2,
        "Abuja is changed and Agadir gone; no other line differs"
    );
}

#[test]
fn a_bad_row_is_told_with_its_place_and_nothing_is_written() {
    let desk = Desk::new(ByteOrderMark::None);
    let before = desk.cities();
    desk.edit(|text| {
        text.replacen(",NG,", ",Nigeria,", 1)
            .replacen("27.8743", "north", 1)
    });
    let told = desk.import(Consent::Given).unwrap_err();
    assert!(
        told.contains("row on line 3 (adrar), lat: found \"north\""),
        "{told}"
    );
    desk.edit(|text| text.replacen("north", "27.8743", 1));
    let told = desk.import(Consent::Given).unwrap_err();
    assert!(told.contains("row on line 2 (abuja), iso2"), "{told}");
    assert!(told.contains("did you mean NG?"), "{told}");
    assert_eq!(desk.cities(), before);
}

#[test]
fn a_heading_misspelt_or_a_slug_twice_is_refused() {
    let desk = Desk::new(ByteOrderMark::None);
    desk.edit(|text| text.replacen("population", "populaton", 1));
    let told = desk.import(Consent::Awaited).unwrap_err();
    assert!(told.contains("did you mean population?"), "{told}");
    let desk = Desk::new(ByteOrderMark::None);
    desk.edit(|text| text.replacen("\r\nadrar,", "\r\nabuja,", 1));
    let told = desk.import(Consent::Awaited).unwrap_err();
    assert!(
        told.contains("expected a slug other than that on line 2"),
        "{told}"
    );
}

#[test]
fn a_column_left_out_changes_nothing() {
    let desk = Desk::new(ByteOrderMark::None);
    let before = desk.cities();
    let mut slugs = vec!["slug".to_owned()];
    let file: Value = serde_json::from_str(&before).unwrap();
    let records = file.get("cities").unwrap().as_array().unwrap();
    slugs.extend(
        records
            .iter()
            .map(|it| it.get("slug").unwrap().as_str().unwrap().to_owned()),
    );
    desk.edit(|_| slugs.join("\n"));
    assert_eq!(
        desk.import(Consent::Given).unwrap(),
        "Nothing would change."
    );
}

/// A record with texts of all kinds.
fn record() -> impl Strategy<Value = Value> {
    let text = "[ =+@'\"|\\\\,;\n\ta-zé中]{0,8}[a-z中]";
    let texts = prop::collection::vec(text, 1..4);
    let degrees = (-90.0..90.0, -180.0..180.0);
    (
        text,
        prop::option::of(text),
        texts,
        degrees,
        2013..2100,
        any::<bool>(),
        any::<u32>(),
    )
        .prop_map(|(name, own, texts, (lat, lon), year, answer, people)| {
            json!({
                "name": name, "native_name": own.clone().unwrap_or_else(|| name.clone()),
                "iso2": "FR", "region": "europe-and-north-america", "joined": year,
                "awards": [year], "lat": lat, "lon": lon, "population": people,
                "presumed_current": answer, "names": {"zh": name, "ar": texts.first()},
                "aliases": texts, "sources": ["s05"], "kept": name,
            })
        })
}

fn numbered(records: &[Value]) -> Vec<Value> {
    let named = (0..).zip(records).map(|(number, record)| {
        let mut record = record.clone();
        record["slug"] = json!(format!("city-{number}"));
        record
    });
    named.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_records_come_back_from_a_table(
        records in prop::collection::vec(record(), 1..5), others in prop::collection::vec(record(), 5),
    ) {
        let desk = Desk { project: Project::copy() };
        let (records, others) = (numbered(&records), numbered(&others));
        desk.set_cities(&records);
        let before = desk.cities();
        export(&desk.project.folder, &desk.table(), ByteOrderMark::Leading).unwrap();
        desk.import(Consent::Given).unwrap();
        prop_assert_eq!(desk.cities(), before);
        // Into a file of other records, which then are those of the table.
        desk.set_cities(&others);
        desk.import(Consent::Given).unwrap();
        let now: Value = serde_json::from_str(&desk.cities()).unwrap();
        let mut expected = records;
        for (record, other) in expected.iter_mut().zip(&others) {
            // What has no column stays that of the file.
            record["kept"] = other["kept"].clone();
        }
        prop_assert_eq!(&now["cities"], &json!(expected));
    }
}
