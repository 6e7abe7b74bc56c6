//! The log of the data's changes, extended by what a comparison of two versions finds.

mod comparison;
mod entry;
mod failure;
mod version;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

pub use failure::ChangeLogFailure;

use comparison::changes;
use entry::{described, line};
use learning_cities::domain::change_log::{Change, ChangeLog, is_day};
use learning_cities::domain::record::read_changes;
use serde_json::value::RawValue;
use version::Version;

use crate::spreadsheet::Consent;

/// The log below the project's folder.
const LOG: &str = "public/data/changes.json";

#[derive(serde::Deserialize)]
struct Envelope<'t> {
    #[serde(borrow)]
    changes: Vec<&'t RawValue>,
}

/// Compares the data of the project with an earlier version, which is a revision of Git, a folder or
/// a file of cities; tells what is not in the log yet, and adds it where that is allowed.
///
/// # Errors
/// Where a version or the log cannot be read, the day of the changes is not known, or the log cannot
/// be written.
pub fn extend(
    project: &Path,
    since: &str,
    date: Option<&str>,
    consent: Consent,
) -> Result<String, ChangeLogFailure> {
    let new = Version::of_project(project)?;
    let old = Version::since(project, since)?;
    let path = project.join(LOG);
    let text = fs::read_to_string(&path).map_err(ChangeLogFailure::file(&path))?;
    let log = read_changes("changes.json", &text);
    if let Some(issue) = log.issues.first() {
        return Err(ChangeLogFailure::Log(issue.to_string()));
    }
    let found = changes(&old, &new);
    if found.is_empty() {
        return Ok(format!("Nothing has changed since {since}."));
    }
    let day = day(date, &old, &new)?;
    let dated = found.into_iter().map(|change| Change {
        date: day.clone(),
        ..change
    });
    let before = old.compiled.as_deref().unwrap_or_default();
    let additions: Vec<Change> = dated
        .filter(|change| !is_logged(change, &log.value, before))
        .collect();
    if additions.is_empty() {
        return Ok(format!(
            "All that has changed since {since} is in the log already."
        ));
    }
    let told = summary(&additions, since);
    match consent {
        Consent::Awaited => Ok(format!(
            "{told}\nNothing is written yet: add --accept to extend {LOG}."
        )),
        Consent::Given => {
            let new = extended(&text, &log.value, &additions)?;
            fs::write(&path, new).map_err(ChangeLogFailure::file(&path))?;
            Ok(format!(
                "{told}\n{LOG} is extended: review it, then run `cargo xtask check`."
            ))
        }
    }
}

/// The day that the changes get: of two versions the later must have a later one.
fn day(date: Option<&str>, old: &Version, new: &Version) -> Result<String, ChangeLogFailure> {
    if let Some(date) = date {
        let told = || ChangeLogFailure::Day(format!("--date: found \"{date}\""));
        return is_day(date).then(|| date.to_owned()).ok_or_else(told);
    }
    let compiled = new.compiled.clone().filter(|day| is_day(day));
    let is_later = |day: &String| old.compiled.as_ref().is_none_or(|before| day > before);
    compiled.filter(is_later).ok_or_else(|| {
        let found = new.compiled.as_deref().unwrap_or("nothing");
        ChangeLogFailure::Day(format!(
            "public/data/cities.json, compiled: found {found}, which is no later day than that of the version compared with"
        ))
    })
}

/// Whether an entry of the compared stretch of time says the same.
fn is_logged(change: &Change, log: &ChangeLog, before: &str) -> bool {
    let is_same = |entry: &&Change| {
        (entry.kind, entry.field, &entry.city) == (change.kind, change.field, &change.city)
            && (&entry.before, &entry.after) == (&change.before, &change.after)
    };
    let mut same = log.changes.iter().filter(is_same);
    same.any(|entry| entry.date == change.date || entry.date.as_str() > before)
}

fn summary(additions: &[Change], since: &str) -> String {
    let count = additions.len();
    let mut told = match count {
        1 => format!("1 change since {since}, not logged yet:"),
        _ => format!("{count} changes since {since}, not logged yet:"),
    };
    for change in additions {
        let _ = write!(told, "\n  {}", described(change));
    }
    let bare = additions.iter().filter(|change| change.sources.is_empty());
    match bare.count() {
        0 => {}
        count => {
            let _ = write!(
                told,
                "\nWithout a source: {count}. Give each of them one in the log before you publish."
            );
        }
    }
    told
}

/// The file with the entries that it has, as they stand, and those added after them.
fn extended(text: &str, log: &ChangeLog, additions: &[Change]) -> Result<String, ChangeLogFailure> {
    let envelope: Envelope<'_> =
        serde_json::from_str(text).map_err(|error| ChangeLogFailure::Log(error.to_string()))?;
    let known = envelope.changes.iter().map(|entry| entry.get().to_owned());
    let lines: Vec<String> = known.chain(additions.iter().map(line)).collect();
    let first = &log.first_published;
    let lines = lines.join(",\n");
    Ok(format!(
        "{{\"first_published\":\"{first}\",\n\"changes\":[\n{lines}\n]}}\n"
    ))
}
