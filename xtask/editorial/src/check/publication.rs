//! `site.json`: the address at which the site is published, where readers report errors, and whether
//! devices keep the site.

use jsonc_parser::ast::Value;
use learning_cities::routes::{CorrectionAddress, is_origin};

use super::document::{Document, given, member, text};
use super::finding::Finding;
use super::{CONTENT, Documents, keys};

const KEYS: &[&str] = &["origin", CORRECTIONS, OFFLINE];
const CORRECTIONS: &str = "corrections";
const OFFLINE: &str = "offline";

const HARM: &str = "Canonical links, the sitemap and previews would lead nowhere; the build stops.";
const EXPECTED: &str =
    "scheme and host without a last slash, such as \"https://cities.example.org\"";

/// Names that belong to nobody (RFC 2606).
const RESERVED_ENDINGS: [&str; 4] = [".example", ".test", ".invalid", ".localhost"];
const RESERVED_DOMAINS: [&str; 3] = ["example.com", "example.net", "example.org"];

/// Checks all of them.
pub(super) fn findings(documents: &Documents<'_>) -> Vec<Finding> {
    let name = format!("{CONTENT}site.json");
    let Some(document) = documents.get(name.as_str()) else {
        return Vec::new();
    };
    let mut findings: Vec<Finding> = origin(document).into_iter().collect();
    findings.extend(offline(document));
    if let Some(value) = given(&document.value, CORRECTIONS) {
        findings.extend(corrections(document, value));
    }
    let object = document.value.as_object();
    findings.extend(keys::unknown_keys(document, object, KEYS, "field"));
    findings
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
    let value = member(&document.value, OFFLINE)?;
    let expected = "true or false, without quotation marks";
    let harm = "Nobody knows whether readers’ devices are to keep the site; the build stops.";
    let told = || document.finding(value, expected, harm).field(OFFLINE);
    value.as_boolean_lit().is_none().then(told)
}

fn corrections(document: &Document<'_>, value: &Value<'_>) -> Option<Finding> {
    let Some(address) = text(value).and_then(CorrectionAddress::parse) else {
        let expected = CorrectionAddress::EXPECTED;
        let harm = "Reports of errors would reach nobody; the build stops.";
        let meant = text(value)
            .map(|text| format!("mailto:{}", text.trim()))
            .filter(|meant| CorrectionAddress::parse(meant).is_some());
        let told = document.finding(value, expected, harm);
        return Some(told.field(CORRECTIONS).meant(meant.as_deref()));
    };
    let host = address.host().to_lowercase();
    let is_of = |domain: &str| host == domain || host.ends_with(&format!(".{domain}"));
    let is_reserved = RESERVED_ENDINGS.iter().any(|end| host.ends_with(end))
        || RESERVED_DOMAINS.iter().any(|domain| is_of(domain));
    let expected = "an address of yours: this domain is for examples alone (RFC 2606)";
    let harm = "Reports of errors would reach nobody.";
    let told = || document.finding(value, expected, harm);
    is_reserved.then(|| told().field(CORRECTIONS).doubtful())
}
