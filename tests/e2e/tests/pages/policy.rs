//! The Content-Security-Policy of every page allows what the page has, and nothing else.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use learning_cities_e2e::page_facts::PageFacts;

use crate::site::{dist, pages};

#[test]
fn every_inline_script_and_stylesheet_is_allowed_by_its_hash() {
    for page in pages() {
        let policy = policy(page);
        assert!(
            !page.scripts.is_empty() && !page.styles.is_empty(),
            "{}",
            page.file
        );
        for script in &page.scripts {
            assert!(
                policy["script-src"].contains(&hash(script)),
                "{}: {script:.80}",
                page.file
            );
        }
        for style in &page.styles {
            assert!(
                policy["style-src"].contains(&hash(style)),
                "{}: {style:.80}",
                page.file
            );
        }
    }
}

/// The pages were once written before the program was shrunk, and took it for a damaged one.
#[test]
fn documents_know_the_program_that_is_served_by_its_hash() {
    let files = dist().files().unwrap();
    let program = files
        .iter()
        .find(|file| file.ends_with("_bg.wasm"))
        .unwrap();
    let program = std::fs::read(dist().root().join(program)).unwrap();
    let integrity = format!(
        "integrity:\"sha256-{}\"",
        STANDARD.encode(Sha256::digest(program))
    );
    for page in pages()
        .iter()
        .filter(|page| !page.file.ends_with("cities/index.html"))
    {
        let script = page.scripts.join("");
        assert!(script.contains(&integrity), "{}", page.file);
    }
}

#[test]
fn the_policy_allows_no_more_hashes_than_the_page_has_inline_texts() {
    for page in pages() {
        let policy = policy(page);
        let hashes = policy
            .values()
            .flatten()
            .filter(|source| source.starts_with("'sha"))
            .count();
        assert_eq!(
            hashes,
            page.scripts.len() + page.styles.len(),
            "{}",
            page.file
        );
    }
}

#[test]
fn nothing_is_allowed_wholesale_and_the_base_cannot_be_moved() {
    for page in pages() {
        let policy = policy(page);
        for source in policy.values().flatten() {
            let is_wide = [
                "'unsafe-inline'",
                "'unsafe-eval'",
                "'unsafe-hashes'",
                "*",
                "data:",
                "blob:",
                "http:",
                "https:",
            ];
            assert!(
                !is_wide.contains(&source.as_str()),
                "{}: {source}",
                page.file
            );
            assert!(
                !source.contains("://"),
                "{}: {source} is another origin",
                page.file
            );
        }
        assert_eq!(policy["default-src"], ["'none'"], "{}", page.file);
        assert_eq!(policy["base-uri"], ["'none'"], "{}", page.file);
        assert!(
            policy["script-src"].contains(&"'wasm-unsafe-eval'".to_owned()),
            "{}",
            page.file
        );
    }
}

#[test]
fn no_attribute_holds_style_or_script() {
    for page in pages() {
        assert!(
            page.forbidden_attributes.is_empty(),
            "{}: {:?}",
            page.file,
            page.forbidden_attributes
        );
    }
}

/// The policy's directives with their sources.
fn policy(page: &PageFacts) -> BTreeMap<String, Vec<String>> {
    let text = page
        .meta("Content-Security-Policy")
        .unwrap_or_else(|| panic!("{} has no policy", page.file));
    let directive = |part: &str| {
        let mut words = part.split_whitespace().map(str::to_owned);
        Some((words.next()?, words.collect()))
    };
    text.split(';').filter_map(directive).collect()
}

/// A hash source as the policy writes it (W3C CSP Level 3, 2.3.1).
fn hash(text: &str) -> String {
    format!(
        "'sha256-{}'",
        STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}
