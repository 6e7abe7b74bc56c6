//! `site.json`: the address at which the site is published, and whether devices keep it.

use learning_cities::routes::is_origin;

use super::document::{Document, member, text};
use super::finding::Finding;
use super::{CONTENT, Documents};

const HARM: &str = "Canonical links, the sitemap and previews would lead nowhere; the build stops.";
const EXPECTED: &str =
    "scheme and host without a last slash, such as \"https://cities.example.org\"";

/// Checks both.
pub(super) fn findings(documents: &Documents<'_>) -> Vec<Finding> {
    let name = format!("{CONTENT}site.json");
    let Some(document) = documents.get(name.as_str()) else {
        return Vec::new();
    };
    origin(document)
        .into_iter()
        .chain(offline(document))
        .collect()
}

fn origin(document: &Document<'_>) -> Option<Finding> {
    let Some(value) = member(&document.value, "origin") else {
        let told = document.finding(&document.value, EXPECTED, HARM);
        return Some(Finding {
            found: "no \"origin\"".to_owned(),
            ..told.field("origin")
        });
    };
    let origin = text(value).unwrap_or_default();
    let told = || document.finding(value, EXPECTED, HARM).field("origin");
    (!is_origin(origin)).then(told)
}

/// It may be left out.
fn offline(document: &Document<'_>) -> Option<Finding> {
    let value = member(&document.value, "offline")?;
    let expected = "true or false, without quotation marks";
    let harm = "Nobody knows whether readers’ devices are to keep the site; the build stops.";
    let told = || document.finding(value, expected, harm).field("offline");
    value.as_boolean_lit().is_none().then(told)
}
