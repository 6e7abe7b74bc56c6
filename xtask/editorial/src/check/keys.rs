//! Keys of objects: none twice, and none that nothing reads because it is misspelt.

use std::collections::BTreeSet;

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;

use learning_cities::domain::edit_distance::nearest;

use super::document::{Document, Row};
use super::finding::Finding;

/// Slips within which another key is suggested.
const SUGGESTION_EDITS: usize = 2;

/// Every key that stands twice in one object, wherever the object is.
pub(super) fn doubled(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    walk(&document.value, &mut |object| {
        let mut met = BTreeSet::new();
        for property in &object.properties {
            let key = property.name.as_str();
            if !met.insert(key) {
                let found = format!("\"{key}\" a second time");
                let expected = "each key once: take one of them out";
                let harm = "Only one of the two would count, and it is not plain which.";
                let told = Finding::at(document.file, property.start(), &found, expected, harm);
                findings.push(told.field(key));
            }
        }
    });
    findings
}

/// Fields of a record that nothing reads.
pub(super) fn unknown(document: &Document<'_>, row: &Row<'_, '_>, known: &[&str]) -> Vec<Finding> {
    let object = row.value.as_object();
    let told = unknown_keys(document, object, known, "field");
    told.map(|finding| row.own(finding)).collect()
}

/// Keys of an object that nothing reads; `kind` says what they are.
pub(super) fn unknown_keys<'a>(
    document: &'a Document<'_>,
    object: Option<&'a Object<'_>>,
    known: &'a [&'a str],
    kind: &'a str,
) -> impl Iterator<Item = Finding> + 'a {
    let properties = object.into_iter().flat_map(|object| &object.properties);
    let strange = properties.filter(|property| !known.contains(&property.name.as_str()));
    strange.map(move |property| {
        let key = property.name.as_str();
        let expected = format!("a {kind} among {}", known.join(", "));
        let harm = "Nothing reads it, so what stands there appears nowhere.";
        let meant = nearest(key, known.iter().copied(), SUGGESTION_EDITS);
        let start = property.start();
        let found = format!("\"{key}\"");
        let told = Finding::at(document.file, start, &found, &expected, harm);
        told.field(key).meant(meant).doubtful()
    })
}

fn walk<'d, 'f>(value: &'d Value<'f>, visit: &mut dyn FnMut(&'d Object<'f>)) {
    match value {
        Value::Object(object) => {
            visit(object);
            for property in &object.properties {
                walk(&property.value, visit);
            }
        }
        Value::Array(array) => {
            for element in &array.elements {
                walk(element, visit);
            }
        }
        _ => {}
    }
}
