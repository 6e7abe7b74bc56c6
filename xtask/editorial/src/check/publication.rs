//! `site.json`: the address at which the site is published.

use learning_cities::routes::is_origin;

use super::document::{Document, member, text};
use super::finding::Finding;
use super::{CONTENT, Documents};

const HARM: &str = "Canonical links, the sitemap and previews would lead nowhere; the build stops.";
const EXPECTED: &str =
    "scheme and host without a last slash, such as \"https://cities.example.org\"";

/// Checks the address.
pub(super) fn findings(documents: &Documents<'_>) -> Option<Finding> {
    let name = format!("{CONTENT}site.json");
    let document: &Document<'_> = documents.get(name.as_str())?;
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
