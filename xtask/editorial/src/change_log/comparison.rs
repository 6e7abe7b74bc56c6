//! What differs between two versions, record by record and fact by fact.

use std::collections::BTreeSet;

use learning_cities::domain::change_log::{Change, ChangeKind, ChangedField, RecordedValue};
use serde_json::Value;

use super::version::{Record, Version};

/// Every change by slug, those of one record in the order of its fields; none has a day yet.
pub(super) fn changes(old: &Version, new: &Version) -> Vec<Change> {
    let slugs: BTreeSet<&String> = old.records.keys().chain(new.records.keys()).collect();
    let mut changes = Vec::new();
    for slug in slugs {
        match (old.records.get(slug), new.records.get(slug)) {
            (Some(before), Some(after)) => facts(slug, before, after, new, &mut changes),
            (None, Some(record)) => {
                let sources = known(texts(record, "sources"), new);
                changes.push(whole(slug, record, ChangeKind::Added, sources));
            }
            (Some(record), None) => {
                let sources = known(texts(record, "sources"), new);
                changes.push(whole(slug, record, ChangeKind::Removed, sources));
            }
            (None, None) => {}
        }
    }
    changes
}

fn whole(slug: &str, record: &Record, kind: ChangeKind, sources: Vec<String>) -> Change {
    Change {
        date: String::new(),
        kind,
        city: slug.to_owned(),
        name: name(record),
        field: None,
        before: None,
        after: None,
        sources,
    }
}

fn facts(slug: &str, old: &Record, new: &Record, version: &Version, changes: &mut Vec<Change>) {
    for field in ChangedField::all() {
        let (before, after) = (value(old, field), value(new, field));
        if before == after {
            continue;
        }
        let sources = match field {
            ChangedField::Highlights => highlight_sources(old, new),
            _ => BTreeSet::new(),
        };
        changes.push(Change {
            kind: kind(field, before.as_ref(), after.as_ref()),
            field: Some(field),
            before,
            after,
            ..whole(
                slug,
                new,
                ChangeKind::Corrected,
                evidence(sources, old, new, version),
            )
        });
    }
}

fn kind(
    field: ChangedField,
    before: Option<&RecordedValue>,
    after: Option<&RecordedValue>,
) -> ChangeKind {
    match (field, before, after) {
        (ChangedField::Name, ..) => ChangeKind::Renamed,
        (ChangedField::Position, Some(_), Some(_)) => ChangeKind::Moved,
        (ChangedField::PresumedCurrent, _, Some(RecordedValue::Answer(false))) => ChangeKind::Left,
        _ => ChangeKind::Corrected,
    }
}

/// The sources of a fact's own, else those that the record has gained, else those it has.
fn evidence(own: BTreeSet<String>, old: &Record, new: &Record, version: &Version) -> Vec<String> {
    let (before, after) = (texts(old, "sources"), texts(new, "sources"));
    let gained = after.iter().filter(|id| !before.contains(id)).cloned();
    let candidates = [own.into_iter().collect(), gained.collect(), after.clone()];
    let candidates = candidates.into_iter().map(|ids| known(ids, version));
    candidates
        .into_iter()
        .find(|ids: &Vec<String>| !ids.is_empty())
        .unwrap_or_default()
}

/// The sources of what is newly reported.
fn highlight_sources(old: &Record, new: &Record) -> BTreeSet<String> {
    let reported = |record: &Record| -> Vec<(String, String)> {
        let list = record.get("highlights").and_then(Value::as_array);
        let entries = list.into_iter().flatten().filter_map(|entry| {
            let text = |key: &str| entry.get(key).and_then(Value::as_str).map(str::to_owned);
            Some((text("text")?, text("source")?))
        });
        entries.collect()
    };
    let before = reported(old);
    let new = reported(new).into_iter();
    new.filter(|entry| !before.contains(entry))
        .map(|(_, source)| source)
        .collect()
}

fn known(ids: Vec<String>, version: &Version) -> Vec<String> {
    ids.into_iter()
        .filter(|id| version.sources.contains(id))
        .collect()
}

fn name(record: &Record) -> String {
    let name = record.get("name").and_then(Value::as_str);
    name.unwrap_or_default().to_owned()
}

fn texts(record: &Record, key: &str) -> Vec<String> {
    let list = record.get(key).and_then(Value::as_array);
    let texts = list.into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

/// The value of a field; an empty list says as little as none.
fn value(record: &Record, field: ChangedField) -> Option<RecordedValue> {
    let degrees = |key: &str| record.get(key).and_then(Value::as_f64);
    match field {
        ChangedField::Position => Some(RecordedValue::Numbers(vec![
            degrees("lat")?,
            degrees("lon")?,
        ])),
        ChangedField::NameIn(language) => {
            let name = record.get("names")?.get(language.tag())?.as_str()?;
            Some(RecordedValue::Text(name.to_owned()))
        }
        ChangedField::Highlights => {
            let list = record.get("highlights")?.as_array()?;
            let texts = list.iter().filter_map(|it| it.get("text")?.as_str());
            let texts: Vec<String> = texts.map(str::to_owned).collect();
            (!texts.is_empty()).then_some(RecordedValue::Texts(texts))
        }
        field => recorded(record.get(&field.value())?),
    }
}

fn recorded(value: &Value) -> Option<RecordedValue> {
    match value {
        Value::Bool(answer) => Some(RecordedValue::Answer(*answer)),
        Value::Number(number) => number.as_f64().map(RecordedValue::Number),
        Value::String(text) => Some(RecordedValue::Text(text.clone())),
        Value::Array(values) if !values.is_empty() => {
            let numbers = values.iter().map(Value::as_f64).collect::<Option<_>>();
            let texts = || {
                let texts = values.iter().map(|it| it.as_str().map(str::to_owned));
                texts.collect::<Option<_>>()
            };
            let numbers = numbers.map(RecordedValue::Numbers);
            numbers.or_else(|| texts().map(RecordedValue::Texts))
        }
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
