//! The pages of cities and countries hold what the data files say.

use std::collections::BTreeMap;

use serde_json::Value;

use learning_cities_e2e::page_facts::{attributes, texts};
use learning_cities_e2e::records::{Records, awards, joined, text};

use crate::site::{content, document, list};

/// The cities of the story, one with awards, one with doubts, one without a year.
const SAMPLE: [&str; 6] = ["nanjing", "suzhou", "beijing", "abuja", "aswan", "changsha"];

#[test]
fn a_city_page_says_what_its_record_says() {
    let records = Records::bundled().unwrap();
    let sample = records
        .list()
        .iter()
        .filter(|record| SAMPLE.contains(&text(record, "slug").as_str()));
    let mut seen = 0;
    for record in sample {
        let slug = text(record, "slug");
        let page = content(&document(&format!("cities/{slug}/index.html")), "main");
        let expected = if joined(record) == "unknown" {
            "year not known".to_owned()
        } else {
            joined(record)
        };
        assert!(page.contains(&expected), "{slug}: {expected}");
        for wanted in awards(record)
            .into_iter()
            .chain([text(record, "name"), text(record, "native_name")])
        {
            assert!(page.contains(&wanted), "{slug}: {wanted}");
        }
        for (language, name) in record["names"].as_object().unwrap() {
            assert!(
                page.contains(name.as_str().unwrap()),
                "{slug}: {language} {name}"
            );
        }
        let may_have_left = record["presumed_current"] == Value::Bool(false);
        assert_eq!(page.contains("may have left"), may_have_left, "{slug}");
        seen += 1;
    }
    assert!(seen >= 5, "{seen} of the sample are on record");
}

#[test]
fn every_source_of_a_city_is_listed_with_its_link() {
    let sources: BTreeMap<String, Value> = list("data/sources.json")
        .into_iter()
        .map(|source| (text(&source, "id"), source))
        .collect();
    for record in Records::bundled().unwrap().list() {
        let slug = text(record, "slug");
        let document = document(&format!("cities/{slug}/index.html"));
        let links = attributes(&document, ".sources a", "href").unwrap();
        let listed = content(&document, ".sources");
        let named = record["sources"].as_array().unwrap();
        assert!(!named.is_empty(), "{slug} has no source");
        for source in named.iter().map(|id| &sources[id.as_str().unwrap()]) {
            let title = text(source, "title")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            assert!(listed.contains(&title), "{slug}: {title}");
            let url = text(source, "url");
            assert!(url.is_empty() || links.contains(&url), "{slug}: {url}");
        }
    }
}

#[test]
fn a_city_with_a_position_has_its_nearest_members_with_rising_distances() {
    for record in Records::bundled()
        .unwrap()
        .list()
        .iter()
        .filter(|record| record["lat"].is_number())
    {
        let slug = text(record, "slug");
        let lists = texts(
            &document(&format!("cities/{slug}/index.html")),
            ".link-list li .remark",
        )
        .unwrap();
        let kilometres: Vec<u32> = lists
            .iter()
            .filter_map(|remark| remark.trim().strip_suffix(" km"))
            .filter_map(|digits| {
                digits
                    .replace([',', '\u{a0}', '\u{202f}'], "")
                    .trim()
                    .parse()
                    .ok()
            })
            .collect();
        assert_eq!(kilometres.len(), 6, "{slug}: {lists:?}");
        assert!(kilometres.is_sorted(), "{slug}: {kilometres:?}");
    }
}

#[test]
fn nanjing_and_suzhou_are_as_far_apart_as_they_are() {
    let document = document("cities/nanjing/index.html");
    let items = texts(&document, ".link-list li").unwrap();
    let suzhou = items
        .iter()
        .find(|item| item.contains("Suzhou") && item.contains("km"));
    let suzhou = suzhou.unwrap_or_else(|| panic!("Suzhou is not near Nanjing: {items:?}"));
    let kilometres: f64 = suzhou
        .chars()
        .filter(char::is_ascii_digit)
        .collect::<String>()
        .parse()
        .unwrap();
    assert!(
        (kilometres - great_circle_km((32.0617, 118.7778), (31.3041, 120.5954))).abs() < 6.0,
        "{suzhou}"
    );
}

#[test]
fn a_city_has_peers_in_other_countries_with_reasons_and_ways_on() {
    let records = Records::bundled().unwrap();
    let countries: BTreeMap<String, String> = records
        .list()
        .iter()
        .map(|record| (text(record, "slug"), text(record, "iso2")))
        .collect();
    for (slug, country) in &countries {
        let document = document(&format!("cities/{slug}/index.html"));
        let peers = attributes(&document, ".peer-list li a", "href").unwrap();
        assert_eq!(peers.len(), 6, "{slug}: {peers:?}");
        for peer in &peers {
            let peer = peer.trim_start_matches("/cities/").trim_end_matches('/');
            assert_ne!(&countries[peer], country, "{slug}: {peer}");
        }
        let remarks = texts(&document, ".peer-list li .remark").unwrap();
        assert_eq!(remarks.len(), peers.len(), "{slug}");
        assert!(remarks.iter().all(|remark| !remark.trim().is_empty()));
        let ways = attributes(&document, ".peer-list .all a", "href").unwrap();
        let expected = ["like", "compare"].map(|key| format!("/cities/?{key}={slug}"));
        assert_eq!(ways, expected);
        let compared = attributes(&document, ".peer-list [data-compare]", "data-compare").unwrap();
        assert_eq!(compared, std::slice::from_ref(slug));
    }
}

#[test]
fn every_country_page_lists_its_cities_and_no_other() {
    let records = Records::bundled().unwrap();
    for country in list("data/countries.json") {
        let code = text(&country, "iso2");
        let file = format!("countries/{}/index.html", code.to_lowercase());
        let document = document(&file);
        let links = attributes(&document, "main .link-list a", "href").unwrap();
        let mut found: Vec<&str> = links
            .iter()
            .filter_map(|link| link.strip_prefix("/cities/")?.strip_suffix('/'))
            .collect();
        let mut expected = records.slugs(|record| text(record, "iso2") == code);
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{file}");
        let heading = content(&document, "main h1");
        assert!(
            heading.contains(&text(&country, "short_name")),
            "{file}: {heading}"
        );
    }
}

/// On a sphere of the earth's mean radius; within half a percent of the ellipsoid.
fn great_circle_km(from: (f64, f64), to: (f64, f64)) -> f64 {
    let (south, north) = (from.0.to_radians(), to.0.to_radians());
    let turn = (to.1 - from.1).to_radians();
    let half = ((north - south) / 2.0).sin().powi(2)
        + south.cos() * north.cos() * (turn / 2.0).sin().powi(2);
    2.0 * 6371.0 * half.sqrt().asin()
}
