//! The log of changes: what differs between two versions is found whole, dated, given its sources and
//! logged once, and what is logged passes the check.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod project;

use std::fs;
use std::path::Path;
use std::process::Command;

use editorial::change_log::extend;
use editorial::check::check;
use editorial::spreadsheet::Consent;
use project::Project;
use serde_json::{Value, json};

/// The project with later data, beside the version before.
struct Desk {
    old: Project,
    new: Project,
}

impl Desk {
    fn new() -> Self {
        Self {
            old: Project::copy(),
            new: Project::copy(),
        }
    }

    /// Changes a file of data: the text becomes another, once.
    fn edit(&self, file: &str, from: &str, to: &str) {
        edit(&self.new.folder, file, from, to);
    }

    fn extend(&self, consent: Consent) -> Result<String, String> {
        let since = self.old.folder.to_str().unwrap();
        told(&self.new.folder, since, None, consent).map(|told| told.replace(since, "OLD"))
    }

    fn log(&self) -> Vec<Value> {
        let text = fs::read_to_string(self.new.folder.join("public/data/changes.json")).unwrap();
        let log: Value = serde_json::from_str(&text).unwrap();
        log["changes"].as_array().unwrap().clone()
    }
}

fn told(
    project: &Path,
    since: &str,
    date: Option<&str>,
    consent: Consent,
) -> Result<String, String> {
    extend(project, since, date, consent).map_err(|failure| failure.to_string())
}

fn edit(project: &Path, file: &str, from: &str, to: &str) {
    let path = project.join("public/data").join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file}: no {from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

/// Takes the record of a city out.
fn cut(project: &Path, file: &str, slug: &str) {
    let path = project.join("public/data").join(file);
    let text = fs::read_to_string(&path).unwrap();
    let record = format!("{{\"slug\":\"{slug}\"");
    let lines: Vec<&str> = text.lines().collect();
    let kept: Vec<&str> = lines
        .iter()
        .copied()
        .filter(|line| !line.starts_with(&record))
        .collect();
    assert_eq!(kept.len() + 1, lines.len(), "{file}: {slug}");
    fs::write(path, kept.join("\n")).unwrap();
}

#[test]
fn data_that_are_the_same_leave_the_log_as_it_is() {
    let desk = Desk::new();
    assert_eq!(
        desk.extend(Consent::Given).unwrap(),
        "Nothing has changed since OLD."
    );
}

#[test]
fn every_kind_of_change_is_found_dated_and_given_its_sources() {
    let desk = Desk::new();
    desk.edit(
        "cities.json",
        "\"compiled\":\"2026-11-23\"",
        "\"compiled\":\"2026-12-01\"",
    );
    desk.edit(
        "cities.json",
        "\"population\":2690000",
        "\"population\":2700000",
    );
    desk.edit(
        "cities.json",
        "\"sources\":[\"s32\"]",
        "\"sources\":[\"s32\",\"s01\"]",
    );
    desk.edit(
        "cities.json",
        "\"name\":\"Adrar\",",
        "\"name\":\"Adrar City\",",
    );
    desk.edit(
        "cities.json",
        "\"lat\":30.4202,\"lon\":-9.5982",
        "\"lat\":30.5,\"lon\":-9.6",
    );
    desk.edit(
        "cities.json",
        "\"presumed_current\":true",
        "\"presumed_current\":false",
    );
    cut(&desk.old.folder, "cities.json", "suzhou");
    cut(&desk.new.folder, "cities.json", "zefta");
    cut(&desk.new.folder, "profiles.json", "zefta");
    let before = fs::read_to_string(desk.new.folder.join("public/data/changes.json")).unwrap();
    let told = desk.extend(Consent::Awaited).unwrap();
    assert!(
        told.starts_with("7 changes since OLD, not logged yet:"),
        "{told}"
    );
    assert!(
        told.contains("corrected  abuja, population: 2690000 becomes 2700000 (s01)"),
        "{told}"
    );
    let path = desk.new.folder.join("public/data/changes.json");
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        before,
        "nothing is written unasked"
    );
    desk.extend(Consent::Given).unwrap();
    let entry = |kind: &str, city: &str, name: &str, sources: &[&str]| -> Value {
        json!({"date": "2026-12-01", "kind": kind, "city": city, "name": name, "sources": sources})
    };
    let fact = |mut entry: Value, field: &str, before: Value, after: Value| {
        entry["field"] = json!(field);
        entry["before"] = before;
        entry["after"] = after;
        entry
    };
    let abuja = || entry("corrected", "abuja", "Abuja", &["s01"]);
    let position = |lat: f64, lon: f64| json!([lat, lon]);
    let expected = [
        fact(abuja(), "population", json!(2_690_000), json!(2_700_000)),
        fact(abuja(), "sources", json!(["s32"]), json!(["s32", "s01"])),
        fact(
            entry("renamed", "adrar", "Adrar City", &["s29"]),
            "name",
            json!("Adrar"),
            json!("Adrar City"),
        ),
        fact(
            entry("moved", "agadir", "Agadir", &["s05", "s07", "s25"]),
            "position",
            position(30.4202, -9.5982),
            position(30.5, -9.6),
        ),
        fact(
            entry("left", "adrar", "Adrar City", &["s29"]),
            "presumed_current",
            json!(true),
            json!(false),
        ),
        entry(
            "added",
            "suzhou",
            "Suzhou",
            &["s04", "s15", "s38", "s181", "s182"],
        ),
        entry("removed", "zefta", "Zefta", &["s05", "s07", "s19"]),
    ];
    let log = desk.log();
    assert_eq!(log.len(), 7, "{log:#?}");
    for entry in &expected {
        assert!(log.contains(entry), "{entry}\n{log:#?}");
    }
    assert_eq!(
        check(&desk.new.folder).errors,
        0,
        "{}",
        check(&desk.new.folder)
    );
    let again = desk.extend(Consent::Given).unwrap();
    assert_eq!(
        again,
        "All that has changed since OLD is in the log already."
    );
    assert_eq!(desk.log(), log);
}

#[test]
fn changes_need_a_later_day_than_the_version_before() {
    let desk = Desk::new();
    desk.edit(
        "cities.json",
        "\"population\":2690000",
        "\"population\":2700000",
    );
    let refused = desk.extend(Consent::Given).unwrap_err();
    assert!(refused.contains("compiled: found 2026-11-23"), "{refused}");
    assert!(refused.contains("--date"), "{refused}");
    let since = desk.old.folder.to_str().unwrap();
    let dated = |date: &str| told(&desk.new.folder, since, Some(date), Consent::Given);
    assert!(
        dated("1.12.2026")
            .unwrap_err()
            .contains("found \"1.12.2026\"")
    );
    dated("2026-12-01").unwrap();
    assert_eq!(desk.log()[0]["date"], "2026-12-01");
    assert!(dated("2026-12-05").unwrap().contains("in the log already"));
}

#[test]
fn what_is_changed_later_is_added_after_what_the_log_has() {
    let desk = Desk::new();
    let step = |from: &str, to: &str, date: &str, since: &Project| {
        desk.edit("cities.json", from, to);
        let since = since.folder.to_str().unwrap();
        told(&desk.new.folder, since, Some(date), Consent::Given).unwrap();
    };
    step(
        "\"population\":2690000",
        "\"population\":2700000",
        "2026-12-01",
        &desk.old,
    );
    let between = Project::copy();
    edit(
        &between.folder,
        "cities.json",
        "\"population\":2690000",
        "\"population\":2700000",
    );
    edit(&between.folder, "cities.json", "2026-11-23", "2026-12-01");
    step(
        "\"population\":2700000",
        "\"population\":2690000",
        "2027-01-05",
        &between,
    );
    let days: Vec<String> = desk
        .log()
        .iter()
        .map(|entry| entry["date"].to_string())
        .collect();
    assert_eq!(days, ["\"2026-12-01\"", "\"2027-01-05\""]);
}

#[test]
fn a_version_can_be_a_file_or_a_revision_and_else_is_refused_with_its_cure() {
    let desk = Desk::new();
    let folder = &desk.new.folder;
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(folder)
            .args(["-c", "user.name=T", "-c", "user.email=t@a.example"]);
        let output = git.args(arguments).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    };
    git(&["init", "--quiet"]);
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message", "First"]);
    let changed = "\"population\":2700000";
    edit(folder, "cities.json", "\"population\":2690000", changed);
    edit(folder, "cities.json", "2026-11-23", "2026-12-01");
    let of_revision = told(folder, "HEAD", None, Consent::Awaited).unwrap();
    assert!(of_revision.contains("1 change since HEAD"), "{of_revision}");
    let file = desk.old.folder.join("public/data/cities.json");
    let of_file = told(folder, file.to_str().unwrap(), None, Consent::Awaited).unwrap();
    assert_eq!(of_file.lines().nth(1), of_revision.lines().nth(1));
    for since in ["no-such-revision", "--output=x"] {
        let refused = told(folder, since, None, Consent::Awaited).unwrap_err();
        assert!(refused.contains("give a revision"), "{refused}");
    }
}
