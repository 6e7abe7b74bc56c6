//! A translated article beside the English one: the same parts in the same order, and in each text
//! the same `{places}` that the build fills.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use learning_cities::i18n::texts::places_of;

use super::super::document::{Document, member, text};
use super::super::finding::Finding;

/// Holds an article against the English one.
pub(super) fn findings(own: &Document<'_>, english: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    compare(own, &own.value, &english.value, "", &mut findings);
    findings
}

fn compare(
    document: &Document<'_>,
    own: &Value<'_>,
    english: &Value<'_>,
    path: &str,
    findings: &mut Vec<Finding>,
) {
    match (own, english) {
        (Value::Object(_), Value::Object(model)) => {
            for property in &model.properties {
                let key = property.name.as_str();
                let path = joined(path, key);
                match member(own, key) {
                    Some(value) => compare(document, value, &property.value, &path, findings),
                    None => findings.push(absent(document, own, &path)),
                }
            }
        }
        (Value::Array(list), Value::Array(model)) => {
            let (found, expected) = (list.elements.len(), model.elements.len());
            if found != expected {
                let expected = format!("{expected} parts, as in English");
                let harm = "Readers of this language would miss a part, or read one more.";
                let mut told = document
                    .finding(own, &expected, harm)
                    .field(path)
                    .doubtful();
                told.found = format!("{found} parts");
                findings.push(told);
                return;
            }
            for (number, (own, english)) in (1..).zip(list.elements.iter().zip(&model.elements)) {
                let path = joined(path, &number.to_string());
                compare(document, own, english, &path, findings);
            }
        }
        _ => findings.extend(misplaced(document, own, english, path)),
    }
}

fn absent(document: &Document<'_>, own: &Value<'_>, path: &str) -> Finding {
    let harm = "Readers of this language would miss this part.";
    let key = path.rsplit('.').next().unwrap_or(path);
    let mut told = document.finding(own, "this part, as in English", harm);
    told.found = format!("no \"{key}\"");
    told.field(path).doubtful()
}

fn misplaced(
    document: &Document<'_>,
    own: &Value<'_>,
    english: &Value<'_>,
    path: &str,
) -> Option<Finding> {
    let (found, expected) = (places(text(own)?), places(text(english)?));
    let shown = |places: &[String]| match places {
        [] => "no places to fill".to_owned(),
        places => format!("the places {}", places.join(" ")),
    };
    let cure = format!("{}, as in the English text", shown(&expected));
    let harm = "A figure from the data would be missing from the sentence, or braces stand in it.";
    let told = || Finding {
        found: shown(&found),
        ..Finding::at(document.file, own.start(), "", &cure, harm).field(path)
    };
    (found != expected).then(told)
}

/// The places that the build fills; names and words of other languages are in braces too.
fn places(text: &str) -> Vec<String> {
    let is_place = |place: &String| {
        let name = place.trim_matches(['{', '}']);
        name.bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
            && !name.is_empty()
    };
    places_of(text).into_iter().filter(is_place).collect()
}

fn joined(path: &str, part: &str) -> String {
    if path.is_empty() {
        part.to_owned()
    } else {
        format!("{path}.{part}")
    }
}
