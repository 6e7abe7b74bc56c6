//! What editors get wrong, and what they are told: each mistake is made in a copy of the real files,
//! and the messages are held against `expected.txt`.
//!
//! After a change of the messages: `BLESS=1 cargo test -p editorial --test mistakes`, then read the
//! difference as an editor would.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../project/mod.rs"]
mod project;
mod slips;

use std::fs;
use std::path::Path;

use editorial::check::{Finding, Weight, check};
use project::Project;
use slips::{MISTAKES, Mistake, Slip};

/// Numbers that change with every record and sentence are told from where the mistake is, and in other
/// files not at all.
fn steady(finding: &Finding, mistake: &Mistake, mistaken_line: usize) -> String {
    let mut told = finding.to_string();
    if let Some(line) = finding.line {
        let away = i64::try_from(line).unwrap() - i64::try_from(mistaken_line).unwrap();
        let is_there = finding.file.ends_with(mistake.file);
        let from_there = match away {
            0 if is_there => ":LINE".to_owned(),
            away if is_there => format!(":LINE{away:+}"),
            _ => ":OTHER".to_owned(),
        };
        let column = finding.column.filter(|_| !is_there);
        let place = column.map_or_else(|| format!(":{line}"), |column| format!(":{line}:{column}"));
        told = told.replacen(&place, &from_there, 1);
    }
    if let Some(row) = finding.row {
        told = told.replacen(&format!("record {row}"), "record ROW", 1);
    }
    told
}

#[test]
fn what_an_editor_gets_wrong_is_told_with_its_place_and_cure() {
    let usual = check(&Project::real()).findings;
    let mut told = String::new();
    for mistake in MISTAKES {
        let project = Project::copy();
        let line = mistake.make(&project);
        let report = check(&project.folder);
        told.push_str(&format!("# {} ({})\n\n", mistake.title, mistake.file));
        let new = report.findings.iter().filter(|it| !usual.contains(it));
        let new: Vec<String> = new.map(|finding| steady(finding, mistake, line)).collect();
        assert!(!new.is_empty(), "{}: nobody notices", mistake.title);
        told.push_str(&new.join("\n"));
        told.push('\n');
    }
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes/expected.txt");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&golden, &told).unwrap();
    }
    let expected = fs::read_to_string(&golden).unwrap();
    for (found, expected) in told.lines().zip(expected.lines()) {
        assert_eq!(
            found, expected,
            "see the head of this test for new messages"
        );
    }
    assert_eq!(told.lines().count(), expected.lines().count());
}

#[test]
fn the_files_as_they_stand_have_no_error() {
    let report = check(&Project::real());
    let errors = report.findings.iter();
    let errors: Vec<String> = errors
        .filter(|finding| finding.weight == Weight::Error)
        .map(ToString::to_string)
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn several_mistakes_are_all_told_at_once() {
    let project = Project::copy();
    for mistake in MISTAKES.iter().filter(|it| matches!(it.slip, Slip::Cut(_))) {
        mistake.make(&project);
    }
    let years = MISTAKES.iter().filter(|it| it.title.contains("year"));
    for mistake in years {
        mistake.make(&project);
    }
    let report = check(&project.folder);
    assert_eq!(report.errors, 2, "{report}");
}

#[test]
fn the_report_as_json_has_the_fields_that_its_readers_rely_on() {
    let project = Project::copy();
    let year = MISTAKES
        .iter()
        .find(|it| it.title.contains("year"))
        .unwrap();
    let line = year.make(&project);
    let report = serde_json::to_value(check(&project.folder)).unwrap();
    assert_eq!(report.get("version").unwrap(), 1);
    assert_eq!(report.get("errors").unwrap(), 1);
    let found = report.pointer("/findings/0").unwrap();
    for (field, value) in [
        ("weight", serde_json::json!("error")),
        ("file", serde_json::json!("public/data/cities.json")),
        ("line", serde_json::json!(line)),
        ("record", serde_json::json!("nanjing")),
        ("field", serde_json::json!("joined")),
        ("found", serde_json::json!("20204")),
        ("did_you_mean", serde_json::Value::Null),
    ] {
        assert_eq!(found.get(field), Some(&value), "{field}");
    }
    for field in ["column", "row", "expected", "would_break"] {
        assert!(found.get(field).is_some_and(|it| !it.is_null()), "{field}");
    }
}

#[test]
fn a_file_that_is_missing_and_one_that_nothing_reads_are_told() {
    let project = Project::copy();
    let folder = project.folder.join("public/content/fr");
    fs::rename(folder.join("story.json"), folder.join("Story.json")).unwrap();
    let told = check(&project.folder).to_string();
    assert!(
        told.contains("error: public/content/fr/story.json"),
        "{told}"
    );
    assert!(
        told.contains("warning: public/content/fr/Story.json"),
        "{told}"
    );
}

#[test]
fn a_further_story_that_a_language_lacks_or_that_is_misnamed_is_told() {
    let project = Project::copy();
    let content = project.folder.join("public/content");
    let report = "news/december-2025-admission.json";
    fs::remove_file(content.join("fr").join(report)).unwrap();
    fs::write(content.join("en/news/My story.json"), "{}").unwrap();
    let told = check(&project.folder).to_string();
    for part in [
        format!("error: public/content/fr/{report}"),
        "error: public/content/en/news/My story.json".to_owned(),
    ] {
        assert!(told.contains(&part), "{told}");
    }
}
