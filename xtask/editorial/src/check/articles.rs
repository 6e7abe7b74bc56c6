//! The story and the about page: every part of the kind it must be, links that lead somewhere,
//! anchors that are unique, and the same parts and `{places}` as in English.

mod forms;
mod likeness;

use std::collections::BTreeSet;
use std::path::Path;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use learning_cities::content::inline::{Inline, LinkTarget, parse};
use learning_cities::domain::edit_distance::nearest;
use learning_cities::domain::language::Language;
use learning_cities::domain::query_codec;
use learning_cities::routes::REPORTS;

use super::document::{Document, member, text};
use super::finding::Finding;
use super::{CONTENT, DATA, Documents};

/// Anchors that the story page has itself.
const TAKEN: [&str; 11] = [
    "main",
    "key-points",
    "contents",
    "people",
    "timeline",
    "network-figures",
    "disagreements",
    "sources",
    "share",
    "corrections",
    "further",
];

/// Slips within which another city is suggested.
const SUGGESTION_EDITS: usize = 2;

const NOWHERE: &str = "The link would lead to a page that is not there.";

/// What articles may name.
struct Named<'a> {
    /// Slugs; none where the cities cannot be read.
    cities: BTreeSet<&'a str>,
    /// Codes in lower case of countries with a city.
    countries: BTreeSet<String>,
    /// Slugs of further stories.
    reports: &'a [String],
}

/// Checks the stories and `about.json` of a language.
pub(super) fn findings(
    project: &Path,
    documents: &Documents<'_>,
    language: Language,
    reports: &[String],
) -> Vec<Finding> {
    let cities = documents.get(format!("{DATA}cities.json").as_str());
    let texts = |field: &'static str| {
        let rows = cities.into_iter().flat_map(|cities| cities.rows("cities"));
        rows.filter_map(move |row| row.text(field))
    };
    let named = Named {
        cities: texts("slug").collect(),
        countries: texts("iso2").map(str::to_lowercase).collect(),
        reports,
    };
    let mut findings = Vec::new();
    let articles = [
        ("story.json".to_owned(), forms::STORY, TAKEN.as_slice()),
        ("about.json".to_owned(), forms::ABOUT, &[]),
    ];
    let reports = reports.iter();
    let reports = reports.map(|slug| {
        let file = format!("{REPORTS}/{slug}.json");
        (file, forms::REPORT, TAKEN.as_slice())
    });
    for (file, form, taken) in articles.into_iter().chain(reports) {
        let get = |language: Language| {
            documents.get(format!("{CONTENT}{}/{file}", language.tag()).as_str())
        };
        let Some(document) = get(language) else {
            continue;
        };
        findings.extend(forms::findings(document, form));
        findings.extend(anchors(document, taken));
        findings.extend(pictures(project, document));
        links(document, &named, &mut findings);
        if language != Language::English
            && let Some(english) = get(Language::English)
            // What is wrong in English would be told once more for each language.
            && forms::findings(english, form).is_empty()
        {
            findings.extend(likeness::findings(document, english));
        }
    }
    findings
}

/// Anchors that stand twice, or that the page has itself.
fn anchors(document: &Document<'_>, taken: &[&'static str]) -> Vec<Finding> {
    let mut met: BTreeSet<&str> = taken.iter().copied().collect();
    let mut findings = Vec::new();
    for block in blocks(document) {
        let kinds = ["heading", "figure"];
        let within = kinds.iter().find_map(|kind| member(block, kind));
        let id = within.and_then(|within| member(within, "id"));
        if let Some((value, id)) = id.and_then(|value| Some((value, text(value)?)))
            && !met.insert(id)
        {
            let expected = "an anchor that nothing else on the page has";
            let harm = "A link to this part would lead to another one.";
            findings.push(document.finding(value, expected, harm).field("id"));
        }
    }
    findings
}

/// Photographs that are named and not there.
fn pictures(project: &Path, document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for block in blocks(document) {
        let picture = member(block, "figure").and_then(|figure| member(figure, "picture"));
        if let Some((value, name)) = picture.and_then(|value| Some((value, text(value)?)))
            && !project.join("public/media").join(name).is_file()
        {
            let expected = "the name of a file in public/media/, or null";
            let harm = "Readers would see an empty frame in place of the picture.";
            findings.push(document.finding(value, expected, harm).field("picture"));
        }
    }
    findings
}

fn blocks<'d, 'f>(document: &'d Document<'f>) -> impl Iterator<Item = &'d Value<'f>> {
    let lists = ["body", "blocks"].into_iter();
    let lists = lists.filter_map(|key| member(&document.value, key)?.as_array());
    lists.flat_map(|list| &list.elements)
}

/// Links and boxes that name a city or country which is not on record, and markup that is broken.
fn links(document: &Document<'_>, named: &Named<'_>, findings: &mut Vec<Finding>) {
    for block in blocks(document) {
        if let Some(value) = member(block, "fact_box").and_then(|it| member(it, "city"))
            && let Some(slug) = text(value)
        {
            findings.extend(unknown_city(document, value.start(), slug, named));
        }
    }
    sentences(&document.value, &mut |value, sentence| {
        for piece in parse(sentence) {
            let at = |target: &str| {
                let raw = document.file.slice(value.start(), value.end());
                value.start() + raw.find(target).unwrap_or_default()
            };
            match piece {
                Inline::Link { target, .. } => match target {
                    LinkTarget::City(slug) => {
                        let at = at(&format!("city:{slug}"));
                        findings.extend(unknown_city(document, at, &slug, named));
                    }
                    LinkTarget::Country(code) => {
                        let at = at(&format!("country:{code}"));
                        findings.extend(unknown_country(document, at, &code, named));
                    }
                    LinkTarget::Report(slug) => {
                        let at = at(&format!("news:{slug}"));
                        findings.extend(unknown_report(document, at, &slug, named));
                    }
                    LinkTarget::Directory(query) => {
                        let at = at(&format!("cities?{query}"));
                        findings.extend(misunderstood(document, at, &query));
                    }
                    LinkTarget::About | LinkTarget::Story | LinkTarget::Outside(_) => {}
                },
                Inline::Text(text) if text.contains("](") => {
                    let expected = "[words](target), where the target is city:slug, country:code, \
                                    news:slug, story, cities, about or a web address";
                    let harm = "Readers would see the brackets as they were typed.";
                    let told = Finding::at(document.file, at("]("), &text, expected, harm);
                    findings.push(told.doubtful());
                }
                _ => {}
            }
        }
    });
}

fn unknown_city(
    document: &Document<'_>,
    at: usize,
    slug: &str,
    named: &Named<'_>,
) -> Option<Finding> {
    let is_known = named.cities.is_empty() || named.cities.contains(slug);
    let meant = nearest(slug, named.cities.iter().copied(), SUGGESTION_EDITS);
    let found = format!("a city “{slug}”");
    let expected = "the slug of a city in cities.json";
    let told = || Finding::at(document.file, at, &found, expected, NOWHERE).meant(meant);
    (!is_known).then(told)
}

fn unknown_country(
    document: &Document<'_>,
    at: usize,
    code: &str,
    named: &Named<'_>,
) -> Option<Finding> {
    let is_known = named.countries.is_empty() || named.countries.contains(code);
    let found = format!("a country “{code}”");
    let expected = "the ISO 3166 code of a country with a city on record, in lower case";
    let lower = code.to_lowercase();
    let meant = named.countries.contains(&lower).then_some(lower.as_str());
    let told = || Finding::at(document.file, at, &found, expected, NOWHERE).meant(meant);
    (!is_known).then(told)
}

fn unknown_report(
    document: &Document<'_>,
    at: usize,
    slug: &str,
    named: &Named<'_>,
) -> Option<Finding> {
    let reports = || named.reports.iter().map(String::as_str);
    let meant = nearest(slug, reports(), SUGGESTION_EDITS);
    let found = format!("a story “{slug}”");
    let expected = "the name of a file in the folder news, without .json";
    let told = || Finding::at(document.file, at, &found, expected, NOWHERE).meant(meant);
    let is_known = reports().any(|known| known == slug);
    (!is_known).then(told)
}

/// A question to the directory of which it does not understand all.
fn misunderstood(document: &Document<'_>, at: usize, query: &str) -> Option<Finding> {
    let dropped = query_codec::decode(query).dropped;
    let dropped = dropped.first()?;
    let found = format!("{}={}", dropped.key, dropped.value);
    let expected = "what the address of the directory shows after its “?” for the same choice";
    let harm = "The directory would leave this part out, and say so.";
    Some(Finding::at(document.file, at, &found, expected, harm))
}

/// Every text of the file but lines of programs, which have brackets of their own.
fn sentences<'d>(value: &'d Value<'_>, visit: &mut dyn FnMut(&'d Value<'_>, &'d str)) {
    match value {
        Value::Object(object) => {
            for property in &object.properties {
                if property.name.as_str() != "code" {
                    sentences(&property.value, visit);
                }
            }
        }
        Value::Array(array) => {
            for element in &array.elements {
                sentences(element, visit);
            }
        }
        other => {
            if let Some(sentence) = text(other) {
                visit(other, sentence);
            }
        }
    }
}
