//! A version of the data: from the project as it stands, from a folder, or from its history.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Map, Value};

use super::ChangeLogFailure;

/// Where the files of data are below the project's folder.
const FOLDER: &str = "public/data";

const CITIES: &str = "cities.json";
const PROFILES: &str = "profiles.json";
const SOURCES: &str = "sources.json";

/// The fields of a record.
pub(super) type Record = Map<String, Value>;

/// The records of a version, with what their profiles say.
#[derive(Debug, Default)]
pub(super) struct Version {
    /// The day it was compiled.
    pub(super) compiled: Option<String>,
    /// The records by slug.
    pub(super) records: BTreeMap<String, Record>,
    /// The ids of all sources.
    pub(super) sources: BTreeSet<String>,
}

impl Version {
    /// The files as they stand.
    pub(super) fn of_project(project: &Path) -> Result<Self, ChangeLogFailure> {
        Self::of_folder(&project.join(FOLDER))
    }

    /// An earlier version: a path wins over a revision of the same name.
    pub(super) fn since(project: &Path, since: &str) -> Result<Self, ChangeLogFailure> {
        let path = Path::new(since);
        let inner = path.join(FOLDER);
        match path.parent() {
            _ if inner.is_dir() => Self::of_folder(&inner),
            _ if path.is_dir() => Self::of_folder(path),
            Some(folder) if path.is_file() => {
                let cities = read(path)?;
                let beside = |name: &str| read(&folder.join(name));
                Self::of_texts(&cities, &beside(PROFILES)?, &beside(SOURCES)?)
            }
            _ => {
                let text = |name: &str| of_revision(project, since, name);
                Self::of_texts(&text(CITIES)?, &text(PROFILES)?, &text(SOURCES)?)
            }
        }
    }

    fn of_folder(folder: &Path) -> Result<Self, ChangeLogFailure> {
        let text = |name: &str| read(&folder.join(name));
        Self::of_texts(&text(CITIES)?, &text(PROFILES)?, &text(SOURCES)?)
    }

    fn of_texts(cities: &str, profiles: &str, sources: &str) -> Result<Self, ChangeLogFailure> {
        let cities = parsed(CITIES, cities)?;
        let compiled = cities.get("compiled").and_then(Value::as_str);
        let mut version = Self {
            compiled: compiled.map(str::to_owned),
            ..Self::default()
        };
        let list = cities.get("cities").unwrap_or(&cities);
        for (slug, record) in keyed(CITIES, list, "slug")? {
            version.records.insert(slug, record);
        }
        for (slug, profile) in keyed(PROFILES, &parsed(PROFILES, profiles)?, "slug")? {
            if let Some(record) = version.records.get_mut(&slug) {
                record.extend(profile);
            }
        }
        let sources = keyed(SOURCES, &parsed(SOURCES, sources)?, "id")?;
        version.sources = sources.into_iter().map(|(id, _)| id).collect();
        Ok(version)
    }
}

fn read(path: &Path) -> Result<String, ChangeLogFailure> {
    fs::read_to_string(path).map_err(ChangeLogFailure::file(path))
}

/// A file as it was, from the history that the project stands in.
fn of_revision(project: &Path, revision: &str, name: &str) -> Result<String, ChangeLogFailure> {
    let failure = |cause: &str| ChangeLogFailure::Since {
        since: revision.to_owned(),
        cause: cause.trim().to_owned(),
    };
    if revision.starts_with('-') {
        return Err(failure("a revision does not begin with a hyphen"));
    }
    let mut git = Command::new("git");
    // The path counts from the folder that Git runs in, which need not be that of the history.
    git.current_dir(project)
        .arg("show")
        .arg(format!("{revision}:./{FOLDER}/{name}"));
    let output = git.output().map_err(|error| failure(&error.to_string()))?;
    if !output.status.success() {
        return Err(failure(&String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(|error| failure(&error.to_string()))
}

fn parsed(name: &str, text: &str) -> Result<Value, ChangeLogFailure> {
    serde_json::from_str(text).map_err(|error| ChangeLogFailure::Data(format!("{name}: {error}")))
}

fn keyed(name: &str, list: &Value, key: &str) -> Result<Vec<(String, Record)>, ChangeLogFailure> {
    let wrong = |what: &str| ChangeLogFailure::Data(format!("{name}: {what}"));
    let list = list.as_array().ok_or_else(|| wrong("no list of records"))?;
    let records = list.iter().map(|record| {
        let record = record
            .as_object()
            .ok_or_else(|| wrong("a record is no object"))?;
        let id = record.get(key).and_then(Value::as_str);
        let id = id.ok_or_else(|| wrong(&format!("a record without {key}")))?;
        Ok((id.to_owned(), record.clone()))
    });
    records.collect()
}
